"""No string of the site lacks a language: templates are searched, tags refuse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.template.loader import get_template
from django.utils import translation

import sathana
from sathana.web import dates, errors
from sathana.web.languages import pick
from sathana.web.templatetags import components

PACKAGE = Path(sathana.__file__).parent
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
#: A letter to a Thai office, which is in Thai whoever prints it.
THAI_PAPERS = {"casework/letter.html"}
#: Words that are the same in every language, or that name a language in itself.
FREE = {"Sathana", "English", "ภาษาไทย", "Continue this family in English"}
FREE |= {"Read this number in English", "อ่านเลขนี้เป็นภาษาไทย"}
FREE |= {"ทำครอบครัวนี้ต่อเป็นภาษาไทย", "ปู่ ที่ นี้ น้ำ กำนัน ฎีกา ญาติ"}


def _outside_of_tags(source: str) -> list[str]:
    """Return the words of a template that stand outside of any tag."""
    bare = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", " ", source, flags=re.DOTALL)
    bare = re.sub(r"<(code|pre|script)[^>]*>.*?</\1>", " ", bare, flags=re.DOTALL)
    bare = re.sub(r"<!?[a-zA-Z/][^<>]*>", "\n", bare, flags=re.DOTALL)
    lines = (line.strip() for line in bare.splitlines())
    return [line for line in lines if re.search(r"[A-Za-z\u0e00-\u0e7f]{2,}", line)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_sentence_of_a_template_stands_in_both_languages(path: Path) -> None:
    if "/".join(path.parts[-2:]) in THAI_PAPERS:
        return
    assert [w for w in _outside_of_tags(path.read_text("utf-8")) if w not in FREE] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_template_compiles(path: Path) -> None:
    name = str(path).partition("/templates/")[2]
    assert get_template(name)


@pytest.mark.parametrize(
    "source", ['{% t "ไทย" %}', '{% t "ไทย" "" %}', '{% t "ไทย" "ไทย" %}', "{% t %}"]
)
def test_a_sentence_without_its_other_language_does_not_compile(source: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="English"):
        Template("{% load words %}" + source, engine=_engine())


def _engine() -> Engine:
    return Engine(libraries={"words": "sathana.web.templatetags.words"})


def _say(source: str, **values: object) -> str:
    template = Template("{% load words %}" + source, engine=_engine())
    return template.render(Context(values))


def test_a_sentence_escapes_what_is_put_into_it() -> None:
    with translation.override("th"):
        found = _say('{% t "ก {x}" "b {x}" x=x %}', x="<b>{y}")
    assert found == "ก &lt;b&gt;{y}"


def test_a_text_of_the_other_language_is_marked_as_such() -> None:
    with translation.override("th"):
        assert _say("{{ x|say }}", x="A & B") == '<span lang="en">A &amp; B</span>'
        assert _say("{{ x|say }}", x={"th": "ก", "en": "b"}) == "ก"
        assert (
            _say("{{ x|say }}", x={"th": "", "en": "bb"}) == '<span lang="en">bb</span>'
        )
        assert _say("{{ x|say }}", x=None) == ""


def test_dates_follow_the_reader() -> None:
    with translation.override("th"):
        assert dates.show("1975-03-02") == "2 มีนาคม 2518"
    with translation.override("en"):
        assert dates.show("1975-03-02") == "2 March 1975"
        assert dates.show(None) == ""
        assert dates.show("not a date") == "not a date"


def test_error_pages_and_components_speak_both_languages() -> None:
    texts = [text for pair in errors._TEXTS.values() for text in pair]
    texts += [words for kind in components.KINDS.values() for _, words in kind.values()]
    for text in texts:
        assert text["th"]
        assert text["en"]
        assert text["th"] != text["en"]


def test_a_text_given_in_one_language_only_is_still_shown() -> None:
    with translation.override("en"):
        assert pick({"th": "ไทย"}) == "ไทย"

"""Sentences of an assessment, in Thai and English, each made once and filled in.

Making a sentence from a condition is slow; the same condition is asked of many
persons. So each sentence is made once with marks in place of the names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from sathana.calendars.dates import show
from sathana.calendars.spans import DateSpan
from sathana.facts.wording import fact_phrase
from sathana.facts.wording_days import tidy_thai
from sathana.law.load import pack
from sathana.logic.nodes import Condition, Link

type Lang = Literal["th", "en"]
type Text = dict[str, str]
"""One text in both languages, keys ``th`` and ``en``."""
type Answer = Literal["yes", "no", "unknown"]

LANGS: tuple[Lang, ...] = ("th", "en")
_LINKS: tuple[Link, ...] = ("self", "father", "mother", "spouse")
_MARKS: Mapping[Link, str] = {link: f"\u27e6{link}\u27e7" for link in _LINKS}


def both(th: str, en: str) -> Text:
    """Return one text in both languages."""
    return {"th": tidy_thai(th), "en": en}


def say(node: Condition, value: Answer, names: Mapping[Link, Text]) -> Text:
    """Return what was found of a condition, with the persons' names filled in."""
    return {lang: _filled(_template(node, value, lang), names, lang) for lang in LANGS}


@cache
def _template(node: Condition, value: Answer, lang: Lang) -> str:
    return fact_phrase(node, value, lang, _MARKS, rule_title=title)


def _filled(text: str, names: Mapping[Link, Text], lang: Lang) -> str:
    for link, mark in _MARKS.items():
        if mark in text:
            text = text.replace(mark, names[link][lang])
    return tidy_thai(text) if lang == "th" else text


def title(rule: str, lang: str) -> str:
    """Return the title of a rule, or of a text that nobody has verified."""
    info = pack().rules.get(rule) or pack().rules.get(rule.split("/")[0])
    return info.title[lang] if info else rule


def day_text(span: DateSpan) -> Text:
    """Return a day for people: Buddhist era in Thai, common era in English."""
    return {"th": _shown(span, "th", "be"), "en": _shown(span, "en", "ce")}


@cache
def _shown(span: DateSpan, lang: Lang, era: Literal["be", "ce"]) -> str:
    return show(span, lang, era)

"""Sentences of an assessment, in Thai and English, each made once and filled in.

Making a sentence from a condition is slow; the same condition is asked of many
persons. So each sentence is made once with marks in place of the names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from sathana.calendars.dates import show
from sathana.calendars.spans import DateSpan
from sathana.facts.wording import fact_phrase
from sathana.facts.wording_days import tidy_thai
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.logic.nodes import Condition, Link

type Lang = Literal["th", "en"]
type Text = dict[str, str]
"""One text in both languages, keys ``th`` and ``en``."""
type Answer = Literal["yes", "no", "unknown"]
type Pieces = tuple[tuple[str, Link | None], ...]
"""A sentence cut at the names: a text, or whose name stands there."""

LANGS: tuple[Lang, ...] = ("th", "en")
_LINKS: tuple[Link, ...] = ("self", "father", "mother", "spouse")
_MARKS: Mapping[Link, str] = {link: f"\u27e6{link}\u27e7" for link in _LINKS}
_NAMES = re.compile("(\u27e6[a-z]+\u27e7)")


def both(th: str, en: str) -> Text:
    """Return one text in both languages."""
    return {"th": tidy_thai(th), "en": en}


def say(node: Condition, value: Answer, names: Mapping[Link, Text]) -> Text:
    """Return what was found of a condition, with the persons' names filled in."""
    return {lang: _filled(pieces, names, lang) for lang, pieces in _pieces(node, value)}


@follows_pack
@cache
def _pieces(node: Condition, value: Answer) -> tuple[tuple[Lang, Pieces], ...]:
    """Return the sentence cut at the names, in each language; a tree is hashed once."""
    return tuple((lang, _cut(node, value, lang)) for lang in LANGS)


def _cut(node: Condition, value: Answer, lang: Lang) -> Pieces:
    text = fact_phrase(node, value, lang, _MARKS, rule_title=title)
    parts = _NAMES.split(text)
    links: dict[str, Link] = {mark: link for link, mark in _MARKS.items()}
    return tuple((part, links.get(part)) for part in parts if part)


def _filled(pieces: Pieces, names: Mapping[Link, Text], lang: Lang) -> str:
    text = ""
    for piece, link in pieces:
        added = piece if link is None else names[link][lang]
        if text and added and lang == "th" and _meet(text[-1], added[0]):
            text += " "
        text += added
    return text


def _meet(before: str, after: str) -> bool:
    """Say whether Thai meets Latin letters or digits, with a space between them."""
    return (_is_thai(before) and after.isascii() and after.isalnum()) or (
        before.isascii() and before.isalnum() and _is_thai(after)
    )


def _is_thai(letter: str) -> bool:
    return "\u0e00" <= letter <= "\u0e7f"


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

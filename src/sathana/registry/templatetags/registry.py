"""Template filters of the registry: told values and codes in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.registry.familytree import pathway_name
from sathana.registry.forms.choices import LANGUAGES
from sathana.registry.forms.facts import CODES, SPANS
from sathana.registry.forms.homes import EVENT_KINDS
from sathana.registry.shown import FactShown
from sathana.vocabulary import codes
from sathana.vocabulary.countries import COUNTRIES
from sathana.web.dates import show
from sathana.web.languages import Text, pick

register = template.Library()
_LANGUAGES = dict(LANGUAGES)
_WORDS: Mapping[str, Text] = {
    "yes": {"th": "ใช่", "en": "yes"},
    "no": {"th": "ไม่ใช่", "en": "no"},
    "never": {"th": "ไม่เคย", "en": "never"},
    "unknown": {"th": "ไม่รู้", "en": "not known"},
    "none": {"th": "ไม่มี", "en": "none"},
    "abroad": {"th": "นอกประเทศไทย", "en": "outside Thailand"},
    "unidentifiable": {"th": "สืบหาไม่ได้", "en": "cannot be found out"},
}
_FROM: Text = {"th": "ตั้งแต่", "en": "from"}
_GROUP: Text = {"th": "กลุ่ม", "en": "group"}
_UNTIL: Text = {"th": "ถึง", "en": "until"}


@register.filter
def told(fact: FactShown) -> str:
    """Say a told value in words, as far as it has words; else as a case file does."""
    if isinstance(fact.value, list):
        return "; ".join(_entry(fact.path, item) for item in fact.value)
    return _plain(fact.path, fact.value, fact.text)


@register.filter
def language(code: str) -> str:
    """Name a language by its code."""
    return str(_LANGUAGES.get(code, code))


@register.filter
def get_item(table: Mapping[str, Any], key: str) -> Any:
    """Return what a table holds under a key; the key itself where it holds nothing."""
    return table.get(key, key)


@register.filter
def event_kind(code: str) -> str:
    """Name the kind of an event."""
    return str(dict(EVENT_KINDS).get(code, code))


@register.filter
def pathway(code: str) -> Text:
    """Name a pathway by its id."""
    return pathway_name(code) or {"th": code, "en": code}


def _plain(path: str, value: Any, text: str) -> str:
    if isinstance(value, Mapping):
        day = _day(value)
        return day or text
    said = str(value)
    named = CODES.get(path, {}).get(said)
    if named is not None:
        return pick(named.both())
    if said in _WORDS:
        return pick(_WORDS[said])
    if path == "born.country" and said in COUNTRIES:
        return pick(COUNTRIES[said].both())
    return _day(said) or text or said


def _day(value: Any) -> str:
    try:
        return show(parse_date(value))
    except (DateError, TypeError, ValueError):
        return ""


def _entry(path: str, item: Any) -> str:
    """Say one entry of a list: its kind in words, and its days."""
    if not isinstance(item, Mapping):
        return _plain(path, item, str(item))
    kinds = codes.ORDER_KINDS if path == "orders" else SPANS.get(path) or {}
    parts = []
    for key, value in item.items():
        if key == "kind":
            named = kinds.get(str(value))
            parts.append(pick(named.both()) if named else str(value))
        elif key in ("from", "until"):
            word = pick(_FROM if key == "from" else _UNTIL)
            parts.append(f"{word} {_day(value) or value}")
        elif key == "on":
            parts.append(_day(value) or str(value))
        elif key == "group":
            parts.append(f"{pick(_GROUP)} {value}")
        elif key not in ("grade", "source"):
            parts.append(f"{key}: {value}")
    return " ".join(parts)

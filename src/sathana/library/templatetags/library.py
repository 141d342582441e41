"""Form parts and small look-ups for the pages of the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from sathana.calendars.show import ENGLISH_MONTHS, THAI_MONTHS
from sathana.law.load import pack
from sathana.vocabulary.codes import STAY_KINDS
from sathana.web.languages import Text

register = template.Library()

MONTHS: tuple[tuple[str, Text], ...] = tuple(
    (str(number), {"th": thai, "en": english})
    for number, (thai, english) in enumerate(
        zip(THAI_MONTHS, ENGLISH_MONTHS, strict=True), start=1
    )
)


@register.inclusion_tag("library/parts/date.html")
def date_fields(
    prefix: str, name: str, fields: Mapping[str, str] | None = None, label: str = ""
) -> dict[str, Any]:
    """Show day, month and year of one date.

    Args:
        prefix: What makes the ids unique on the page.
        name: Front of the field names.
        fields: Values to show.
        label: Legend of the group; empty when the form has one already.
    """
    shown = fields or {}
    return {
        "prefix": prefix,
        "name": name,
        "label": label,
        "months": MONTHS,
        "day": shown.get(f"{name}-day", ""),
        "month": shown.get(f"{name}-month", ""),
        "year": shown.get(f"{name}-year", ""),
    }


@register.filter
def rule_title(rule: str) -> Text:
    """Return the title of a rule; its id where the law pack does not know it."""
    known = pack().rules.get(rule)
    return known.title if known else {"th": rule, "en": rule}


@register.filter
def is_rule(rule: object) -> bool:
    """Say whether the law pack has a page for this id."""
    law = pack()
    return isinstance(rule, str) and (rule in law.rules or rule in law.contested)


@register.filter
def provisions(cite: str | None) -> list[Text]:
    """Turn ids of provisions ("a; b") into section and instrument in words."""
    law = pack()
    found: list[Text] = []
    for key in (cite or "").split("; "):
        provision = law.provisions.get(key)
        if provision is not None:
            title = law.instruments[provision.instrument].title
            found.append(
                {
                    lang: f"{provision.section[lang]} {title[lang]}"
                    for lang in ("th", "en")
                }
            )
        elif key:
            found.append({"th": key, "en": key})
    return found


@register.filter
def address(source: str) -> str:
    """Return the web address at the front of a source; empty where there is none."""
    first = source.split(" ", 1)[0]
    return first if first.startswith(("https://", "http://")) else ""


@register.filter
def beside_address(source: str) -> str:
    """Return what a source says besides its address."""
    return source.removeprefix(address(source)).strip()


@register.filter
def as_list(value: object) -> list[Any]:
    """Return a value as a list: one id or several, none for ``None``."""
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


@register.filter
def stay_words(kind: str) -> Text:
    """Return the words for a kind of stay."""
    known = STAY_KINDS.get(kind)
    return known.both() if known else {"th": kind, "en": kind}

"""Tags of public texts: what a block rests on, with how far it was checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse

from sathana.editorial import references
from sathana.law.marks import weakest
from sathana.law.references import Reference
from sathana.web.languages import Text, pick
from sathana.web.templatetags.components import MARKS
from sathana.web.templatetags.typesetting import lines

register = template.Library()
register.filter("lines", lines)

_LONG = 4
"""Headings from which on a page has its contents listed."""

_PAGES = {
    "rule": "rule",
    "provision": "law-provision",
    "procedure": "law-procedure",
    "instrument": "law-instrument",
}
_LISTS = {
    "limit": "law-limits",
    "fee": "law-fees",
    "form": "law-forms",
    "door": "law-doors",
}


@register.inclusion_tag("editorial/cites.html")
def cites(rules: Iterable[str]) -> dict[str, Any]:
    """Show the records of the law that a block rests on; nothing if it names none."""
    cited = references.cited(str(key) for key in rules)
    marks = [one.found.verified for one in cited if one.found]
    return {
        "cited": cited,
        "weakest": weakest(marks) if marks else "unverified",
        "differ": any(one.found and one.found.contested for one in cited),
    }


@register.filter
def law_url(found: Reference) -> str:
    """Return the address of the page of a record of the law."""
    if found.kind in _PAGES:
        return reverse(_PAGES[found.kind], args=[found.id])
    if found.kind == "number":
        return reverse("id13")
    if found.kind == "point":
        return reverse("rule", args=[found.id])
    return f"{reverse(_LISTS[found.kind])}#{found.id}"


@register.filter
def law_name(found: Reference) -> Text:
    """Return what a record is called; a section alone is named with its law."""
    return references.name_of(found)


@register.filter
def mark_words(found: Reference) -> str:
    """Say in words how far a record was checked, and that readings differ."""
    words = [pick(MARKS[found.verified][1])]
    if found.contested:
        words.append(pick({"th": "มีการตีความต่างกัน", "en": "readings differ"}))
    return ", ".join(words)


@register.inclusion_tag("editorial/contents.html")
def contents(blocks: Iterable[Any]) -> dict[str, Any]:
    """Show what is inside of a long page; nothing where few headings stand."""
    heads = [str(one.value) for one in blocks if one.block_type == "heading"]
    return {"heads": heads if len(heads) >= _LONG else []}

"""Permission to stay over a life: what was told, ordered, or deemed by law."""

from __future__ import annotations

from datetime import date

from sathana.calendars.dates import to_text
from sathana.calendars.spans import DateSpan
from sathana.facts.model import Order
from sathana.status.diagram import YES
from sathana.status.points import span_of
from sathana.status.world import World

type Json = dict[str, object]

_DEEMED_FROM = date(1992, 2, 26).toordinal()
"""7 bis para 3 of 1992: deemed to have entered without permission."""
_REGULATION = DateSpan(date(2017, 1, 1).toordinal(), date(2017, 12, 31).toordinal())
"""The Ministerial Regulation of B.E. 2560; its day was not found (unverified)."""


def stay(world: World, who: str) -> list[Json]:
    """Return a person's standing under immigration law, as far as told or deemed.

    Days that no entry covers are unknown.
    """
    told: list[Json] = [
        {
            "kind": spell.kind,
            "from": _text(spell.begin),
            "until": _text(spell.end),
            "rule": None,
        }
        for spell in world.view.spells(who, "stay")
    ]
    return [*told, *_ordered(world, who), *([] if told else _deemed(world, who))]


def _text(span: DateSpan | None) -> str | None:
    return None if span is None else to_text(span)


def _ordered(world: World, who: str) -> list[Json]:
    return [
        {
            "kind": "permanent",
            "from": to_text(order.on),
            "until": None,
            "rule": "PR-ORDER",
        }
        for order in world.view.entries(who, "orders", Order)
        if order is not None and order.kind == "permanent_residence"
    ]


def _deemed(world: World, who: str) -> list[Json]:
    """Return the standing that 7 bis para 3 gives one born here and barred."""
    if world.law_at < _DEEMED_FROM or world.rule(who, "7BIS-1") is not YES:
        return []
    first, last = span_of(world.point(who, "born.date"))
    begin = DateSpan(max(first, _DEEMED_FROM), max(last, _DEEMED_FROM))
    entries: list[Json] = [
        {
            "kind": "unpermitted",
            "deemed": True,
            "from": to_text(begin),
            "until": to_text(_REGULATION),
            "rule": "7BIS-3",
        }
    ]
    if world.as_of >= _REGULATION.earliest:
        entries.append(
            {
                "kind": "unknown",
                "deemed": True,
                "follows": "parents",
                "from": to_text(_REGULATION),
                "until": None,
                "rule": "7BIS-3",
            }
        )
    return entries

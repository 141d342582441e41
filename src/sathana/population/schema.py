"""Which columns a table of people has, and what their numbers mean.

A row is a person. The columns hold facts as the rules read them: a *code* is a small
whole number, 0 where nobody knows; a *day* is two columns, ``_lo`` and ``_hi``, the
earliest and the latest possibility as proleptic Gregorian ordinals, both inclusive.
``LATEST`` as the upper end means "by the day asked"; ``NEVER`` as the upper end means
that the event may not have happened, as both ends that it did not.

Things of which a person may have several (spells, orders, marriages, findings) stand in
numbered *slots*, ``stay1_kind``, ``stay2_kind`` and so on; code 0 of the first column
of a slot is an empty one. See ``docs/population-file.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sathana.calendars.spans import LATEST_DAY
from sathana.facts.values import STAY_KINDS, domain
from sathana.vocabulary.codes import ORDER_KINDS

NEVER = 10_000_000
"""Stand-in day of an event that did not happen: later than every day."""
LATEST = LATEST_DAY
"""Upper end of a day that came at the latest on the day asked."""
UNTOLD = -1
"""Beginning of a spell of which none is told: birth, or the entry, is meant."""

NOT_IDENTIFIED, NO_SUCH = -1, -2
"""A parent whom nobody has named yet, and one whom nobody can find out."""
UNKNOWN_SPOUSE, THAI_SPOUSE, FOREIGN_SPOUSE, NO_MARRIAGE = -1, -2, -3, -9
"""A spouse who is no row of the table."""

FACTS = (
    "sex",
    "born.country",
    "born.notified",
    "number_class",
    "original_highlander",
    "displaced_thai",
    "foreign_nationality",
    "foreign_documents",
    "could_hold_parents_nationality",
    "alien_certificate.voluntary",
    "conduct",
    "convictions",
    "service",
    "livelihood",
    "speaks_thai",
    "education",
    "student",
    "adopted_by_thai",
    "registered_as_thai",
    "record_contradicted",
)
"""Facts of one value; the code of the first value of their domain is 1."""
EVENTS = (
    "born.date",
    "entered",
    "found",
    "registered",
    "parents_marriage",
    "legitimation",
    "paternity_proved",
    "adopted",
    "alien_certificate.taken",
    "alien_certificate.kept_until",
    "died",
)
"""Facts that are a day."""
SPELLS: Mapping[str, tuple[str, ...]] = {
    "stay": (*STAY_KINDS, "precarious", "unknown"),
    "residence": ("told",),
    "registers": ("told",),
    "care": ("told",),
    "thai": ("no", "yes", "unknown"),
}
"""What lasts, with the kinds of each; kind 1 is the first."""
ORDERS = tuple(sorted(code for code in ORDER_KINDS if code != "unknown"))
ORDERS_BY = domain("order.by")
RELATIVE = ("before_birth", "at_birth", "after_birth")
"""Order of the parents' marriage to the birth, where it alone is known."""
UNKNOWN_ORDER = len(ORDERS) + 1
"""Code of an order of which only that there was one is known."""
YES_NO = ("no", "yes")
GROUP_UNKNOWN = 255
"""Of ``group_code``; any other number is digits 6 and 7 of the person's number."""
SYNTHETIC = "synthetic"

_SLOT = re.compile(r"(stay|residence|registers|care|thai|order|marriage|finding)(\d+)_")


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        kind: ``code`` (uint8), ``day`` or ``row`` (int32).
        values: Words of a code from 1 on; empty where it is a number.
    """

    name: str
    kind: str
    values: tuple[str, ...] = ()


def plain(key: str) -> str:
    """Return the name that a fact has as a column: ``born.date`` is ``born_date``."""
    return key.replace(".", "_")


def day(name: str) -> tuple[Column, Column]:
    """Return the two columns of a day."""
    return Column(f"{name}_lo", "day"), Column(f"{name}_hi", "day")


def base() -> Iterator[Column]:
    """Yield the columns that every table has."""
    yield from (Column(name, "row") for name in ("father", "mother", "village"))
    yield Column("counted", "code", ("yes",))
    yield Column("province", "code")
    yield Column("group_code", "code")
    yield from (Column(plain(key), "code", domain(key)) for key in FACTS)
    for key in EVENTS:
        yield from day(plain(key))
    yield Column("parents_marriage_order", "code", RELATIVE)


def slot(thing: str, place: int, rules: tuple[str, ...] = ()) -> Iterator[Column]:
    """Yield the columns of one slot.

    Args:
        thing: A key of :data:`SPELLS`, or ``order``, ``marriage``, ``finding``.
        place: Number of the slot, from 1.
        rules: Ids of the rules of the law pack, for the columns that name one.
    """
    name = f"{thing}{place}"
    if thing in SPELLS:
        yield Column(f"{name}_kind", "code", SPELLS[thing])
        yield from day(f"{name}_from")
        yield from day(f"{name}_until")
    elif thing == "order":
        yield Column(f"{name}_kind", "code", (*ORDERS, "unknown"))
        yield from day(f"{name}_on")
        yield Column(f"{name}_by", "code", ORDERS_BY)
        yield Column(f"{name}_under", "code", rules)
    elif thing == "marriage":
        yield Column(f"{name}_spouse", "row")
        yield from day(f"{name}_wedding")
        yield Column(f"{name}_wedding_order", "code", RELATIVE)
        yield Column(f"{name}_child", "row")
        yield from day(f"{name}_ended")
        yield Column(f"{name}_gives", "code", YES_NO)
    else:
        yield Column(f"{name}_rule", "code", rules)
        yield Column(f"{name}_is", "code", YES_NO)
        yield Column(f"{name}_final", "code", YES_NO)


SLOTTED = (*SPELLS, "order", "marriage", "finding")


def slots(names: Iterable[str]) -> dict[str, int]:
    """Return how many slots of each thing a table with these columns has."""
    found = dict.fromkeys(SLOTTED, 0)
    for name in names:
        match = _SLOT.match(name)
        if match:
            found[match[1]] = max(found[match[1]], int(match[2]))
    return found


def columns(many: Mapping[str, int], rules: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Return all columns of a table with so many slots of each thing."""
    found = list(base())
    for thing in SLOTTED:
        for place in range(1, many.get(thing, 0) + 1):
            found.extend(slot(thing, place, rules))
    return tuple(found)


def code(key: str, word: str) -> int:
    """Return the code of a word of a fact; 0 for ``""``, which is not known."""
    return domain(key).index(word) + 1 if word else 0

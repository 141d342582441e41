"""A crowd whose law changes: one family in twenty answers otherwise by the law of now.

The stored answers are made by an earlier law, invented for the occasion, in which
section 23 (``S23``) governs births of other years. Copies of patterns of families
stand in turn; which patterns the change touches was found by assessing each by both.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from sathana.law.load import LawPack, from_json, shipped_text, using
from sathana.registry import packing
from sathana.registry.models import Assessment, Family, Person
from sathana.seeds import cloning, staff, storing
from sathana.seeds.village import village

RULE = "S23"
EVERY = 20
"""One family in so many is one whose answer the change turns."""
TURNED = ("F2", "F11")
DOUBTED = ("F9",)
"""A pattern of which no answer turns, though columns cannot tell."""
DOUBTS = 100
"""One family in so many is of that pattern."""
SAME = ("F1", "F3", "F4", "F6", "F7", "F8", "F10", "F12")
"""Patterns of which no answer turns."""
_BEGIN = 740_000
"""Births from here on (2027) were governed by the invented earlier text."""
_TOGETHER = 100


@dataclass(frozen=True, slots=True)
class Changing:
    """What was made.

    Attributes:
        turned: How many families answer otherwise now.
    """

    families: int
    persons: int
    turned: int


def earlier_law() -> LawPack:
    """Return the law that ships, with one text that governed fewer births."""
    data: dict[str, Any] = json.loads(shipped_text())
    for version in data["rules"][RULE]["versions"]:
        version["births"] = [_BEGIN, None]
    data["version"] = f"{data['version']}.earlier"
    return from_json(json.dumps(data))


def gather(families: int, step: Callable[[], None] = lambda: None) -> Changing:
    """Make the crowd: stored families with answers by the earlier law.

    Args:
        families: How many.
        step: Called after every hundred families.
    """
    hired = staff.hire(("ทีมต้นแบบ 1", "ทีมต้นแบบ 2"))
    with using(earlier_law()):
        turned = [_template(hired, pattern) for pattern in TURNED]
        doubted = [_template(hired, pattern) for pattern in DOUBTED]
        same = [_template(hired, pattern) for pattern in SAME]
    Family.rows.all().delete()  # the patterns themselves are not counted
    team, owner = hired.teams[0].id, hired.accounts["caseworker"].id
    chance, persons = Random("changing"), 0  # noqa: S311 (not a secret)
    for first in range(0, families, _TOGETHER):
        batch = cloning.Batch()
        for number in range(first, min(first + _TOGETHER, families)):
            source = _source(number, turned, doubted, same)
            cloning.copy(source, batch, chance, team=team, owner=owner)
            _answer_of(source, batch)
            persons += len(source.rows[Person])
        cloning.write(batch)
        step()
    return Changing(families, persons, families // EVERY)


def _source(
    number: int,
    turned: Sequence[cloning.Template],
    doubted: Sequence[cloning.Template],
    same: Sequence[cloning.Template],
) -> cloning.Template:
    if number % EVERY == EVERY - 1:
        return turned[number // EVERY % len(turned)]
    if number % DOUBTS == DOUBTS // 2:
        return doubted[0]
    return same[number % len(same)]


def _template(hired: staff.Staff, pattern: str) -> cloning.Template:
    seed = next(one for one in village(each=1) if one.pattern == pattern)
    made: uuid.UUID = storing.settle_one(hired, seed)
    found = cloning.template(Family.rows.get(id=made))
    for row in found.rows[Assessment]:
        row["result"] = packing.pack(_short(packing.unpack(row["result"])))
    return found


def _answer_of(source: cloning.Template, batch: cloning.Batch) -> None:
    """Give the last copy its stored answer, which a copy for other benches lacks."""
    told = [row["result"] for row in source.rows[Assessment]]
    for row, result in zip(batch.rows[Assessment][-len(told) :], told, strict=True):
        row.result = result


def _short(answer: dict[str, Any]) -> dict[str, Any]:
    """Cut an answer to what is compared: 20,000 whole ones would take gigabytes."""
    parts = ("thai", "pathways", "rights", "deadlines")
    people = answer["persons"].items()
    kept = {who: {k: one[k] for k in parts if k in one} for who, one in people}
    return {**answer, "persons": {w: _bare(one) for w, one in kept.items()}}


def _bare(person: dict[str, Any]) -> dict[str, Any]:
    names = ("id", "status", "due", "passed")
    return {
        "thai": {"answer": person["thai"]["answer"]},
        **{
            part: [{k: row[k] for k in names if k in row} for row in person[part]]
            for part in ("pathways", "rights", "deadlines")
            if part in person
        },
    }

"""The changes that a reform makes, read from a scenario file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from sathana.facts.values import DOMAINS, STAY_KINDS
from sathana.law.reform import Change, What
from sathana.law.rules import NATIONALITY_POINTS, PATHWAY_POINTS
from sathana.population.scenario.faults import ScenarioError
from sathana.population.scenario.source import Block, day_of
from sathana.population.scenario.values import MOST_YEARS
from sathana.vocabulary.codes import ORDER_KINDS

_WHATS: tuple[What, ...] = ("years", "day", "class")
_KINDS = (
    "gain", "loss", "bar", "definition", "pathway", "right", "permit",
)  # fmt: skip


def points(block: Block) -> dict[str, str]:
    """Return the letters taken at contested points, by point."""
    named = block.block("points", *sorted(NATIONALITY_POINTS | PATHWAY_POINTS))
    return {point: named.among(point, ("A", "B")) for point in named.values}


def changes(block: Block) -> Iterator[Change]:
    """Yield the changes of a reform, in order.

    Raises:
        ScenarioError: One is not written as it must be.
    """
    for change in block.blocks("reform", "rule", "kind", *_WHATS):
        named = [what for what in _WHATS if change.has(what)]
        if len(named) != 1:
            wanted = ("years, day หรือ class อย่างเดียว", "one of years, day, class")
            raise ScenarioError.wrong(change.where.rstrip("."), named, *wanted)
        kind = change.among("kind", _KINDS) if change.has("kind") else ""
        yield _change(change, named[0], kind)


def _change(change: Block, what: What, kind: str) -> Change:
    rule = change.text("rule")
    ends = ("from", "to")
    if what == "years":
        block = change.block(what, *ends)
        old, new = (block.number(end, 0, MOST_YEARS) for end in ends)
        return Change(rule, what, old, new, kind=kind)
    if what == "day":
        block = change.block(what, *ends)
        old, new = (day_of(block.need(end), block.at(end)) for end in ends)
        return Change(rule, what, old, new, kind=kind)
    block = change.block(what, "fact", *ends)
    fact = block.among("fact", _CLASSES)
    before, after = (_values(block, end, fact) for end in ends)
    return Change(rule, what, before, after, fact, kind)


_CLASSES: Mapping[str, tuple[str, ...]] = {
    **DOMAINS,
    "stay": STAY_KINDS,
    "orders": tuple(ORDER_KINDS),
}
"""Facts, spells and orders whose values a reform may change, with all of them."""


def _values(block: Block, end: str, fact: str) -> tuple[str, ...]:
    known = _CLASSES[fact]
    found = []
    for where, value in block.items(end):
        if value not in known:
            words = ", ".join(known)
            raise ScenarioError.wrong(
                where, value, f"ค่าของ {fact}: {words}", f"a value of {fact}: {words}"
            )
        found.append(cast("str", value))
    if not found:
        raise ScenarioError.missing(block.where, end)
    return tuple(dict.fromkeys(found))

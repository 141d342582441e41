"""Where two readings cannot part, the second one takes the answers of the first.

Readings differ in a few texts. If for a person, the ancestors and the spouses, each of
these texts comes out alike when both ways of reading it are asked in the same family,
then every answer about the person is alike, and is worked out once.
"""

from __future__ import annotations

from functools import cache

from sathana.law.book import book
from sathana.law.kept import follows_pack
from sathana.law.rules import Law
from sathana.status.diagram import NO, Diagram
from sathana.status.world import PLAIN, LawKey, Ready, World

_FOR_PATHWAYS = frozenset({"BARRED-FROM-SOIL"})
"""Definitions that only pathways use: they never change a nationality."""


def share(first: World, second: World) -> None:
    """Let the second reading take answers of the first where they cannot part."""
    parting = _parting(first.law, second.law)
    pairs = _pairs(first, second, parting)
    alike = {
        person
        for person in first.view.case.persons
        if all(
            _asked(first, mine, person) is _asked(first, theirs, person)
            for mine, theirs in pairs
        )
    }
    second.twin = first
    second.plain = first.plain
    second.parting = parting
    second.same = frozenset(
        person for person in alike if _family(first, person) <= alike
    )


@follows_pack
@cache
def _parting(first: LawKey, second: LawKey) -> frozenset[int]:
    """Return the places in the book of texts that two readings take differently."""
    mine, theirs = (
        {clause.place: clause.condition for clause in book(Law(dict(points), reforms))}
        for points, reforms in (first, second)
    )
    places = mine.keys() | theirs.keys()
    return frozenset(p for p in places if mine.get(p) != theirs.get(p))


def _pairs(
    first: World, second: World, parting: frozenset[int]
) -> list[tuple[Ready | None, Ready | None]]:
    """Return the texts that differ and bear on nationality, in each reading."""
    mine = {r.clause.place: r for r in first.clauses if r.clause.place in parting}
    theirs = {r.clause.place: r for r in second.clauses if r.clause.place in parting}
    return [
        (mine.get(place), theirs.get(place))
        for place in sorted(mine.keys() | theirs.keys())
        if _bears(mine.get(place) or theirs[place])
    ]


def _bears(ready: Ready) -> bool:
    clause = ready.clause
    return (
        clause.kind not in ("pathway", "right", "permit")
        and clause.rule not in _FOR_PATHWAYS
    )


def _asked(world: World, ready: Ready | None, person: str) -> Diagram:
    """Ask a text in the family of the first reading; one not there never holds."""
    if ready is None or ready.births(world, person, PLAIN) is NO:
        return NO
    return world.shop.within(
        lambda: ready.ask(world, person, PLAIN),
        (person, "text", str(ready.clause.place), str(id(ready))),
    )


def _family(world: World, person: str) -> set[str]:
    """Return all on whom a person's nationality may hang: ancestors and spouses."""
    found: set[str] = set()
    waiting = [person]
    while waiting:
        who = waiting.pop()
        if who in found or who not in world.view.case.persons:
            continue
        found.add(who)
        waiting.extend(world.view.parents(who))
        waiting.extend(m.to for m, _ in world.view.marriages(who) if m)
    return found

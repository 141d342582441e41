"""What a scenario asks of each person besides nationality, to say how and why."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.law.load import pack
from sathana.logic.nodes import Condition, Const, OpenLaw
from sathana.population.program import parts_of
from sathana.population.rulebook import Rulebook
from sathana.status.answer import rank
from sathana.status.changes import GIVEN, Change
from sathana.status.points import exact

ENTERED = "ENTERED"
"""A registrar's entry of which the rule is not told."""
_GROUPS = ("nationality", "residence")


@dataclass(frozen=True, slots=True)
class Pathway:
    """A way to nationality or residence that a rulebook has.

    Attributes:
        parts: What must all hold, with its place in the text; what holds for everybody
            left out.
        unread: Whether it hangs on a text that nobody has read, so that it is open to
            nobody for sure.
    """

    rule: str
    parts: tuple[tuple[int, Condition], ...]
    unread: bool


def pathways(book: Rulebook) -> tuple[Pathway, ...]:
    """Return the ways to nationality and residence that are in force, in order."""
    rules, found = pack().rules, []
    for clause in book.clauses:
        info = rules.get(clause.rule)
        if clause.kind != "pathway" or clause.per != "person":
            continue
        if info and (info.pathway is None or info.pathway.group not in _GROUPS):
            continue
        parts = enumerate(parts_of(clause))
        kept = tuple((i, part) for i, part in parts if not isinstance(part, Const))
        unread = any(isinstance(part, OpenLaw) for _, part in kept)
        found.append(Pathway(clause.rule, kept, unread))
    return tuple(found)


def gains(book: Rulebook) -> tuple[str, ...]:
    """Return the rules that give nationality, in the order in which one is named."""
    first: dict[str, int] = {GIVEN: -1, ENTERED: len(book.clauses)}
    for clause in book.clauses:
        if clause.kind == "gain":
            first.setdefault(clause.rule, clause.place)
    return tuple(sorted(first, key=lambda rule: _rank(rule, first[rule])))


def _rank(rule: str, place: int) -> tuple[int, int]:
    """Return the contract's order of rules (4.3); by place in the book for a tie."""
    return rank(Change(rule, "", frozenset(), exact(max(place, 0))))


def asked_of(
    books: tuple[Rulebook, ...], ask: tuple[str, ...], *, thai: bool
) -> tuple[str, ...]:
    """Return all that a program must answer for the tables of a scenario.

    Args:
        books: The rulebooks.
        ask: ``thai`` and ids of pathways.
        thai: Whether it is asked by which rule people are Thai.
    """
    found = ["thai", *(f"rule:{rule}" for rule in ask if rule != "thai")]
    if thai:
        found += [f"gain:{rule}" for book in books for rule in gains(book)]
    for pathway in (each for book in books for each in pathways(book)):
        found.append(f"rule:{pathway.rule}")
        found += [f"part:{pathway.rule}:{place}" for place, _ in pathway.parts]
    return tuple(dict.fromkeys(found))

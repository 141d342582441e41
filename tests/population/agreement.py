"""The reader of columns and the prover before its case split, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tests.generative.families import Plain
from tests.generative.families_asked import case_of, days_of

from sathana.facts.model import CaseFile
from sathana.facts.view import View
from sathana.law.rules import READINGS
from sathana.population.program import answerable, compiled
from sathana.population.rows import table_of
from sathana.population.rulebook import Rulebook
from sathana.population.run import evaluate
from sathana.status.answer import word
from sathana.status.diagram import NO, Diagram
from sathana.status.kleene import KleeneWorkshop
from sathana.status.reader import law_key, ready
from sathana.status.timeline import thai_at
from sathana.status.world import World

WORDS = ("no", "unknown", "yes")
OF_A_PERSON = {"pathway", "right", "permit"}
type Days = tuple[int, int]


@dataclass(frozen=True)
class Parting:
    """One answer on which the two readers part."""

    case: str
    who: str
    book: str
    asked: str
    prover: str
    columns: str


def grouped(families: Iterable[Plain]) -> dict[Days, list[CaseFile]]:
    """Return drawn families as case files of different names, by their two days."""
    found: dict[Days, list[CaseFile]] = defaultdict(list)
    for number, family in enumerate(families):
        case = replace(case_of(family), case=f"family {number}")
        found[days_of(family)].append(case)
    return found


def rulebooks(as_of: int, law_at: int) -> tuple[Rulebook, ...]:
    """Return both readings of the law of a day."""
    return tuple(Rulebook(name, as_of, law_at, law) for name, law in READINGS.items())


def partings(
    cases: Sequence[CaseFile], books: Sequence[Rulebook], chunk: int = 64
) -> tuple[list[Parting], int]:
    """Return every answer on which the readers part, and how many were compared."""
    table, places = table_of(cases, books[0].as_of)
    asked = answerable(books)
    found = evaluate(compiled(books, asked, table.slots), table, chunk=chunk)
    parted, compared = [], 0
    for case in cases:
        view = View(case, as_of=books[0].as_of)
        for book in books:
            world = world_of(view, book)
            for who in case.persons:
                row = places[case.case, who]
                for what in asked:
                    one = word(proved(world, who, what))
                    two = WORDS[found[book.name, what][row]]
                    compared += 1
                    if one != two:
                        parted.append(
                            Parting(case.case, who, book.name, what, one, two)
                        )
    return parted, compared


def world_of(view: View, book: Rulebook) -> World:
    """Return a family ready to be asked by the prover, without its case split."""
    clauses = tuple(ready(clause) for clause in book.clauses)
    key = law_key(book.law)
    return World(
        view, KleeneWorkshop(), book.name, book.as_of, book.law_at, clauses, key
    )


def proved(world: World, who: str, what: str) -> Diagram:
    """Return the prover's answer to what columns are asked."""
    kind, _, rule = what.partition(":")
    if kind == "thai":
        return thai_at(world, who, world.asked(who))
    texts = [r for r in world.by_rule.get(rule, ()) if r.clause.per == "person"]
    of_a_person = {r.clause.kind for r in texts} & OF_A_PERSON
    answer = NO
    for text in texts:
        if not of_a_person or text.clause.kind in of_a_person:
            answer = world.shop.either(answer, world.holds(text, who))
    return answer

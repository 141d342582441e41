"""What columns leave unknown, decided by splitting cases, family by family.

Three-valued columns are sound but not complete: of somebody whose answer is the same in
every way in which the unknown facts can turn out, they may say unknown. The prover
follows every way (``status.diagram``); it takes a thousand times as long, so that it is
asked only where the columns have no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sathana.facts.model import CaseFile
from sathana.facts.view import View
from sathana.population.ops import UNKNOWN
from sathana.population.program import Answer, compiled
from sathana.population.rows import table_of
from sathana.population.rulebook import Rulebook
from sathana.population.run import evaluate
from sathana.status.answer import word
from sathana.status.diagram import Workshop
from sathana.status.reader import open_world
from sathana.status.timeline import thai_at
from sathana.status.world import World

_WORDS = ("no", "unknown", "yes")


@dataclass(frozen=True, slots=True)
class Decided:
    """Nationality of the persons of some case files.

    Attributes:
        answers: ``no``, ``unknown`` or ``yes``, by case, person and rulebook.
        by_columns: How many of them the columns decided.
        by_split: How many more were decided by splitting cases.
    """

    answers: dict[tuple[str, str, str], str]
    by_columns: int
    by_split: int


def decided(cases: Sequence[CaseFile], books: Sequence[Rulebook]) -> Decided:
    """Return the nationality of everybody in some case files, as far as it follows.

    Args:
        cases: Case files of different names.
        books: Rulebooks of one ``as_of``, without reforms of their own.
    """
    table, places = table_of(cases, books[0].as_of)
    found = evaluate(compiled(books, ("thai",), table.slots), table)
    answers: dict[tuple[str, str, str], str] = {}
    alone = split = 0
    for case in cases:
        worlds = {book.name: _world(case, book) for book in books}
        for who in case.persons:
            for book in books:
                value = found[_asked(book)][places[case.case, who]]
                answer = _WORDS[value]
                alone += value != UNKNOWN
                if value == UNKNOWN:
                    world = worlds[book.name]
                    answer = word(thai_at(world, who, world.asked(who)))
                    split += answer != "unknown"
                answers[case.case, who, book.name] = answer
    return Decided(answers, int(alone), split)


def _asked(book: Rulebook) -> Answer:
    return book.name, "thai"


def _world(case: CaseFile, book: Rulebook) -> World:
    return open_world(
        View(case, as_of=book.as_of),
        Workshop(),
        name=book.name,
        law=book.law,
        as_of=book.as_of,
        law_at=book.law_at,
    )

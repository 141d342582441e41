"""Counting: who moves where, by which rule, and whom no pathway reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sathana.population.ops import NO, YES
from sathana.population.rulebook import Rulebook
from sathana.population.run import Results
from sathana.population.scenario.dimensions import DIMENSIONS
from sathana.population.scenario.questions import Pathway, gains, pathways
from sathana.population.table import Table

type Counts = npt.NDArray[np.int64]
type Truths = npt.NDArray[np.uint8]

STATES = 3
"""No, unknown and yes, in this order."""
SEVERAL = ""
"""Stands for a rule where it is sure that one of several gives, but not which."""


@dataclass
class Moves:
    """How people move from one law to another, for one thing that is asked.

    Attributes:
        by: For each dimension the counts, shaped (value, base, alternative).
    """

    by: dict[str, Counts] = field(
        default_factory=lambda: {
            d.name: np.zeros((d.size, STATES, STATES), np.int64) for d in DIMENSIONS
        }
    )

    @property
    def whole(self) -> Counts:
        """Counts of all people, shaped (base, alternative)."""
        found: Counts = self.by["sex"].sum(axis=0)
        return found


@dataclass
class Unreached:
    """Those surely not Thai to whom no way that can be read is open.

    Attributes:
        not_thai: All who are surely not Thai.
        open: Of these, those to whom at least one way is surely open.
        perhaps: Those to whom none is surely open, and one perhaps, by facts that are
            missing.
        closed: Those to whom every way that can be read is closed.
        unread: Of the closed, those to whom one may be open that nobody has read.
        reasons: Of the closed, for each way and part that comes nearest to being met.
    """

    not_thai: int = 0
    open: int = 0
    perhaps: int = 0
    closed: int = 0
    unread: int = 0
    reasons: Counter[tuple[str, int]] = field(default_factory=Counter)


class Tally:
    """All counts of a scenario, taken in block by block."""

    def __init__(
        self, books: Sequence[Rulebook], ask: Sequence[str], *, rules: bool
    ) -> None:
        """Begin with nothing.

        Args:
            books: The base and the alternatives.
            ask: ``thai`` and ids of pathways.
            rules: Whether it is counted by which rule people are Thai.
        """
        self.books, self.ask = tuple(books), tuple(ask)
        self.as_of = books[0].as_of
        self.rows = self.counted = 0
        others = [book.name for book in books]
        self.moves = {(name, what): Moves() for name in others for what in ask}
        self.under: dict[str, Counter[str]] = {name: Counter() for name in others}
        self.became: dict[str, Counter[str]] = {name: Counter() for name in others}
        self.unreached = {name: Unreached() for name in others}
        self._gains = {book.name: gains(book) if rules else () for book in books}
        self._ways = {book.name: pathways(book) for book in books}

    def add(self, table: Table, results: Results) -> None:
        """Take in one block."""
        who = np.flatnonzero(table.columns["counted"])
        self.rows += len(table)
        self.counted += len(who)
        answers = _Answers(results, who)
        columns = {name: column[who] for name, column in table.columns.items()}
        keys = {d.name: d.of(columns, self.as_of) * STATES**2 for d in DIMENSIONS}
        base = self.books[0].name
        before = {what: answers.of(base, question(what)) for what in self.ask}
        for book in self.books:
            for what in self.ask:
                after = answers.of(book.name, question(what))
                cell = before[what] * np.uint8(STATES) + after
                _add(self.moves[book.name, what], keys, cell)
            self._rules(book.name, answers, answers.of(base, "thai"))
            _reach(self.unreached[book.name], self._ways[book.name], book.name, answers)

    def _rules(self, name: str, answers: _Answers, base: Truths) -> None:
        """Count by which rule people are Thai, and by which they became so."""
        rules = self._gains[name]
        if not rules:
            return
        thai = np.flatnonzero(answers.of(name, "thai") == YES)
        first = np.full(len(thai), len(rules), np.intp)
        for place in range(len(rules) - 1, -1, -1):
            works = answers.of(name, f"gain:{rules[place]}")[thai] == YES
            first[works] = place
        titles = (*rules, SEVERAL)
        new = base[thai] != YES
        _count(self.under[name], titles, first)
        _count(self.became[name], titles, first[new])


class _Answers:
    """Answers for those who are counted."""

    def __init__(self, results: Results, who: npt.NDArray[np.intp]) -> None:
        self.results, self.who = results, who
        self.kept: dict[tuple[str, str], Truths] = {}

    def of(self, book: str, what: str) -> Truths:
        """Return one answer of each person who is counted."""
        key = (book, what)
        if key not in self.kept:
            self.kept[key] = self.results[key][self.who]
        return self.kept[key]


def question(what: str) -> str:
    """Return what a program is asked for one thing that a scenario asks."""
    return what if what == "thai" else f"rule:{what}"


def _add(moves: Moves, keys: Mapping[str, npt.NDArray[np.intp]], cell: Truths) -> None:
    for name, counts in moves.by.items():
        flat = np.bincount(keys[name] + cell, minlength=counts.size)
        counts += flat.reshape(counts.shape)


def _count[T](
    counter: Counter[T], titles: Sequence[T], places: npt.NDArray[np.intp]
) -> None:
    found = np.bincount(places, minlength=len(titles))
    for place in np.flatnonzero(found):
        counter[titles[int(place)]] += int(found[place])


def _reach(
    found: Unreached, ways: Sequence[Pathway], book: str, answers: _Answers
) -> None:
    """Count whom no way reaches, and which part of the nearest way is not met."""
    alien = np.flatnonzero(answers.of(book, "thai") == NO)
    best, unread = np.zeros(len(alien), np.uint8), np.zeros(len(alien), np.uint8)
    for way in ways:
        into = unread if way.unread else best
        np.maximum(into, answers.of(book, f"rule:{way.rule}")[alien], out=into)
    closed = best == NO
    found.not_thai += len(alien)
    found.open += int((best == YES).sum())
    found.closed += int(closed.sum())
    found.perhaps += int((~closed & (best != YES)).sum())
    found.unread += int((closed & (unread != NO)).sum())
    _reasons(found.reasons, ways, book, answers, alien[closed])


def _reasons(
    reasons: Counter[tuple[str, int]],
    ways: Sequence[Pathway],
    book: str,
    answers: _Answers,
    who: npt.NDArray[np.intp],
) -> None:
    """Count the first part not met of the way of which the smallest share is not."""
    nearest = np.full(len(who), np.inf)
    reason = np.full(len(who), -1, np.intp)
    listed: list[tuple[str, int]] = []
    for way in (way for way in ways if not way.unread):
        failing = np.zeros(len(who), np.intp)
        first = np.full(len(who), -1, np.intp)
        for place, _ in reversed(way.parts):
            fails = answers.of(book, f"part:{way.rule}:{place}")[who] == NO
            failing += fails
            first[fails] = len(listed)
            listed.append((way.rule, place))
        share = np.where(first >= 0, failing / max(len(way.parts), 1), np.inf)
        nearer = share < nearest
        nearest[nearer], reason[nearer] = share[nearer], first[nearer]
    _count(reasons, listed, reason[reason >= 0])

"""Which families' answers can differ between two laws: told from columns alone.

Everything the prover says of a family hangs on the texts of the law, each asked of each
person. So a family's answers (nationality, pathways, rights, deadlines, on the facts as
they are told) are the same under both laws if each text that differs has surely the
same value, yes or no, for each of its persons under both. What columns leave unknown is
no such value: the family is taken, since splitting cases may part the laws. So is every
family where the two laws cannot be held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from sathana.facts.model import CaseFile
from sathana.facts.view import View
from sathana.law.book import Clause
from sathana.law.rules import READINGS
from sathana.population.differences import (
    Days,
    Edition,
    Two,
    beyond_columns,
    closing,
    differing,
)
from sathana.population.lower import Lowering
from sathana.population.ops import UNKNOWN, Op
from sathana.population.program import Answer, Program, lowered, shared
from sathana.population.rows import table_of
from sathana.population.rulebook import Rulebook, rule_codes
from sathana.population.run import Ready, evaluate, ready
from sathana.population.schema import NO_MARRIAGE, columns
from sathana.population.table import Table
from sathana.population.timeline import Timeline
from sathana.status.deadlines import deadlines

_NO = 0
_WORDS = ("yes", "no", "unknown", "contested")

type Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of one rulebook that has to be asked.

    Attributes:
        against: Where its value of the other law stands; ``None``: it must be no.
    """

    key: Answer
    against: Answer | None = None


class Sieve:
    """Takes families whose answers can differ; the law of now must be in use.

    Attributes:
        everyone: Whether the laws differ in something that columns do not hold.
    """

    def __init__(self, before: Edition, now: Edition, days: Days) -> None:
        """Find the texts that differ, once for all families."""
        self.before, self.now, self.days = before, now, days
        self.two = Two(before, now, days)
        self.differing = {name: differing(self.two, name) for name in READINGS}
        self.closing = closing(self.two)
        self.everyone = beyond_columns(self.two)
        self.slots: dict[str, int] = {}
        self._made: dict[tuple[tuple[str, int], ...], tuple[Ready, list[_Text]]] = {}

    @cached_property
    def terms(self) -> bool:
        """Whether deadlines may be others."""
        moved = self.days.was_law_at != self.days.as_of
        return moved or self.before.practice != self.now.practice

    @property
    def nobody(self) -> bool:
        """Whether no answer can differ, whatever the facts are."""
        texts = any(old or new for old, new in self.differing.values())
        return not (self.everyone or self.terms or texts or self.closing)

    def taken(self, cases: Sequence[CaseFile]) -> set[str]:
        """Return the names of the families whose answers can differ.

        Args:
            cases: Families of different names.
        """
        if self.everyone:
            return {case.case for case in cases}
        if self.nobody or not cases:
            return set()
        found = {case.case for case in cases if self.terms and self._terms_of(case)}
        if self.closing or any(a or b for a, b in self.differing.values()):
            found |= self._by_texts(cases)
        return found

    def _by_texts(self, cases: Sequence[CaseFile]) -> set[str]:
        table, places = table_of(cases, self.days.as_of)
        for kind, many in table.slots.items():
            self.slots[kind] = max(many, self.slots.get(kind, 0))
        table = _widened(table, self.slots)
        asked, texts = self._program()
        found = evaluate(asked, table)
        flags = _slotted(self, table)
        for text in texts:
            value = found[text.key]
            if text.against is None:
                flags |= value != _NO
            else:
                flags |= (value != found[text.against]) | (value == UNKNOWN)
        return {case for (case, _), row in places.items() if flags[row]}

    def _program(self) -> tuple[Ready, list[_Text]]:
        key = tuple(sorted(self.slots.items()))
        if key not in self._made:
            self._made[key] = _compiled(self)
        return self._made[key]

    def _terms_of(self, case: CaseFile) -> bool:
        """Say whether a deadline of a family can be another one."""
        view = View(case, as_of=self.days.as_of)
        for who in (who for who in case.persons if "." not in who):
            for word in _WORDS:
                before, now = (
                    deadlines(
                        view, who, as_of=self.days.as_of, law_at=at, thai=word, law=law
                    )
                    for at, law in (
                        (self.days.was_law_at, self.before.practice),
                        (self.days.as_of, self.now.practice),
                    )
                )
                if _said(before) != _said(now):
                    return True
        return False


def _said(rows: Sequence[Mapping[str, object]]) -> list[tuple[object, ...]]:
    return [(row["id"], row.get("due"), row.get("passed")) for row in rows]


# --- the same, as a program -----------------------------------------------------------


def _compiled(sieve: Sieve) -> tuple[Ready, list[_Text]]:
    lows = lowered(_books(sieve), sieve.slots)
    by_name = {low.name: low for low in lows}
    answers: dict[Answer, Op] = {}
    texts: list[_Text] = []
    for name in READINGS:
        old, new = by_name[f"{name} before"], by_name[f"{name} now"]
        for low in (old, new):
            Timeline(low)
        texts += _pairs(sieve, name, old, new, answers)
    definitions = lows[0].definitions
    definitions.finish()
    made = Program(answers, definitions.made, dict(sieve.slots), sieve.days.as_of)
    return ready(shared(made, lows[0].ops)), texts


def _books(sieve: Sieve) -> Iterator[Rulebook]:
    days = sieve.days
    for name, law in READINGS.items():
        for when, edition, at in (
            ("before", sieve.before, days.was_law_at),
            ("now", sieve.now, days.as_of),
        ):
            texts = edition.books[name]
            yield Rulebook(f"{name} {when}", days.as_of, at, law, texts)


def _pairs(
    sieve: Sieve, name: str, old: Lowering, new: Lowering, answers: dict[Answer, Op]
) -> Iterator[_Text]:
    """Ask each differing text; one that differs in its condition alone, of both."""
    lost, won = (
        [c for c in some if c.per == "person"] for some in sieve.differing[name]
    )
    for clause in lost:
        alike = [c for c in won if _works(c) == _works(clause)]
        several = sum(_works(c) == _works(clause) for c in lost) > 1
        key = _asked(old, clause, answers)
        if len(alike) == 1 and not several:
            won.remove(alike[0])
            yield _Text(key, _asked(new, alike[0], answers))
        else:
            yield _Text(key)
    for clause in won:
        yield _Text(_asked(new, clause, answers))
    for low in (old, new):
        for clause in low.clauses:
            if clause.rule in sieve.closing and clause.kind == "pathway":
                yield _Text(_asked(low, clause, answers))


def _works(clause: Clause) -> tuple[object, ...]:
    """Return what a text does where it holds."""
    told = (clause.rule, clause.kind, clause.basis, clause.takes)
    return *told, clause.when, clause.per, clause.orders


def _asked(low: Lowering, clause: Clause, answers: dict[Answer, Op]) -> Answer:
    key = (low.name, f"text:{clause.place}")
    answers[key] = low.condition(clause.condition)
    return key


# --- rows -----------------------------------------------------------------------------


def _slotted(sieve: Sieve, table: Table) -> Flags:
    """Return who has a marriage, order or finding that a differing text is about."""
    flags = np.zeros(len(table), bool)
    texts = [c for pair in sieve.differing.values() for some in pair for c in some]
    per = {clause.per for clause in texts}
    kinds = [("order", "kind", 0)] * ("order" in per)
    kinds += [("marriage", "spouse", NO_MARRIAGE)] * ("marriage" in per)
    for kind, part, none in kinds:
        for n in range(1, sieve.slots.get(kind, 0) + 1):
            flags |= table.columns[f"{kind}{n}_{part}"] != none
    codes = rule_codes()
    rules = {codes.index(c.rule) + 1 for c in texts if c.rule in codes}
    named = [*rules, len(codes) + 1]
    for kind, part in (("finding", "rule"), ("order", "under")):
        for n in range(1, sieve.slots.get(kind, 0) + 1):
            flags |= np.isin(table.columns[f"{kind}{n}_{part}"], named) & bool(texts)
    return flags


def _widened(table: Table, many: Mapping[str, int]) -> Table:
    """Return a table with so many slots: the further ones are empty."""
    found = dict(table.columns)
    for column in columns(many, rule_codes()):
        if column.name not in found:
            part = column.name.rpartition("_")[2]
            none = {"spouse": NO_MARRIAGE, "child": -1}.get(part, 0)
            if column.kind == "code":
                found[column.name] = np.full(len(table), none, np.uint8)
            else:
                found[column.name] = np.full(len(table), none, np.int32)
    return Table(found, table.first)

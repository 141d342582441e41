"""Rulebooks made into one list of steps that are each worked out once.

Definitions of different rulebooks that come to the same, also through other rows, are
found and made one, so that what a reading or a reform does not touch is shared.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from sathana.law.book import Clause
from sathana.logic.nodes import And, Condition
from sathana.population.frames import Definitions
from sathana.population.lower import Lowering
from sathana.population.lower_spells import Told
from sathana.population.ops import FREE, Builder, Op
from sathana.population.rulebook import Rulebook, rule_codes
from sathana.population.timeline import Timeline
from sathana.population.whens import Days

_OF_A_PERSON = {"pathway", "right", "permit"}

type Answer = tuple[str, str]
"""Name of a rulebook, and what is asked; see :func:`compiled`."""


@dataclass(frozen=True, slots=True)
class Program:
    """Steps ready to be worked out.

    Attributes:
        answers: The step of each answer.
        carried: Definitions that other rows fetch, by name; parents come first.
        slots: How many slots of each thing the table has.
        as_of: The day asked about, ordinal.
    """

    answers: Mapping[Answer, Op]
    carried: Mapping[Hashable, Op]
    slots: Mapping[str, int]
    as_of: int

    @property
    def operations(self) -> int:
        """How many steps are worked out for a person, columns and constants not."""
        roots = (*self.answers.values(), *self.carried.values())
        return sum(op.kind not in FREE for op in reached(roots))

    @property
    def columns(self) -> frozenset[str]:
        """Columns of the table that any step reads."""
        roots = (*self.answers.values(), *self.carried.values())
        steps = reached(roots)
        read = {str(op.data) for op in steps if op.kind == "column"}
        links = {link_of(op) for op in steps if op.kind in {"of", "of_n"}}
        return frozenset(read | links)


def compiled(
    books: Iterable[Rulebook],
    asked: Iterable[str],
    slots: Mapping[str, int],
) -> Program:
    """Return the program that answers what is asked under each rulebook.

    Args:
        books: The rulebooks, all of one ``as_of``.
        asked: ``thai``; ``rule:ID`` for the condition of a rule; ``gain:ID`` for
            whether nationality by that rule stands on the day asked; ``part:ID:N``
            for the part N of what a pathway or a right asks.
        slots: How many slots of each thing the table has.
    """
    books, asked = tuple(books), tuple(asked)
    (as_of,) = {book.as_of for book in books}
    ops = Builder()
    told = Told(ops, Days(ops), dict(slots), as_of)
    definitions = Definitions(ops)
    answers: dict[Answer, Op] = {}
    for book in books:
        low = Lowering(
            book.clauses, book.law_at, told, definitions, rule_codes(), book.name
        )
        line = Timeline(low)
        for what in asked:
            answers[book.name, what] = _answer(low, line, what)
    definitions.finish()
    return _shared(Program(answers, definitions.made, dict(slots), as_of), ops)


def answerable(books: Iterable[Rulebook]) -> tuple[str, ...]:
    """Return all that can be asked of a person under some rulebooks."""
    texts = [clause for book in books for clause in book.clauses]
    rules = {c.rule for c in texts} - {c.rule for c in texts if c.per != "person"}
    petitions = {c.rule for c in texts if c.kind in _OF_A_PERSON}
    return ("thai", *(f"rule:{rule}" for rule in sorted(rules | petitions)))


def _answer(low: Lowering, line: Timeline, what: str) -> Op:
    kind, _, name = what.partition(":")
    frame = low.frame("self")
    if kind == "thai":
        return line.thai_at(frame, low.told.asked(frame))
    if kind == "gain":
        return line.works(name, low.told.asked(frame))
    if kind == "part":
        return _part(low, name)
    pathways = [c for c in low.clauses if c.rule == name and c.per == "person"]
    kinds = {c.kind for c in pathways} & _OF_A_PERSON
    if not kinds:
        return low.rule(name)
    return low.ops.most(*(low.holds(c) for c in pathways if c.kind in kinds))


def _part(low: Lowering, name: str) -> Op:
    """Return one of the parts that must all hold for a pathway or a right."""
    rule, _, place = name.rpartition(":")
    texts = [c for c in low.clauses if c.rule == rule and c.kind in _OF_A_PERSON]
    found = [
        low.condition(parts_of(clause)[int(place)])
        for clause in texts
        if int(place) < len(parts_of(clause))
    ]
    return low.ops.least(*found)


def parts_of(clause: Clause) -> tuple[Condition, ...]:
    """Return the parts that must all hold for a text to apply."""
    whole = clause.condition
    return whole.parts if isinstance(whole, And) else (whole,)


def link_of(op: Op) -> str:
    """Return the column by which a step leads to another row."""
    return cast("tuple[str, Hashable]", op.data)[0]


def target(op: Op) -> Hashable:
    """Return the name of the definition that a step fetches from another row."""
    return cast("tuple[str, Hashable]", op.data)[1]


def reached(roots: Iterable[Op]) -> list[Op]:
    """Return each step below some steps once, in the order of making."""
    seen: dict[int, Op] = {}
    waiting = list(roots)
    while waiting:
        op = waiting.pop()
        if op.uid not in seen:
            seen[op.uid] = op
            waiting.extend(op.args)
    return [seen[uid] for uid in sorted(seen)]


# -- sharing between rulebooks -----------------------------------------------------


def _shared(program: Program, ops: Builder) -> Program:
    """Return the program with definitions that come to the same made one."""
    same = _classes(program)
    first: dict[int, Hashable] = {}
    for name in program.carried:
        first.setdefault(same[name], name)
    renamed = {name: first[same[name]] for name in program.carried}
    again = _Renamer(ops, renamed)
    answers = {name: again.op(op) for name, op in program.answers.items()}
    carried = {name: again.op(program.carried[name]) for name in first.values()}
    needed = _needed(answers.values(), carried)
    kept = {name: op for name, op in carried.items() if name in needed}
    return Program(answers, kept, program.slots, program.as_of)


def _classes(program: Program) -> dict[Hashable, int]:
    """Return a number for each definition, the same for those that cannot part.

    All are held for the same at first; those whose steps differ are told apart, until
    nothing more parts.
    """
    same: dict[Hashable, int] = dict.fromkeys(program.carried, 0)
    count = 0
    while True:
        seen: dict[tuple[object, ...], int] = {}
        marks = _Marks(same)
        same = {
            name: seen.setdefault((same[name], marks.of(op)), len(seen))
            for name, op in program.carried.items()
        }
        if len(seen) == count:
            return same
        count = len(seen)


class _Marks:
    """Gives equal numbers to steps that are equal but for names of one class."""

    def __init__(self, same: Mapping[Hashable, int]) -> None:
        self.same = same
        self.known: dict[tuple[object, ...], int] = {}
        self.marks: dict[int, int] = {}

    def of(self, root: Op) -> int:
        """Return the number of a step."""
        for op in reached((root,)):
            if op.uid not in self.marks:
                data = op.data
                if op.kind in {"of", "of_n"}:
                    data = (link_of(op), self.same[target(op)])
                key = (op.kind, data, *(self.marks[arg.uid] for arg in op.args))
                self.marks[op.uid] = self.known.setdefault(key, len(self.known))
        return self.marks[root.uid]


class _Renamer:
    """Makes steps again with other names of definitions."""

    def __init__(self, ops: Builder, names: Mapping[Hashable, Hashable]) -> None:
        self.ops, self.names = ops, names
        self.done: dict[int, Op] = {}

    def op(self, root: Op) -> Op:
        """Return a step with its names changed."""
        for op in reached((root,)):
            if op.uid not in self.done:
                data = op.data
                if op.kind in {"of", "of_n"}:
                    data = (link_of(op), self.names[target(op)])
                args = tuple(self.done[arg.uid] for arg in op.args)
                if op.kind in {"least", "most"}:
                    make = self.ops.least if op.kind == "least" else self.ops.most
                    self.done[op.uid] = make(*args)
                else:
                    self.done[op.uid] = self.ops.make(op.kind, args, data)
        return self.done[root.uid]


def _needed(roots: Iterable[Op], carried: Mapping[Hashable, Op]) -> set[Hashable]:
    """Return the definitions that some steps hang on."""
    found: set[Hashable] = set()
    waiting = list(roots)
    while waiting:
        for op in reached((waiting.pop(),)):
            if op.kind in {"of", "of_n"} and target(op) not in found:
                found.add(target(op))
                waiting.append(carried[target(op)])
    return found

"""Rulebooks made into one list of steps that are each worked out once.

Definitions of different rulebooks that come to the same, also through other rows, are
found and made one, so that what a reading or a reform does not touch is shared.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from sathana.law.book import Clause
from sathana.logic.nodes import And, Condition
from sathana.population.frames import Definitions
from sathana.population.lower import Lowering
from sathana.population.lower_spells import Told
from sathana.population.ops import FREE, Builder, Known, Op
from sathana.population.rulebook import Rulebook, rule_codes
from sathana.population.timeline import Timeline
from sathana.population.whens import Days

_OF_A_PERSON = {"pathway", "right", "permit"}

type Answer = tuple[str, str]
"""Name of a rulebook, and what is asked; see :func:`compiled`."""


@dataclass(frozen=True, slots=True, repr=False)
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
    known: Known | None = None,
) -> Program:
    """Return the program that answers what is asked under each rulebook.

    Args:
        books: The rulebooks, all of one ``as_of``.
        asked: ``thai``; ``rule:ID`` for the condition of a rule; ``gain:ID`` for
            whether nationality by that rule stands on the day asked; ``part:ID:N``
            for the part N of what a pathway or a right asks.
        slots: How many slots of each thing the table has.
        known: What the people have at all; the program then holds for them alone.
    """
    books, asked = tuple(books), tuple(asked)
    answers: dict[Answer, Op] = {}
    for low in (all_low := lowered(books, slots, known)):
        line = Timeline(low)
        for what in asked:
            answers[low.name, what] = _answer(low, line, what)
    definitions = all_low[0].definitions
    definitions.finish()
    made = Program(answers, definitions.made, dict(slots), books[0].as_of)
    return shared(made, all_low[0].ops)


def lowered(
    books: Iterable[Rulebook], slots: Mapping[str, int], known: Known | None = None
) -> list[Lowering]:
    """Return each rulebook ready to be taken apart with the same steps.

    Raises:
        ValueError: The rulebooks are not all of one ``as_of``.
    """
    books = tuple(books)
    (as_of,) = {book.as_of for book in books}
    ops = Builder(known)
    told = Told(ops, Days(ops), dict(slots), as_of)
    definitions, rules = Definitions(ops), rule_codes()
    return [
        Lowering(book.clauses, book.law_at, told, definitions, rules, book.name)
        for book in books
    ]


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


def shared(program: Program, ops: Builder) -> Program:
    """Return the program with what comes to the same made one.

    A definition that is the same for everybody is put where it is fetched, which may
    make others so in turn.
    """
    fixed = 0
    while True:
        same = _classes(program)
        first: dict[int, Hashable] = {}
        for name in program.carried:
            first.setdefault(same[name], name)
        put = {name: first[same[name]] for name in program.carried}
        program = _renamed(program, ops, put)
        constant = sum(op.kind in _CONSTANT for op in program.carried.values())
        if constant == fixed:
            break
        fixed = constant
    needed = _needed(program.answers.values(), program.carried)
    kept = {name: op for name, op in program.carried.items() if name in needed}
    return replace(program, carried=kept)


_CONSTANT = {"truth", "number"}


def _classes(program: Program) -> dict[Hashable, int]:
    """Return a number for each definition, the same for those that cannot part.

    All are held for the same at first; those whose steps differ are told apart, until
    nothing more parts.
    """
    same: dict[Hashable, int] = dict.fromkeys(program.carried, 0)
    steps = reached(program.carried.values())
    count = 0
    while True:
        seen: dict[tuple[int, int], int] = {}
        marks = _marks(steps, same)
        same = {
            name: seen.setdefault((same[name], marks[op.uid]), len(seen))
            for name, op in program.carried.items()
        }
        if len(seen) == count:
            return same
        count = len(seen)


def _marks(steps: Iterable[Op], same: Mapping[Hashable, int]) -> dict[int, int]:
    """Return equal numbers for steps that are equal but for names of one class."""
    known: dict[tuple[object, ...], int] = {}
    marks: dict[int, int] = {}
    for op in steps:
        data = op.data
        if op.kind in {"of", "of_n"}:
            data = (link_of(op), same[target(op)])
        parts = [marks[arg.uid] for arg in op.args]
        if op.kind in {"least", "most"}:  # in whatever order they were made
            parts.sort()
        key = (op.kind, data, *parts)
        marks[op.uid] = known.setdefault(key, len(known))
    return marks


def _renamed(
    program: Program, ops: Builder, names: Mapping[Hashable, Hashable]
) -> Program:
    """Return the program made again with other names of definitions."""
    done: dict[int, Op] = {}
    for op in reached((*program.answers.values(), *program.carried.values())):
        data = op.data
        if op.kind in {"of", "of_n"}:
            name = names[target(op)]
            if program.carried[name].kind in _CONSTANT:
                done[op.uid] = program.carried[name]
                continue
            data = (link_of(op), name)
        args = tuple([done[arg.uid] for arg in op.args])
        done[op.uid] = ops.again(op, args, data)
    kept = set(names.values())
    return replace(
        program,
        answers={name: done[op.uid] for name, op in program.answers.items()},
        carried={n: done[op.uid] for n, op in program.carried.items() if n in kept},
    )


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

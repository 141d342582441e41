"""What is written beside the steps: which rule, of which section, how well read.

A program holds steps, and no longer knows which rule each comes from. Here every rule
is asked for beside what is wanted; the step that is its condition, or that of one of
its texts, is found again in the tree, becomes a column of its own, and is named after
the rule.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from sathana.calendars.dates import show_day
from sathana.law.book import Clause
from sathana.population.ops import FREE
from sathana.population.program import (
    Answer,
    Program,
    answerable,
    compiled,
    reached,
    target,
)
from sathana.population.rulebook import Rulebook
from sathana.population.sql.citing import Citing
from sathana.population.sql.names import plain_name
from sathana.population.sql.words import Lang
from sathana.vocabulary.codes import NATIONALITY_BASES

type Lines = tuple[str, ...]

_NAMELESS = FREE | {"of", "of_n"}


@dataclass(frozen=True, slots=True)
class Notes:
    """Comments, and names for steps that are the condition of a text.

    Attributes:
        head: What the script begins with.
        names: Names wanted for steps, by uid.
        steps: Comment beside a step, by uid.
        definitions: Comment beside what other rows fetch.
        answers: Comment beside an answer.
    """

    head: Lines = ()
    names: Mapping[int, str] = field(default_factory=dict)
    steps: Mapping[int, Lines] = field(default_factory=dict)
    definitions: Mapping[Hashable, Lines] = field(default_factory=dict)
    answers: Mapping[Answer, Lines] = field(default_factory=dict)


NO_NOTES = Notes()


def noted(
    books: Iterable[Rulebook],
    asked: Iterable[str],
    slots: Mapping[str, int],
    lang: Lang = "th",
) -> tuple[Program, Notes]:
    """Return a program and what is written beside it.

    Args:
        books: The rulebooks, all of one ``as_of``.
        asked: What is asked, as for ``compiled``.
        slots: How many slots of each thing the table has.
        lang: Language of the comments.
    """
    books, asked = tuple(books), tuple(asked)
    full = compiled(books, dict.fromkeys((*asked, *answerable(books))), slots)
    program = only(full, [(book.name, what) for book in books for what in asked])
    writer = _Writer(books, full, program, Citing(lang), lang)
    return program, writer.notes()


def only(program: Program, wanted: Iterable[Answer]) -> Program:
    """Return a program with some of its answers, and what those hang on."""
    answers = {answer: program.answers[answer] for answer in wanted}
    needed: set[Hashable] = set()
    waiting = list(answers.values())
    while waiting:
        for op in reached((waiting.pop(),)):
            if op.kind in {"of", "of_n"} and target(op) not in needed:
                needed.add(target(op))
                waiting.append(program.carried[target(op)])
    kept = {name: op for name, op in program.carried.items() if name in needed}
    return replace(program, answers=answers, carried=kept)


@dataclass
class _Writer:
    books: tuple[Rulebook, ...]
    full: Program
    program: Program
    citing: Citing
    lang: Lang

    def notes(self) -> Notes:
        """Return all comments; a rule is cited in full where it is met first."""
        definitions = {key: self._definition(key) for key in self.program.carried}
        names, steps = self._texts()
        answers = {answer: self._answer(answer) for answer in self.program.answers}
        return Notes(self._head(), names, steps, definitions, answers)

    def _say(self, th: str, en: str) -> str:
        return th if self.lang == "th" else en

    def _head(self) -> Lines:
        day = show_day(self.program.as_of, self.lang)
        lines = [self._say(f"วันที่ถามถึง: {day}", f"The day asked about: {day}")]
        for book in self.books:
            law_at = show_day(book.law_at, self.lang)
            lines.append(
                self._say(
                    f"{book.name}: อ่านกฎหมายของวันที่ {law_at}",
                    f"{book.name}: the law of {law_at} is read",
                )
            )
        return tuple(lines)

    # -- texts -------------------------------------------------------------------

    def _texts(self) -> tuple[dict[int, str], dict[int, Lines]]:
        names: dict[int, str] = {}
        lines: dict[int, Lines] = {}
        for (rule, uid), readers in self._found().items():
            names.setdefault(uid, f"holds_{plain_name(rule)}")
            of_rule = self.citing.lines(rule)
            more = (*of_rule[:-1], f"{of_rule[-1]} ({', '.join(readers)})")
            lines[uid] = (*lines.get(uid, ()), *more)
        return names, lines

    def _found(self) -> dict[tuple[str, int], list[str]]:
        """Return the rulebooks that read a rule by a step of the tree."""
        roots = (*self.program.answers.values(), *self.program.carried.values())
        there = {op.uid for op in reached(roots) if op.kind not in _NAMELESS}
        found: dict[tuple[str, int], list[str]] = {}
        for (book, what), op in self.full.answers.items():
            kind, _, rule = what.partition(":")
            texts = op.args if op.kind == "most" and op.uid not in there else (op,)
            for text in texts if kind == "rule" else ():
                if text.uid in there:
                    found.setdefault((rule, text.uid), []).append(book)
        return found

    # -- what other rows fetch ---------------------------------------------------

    def _definition(self, key: Hashable) -> Lines:
        parts = cast("tuple[object, ...]", key if isinstance(key, tuple) else (key,))
        if parts[0] in {"column", "among"} or len(parts) < 2:
            return ()
        if parts[1] == "rule":
            return self.citing.lines(str(parts[2]))
        if parts[1] == "gain":
            return self._gain(str(parts[0]), parts[2])
        if parts[1] in {"pair", "denied"}:
            gain, loss = (self._change(str(parts[0]), part) for part in parts[2:4])
            return (self._say(f"{loss} ทำให้เสีย {gain}", f"{loss} takes {gain}"),)
        return ()

    def _gain(self, book: str, key: object) -> Lines:
        rules = self._rules(book, key)
        lines = [self._change(book, key)]
        for rule in rules if _per(key) != "text" else ():
            lines += self.citing.lines(rule)
        return tuple(lines)

    def _change(self, book: str, key: object) -> str:
        """Name a change by its rules, and by the slot that it is asked of."""
        parts = cast("tuple[object, ...]", key)
        rules = ", ".join(self._rules(book, key))
        if parts[0] == "text":
            basis = NATIONALITY_BASES.get(str(parts[2]))
            return f"{rules} ({basis.in_(self.lang)})" if basis else rules
        if parts[0] == "thai":
            return self._say(
                f"สัญชาติที่บอกไว้ใน thai{parts[1]}", f"what thai{parts[1]} tells"
            )
        if parts[0] == "entered":
            return self._say(
                f"order{parts[1]} บันทึกว่ามีสัญชาติ", f"order{parts[1]} enters as Thai"
            )
        return f"{parts[0]}{parts[1]}: {rules}"

    def _rules(self, book: str, key: object) -> list[str]:
        """Return the rules of the texts that a change stands for."""
        parts = cast("tuple[object, ...]", key)
        (clauses,) = (one.clauses for one in self.books if one.name == book)
        fits = _FITS.get(str(parts[0]))
        return sorted({c.rule for c in clauses if fits and fits(c, parts)})

    # -- answers -----------------------------------------------------------------

    def _answer(self, answer: Answer) -> Lines:
        book, what = answer
        kind, _, name = what.partition(":")
        if kind == "thai":
            return (
                self._say(
                    f"มีสัญชาติไทยในวันที่ถามถึง ({book})",
                    f"holds Thai nationality on the day asked ({book})",
                ),
            )
        if kind == "rule":
            return self.citing.lines(name, again=True)
        if kind in {"gain", "part"}:
            return (what, *self.citing.lines(name.partition(":")[0], again=True))
        return (what,)


def _per(key: object) -> object:
    return cast("tuple[object, ...]", key)[0]


def _is_text(clause: Clause, key: tuple[object, ...]) -> bool:
    takes = tuple(sorted(clause.takes))
    same = (clause.when, clause.basis, takes) == key[1:]
    return same and clause.per == "person" and clause.kind in {"gain", "loss"}


def _is_order(clause: Clause, key: tuple[object, ...]) -> bool:
    what = clause.basis if clause.kind == "gain" else tuple(sorted(clause.takes))
    return clause.per == "order" and what == key[2]


def _is_marriage(clause: Clause, key: tuple[object, ...]) -> bool:
    return clause.per == "marriage" and clause.rule == key[2]


_FITS = {"text": _is_text, "order": _is_order, "marriage": _is_marriage}

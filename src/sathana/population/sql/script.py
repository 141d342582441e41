"""The whole script: tables checked, the law once, a generation at a time, counts."""

# ruff: noqa: S608 -- SQL is what is printed here, and nobody's text goes into it

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field

from sathana.population.ops import FREE, Op
from sathana.population.program import Answer, Program
from sathana.population.sql import names as naming
from sathana.population.sql.dialects import DIALECTS, Dialect
from sathana.population.sql.head import head
from sathana.population.sql.layers import planned
from sathana.population.sql.names import Names
from sathana.population.sql.notes import NO_NOTES, Notes
from sathana.population.sql.select import OWN, Leaves, Select, comment, leaves
from sathana.population.sql.tables import CHECKS, LINKS, PEOPLE, PLACED, Tables
from sathana.population.sql.translate import translated
from sathana.population.sql.words import Lang, Words

LAW, DONE, ANSWERS = "sathana_law", "sathana_done", "sathana_answers"
GENERATIONS = 16
"""Generations that are looked for. A wife is one after her husband, so that families of
five generations, married with each other, come to eleven."""


def script(
    program: Program,
    dialect: str,
    *,
    generations: int = GENERATIONS,
    table: str = "people",
    lang: Lang = "th",
    notes: Notes = NO_NOTES,
    step: Callable[[int, int], None] = lambda done, total: None,
) -> str:
    """Return a program as SQL.

    The script reads the table of people (columns of ``population.schema``, and
    ``person``, the row's own number), makes ``sathana_answers`` with a BOOLEAN a
    person and answer (NULL: unknown), and ends with the counts.

    Args:
        program: What is asked.
        dialect: A key of ``DIALECTS``.
        generations: How many generations are looked for; deeper families are refused.
        table: The table of people, as it is called in the database.
        lang: Language of comments and refusals.
        notes: What is written beside the steps.
        step: Called with how many of how many statements are printed.
    """
    wanted, words = DIALECTS[dialect], Words(lang)
    tables = Tables(program, wanted, table, generations, words)
    printer = Printer(program, wanted, tables, words, notes)
    made = list(printer.statements())
    statements = list(wanted.before)
    for number, statement in enumerate(made, 1):
        if not wanted.executed:
            statement = translated(statement, wanted.name)
        statements.append(statement)
        step(number, len(made))
    statements += wanted.after
    begin = head(wanted, words, tables, tuple(printer.answers.values()), notes.head)
    return begin + "".join(f"{statement};\n\n" for statement in statements)


@dataclass
class Printer:
    """Prints the statements of one script.

    Attributes:
        definitions: Column of each definition that other rows fetch.
        answers: Column of each answer.
    """

    program: Program
    dialect: Dialect
    tables: Tables
    words: Words
    notes: Notes
    definitions: dict[Hashable, str] = field(init=False)
    answers: dict[Answer, str] = field(init=False)
    _names: Names = field(init=False)
    _named: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        """Give names to all that is seen of other rows, and to the answers."""
        program = self.program
        self._names = Names({*program.columns, "person", "generation", "counted"})
        carried = program.carried.items()
        worked_out = (key for key, op in carried if op.kind != "column")
        made = naming.of_definitions(worked_out, self._names)
        self.definitions = {key: made.get(key) or str(op.data) for key, op in carried}
        self.answers = naming.of_answers(program.answers, self._names)
        self._named = {
            uid: self._names.only(name) for uid, name in self.notes.names.items()
        }

    def statements(self) -> Iterator[str]:
        """Yield the statements in order."""
        say = self.words.say
        yield from self._dropped()
        yield from self.tables.checks()
        yield from self.tables.order()
        yield from self.tables.people()
        yield self._done()
        if self.dialect.statistics:
            yield f"ANALYZE {PEOPLE}"
        yield self._law()
        for number in range(1, self.tables.generations + 1):
            text = say(f"รุ่นที่ {number}", f"generation {number}")
            yield f"-- {text}\nINSERT INTO {DONE}\nSELECT * FROM {LAW}"
        yield self._answers()
        yield self._counts()

    def _dropped(self) -> Iterator[str]:
        session = self.dialect.session
        yield f"DROP VIEW IF EXISTS {session}{LAW}"
        for name in (ANSWERS, DONE, PEOPLE, PLACED, LINKS, CHECKS):
            yield f"DROP TABLE IF EXISTS {session}{name}"

    def _done(self) -> str:
        columns = ["person INTEGER", "generation INTEGER"]
        for key, op in self.program.carried.items():
            note = comment(self.notes.definitions.get(key, ()), "  ")
            kind = "BOOLEAN" if op.is_truth else "INTEGER"
            columns.append(f"{note}{self.definitions[key]} {kind}")
        listed = ",\n  ".join(columns)
        return f"CREATE {self.dialect.temporary}TABLE {DONE} (\n  {listed}\n)"

    def _law(self) -> str:
        """Return the view that gives what other rows fetch of the next generation."""
        carried = self.program.carried
        results = {self.definitions[key]: op for key, op in carried.items()}
        where = (
            "WHERE p.generation = "
            f"(SELECT COALESCE(max(generation), -1) + 1 FROM {DONE})"
        )
        ground = leaves(results.values(), self.definitions)
        body = self._select(results, ground, ("person", "generation"), where)
        return f"CREATE {self.dialect.temporary}VIEW {LAW} AS\n{body}"

    def _answers(self) -> str:
        """Return the statement that answers what is asked of everybody."""
        results = {name: self.program.answers[a] for a, name in self.answers.items()}
        ground = leaves(results.values(), self.definitions)
        for key, op in self.program.carried.items():
            if op.kind not in FREE:
                name = self.definitions[key]
                ground.fetch(op, name, OWN, name)
        body = self._select(results, ground, ("person", "counted"), "")
        return f"CREATE {self.dialect.temporary}TABLE {ANSWERS} AS\n{body}"

    def _select(
        self,
        results: dict[str, Op],
        ground: Leaves,
        keep: tuple[str, ...],
        where: str,
    ) -> str:
        own = {op.uid: name for name, op in results.items() if op.kind not in FREE}
        named = {**self._named, **own}
        years, widest = self.dialect.years, self.dialect.widest
        plan = planned(results, ground.names, named, self._names, years)
        if 0 < widest < plan.width + len(keep):
            stages = ground.stages()
            plan = planned(results, ground.names, named, self._names, years, stages)
        notes = {
            name: self.notes.steps.get(op.uid, ()) for name, op in plan.steps.items()
        }
        for answer, name in self.answers.items():
            notes[name] = self.notes.answers.get(answer, ())
        return Select(
            self.dialect,
            plan,
            ground,
            PEOPLE,
            DONE,
            keep,
            where,
            lambda name: comment(notes.get(name, ())),
        ).text()

    def _counts(self) -> str:
        """Return the select that counts yes, no and unknown among those counted."""
        names = tuple(self.answers.values())
        sums = ",\n    ".join(
            f"count(CASE WHEN {name} THEN 1 END) AS yes{n},\n"
            f"    count(CASE WHEN NOT {name} THEN 1 END) AS no{n}"
            for n, name in enumerate(names)
        )
        rows = "\nUNION ALL\n".join(
            f"SELECT {n} AS place, '{name}' AS answer, yes{n} AS yes, "
            f"everybody - yes{n} - no{n} AS unknown, no{n} AS no FROM sums"
            for n, name in enumerate(names)
        )
        return (
            f"WITH sums AS (\n  SELECT count(*) AS everybody,\n    {sums}\n"
            f"  FROM {ANSWERS}\n  WHERE counted = 1\n)\n"
            f"SELECT answer, yes, unknown, no FROM (\n{rows}\n) AS counts\n"
            "ORDER BY place"
        )

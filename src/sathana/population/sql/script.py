"""The whole script: tables checked, the law once, a generation at a time, counts."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from sathana.population.ops import FREE, Op
from sathana.population.program import Answer, Program, link_of, reached, target
from sathana.population.sql import names as naming
from sathana.population.sql.dialects import DIALECTS, Dialect
from sathana.population.sql.layers import Plan, planned
from sathana.population.sql.names import Names
from sathana.population.sql.notes import NO_NOTES, Notes
from sathana.population.sql.tables import CHECKS, LINKS, PEOPLE, PLACED, Tables
from sathana.population.sql.words import Lang, Words

LAW, DONE, ANSWERS = "sathana_law", "sathana_done", "sathana_answers"
GENERATIONS = 12
"""Generations that are looked for; families of the registers have four or five."""


def script(
    program: Program,
    dialect: str,
    *,
    generations: int = GENERATIONS,
    table: str = "people",
    lang: Lang = "th",
    notes: Notes = NO_NOTES,
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
    """
    words = Words(lang)
    tables = Tables(program, DIALECTS[dialect], table, generations, words)
    return _Script(program, DIALECTS[dialect], tables, words, notes).text()


@dataclass
class _Script:
    program: Program
    dialect: Dialect
    tables: Tables
    words: Words
    notes: Notes
    definitions: dict[Hashable, str] = field(init=False)
    answers: dict[Answer, str] = field(init=False)

    def __post_init__(self) -> None:
        columns = {*self.program.columns, "person", "generation", "counted"}
        carried = self.program.carried
        plain = {k: str(op.data) for k, op in carried.items() if op.kind == "column"}
        names = Names(columns)
        made = naming.of_definitions((k for k in carried if k not in plain), names)
        self.definitions = {key: {**plain, **made}[key] for key in carried}
        self.answers = naming.of_answers(self.program.answers, names)
        self.names = names

    def text(self) -> str:
        """Return the script."""
        parts = [self.notes.head(self.dialect, self.program, self.tables)]
        parts += [f"{one};\n\n" for one in self.statements()]
        return "".join(parts)

    def statements(self) -> Iterator[str]:
        """Yield the statements in order."""
        yield from self.dialect.before
        yield from self._dropped()
        yield from self.tables.checks()
        yield from self.tables.order()
        yield from self.tables.people()
        yield self._done()
        if self.dialect.statistics:
            yield f"ANALYZE {PEOPLE}"
        yield self._law()
        for _ in range(self.tables.generations):
            yield f"INSERT INTO {DONE}\nSELECT * FROM {LAW}"
        yield self._answers()
        yield self._counts()
        yield from self.dialect.after

    def _dropped(self) -> Iterator[str]:
        session = self.dialect.session
        yield f"DROP VIEW IF EXISTS {session}{LAW}"
        for name in (ANSWERS, DONE, PEOPLE, PLACED, LINKS, CHECKS):
            yield f"DROP TABLE IF EXISTS {session}{name}"

    def _done(self) -> str:
        types = {
            self.definitions[key]: "BOOLEAN" if op.is_truth else "INTEGER"
            for key, op in self.program.carried.items()
        }
        listed = "".join(f",\n  {name} {kind}" for name, kind in types.items())
        return (
            f"CREATE {self.dialect.temporary}TABLE {DONE} (\n  person INTEGER,\n"
            f"  generation INTEGER{listed}\n)"
        )

    # -- the law -----------------------------------------------------------------

    def _law(self) -> str:
        """Return the view that gives what other rows fetch of the next generation."""
        carried = self.program.carried
        results = {self.definitions[key]: op for key, op in carried.items()}
        leaves, fetched = self._leaves(carried.values())
        named = self._named(carried)
        plan = planned(results, leaves, named, self.names, self.dialect.years)
        where = (
            f"WHERE p.generation = (SELECT COALESCE(max(generation), -1) + 1 "
            f"FROM {DONE})"
        )
        ground = self._ground(plan, fetched, where, ("person", "generation"))
        body = self._chain(ground, plan, ("person", "generation"))
        return f"CREATE {self.dialect.temporary}VIEW {LAW} AS\n{body}"

    def _answers(self) -> str:
        """Return the statement that answers what is asked of everybody."""
        results = {name: self.program.answers[a] for a, name in self.answers.items()}
        leaves, fetched = self._leaves(results.values())
        for key, op in self.program.carried.items():
            if op.kind not in FREE:
                leaves[op.uid] = self.definitions[key]
                fetched[self.definitions[key]] = ("own", self.definitions[key])
        named = {op.uid: name for name, op in results.items() if op.uid not in leaves}
        named = {**self.notes.columns(self.program), **named}
        plan = planned(results, leaves, named, self.names, self.dialect.years)
        keep = ("person", "counted")
        ground = self._ground(plan, fetched, "", keep)
        body = self._chain(ground, plan, keep)
        return f"CREATE {self.dialect.temporary}TABLE {ANSWERS} AS\n{body}"

    def _leaves(
        self, roots: object
    ) -> tuple[dict[int, str], dict[str, tuple[str, str]]]:
        """Return names of what stands in the ground, and where relatives' come from."""
        leaves: dict[int, str] = {}
        fetched: dict[str, tuple[str, str]] = {}
        for op in reached(roots):  # type: ignore[arg-type]
            if op.kind == "column":
                leaves[op.uid] = str(op.data)
            elif op.kind in {"of", "of_n"}:
                definition = self.definitions[target(op)]
                name = naming.of_relative(link_of(op), definition)
                leaves[op.uid] = name
                fetched[name] = (link_of(op), definition)
        return leaves, fetched

    def _named(self, carried: Mapping[Hashable, Op]) -> dict[int, str]:
        named = dict(self.notes.columns(self.program))
        for key, op in carried.items():
            if op.kind not in FREE:
                named[op.uid] = self.definitions[key]
        return named

    def _ground(
        self,
        plan: Plan,
        fetched: Mapping[str, tuple[str, str]],
        where: str,
        keep: tuple[str, ...],
    ) -> str:
        """Return the select in which a row meets its relatives."""
        columns = [f"p.{name}" for name in keep]
        used: dict[str, None] = {}
        for name in plan.ground:
            if name in fetched:
                link, definition = fetched[name]
                used[link] = None
                columns.append(f"of_{naming.person(link)}.{definition} AS {name}")
            elif name not in keep:
                columns.append(f"p.{name}")
        joins = []
        for link in used:
            alias = f"of_{naming.person(link)}"
            column = "person" if link == "own" else link
            joins.append(f"LEFT JOIN {DONE} AS {alias} ON {alias}.person = p.{column}")
        listed = ",\n    ".join(columns)
        lines = [f"SELECT\n    {listed}", f"FROM {PEOPLE} AS p", *joins]
        lines += [line for line in (where, self.dialect.fence) if line]
        return "\n  ".join(lines)

    def _chain(self, ground: str, plan: Plan, keep: tuple[str, ...]) -> str:
        """Return the layers, each reading the one before."""
        parts = [f"layer0 AS (\n  {ground}\n)"]
        final = ""
        for number, layer in enumerate(plan.layers, 1):
            columns = [*keep, *(name for name in layer.kept if name not in keep)]
            lines = [", ".join(columns[n : n + 6]) for n in range(0, len(columns), 6)]
            for name, text in layer.made:
                note = self.notes.of(plan.steps.get(name), name)
                lines.append(f"{note}{text if text == name else f'{text} AS {name}'}")
            select = "SELECT\n    " + ",\n    ".join(lines)
            select += f"\n  FROM layer{number - 1}"
            if number == len(plan.layers):
                final = select
            else:
                fence = f"\n  {self.dialect.fence}" if self.dialect.fence else ""
                parts.append(f"layer{number} AS (\n  {select}{fence}\n)")
        return "WITH " + ",\n".join(parts) + f"\n{final}"

    # -- counts --------------------------------------------------------------------

    def _counts(self) -> str:
        """Return the select that counts yes, no and unknown among those counted."""
        names = tuple(self.answers.values())
        sums = ",\n    ".join(
            f"count(CASE WHEN {name} THEN 1 END) AS yes{n},\n"
            f"    count(CASE WHEN NOT {name} THEN 1 END) AS no{n}"
            for n, name in enumerate(names)
        )
        rows = "\nUNION ALL\n".join(
            f"SELECT {n} AS place, '{name}' AS answer, yes{n} AS yes, no{n} AS no, "
            f"everybody - yes{n} - no{n} AS unknown FROM sums"
            for n, name in enumerate(names)
        )
        return (
            f"WITH sums AS (\n  SELECT count(*) AS everybody,\n    {sums}\n"
            f"  FROM {ANSWERS}\n  WHERE counted = 1\n)\n"
            f"SELECT answer, yes, unknown, no FROM (\n{rows}\n) AS counts\n"
            "ORDER BY place"
        )

"""Statements that check the table of people and put its rows in order.

They say what ``population.table`` does with numpy: links must lead somewhere, parents
come before their children and husbands before their wives, days that came by the day
asked end on it, and what the children of a woman show of her entry is added.
"""

# ruff: noqa: S608 -- SQL is what is printed here, and nobody's text goes into it

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sathana.facts.values import domain
from sathana.population.program import Program
from sathana.population.schema import (
    LATEST,
    NEVER,
    NO_MARRIAGE,
    SLOTTED,
    SPELLS,
    code,
)
from sathana.population.sql.dialects import Dialect
from sathana.population.sql.names import person
from sathana.population.sql.words import Words
from sathana.population.table import ends_by_the_day_asked

CHECKS, LINKS, PLACED = "sathana_checks", "sathana_links", "sathana_placed"
PEOPLE = "sathana_people"
_BORE = ("bore_here_lo", "bore_here_hi")
_BORN = ("mother", "born_country", "born_date_lo", "born_date_hi")


@dataclass(frozen=True, slots=True)
class Tables:
    """Prints the statements for one program.

    Attributes:
        source: The table of people, as it is called in the database.
        generations: How many generations are looked for.
    """

    program: Program
    dialect: Dialect
    source: str
    generations: int
    words: Words

    @property
    def links(self) -> tuple[str, ...]:
        """Columns that lead to those on whom a row hangs."""
        many = self.program.slots.get("marriage", 0)
        return (
            "father",
            "mother",
            *(f"marriage{place}_spouse" for place in range(1, many + 1)),
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of the table of people that the script reads."""
        wanted = {*self.program.columns, *self.links, "counted", "sex"}
        if wanted & {*_BORE}:
            wanted.update(_BORN)
        wanted.update(f"{name[:-3]}_lo" for name in wanted if name.endswith("_hi"))
        return tuple(sorted(wanted - {*_BORE}))

    # -- checks ------------------------------------------------------------------

    def checks(self) -> Iterator[str]:
        """Yield statements that end the script where the table cannot be read."""
        yield f"CREATE {self.dialect.temporary}TABLE {CHECKS} (fine INTEGER)"
        yield self._check(
            f"SELECT CASE WHEN count(*) > count(DISTINCT person) THEN "
            f"{self.words.twice()} END AS fault FROM {self.source}"
        )
        empty = "\n    ".join(
            f"WHEN {name} IS NULL THEN {self.words.empty(name)}"
            for name in ("person", *self.columns)
        )
        yield self._check(
            f"SELECT min(CASE\n    {empty}\n  END) AS fault FROM {self.source}"
        )
        for link in self.links:
            yield self._check(self._leads_nowhere(link))
        if self.dialect.executed:
            yield from (self._check(self._more(thing)) for thing in SLOTTED)

    def _check(self, select: str) -> str:
        """Turn a text of what is wrong into an error: no number can be made of it."""
        return (
            f"INSERT INTO {CHECKS}\n"
            f"SELECT CAST(COALESCE(fault, '0') AS INTEGER) FROM (\n  {select}\n) AS c"
        )

    def _leads_nowhere(self, link: str) -> str:
        return (
            f"SELECT min({self.words.nowhere(link)}) AS fault\n"
            f"  FROM {self.source} AS p\n"
            f"  LEFT JOIN {self.source} AS other ON other.person = p.{link}\n"
            f"  WHERE p.{link} >= 0 AND other.person IS NULL"
        )

    def _more(self, thing: str) -> str:
        """Find rows that use a slot for which the script was not made.

        In a table without such a column the name is that of the outer row, which is
        empty: what is not there is not used.
        """
        place = self.program.slots.get(thing, 0) + 1
        part, empty = _FIRST.get(thing, ("kind", 0))
        column = f"{thing}{place}_{part}"
        return (
            f"SELECT CASE WHEN (SELECT count(*) FROM {self.source} "
            f"WHERE {column} <> {empty}) > 0\n"
            f"    THEN {self.words.more(thing, column, place)} END AS fault\n"
            f"  FROM (SELECT {empty} AS {column}) AS none"
        )

    # -- order -------------------------------------------------------------------

    def order(self) -> Iterator[str]:
        """Yield statements that find the generation of each row."""
        hangs = ",\n  ".join(self._hangs(link) for link in self.links)
        yield self._made(LINKS, f"SELECT person,\n  {hangs}\nFROM {self.source}")
        yield (
            f"CREATE {self.dialect.temporary}TABLE {PLACED} "
            "(person INTEGER, generation INTEGER)"
        )
        for generation in range(self.generations):
            yield self._placed(generation)
        yield self._check(
            f"SELECT min({self.words.left_over(self.generations)}) AS fault\n"
            f"  FROM {LINKS} AS p LEFT JOIN {PLACED} AS done "
            "ON done.person = p.person\n  WHERE done.person IS NULL"
        )

    def _hangs(self, link: str) -> str:
        """Nationality by marriage is a woman's: no man hangs on his wife."""
        if not link.startswith("marriage"):
            return link
        male = code("sex", "male")
        return f"CASE WHEN sex = {male} THEN {NO_MARRIAGE} ELSE {link} END AS {link}"

    def _placed(self, generation: int) -> str:
        joins = "\n".join(
            f"LEFT JOIN {PLACED} AS of_{person(link)} "
            f"ON of_{person(link)}.person = p.{link}"
            for link in self.links
        )
        ready = "\n  AND ".join(
            f"(p.{link} < 0 OR of_{person(link)}.person IS NOT NULL)"
            for link in self.links
        )
        return (
            f"INSERT INTO {PLACED}\nSELECT p.person, {generation}\n"
            f"FROM {LINKS} AS p\nLEFT JOIN {PLACED} AS done ON done.person = p.person\n"
            f"{joins}\nWHERE done.person IS NULL\n  AND {ready}"
        )

    # -- the rows as they are read -------------------------------------------------

    def people(self) -> Iterator[str]:
        """Yield statements that make the table that the law reads."""
        columns = [self._read(name) for name in self.columns]
        joins = [f"JOIN {PLACED} AS g ON g.person = p.person"]
        if self.program.columns & {*_BORE}:
            columns += [
                f"COALESCE(bore.{end}, {NEVER}) AS bore_here_{end}"
                for end in ("lo", "hi")
            ]
            joins.append(
                f"LEFT JOIN (\n{self._bore()}\n) AS bore ON bore.mother = p.person"
            )
        listed = ",\n  ".join(["p.person", "g.generation", *columns])
        yield self._made(
            PEOPLE,
            f"SELECT\n  {listed}\nFROM {self.source} AS p\n" + "\n".join(joins),
        )

    def _read(self, name: str) -> str:
        """Close an open upper end at the day asked: it did happen by then."""
        if not ends_by_the_day_asked(name):
            return f"p.{name}"
        return f"{self._closed(name)} AS {name}"

    def _closed(self, name: str) -> str:
        as_of = self.program.as_of
        return (
            f"CASE WHEN p.{name} >= {LATEST} AND p.{name} < {NEVER} "
            f"AND p.{name[:-3]}_lo <= {as_of} THEN {as_of} ELSE p.{name} END"
        )

    def _bore(self) -> str:
        here, abroad = code("born.country", "TH"), len(domain("born.country"))
        return (
            "  SELECT p.mother,\n"
            f"    min(CASE WHEN p.born_country <> {abroad} THEN p.born_date_lo END) "
            "AS lo,\n"
            f"    min(CASE WHEN p.born_country = {here} THEN "
            f"{self._closed('born_date_hi')} END) AS hi\n"
            f"  FROM {self.source} AS p\n  WHERE p.mother >= 0\n  GROUP BY p.mother"
        )

    def _made(self, name: str, select: str) -> str:
        return f"CREATE {self.dialect.temporary}TABLE {name} AS\n{select}"


_FIRST = {
    **dict.fromkeys((*SPELLS, "order"), ("kind", 0)),
    "marriage": ("spouse", NO_MARRIAGE),
    "finding": ("rule", 0),
}
"""First column of a slot, and what it holds where the slot is empty."""

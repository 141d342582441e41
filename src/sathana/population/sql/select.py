"""The select of a plan: a row meets its relatives, then layer after layer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from sathana.population.faults import PopulationError
from sathana.population.ops import Op
from sathana.population.program import link_of, reached, target
from sathana.population.sql.dialects import Dialect
from sathana.population.sql.layers import Layer, Plan, Stage
from sathana.population.sql.names import of_relative, person

OWN = "person"
"""Link from a row to what was worked out of itself."""
_ON_A_LINE = 6


class TooWideError(PopulationError):
    """More is asked at once than a database can hold in one select."""

    @classmethod
    def of(cls, dialect: str, wanted: int, most: int) -> Self:
        """Name both numbers."""
        return cls(
            f"สคริปต์นี้ต้องใช้ {wanted} คอลัมน์ในคำสั่งเดียว แต่ {dialect} รับได้ {most} "
            "โปรดแยกพิมพ์ทีละแนวตีความ ถามกฎน้อยลง หรือลดจำนวนช่องใน --slots",
            f"The script needs {wanted} columns in one select, and {dialect} takes "
            f"{most}. Print it for one reading at a time, ask for fewer rules, or give "
            "fewer slots.",
        )


@dataclass
class Leaves:
    """Steps that stand below the first layer.

    Attributes:
        names: Name of each, by uid.
        sources: Of what comes from another row: its link, and its name there.
    """

    names: dict[int, str] = field(default_factory=dict)
    sources: dict[str, tuple[str, str]] = field(default_factory=dict)

    def fetch(self, op: Op, name: str, link: str, there: str) -> None:
        """Take a step from the row to which a link leads."""
        self.names[op.uid] = name
        self.sources[name] = (link, there)

    def stages(self) -> list[Stage]:
        """Return what comes from elsewhere, one link after the other."""
        links = dict.fromkeys(link for link, _ in self.sources.values())
        return [
            Stage(
                link,
                frozenset(n for n, source in self.sources.items() if source[0] == link),
            )
            for link in links
        ]


def leaves(roots: Iterable[Op], definitions: Mapping[Hashable, str]) -> Leaves:
    """Return the columns and what is fetched from relatives, below some steps."""
    found = Leaves()
    for op in reached(roots):
        if op.kind == "column":
            found.names[op.uid] = str(op.data)
        elif op.kind in {"of", "of_n"}:
            there = definitions[target(op)]
            found.fetch(op, of_relative(link_of(op), there), link_of(op), there)
    return found


@dataclass(frozen=True, slots=True)
class Select:
    """Prints the select of one plan.

    Attributes:
        people: Table of the rows themselves.
        done: Table of what was worked out before.
        keep: Columns that are kept from the ground to the top.
        where: Condition on the rows; ``""``: all.
        note: Comment before a made column.
    """

    dialect: Dialect
    plan: Plan
    leaves: Leaves
    people: str
    done: str
    keep: tuple[str, ...]
    where: str
    note: Callable[[str], str]

    def text(self) -> str:
        """Return the select.

        Raises:
            TooWideError: The database cannot hold so many columns in one select.
        """
        self._check_width()
        parts = [f"layer0 AS (\n  {self._ground()}\n)"]
        *below, last = self.plan.layers
        for number, layer in enumerate(below, 1):
            select = "\n  ".join([self._layer(layer, number), *self._fence()])
            parts.append(f"layer{number} AS (\n  {select}\n)")
        final = self._layer(last, len(self.plan.layers))
        return "WITH " + ",\n".join(parts) + f"\n{final}"

    def _check_width(self) -> None:
        widest = len(self.keep) + self.plan.width
        if 0 < self.dialect.widest < widest:
            raise TooWideError.of(self.dialect.name, widest, self.dialect.widest)

    def _fence(self) -> list[str]:
        return [self.dialect.fence] if self.dialect.fence else []

    def _ground(self) -> str:
        """Return the select in which a row meets its relatives."""
        columns = [f"p.{name}" for name in self.keep]
        columns += [
            self._fetched(name) if name in self.leaves.sources else f"p.{name}"
            for name in self.plan.ground
            if name not in self.keep
        ]
        listed = ",\n    ".join(columns)
        lines = [f"SELECT\n    {listed}", f"FROM {self.people} AS p"]
        lines += [*self._joins(self.plan.ground), *filter(None, [self.where])]
        return "\n  ".join([*lines, *self._fence()])

    def _fetched(self, name: str) -> str:
        link, there = self.leaves.sources[name]
        return f"{_alias(link)}.{there} AS {name}"

    def _joins(self, names: Iterable[str]) -> list[str]:
        """Return the joins by which some columns come from elsewhere."""
        sources = self.leaves.sources
        links = dict.fromkeys(sources[name][0] for name in names if name in sources)
        return [
            f"LEFT JOIN {self.done} AS {_alias(link)} "
            f"ON {_alias(link)}.person = p.{link}"
            for link in links
        ]

    def _layer(self, layer: Layer, number: int) -> str:
        columns = [*self.keep, *(n for n in layer.kept if n not in self.keep)]
        below = f"FROM layer{number - 1}"
        if layer.joined:
            columns = [f"p.{name}" for name in columns]
            columns += [self._fetched(name) for name in layer.joined]
            below = "\n  ".join([f"{below} AS p", *self._joins(layer.joined)])
        lines = [
            ", ".join(columns[begin : begin + _ON_A_LINE])
            for begin in range(0, len(columns), _ON_A_LINE)
        ]
        for name, text in layer.made:
            made = text if text == name else f"{text} AS {name}"
            lines.append(f"{self.note(name)}{made}")
        return "SELECT\n    " + ",\n    ".join(lines) + f"\n  {below}"


def _alias(link: str) -> str:
    return "own" if link == OWN else f"of_{person(link)}"


def comment(lines: Iterable[str], indent: str = "    ") -> str:
    """Return comment lines, to stand before a column; ``""`` for none."""
    return "".join(f"-- {line}\n{indent}" for line in lines)

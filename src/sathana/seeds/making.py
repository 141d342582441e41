"""A family while it is being made up: its persons, papers and the facts they share."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from sathana.seeds.names import Called, Namer

type Plain = dict[str, Any]
HIGHLAND = "50"
"""Group digits of people surveyed as highlanders."""


@dataclass
class Making:
    """A family while it is being made up."""

    namer: Namer
    chance: Random
    title: str = ""
    sealed: bool = False
    persons: Plain = field(default_factory=dict)
    evidence: Plain = field(default_factory=dict)
    names: dict[str, Called] = field(default_factory=dict)
    kin: list[tuple[str, str, str, str]] = field(default_factory=list)
    needs: dict[str, str] = field(default_factory=dict)

    def person(self, label: str, sex: str, **told: Any) -> str:
        """Add a person with an invented name; return the id."""
        called = self.namer.name(sex)
        self.names[label] = called
        name = {"th": called.thai, "en": called.romanised}
        self.persons[label] = {"name": name, "sex": sex, **told}
        return label

    def paper(self, label: str, kind: str, supports: list[str], **told: Any) -> str:
        """Add a paper that shows some facts; return its id."""
        self.evidence[label] = {"kind": kind, **told, "supports": supports}
        return label

    def year(self, first: int, last: int) -> int:
        """Return a year, both ends included."""
        return self.chance.randint(first, last)

    def day(self, year: int) -> str:
        """Return some day of a year."""
        return f"{year}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"


def born(date: object, country: object = "TH", **more: object) -> Plain:
    """Return the map ``born`` of a person."""
    return {"date": date, "country": country, **more}


def shown(value: object, source: str, grade: str = "documented") -> Plain:
    """Return a value with the paper that shows it."""
    return {"value": value, "source": source, "grade": grade}


def surveyed(since: int, kind: str = "TR38") -> list[Plain]:
    """Return an entry in the register of highlanders."""
    return [{"kind": kind, "from": since, "group": HIGHLAND}]


def from_abroad(entered: int, since: int) -> Plain:
    """Return the facts of a parent who came in, was surveyed and let stay."""
    return {
        "thai": "no",
        "entered": entered,
        "stay": [{"kind": "lenient", "from": since}],
        "residence": [{"from": entered}],
        "registers": surveyed(since),
    }

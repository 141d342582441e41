"""What a scenario is: a people, the law it lives under, and other laws beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sathana.law.reform import Change
from sathana.vocabulary.names import Name

type ParameterKind = Literal["years", "day", "choice", "classes"]
type Chosen = int | str | tuple[str, ...]
"""Value of a parameter: a number of years, an ISO day or an option, or several."""

THAI = "thai"
"""What is asked of nationality; anything else that is asked is a pathway's id."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value that may be chosen."""

    value: str
    title: Name


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number, a day or a class that may be changed within a fixed range.

    Attributes:
        kind: ``years``: a whole number; ``day``: a day; ``choice``: one of the options;
            ``classes``: one or several of them.
        least: Smallest value of ``years`` and ``day``, as it is written; else empty.
        most: Largest such value.
        options: Of ``choice`` and ``classes``.
        default: Value where none is given.
    """

    name: str
    kind: ParameterKind
    title: Name
    default: Chosen
    least: str = ""
    most: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Synthetic:
    """People to be made: how many rows, from which seed, of which area."""

    persons: int
    seed: int
    area: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way of reading the law; the base of a scenario is one too.

    Attributes:
        law_at: Day whose texts are read, ordinal.
        reading: ``court`` or ``administration``, on which ``points`` are changed.
        points: Letter of the reading taken at contested points.
        reform: Changes inside the texts of rules.
        overlay: A Python file of texts on top; only from the command line.
    """

    name: str
    title: Name
    law_at: int
    reading: str = "court"
    points: tuple[tuple[str, str], ...] = ()
    reform: tuple[Change, ...] = ()
    overlay: Path | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario, with the values of its parameters in place.

    Attributes:
        name: Short name, unique among those that ship.
        question: What is asked, as one sentence.
        population: A file of people, or people to be made; ``None``: left to the run.
        as_of: Day asked about, ordinal.
        base: The law with which all others are compared.
        ask: ``thai`` and ids of pathways.
        values: Value of each parameter.
        note: What the scenario is about.
        limits: What must not be concluded from it.
        source: The document it was read from, parameters still open.
        folder: Folder against which files are named; ``None``: none may be named.
    """

    name: str
    title: Name
    question: Name
    population: Path | Synthetic | None
    as_of: int
    base: Alternative
    alternatives: tuple[Alternative, ...]
    ask: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    values: Mapping[str, Chosen]
    note: Name | None
    limits: tuple[Name, ...]
    source: Mapping[str, Any]
    folder: Path | None

    @property
    def books(self) -> tuple[Alternative, ...]:
        """The base and the alternatives, the base first."""
        return (self.base, *self.alternatives)

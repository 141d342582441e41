"""The parts of what a person can do, as the templates read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sathana.library.lawpractice import LimitPage
from sathana.web.languages import Text

type Row = Mapping[str, Any]
"""A record of the answer (contract, section 3; JSON has no narrower type)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A record of the law that a line speaks of."""

    url: str
    title: Text


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do next.

    Attributes:
        due: Day or span as the answer holds it; empty where no day is known.
        links: Law pages to look it up; none for a paper or a question.
    """

    kind: Text
    text: Text
    due: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline.

    Attributes:
        url: Its place among the time limits.
        about: The pathway or procedure it belongs to, if it follows from a petition.
        missing: The facts without which it cannot be counted.
        raw: The row of the answer.
    """

    url: str
    about: tuple[Link, ...]
    missing: tuple[Text, ...]
    raw: Row


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of a fee.

    Attributes:
        ceiling: Whether it is only the most that the law allows.
        in_force: False where nobody could verify that it is in force.
    """

    baht: Text
    ceiling: bool
    in_force: bool
    verified: str


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee with every amount that may be in force; none is chosen among them."""

    url: str
    title: Text
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One right of a person.

    Attributes:
        say: What to say at the counter; none where the right cannot be claimed.
        missing: The facts an unknown right waits for.
        differ: Whether the readings of it differ.
    """

    url: str
    say: Text | None
    fees: tuple[Fee, ...]
    missing: tuple[Text, ...]
    procedure: tuple[Link, ...]
    contested: tuple[Link, ...]
    differ: bool
    raw: Row


@dataclass(frozen=True, slots=True)
class Claims:
    """The rights of one status.

    Attributes:
        usable: Whether they can be claimed, at once or on a permit.
    """

    status: str
    usable: bool
    rights: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to bring; ``form`` is the page of its form and the printed code."""

    name: Text
    when: Text | None
    code: str
    form: str


@dataclass(frozen=True, slots=True)
class HowTo:
    """How one thing is asked for.

    Attributes:
        serves: Pathways and rights for which it is used.
        steps: What each does, with the time limit of the step.
        near: Whether a first step or a running deadline points here.
        raw: The row of the answer.
    """

    url: str
    serves: tuple[Link, ...]
    steps: tuple[tuple[Row, tuple[Link, ...]], ...]
    papers: tuple[Paper, ...]
    fees: tuple[Fee, ...]
    limits: tuple[LimitPage, ...]
    remedies: tuple[LimitPage, ...]
    contested: tuple[Link, ...]
    near: bool
    raw: Row


@dataclass(frozen=True, slots=True)
class Work:
    """Everything a person can do.

    Attributes:
        first: The steps that stand open.
        later: The steps that are folded.
        deadlines: Those with a day first.
        rights: By status, from open to closed.
    """

    first: tuple[Step, ...]
    later: tuple[Step, ...]
    deadlines: tuple[Deadline, ...]
    rights: tuple[Claims, ...]
    how: tuple[HowTo, ...]

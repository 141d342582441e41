"""What a case file tells of a family: persons, their told facts, the evidence.

A fact that nobody told is absent from :attr:`Person.told`; a fact told as
``unknown`` is there with an unknown value. The two differ: what the law presumes
of things left out (see ``facts.presumptions``) is not presumed of things written
as unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from sathana.calendars.spans import UNKNOWN_DAY, DateSpan
from sathana.logic.truth import Truth
from sathana.vocabulary.papers import paper_kind


class Grade(IntEnum):
    """How well a value is shown, weakest first."""

    CONTRADICTED = 0
    CLAIMED = 1
    WITNESSED = 2
    DOCUMENTED = 3


class Happened(Enum):
    """Whether an event took place."""

    YES = "yes"
    NEVER = "never"
    UNKNOWN = "unknown"


class Parent(Enum):
    """A parent who is not a person of the file."""

    UNKNOWN = "unknown"
    UNIDENTIFIABLE = "unidentifiable"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, never happened, or may have happened.

    Attributes:
        happened: Whether it took place.
        on: The day; ``UNKNOWN_DAY`` when not known, meaningless if it never was.
        relative: ``before_birth``, ``at_birth`` or ``after_birth`` of the person
            who has the fact, when only the order is known.
    """

    happened: Happened
    on: DateSpan = UNKNOWN_DAY
    relative: str | None = None


@dataclass(frozen=True, slots=True)
class Spell:
    """Something that lasted: stay, residence, registers, care, nationality.

    Half-open ``[begin, end)``. ``begin`` is ``None`` when the file gives no
    ``from`` (then birth or entry), ``end`` is ``None`` when it gives no ``until``
    (then up to the day asked about).

    Attributes:
        kind: Kind of stay or register; ``""`` where there is none.
        truth: The ``is`` of a ``thai`` spell, the ``certified`` of a ``care`` spell.
        group: Group text of a register.
    """

    kind: str = ""
    begin: DateSpan | None = None
    end: DateSpan | None = None
    truth: Truth = Truth.UNKNOWN
    group: str = ""
    grade: Grade = Grade.CLAIMED
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An act of the state; kind ``unknown`` when only that there was one is known."""

    kind: str
    on: DateSpan = UNKNOWN_DAY
    by: str = "unknown"
    under: str | None = None
    grade: Grade = Grade.CLAIMED
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Marriage:
    """A registered marriage; ``to`` is a person id or an ISO country code."""

    to: str
    registered: Event
    ended: Event | None = None
    gives_nationality: Truth | None = None
    grade: Grade = Grade.CLAIMED
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Adoption:
    """A registered adoption by a person of the file."""

    by: str
    registered: Event
    grade: Grade = Grade.CLAIMED
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """An alien identification certificate.

    Attributes:
        taken: When it was taken (``never`` if it was not).
        by: ``self``, ``parent`` or ``unknown``.
        kept_until: ``never`` means still kept; unknown when not told.
    """

    taken: Event
    by: str = "unknown"
    voluntary: Truth = Truth.UNKNOWN
    kept_until: Event = field(default_factory=lambda: Event(Happened.UNKNOWN))


@dataclass(frozen=True, slots=True)
class Conviction:
    """A conviction and the sentence."""

    on: DateSpan = UNKNOWN_DAY
    sentence: str = ""
    served_until: Event | None = None
    grade: Grade = Grade.CLAIMED
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a court or authority found of this person under one rule."""

    rule: str
    holds: Truth
    by: str = ""
    on: DateSpan = UNKNOWN_DAY
    final: Truth = Truth.UNKNOWN
    grade: Grade = Grade.CLAIMED
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One petition made so far.

    Attributes:
        on: Day of filing.
        notified: When the order was notified.
        complete: When the office took the file as complete.
        appealed: When an appeal was handed in.
        demanded: When a written demand to act was handed in.
    """

    pathway: str
    office: str = ""
    on: DateSpan = UNKNOWN_DAY
    result: str = "unknown"
    reason: str = ""
    notified: Event | None = None
    told_remedy: Truth = Truth.UNKNOWN
    complete: Event | None = None
    appealed: Event | None = None
    demanded: Event | None = None
    grade: Grade = Grade.CLAIMED
    source: str | None = None


type Value = (
    str
    | Truth
    | DateSpan
    | Event
    | Parent
    | Certificate
    | tuple[str, ...]
    | tuple[Spell, ...]
    | tuple[Order, ...]
    | tuple[Marriage, ...]
    | tuple[Adoption, ...]
    | tuple[Conviction, ...]
    | tuple[Finding, ...]
    | tuple[Attempt, ...]
    | None
)
"""A told value; ``None`` means it was written as ``unknown``."""


@dataclass(frozen=True, slots=True)
class Told:
    """One told fact: its value, how well it is shown, and by which evidence.

    Attributes:
        value: ``None`` when told as unknown, or when two values contradict.
        others: All tellings, with their sources: those that contradict each other, or
            those that agree (the grade then is not contradicted).
        line: Line of the case file, 1-based; 0 when it came from elsewhere.
    """

    value: Value
    grade: Grade = Grade.CLAIMED
    source: str | None = None
    others: tuple[Told, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the family.

    Attributes:
        id: Id in the case file. A parent without an id (``father: {thai: yes}``)
            is named after the child: ``P.father``.
        told: Told facts by key. The map ``born`` is flattened: ``born.date``
            (DateSpan), ``born.country``, ``born.place``, ``born.notified`` (str).
        name: By language code; empty when not given.
    """

    id: str
    told: Mapping[str, Told]
    name: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One paper, statement or test; paths are written ``PERSON.key``.

    Attributes:
        kind: As it was written: an id of ``vocabulary.papers``, its name, or words.
    """

    id: str
    kind: str = ""
    issuer: str = ""
    number: str = ""
    date: DateSpan = UNKNOWN_DAY
    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()

    @property
    def paper(self) -> str:
        """The id of its kind, however it was written; else the words."""
        return paper_kind(self.kind)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A family as one file tells it.

    Attributes:
        as_of: Day asked about, ordinal; ``None`` when the file does not say.
        law_at: Day whose texts are read, ordinal; ``None`` means ``as_of``.
        expect: Person id to expectation keys, as written (plain YAML values).
        disputed: Why a published expectation is held for wrong; ``""`` if not.
    """

    case: str
    persons: Mapping[str, Person]
    title: str = ""
    notes: str = ""
    as_of: int | None = None
    law_at: int | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    expect: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    disputed: str = ""

"""What the law pack holds: instruments, provisions, rules, contested points, events.

Everything here is data about the law, not the law's conditions (those are the typed
functions under ``sathana.law.th``). Days are proleptic Gregorian ordinals, and every
window is half-open: ``from`` is the first day inside, ``until`` the first day outside.
A bound is a :class:`~sathana.calendars.spans.DateSpan`, because some dates of the law
are only known to lie between two days; ``None`` is an open end. What is not known is
never guessed: a gazette page that no source gives is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sathana.calendars.spans import DateSpan
from sathana.law.marks import MARKS, Bound, Checked, Mark, Text, weakest

__all__ = [
    "MARKS",
    "Bound",
    "Checked",
    "ContestedPoint",
    "Effect",
    "Gazette",
    "Instrument",
    "LawEvent",
    "Mark",
    "Pathway",
    "PathwayGroup",
    "Provision",
    "Reading",
    "Right",
    "RuleInfo",
    "RuleKind",
    "RuleVersion",
    "Text",
    "Window",
    "weakest",
]

type RuleKind = Literal["gain", "loss", "bar", "stay", "definition", "pathway", "right"]
"""What a rule does to a person's status."""

type PathwayGroup = Literal["nationality", "residence", "registration"]
"""What a pathway leads to."""

type Effect = Literal["nationality", "pathway", "warning"]
"""What a contested point can change in an answer."""


@dataclass(frozen=True, slots=True)
class Gazette:
    """Where the Royal Gazette printed an instrument; ``None`` is not known.

    Attributes:
        volume: Volume (เล่ม).
        part: Part (ตอน), with its series letter, and ``special`` if it was one.
        page: First page, or first and last.
        date: Day of publication.
    """

    volume: int | None = None
    part: str | None = None
    page: str | None = None
    date: Bound = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """An act, announcement, regulation or resolution.

    Attributes:
        kind: ``act``, ``code``, ``decree``, ``announcement``, ``regulation``,
            ``resolution``, ``constitution`` or ``custom``.
        in_force: First day in force; ``None`` where no day is known at all.
        until: First day no longer in force; ``None`` while in force, or not known.
        source: Address where it was read, or the words that say where it was not.
    """

    id: str
    kind: str
    title: Text
    gazette: Gazette | None
    in_force: Bound
    until: Bound
    source: str
    checked: Checked
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """One section in one wording, restated in our own words.

    Attributes:
        id: Instrument, section and, where the wording changed, its year:
            ``na-2508/7-1/1992``.
        in_force_from: First day of this wording.
        in_force_until: First day on which this wording no longer holds.
        retroactive: Whether the provision itself says that it reaches births, or
            facts, earlier than its first day.
    """

    id: str
    instrument: str
    section: Text
    in_force_from: Bound
    in_force_until: Bound
    paraphrase: Text
    source: str
    checked: Checked
    retroactive: bool = False
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One text of a rule: whose births, which law, which events it governs.

    Attributes:
        kind: What this text does; differs from the rule's kind where one section
            works both ways (7 bis as a bar, and as a loss in 1992).
        births_from: First day of birth governed; ``None`` is no lower end.
        births_until: First day of birth no longer governed; ``None`` is no end.
        law_from: First day from which the text is read, when ``law_at`` is on or
            after it.
        law_until: First day on which the text is no longer read; ``None`` where a
            later law left its effects standing.
        effect_from: First day of the event (wedding, order, certificate) on which
            the text works; ``None`` for a rule of birth.
        effect_until: First day of the event on which it no longer works.
        cites: Provisions it rests on, the operative one first.
    """

    kind: RuleKind
    births_from: Bound
    births_until: Bound
    law_from: Bound
    law_until: Bound
    effect_from: Bound
    effect_until: Bound
    cites: tuple[str, ...]
    checked: Checked
    note: Text | None = None

    @property
    def works_on_events(self) -> bool:
        """Whether an event day, not the birth, decides if this text applies."""
        return self.effect_from is not None or self.effect_until is not None


@dataclass(frozen=True, slots=True)
class Window:
    """When an application can be filed, half-open; ``known`` only where verified.

    Attributes:
        opens: First day; ``None`` where no first day is known.
        closes: First day outside; ``None`` has no end.
        known: ``False`` says: nobody has verified that the door is open or shut.
    """

    opens: Bound
    closes: Bound
    known: bool


@dataclass(frozen=True, slots=True)
class Pathway:
    """The administrative side of a rule: what can still be asked for, and where.

    Attributes:
        windows: Without a hole between them; empty never.
        file_with: Office that takes the application.
        decider: Who decides.
        granted_by: Kinds of ``orders`` in a case file that say it was granted.
        for_rule: Rule that gives the nationality or stay once granted.
    """

    group: PathwayGroup
    windows: tuple[Window, ...]
    file_with: Text
    decider: Text
    granted_by: tuple[str, ...]
    for_rule: str | None


@dataclass(frozen=True, slots=True)
class Right:
    """How a right is claimed: where, with which papers, for what fee, in which words.

    Attributes:
        office: Where it is claimed.
        papers: What to bring; an id of ``vocabulary.papers`` where the paper has one.
        fees: Ids of fees of the pack.
        say: What to say at the counter.
        procedure: Id of the procedure that leads to it; ``None`` where none is known.
        why_closed: What remains possible for one to whom it is closed.
    """

    office: Text
    papers: tuple[str | Text, ...]
    fees: tuple[str, ...]
    say: Text
    procedure: str | None = None
    why_closed: Text | None = None


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """All about a rule but its condition.

    Attributes:
        id: Id of the contract, for example ``NB-1992-M``.
        kind: What the rule chiefly does.
        declaratory: The register only states what the law already gave.
        contested: Ids of the contested points that bear on it.
        warn: What must be said to a person whenever the rule is used.
        pathway: Present where something can be applied for.
        right: Present where the rule says whether a right can be used.
        line: Names of the lines of rules (``soil``, ``blood``) of which this one is a
            link; together the links must govern every day of birth.
    """

    id: str
    kind: RuleKind
    title: Text
    versions: tuple[RuleVersion, ...]
    declaratory: bool
    contested: tuple[str, ...]
    warn: Text | None = None
    pathway: Pathway | None = None
    right: Right | None = None
    line: tuple[str, ...] = ()

    @property
    def verified(self) -> Mark:
        """The weakest mark among the texts of the rule."""
        return weakest([version.checked.verified for version in self.versions])

    @property
    def cites(self) -> tuple[str, ...]:
        """All provisions cited by any text of the rule, each once, in order."""
        return tuple(dict.fromkeys(c for v in self.versions for c in v.cites))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the law, with where it is held."""

    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContestedPoint:
    """A question on which courts, academics and offices differ.

    Attributes:
        a: Reading of courts or academics that favours the person (``court``).
        b: Stricter reading that offices apply (``administration``).
        effect: What the point can change.
        bears_on: Ids of rules.
    """

    id: str
    question: Text
    a: Reading
    b: Reading
    effect: Effect
    bears_on: tuple[str, ...]
    checked: Checked
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class LawEvent:
    """A day on which the law changed.

    Attributes:
        date: First day of the change.
        provisions: Provisions that began or ended on it.
        births: Which earlier births it reaches back to; ``None`` if none.
    """

    id: str
    date: DateSpan
    title: Text
    instrument: str
    provisions: tuple[str, ...]
    births: Text | None
    verified: Mark

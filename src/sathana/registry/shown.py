"""What selectors hand to pages: values already opened, cut to what may be seen.

A value that is ``None`` belongs to a group of fields that this reader may not see; the
group is then named in ``hidden``, so that a page says so instead of showing nothing.
An empty text or tuple means that nothing was told.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sathana.accounts.decide import Action, Group

type Text = dict[str, str]


@dataclass(frozen=True, slots=True)
class NameShown:
    """One name of a person, as it is shown."""

    id: uuid.UUID
    version: int
    kind: str
    text: str
    begin: str = ""
    until: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class FactShown:
    """One told fact.

    Attributes:
        value: The plain value of the case file; ``None`` when its group is hidden.
        hidden: Whether the value is hidden from this reader.
    """

    id: uuid.UUID
    version: int
    person_id: uuid.UUID
    path: str
    value: Any
    grade: str
    source_id: uuid.UUID | None
    said_by: str
    said_on: str
    made_at: datetime
    withdrawn_at: datetime | None = None
    hidden: bool = False

    @property
    def text(self) -> str:
        """The value as one line of a case file, as it would be typed."""
        from sathana.registry.telling import one_line

        return "" if self.hidden else one_line(self.value)


@dataclass(frozen=True, slots=True)
class EventShown:
    """Something in a life that no fact tells."""

    id: uuid.UUID
    version: int
    person_id: uuid.UUID
    kind: str
    on: str
    place: str
    words: str
    grade: str
    said_by: str
    source_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class KinshipShown:
    """How two persons are related: ``person`` is the child, ``parent`` the parent."""

    id: uuid.UUID
    version: int
    person_id: uuid.UUID
    parent_id: uuid.UUID
    kind: str
    role: str
    proof: str
    begin: str
    until: str
    said_by: str
    source_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """A paper, statement or test; its files are the evidence selector's.

    Attributes:
        label: Its id in a case file; ``""``: it gets one when it is written.
        number: ``None`` where numbers are hidden from this reader.
        date: A plain value of a case file: mostly a text, ``""`` if not told.
        supports, contradicts: Pairs of person id (text) and fact path.
    """

    id: uuid.UUID
    version: int
    person_id: uuid.UUID | None
    label: str
    kind: str
    issuer: str
    number: str | None
    date: Any
    original: str
    supports: tuple[tuple[str, str], ...]
    contradicts: tuple[tuple[str, str], ...]
    notes: str


@dataclass(frozen=True, slots=True)
class ConsentShown:
    """A consent; ``holds`` says whether it does on the day of reading."""

    id: uuid.UUID
    version: int
    person_id: uuid.UUID | None
    who: str
    language: str
    how: str
    purposes: tuple[str, ...]
    given_on: date
    until: date | None
    withdrawn_at: datetime | None
    witness: str
    notes: str
    holds: bool


@dataclass(frozen=True, slots=True)
class HouseholdShown:
    """Who lived together, where and when."""

    id: uuid.UUID
    version: int
    village: str
    house: str
    members: tuple[dict[str, str], ...]
    notes: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person in a family page: what a line of the table and a box of the tree need.

    Attributes:
        called: What to call the person: the main name, else the label.
        names: All names, the main one first; ``None`` where hidden.
        number: 13-digit number as told; ``""`` if none, ``None`` where hidden.
        birth, died, sex: As told, ``""`` if not told or told otherwise by several;
            ``None`` where hidden.
        thai: ``yes``, ``no``, ``unknown``, ``contested`` of the stored assessment;
            ``""`` if there is none, ``None`` where hidden.
        pathway: Id of the first open pathway of the stored assessment.
    """

    id: uuid.UUID
    version: int
    label: str
    called: str
    names: tuple[NameShown, ...] | None
    number: str | None
    group: str | None
    languages: tuple[str, ...] | None
    interpreter: str | None
    needs: str | None
    contact: str | None
    notes: str | None
    birth: str | None
    died: str | None
    sex: str | None
    thai: str | None = ""
    pathway: str | None = ""


@dataclass(frozen=True, slots=True)
class Staleness:
    """Whether a stored assessment still says what it would say now.

    Attributes:
        law_changed: Whether another edition of the law is installed now.
        facts_changed: Whether what was told has changed.
        changes: What changed, in plain words.
    """

    law_changed: bool = False
    facts_changed: bool = False
    changes: tuple[Text, ...] = ()

    def __bool__(self) -> bool:
        """Whether it is out of date."""
        return self.law_changed or self.facts_changed


@dataclass(frozen=True, slots=True)
class Help:
    """A paper (for one fact of one person), and whom it would help.

    Attributes:
        person_id: Whose fact it is; ``None`` if not a person of the file.
        path: Which fact.
        kind: ``to_document`` (told, but not shown) or ``missing`` (not known).
        text: The fact, or the question that is open.
        papers: What would show it.
        helps: Ids of the persons whose answer rests on it.
    """

    person_id: uuid.UUID | None
    path: str
    kind: str
    text: Text
    papers: tuple[Text, ...]
    helps: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True)
class AssessmentShown:
    """A stored assessment.

    Attributes:
        answer: The whole answer of the engine (``sathana assess --json``), persons by
            label; loaded by the assess page only, ``{}`` elsewhere.
        people: Label to person id.
        helps: Which paper helps whom, the most helpful first.
        turned: Answers that differ from the assessment before: ``person`` (id),
            ``key`` (``thai``, ``pathways.ID``), ``before``, ``after``.
    """

    id: uuid.UUID
    as_of: date
    law_at: date
    law_version: str
    made_at: datetime
    made_by: uuid.UUID | None
    people: dict[str, uuid.UUID]
    helps: tuple[Help, ...]
    turned: tuple[dict[str, str], ...] = ()
    answer: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list of families.

    Attributes:
        names: Main names of its first persons; ``None`` where hidden.
        people: How many persons it has.
        open_pathway: Of the stored assessment: a pathway somebody could use now.
        undecided: How many persons' nationality the assessment leaves open.
        assessed: Whether there is a stored assessment (that the reader may see).
        hidden: Groups of fields that this reader may not see.
    """

    id: uuid.UUID
    title: str
    people: int
    names: tuple[str, ...] | None
    state: str
    due: date | None
    district: str
    team_id: uuid.UUID | None
    sealed: bool
    changed_at: datetime
    open_pathway: str = ""
    undecided: int = 0
    assessed: bool = False
    hidden: frozenset[Group] = frozenset()


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list of families.

    Attributes:
        total_known: How many there are; ``None`` when there are more than counted.
        more_than: Where counting stopped, when it did.
        pages: How many pages are known of.
        text: What was searched for.
    """

    lines: tuple[Line, ...]
    total_known: int | None
    more_than: int
    page: int
    pages: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family as its page shows it.

    Attributes:
        title: ``""`` where the outline is hidden.
        kinship, consents, evidence, households, facts, notes: ``None`` where hidden.
        assessment, staleness: ``None`` where hidden, or where there is none.
        may: What this reader may do with it.
        hidden: Groups of fields that this reader may not see.
    """

    id: uuid.UUID
    version: int
    title: str
    state: str
    due: date | None
    district: str
    team_id: uuid.UUID | None
    sealed: bool
    made_by: uuid.UUID | None
    changed_at: datetime
    notes: str | None
    persons: tuple[PersonShown, ...]
    kinship: tuple[KinshipShown, ...] | None
    consents: tuple[ConsentShown, ...] | None
    evidence: tuple[EvidenceShown, ...] | None
    households: tuple[HouseholdShown, ...] | None
    facts: tuple[FactShown, ...] | None
    assessment: AssessmentShown | None
    staleness: Staleness | None
    may: frozenset[Action]
    hidden: frozenset[Group]

    def person(self, person_id: uuid.UUID) -> PersonShown | None:
        """Return a person of the family by id."""
        return next((p for p in self.persons if p.id == person_id), None)


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as their page shows them, with the family around them.

    Attributes:
        relatives: The other persons of the family, for links and choices.
        kinship: Where the person is child or parent.
        facts, events, evidence: ``None`` where hidden.
        several: Paths of which more than one value stands.
    """

    family_id: uuid.UUID
    family_title: str
    family_state: str
    person: PersonShown
    relatives: tuple[PersonShown, ...]
    kinship: tuple[KinshipShown, ...] | None
    facts: tuple[FactShown, ...] | None
    events: tuple[EventShown, ...] | None
    evidence: tuple[EvidenceShown, ...] | None
    consents: tuple[ConsentShown, ...] | None
    several: frozenset[str]
    may: frozenset[Action]
    hidden: frozenset[Group]


@dataclass(frozen=True, slots=True)
class Found:
    """A person found by name or number.

    Attributes:
        names: Their names as this reader may see them, the best match first.
        score: How alike, 0 to 100.
        why: ``number``, ``name``.
    """

    person_id: uuid.UUID
    family_id: uuid.UUID
    names: tuple[str, ...]
    score: float
    why: str = "name"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Told values or papers that cannot both be right.

    Attributes:
        values: The values, each with who or what says so.
        text: What does not fit, in words.
    """

    person_id: uuid.UUID
    path: str
    values: tuple[tuple[str, str], ...]
    text: Text

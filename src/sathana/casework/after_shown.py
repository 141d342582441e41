"""What the pages after an approval show: values already opened, cut to what is seen.

``None`` belongs to a group of fields that this reader may not see.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sathana.accounts.decide import Action
from sathana.casework.after_steps import CardAge
from sathana.casework.after_words import Text
from sathana.casework.shown import TrackShown


@dataclass(frozen=True, slots=True)
class BeforeShown:
    """A correction: what stood there, field by field in words."""

    by: str
    at: datetime
    reason: str | None
    was: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step, whether or not something was recorded of it.

    Attributes:
        version: 0 where nothing was recorded.
        overdue: Whether its planned day has passed.
        number: ``None`` where numbers are hidden; ``""`` where none was told.
        place, second, said_by, words: ``None`` where notes are hidden.
        said: What it rests on, in the words of the law pack, with procedure and mark.
        clocks: By when, as the engine counts.
        right: What the engine says of a right, with ``before`` and ``status``.
        note: Advice of workers; ``source`` says that no text stands behind it.
        scanned: Of a copy: whether its scan is there still.
        always: Of a right: whether it is looked at whether or not it turned.
    """

    kind: str
    title: Text
    state: str
    state_title: Text
    version: int = 0
    on: str = ""
    overdue: bool = False
    number: str | None = ""
    odd: bool = False
    issued: str = ""
    expires: str = ""
    place: str | None = ""
    second: str | None = ""
    said_by: str | None = ""
    words: str | None = ""
    evidence_id: uuid.UUID | None = None
    said: tuple[tuple[Text, str, str, str], ...] = ()
    clocks: tuple[Mapping[str, Any], ...] = ()
    right: Mapping[str, Any] | None = None
    note: Text | None = None
    scanned: bool = True
    always: bool = False
    before: tuple[BeforeShown, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do here."""
        return self.state in ("done", "not_needed")


@dataclass(frozen=True, slots=True)
class GrantShown:
    """Whether the family tells the decision.

    Attributes:
        gives: Kinds of orders of the pathway: code and words; ``()``: it gives none.
        told: Whether a fact that counts tells it; ``withdrawn``: it did.
        already: Whether a fact tells it that nobody confirmed here.
    """

    gives: tuple[tuple[str, Text], ...]
    told: bool
    withdrawn: bool
    already: bool
    on: str


@dataclass(frozen=True, slots=True)
class HelpShown:
    """Somebody whose answer the decision turned.

    Attributes:
        offers: Pathways: id, title, status, whether it opened by the decision.
        taken: Whether a pathway of theirs is in the case already.
    """

    person_id: uuid.UUID
    called: str
    before: str
    after: str
    helped: bool
    offers: tuple[tuple[str, Mapping[str, str], str, bool], ...]
    closes: tuple[Mapping[str, str], ...]
    rights: int
    taken: bool


@dataclass(frozen=True, slots=True)
class AfterView:
    """The checklist of one person.

    Attributes:
        approved: Whether steps can be recorded now; ``lost``: suspended or revoked.
        card: How the ages of the card stand to the birth.
        next: The step to do next; ``None``: none is left.
        helps: Persons whose answer turned; ``None`` where that cannot be asked, with
            ``no_help`` as the reason: ``hidden``, ``consent``, ``loop``, ``none``.
    """

    track: TrackShown
    case_id: uuid.UUID
    family_id: uuid.UUID
    title: str
    open: bool
    today: date
    approved: bool
    lost: bool
    grant: GrantShown
    steps: tuple[StepShown, ...]
    rights: tuple[StepShown, ...]
    copies: tuple[StepShown, ...]
    card: CardAge
    next: StepShown | None
    helps: tuple[HelpShown, ...] | None
    no_help: str
    notes: bool
    may: frozenset[Action]

    @property
    def rights_first(self) -> tuple[StepShown, ...]:
        """The rights of which something was recorded, and those always looked at."""
        return tuple(one for one in self.rights if one.version or one.always)

    @property
    def rights_more(self) -> tuple[StepShown, ...]:
        """The others, whose answer turned."""
        return tuple(one for one in self.rights if not (one.version or one.always))

    @property
    def writes(self) -> bool:
        """Whether this reader can write steps down now."""
        allowed = self.approved and self.open and self.notes
        return allowed and Action.CHANGE in self.may


@dataclass(frozen=True, slots=True)
class PersonAfter:
    """One line of the page of a case.

    Attributes:
        done, left: How many steps are settled, and are not.
        next: The step to do next, and its planned day.
    """

    track: TrackShown
    approved: bool
    lost: bool
    done: int
    left: int
    next: Text | None
    due: date | None


@dataclass(frozen=True, slots=True)
class CaseAfter:
    """Everybody of a case of whom something was approved."""

    id: uuid.UUID
    title: str
    today: date
    people: tuple[PersonAfter, ...]
    may: frozenset[Action]

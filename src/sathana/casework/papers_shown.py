"""What selectors of papers hand to pages: values opened, cut to what is seen."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sathana.accounts.decide import Action
from sathana.casework.shown import CaseView, TrackShown
from sathana.casework.supervising import Step
from sathana.registry.errors import Text


@dataclass(frozen=True, slots=True)
class PackLine:
    """A pack in a list.

    Attributes:
        newest: Whether no later pack of the same pathway was made.
    """

    id: uuid.UUID
    number: int
    state: str
    state_title: Text
    made_at: datetime
    made_by: str
    newest: bool


@dataclass(frozen=True, slots=True)
class TrackPapers:
    """A person's pathway with its packs, the newest first."""

    track: TrackShown
    packs: tuple[PackLine, ...]


@dataclass(frozen=True, slots=True)
class CasePapers:
    """The papers of a case: each person's packs."""

    case: CaseView
    people: tuple[TrackPapers, ...]


@dataclass(frozen=True, slots=True)
class MakingView:
    """What the form of a new pack shows.

    Attributes:
        kept_back: Facts that are left out unless chosen: key and name.
        filed_by: Who files, as recorded with the pathway.
    """

    case: CaseView
    papers: TrackPapers
    kept_back: tuple[tuple[str, Text], ...]
    filed_by: str


@dataclass(frozen=True, slots=True)
class CommentShown:
    """One line of what was said about a pack and done with it."""

    at: datetime
    by: str
    what: Text
    text: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of a pack: name of its file, titles, whether Word takes it."""

    name: str
    title: Text
    editable: bool


@dataclass(frozen=True, slots=True)
class PackView:
    """One pack.

    Attributes:
        papers: ``None`` where the reader sees less of the family than papers tell.
        changes: What changed since it was made; ``None`` likewise.
        tell: Facts that were told although they are usually kept back, in words.
        signer: Who signed it off; ``""``: nobody.
        own: Whether who signed it off also made it.
        steps: What the reader can do with it.
        law_version, facts_hash: What stands at the foot of each page.
    """

    id: uuid.UUID
    version: int
    number: int
    state: str
    state_title: Text
    made_at: datetime
    made_by: str
    decided_at: datetime | None
    signer: str
    own: bool
    called: str
    pathway: Mapping[str, str] | None
    case_id: uuid.UUID
    case_title: str
    track_id: uuid.UUID
    digits: str
    filed_by: str
    tell: tuple[Text, ...]
    papers: tuple[PaperLine, ...] | None
    changes: tuple[Text, ...] | None
    pictures: int
    law_version: str
    facts_hash: str
    comments: tuple[CommentShown, ...]
    steps: tuple[Step, ...]
    may: frozenset[Action]


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A pack that waits for a supervisor."""

    id: uuid.UUID
    called: str
    pathway: Mapping[str, str] | None
    family_title: str
    made_by: str
    since: datetime


@dataclass(frozen=True, slots=True)
class WorkerNumbers:
    """How the packs of one worker fared.

    Attributes:
        made: Packs made.
        signed: Of these, signed off.
        sent_back: How often one was sent back.
        lodged: Pathways brought to an office for the first time with a pack of theirs.
        accepted: Of these, taken at once with a receipt; ``without_receipt`` without
            one; ``refused``: not taken.
    """

    worker: str
    made: int
    signed: int
    sent_back: int
    lodged: int
    accepted: int
    without_receipt: int
    refused: int

    @property
    def share(self) -> int | None:
        """Per cent of first lodgings that were taken at once with a receipt."""
        return round(100 * self.accepted / self.lodged) if self.lodged else None


@dataclass(frozen=True, slots=True)
class Supervision:
    """The page of a supervisor.

    Attributes:
        more: Whether more packs wait than are shown.
    """

    waiting: tuple[WaitingLine, ...]
    more: bool
    numbers: tuple[WorkerNumbers, ...]

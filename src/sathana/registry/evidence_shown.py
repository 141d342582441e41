"""What the selectors of papers hand to pages: values opened, and cut."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sathana.accounts.decide import Action
from sathana.registry.shown import EvidenceShown, FactShown


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file of a paper.

    Attributes:
        name: As it came, cleaned of folders and control letters.
        is_picture: Whether its copy can be shown in the page.
    """

    id: uuid.UUID
    name: str
    media: str
    size: int
    made_at: datetime
    has_copy: bool
    is_picture: bool


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person of the family, and what is told of them: to choose from."""

    id: uuid.UUID
    called: str
    facts: tuple[FactShown, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperShown:
    """A paper with its files.

    Attributes:
        whose: What its person is called; ``""``: it is the family's.
    """

    paper: EvidenceShown
    whose: str
    files: tuple[FileShown, ...]


@dataclass(frozen=True, slots=True)
class PapersView:
    """The papers of a family."""

    family_id: uuid.UUID
    family_title: str
    papers: tuple[PaperShown, ...]
    files: int
    may: frozenset[Action]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper.

    Attributes:
        persons: The persons of its family with their facts; without facts where those
            are hidden from this reader.
        sourced: Facts that name this paper as their source.
    """

    family_id: uuid.UUID
    family_title: str
    shown: PaperShown
    persons: tuple[PersonChoice, ...]
    sourced: tuple[FactShown, ...]
    may: frozenset[Action]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form of a new paper lets choose from."""

    family_id: uuid.UUID
    family_title: str
    persons: tuple[PersonChoice, ...]
    may: frozenset[Action]


@dataclass(frozen=True, slots=True)
class Served:
    """A file as it is handed out: always as an attachment."""

    data: bytes
    media: str
    name: str

"""Answers that a change of law turned, as their page shows them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class Turned:
    """One answer that turned.

    Attributes:
        about: Which answer.
        rule: Its id in the law pack; ``""`` for nationality itself.
    """

    about: Text
    rule: str
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class PersonTurned:
    """One person, and which answers turned."""

    id: uuid.UUID
    called: str
    answers: tuple[Turned, ...]

    @property
    def more(self) -> int:
        """How many answers stand behind the first eight."""
        return max(0, len(self.answers) - 8)


@dataclass(frozen=True, slots=True)
class FamilyTurned:
    """One family in one run.

    Attributes:
        at: When the new answers were stored.
        as_of: Day asked about.
        law_from, law_to: Names of the two laws.
        facts_too: Whether the facts had changed as well since the earlier answer.
    """

    family_id: uuid.UUID
    title: str
    at: datetime
    as_of: date
    law_from: str
    law_to: str
    facts_too: bool
    persons: tuple[PersonTurned, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """One page of the list."""

    families: tuple[FamilyTurned, ...]
    page: int
    more: bool

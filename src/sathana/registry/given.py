"""What forms hand to the services: plain values, not rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PURPOSES = ("record", "assess", "file", "share", "statistics", "contact", "media")
"""For what a consent may be given."""


@dataclass(frozen=True, slots=True)
class ConsentGiven:
    """A consent as it was given.

    Attributes:
        who: Who gave it, and for whom.
        language: In which language it was explained.
        how: ``spoken`` or ``written``.
        purposes: Codes of ``PURPOSES``; recording needs ``record``.
        until: Last day on which it holds; ``None``: until it is taken back.
        witness: Who was there; needed where it was spoken.
    """

    who: str
    language: str
    how: str
    purposes: tuple[str, ...]
    given_on: date
    until: date | None = None
    witness: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class NameGiven:
    """A name of a person.

    Attributes:
        kind: ``thai``, ``romanised``, ``own``, ``school`` or ``other``.
        begin, until: Dates as in a case file; ``""`` if not told.
        main: Whether it is shown first; of several the first main one wins.
    """

    kind: str
    text: str
    begin: str = ""
    until: str = ""
    main: bool = False

"""How far a text of the law was verified, by whom, when; and texts and days of the law.

Days are proleptic Gregorian ordinals. ``None`` as a bound is an open end; a span is a
day of the law of which only two outer days are known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sathana.calendars.spans import DateSpan

type Text = Mapping[str, str]
"""One text in every language of the product: keys ``th`` and ``en``."""

type Bound = DateSpan | None
"""A day of the law, perhaps only known as a span; ``None`` is an open end."""

type Mark = Literal["seen", "partly", "unverified"]
"""How well a source was read: the text itself, an excerpt, or memory only."""

MARKS: tuple[Mark, ...] = ("unverified", "partly", "seen")
"""The marks, weakest first."""


def weakest(marks: list[Mark]) -> Mark:
    """Return the weakest of the marks, ``unverified`` when there is none.

    Args:
        marks: Marks of the things an answer rests on.
    """
    return min(marks, key=MARKS.index, default="unverified")


@dataclass(frozen=True, slots=True)
class Checked:
    """Who looked at the source, when, and when somebody must look again.

    Attributes:
        verified: How well the source was read.
        on: Day on which the study that read it was written, ordinal.
        recheck: Day by which it must be read again, ordinal; later than ``on``.
    """

    verified: Mark
    on: int
    recheck: int

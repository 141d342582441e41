"""What a picture is made of: plain values, no facts, no law, no clock.

Days are proleptic Gregorian ordinals (``datetime.date.toordinal``). Every text
is already in the reader's language; the pictures add only their own few words
(legend, axis), for which they are told the language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type Status = Literal["yes", "no", "contested", "unknown"]
"""Answer shown: ``unknown`` says that the facts do not decide, never "no"."""
type Sex = Literal["female", "male", "unknown"]
type Lang = Literal["th", "en"]
type Era = Literal["be", "ce"]
"""Which years come first on an axis; the other era stands beneath them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreePerson:
    """One person of a family tree.

    Attributes:
        id: Name of the person inside this picture; the first of two equal ids
            counts.
        label: Name as shown; empty means that the name is not known, and the
            picture says so.
        sublabel: Second line, such as the year of birth; empty for none.
        sex: Drawn as the small square, circle or diamond.
        father: Id of the father, None when not known or not told. An id that
            is not among the persons is drawn as an unnamed person.
        mother: Id of the mother, likewise.
        spouses: Ids of husbands and wives; one side telling it is enough.
            Parents of one child who are no spouses get a dashed line.
        status: The answer, drawn as colour and shape.
        status_text: The answer in words; empty takes a general word for it.
        focus: Whether this is the person asked about (a ring around the card).
        href: Page, path or fragment to open; other schemes are dropped.
        died: Whether the person has died (a slash through the sex sign).
    """

    id: str
    label: str
    sublabel: str = ""
    sex: Sex = "unknown"
    father: str | None = None
    mother: str | None = None
    spouses: tuple[str, ...] = ()
    status: Status = "unknown"
    status_text: str = ""
    focus: bool = False
    href: str | None = None
    died: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One interval of a life with one status; both ends are inclusive days.

    Attributes:
        start: First possible day of the interval.
        end: Last possible day of the interval.
        status: Status during it.
        text: Status in words; empty takes a general word for it.
        start_until: Last possible first day: up to it the bar is hatched.
            None means that ``start`` is exact.
        end_from: First possible last day: from it the bar is hatched. None
            means that ``end`` is exact.
    """

    start: int
    end: int
    status: Status
    text: str = ""
    start_until: int | None = None
    end_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePerson:
    """One line of a timeline: a person, or one reading of a person.

    Attributes:
        id: Name of the line inside this picture.
        label: Name or reading as shown above the bars.
        sublabel: Second part of the heading; empty for none.
        bars: Intervals in order of time; days without a bar stay empty.
        href: Page, path or fragment to open; other schemes are dropped.
    """

    id: str
    label: str
    sublabel: str = ""
    bars: tuple[Bar, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """One event under a timeline, shown as a number with its text below.

    Attributes:
        day: Day on which it took effect.
        label: Short text, such as the name of the Act.
        date_text: The day in the reader's words; empty shows the year.
        kind: ``law`` for an Act or order, ``life`` for an event of the family.
        href: Page, path or fragment to open; other schemes are dropped.
    """

    day: int
    label: str
    date_text: str = ""
    kind: Literal["law", "life"] = "law"
    href: str | None = None

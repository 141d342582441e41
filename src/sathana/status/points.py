"""Days as the prover sees them, and which of two days is earlier.

A point is a day of which an earliest and a latest possibility are known. Points that
are not exact are variables of the workshop; comparing two of them cuts both at the
days on which the law changed, so that one split serves all rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sathana.calendars.spans import LATEST_DAY, UNKNOWN_DAY, DateSpan
from sathana.calendars.years import add_years
from sathana.status.diagram import NEVER, NO, YES, Diagram, Workshop

LAW_CUTS = tuple(
    date.fromisoformat(day).toordinal()
    for day in (
        "1913-04-10",
        "1952-02-13",
        "1953-02-04",
        "1957-02-08",
        "1965-08-05",
        "1972-12-14",
        "1992-02-26",
        "2008-02-28",
        "2012-03-22",
    )
)
"""Days on which the law of birth changed."""


@dataclass(frozen=True, slots=True)
class Point:
    """A day, known or not.

    Attributes:
        first: Earliest possibility, ordinal.
        last: Latest possibility, ordinal; ``NEVER`` if the event may not have been.
        level: Its variable; -1 if the day is exactly known.
        years: Whole years to add to the variable's value.
        owner: Person whose birth this is, ``""`` for any other day.
        relative: Order to the birth of ``about``, if told.
        about: Person to whose birth ``relative`` refers.
        lives: Persons who were born before this day, whatever day it is.
        vague: Whether nothing is known of the event, not even that it happened.
    """

    first: int
    last: int
    level: int = -1
    years: int = 0
    owner: str = ""
    relative: str = ""
    about: str = ""
    lives: tuple[str, ...] = ()
    vague: bool = False

    def __hash__(self) -> int:
        """Hash by what nearly always tells days apart: days are looked up a lot."""
        return hash((self.first, self.last, self.level, self.years))


@dataclass(frozen=True, slots=True)
class Later:
    """The later of two days."""

    a: When
    b: When


type When = Point | Later

NEVER_POINT = Point(NEVER, NEVER)


def exact(day: int) -> Point:
    """Return a day that is exactly known, ordinal."""
    return Point(day, day)


def day_key(when: When) -> str:
    """Return a short name of a day, to tell variables of different days apart."""
    if isinstance(when, Later):
        return f"max({day_key(when.a)},{day_key(when.b)})"
    return f"{when.first}:{when.last}:{when.level}:{when.years}"


def span_of(when: When) -> tuple[int, int]:
    """Return the earliest and the latest possibility of a day, ordinals."""
    if isinstance(when, Later):
        (a, b), (c, d) = span_of(when.a), span_of(when.b)
        return max(a, c), max(b, d)
    return when.first, when.last


def shown(when: When) -> DateSpan:
    """Return a day as it can be shown; unknown where nothing is told of it."""
    if isinstance(when, Point) and when.vague:
        return UNKNOWN_DAY
    first, last = span_of(when)
    return DateSpan(first, min(last, LATEST_DAY))


def shifted(point: When, years: int) -> When:
    """Return the day ``years`` whole years later (earlier when negative)."""
    if isinstance(point, Later):
        return Later(shifted(point.a, years), shifted(point.b, years))
    first, last = (_moved(day, years) for day in (point.first, point.last))
    return Point(first, last, point.level, point.years + years, vague=point.vague)


def _moved(day: int, years: int) -> int:
    return day if day >= NEVER else add_years(day, years)


def before(shop: Workshop, a: When, b: When) -> Diagram:
    """Return whether ``a`` is earlier than ``b``."""
    if isinstance(a, Later):
        return shop.both(before(shop, a.a, b), before(shop, a.b, b))
    if isinstance(b, Later):
        return shop.either(before(shop, a, b.a), before(shop, a, b.b))
    if a.last < b.first:
        return YES
    if a.first >= b.last:
        return NO
    related = _related(a, b)
    if related is not None:
        return related
    return _compare(shop, a, b)


def _related(a: Point, b: Point) -> Diagram | None:
    """Say what the told order to a birth decides; ``None`` if nothing."""
    if a.level >= 0 and a.level == b.level and a.years == b.years:
        return NO
    if a.owner and a.owner in b.lives:
        return YES
    if b.owner and b.owner in a.lives:
        return NO
    if a.relative and b.owner == a.about:
        return YES if a.relative == "before_birth" else NO
    if b.relative and a.owner == b.about:
        return YES if b.relative == "after_birth" else NO
    return None


def _compare(shop: Workshop, a: Point, b: Point) -> Diagram:
    if a.level < 0:
        return shop.opposite(_below(shop, b, a.first + 1))
    if b.level < 0:
        return _below(shop, a, b.first)
    return _both_unknown(shop, a, b)


def _below(shop: Workshop, point: Point, day: int) -> Diagram:
    """Return whether a day that is not exact is earlier than an exact one."""
    return shop.below(point.level, _unshifted(point, day))


def _unshifted(point: Point, day: int) -> int:
    """Return the first value of the variable whose shifted day is not before a day."""
    if not point.years or day >= NEVER:
        return day
    guess = add_years(day, -point.years)
    while add_years(guess, point.years) >= day:
        guess -= 1
    while add_years(guess, point.years) < day:
        guess += 1
    return guess


def _both_unknown(shop: Workshop, a: Point, b: Point) -> Diagram:
    """Compare run by run between the days on which the law changed.

    Within a run that both days may lie in, which is earlier is an unknown of its own.
    An event of which nothing is told is not cut: its order to the other day is one
    unknown, which is all that a family can be asked.
    """
    low, high = max(a.first, b.first), min(a.last, b.last)
    cuts = {low}
    if not (a.vague or b.vague):
        cuts |= {cut for cut in LAW_CUTS if low < cut <= high}
    cuts.update({high + 1} if high < NEVER else {NEVER})
    runs = sorted(cuts)
    orders = [NO, *(_order(shop, a, b, begin) for begin in runs[:-1]), NO]
    if a.level > b.level:
        first, second, beyond, short = b, a, NO, YES
    else:
        first, second, beyond, short = a, b, YES, NO
    kids = [
        _rest(shop, second, runs, order, place, beyond, short)
        for place, order in enumerate(orders)
    ]
    return _split(shop, first, runs, kids)


def _rest(
    shop: Workshop,
    point: Point,
    runs: list[int],
    order: Diagram,
    place: int,
    beyond: Diagram,
    short: Diagram,
) -> Diagram:
    """Return the answer for one run of the other day, by the run of this one."""
    kids = [
        short if n < place else beyond if n > place else order
        for n in range(len(runs) + 1)
    ]
    return _split(shop, point, runs, kids)


def _split(
    shop: Workshop, point: Point, runs: list[int], kids: list[Diagram]
) -> Diagram:
    """Return the node that cuts the days of a point into runs."""
    variable = shop.variables[point.level]
    cuts = [_unshifted(point, day) for day in runs]
    inside = [n for n, cut in enumerate(cuts) if variable.first < cut <= variable.last]
    if not inside:
        below = sum(cut <= variable.first for cut in cuts)
        return kids[below]
    chosen = kids[inside[0] : inside[-1] + 2]
    return shop.node(
        point.level, tuple(cuts[inside[0] : inside[-1] + 1]), tuple(chosen)
    )


def _order(shop: Workshop, a: Point, b: Point, begin: int) -> Diagram:
    """Return whether ``a`` is earlier, both lying in the run that begins there."""
    first, second = sorted((a, b), key=lambda p: (p.level, p.years))
    parts = (first.level, first.years, second.level, second.years, begin)
    name = ("order", *(str(part) for part in parts))
    level = shop.level(name, 0, 2, ("earlier", "same", "later"))
    return shop.among(level, (0,) if first is a else (2,))

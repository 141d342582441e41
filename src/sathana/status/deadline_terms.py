"""Which terms run from one petition, and from which day each runs.

A step is shown only where it is the next one or runs already: the court's ninety
days run after the appeal, the demand comes after the office's own time. What the
file does not tell leaves the term without a day, and names the fact that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from sathana.calendars.counting import Counted, count
from sathana.calendars.spans import DateSpan
from sathana.facts.model import Attempt, Event, Happened
from sathana.logic.truth import Truth
from sathana.status.deadline_law import APPEALS, Limit, LimitVersion, Practice
from sathana.status.wording import Text, both

MOST_DAYS_MOVED = 10
"""How far days off that nobody has told us of may still move a last day, in days."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The days that matter: the one asked about, and the one whose law is read."""

    as_of: int
    law_at: int


@dataclass(frozen=True, slots=True)
class Begin:
    """The day from which a term runs, or why it is not known.

    Attributes:
        on: The day; ``None`` where it is not known, or has not come.
        missing: Keys of the facts that would tell it.
        note: What else is to be said of it.
    """

    on: DateSpan | None = None
    missing: tuple[str, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One term of one person.

    Attributes:
        attempt: Place of the petition in the file; ``None`` if from none.
        counted: How it was counted; ``None`` without a day, or without a term.
        missing: Paths of the facts that are missing.
        notes: What else is to be said.
    """

    limit: Limit
    version: LimitVersion
    begin: Begin
    counted: Counted | None
    attempt: int | None = None
    pathway: str | None = None
    missing: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def any_time(self) -> bool:
        """Whether there is no term at all, so that it is never too late."""
        return self.limit.trigger == "any_time"

    def passed(self, as_of: int) -> Truth:
        """Tell whether the last day lies before a day."""
        if self.any_time:
            return Truth.NO
        if self.counted is None:
            waits = not self.begin.missing and self.version.period is not None
            return Truth.NO if waits and self.begin.on is None else Truth.UNKNOWN
        if as_of <= self.counted.due.earliest:
            return Truth.NO
        last = self.counted.due.latest
        last += 0 if self.counted.checked else MOST_DAYS_MOVED
        return Truth.YES if as_of > last else Truth.UNKNOWN


NOT_NOTIFIED = both(
    "ยังไม่ได้รับแจ้งคำสั่ง ระยะเวลาจึงยังไม่เริ่มนับ",
    "The order has not been notified, so the term has not begun.",
)
AFTER_APPEAL = both(
    "นับจากวันที่ได้รับแจ้งผลอุทธรณ์ ซึ่งแฟ้มไม่มีที่ให้บอก",
    "Counted from the day on which you are told the decision on the appeal.",
)
IF_DECIDED = both(
    "ถ้าได้รับแจ้งผลอุทธรณ์ก่อนหน้านั้น ให้นับจากวันที่ได้รับแจ้ง",
    "If you were told the decision on the appeal before that, count from that day.",
)


def counted_from(
    practice: Practice, limit: Limit, begin: Begin, clock: Clock
) -> Term | None:
    """Return a term counted from a day; ``None`` where no text governs that day."""
    day = clock.as_of if begin.on is None else begin.on.earliest
    version = limit.version(day, clock.law_at)
    if version is None:
        return None
    counted = None
    if begin.on is not None and version.period is not None:
        counted = count(begin.on, version.period, practice.holidays)
    notes = () if begin.note is None else (begin.note,)
    return Term(limit, version, begin, counted, missing=begin.missing, notes=notes)


def terms_of_attempt(
    practice: Practice, attempt: Attempt, path: str, clock: Clock
) -> list[Term]:
    """Return the terms that run from one petition, in the order of the ladder.

    Args:
        practice: The law.
        attempt: The petition.
        path: Its path in the file, ``P.attempts.0``.
        clock: The days that matter.
    """
    steps = list(_steps(practice, attempt))
    found: dict[str, Term] = {}
    for limit in _parents_first(steps):
        begin = _begin(limit, attempt, found, clock.as_of)
        if begin is not None:
            term = counted_from(practice, limit, begin, clock)
            if term is not None:
                found[limit.id] = _named(term, attempt, path)
    kept = [found[limit.id] for limit in steps if limit.id in found]
    return _due_now(kept, attempt, clock.as_of)


def _named(term: Term, attempt: Attempt, path: str) -> Term:
    missing = tuple(f"{path}.{key}" for key in term.begin.missing)
    place = int(path.rpartition(".")[2])
    return replace(term, attempt=place, pathway=attempt.pathway, missing=missing)


def _steps(practice: Practice, attempt: Attempt) -> Iterator[Limit]:
    """Yield the steps of the ladder that this petition has come to."""
    ladder = practice.ladder(attempt.pathway)
    fits = [
        limit
        for limit in ladder
        if attempt.result in limit.results
        and limit.told_remedy in ("", attempt.told_remedy.value)
    ]
    replaced = {key for limit in fits for key in limit.instead_of}
    own_time = any(_is_own_time(limit) for limit in fits)
    gate = any(limit.id in APPEALS for limit in ladder)
    for limit in fits:
        if limit.id in replaced or (own_time and limit.id == "APA-39-1"):
            continue
        if _reached(limit, attempt, gate=gate):
            yield limit


def _is_own_time(limit: Limit) -> bool:
    """Say whether the office has a time of its own, before which 39/1 steps back."""
    own = limit.trigger in ("filed", "complete") and limit.whose == "office"
    return own and limit.id != "APA-39-1"


def _reached(limit: Limit, attempt: Attempt, *, gate: bool) -> bool:
    """Say whether a step is the next one or runs already."""
    appealed, demanded = _happened(attempt.appealed), _happened(attempt.demanded)
    if limit.id in APPEALS:
        return not appealed
    if limit.trigger == "appealed":
        return appealed
    if limit.trigger == "demanded":
        return demanded
    if limit.id == "DEMAND":
        return not demanded
    return appealed or not (gate and limit.after)


def _happened(event: Event | None) -> bool:
    return event is not None and event.happened is Happened.YES


def _parents_first(steps: list[Limit]) -> list[Limit]:
    """Put a step behind the one from whose end it runs; ladders have few steps."""
    ids = {limit.id: limit for limit in steps}

    def depth(limit: Limit) -> int:
        parent = ids.get(limit.after)
        return 0 if parent is None else depth(parent) + 1

    return sorted(steps, key=depth)


def _begin(
    limit: Limit, attempt: Attempt, found: Mapping[str, Term], as_of: int
) -> Begin | None:
    parent = found.get(limit.after)
    if parent is not None:
        note = IF_DECIDED if limit.trigger == "notified" else None
        if parent.counted is None:
            return Begin(None, parent.begin.missing, note)
        return Begin(parent.counted.due, (), note)
    if limit.after and limit.trigger == "notified" and _happened(attempt.appealed):
        return Begin(None, (), AFTER_APPEAL)
    return (
        _TRIGGERS[limit.trigger](attempt, as_of) if limit.trigger in _TRIGGERS else None
    )


def _filed(attempt: Attempt, as_of: int) -> Begin:
    if attempt.on.is_unknown:
        return Begin(None, ("on",))
    return Begin(_within(attempt.on, DateSpan(attempt.on.earliest, as_of)))


def _event(key: str) -> Callable[[Attempt, int], Begin]:
    """Return what reads the day of an event of a petition."""

    def begin(attempt: Attempt, as_of: int) -> Begin:
        event: Event | None = getattr(attempt, key)
        if event is not None and event.happened is Happened.NEVER:
            return Begin(None, (), NOT_NOTIFIED if key == "notified" else None)
        if not _happened(event) or event is None or event.on.is_unknown:
            return Begin(None, (key,))
        return Begin(_within(event.on, DateSpan(attempt.on.earliest, as_of)))

    return begin


def _within(span: DateSpan, bounds: DateSpan) -> DateSpan:
    """Narrow a day to when it can have been; told days that contradict it stand."""
    first = max(span.earliest, bounds.earliest)
    last = min(span.latest, bounds.latest)
    return DateSpan(first, last) if first <= last else span


_TRIGGERS: Mapping[str, Callable[[Attempt, int], Begin]] = {
    "filed": _filed,
    "any_time": lambda _attempt, _as_of: Begin(),
    **{key: _event(key) for key in ("complete", "notified", "appealed", "demanded")},
}


def _due_now(terms: list[Term], attempt: Attempt, as_of: int) -> list[Term]:
    """Leave out what is done about silence while the office still has time."""
    if attempt.result != "received":
        return terms
    over = any(
        term.limit.whose == "office"
        and term.limit.trigger in ("filed", "complete")
        and term.passed(as_of) is Truth.YES
        for term in terms
    )
    demanded = _happened(attempt.demanded)
    return [t for t in terms if over or demanded or not t.any_time]

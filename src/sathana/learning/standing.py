"""Where a learner stands: what is kept of them, told by the law of today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sathana.accounts.models import Account
from sathana.learning import badges, competence, courses, imprints, practised
from sathana.learning.badges import Shown
from sathana.learning.courses import Course, Lesson
from sathana.learning.models import (
    Badge,
    Certificate,
    LessonResult,
    SupervisedPack,
)
from sathana.learning.practised import Practised

NEW, TRIED, PASSED, DUE = "new", "tried", "passed", "due"
VALID, WITHDRAWN = "valid", "withdrawn"
_STATES = (practised.COUNTS, practised.DUE, practised.UNKNOWN)


@dataclass(frozen=True, slots=True)
class LessonStanding:
    """A lesson, and how far a learner is with it.

    Attributes:
        best: The result that counts; ``None``: none is kept.
        state: ``new``, ``tried``, ``passed``, or ``due``: it was passed, and a rule
            that it teaches changed since.
        changed: References that changed or are new since the best result.
    """

    lesson: Lesson
    best: LessonResult | None
    latest: LessonResult | None
    state: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """A course, and how far a learner is with it.

    Attributes:
        quizzes: Whether each lesson is passed by the law of today.
        ever: Whether each lesson is passed, be it by a law that changed since.
        practice: The families that are practised well enough by the law of today.
        passed: Whether everything that the course asks for is shown.
    """

    course: Course
    lessons: tuple[LessonStanding, ...]
    quizzes: bool
    ever: bool
    practice: tuple[Practised, ...]
    passed: bool

    @property
    def due(self) -> tuple[LessonStanding, ...]:
        """The lessons whose refresher is due."""
        return tuple(one for one in self.lessons if one.state == DUE)


@dataclass(frozen=True, slots=True)
class Held:
    """A badge that is held.

    Attributes:
        moved: Whether a rule on which it rests changed since it was given.
        due: Whether a refresher is due: a rule behind it changed, and what is shown by
            the law of today does not reach it.
        unknown: Whether it is reached only with practice of which nobody kept by which
            law it was marked; then it is not known whether a refresher is due.
    """

    badge: Badge
    moved: bool
    due: bool
    unknown: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is kept of a learner.

    Attributes:
        practice: Of each practice family the best result.
        shown: What it comes to by the law of today.
        ever: What it comes to if results of a law that changed since still counted,
            and those of which nobody knows whether it did.
    """

    account: Account
    courses: tuple[CourseStanding, ...]
    practice: tuple[Practised, ...]
    packs: tuple[SupervisedPack, ...]
    held: tuple[Held, ...]
    shown: Shown
    ever: Shown

    @property
    def eligible_kinds(self) -> tuple[str, ...]:
        """The badges that count: held, and known to need no refresher."""
        return tuple(
            one.badge.kind for one in self.held if not (one.due or one.unknown)
        )

    @property
    def following(self) -> str | None:
        """The next badge; ``None``: all are held."""
        return badges.following(one.badge.kind for one in self.held)


WITH = ("lesson_results", "practice_results", "packs_made", "badges", "certificates")
"""What to fetch along with accounts of which many are told."""


def of(account: Account) -> Standing:
    """Return where an account stands."""
    # Sorted here, so that rows that were fetched with the account are not asked again.
    rows = tuple(account.lesson_results.all())
    done = practised.best(account.practice_results.all())
    packs = tuple(sorted(account.packs_made.all(), key=_at))
    found = tuple(_course(one, rows, done, packs) for one in courses.courses().values())
    passed, once = any(one.quizzes for one in found), any(one.ever for one in found)
    shown = _shown(passed, done, packs, practised.COUNTS)
    unsure = _shown(passed, done, packs, practised.COUNTS, practised.UNKNOWN)
    ever = _shown(once, done, packs, *_STATES)
    reached = [badges.reached(one) for one in (shown, unsure, ever)]
    held = [_held(one, *reached) for one in account.badges.all() if _holds(one)]
    order = {kind: place for place, kind in enumerate(badges.KINDS)}
    return Standing(
        account=account,
        courses=found,
        practice=done,
        packs=packs,
        held=tuple(sorted(held, key=lambda one: order.get(one.badge.kind, len(order)))),
        shown=shown,
        ever=ever,
    )


def best_of(
    rows: Iterable[LessonResult], lesson: Lesson, needed: int
) -> LessonResult | None:
    """Return the result that counts most: passed by today's law, passed, highest."""
    return max(
        rows,
        key=lambda row: (
            row.score >= needed and not changed(row, lesson),
            row.score >= needed,
            row.score,
            row.at,
        ),
        default=None,
    )


def changed(row: LessonResult, lesson: Lesson) -> tuple[str, ...]:
    """Return what of a lesson's law is not what it was when a result was kept."""
    taught = lesson.keys()
    kept = {key: imprint for key, imprint in row.imprints.items() if key in taught}
    return (*imprints.changed(kept), *imprints.missing(kept, taught))


def is_due(row: Badge | Certificate) -> bool:
    """Whether a rule that something rests on changed since."""
    return bool(imprints.changed(row.rests_on))


def state_of(certificate: Certificate) -> str:
    """Return what a certificate is worth: ``valid``, ``due`` or ``withdrawn``."""
    if certificate.withdrawn_on:
        return WITHDRAWN
    return DUE if is_due(certificate) else VALID


def _course(
    course: Course,
    rows: tuple[LessonResult, ...],
    done: tuple[Practised, ...],
    packs: tuple[SupervisedPack, ...],
) -> CourseStanding:
    lessons = tuple(
        _lesson(
            one,
            [r for r in rows if (r.course, r.lesson) == (course.slug, one.slug)],
            course.passing.quiz,
        )
        for one in course.lessons
    )
    quizzes = all(one.state == PASSED for one in lessons)
    families = tuple(
        one
        for one in done
        if one.row.family in course.practice
        and one.state == practised.COUNTS
        and one.percent >= course.passing.practice
    )
    right = [pack for pack in packs if competence.is_right(pack)]
    passed = (
        quizzes
        and len(families) >= min(badges.FAMILIES, len(course.practice))
        and len(right) >= course.passing.packs
    )
    ever = all(one.state in (PASSED, DUE) for one in lessons)
    return CourseStanding(course, lessons, quizzes, ever, families, passed)


def _lesson(lesson: Lesson, rows: list[LessonResult], needed: int) -> LessonStanding:
    best = best_of(rows, lesson, needed)
    if best is None:
        # A lesson that asks nothing is passed by reading it.
        return LessonStanding(lesson, None, None, NEW if lesson.quiz else PASSED)
    latest = max(rows, key=lambda row: row.at)
    if best.score < needed:
        return LessonStanding(lesson, best, latest, TRIED)
    found = changed(best, lesson)
    return LessonStanding(lesson, best, latest, DUE if found else PASSED, found)


def _at(row: SupervisedPack) -> datetime:
    return row.at


def _shown(
    passed: bool,
    done: tuple[Practised, ...],
    packs: tuple[SupervisedPack, ...],
    *states: str,
) -> Shown:
    """Return what it comes to if practice of some states counts."""
    counting = [one for one in done if one.state in states]
    good = [one for one in counting if one.percent >= badges.PRACTICE_PERCENT]
    sure = [one for one in counting if one.evidence >= badges.PRACTICE_PERCENT]
    return Shown(passed, len(good), len(sure), competence.accuracy(packs))


def _holds(badge: Badge) -> bool:
    return badge.ended_on is None


def _held(
    badge: Badge,
    now: tuple[str, ...],
    perhaps: tuple[str, ...],
    ever: tuple[str, ...],
) -> Held:
    """Return what a badge is worth, by what is reached with and without doubt."""
    moved = is_due(badge)
    if badge.kind in now:
        return Held(badge, moved, due=False, unknown=False)
    unknown = badge.kind in perhaps
    due = not unknown and (moved or badge.kind in ever)
    return Held(badge, moved, due=due, unknown=unknown)

"""Where a learner stands: what is kept of them, told by the law of today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sathana.accounts.models import Account
from sathana.learning import badges, competence, courses, imprints
from sathana.learning.badges import Shown
from sathana.learning.courses import Course, Lesson
from sathana.learning.models import (
    Badge,
    Certificate,
    LessonResult,
    PracticeResult,
    SupervisedPack,
)

NEW, TRIED, PASSED, DUE = "new", "tried", "passed", "due"
VALID, WITHDRAWN = "valid", "withdrawn"
_PERCENT = 100
_EVIDENCE = "evidence"


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
        passed: Whether everything that the course asks for is shown.
    """

    course: Course
    lessons: tuple[LessonStanding, ...]
    quizzes: bool
    ever: bool
    passed: bool

    @property
    def due(self) -> tuple[LessonStanding, ...]:
        """The lessons whose refresher is due."""
        return tuple(one for one in self.lessons if one.state == DUE)


@dataclass(frozen=True, slots=True)
class Held:
    """A badge that is held; ``due``: a rule behind it changed, a refresher is due."""

    badge: Badge
    due: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is kept of a learner.

    Attributes:
        practice: Of each practice family the best result.
        shown: What it comes to by the law of today.
        ever: What it comes to if results of a law that changed since still counted.
    """

    account: Account
    courses: tuple[CourseStanding, ...]
    practice: tuple[PracticeResult, ...]
    packs: tuple[SupervisedPack, ...]
    held: tuple[Held, ...]
    shown: Shown
    ever: Shown

    @property
    def eligible_kinds(self) -> tuple[str, ...]:
        """The badges that count: held, and no refresher is due."""
        return tuple(one.badge.kind for one in self.held if not one.due)

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
    practised = best_practice(sorted(account.practice_results.all(), key=_at))
    packs = tuple(sorted(account.packs_made.all(), key=_at))
    found = tuple(
        _course(one, rows, practised, packs) for one in courses.courses().values()
    )
    held = [Held(one, is_due(one)) for one in account.badges.all() if not one.ended_on]
    order = {kind: place for place, kind in enumerate(badges.KINDS)}
    return Standing(
        account=account,
        courses=found,
        practice=practised,
        packs=packs,
        held=tuple(sorted(held, key=lambda one: order.get(one.badge.kind, len(order)))),
        shown=_shown(any(one.quizzes for one in found), practised, packs),
        ever=_shown(any(one.ever for one in found), practised, packs),
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


def best_practice(rows: Iterable[PracticeResult]) -> tuple[PracticeResult, ...]:
    """Return the best result of each family, in the order of the families."""
    best: dict[str, PracticeResult] = {}
    for row in rows:
        before = best.get(row.family)
        if before is None or percent(row) >= percent(before):
            best[row.family] = row
    return tuple(best[key] for key in sorted(best))


def percent(row: PracticeResult) -> int:
    """Return the points of a practice family in percent, rounded down."""
    return row.score * _PERCENT // row.of if row.of else 0


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
    practised: tuple[PracticeResult, ...],
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
    families = [
        row
        for row in practised
        if row.family in course.practice and percent(row) >= course.passing.practice
    ]
    right = [pack for pack in packs if competence.is_right(pack)]
    passed = (
        quizzes
        and len(families) >= min(badges.FAMILIES, len(course.practice))
        and len(right) >= course.passing.packs
    )
    ever = all(one.state in (PASSED, DUE) for one in lessons)
    return CourseStanding(course, lessons, quizzes, ever, passed)


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


def _at(row: PracticeResult | SupervisedPack) -> datetime:
    return row.at


def _shown(
    passed: bool,
    practised: tuple[PracticeResult, ...],
    packs: tuple[SupervisedPack, ...],
) -> Shown:
    good = [row for row in practised if percent(row) >= badges.PRACTICE_PERCENT]
    sure = [row for row in practised if _evidence(row) >= badges.PRACTICE_PERCENT]
    return Shown(passed, len(good), len(sure), competence.accuracy(packs))


def _evidence(row: PracticeResult) -> int:
    points, of_all = row.topics.get(_EVIDENCE, (0, 0))
    return int(points * _PERCENT // of_all) if of_all else 0

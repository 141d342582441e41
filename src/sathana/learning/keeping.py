"""Keeping what a learner did, and giving the badges that follow from it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from sathana.accounts.models import Account
from sathana.accounts.reader import Reader
from sathana.audit.record import Doer, Subject, write
from sathana.learning import badges, imprints, practised, standing
from sathana.learning.courses import Course, Lesson
from sathana.learning.models import Badge, Certificate, LessonResult, PracticeResult
from sathana.learning.practice.model import Marks
from sathana.learning.practised import Practised
from sathana.learning.quizzes import Result
from sathana.learning.standing import Standing
from sathana.web import dates


def keep_lesson(
    *, reader: Reader, course: Course, lesson: Lesson, result: Result
) -> LessonResult | None:
    """Keep a quiz that was answered wholly; of each lesson the best and the latest.

    Returns:
        What was kept; ``None``: a question is open, so that there is no score yet.
    """
    if result.score is None:
        return None
    with transaction.atomic():
        account = _locked(reader)
        made = LessonResult.objects.create(
            account=account,
            course=course.slug,
            lesson=lesson.slug,
            score=result.score,
            right=result.right,
            of=len(result.marks),
            answers={one.question.id: list(one.told) for one in result.marks},
            imprints=imprints.now(lesson.keys()),
            at=reader.now,
        )
        rows = account.lesson_results.filter(course=course.slug, lesson=lesson.slug)
        best = standing.best_of(rows, lesson, course.passing.quiz)
        rows.exclude(pk__in=[made.pk, *([best.pk] if best else [])]).delete()
        settle(account, reader.doer)
    return made


def keep_practice(*, reader: Reader, family: str, marks: Marks) -> PracticeResult:
    """Keep a practice family that was marked; of each the best and the latest."""
    with transaction.atomic():
        account = _locked(reader)
        made = PracticeResult.objects.create(
            account=account,
            family=family,
            score=marks.score,
            of=marks.of,
            topics={key: list(points) for key, points in marks.topics.items()},
            imprints=imprints.now(marks.cites),
            at=reader.now,
        )
        rows = account.practice_results.filter(family=family)
        keep = [made.pk, *(one.row.pk for one in practised.best(rows))]
        rows.exclude(pk__in=keep).delete()
        settle(account, reader.doer)
    return made


def settle(account: Account, doer: Doer) -> None:
    """Give and end badges and give certificates; a transaction is open."""
    found = standing.of(account)
    told = [*_badges(found), *_certificates(found)]
    for action in told:
        write(doer, action, [Subject("account", str(account.id))])


def _badges(found: Standing) -> list[str]:
    now, ever = badges.reached(found.shown), badges.reached(found.ever)
    held = {one.badge.kind: one for one in found.held}
    today, told = dates.today(), []
    for kind, one in held.items():
        # A badge whose law changed stands, and says so; it is given anew when the
        # refresher is passed. One that would not be given at all any more ends.
        if kind not in ever or (one.moved and kind in now):
            one.badge.ended_on = today
            one.badge.save(update_fields=["ended_on"])
            told.append("badge.end")
    for kind in now:
        if kind not in held or held[kind].moved:
            law = imprints.now(_law(found, kind))
            Badge.objects.create(
                account=found.account, kind=kind, given_on=today, rests_on=law
            )
            told.append("badge.give")
    return told


def _law(found: Standing, kind: str) -> list[str]:
    """Return the references on which a badge rests: of lessons, and of practice."""
    passed = [one.course for one in found.courses if one.quizzes]
    taught = [key for course in passed for key in course.keys()]  # noqa: SIM118
    return taught if kind == badges.OBSERVER else [*taught, *_cited(found.practice)]


def _cited(practice: Iterable[Practised]) -> list[str]:
    """Return the references cited in the marks of the practice that counts."""
    counting = (one for one in practice if one.state == practised.COUNTS)
    return [key for one in counting for key in one.row.imprints or ()]


def _certificates(found: Standing) -> list[str]:
    """Give a certificate for each course that is passed and has none that holds.

    One that was withdrawn is not given again by passing once more: whoever withdrew it
    knew why.
    """
    told = []
    for one in found.courses:
        rows = found.account.certificates.filter(course=one.course.slug)
        states = {standing.state_of(row) for row in rows}
        if one.passed and not states & {standing.VALID, standing.WITHDRAWN}:
            law = imprints.now((*one.course.keys(), *_cited(one.practice)))
            Certificate.objects.create(
                account=found.account,
                course=one.course.slug,
                day=dates.today(),
                rests_on=law,
            )
            told.append("certificate.give")
    return told


def _locked(reader: Reader) -> Account:
    """Return the reader's account; who sends two forms at once waits."""
    rows = Account.objects.select_for_update(of=("self",))
    return rows.get(pk=reader.actor.id)

"""Ready pieces for tests of what is kept about learners."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from sathana.accounts.models import Account
from sathana.learning import courses
from sathana.learning.courses import Course, Lesson
from sathana.learning.models import LessonResult, PracticeResult
from sathana.seeds.learners import right

COURSE = "first-word-to-petition"


def course() -> Course:
    return courses.course(COURSE)


def answers(lesson: Lesson) -> dict[str, list[str]]:
    return {one.id: right(one) for one in lesson.quiz}


def passes(account: Account, *, score: int = 100, changed: str = "") -> None:
    """Store a result for each lesson; of ``changed`` the law says something else."""
    from sathana.learning import imprints

    for lesson in course().lessons:
        law = imprints.now(lesson.keys())
        if changed in law:
            law[changed] = "said something else"
        LessonResult.objects.create(
            account=account, course=COURSE, lesson=lesson.slug, score=score, right=1,
            of=1, imprints=law, at=timezone.now(),
        )  # fmt: skip


def practises(
    account: Account, *families: str, points: int = 9, law: dict[str, str] | None = None
) -> None:
    """Store a result for each family; ``law``: by what its marks were given."""
    for family in families:
        topics: dict[str, Any] = {"evidence": [points, 10]}
        PracticeResult.objects.create(
            account=account, family=family, score=points, of=10, topics=topics,
            imprints={} if law is None else law, at=timezone.now(),
        )  # fmt: skip

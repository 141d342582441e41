"""Courses and lessons on the web: read, hear, answer; nothing is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from sathana.editorial import references, staleness
from sathana.editorial.words import AUDIENCES
from sathana.learning import courses, quizgift, quizzes
from sathana.learning.courses import Course, Lesson
from sathana.learning.gift import write
from sathana.learning.open import laying
from sathana.learning.practice import families
from sathana.learning.practice.model import TOPICS, Family
from sathana.media import shown
from sathana.search.models import Teaching
from sathana.web import dates
from sathana.web.languages import current

_MOST = 60
"""Values read of one answer: no question has as many choices."""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the two doors of learning: courses, and families to practise with."""
    found = list(courses.courses().values())
    values = {
        "courses": [(one, sum(part.minutes for part in one.lessons)) for one in found],
        "families": _families(key for one in found for key in one.practice)[:3],
        "section": "learn",
    }
    return render(request, "learning/index.html", values)


@require_safe
def page(request: HttpRequest, course: str) -> HttpResponse:
    """Show a course: its lessons, its families, and what passing it takes."""
    found = _course(course)
    values = {
        "course": found,
        "minutes": sum(one.minutes for one in found.lessons),
        "audience": [dict(AUDIENCES).get(one, one) for one in found.audience],
        "topics": TOPICS,
        "families": _families(found.practice),
        "section": "learn",
    }
    return render(request, "learning/course.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def lesson(request: HttpRequest, course: str, lesson: str) -> HttpResponse:
    """Show a lesson; answers that were sent are marked on the same page."""
    whole, found = _lesson(course, lesson)
    told = {one.id: request.POST.getlist(one.id)[:_MOST] for one in found.quiz}
    result = quizzes.mark_quiz(found.quiz, told)
    cited = references.cited(found.keys())
    values = {
        "course": whole,
        "lesson": found,
        "number": whole.lessons.index(found) + 1,
        "topic": TOPICS.get(found.topic, found.topic),
        "blocks": [laying.block(one) for one in found.body],
        "script": laying.block(found.say) if found.say else None,
        "recording": _recording(found),
        "result": result if request.method == "POST" else None,
        "asked": [laying.asked(one, request.method == "POST") for one in result.marks],
        "cited": cited,
        "last_read": _oldest(cited),
        "stale": _stale(f"lesson:{course}/{lesson}", dates.today()),
        **_neighbours(whole, found),
        "section": "learn",
    }
    return render(request, "learning/lesson.html", values)


@require_safe
def gift(request: HttpRequest, course: str, lesson: str) -> HttpResponse:
    """Hand out the quiz of a lesson for Moodle, in the language of the page."""
    whole, found = _lesson(course, lesson)
    text = write(quizgift.of_lesson(whole, found, current()))
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    name = f"{found.slug}-{current()}.gift"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _course(slug: str) -> Course:
    try:
        return courses.course(slug)
    except LookupError as fault:
        raise Http404 from fault


def _lesson(course: str, slug: str) -> tuple[Course, Lesson]:
    whole = _course(course)
    try:
        return whole, whole.lesson(slug)
    except LookupError as fault:
        raise Http404 from fault


def _neighbours(whole: Course, found: Lesson) -> dict[str, Any]:
    """Return the lessons before and after; ``None`` where there is none."""
    here = whole.lessons.index(found)
    after = whole.lessons[here + 1 : here + 2]
    return {
        "previous": whole.lessons[here - 1] if here else None,
        "next": after[0] if after else None,
    }


def _families(keys: Iterable[str]) -> list[Family]:
    """Return the families of some names; a name that is none is left out."""
    known = families.names()
    return [families.family(key) for key in keys if key in known]


def _recording(found: Lesson) -> Any:
    """Return the sound of a lesson; ``None`` while none can be heard."""
    if not found.sound:
        return None
    try:
        key = UUID(found.sound)
        return shown.published([key]).get(key)
    except (ValueError, DatabaseError):
        return None


def _oldest(cited: Iterable[references.Cited]) -> int:
    """Return the day by which all its law was read, ordinal; 0: nobody says."""
    days = [one.found.checked_on for one in cited if one.found]
    return min((day for day in days if day), default=0)


def _stale(item: str, today: date) -> tuple[staleness.Stale, ...]:
    """Return what of its law is not what it was; nothing while nobody can say."""
    try:
        return staleness.of_rows(Teaching.objects.filter(item=item), today)
    except DatabaseError:
        return ()

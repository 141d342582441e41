"""One's own learning: lessons and families whose results are kept, badges, papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.accounts.models import Account
from sathana.accounts.views import door
from sathana.law.references import reference
from sathana.learning import (
    badges,
    courses,
    keeping,
    practised,
    quizzes,
    standing,
    words,
)
from sathana.learning.courses import Course, Lesson
from sathana.learning.models import Certificate
from sathana.learning.open import carried, laying
from sathana.learning.practice import families, marking
from sathana.learning.practice.model import TOPICS, Family
from sathana.learning.standing import CourseStanding, Standing
from sathana.web import dates
from sathana.web.languages import Text, current

SECTION = "my-learning"
_MOST = 60
"""Values read of one answer: no question has as many choices."""
_WORK = frozenset(("asked", "text"))
_WORK_OF = ("v:", "e:", "d:")


@require_safe
@signed_in.needs_work
def my(request: HttpRequest) -> HttpResponse:
    """Show what is kept of one's own learning."""
    found = standing.of(_account(request))
    return render(request, "learning/my_learning.html", shown(found))


def shown(found: Standing) -> dict[str, Any]:
    """Return where somebody stands as the values of a page."""
    following = found.following
    return {
        "section": SECTION,
        "standing": found,
        "courses": found.courses,
        "states": words.LESSON_STATES,
        "practice": [_practice(one) for one in found.practice],
        "practise_again": [
            _practice(one) for one in found.practice if one.state == practised.DUE
        ],
        "unknown_law": any(one.state == practised.UNKNOWN for one in found.practice),
        "badges": [(badges.TITLES[one.badge.kind], one) for one in found.held],
        "next": badges.TITLES[following] if following else None,
        "needs": badges.needs(following, found.shown) if following else (),
        "due": [
            (course.course, one, [_named(key) for key in one.changed])
            for course in found.courses
            for one in course.due
        ],
        "certificates": [
            (_course_title(row), row, words.CERTIFICATE_STATES[standing.state_of(row)])
            for row in found.account.certificates.order_by("-day")
        ],
        "packs": [
            (row, words.OUTCOMES[row.outcome], words.REVIEWS[row.passed_review])
            for row in found.packs
        ],
        "accuracy": found.shown.accuracy,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in.needs_work
def lesson(request: HttpRequest, course: str, lesson: str) -> HttpResponse:
    """Ask the questions of a lesson; answers are marked, and a whole quiz is kept."""
    whole, found = _lesson(course, lesson)
    form = door.told(request)
    told = {one.id: form.getlist(one.id)[:_MOST] for one in found.quiz}
    result = quizzes.mark_quiz(found.quiz, told)
    sent, kept = request.method == "POST", None
    if sent:
        reader = signed_in.reader(request)
        kept = keeping.keep_lesson(
            reader=reader, course=whole, lesson=found, result=result
        )
        signed_in.form_saved(request)
    here = _standing_of(_account(request), whole, found)
    values = {
        "section": SECTION,
        "course": whole,
        "lesson": found,
        "result": result if sent else None,
        "asked": [laying.asked(one, sent) for one in result.marks],
        "kept": kept,
        "keeps": True,
        "here": here,
        "state": words.LESSON_STATES[here.state],
        "changed": [_named(key) for key in here.changed],
    }
    return render(request, "learning/my_lesson.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in.needs_work
def practice(request: HttpRequest, key: str) -> HttpResponse:
    """Keep a practice family that was finished: it is marked here once more."""
    family = _family(key)
    if request.method == "POST" and _is_work(request):
        work = carried.work_of(request.POST, family)
        marks = marking.mark(family, work, dates.today().toordinal())
        keeping.keep_practice(
            reader=signed_in.reader(request), family=family.id, marks=marks
        )
        signed_in.form_saved(request)
        door.say(request, words.PRACTICE_KEPT)
        return HttpResponseRedirect(reverse("my-practice", args=(family.id,)))
    form = door.told(request)
    work = carried.work_of(form, family)
    rows = _account(request).practice_results.filter(family=family.id).order_by("at")
    here = next(iter(practised.best(rows)), None)
    best = here.row if here else None
    topics = best.topics if best else {}
    values = {
        "section": SECTION,
        "family": family,
        "nothing": request.method == "POST",
        "hidden": list(carried.fields_of(work)) if form else [],
        "best": best,
        "state": here.state if here else None,
        "changed": [_named(key) for key in here.changed] if here else [],
        "latest": rows.last(),
        "topics": [(TOPICS.get(key, key), points) for key, points in topics.items()],
    }
    return render(request, "learning/my_practice.html", values)


@require_safe
@signed_in.needs_work
def certificate(request: HttpRequest, course: str) -> HttpResponse:
    """Hand out the certificate of a course that is passed."""
    whole = _course(course)
    account = _account(request)
    rows = account.certificates.filter(course=whole.slug, withdrawn_on=None)
    row = rows.order_by("day", "pk").last()
    if row is None:
        raise Http404
    here = next(
        one for one in standing.of(account).courses if one.course.slug == whole.slug
    )
    answer = HttpResponse(
        _paper(request, account, row, here), content_type="application/pdf"
    )
    name = f"certificate-{whole.slug}.pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _paper(
    request: HttpRequest, account: Account, row: Certificate, here: CourseStanding
) -> bytes:
    from sathana.documents.certificate import Certificate as Paper
    from sathana.documents.certificate import certificate_pdf

    lang = current()
    link = request.build_absolute_uri(reverse("certificate-check", args=(row.code,)))
    return certificate_pdf(
        Paper(
            name=account.shown_name,
            course_title=here.course.title[lang],
            day=row.day,
            scores=_scores(here, account, lang),
            law_date=words.law_of(date.fromordinal(here.course.law_date))[lang],
            check_address=link.partition("://")[2],
            code=_code(link),
            lang=lang,
        )
    )


def _scores(here: CourseStanding, account: Account, lang: str) -> list[tuple[str, str]]:
    """Return what was shown: the quizzes of the course and its practice families."""
    quizzed = [one.best.score for one in here.lessons if one.best]
    best = practised.best(account.practice_results.all())
    families_of = [
        one.percent for one in best if one.row.family in here.course.practice
    ]
    told = ((words.QUIZZES, quizzed), (words.FAMILIES, families_of))
    return [
        (title[lang], f"{sum(found) // len(found)}% ({len(found)})")
        for title, found in told
        if found
    ]


def _code(link: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a code without its quiet edge; true is dark."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    made = qrcode.QRCode(border=0, error_correction=ERROR_CORRECT_M)
    made.add_data(link)
    made.make(fit=True)
    return tuple(tuple(bool(dark) for dark in row) for row in made.get_matrix())


def _is_work(request: HttpRequest) -> bool:
    """Whether a form brings a learner's work, be it a poor one."""
    return any(
        name in _WORK or name.startswith(_WORK_OF)
        for name in request.POST
        if any(request.POST.getlist(name))
    )


def _standing_of(
    account: Account, course: Course, lesson: Lesson
) -> standing.LessonStanding:
    return next(
        part
        for one in standing.of(account).courses
        if one.course.slug == course.slug
        for part in one.lessons
        if part.lesson.slug == lesson.slug
    )


def _practice(one: practised.Practised) -> dict[str, Any]:
    return {
        "title": _title(one.row.family),
        "row": one.row,
        "percent": one.percent,
        "state": one.state,
        "changed": [_named(key) for key in one.changed],
    }


def _named(key: str) -> Text:
    """Return how a record of the law is called; its reference if it is gone."""
    try:
        return {**reference(key).title}
    except LookupError:
        return {"th": key, "en": key}


def _title(key: str) -> Any:
    try:
        return families.family(key).title
    except LookupError:
        return {"th": key, "en": key}


def _course_title(row: Certificate) -> Text:
    found = courses.courses().get(row.course)
    return found.title if found else {"th": row.course, "en": row.course}


def _family(key: str) -> Family:
    try:
        return families.family(key)
    except LookupError as fault:
        raise Http404 from fault


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


def _account(request: HttpRequest) -> Account:
    found = signed_in.account(request)
    if found is None:
        raise LookupError("a page of work stands behind its door")
    return found

"""Checking a certificate: whether it holds, of which course and day; never whose."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.learning import courses, standing, words
from sathana.learning.models import Certificate


@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a certificate is worth today."""
    row = Certificate.objects.filter(code=code).only(
        "course", "day", "rests_on", "withdrawn_on"
    ).first()  # fmt: skip
    if row is None:
        return _unknown(request)
    course = courses.courses().get(row.course)
    state = standing.state_of(row)
    values = {
        "title": course.title if course else {"th": row.course, "en": row.course},
        "day": row.day,
        "state": state,
        "says": words.CERTIFICATE_STATES[state],
        "section": "learn",
    }
    answer = render(request, "learning/certificate_check.html", values)
    answer.headers["Cache-Control"] = "no-store"  # withdrawn is withdrawn at once
    return answer


def _unknown(request: HttpRequest) -> HttpResponse:
    """Say that no certificate has the code, and what to do then."""
    values = {
        "state": "unknown",
        "says": words.NO_SUCH_CERTIFICATE,
        "section": "learn",
    }
    return render(request, "learning/certificate_check.html", values, status=404)

"""Who of an organisation learned what: for its supervisors and its admins."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sathana.accounts import errors, signed_in
from sathana.accounts.models import Account
from sathana.accounts.reader import Reader
from sathana.accounts.views import door
from sathana.learning import badges, practised, standing, supervising, words
from sathana.web.languages import Text


@require_http_methods(["GET", "HEAD", "POST"])
@door.office
def organisation(request: HttpRequest) -> HttpResponse:
    """List the learning of one's organisation; record a pack of a colleague."""
    reader = signed_in.reader(request)
    supervising.check(reader)
    if request.method != "POST":
        return _page(request, reader)
    try:
        said = _do(request, reader)
    except errors.OfficeError as fault:
        return _page(request, reader, fault)
    signed_in.form_saved(request)
    door.say(request, said)
    return HttpResponseRedirect(request.path)


def _page(
    request: HttpRequest, reader: Reader, fault: errors.OfficeError | None = None
) -> HttpResponse:
    found = Account.objects.filter(
        organisation=reader.actor.organisation, is_active=True
    ).order_by("shown_name", "pk")
    found = found.prefetch_related(*standing.WITH)
    people = [_person(one, reader) for one in found]
    values = {
        "section": "organisation-learning",
        "people": [one for one in people if one["begun"]],
        "beginners": [one for one in people if not one["begun"]],
        "others": [one["account"] for one in people if not one["own"]],
        "outcomes": words.OUTCOMES.items(),
        "reviews": words.REVIEW_CHOICES.items(),
        "form": door.told(request),
        "fault": fault,
    }
    return render(request, "learning/organisation_learning.html", values)


def _person(account: Account, reader: Reader) -> dict[str, Any]:
    found = standing.of(account)
    return {
        "account": account,
        "own": account.id == reader.actor.id,
        "begun": _begun(found),
        "courses": [
            (
                one.course.title,
                sum(part.state == standing.PASSED for part in one.lessons),
                len(one.lessons),
                len(one.due),
            )
            for one in found.courses
            if any(part.best for part in one.lessons)
        ],
        "practised": len(found.practice),
        "practise_again": _count(found, practised.DUE),
        "unknown_law": _count(found, practised.UNKNOWN),
        "badges": [(badges.TITLES[one.badge.kind], one) for one in found.held],
        "accuracy": found.shown.accuracy,
        "packs": [
            (row, words.OUTCOMES[row.outcome], words.REVIEWS[row.passed_review])
            for row in found.packs
        ],
        "certificates": [
            one for one in account.certificates.all() if not one.withdrawn_on
        ],
    }


def _begun(found: standing.Standing) -> bool:
    """Whether anything at all is kept of somebody."""
    lessons = (part.best for one in found.courses for part in one.lessons)
    papers = found.account.certificates.all()
    return any((*lessons, found.practice, found.packs, found.held, papers))


def _count(found: standing.Standing, state: str) -> int:
    return sum(one.state == state for one in found.practice)


def _do(request: HttpRequest, reader: Reader) -> Text:
    form = request.POST
    deeds: dict[str, tuple[Callable[[], Any], Text]] = {
        "record": (
            lambda: supervising.record(
                reader=reader,
                learner=_id(form.get("learner")),
                pack=form.get("pack", ""),
                outcome=form.get("outcome", ""),
                review=form.get("review", ""),
            ),
            words.PACK_KEPT,
        ),
        "outcome": (
            lambda: supervising.tell_outcome(
                reader=reader,
                pack=_id(form.get("of")),
                outcome=form.get("outcome", ""),
                review=form.get("review", ""),
            ),
            words.OUTCOME_KEPT,
        ),
        "withdraw": (
            lambda: supervising.withdraw(
                reader=reader, certificate=_id(form.get("certificate"))
            ),
            words.WITHDRAWN,
        ),
    }
    deed, said = deeds.get(form.get("do", ""), (None, {}))
    if deed is None:
        raise errors.OfficeError(supervising.NOTHING_CHOSEN)
    deed()
    return said


def _id(told: str | None) -> uuid.UUID:
    if not told:
        raise errors.OfficeError(supervising.NOBODY_CHOSEN, "learner")
    try:
        return uuid.UUID(told)
    except ValueError:
        raise errors.NotThereError from None

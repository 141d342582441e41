"""Pages of invitations: ask, approve, hand over the code."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sathana.accounts import errors, signed_in
from sathana.accounts.decide import Action
from sathana.accounts.models import Team
from sathana.accounts.reader import Reader
from sathana.accounts.roles import TITLES, Role
from sathana.accounts.services import inviting, office
from sathana.accounts.views import door

ASKED = {
    "th": "ขอเชิญแล้ว รอผู้ดูแลองค์กรอีกคนอนุมัติ",
    "en": "The invitation is asked for. Another admin must approve it.",
}
WITHDRAWN = {"th": "ถอนคำเชิญแล้ว", "en": "The invitation was withdrawn."}


@require_http_methods(["GET", "HEAD", "POST"])
@door.office
def invite(request: HttpRequest) -> HttpResponse:
    """Ask for a new account."""
    reader = signed_in.reader(request)
    own = reader.actor.organisation
    office.check(reader, Action.INVITE, inviting.KIND, own)
    form = door.told(request)
    fault = None
    if request.method == "POST":
        try:
            inviting.ask(
                reader=reader,
                username=form.get("username", ""),
                shown_name=form.get("shown_name", ""),
                role=form.get("role", ""),
                team=form.get("team", ""),
            )
        except errors.OfficeError as found:
            fault = found
        else:
            signed_in.form_saved(request)
            door.say(request, ASKED)
            return HttpResponseRedirect(reverse("organisation"))
    context = {
        "section": "organisation",
        "form": form,
        "fault": fault,
        "roles": [(r.value, t) for r, t in TITLES.items() if r != Role.SYSTEM_ADMIN],
        "teams": Team.objects.filter(organisation=own).order_by("name"),
    }
    return render(request, "accounts/invite.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door.office
def invitation(request: HttpRequest, invitation: uuid.UUID) -> HttpResponse:
    """Show an invitation; approve it (and see its code once) or withdraw it."""
    reader = signed_in.reader(request)
    own = reader.actor.organisation
    office.check(reader, Action.VIEW, inviting.KIND, own)
    found = inviting.of_organisation(reader, invitation)
    context: dict[str, Any] = {"invitation": found, "me": reader.actor.id}
    if request.method == "POST":
        try:
            context["code"] = _do(request, reader, found.id)
        except errors.OfficeError as fault:
            context["fault"] = fault
        else:
            if not context["code"]:
                door.say(request, WITHDRAWN)
                return HttpResponseRedirect(reverse("organisation"))
        found.refresh_from_db()
    context |= {"section": "organisation", "now": timezone.now()}
    return render(request, "accounts/invitation.html", context)


def _do(request: HttpRequest, reader: Reader, invitation: uuid.UUID) -> str:
    if request.POST.get("do") == "approve":
        return inviting.approve(reader=reader, invitation=invitation)
    if request.POST.get("do") == "withdraw":
        inviting.withdraw(reader=reader, invitation=invitation)
        return ""
    raise errors.NotThereError


URLS: list[URLPattern] = [
    path("organisation/invite/", invite, name="invite"),
    path("organisation/invitations/<uuid:invitation>/", invitation, name="invitation"),
]

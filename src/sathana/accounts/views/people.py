"""Pages of an organisation's admins: people, roles, teams."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import areas, eligibility, errors, signed_in
from sathana.accounts.decide import Action
from sathana.accounts.models import Account, Invitation, Organisation, RoleGrant, Team
from sathana.accounts.reader import Reader
from sathana.accounts.roles import TITLES, Role
from sathana.accounts.services import granting, office, organising, recovering
from sathana.accounts.views import door
from sathana.web.languages import Text

ENOUGH_ADMINS = 3
SAID: dict[str, Text] = {
    "ask": {
        "th": "ขอหน้าที่แล้ว รอผู้ดูแลองค์กรอีกคนยืนยัน",
        "en": "The role is asked for. Another admin must confirm it.",
    },
    "confirm": {"th": "ยืนยันหน้าที่แล้ว", "en": "The role is confirmed."},
    "end": {"th": "สิ้นสุดหน้าที่แล้ว", "en": "The role has ended."},
    "close": {
        "th": "ปิดบัญชีแล้ว ทุกเครื่องออกจากระบบ",
        "en": "The account is closed and signed out everywhere.",
    },
    "open": {
        "th": "เปิดบัญชีแล้ว หน้าที่เดิมสิ้นสุด ต้องขอใหม่โดยสองคน",
        "en": "The account is open. Its roles ended: two people give them anew.",
    },
    "recover": {
        "th": "ขอตั้งต้นใหม่แล้ว รอผู้ดูแลองค์กรอีกคนยืนยัน",
        "en": "A new begin is asked for. Another admin must confirm it.",
    },
    "recover-withdraw": {"th": "ถอนคำขอแล้ว", "en": "It was withdrawn."},
    "team": {"th": "บันทึกทีมแล้ว", "en": "The team is saved."},
}


@require_safe
@door.office
def organisation(request: HttpRequest) -> HttpResponse:
    """List people, roles, what waits for a second person, teams and areas."""
    reader = signed_in.reader(request)
    own = reader.actor.organisation
    office.check(reader, Action.LIST, "account", own)
    now = timezone.now()
    row = Organisation.objects.get(pk=own)
    waiting = Invitation.objects.filter(
        organisation=own, used_at=None, withdrawn_at=None
    ).exclude(expires_at__lte=now)
    context = {
        "section": "organisation",
        "organisation": row,
        "areas": areas.names(row.areas),
        "people": _people(own),
        "invitations": waiting.order_by("asked_at").select_related("asked_by", "team"),
        "teams": Team.objects.filter(organisation=own).order_by("name"),
        "few_admins": len(office.admins(own)) < ENOUGH_ADMINS,
        "now": now,
    }
    return render(request, "accounts/organisation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door.office
def colleague(request: HttpRequest, account: uuid.UUID) -> HttpResponse:
    """Show one account; ask, confirm and end what concerns it."""
    reader = signed_in.reader(request)
    office.check(reader, Action.VIEW, "account", reader.actor.organisation)
    found = office.account_of(reader, account)
    if request.method != "POST":
        return _colleague(request, reader, found)
    try:
        code = _do(request, reader, found)
    except errors.OfficeError as fault:
        return _colleague(request, reader, found, fault)
    signed_in.form_saved(request)
    if code:
        context = {"section": "organisation", "colleague": found, "code": code}
        return render(request, "accounts/recovery_code.html", context)
    return HttpResponseRedirect(request.path)


@require_http_methods(["GET", "HEAD", "POST"])
@door.office
def team(request: HttpRequest, team: uuid.UUID | None = None) -> HttpResponse:
    """Add or rename a team."""
    reader = signed_in.reader(request)
    own = reader.actor.organisation
    office.check(reader, Action.MANAGE, "team", own)
    found = Team.objects.filter(organisation=own, pk=team).first() if team else None
    if team and found is None:
        raise errors.NotThereError
    form = door.told(request)
    context: dict[str, Any] = {"section": "organisation", "team": found}
    context["name"] = form.get("name", found.name if found else "")
    if request.method == "POST":
        try:
            if found:
                organising.rename_team(
                    reader=reader, team=found.id, name=str(context["name"])
                )
            else:
                organising.add_team(reader=reader, name=str(context["name"]))
        except errors.OfficeError as fault:
            context["fault"] = fault
            return render(request, "accounts/team.html", context)
        signed_in.form_saved(request)
        door.say(request, SAID["team"])
        return HttpResponseRedirect(reverse("organisation"))
    return render(request, "accounts/team.html", context)


def _people(own: uuid.UUID) -> list[Account]:
    grants = RoleGrant.objects.filter(ended_at=None).select_related("team")
    found = Account.objects.filter(organisation=own).prefetch_related(
        Prefetch("grants", grants.order_by("role"), to_attr="open_grants")
    )
    return list(found.order_by("-is_active", "shown_name"))


def _colleague(
    request: HttpRequest,
    reader: Reader,
    found: Account,
    fault: errors.OfficeError | None = None,
) -> HttpResponse:
    grants = found.grants.filter(ended_at=None).select_related("team", "asked_by")
    context = {
        "section": "organisation",
        "colleague": found,
        "grants": grants.order_by("role"),
        "recovery": recovering.waiting(found),
        "roles": _askable(reader),
        "eligible": _eligible(found),
        "teams": Team.objects.filter(organisation=found.organisation).order_by("name"),
        "form": door.told(request),
        "fault": fault,
        "me": reader.actor.id,
        "now": timezone.now(),
    }
    return render(request, "accounts/colleague.html", context)


def _eligible(found: Account) -> list[tuple[Text, bool, Text]]:
    """Return the roles of which something says whether the account is eligible."""
    said = [(title, *eligibility.of(found, role)) for role, title in TITLES.items()]
    return [(title, is_so, why) for title, is_so, why in said if is_so is not None]


def _askable(reader: Reader) -> list[tuple[str, Text]]:
    held = {role for role, _ in reader.actor.roles}
    return [
        (role.value, title)
        for role, title in TITLES.items()
        if role != Role.SYSTEM_ADMIN or role in held
    ]


def _do(request: HttpRequest, reader: Reader, found: Account) -> str:
    """Do what the button says; return a code to hand over, if one was made."""
    form = request.POST
    what = form.get("do", "")
    if what == "recover-confirm":
        return recovering.confirm(reader=reader, recovery=_id(form.get("recovery")))
    deeds: dict[str, Callable[[], Any]] = {
        "ask": lambda: granting.ask(
            reader=reader,
            account=found.id,
            role=form.get("role", ""),
            team=form.get("team", ""),
        ),
        "confirm": lambda: granting.confirm(
            reader=reader, grant=_id(form.get("grant"))
        ),
        "end": lambda: granting.end(reader=reader, grant=_id(form.get("grant"))),
        "close": lambda: granting.close(reader=reader, account=found.id),
        "open": lambda: granting.open_again(reader=reader, account=found.id),
        "recover": lambda: recovering.ask(reader=reader, account=found.id),
        "recover-withdraw": lambda: recovering.withdraw(
            reader=reader, recovery=_id(form.get("recovery"))
        ),
    }
    if what not in deeds:
        raise errors.NotThereError
    deeds[what]()
    door.say(request, SAID[what])
    return ""


def _id(told: str | None) -> uuid.UUID:
    try:
        return uuid.UUID(told or "")
    except ValueError:
        raise errors.NotThereError from None


URLS: list[URLPattern] = [
    path("organisation/", organisation, name="organisation"),
    path("organisation/people/<uuid:account>/", colleague, name="colleague"),
    path("organisation/teams/new/", team, name="team-new"),
    path("organisation/teams/<uuid:team>/", team, name="team"),
]

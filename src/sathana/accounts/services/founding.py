"""A new organisation: two admins, who then invite everybody else together."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from sathana.accounts import areas as places
from sathana.accounts import codes, errors
from sathana.accounts.models import Account, Invitation, Organisation, Team
from sathana.accounts.roles import Role
from sathana.accounts.services import office
from sathana.audit.record import PROGRAM, Doer, Subject, write

FIRST_TEAM = "ทีมหลัก"
ADMINS = 2


def found(
    *,
    organisation_name_th: str,
    areas: Sequence[str],
    admins: Sequence[tuple[str, str]],
    organisation_name_en: str = "",
    system: bool | None = None,
    doer: Doer = PROGRAM,
) -> list[str]:
    """Found an organisation with two admins; return their one-time codes, in order.

    Args:
        organisation_name_th: Its name in Thai.
        areas: Codes of places where it works.
        admins: For each, the name to sign in with and how colleagues call them.
        organisation_name_en: Its name in English, if it has one.
        system: Whether they are system admins too; ``None``: if this is the first
            organisation of the installation.
        doer: Who founds it; the program itself at the start.

    Raises:
        OfficeError: Something of it cannot be.
    """
    name = " ".join(organisation_name_th.split())[:200]
    if not name:
        raise errors.OfficeError(errors.ORGANISATION_NAME, "name_th")
    codes_of_areas = places.checked(areas)
    people = _people(admins)
    with transaction.atomic():
        first = not Organisation.objects.exists()
        made = Organisation.objects.create(
            name_th=name,
            name_en=organisation_name_en.strip()[:200],
            areas=codes_of_areas,
        )
        Team.objects.create(organisation=made, name=FIRST_TEAM)
        both = first if system is None else system
        given = [_invite(made, *person, system=both) for person in people]
        write(doer, "organisation.add", [Subject("organisation", str(made.id))])
    return given


def _people(admins: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    people = [
        (office.username_of(name), office.shown_name_of(shown))
        for name, shown in admins
    ]
    names = {name for name, _ in people}
    if len(names) < ADMINS or len(names) != len(people):
        raise errors.OfficeError(errors.TWO_ADMINS, "admins")
    taken = Account.objects.filter(username__in=names)
    asked = Invitation.objects.filter(
        username__in=names,
        used_at=None,
        withdrawn_at=None,
    ).exclude(expires_at__lte=timezone.now())
    if taken.exists() or asked.exists():
        raise errors.OfficeError(errors.NAME_TAKEN, "admins")
    return people


def _invite(
    organisation: Organisation, username: str, shown: str, *, system: bool
) -> str:
    code = codes.new()
    Invitation.objects.create(
        organisation=organisation,
        username=username,
        shown_name=shown,
        role=Role.ORGANISATION_ADMIN,
        system=system,
        token=codes.token(code),
        expires_at=timezone.now() + office.CODE_HOLDS,
    )
    return code

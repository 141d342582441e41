"""Roles: asked for by one person, confirmed by a second; accounts closed and opened."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from sathana.accounts import eligibility, errors, menu, sessions
from sathana.accounts.decide import Action
from sathana.accounts.models import Account, RoleGrant
from sathana.accounts.reader import Reader
from sathana.accounts.roles import Role
from sathana.accounts.services import office

KIND = "role"
FEWEST_ADMINS = 2


def ask(*, reader: Reader, account: uuid.UUID, role: str, team: str = "") -> RoleGrant:
    """Ask for a role for an account; a second admin confirms it.

    Raises:
        OfficeError: Something of it cannot be.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, reader.actor.organisation)
    found = office.account_of(reader, account)
    wanted = office.role_of(role)
    _system_admins_only(reader, wanted)
    _learners_need_a_badge(found, wanted)
    chosen = office.team_of(reader.actor.organisation, wanted, team)
    with transaction.atomic():
        same = found.grants.filter(role=wanted, team=chosen, ended_at=None)
        if same.exists():
            raise errors.OfficeError(errors.ROLE_HELD, "role")
        made = RoleGrant.objects.create(
            account=found, role=wanted, team=chosen, asked_by_id=reader.actor.id
        )
        others = office.admins(reader.actor.organisation, but=reader.actor.id)
        office.tell(others, "role_asked", found.id)
        office.note(reader, "role.ask", found.id)
    return made


def confirm(*, reader: Reader, grant: uuid.UUID) -> RoleGrant:
    """Confirm a role that somebody else asked for, for somebody else.

    Raises:
        OfficeError: The same person, or it is settled already.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.APPROVE, KIND, reader.actor.organisation)
    with transaction.atomic():
        found = _of_organisation(reader, grant)
        if found.confirmed_at or found.ended_at:
            raise errors.OfficeError(errors.NO_LONGER)
        if found.asked_by_id == reader.actor.id:
            raise errors.OfficeError(errors.SAME_PERSON)
        if found.account_id == reader.actor.id:
            raise errors.OfficeError(errors.ABOUT_ONESELF)
        _system_admins_only(reader, Role(found.role))
        _learners_need_a_badge(found.account, Role(found.role))
        found.confirmed_by_id = reader.actor.id
        found.confirmed_at = timezone.now()
        found.save()
        sessions.end(found.account)
        office.tell([found.account], "role_given", found.account_id)
        office.note(reader, "role.confirm", found.account_id)
    return found


def end(*, reader: Reader, grant: uuid.UUID) -> None:
    """End a role, or take back the asking for it.

    Raises:
        OfficeError: It ended already, or too few admins would remain.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, reader.actor.organisation)
    with transaction.atomic():
        found = _of_organisation(reader, grant)
        if found.ended_at:
            raise errors.OfficeError(errors.NO_LONGER)
        _system_admins_only(reader, Role(found.role))
        if found.confirmed_at and found.role == Role.ORGANISATION_ADMIN:
            _admins_remain(reader, found.account_id)
        found.ended_at = timezone.now()
        found.save()
        if found.confirmed_at:
            sessions.end(found.account)
        office.note(reader, "role.end", found.account_id)


def close(*, reader: Reader, account: uuid.UUID) -> None:
    """Close an account: its sessions end at once.

    Raises:
        OfficeError: It is one's own, or too few admins would remain.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, "account", reader.actor.organisation)
    with transaction.atomic():
        found = office.account_of(reader, account)
        if found.id == reader.actor.id:
            raise errors.OfficeError(errors.ONESELF)
        if Role.ORGANISATION_ADMIN in menu.roles_of(found):
            _admins_remain(reader, found.id)
        found.is_active = False
        found.save(update_fields=["is_active"])
        sessions.end(found)
        office.note(reader, "account.close", found.id)


def open_again(*, reader: Reader, account: uuid.UUID) -> None:
    """Open a closed account. Its roles ended: they are asked for anew, by two.

    Raises:
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, "account", reader.actor.organisation)
    with transaction.atomic():
        found = office.account_of(reader, account)
        found.grants.filter(ended_at=None).update(ended_at=timezone.now())
        found.is_active = True
        found.save(update_fields=["is_active"])
        office.note(reader, "account.open", found.id)


def _of_organisation(reader: Reader, grant: uuid.UUID) -> RoleGrant:
    found = (
        RoleGrant.objects.select_for_update(of=("self",))
        .select_related("account")
        .filter(pk=grant, account__organisation=reader.actor.organisation)
        .first()
    )
    if found is None:
        raise errors.NotThereError
    return found


def _system_admins_only(reader: Reader, role: Role) -> None:
    held = {one for one, _ in reader.actor.roles}
    if role == Role.SYSTEM_ADMIN and Role.SYSTEM_ADMIN not in held:
        raise errors.OfficeError(errors.SYSTEM_ONLY, "role")


def _learners_need_a_badge(account: Account, role: Role) -> None:
    """Refuse a learner who is nothing else yet, unless a badge leads to the role."""
    if role == Role.LEARNER or menu.roles_of(account) != [Role.LEARNER]:
        return
    eligible, why = eligibility.of(account, role)
    if not eligible:
        raise errors.OfficeError(errors.because(errors.ONLY_A_LEARNER, why), "role")


def _admins_remain(reader: Reader, but: uuid.UUID) -> None:
    rest: list[Account] = office.admins(reader.actor.organisation, but=but)
    if len(rest) < FEWEST_ADMINS:
        raise errors.OfficeError(errors.LAST_ADMIN)

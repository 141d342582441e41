"""Invitations: asked by one, approved by another, a code handed over, used once."""

from __future__ import annotations

import uuid

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from sathana.accounts import codes, errors
from sathana.accounts.decide import Action
from sathana.accounts.models import Account, Invitation, RoleGrant
from sathana.accounts.reader import Reader
from sathana.accounts.roles import Role
from sathana.accounts.services import office
from sathana.audit.record import Doer, Subject, write

KIND = "invitation"


def ask(
    *, reader: Reader, username: str, shown_name: str, role: str, team: str = ""
) -> Invitation:
    """Ask for a new account; a second admin approves it.

    Raises:
        OfficeError: Something of it cannot be.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    organisation = reader.actor.organisation
    office.check(reader, Action.INVITE, KIND, organisation)
    wanted = office.role_of(role)
    if wanted == Role.SYSTEM_ADMIN:
        raise errors.OfficeError(errors.SYSTEM_ONLY, "role")
    name = office.username_of(username)
    shown = office.shown_name_of(shown_name)
    chosen = office.team_of(organisation, wanted, team)
    with transaction.atomic():
        _free(name)
        made = Invitation.objects.create(
            organisation_id=organisation,
            username=name,
            shown_name=shown,
            role=wanted,
            team=chosen,
            asked_by_id=reader.actor.id,
        )
        others = office.admins(organisation, but=reader.actor.id)
        office.tell(others, "invitation_asked", made.id)
        office.note(reader, "invitation.ask", made.id, KIND)
    return made


def approve(*, reader: Reader, invitation: uuid.UUID) -> str:
    """Approve an invitation that somebody else asked for; return the code, once.

    Raises:
        OfficeError: The same person asked, or it is settled already.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.APPROVE, KIND, reader.actor.organisation)
    with transaction.atomic():
        found = _open(reader, invitation)
        if found.asked_by_id == reader.actor.id:
            raise errors.OfficeError(errors.SAME_PERSON)
        _free(found.username, found.id)
        code = codes.new()
        found.token = codes.token(code)
        found.approved_by_id = reader.actor.id
        found.expires_at = timezone.now() + office.CODE_HOLDS
        found.save()
        office.note(reader, "invitation.approve", found.id, KIND)
    return code


def withdraw(*, reader: Reader, invitation: uuid.UUID) -> None:
    """Withdraw an invitation that nobody has used.

    Raises:
        OfficeError: It is used or withdrawn already.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, reader.actor.organisation)
    with transaction.atomic():
        found = of_organisation(reader, invitation, lock=True)
        if found.used_at or found.withdrawn_at:
            raise errors.OfficeError(errors.NO_LONGER)
        found.withdrawn_at = timezone.now()
        found.token = ""
        found.save()
        office.note(reader, "invitation.withdraw", found.id, KIND)


def of_code(code: str) -> Invitation | None:
    """Return the invitation that a code opens now."""
    return Invitation.objects.filter(
        token=codes.token(code),
        used_at=None,
        withdrawn_at=None,
        expires_at__gt=timezone.now(),
        organisation__closed_at=None,
    ).first()


def accept(invitation: Invitation, password: str) -> Account:
    """Make the account of an invitation, with the passphrase its owner chose.

    Raises:
        django.core.exceptions.ValidationError: The passphrase is too weak.
        OfficeError: Somebody used the invitation meanwhile.
    """
    made = Account(
        organisation_id=invitation.organisation_id,
        username=invitation.username,
        shown_name=invitation.shown_name,
    )
    validate_password(password, made)
    made.set_password(password)
    with transaction.atomic():
        _use(invitation)
        made.save()
        for role in _roles(invitation):
            _grant(made, invitation, role)
        doer = Doer(made.id, made.organisation_id)
        write(doer, "invitation.accept", [Subject(KIND, str(invitation.id))])
        write(doer, "account.add", [Subject("account", str(made.id))])
    return made


def of_organisation(
    reader: Reader, invitation: uuid.UUID, lock: bool = False
) -> Invitation:
    """Return an invitation of the reader's own organisation.

    Raises:
        NotThereError: There is none.
    """
    rows = Invitation.objects.select_for_update() if lock else Invitation.objects
    found = rows.filter(pk=invitation, organisation=reader.actor.organisation).first()
    if found is None:
        raise errors.NotThereError
    return found


def _open(reader: Reader, invitation: uuid.UUID) -> Invitation:
    found = of_organisation(reader, invitation, lock=True)
    if found.approved_by_id or found.used_at or found.withdrawn_at:
        raise errors.OfficeError(errors.NO_LONGER)
    return found


def _free(username: str, but: uuid.UUID | None = None) -> None:
    """Refuse a name that somebody has, or that is being invited."""
    waiting = Invitation.objects.filter(
        username=username, used_at=None, withdrawn_at=None
    ).exclude(expires_at__lte=timezone.now())
    taken = Account.objects.filter(username=username).exists()
    if taken or waiting.exclude(pk=but or office.NOBODY).exists():
        raise errors.OfficeError(errors.NAME_TAKEN, "username")


def _use(invitation: Invitation) -> None:
    now = timezone.now()
    used = Invitation.objects.filter(
        pk=invitation.pk, used_at=None, withdrawn_at=None, expires_at__gt=now
    ).update(used_at=now, token="")
    if not used:
        raise errors.OfficeError(errors.CODE_UNKNOWN, "code")


def _roles(invitation: Invitation) -> list[Role]:
    extra = [Role.SYSTEM_ADMIN] if invitation.system else []
    return [Role(invitation.role), *extra]


def _grant(account: Account, invitation: Invitation, role: Role) -> None:
    RoleGrant.objects.create(
        account=account,
        role=role,
        team=invitation.team if role == invitation.role else None,
        asked_by_id=invitation.asked_by_id,
        confirmed_by_id=invitation.approved_by_id,
        confirmed_at=timezone.now(),
    )

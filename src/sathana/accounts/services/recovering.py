"""A lost passphrase or phone: two colleagues, a day of waiting, a code."""

from __future__ import annotations

import uuid
from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from sathana.accounts import codes, errors, sessions
from sathana.accounts.decide import Action
from sathana.accounts.models import Account, Recovery
from sathana.accounts.reader import Reader
from sathana.accounts.services import office
from sathana.audit.record import Doer, Subject, write

WAITS = timedelta(hours=24)
"""A false recovery is noticed before it opens anything."""
KIND = "account"


def ask(*, reader: Reader, account: uuid.UUID) -> Recovery:
    """Ask for a new begin of a colleague; a second admin confirms it.

    Raises:
        OfficeError: It is one's own account, or somebody has asked already.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, reader.actor.organisation)
    with transaction.atomic():
        found = office.account_of(reader, account)
        if found.id == reader.actor.id:
            raise errors.OfficeError(errors.ABOUT_ONESELF)
        if waiting(found) is not None:
            raise errors.OfficeError(errors.NO_LONGER)
        made = Recovery.objects.create(account=found, asked_by_id=reader.actor.id)
        office.tell(_others(reader, found), "recovery_asked", found.id)
        office.note(reader, "recovery.ask", found.id)
    return made


def confirm(*, reader: Reader, recovery: uuid.UUID) -> str:
    """Confirm a recovery that somebody else asked for; return the code, once.

    The old passphrase and factors are gone at once; the code opens after a day.

    Raises:
        OfficeError: The same person, or it is settled already.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.APPROVE, KIND, reader.actor.organisation)
    with transaction.atomic():
        found = _of_organisation(reader, recovery)
        if found.confirmed_by_id or found.withdrawn_at:
            raise errors.OfficeError(errors.NO_LONGER)
        if found.asked_by_id == reader.actor.id:
            raise errors.OfficeError(errors.SAME_PERSON)
        if found.account_id == reader.actor.id:
            raise errors.OfficeError(errors.ABOUT_ONESELF)
        code = codes.new()
        found.token = codes.token(code)
        found.confirmed_by_id = reader.actor.id
        found.opens_at = timezone.now() + WAITS
        found.expires_at = found.opens_at + office.CODE_HOLDS
        found.save()
        _shut(found.account, found.opens_at)
        told = [found.account, *_others(reader, found.account)]
        office.tell(told, "recovery_confirmed", found.account_id)
        office.note(reader, "recovery.confirm", found.account_id)
    return code


def withdraw(*, reader: Reader, recovery: uuid.UUID) -> None:
    """Withdraw a recovery that nobody has used: its code opens nothing any more.

    Raises:
        OfficeError: It is used or withdrawn already.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, reader.actor.organisation)
    with transaction.atomic():
        found = _of_organisation(reader, recovery)
        if found.used_at or found.withdrawn_at:
            raise errors.OfficeError(errors.NO_LONGER)
        found.withdrawn_at = timezone.now()
        found.token = ""
        found.save()
        office.note(reader, "recovery.withdraw", found.account_id)


def waiting(account: Account) -> Recovery | None:
    """Return the recovery of an account that is asked for or open, if there is one."""
    rows = account.recoveries.filter(used_at=None, withdrawn_at=None)
    return rows.exclude(expires_at__lte=timezone.now()).first()


def of_code(code: str) -> Recovery | None:
    """Return the recovery that a code opens now."""
    now = timezone.now()
    return (
        Recovery.objects.select_related("account__organisation")
        .filter(token=codes.token(code), used_at=None, withdrawn_at=None)
        .filter(opens_at__lte=now, expires_at__gt=now)
        .filter(account__is_active=True, account__organisation__closed_at=None)
        .first()
    )


def accept(recovery: Recovery, password: str) -> Account:
    """Set the new passphrase that the owner chose.

    Raises:
        django.core.exceptions.ValidationError: The passphrase is too weak.
        OfficeError: Somebody used the code meanwhile.
    """
    account = recovery.account
    validate_password(password, account)
    account.set_password(password)
    account.held_until = None
    with transaction.atomic():
        now = timezone.now()
        used = Recovery.objects.filter(
            pk=recovery.pk, used_at=None, withdrawn_at=None, opens_at__lte=now
        ).update(used_at=now, token="")
        if not used:
            raise errors.OfficeError(errors.CODE_UNKNOWN, "code")
        account.save(update_fields=["password", "held_until"])
        doer = Doer(account.id, account.organisation_id)
        write(doer, "recovery.accept", [Subject("account", str(account.id))])
    return account


def _shut(account: Account, until: object) -> None:
    """Let nobody in: what was known or held before is worth nothing any more."""
    Authenticator.objects.filter(user=account).delete()
    account.set_unusable_password()
    account.held_until = until  # type: ignore[assignment]
    account.save(update_fields=["password", "held_until"])
    sessions.end(account)


def _others(reader: Reader, account: Account) -> list[Account]:
    rest = office.admins(reader.actor.organisation, but=reader.actor.id)
    return [one for one in rest if one.pk != account.pk]


def _of_organisation(reader: Reader, recovery: uuid.UUID) -> Recovery:
    found = (
        Recovery.objects.select_for_update(of=("self",))
        .select_related("account")
        .filter(pk=recovery, account__organisation=reader.actor.organisation)
        .first()
    )
    if found is None:
        raise errors.NotThereError
    return found

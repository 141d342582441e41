"""Who may see a family: assigning, sharing, sealing and blocking, each one audited."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.accounts.roles import Role
from sathana.notices import telling
from sathana.registry import staffing, visibility
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.models import (
    Assignment,
    Block,
    Family,
    NamedOfficer,
    Share,
)
from sathana.registry.reader import Reader
from sathana.registry.services import access_checks as checks
from sathana.registry.services import common


@transaction.atomic
def assign(
    *, reader: Reader, family_id: uuid.UUID, account_id: uuid.UUID
) -> Assignment:
    """Assign a caseworker or lawyer of the organisation; twice is once.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not assign.
        UnusableValueError: Nobody of the organisation who could work with it.
    """
    family = common.open_for(reader, family_id, Action.ASSIGN, None)
    workers = staffing.holders(family.organisation_id, staffing.WORKERS)
    account = checks.chosen("worker", workers, account_id)
    checks.not_blocked("worker", family, account)
    there = Assignment.rows.filter(family=family, account=account, ended_at=None)
    row: Assignment | None = there.first()
    if row is None:
        row = _new(Assignment, family, reader, account=account)
        _audit(reader, family, "family.assign")
        telling.tell([account.pk], "assigned", family.pk)
    return row


def unassign(*, reader: Reader, assignment_id: uuid.UUID) -> None:
    """End an assignment: the family is closed to that worker, unless it is theirs.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not assign.
    """
    _end(reader, Assignment, assignment_id, Action.ASSIGN, "family.unassign")


@transaction.atomic
def share(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    to_id: uuid.UUID,
    groups: Iterable[str],
    purpose: str,
    until: datetime,
    account_id: uuid.UUID | None = None,
) -> Share:
    """Share groups of fields of a family with another organisation, until a moment.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not share; StepUpError: not without a fresh
            second factor.
        ConsentMissingError: Nobody consented to sharing.
        UnusableValueError: Something of the form cannot be used.
    """
    family = common.open_for(reader, family_id, Action.SHARE, None)
    to = checks.chosen("to", staffing.others(family.organisation_id), to_id)
    account = account_id and checks.chosen(
        "account", staffing.holders(to.pk, staffing.READERS), account_id
    )
    row = _new(
        Share,
        family,
        reader,
        to=to,
        account=account,
        groups=checks.groups(groups),
        begin=reader.now,
        until=checks.until(reader, until),
        purpose=checks.reason("purpose", purpose),
        consent=checks.consent_to_share(reader, family),
    )
    _audit(reader, family, "family.share", row.groups)
    telling.tell(_told_of_share(row), "shared", family.pk)
    return row


@transaction.atomic
def withdraw_share(*, reader: Reader, share_id: uuid.UUID) -> None:
    """Take a share back: it holds no longer. Taking back needs no second factor.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not share.
    """
    family, row = _row(reader, Share, share_id)
    if Action.SHARE not in visibility.may(reader, family):
        raise NotAllowedError("no_line")
    if row.withdrawn_at is None:
        row.withdrawn_at = reader.now
        common.keep_changed(row, reader)
        _audit(reader, family, "family.unshare", row.groups)


@transaction.atomic
def seal(
    *, reader: Reader, family_id: uuid.UUID, officer_ids: Sequence[uuid.UUID]
) -> Family:
    """Seal a family: only the named protection officers see it from now on.

    Sealing a sealed family names its officers anew.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not seal.
        UnusableValueError: Nobody was named, or somebody who is no officer.
    """
    family = common.open_for(reader, family_id, Action.SEAL, None)
    officers = checks.officers(family, officer_ids)
    _end_names(reader, family, keep=[one.pk for one in officers])
    named = _named_now(family)
    fresh = [one for one in officers if one.pk not in named]
    for officer in fresh:
        _new(NamedOfficer, family, reader, account=officer)
    family.sealed_at = family.sealed_at or reader.now
    common.keep_changed(family, reader)
    _audit(reader, family, "family.seal")
    telling.tell([one.pk for one in fresh], "named", family.pk)
    return family


@transaction.atomic
def unseal(*, reader: Reader, family_id: uuid.UUID) -> Family:
    """Open a sealed family again to those who work with it.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not seal.
    """
    family = common.open_for(reader, family_id, Action.SEAL, None)
    if family.sealed_at is not None:
        family.sealed_at = None
        common.keep_changed(family, reader)
        _audit(reader, family, "family.unseal")
        _end_names(reader, family, keep=[])
    return family


@transaction.atomic
def block(
    *, reader: Reader, family_id: uuid.UUID, account_id: uuid.UUID, reason: str
) -> Block:
    """Hide a family from somebody with a conflict of interest; twice is once.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not block.
        UnusableValueError: Not an account of the organisation, or no reason.
    """
    family = common.open_for(reader, family_id, Action.BLOCK, None)
    reason = checks.reason("reason", reason)
    account = checks.chosen(
        "account", staffing.active(family.organisation_id), account_id
    )
    there = Block.rows.filter(family=family, account=account, ended_at=None)
    row: Block | None = there.first()
    if row is None:
        row = _new(Block, family, reader, account=account, reason=reason)
        _audit(reader, family, "family.block")
    return row


def unblock(*, reader: Reader, block_id: uuid.UUID) -> None:
    """End a block.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not block.
    """
    _end(reader, Block, block_id, Action.BLOCK, "family.unblock")


# --- rows ---------------------------------------------------------------------------


def _new[R: Any](model: type[R], family: Family, reader: Reader, **values: Any) -> R:
    row = model(
        family=family, organisation_id=family.organisation_id, key=family.key, **values
    )
    common.keep_new(row, reader)
    return row


def _row[R: Any](reader: Reader, model: type[R], row_id: uuid.UUID) -> tuple[Family, R]:
    rows = model.objects.visible_to(reader).select_related("family")
    row: R | None = rows.select_for_update(of=("self",)).filter(pk=row_id).first()
    if row is None:
        raise NotVisibleError
    return row.family, row


@transaction.atomic
def _end(
    reader: Reader, model: Any, row_id: uuid.UUID, action: Action, name: str
) -> None:
    family, row = _row(reader, model, row_id)
    visibility.require(reader, family, action)
    if row.ended_at is None:
        row.ended_at = reader.now
        common.keep_changed(row, reader)
        _audit(reader, family, name)


def _named_now(family: Family) -> set[uuid.UUID]:
    rows = NamedOfficer.rows.filter(family=family, ended_at=None)
    return set(rows.values_list("account", flat=True))


def _end_names(reader: Reader, family: Family, keep: Sequence[uuid.UUID]) -> None:
    rows = NamedOfficer.rows.filter(family=family, ended_at=None)
    rows.exclude(account__in=keep).update(
        ended_at=reader.now, changed_by=reader.actor.id
    )


def _audit(
    reader: Reader, family: Family, action: str, groups: Iterable[str] = ()
) -> None:
    subject = common.family_subject(family)
    common.tell_chain(reader, action, [subject], *(Group(one) for one in groups))


def _told_of_share(row: Share) -> list[uuid.UUID]:
    if row.account_id:
        return [row.account_id]
    partners = staffing.holders(row.to_id, [Role.PARTNER, Role.SUPERVISOR])
    return list(partners.values_list("pk", flat=True))

"""Teams of an organisation, and the organisations of an installation."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from sathana.accounts import areas as places
from sathana.accounts import errors, sessions
from sathana.accounts.decide import Action
from sathana.accounts.models import Organisation, Team
from sathana.accounts.reader import Reader
from sathana.accounts.services import founding, office

KIND = "organisation"


def add_team(*, reader: Reader, name: str) -> Team:
    """Add a team to the reader's own organisation.

    Raises:
        OfficeError: The name is missing or taken.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    organisation = reader.actor.organisation
    office.check(reader, Action.MANAGE, "team", organisation)
    with transaction.atomic():
        told = _team_name(organisation, name)
        made = Team.objects.create(organisation_id=organisation, name=told)
        office.note(reader, "team.add", made.id, "team")
    return made


def rename_team(*, reader: Reader, team: uuid.UUID, name: str) -> Team:
    """Rename a team of the reader's own organisation.

    Raises:
        OfficeError: The name is missing or taken.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    organisation = reader.actor.organisation
    office.check(reader, Action.MANAGE, "team", organisation)
    with transaction.atomic():
        found = Team.objects.filter(pk=team, organisation=organisation).first()
        if found is None:
            raise errors.NotThereError
        found.name = _team_name(organisation, name, but=found.id)
        found.save(update_fields=["name"])
        office.note(reader, "team.change", found.id, "team")
    return found


def found(
    *,
    reader: Reader,
    name_th: str,
    name_en: str,
    areas: Sequence[str],
    admins: Sequence[tuple[str, str]],
) -> list[str]:
    """Found another organisation; return the codes of its two admins.

    Raises:
        OfficeError: Something of it cannot be.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, reader.actor.organisation)
    return founding.found(
        organisation_name_th=name_th,
        organisation_name_en=name_en,
        areas=areas,
        admins=admins,
        system=False,
        doer=reader.doer,
    )


def change(
    *,
    reader: Reader,
    organisation: uuid.UUID,
    name_th: str,
    name_en: str,
    areas: Sequence[str],
) -> Organisation:
    """Change names and areas of an organisation.

    Raises:
        OfficeError: Something of it cannot be.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, organisation)
    name = " ".join(name_th.split())[:200]
    if not name:
        raise errors.OfficeError(errors.ORGANISATION_NAME, "name_th")
    with transaction.atomic():
        row = _row(organisation)
        row.name_th, row.name_en = name, name_en.strip()[:200]
        row.areas = places.checked(areas)
        row.save()
        office.note(reader, "organisation.change", row.id, KIND)
    return row


def close(*, reader: Reader, organisation: uuid.UUID) -> None:
    """Close an organisation: nobody of it gets in, its sessions end at once.

    Raises:
        OfficeError: It is the reader's own.
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, organisation)
    if organisation == reader.actor.organisation:
        raise errors.OfficeError(errors.ABOUT_ONESELF)
    with transaction.atomic():
        row = _row(organisation)
        row.closed_at = row.closed_at or timezone.now()
        row.save(update_fields=["closed_at"])
        for account in row.accounts.all():
            sessions.end(account)
        office.note(reader, "organisation.close", row.id, KIND)


def open_again(*, reader: Reader, organisation: uuid.UUID) -> None:
    """Open a closed organisation.

    Raises:
        StepUpError: The second factor is needed once more.
        NotThereError: It is not for this reader.
    """
    office.check(reader, Action.MANAGE, KIND, organisation)
    with transaction.atomic():
        row = _row(organisation)
        row.closed_at = None
        row.save(update_fields=["closed_at"])
        office.note(reader, "organisation.open", row.id, KIND)


def _row(organisation: uuid.UUID) -> Organisation:
    row = Organisation.objects.filter(pk=organisation).first()
    if row is None:
        raise errors.NotThereError
    return row


def _team_name(organisation: uuid.UUID, told: str, but: uuid.UUID | None = None) -> str:
    name = " ".join(told.split())
    taken = Team.objects.filter(organisation=organisation, name=name).exclude(
        pk=but or office.NOBODY
    )
    if not name or len(name) > 100 or taken.exists():
        raise errors.OfficeError(errors.TEAM_NAME, "name")
    return name

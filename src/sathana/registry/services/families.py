"""Opening, changing and closing families."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.registry import matching, visibility
from sathana.registry.errors import NotAllowedError
from sathana.registry.given import ConsentGiven
from sathana.registry.models import Consent, Family
from sathana.registry.reader import Reader
from sathana.registry.services import checks, common


@transaction.atomic
def open_family(
    *,
    reader: Reader,
    title: str,
    team_id: uuid.UUID | None,
    consent: ConsentGiven,
    district: str = "",
    notes: str = "",
    id: uuid.UUID | None = None,
) -> Family:
    """Open a family together with the consent to record it.

    Raises:
        NotAllowedError: The reader may not open families (in this team).
        ConsentMissingError: The consent does not cover recording.
        UnusableValueError: A value cannot be kept.
    """
    if not visibility.may_open(reader, team_id):
        raise NotAllowedError("add")
    checks.must_record(consent)
    values = checks.family_values(
        {"title": title, "notes": notes, "district": district}
    )
    agreed = checks.consent_values(consent, common.thai_day(reader.now))

    def make() -> Family:
        family = _new(reader, team_id, values, id)
        row = Consent(family=family, organisation_id=family.organisation_id, **agreed)
        row.key = family.key
        common.keep_new(row, reader)
        matching.keep_title(family)
        subject = common.family_subject(family)
        common.tell_chain(reader, "family.add", [subject], Group.OUTLINE, Group.CONSENT)
        return family

    family = common.made_once(Family, id, make)
    if family.organisation_id != reader.actor.organisation:
        raise NotAllowedError("add")
    return family


@transaction.atomic
def change_family(
    *, reader: Reader, family_id: uuid.UUID, version: int, values: Mapping[str, Any]
) -> Family:
    """Change title, notes, due or district.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept.
    """
    family = common.open_for(reader, family_id, Action.CHANGE, Group.OUTLINE)
    changed = common.change(family, reader, version, checks.family_values(values))
    if "title" in changed:
        matching.keep_title(family)
    if changed:
        groups = {Group.NOTES if name == "notes" else Group.OUTLINE for name in changed}
        subject = common.family_subject(family)
        common.tell_chain(reader, "family.change", [subject], *sorted(groups))
    return family


def close_family(*, reader: Reader, family_id: uuid.UUID, version: int) -> Family:
    """Close a family: the work with it is done.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
    """
    return _set_state(reader, family_id, version, "closed", "family.close")


def reopen_family(*, reader: Reader, family_id: uuid.UUID, version: int) -> Family:
    """Open a closed family again.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
    """
    return _set_state(reader, family_id, version, "open", "family.reopen")


@transaction.atomic
def _set_state(
    reader: Reader, family_id: uuid.UUID, version: int, state: str, action: str
) -> Family:
    family = common.open_for(reader, family_id, Action.CHANGE, Group.OUTLINE)
    if common.change(family, reader, version, {"state": state}):
        subject = common.family_subject(family)
        common.tell_chain(reader, action, [subject], Group.OUTLINE)
    return family


def _new(
    reader: Reader,
    team_id: uuid.UUID | None,
    values: Mapping[str, Any],
    given: uuid.UUID | None,
) -> Family:
    from sathana.protection import keys

    organisation = reader.actor.organisation
    family = Family(
        id=given or uuid.uuid4(),
        organisation_id=organisation,
        team_id=team_id,
        key=keys.new_record_key(organisation),
        audit_name=common.pseudonym(),
        **values,
    )
    common.keep_new(family, reader)
    return family

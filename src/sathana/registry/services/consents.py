"""Consents: given before anything is recorded, and taken back."""

from __future__ import annotations

import uuid

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.registry import inside
from sathana.registry.errors import NotVisibleError
from sathana.registry.given import ConsentGiven
from sathana.registry.models import Consent, Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import checks, common


@transaction.atomic
def give(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    consent: ConsentGiven,
    person_id: uuid.UUID | None = None,
    id: uuid.UUID | None = None,
) -> Consent:
    """Record a consent of a person, or of the family.

    Raises:
        NotVisibleError: The family or person is not there, or not for this reader.
        NotAllowedError: The reader may not record consents.
        UnusableValueError: Something that makes it a consent is missing.
    """
    family = common.open_for(reader, family_id, Action.CONSENT, Group.CONSENT)
    person = _person(family, person_id)
    values = checks.consent_values(consent, common.thai_day(reader.now))

    def make() -> Consent:
        row = Consent(
            id=id or uuid.uuid4(),
            family=family,
            organisation_id=family.organisation_id,
            person=person,
            key=person.key if person else family.key,
            **values,
        )
        common.keep_new(row, reader)
        _tell_chain(reader, "consent.give", family, person)
        return row

    return common.made_once(Consent, id, make, within=family.id)


@transaction.atomic
def withdraw(*, reader: Reader, consent_id: uuid.UUID, version: int) -> Consent:
    """Record that a consent was taken back.

    Raises:
        NotVisibleError: The consent is not there, or not for this reader.
        NotAllowedError: The reader may not record consents.
        ConflictError: Somebody else changed it meanwhile.
    """
    row = common.row_for(Consent, reader, consent_id, Action.CONSENT, Group.CONSENT)
    if row.withdrawn_at is not None:
        return row
    common.same_version(row, version)
    row.withdrawn_at = reader.now
    common.keep_changed(row, reader)
    _tell_chain(reader, "consent.withdraw", row.family, row.person)
    return row


def _person(family: Family, person_id: uuid.UUID | None) -> Person | None:
    if person_id is None:
        return None
    found = inside.persons(family).filter(id=person_id).first()
    if found is None:
        raise NotVisibleError
    return found


def _tell_chain(
    reader: Reader, action: str, family: Family, person: Person | None
) -> None:
    common.touch(family, reader)
    subject = (
        common.person_subject(person, family)
        if person
        else common.family_subject(family)
    )
    common.tell_chain(reader, action, [subject], Group.CONSENT)

"""What every service does: permission, consent, versions, double submits, the chain."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from sathana.accounts.decide import Action, Group
from sathana.audit import record
from sathana.audit.record import Subject
from sathana.protection import keys
from sathana.registry import inside, visibility
from sathana.registry.errors import (
    ConflictError,
    ConsentMissingError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.models import Consent, Family, Person
from sathana.registry.reader import Reader

LONGEST = 4_000
"""Most letters of a text that is typed into one field."""


def thai_day(moment: datetime) -> date:
    """Return the day in Thailand at a moment."""
    return (moment + timedelta(hours=7)).date()


# --- finding what is to be changed, locked, for somebody who may ----------------------


def open_for(
    reader: Reader, family_id: uuid.UUID, action: Action, group: Group | None
) -> Family:
    """Return a family for a change, locked until the transaction ends.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not do this.
    """
    rows = Family.objects.visible_to(reader).select_for_update(of=("self",))
    family = rows.filter(id=family_id).first()
    if family is None:
        raise NotVisibleError
    visibility.require(reader, family, action, group)
    return family


def row_for[R: Any](
    model: type[R], reader: Reader, row_id: uuid.UUID, action: Action, group: Group
) -> R:
    """Return a row of a family for a change, locked; its family is ``row.family``.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not do this.
    """
    rows = model.objects.visible_to(reader).select_related("family")
    row: R | None = rows.select_for_update(of=("self",)).filter(id=row_id).first()
    if row is None:
        raise NotVisibleError
    visibility.require(reader, row.family, action, group)
    return row


def made_once[R: Any](
    model: type[R], given: uuid.UUID | None, make: Callable[[], R], within: Any = None
) -> R:
    """Make a row, or return the one that this form has made already.

    Args:
        model: What is made.
        given: The id that the form minted; ``None``: each call makes a new row.
        make: Makes it.
        within: Id of the family it must belong to, if any.

    Raises:
        NotVisibleError: The id is taken by something elsewhere.
    """
    if given is None:
        return make()
    there = inside.made_already(model, given)
    if there is None:
        try:
            with transaction.atomic():
                return make()
        except IntegrityError:
            there = inside.made_already(model, given)
            if there is None:
                raise
    owner = there.id if isinstance(there, Family) else there.family_id
    if within is not None and owner != within:
        raise NotVisibleError
    return there


# --- consent --------------------------------------------------------------------------


def holds(consent: Consent, day: date) -> bool:
    """Say whether a consent holds on a day."""
    begun, over = consent.given_on <= day, consent.until and consent.until < day
    return begun and not over and consent.withdrawn_at is None


def consented(
    consents: Iterable[Consent], purpose: str, day: date, person_id: uuid.UUID | None
) -> bool:
    """Say whether somebody's consent covers a purpose.

    Whoever has given (or taken back) a consent of their own is covered by it alone;
    for everybody else the family's counts.
    """
    consents = list(consents)
    own = [c for c in consents if person_id and c.person_id == person_id]
    asked = own or [c for c in consents if c.person_id is None]
    return any(holds(c, day) and purpose in c.purposes for c in asked)


def require_consent(
    reader: Reader, family: Family, purpose: str, person_id: uuid.UUID | None = None
) -> None:
    """Stop where no consent that holds covers the purpose.

    Raises:
        ConsentMissingError: None does.
    """
    consents = list(inside.consents(family))
    inside.unlock(consents)
    if not consented(consents, purpose, thai_day(reader.now), person_id):
        raise ConsentMissingError(purpose)


# --- versions -------------------------------------------------------------------------


def change(
    row: Any, reader: Reader, version: int, values: Mapping[str, Any]
) -> list[str]:
    """Set values of a row and count its version; return the names that changed.

    Raises:
        ConflictError: Somebody else saved another version meanwhile, with other values.
    """
    theirs = {name: getattr(row, name) for name in values}
    changed = [name for name, value in values.items() if theirs[name] != value]
    if row.version != version and changed:
        raise ConflictError(values, theirs, row.version, row)
    if changed:
        for name in changed:
            setattr(row, name, values[name])
        keep_changed(row, reader)
    return changed


def same_version(row: Any, version: int) -> None:
    """Stop where a row that is to be withdrawn or closed is not what the form saw.

    Raises:
        ConflictError: Somebody else changed it meanwhile.
    """
    if row.version != version:
        raise ConflictError({}, {}, row.version, row)


def keep_changed(row: Any, reader: Reader) -> None:
    """Save a changed row with its next version and who changed it."""
    row.version += 1
    row.changed_by = reader.actor.id
    row.save()


def keep_new(row: Any, reader: Reader) -> None:
    """Save a new row: never over one that is there."""
    row.made_by = row.changed_by = reader.actor.id
    row.save(force_insert=True)


def touch(family: Family, reader: Reader) -> None:
    """Let the family stand first in the lists: something of it changed."""
    Family.rows.filter(id=family.id).update(
        changed_at=reader.now, changed_by=reader.actor.id
    )


# --- the chain ------------------------------------------------------------------------


def family_subject(family: Family) -> Subject:
    """Name a family for the chain: by its pseudonym."""
    return Subject("family", family.audit_name, family.audit_name)


def person_subject(person: Person, family: Family) -> Subject:
    """Name a person for the chain: by their pseudonym."""
    return Subject("person", person.audit_name, family.audit_name)


def telling(action: str, subjects: Sequence[Subject], *groups: Group) -> record.Telling:
    """Return what is to be written: what was done, with the groups of fields."""
    return record.Telling(action, subjects, [group.value for group in groups])


def tell_chain(
    reader: Reader, action: str, subjects: Sequence[Subject], *groups: Group
) -> None:
    """Write what was done, with the groups of fields: last in the transaction."""
    record.write_all(reader.doer, [telling(action, subjects, *groups)])


def tell_read(reader: Reader, *tellings: record.Telling) -> None:
    """Write what is about to be shown, in a transaction of its own."""
    with transaction.atomic():
        record.write_all(reader.doer, tellings)


# --- small things ---------------------------------------------------------------------


def new_key(family: Family) -> uuid.UUID:
    """Make a key for a new record of the family's organisation."""
    return keys.new_record_key(family.organisation_id)


def pseudonym() -> str:
    """Return a new pseudonym for the chain: 32 hex digits."""
    return uuid.uuid4().hex


def one_of(field: str, value: str, allowed: Sequence[str]) -> str:
    """Return a code if it is one.

    Raises:
        UnusableValueError: It is none; the text names those there are.
    """
    if value in allowed:
        return value
    shown = ", ".join(allowed)
    raise UnusableValueError(
        field, f"เลือกได้เฉพาะ {shown}", f"Choose one of these: {shown}"
    )


def short_text(field: str, value: Any, *, longest: int = LONGEST) -> str:
    """Return a text without empty edges, in the one form that is compared.

    Raises:
        UnusableValueError: It is no text, or too long.
    """
    from sathana.facts.casefile_nodes import forbidden_character
    from sathana.text.thai import normalise

    if not isinstance(value, str) or len(value) > longest:
        raise UnusableValueError(
            field,
            f"ข้อความยาวเกิน {longest:,} ตัวอักษร ให้ย่อหรือแบ่งเป็นหลายช่อง",
            f"The text is longer than {longest:,} letters: shorten it, or split it.",
        )
    if forbidden_character(value):
        raise UnusableValueError(
            field,
            "ข้อความมีอักขระควบคุมที่มองไม่เห็น ให้ลบแล้วพิมพ์ใหม่",
            "The text holds a control character that nobody sees: type it anew.",
        )
    return normalise(value.strip())

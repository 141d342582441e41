"""Rotation: new keys above, the same records below; nothing is encrypted anew.

A new master key re-wraps the keys of organisations, a new key of an organisation
re-wraps the keys of its records. Old and new open side by side all the while, so the
site goes on; what was broken off goes on with the same command.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.db import connection, transaction
from django.utils import timezone

from sathana.protection import crypto, keyfile, keys
from sathana.protection.models import OrganisationKey, RecordKey

BATCH = 2_000
"""Keys re-wrapped in one transaction: a page that waits for it waits a moment."""

type Tell = Callable[[int], None]
"""Told how many keys are done."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a rotation has to do.

    Attributes:
        organisations: Keys of organisations that are not under the newest master key.
        records: Keys of records that are not under their organisation's newest key.
    """

    organisations: int
    records: int


def counts(organisation: uuid.UUID | None = None) -> Counts:
    """Count what is still wrapped by an older key: of all, or of one organisation."""
    newest = keyfile.source().newest
    above, below = OrganisationKey.objects.all(), RecordKey.objects.all()
    if organisation is not None:
        above = above.filter(organisation=organisation)
        below = below.filter(organisation=organisation)
    in_use = OrganisationKey.objects.filter(retired_at=None).values("id")
    return Counts(
        above.exclude(master=newest).count(),
        below.exclude(wrapped_by__in=in_use).count(),
    )


def add_master(found: keyfile.Keys) -> keyfile.Keys:
    """Return the keys with a new master key; the older ones stay, for older backups."""
    fresh = keyfile.fresh()
    masters = {**found.masters, fresh.newest: fresh.masters[fresh.newest]}
    return replace(found, masters=masters, newest=fresh.newest)


def rewrap_organisations(tell: Tell = lambda _: None) -> int:
    """Wrap every key of an organisation with the newest master key; return how many."""
    newest = keyfile.source().newest
    done = 0
    for key in OrganisationKey.objects.exclude(master=newest).values_list("id"):
        with transaction.atomic():
            rows = OrganisationKey.objects.select_for_update()
            _rewrap_organisation(rows.get(id=key[0]), newest)
        done += 1
        tell(done)
    return done


def _rewrap_organisation(row: OrganisationKey, newest: str) -> None:
    old, new = keys.master(row.master), keys.master(newest)
    place = keys.organisation_place(row.id, row.organisation)
    plain = crypto.open_bytes(old, bytes(row.wrapped), place)
    index = crypto.open_bytes(old, bytes(row.index), place + "|index")
    row.wrapped = crypto.seal_bytes(new, plain, place)
    row.index = crypto.seal_bytes(new, index, place + "|index")
    row.master = newest
    row.save()


def renew_organisation(organisation: uuid.UUID) -> uuid.UUID:
    """Give an organisation a new key for what comes; return its id.

    The key of the blind index moves on to it, so nothing is indexed anew.
    """
    index = keys.index_key(organisation)
    made = uuid.uuid4()
    with transaction.atomic():
        rows = OrganisationKey.objects.filter(organisation=organisation)
        rows.filter(retired_at=None).update(retired_at=timezone.now())
        keys.store_organisation_key(made, organisation, crypto.new_key(), index)
    return made


def rewrap_records(organisation: uuid.UUID, tell: Tell = lambda _: None) -> int:
    """Wrap the keys of all records of an organisation with its newest key.

    Returns:
        How many were wrapped anew: none where all were already.
    """
    done = 0
    while moved := _rewrap_some(organisation):
        done += moved
        tell(done)
    return done


def _rewrap_some(organisation: uuid.UUID) -> int:
    """Wrap one batch anew, in a transaction of its own; return how many."""
    with transaction.atomic():
        newest = keys.current(organisation)
        known = OrganisationKey.objects.filter(organisation=organisation)
        old = list(known.exclude(id=newest).values_list("id", flat=True))
        # By the index of ``wrapped_by``: what is done already is not looked at again.
        rows = RecordKey.objects.select_for_update().filter(wrapped_by__in=old)
        some = list(rows[:BATCH])
        _put(
            (keys.wrap_record_key(newest, row.id, organisation, plain), newest, row.id)
            for row, plain in ((row, keys.open_record_key(row)) for row in some)
        )
    return len(some)


_UPDATE = "UPDATE protection_recordkey SET wrapped = %s, wrapped_by = %s WHERE id = %s"
"""One statement a row: a bulk update looks through all its cases for each row."""


def _put(rows: Iterable[tuple[bytes, uuid.UUID, uuid.UUID]]) -> None:
    """Write wrapped keys."""
    columns = {field.name: field for field in RecordKey._meta.local_fields}
    fields = [columns[name] for name in ("wrapped", "wrapped_by", "id")]
    told = [
        [
            field.get_db_prep_value(value, connection)
            for field, value in zip(fields, row, strict=True)
        ]
        for row in rows
    ]
    if told:
        with connection.cursor() as cursor:
            cursor.executemany(_UPDATE, told)


def retire(organisation: uuid.UUID) -> int:
    """Delete keys of an organisation that wrap nothing any more; return how many."""
    with transaction.atomic():
        used = RecordKey.objects.filter(organisation=organisation)
        old = OrganisationKey.objects.filter(organisation=organisation)
        old = old.exclude(retired_at=None).exclude(id__in=used.values("wrapped_by"))
        return old.delete()[0]

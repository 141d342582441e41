"""The keys in use: master key from the key file, organisations' keys, records' keys.

Nothing here is kept longer than it is needed: keys of records are remembered for the
request that opened them, by the thread that opened them (see :func:`forget`), those of
organisations for the process. A process that runs while keys are rotated goes on: what
it does not know yet it looks up anew.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from sathana.protection import crypto
from sathana.protection.keyfile import source

if TYPE_CHECKING:
    from sathana.protection.models import RecordKey

_here = threading.local()
_organisations: dict[uuid.UUID, bytes] = {}
"""Opened keys of organisations, by the id of the key: an id never means another."""
_indexes: dict[uuid.UUID, bytes] = {}
"""Keys of blind indexes by organisation: one stays the same through every rotation."""
_erasures = 0
"""Counts erasures: a thread that opened keys before the last one forgets them."""


class ErasedError(Exception):
    """The key of this record was destroyed: the record cannot be read any more."""


class NoKeyError(Exception):
    """The key file does not hold the master key under which this was wrapped.

    Attributes:
        th, en: What that means, and what to do.
    """

    def __init__(self, master: str) -> None:
        """Say which key is missing; its name is no secret."""
        self.th = (
            f"ไฟล์กุญแจของเครื่องนี้ไม่มีกุญแจหลัก {master} ที่ข้อมูลนี้ใช้ ตรวจว่า SATHANA_KEYS "
            "ชี้ไปที่ไฟล์กุญแจของฐานข้อมูลนี้ หรือกู้คืนด้วย sathana keys recover"
        )
        self.en = (
            f"The key file of this machine does not hold the master key {master}, "
            "which this data needs. Check that SATHANA_KEYS names the key file of this "
            "database, or bring it back with: sathana keys recover"
        )
        super().__init__(self.en)


def of_record(key: uuid.UUID) -> bytes:
    """Return the opened key of a record.

    Raises:
        ErasedError: It was destroyed.
    """
    opened = _opened()
    if key not in opened:
        unlock([key])
    try:
        return opened[key]
    except KeyError:
        raise ErasedError(key) from None


def unlock(keys: Iterable[uuid.UUID]) -> None:
    """Open many keys of records with one question to the database.

    Keys that were destroyed are passed over; reading such a record raises.
    """
    from sathana.protection.models import RecordKey

    opened = _opened()
    wanted = set(keys) - opened.keys()
    if not wanted:
        return
    rows = RecordKey.objects.filter(id__in=wanted)
    for key, organisation, wrapping, wrapped in rows.values_list(
        "id", "organisation", "wrapped_by", "wrapped"
    ):
        place = record_place(key, organisation)
        opened[key] = crypto.open_bytes(
            of_organisation(wrapping), bytes(wrapped), place
        )


def new_record_key(organisation: uuid.UUID) -> uuid.UUID:
    """Make and store a key for a new record of an organisation; return its id."""
    made = uuid.uuid4()
    wrapped_anew(made, organisation).save(force_insert=True)
    return made


def wrapped_anew(
    made: uuid.UUID, organisation: uuid.UUID, by: uuid.UUID | None = None
) -> RecordKey:
    """Return a new record key as it is stored, not stored yet; it is open already.

    Args:
        made: The id it gets.
        organisation: Whose record it will seal.
        by: The organisation's key in use, where the caller knows it already.
    """
    from sathana.protection.models import RecordKey

    wrapping = by or current(organisation)
    plain = crypto.new_key()
    _opened()[made] = plain
    return RecordKey(
        id=made,
        organisation=organisation,
        wrapped_by=wrapping,
        wrapped=wrap_record_key(wrapping, made, organisation, plain),
    )


def current(organisation: uuid.UUID) -> uuid.UUID:
    """Return the id of the key in use of an organisation; made on first need."""
    row = _in_use(organisation)
    return row.id if row else _new_organisation_key(organisation)


def index_key(organisation: uuid.UUID) -> bytes:
    """Return the key of an organisation for its blind index."""
    if organisation in _indexes:
        return _indexes[organisation]
    row = _in_use(organisation)
    if row is None:
        _new_organisation_key(organisation)
        row = _in_use(organisation)
    place = organisation_place(row.id, row.organisation) + "|index"
    opened = crypto.open_bytes(master(row.master), bytes(row.index), place)
    if row.id in _unsettled():
        # Its transaction may still be undone: then there will be another one.
        return opened
    return _indexes.setdefault(organisation, opened)


def forget() -> None:
    """Forget the keys of records that this thread opened: when a request ends."""
    _opened().clear()


def forget_everywhere() -> None:
    """Let every thread forget the keys of records it opened: after an erasure."""
    global _erasures
    _erasures += 1
    forget()


def forget_all() -> None:
    """Forget every opened key, of organisations too: after a rotation, in tests."""
    forget_everywhere()
    _organisations.clear()
    _indexes.clear()
    source.cache_clear()


def master(name: str) -> bytes:
    """Return a master key; reads the key file anew for one that it did not hold.

    Raises:
        NoKeyError: The key file does not hold it.
    """
    try:
        return source().master(name)
    except KeyError:
        # Another process may have rotated it since the file was read.
        source.cache_clear()
    try:
        return source().master(name)
    except KeyError:
        raise NoKeyError(name) from None


def of_organisation(key: uuid.UUID) -> bytes:
    """Return the opened key of an organisation, by the id of the key.

    Raises:
        NoKeyError: The key file does not hold the master key that it needs.
    """
    from sathana.protection.models import OrganisationKey

    if key not in _organisations:
        row = OrganisationKey.objects.get(id=key)
        place = organisation_place(row.id, row.organisation)
        _organisations[key] = crypto.open_bytes(
            master(row.master), bytes(row.wrapped), place
        )
    return _organisations[key]


def open_record_key(row: Any) -> bytes:
    """Open a stored ``RecordKey``."""
    return crypto.open_bytes(
        of_organisation(row.wrapped_by),
        bytes(row.wrapped),
        record_place(row.id, row.organisation),
    )


def wrap_record_key(
    wrapping: uuid.UUID, key: uuid.UUID, organisation: uuid.UUID, plain: bytes
) -> bytes:
    """Wrap the key of a record with a key of its organisation."""
    place = record_place(key, organisation)
    return crypto.seal_bytes(of_organisation(wrapping), plain, place)


def record_place(key: uuid.UUID, organisation: uuid.UUID) -> str:
    """Return the place that is bound into a wrapped key of a record."""
    return f"record-key|{key}|{organisation}"


def organisation_place(key: uuid.UUID, organisation: uuid.UUID) -> str:
    """Return the place that is bound into a wrapped key of an organisation."""
    return f"organisation-key|{key}|{organisation}"


def _opened() -> dict[uuid.UUID, bytes]:
    if getattr(_here, "erasures", -1) != _erasures:
        _here.opened, _here.erasures = {}, _erasures
    opened: dict[uuid.UUID, bytes] = _here.opened
    return opened


def _unsettled() -> set[uuid.UUID]:
    """Return the organisation keys this thread made and did not see committed."""
    if not hasattr(_here, "unsettled"):
        _here.unsettled = set()
    made: set[uuid.UUID] = _here.unsettled
    return made


def _in_use(organisation: uuid.UUID) -> Any:
    from sathana.protection.models import OrganisationKey

    rows = OrganisationKey.objects.filter(organisation=organisation, retired_at=None)
    return rows.first()


def _new_organisation_key(organisation: uuid.UUID) -> uuid.UUID:
    """Make the first key of an organisation, unless somebody else did just now."""
    from django.db import IntegrityError, transaction

    made = uuid.uuid4()
    try:
        with transaction.atomic():
            store_organisation_key(
                made, organisation, crypto.new_key(), crypto.new_key()
            )
    except IntegrityError:
        made = _in_use(organisation).id
    else:
        _unsettled().add(made)
        transaction.on_commit(partial(_unsettled().discard, made))
    return made


def store_organisation_key(
    made: uuid.UUID, organisation: uuid.UUID, plain: bytes, index: bytes
) -> None:
    """Store a key of an organisation, wrapped by the newest master key."""
    from sathana.protection.models import OrganisationKey

    newest, place = source().newest, organisation_place(made, organisation)
    wrapping = master(newest)
    OrganisationKey.objects.create(
        id=made,
        organisation=organisation,
        master=newest,
        wrapped=crypto.seal_bytes(wrapping, plain, place),
        index=crypto.seal_bytes(wrapping, index, place + "|index"),
    )

"""The keys in use: master key from the key file, organisations' keys, records' keys.

Nothing here is kept longer than it is needed: keys of records are remembered for the
request that opened them (see :func:`forget`), those of organisations for the process.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterable

from sathana.protection import crypto
from sathana.protection.keyfile import KeySource, source

_here = threading.local()
_organisations: dict[uuid.UUID, bytes] = {}
_indexes: dict[uuid.UUID, bytes] = {}
"""Opened keys of organisations by key id, and blind-index keys by organisation."""


class ErasedError(Exception):
    """The key of this record was destroyed: the record cannot be read any more."""


class NoKeyError(Exception):
    """The key file does not hold the master key under which this was wrapped."""


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
    for row in RecordKey.objects.filter(id__in=wanted):
        wrapping = _of_organisation(row.wrapped_by)
        opened[row.id] = crypto.open_bytes(
            wrapping, bytes(row.wrapped), _record_place(row.id, row.organisation)
        )


def new_record_key(organisation: uuid.UUID) -> uuid.UUID:
    """Make and store a key for a new record of an organisation; return its id."""
    from sathana.protection.models import RecordKey

    wrapping = current(organisation)
    made, plain = uuid.uuid4(), crypto.new_key()
    RecordKey.objects.create(
        id=made,
        organisation=organisation,
        wrapped_by=wrapping,
        wrapped=crypto.seal_bytes(
            _of_organisation(wrapping), plain, _record_place(made, organisation)
        ),
    )
    _opened()[made] = plain
    return made


def current(organisation: uuid.UUID) -> uuid.UUID:
    """Return the id of the key in use of an organisation; made on first need."""
    from sathana.protection.models import OrganisationKey

    row = OrganisationKey.objects.filter(
        organisation=organisation, retired_at=None
    ).first()
    return row.id if row else _new_organisation_key(organisation)


def index_key(organisation: uuid.UUID) -> bytes:
    """Return the key of an organisation for its blind index."""
    if organisation not in _indexes:
        _of_organisation(current(organisation))
    return _indexes[organisation]


def forget() -> None:
    """Forget the opened keys of records: at the end of a request, after an erasure."""
    _opened().clear()


def forget_all() -> None:
    """Forget every opened key, of organisations too: after a rotation, in tests."""
    forget()
    _organisations.clear()
    _indexes.clear()


def _opened() -> dict[uuid.UUID, bytes]:
    if not hasattr(_here, "opened"):
        _here.opened = {}
    opened: dict[uuid.UUID, bytes] = _here.opened
    return opened


def _of_organisation(key: uuid.UUID) -> bytes:
    from sathana.protection.models import OrganisationKey

    if key not in _organisations:
        row = OrganisationKey.objects.get(id=key)
        master = source().master(row.master)
        place = _organisation_place(row.id, row.organisation)
        _organisations[key] = crypto.open_bytes(master, bytes(row.wrapped), place)
        _indexes[row.organisation] = crypto.open_bytes(
            master, bytes(row.index), place + "|index"
        )
    return _organisations[key]


def _new_organisation_key(organisation: uuid.UUID) -> uuid.UUID:
    from sathana.protection.models import OrganisationKey

    keeper: KeySource = source()
    made = uuid.uuid4()
    master, place = keeper.newest, _organisation_place(made, organisation)
    wrapping = keeper.master(master)
    OrganisationKey.objects.create(
        id=made,
        organisation=organisation,
        master=master,
        wrapped=crypto.seal_bytes(wrapping, crypto.new_key(), place),
        index=crypto.seal_bytes(wrapping, crypto.new_key(), place + "|index"),
    )
    return made


def _record_place(key: uuid.UUID, organisation: uuid.UUID) -> str:
    return f"record-key|{key}|{organisation}"


def _organisation_place(key: uuid.UUID, organisation: uuid.UUID) -> str:
    return f"organisation-key|{key}|{organisation}"

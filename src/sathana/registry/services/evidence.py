"""Papers of a family: recording them, changing them, adding their files.

A file is cleaned before the transaction begins (it takes seconds), and both its forms
are on the disk, sealed, before the transaction ends: a paper that was acknowledged has
its file.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.audit.record import Subject
from sathana.files import clean, naming, store
from sathana.files.refusals import RefusedError
from sathana.protection import keys
from sathana.registry import inside, visibility
from sathana.registry.errors import NotVisibleError, UnusableValueError
from sathana.registry.models import Evidence, Family, StoredFile
from sathana.registry.reader import Reader
from sathana.registry.services import common, evidence_values, facts

MOST_FILES = 100
"""Files of one family."""
ORIGINAL, COPY = "original", "copy"


@dataclass(frozen=True, slots=True)
class _Upload:
    """An upload that was cleaned, before it is kept."""

    data: bytes
    name: str
    copy: clean.Copy
    id: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def attach(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    values: Mapping[str, Any],
    upload: bytes | None = None,
    file_name: str = "",
    shows: str = "",
    id: uuid.UUID | None = None,
) -> Evidence:
    """Record a paper, statement or test, with its first file if there is one.

    Args:
        reader: Who records.
        family_id: Of which family.
        values: ``person_id``, ``kind``, ``issuer``, ``number``, ``date``,
            ``original``, ``supports``, ``contradicts``, ``notes``; all but ``kind``
            may be left out.
        upload: The bytes as they came.
        file_name: As the browser told it.
        shows: The grade that the supported facts have by this paper; ``""``: they stay.
        id: Minted by the form: the same id twice is one paper.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not attach to it.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: A value or the file cannot be kept; its text says why.
    """
    family = visibility.visible_family(reader, family_id)
    visibility.require(reader, family, Action.ATTACH, Group.EVIDENCE)
    wanted = evidence_values.checked(family, {"kind": "", **values})
    came = None if upload is None else _cleaned(upload, file_name)
    with _kept_or_removed() as blobs, transaction.atomic():
        family = common.open_for(reader, family_id, Action.ATTACH, Group.EVIDENCE)
        common.require_consent(reader, family, "record", wanted.get("person_id"))

        def make() -> Evidence:
            row = _new(reader, family, wanted, id)
            if came:
                _keep_file(reader, row, came, blobs)
            _after(reader, family, row, "evidence.attach")
            if shows:
                facts.shown_by(reader, row, shows)
            return row

        return common.made_once(Evidence, id, make, within=family.id)


@transaction.atomic
def change(
    *,
    reader: Reader,
    evidence_id: uuid.UUID,
    version: int,
    values: Mapping[str, Any],
    shows: str = "",
) -> Evidence:
    """Change what is recorded of a paper; values that are left out stay.

    Args:
        reader: Who changes it.
        evidence_id: Which paper.
        version: The version that the form saw.
        values: See :func:`attach`.
        shows: The grade that the supported facts have by this paper; ``""``: they stay.

    Raises:
        NotVisibleError: The paper is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    row = common.row_for(Evidence, reader, evidence_id, Action.CHANGE, Group.EVIDENCE)
    family = row.family
    wanted = evidence_values.checked(family, values, row)
    whose = wanted.get("person_id", row.person_id)
    common.require_consent(reader, family, "record", whose)
    if common.change(row, reader, version, wanted):
        _after(reader, family, row, "evidence.change")
    if shows:
        facts.shown_by(reader, row, shows)
    return row


def add_file(
    *,
    reader: Reader,
    evidence_id: uuid.UUID,
    upload: bytes,
    file_name: str = "",
) -> StoredFile:
    """Add a page, a back side or a better photo to a paper.

    The same bytes sent twice are one file.

    Raises:
        NotVisibleError: The paper is not there, or not for this reader.
        NotAllowedError: The reader may not attach to it.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: The file cannot be taken; its text says why.
    """
    rows = Evidence.objects.visible_to(reader).select_related("family")
    row = rows.filter(id=evidence_id).first()
    if row is None:
        raise NotVisibleError
    visibility.require(reader, row.family, Action.ATTACH, Group.EVIDENCE)
    came = _cleaned(upload, file_name)
    with _kept_or_removed() as blobs, transaction.atomic():
        row = common.row_for(
            Evidence, reader, evidence_id, Action.ATTACH, Group.EVIDENCE
        )
        common.require_consent(reader, row.family, "record", row.person_id)
        there = _same_bytes(reader, row, came)
        if there is not None:
            return there
        made = _keep_file(reader, row, came, blobs)
        _after(reader, row.family, row, "evidence.file")
        return made


@transaction.atomic
def withdraw_file(
    *, reader: Reader, evidence_id: uuid.UUID, file_id: uuid.UUID
) -> StoredFile:
    """Withdraw a file that was attached by mistake: nobody is shown it any more.

    The bytes as they came stay sealed until the paper or the family is erased.

    Raises:
        NotVisibleError: The file is not there, or not for this reader.
        NotAllowedError: The reader may not change the paper.
    """
    file = common.row_for(StoredFile, reader, file_id, Action.CHANGE, Group.EVIDENCE)
    row = file.evidence
    if row.id != evidence_id:
        raise NotVisibleError
    if file.copy is not None:
        # Only once it is sure: a row must never name a blob that is gone.
        transaction.on_commit(partial(store.remove, file.copy))
        file.copy = None
        common.keep_changed(file, reader)
        _after(reader, file.family, row, "evidence.withdraw")
    return file


# --- rows and files -------------------------------------------------------------------


def _new(
    reader: Reader, family: Family, values: dict[str, Any], given: uuid.UUID | None
) -> Evidence:
    row = Evidence(
        id=given or uuid.uuid4(),
        family=family,
        organisation_id=family.organisation_id,
        key=common.new_key(family),
        **values,
    )
    common.keep_new(row, reader)
    return row


def _cleaned(upload: bytes, name: str) -> _Upload:
    """Make the copy that people will see.

    Raises:
        UnusableValueError: The file is not taken.
    """
    try:
        return _Upload(upload, naming.as_kept(name), clean.cleaned(upload))
    except RefusedError as refused:
        raise UnusableValueError(
            "upload", refused.text["th"], refused.text["en"]
        ) from None


def _keep_file(
    reader: Reader, row: Evidence, came: _Upload, blobs: list[uuid.UUID]
) -> StoredFile:
    """Put both forms of a file on the disk, then its row into the transaction."""
    _refuse_too_many(reader, row)
    made = StoredFile(
        id=came.id,
        family_id=row.family_id,
        organisation_id=row.organisation_id,
        key=row.key,
        evidence=row,
        copy=uuid.uuid4(),
        sha256=came.sha256,
        name=came.name,
        media=came.copy.media,
        size=len(came.data),
    )
    opened = keys.of_record(row.key)
    for what, data in ((ORIGINAL, came.data), (COPY, came.copy.data)):
        blob = getattr(made, what)
        blobs.append(blob)
        store.keep(blob, data, opened, place_of(made, what))
    common.keep_new(made, reader)
    return made


def place_of(file: StoredFile, what: str) -> str:
    """Return what a blob belongs to, as it is bound into it."""
    return f"registry_storedfile|{file.id}|{what}|{file.key}"


@contextmanager
def _kept_or_removed() -> Iterator[list[uuid.UUID]]:
    """Remove the blobs of a transaction that failed; what is missed is an orphan."""
    blobs: list[uuid.UUID] = []
    try:
        yield blobs
    except BaseException:
        for blob in blobs:
            store.remove(blob)
        raise


def _refuse_too_many(reader: Reader, row: Evidence) -> None:
    files = StoredFile.objects.visible_to(reader).filter(family=row.family_id)
    if files.count() >= MOST_FILES:
        raise UnusableValueError(
            "upload",
            f"ครอบครัวนี้มีแฟ้มครบ {MOST_FILES} แฟ้มแล้ว ให้รวมหลายหน้าเป็น PDF เดียว",
            f"This family has {MOST_FILES} files already, which is the most: put "
            "several pages into one PDF.",
        )


def _same_bytes(reader: Reader, row: Evidence, came: _Upload) -> StoredFile | None:
    rows = StoredFile.objects.visible_to(reader).filter(evidence=row.id)
    files = list(rows.exclude(copy=None))
    inside.unlock(files)
    return next((one for one in files if one.sha256 == came.sha256), None)


# --- what follows ---------------------------------------------------------------------


def subjects_of(family: Family, row: Evidence) -> list[Subject]:
    """Name a paper, and whose it is, for the chain."""
    found = [Subject("evidence", str(row.id), family.audit_name)]
    if row.person is not None:
        found.append(common.person_subject(row.person, family))
    return found


def _after(reader: Reader, family: Family, row: Evidence, action: str) -> None:
    common.touch(family, reader)
    common.tell_chain(reader, action, subjects_of(family, row), Group.EVIDENCE)

"""Erasing a person or a family: keys destroyed, rows purged, a tombstone left.

Names, facts, events and papers of a person stand under keys that are the person's, and
each assessment under its own: those keys are destroyed, and no older backup can tell
what they sealed. Rows that name the person under the key of somebody who stays (a
child's kinship, the household) are deleted or shortened.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.apps import apps
from django.db import models, transaction

from sathana.accounts import kept
from sathana.accounts.decide import Action
from sathana.accounts.models import KeptForm
from sathana.audit import record
from sathana.audit.record import Subject
from sathana.files import store
from sathana.notices.models import Notice
from sathana.protection import purge
from sathana.protection.models import Tombstone
from sathana.registry import inside
from sathana.registry.certificates import REASONS, Certificate
from sathana.registry.errors import NotVisibleError
from sathana.registry.models import (
    Assessment,
    Draft,
    Evidence,
    Family,
    Household,
    Kinship,
    NameKey,
    Person,
    StoredFile,
)
from sathana.registry.models.base import FamilyRow
from sathana.registry.reader import Reader
from sathana.registry.services import common


@dataclass
class _Erasure:
    """One erasure: what goes is collected before anything is deleted.

    Attributes:
        ids: Of rows that go.
        keys: Of records, to be destroyed.
        blobs: Files, to be removed once the transaction is committed.
    """

    reader: Reader
    family: Family
    kind: str
    gone: uuid.UUID
    reason: str
    persons: list[Person]
    ids: set[uuid.UUID] = field(default_factory=set)
    keys: set[uuid.UUID] = field(default_factory=set)
    blobs: set[uuid.UUID] = field(default_factory=set)
    rows: int = 0
    drafts: int = 0

    def take(self, rows: Collection[Any], *, with_keys: bool = True) -> None:
        """Take rows, with their keys, and with the blobs of files."""
        self.ids |= {row.pk for row in rows}
        if with_keys:
            self.keys |= {row.key for row in rows}
        files = [row for row in rows if isinstance(row, StoredFile)]
        blobs = (blob for row in files for blob in (row.original, row.copy))
        self.blobs |= {blob for blob in blobs if blob}


@transaction.atomic
def erase_family(*, reader: Reader, family_id: uuid.UUID, reason: str) -> Certificate:
    """Erase a family with all its persons, for good.

    Args:
        reader: Who erases; needs a fresh second factor.
        family_id: Which.
        reason: A code of ``certificates.REASONS``.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not erase.
        UnusableValueError: There is no such reason.
    """
    common.one_of("reason", reason, tuple(REASONS))
    family = common.open_for(reader, family_id, Action.ERASE, None)
    persons = list(inside.persons(family))
    inside.unlock([family], persons)
    subjects = [common.family_subject(family)]
    subjects += [common.person_subject(one, family) for one in persons]
    erasure = _Erasure(reader, family, "family", family.id, reason, persons)
    erasure.take([family])
    for model in _kinds():
        erasure.take(list(model.rows.filter(family=family)))
    _forms_about(erasure)
    NameKey.objects.filter(family=family).delete()
    erasure.rows = Family.rows.filter(id=family.id).delete()[0]
    _bury(erasure, "family", family.id)
    return _finish(erasure, subjects)


@transaction.atomic
def erase_person(*, reader: Reader, person_id: uuid.UUID, reason: str) -> Certificate:
    """Erase one person of a family; the others stay as they are.

    Stored assessments of the family go as well: the person stands in each of them.

    Args:
        reader: Who erases; needs a fresh second factor.
        person_id: Whom.
        reason: A code of ``certificates.REASONS``.

    Raises:
        NotVisibleError: The person is not there, or not for this reader.
        NotAllowedError: The reader may not erase.
        UnusableValueError: There is no such reason.
    """
    common.one_of("reason", reason, tuple(REASONS))
    person = Person.objects.visible_to(reader).filter(id=person_id).first()
    if person is None:
        raise NotVisibleError
    family = common.open_for(reader, person.family_id, Action.ERASE, None)
    inside.unlock([family, person])
    subjects = [common.person_subject(person, family)]
    erasure = _Erasure(reader, family, "person", person.id, reason, [person])
    _take_person(erasure, person)
    _take_assessments(erasure)
    wholes = _take_wholes(erasure)
    _forms_about(erasure)
    NameKey.objects.filter(family=family, person=person).delete()
    erasure.rows = sum(rows.delete()[0] for rows in wholes)
    erasure.rows += Person.rows.filter(id=person.id).delete()[0]
    erasure.rows += Assessment.rows.filter(family=family).delete()[0]
    _strip(family, person.id)
    return _finish(erasure, subjects)


def _kinds() -> Iterator[Any]:
    """Return every kind of row that belongs to a family."""
    for model in apps.get_models():
        if issubclass(model, FamilyRow):
            yield model


def _take_person(erasure: _Erasure, person: Person) -> None:
    """Take what is the person's own, and what is told of them under other keys."""
    papers = list(Evidence.rows.filter(person=person))
    erasure.take([person, *papers])
    erasure.take(list(StoredFile.rows.filter(evidence__in=papers)))
    for model in _kinds():
        if any(one.name == "person" for one in model._meta.local_fields):
            erasure.take(list(model.rows.filter(person=person)))
    # Stands under the key of the child, who stays.
    erasure.take(list(Kinship.rows.filter(parent=person)), with_keys=False)


def _take_assessments(erasure: _Erasure) -> None:
    """Take the family's assessments: each holds all persons, under a key of its own."""
    rows = list(Assessment.rows.filter(family=erasure.family).defer(*_BULK))
    erasure.take(rows, with_keys=False)
    erasure.keys |= {row.key for row in rows} - {erasure.family.key}


def _take_wholes(erasure: _Erasure) -> list[Any]:
    """Take rows of other rooms in which everybody of the family stands.

    They are marked with ``HOLDS_ALL``, and each has a key of its own.
    """
    kinds = [model for model in _kinds() if getattr(model, "HOLDS_ALL", False)]
    found = [model.rows.filter(family=erasure.family) for model in kinds]
    for rows in found:
        erasure.take(list(rows))
    return found


_BULK = ("result", "facts", "summary", "answers")


def _strip(family: Family, person: uuid.UUID) -> None:
    """Take the person out of lists that name several: households, papers."""
    gone = str(person)
    for home in Household.rows.filter(family=family):
        _keep(home, members=[m for m in home.members if m.get("person") != gone])
    for paper in inside.evidence(family):
        _keep(
            paper,
            supports=[pair for pair in paper.supports if pair[0] != gone],
            contradicts=[pair for pair in paper.contradicts if pair[0] != gone],
        )


def _keep(row: models.Model, **values: Any) -> None:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=changed)


def _forms_about(erasure: _Erasure) -> None:
    """Delete drafts, late forms and notices about what goes."""
    texts = {str(one) for one in erasure.ids}
    rows = Draft.objects.filter(organisation=erasure.family.organisation_id)
    drafts = [one for one in rows.defer("content") if one.about in texts]
    Draft.objects.filter(id__in=[draft.id for draft in drafts]).delete()
    late = [
        form
        for form in KeptForm.objects.defer("content")
        if any(text in form.address for text in texts)
    ]
    kept.forget(late)
    Notice.objects.filter(about__in=texts).delete()
    erasure.keys |= {draft.key for draft in drafts}
    erasure.drafts = len(drafts) + len(late)


def _bury(erasure: _Erasure, kind: str, gone: uuid.UUID) -> None:
    """Leave a tombstone: that it was there, and nothing of it."""
    Tombstone.objects.create(
        id=gone,
        kind=kind,
        organisation=erasure.family.organisation_id,
        family=erasure.family.id,
        erased_at=erasure.reader.now,
        erased_by=erasure.reader.actor.id,
        reason=erasure.reason,
    )


def _finish(erasure: _Erasure, subjects: list[Subject]) -> Certificate:
    """Destroy the keys, write the entry, and remove blobs once that is certain."""
    for one in erasure.persons:
        _bury(erasure, "person", one.id)
    destroyed = purge.destroy(erasure.keys)
    transaction.on_commit(partial(_remove, erasure.blobs))
    doer, reason = erasure.reader.doer, erasure.reason
    record.write(doer, f"{erasure.kind}.erase", subjects, purpose=reason)
    return Certificate(
        kind=erasure.kind,
        id=erasure.gone,
        at=erasure.reader.now,
        reason=reason,
        persons=len(erasure.persons),
        rows=erasure.rows,
        keys=destroyed,
        files=len(erasure.blobs),
        drafts=erasure.drafts,
    )


def _remove(blobs: set[uuid.UUID]) -> None:
    # One that is left behind by a crash is sealed under a key that is gone.
    for blob in blobs:
        store.remove(blob)

"""Papers of a family as pages show them, and their files as they are handed out."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.audit.record import Subject
from sathana.files import naming, store
from sathana.protection import keys
from sathana.registry import inside, showing, visibility
from sathana.registry.errors import NotVisibleError
from sathana.registry.evidence_shown import (
    Choices,
    FileShown,
    PaperShown,
    PapersView,
    PaperView,
    PersonChoice,
    Served,
)
from sathana.registry.models import Evidence, Family, Person, StoredFile
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.registry.services.evidence import COPY, ORIGINAL, place_of, subjects_of
from sathana.registry.shown import FactShown

ORIGINAL_MEDIA = "application/octet-stream"
"""The bytes as they came are handed out as nothing that a program would open."""


def papers_of(reader: Reader, family_id: uuid.UUID) -> PapersView:
    """Return the papers of a family, the newest first.

    Raises:
        NotVisibleError: Not there, or not for this reader.
    """
    with transaction.atomic():
        family, groups = _open(reader, family_id)
        rows = list(inside.evidence(family))
        files = list(StoredFile.objects.visible_to(reader).filter(family=family))
        persons = list(inside.persons(family))
        inside.unlock([family], rows, files, persons)
        called = _called(family, persons, groups)
        papers = [_paper(row, files, called, groups) for row in reversed(rows)]
        whose = {row.person_id for row in rows}
        seen = [one for one in persons if one.id in whose]
        _tell(reader, family, "evidence.list", seen)
    may = visibility.may(reader, family)
    return PapersView(family.id, family.title, tuple(papers), len(files), may)


def paper(reader: Reader, evidence_id: uuid.UUID) -> PaperView:
    """Return one paper for its page and its form.

    Raises:
        NotVisibleError: Not there, or not for this reader.
    """
    with transaction.atomic():
        row = _row(reader, evidence_id)
        family, groups = _open(reader, row.family_id)
        files = list(StoredFile.objects.visible_to(reader).filter(evidence=row))
        inside.unlock([family, row], files)
        persons, sourced = _choices(family, groups, row)
        called = {one.id: one.called for one in persons}
        shown = _paper(row, files, called, groups)
        subjects = [*subjects_of(family, row), *_persons_named(family, row)]
        common.tell_chain(
            reader, "evidence.view", list(dict.fromkeys(subjects)), Group.EVIDENCE
        )
    may = visibility.may(reader, family)
    return PaperView(family.id, family.title, shown, persons, sourced, may)


def choices(reader: Reader, family_id: uuid.UUID) -> Choices:
    """Return what a new paper can be about.

    Raises:
        NotVisibleError: Not there, or not for this reader.
        NotAllowedError: The reader may not attach papers.
    """
    with transaction.atomic():
        family, groups = _open(reader, family_id)
        visibility.require(reader, family, Action.ATTACH, Group.EVIDENCE)
        persons, _ = _choices(family, groups, None)
        _tell(reader, family, "evidence.choose", list(inside.persons(family)))
    may = visibility.may(reader, family)
    return Choices(family.id, family.title, persons, may)


def copy_of(reader: Reader, evidence_id: uuid.UUID, file_id: uuid.UUID) -> Served:
    """Return the cleaned copy of a file.

    Raises:
        NotVisibleError: Not there, or not for this reader.
    """
    with transaction.atomic():
        row, file = _file(reader, evidence_id, file_id)
        _tell_file(reader, row, file, "evidence.copy")
    if file.copy is None:
        raise NotVisibleError
    data = store.read(file.copy, keys.of_record(file.key), place_of(file, COPY))
    return Served(data, file.media, naming.of_copy(file.id, file.media))


def original_of(reader: Reader, evidence_id: uuid.UUID, file_id: uuid.UUID) -> Served:
    """Return the bytes as they came: an export, for an expert who examines them.

    Raises:
        NotVisibleError: Not there, or not for this reader.
        StepUpError: It waits for a fresh second factor.
        NotAllowedError: The reader may not export.
    """
    with transaction.atomic():
        row, file = _file(reader, evidence_id, file_id)
        visibility.require(reader, row.family, Action.EXPORT, Group.EVIDENCE)
        _tell_file(reader, row, file, "evidence.original")
    data = store.read(file.original, keys.of_record(file.key), place_of(file, ORIGINAL))
    return Served(data, ORIGINAL_MEDIA, naming.of_original(file.id))


# --- rows -----------------------------------------------------------------------------


def _open(reader: Reader, family_id: uuid.UUID) -> tuple[Family, frozenset[Group]]:
    """Return a family whose papers this reader may see, and the groups they may.

    Raises:
        NotVisibleError: Not there, not for this reader, or not its papers.
    """
    family = visibility.visible_family(reader, family_id)
    if not visibility.decide(reader, family, Action.VIEW, Group.EVIDENCE):
        raise NotVisibleError
    return family, visibility.decide(reader, family, Action.VIEW).groups


def _row(reader: Reader, evidence_id: uuid.UUID) -> Evidence:
    rows = Evidence.objects.visible_to(reader).select_related("family", "person")
    row: Evidence | None = rows.filter(id=evidence_id).first()
    if row is None:
        raise NotVisibleError
    return row


def _file(
    reader: Reader, evidence_id: uuid.UUID, file_id: uuid.UUID
) -> tuple[Evidence, StoredFile]:
    row = _row(reader, evidence_id)
    files = StoredFile.objects.visible_to(reader).filter(evidence=row)
    file = files.filter(id=file_id).first()
    if file is None:
        raise NotVisibleError
    return row, file


def _choices(
    family: Family, groups: frozenset[Group], paper: Evidence | None
) -> tuple[tuple[PersonChoice, ...], tuple[FactShown, ...]]:
    """Return the persons with their facts, and the facts that a paper is source of."""
    persons = list(inside.persons(family))
    rows = list(inside.facts(family)) if Group.FACTS in groups else []
    inside.unlock([family], persons, rows)
    numbers = Group.NUMBER in groups
    facts = [
        showing.fact(row, numbers=numbers) for row in rows if row.withdrawn_at is None
    ]
    called = _called(family, persons, groups)
    found = tuple(
        PersonChoice(
            one.id, called[one.id], tuple(f for f in facts if f.person_id == one.id)
        )
        for one in persons
    )
    sourced = tuple(f for f in facts if paper and f.source_id == paper.id)
    return found, sourced


def _called(
    family: Family, persons: Sequence[Person], groups: frozenset[Group]
) -> dict[uuid.UUID, str]:
    """Return what to call each person: the main name, else the label."""
    names = list(inside.names(family)) if Group.NAMES in groups else []
    inside.unlock(names)
    shown = showing.by_person(names)
    return {
        one.id: shown[one.id][0].text if one.id in shown else one.label
        for one in persons
    }


def _paper(
    row: Evidence,
    files: Iterable[StoredFile],
    called: dict[uuid.UUID, str],
    groups: frozenset[Group],
) -> PaperShown:
    shown = showing.evidence(row, numbers=Group.NUMBER in groups)
    mine = sorted(
        (one for one in files if one.evidence_id == row.id), key=lambda f: f.made_at
    )
    whose = called.get(row.person_id, "") if row.person_id else ""
    return PaperShown(shown, whose, tuple(_file_shown(one) for one in mine))


def _file_shown(row: StoredFile) -> FileShown:
    return FileShown(
        id=row.id,
        name=row.name,
        media=row.media,
        size=row.size,
        made_at=row.made_at,
        has_copy=row.copy is not None,
        is_picture=row.copy is not None and row.media.startswith("image/"),
    )


# --- the chain ------------------------------------------------------------------------


def _tell(
    reader: Reader, family: Family, action: str, persons: Iterable[Person]
) -> None:
    subjects = [common.family_subject(family)]
    subjects += [common.person_subject(one, family) for one in persons]
    common.tell_chain(reader, action, subjects, Group.EVIDENCE)


def _persons_named(family: Family, row: Evidence) -> list[Subject]:
    """Name the persons whose facts a paper's page shows."""
    pairs = [*row.supports, *row.contradicts]
    named = {str(whose) for whose, _ in pairs}
    sourced = inside.facts(family).filter(source=row.id)
    named |= {str(one) for one in sourced.values_list("person", flat=True)}
    persons = [one for one in inside.persons(family) if str(one.id) in named]
    return [common.person_subject(one, family) for one in persons]


def _tell_file(reader: Reader, row: Evidence, file: StoredFile, action: str) -> None:
    family = row.family
    inside.unlock([family, row, file], [row.person] if row.person else [])
    subjects = [
        *subjects_of(family, row),
        Subject("file", str(file.id), family.audit_name),
    ]
    common.tell_chain(reader, action, subjects, Group.EVIDENCE)

"""A stored family as a case file: what the engine reads, and what is taken along."""

from __future__ import annotations

import uuid

from django.db import transaction

from sathana.accounts.decide import EVERY_GROUP, Action, Group
from sathana.facts.model import CaseFile
from sathana.facts.writer import write
from sathana.registry import inside, showing, visibility
from sathana.registry.casebuilding import Material, build
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.registry.shown import NameShown, PersonShown


def case_file(reader: Reader, family_id: uuid.UUID) -> CaseFile:
    """Return what is told of a family as the engine reads it.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader does not see all that a case file tells.
    """
    family = _family(reader, family_id, Action.VIEW)
    _tell(reader, family, "family.case_file")
    return build(material(family))


def as_text(reader: Reader, family_id: uuid.UUID) -> str:
    """Return a family as the text of a case file, to take along (action EXPORT).

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not take it along.
        StepUpError: The second factor is not fresh.
    """
    family = _family(reader, family_id, Action.EXPORT)
    text = write(build(material(family)))
    _tell(reader, family, "family.export")
    return text


def material(family: Family) -> Material:
    """Return all that is told of a family that was opened for somebody.

    What is written on persons (their own notes, how to reach them) is no part of a
    case file and does not leave with it.
    """
    persons, names = list(inside.persons(family)), list(inside.names(family))
    facts, kinship = list(inside.facts(family)), list(inside.kinship(family))
    evidence = list(inside.evidence(family))
    inside.unlock([family], persons, names, facts, kinship, evidence)
    named = showing.by_person(names)
    return Material(
        case=f"family-{family.id.hex[:8]}",
        title=family.title,
        persons=[_bare(row, named.get(row.id, [])) for row in persons],
        kinship=[showing.kinship(row) for row in kinship],
        facts=[showing.fact(row) for row in facts if row.withdrawn_at is None],
        evidence=[showing.evidence(row) for row in evidence],
    )


def _bare(row: Person, names: list[NameShown]) -> PersonShown:
    """Show of a person what a case file tells."""
    called = names[0].text if names else row.label
    return PersonShown(
        row.id, row.version, row.label, called, tuple(names), "", "", (), "", "", "",
        "", "", "", "",
    )  # fmt: skip


def _family(reader: Reader, family_id: uuid.UUID, action: Action) -> Family:
    family = Family.objects.visible_to(reader).filter(id=family_id).first()
    if family is None:
        raise NotVisibleError
    decision = visibility.require(reader, family, action, Group.FACTS)
    if not decision.groups >= EVERY_GROUP - {Group.CONTACT, Group.CONSENT, Group.NOTES}:
        raise NotAllowedError("groups")
    return family


def _tell(reader: Reader, family: Family, action: str) -> None:
    persons = list(inside.persons(family))
    inside.unlock([family], persons)
    subjects = [common.person_subject(person, family) for person in persons]
    with transaction.atomic():
        common.tell_chain(
            reader,
            action,
            [common.family_subject(family), *subjects],
            *(Group.NAMES, Group.NUMBER, Group.FACTS, Group.KINSHIP, Group.EVIDENCE),
        )

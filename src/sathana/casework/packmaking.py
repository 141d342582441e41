"""A stored pathway turned into the values of its papers.

Everything here takes a family that was opened already, of which all groups that a case
file tells are open: see :func:`whole_sight`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sathana.accounts.decide import EVERY_GROUP, Group
from sathana.calendars.show import show_day
from sathana.casework import inside, plan_told, refusals
from sathana.casework.models import CasePathway, Encounter
from sathana.documents.glyphs import LacksSignError
from sathana.documents.pack_values import Contact, PackFacts
from sathana.facts.model import CaseFile
from sathana.packs import persons
from sathana.packs.making import Asked, Given, NoProcedureError, pack_facts
from sathana.packs.unprintable import refuse_unprintable
from sathana.registry import dossier
from sathana.registry import inside as rows_of
from sathana.registry.casebuilding import build, paper_labels
from sathana.registry.errors import NotAllowedError, UnusableValueError
from sathana.registry.models import Family
from sathana.registry.selectors.sight import Sight
from sathana.status import assess
from sathana.vocabulary.facts import FACTS, fact_key, fact_name

TOLD_IN_A_CASE_FILE = EVERY_GROUP - {Group.CONTACT, Group.CONSENT, Group.NOTES}


@dataclass(frozen=True, slots=True)
class Told:
    """A family as a pack reads it.

    Attributes:
        labels: Id in the case file of each person; ``papers`` of each stored paper.
    """

    case: CaseFile
    labels: Mapping[uuid.UUID, str]
    papers: Mapping[uuid.UUID, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen for a pack.

    Attributes:
        digits: ``thai`` or ``arabic``.
        tell: Facts that are usually kept back and are to be told.
        filed_by: Who files for the applicant; ``""``: the applicant does.
    """

    digits: str = "thai"
    tell: tuple[str, ...] = ()
    filed_by: str = ""

    def plain(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {
            "digits": self.digits, "tell": list(self.tell), "filed_by": self.filed_by,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """The values of a pack, and what it was made from."""

    facts: PackFacts
    told: Told
    scans: Mapping[str, str] = field(default_factory=dict)


def whole_sight(sight: Sight) -> bool:
    """Say whether all that a pack tells is open."""
    return sight.groups >= TOLD_IN_A_CASE_FILE | {Group.NOTES}


def must_see_all(sight: Sight) -> None:
    """Stop whoever sees less of a family than its papers tell.

    Raises:
        NotAllowedError: Some group is not open.
    """
    if not whole_sight(sight):
        raise NotAllowedError("groups")


def told_of(family: Family) -> Told:
    """Return a family as papers read it: with names, parents and papers."""
    material = dossier.material(family)
    labels = {person.id: person.label for person in material.persons}
    return Told(build(material), labels, paper_labels(material.evidence))


def kept_back(told: Told, person_id: uuid.UUID) -> list[tuple[str, dict[str, str]]]:
    """Return the facts that a pack leaves out unless they are chosen: key and name."""
    who = told.labels[person_id]
    paths = persons.kept_back(told.case, persons.kin(told.case, who), ())
    keys = dict.fromkeys(path.split(".", 1)[1] for path in paths)
    return [(key, _name(key)) for key in keys]


def made(family: Family, track: CasePathway, choices: Choices, today: date) -> Made:
    """Return the values of a pack.

    Raises:
        UnusableValueError: No pathway is chosen, it has no procedure, or a text holds
            a sign that papers cannot show.
        status.TimeLoopError: The nationality of persons hangs on itself.
    """
    told = told_of(family)
    return Made(
        _facts(family, track, told, choices, today),
        told,
        {label: str(key) for key, label in told.papers.items()},
    )


def _facts(
    family: Family, track: CasePathway, told: Told, choices: Choices, today: date
) -> PackFacts:
    who, day = told.labels[track.person_id], today.toordinal()
    asked = Asked(
        person=who,
        pathway=track.pathway,
        as_of=day,
        law_at=day,
        made_on=day,
        digits="arabic" if choices.digits == "arabic" else "thai",
        tell=frozenset(choices.tell),
        filed_by=choices.filed_by or None,
    )
    given = Given(
        contacts=contacts(family, track),
        witnesses=plan_told.witnesses(track),
    )
    answer: dict[str, Any] = assess(
        persons.called(told.case, who), as_of=day, law_at=day
    )
    try:
        facts = pack_facts(told.case, answer["persons"], asked, given)
        refuse_unprintable(facts)
    except NoProcedureError:
        raise UnusableValueError(
            "pathway",
            "ชุดกฎหมายยังไม่มีขั้นตอนของช่องทางนี้ จึงทำเอกสารไม่ได้ "
            "ให้เลือกช่องทางอื่น หรือปรึกษาทนายความ",
            "The law pack has no procedure for this pathway, so no papers can be made. "
            "Choose another pathway, or ask a lawyer.",
        ) from None
    except LacksSignError as fault:
        raise UnusableValueError("sign", fault.th, fault.en) from None
    return facts


def contacts(family: Family, track: CasePathway) -> tuple[Contact, ...]:
    """Return contacts with offices about a person's pathway, or the whole family.

    Those that were taken back, and who the officer was, stay out.
    """
    rows = [
        row
        for row in inside.encounters(family).filter(withdrawn_at=None)
        if row.person_id in (None, track.person_id) and row.track_id in (None, track.id)
    ]
    return of_rows(rows)


def of_rows(rows: Iterable[Encounter]) -> tuple[Contact, ...]:
    """Return contacts with offices in the order of their days."""
    found = list(rows)
    rows_of.unlock(found)
    return tuple(sorted((_contact(row) for row in found), key=lambda one: one.day))


def _contact(row: Encounter) -> Contact:
    return Contact(
        when=_thai_day(row.on),
        day=row.on,
        office=row.office or None,
        role=row.role or None,
        how=refusals.CHANNELS[row.channel]["th"],
        outcome=refusals.OUTCOMES[row.outcome]["th"],
        code=row.outcome,
        # That money was asked for is kept apart: no paper tells it.
        reasons=tuple(refusals.REFUSALS[c]["th"] for c in row.codes if c != "R15"),
        said=row.said or None,
        asked=row.asked or None,
        papers=row.papers or None,
        companions=row.companions or None,
    )


def _thai_day(on: str) -> str | None:
    try:
        return show_day(date.fromisoformat(on).toordinal(), "th")
    except ValueError:
        return None


def _name(key: str) -> dict[str, str]:
    known = FACTS.get(fact_key(key))
    return known.both() if known else {"th": fact_name(key, "th"), "en": key}

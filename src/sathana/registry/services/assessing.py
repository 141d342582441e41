"""Assessments of a family: made, kept, and compared with now."""

from __future__ import annotations

import hashlib
import hmac
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from sathana import status
from sathana.accounts.decide import Action, Group
from sathana.facts import casefile
from sathana.facts.model import CaseFile
from sathana.protection import keys
from sathana.registry import changed, dossier, helping, inside, packing, visibility
from sathana.registry.casebuilding import Material, build
from sathana.registry.errors import NotVisibleError, Text
from sathana.registry.models import Assessment, Evidence, Fact, Family, Kinship, Person
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.registry.shown import AssessmentShown, FamilyView, Help, Staleness
from sathana.status.flips import flips


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that an assessment is made of."""

    persons: Sequence[Person]
    facts: Sequence[Fact]
    kinship: Sequence[Kinship]
    evidence: Sequence[Evidence]


def assess(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    as_of: date | None = None,
    law_at: date | None = None,
) -> Assessment:
    """Assess a family and keep the answer with law version and facts hash.

    The law is worked out before anything is locked: others can save meanwhile. What
    they save makes the answer stale, and it says so.

    Args:
        reader: Who asks.
        family_id: About which family.
        as_of: Day asked about; today in Thailand if left out.
        law_at: Day whose texts are read; ``as_of`` if left out.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not assess it.
        ConsentMissingError: Nobody consented to an assessment.
        status.TimeLoopError: The nationality of persons hangs on itself.
    """
    family = Family.objects.visible_to(reader).filter(id=family_id).first()
    if family is None:
        raise NotVisibleError
    visibility.require(reader, family, Action.ASSESS, Group.FACTS)
    common.require_consent(reader, family, "assess")
    seen = mark(family, rows_of(family))
    told = dossier.material(family)
    case = build(told)
    as_of = as_of or common.thai_day(reader.now)
    law_at = law_at or as_of
    answer = status.assess(case, as_of=as_of.toordinal(), law_at=law_at.toordinal())
    row = Assessment(
        as_of=as_of,
        law_at=law_at,
        law_version=changed.law_name(changed.law_now()),
        facts_hash=facts_hash(family, case),
        rows_mark=seen,
        answers=helping.answers(answer, _ids(told)),
        summary=_summary(told, answer),
        result=packing.pack(answer),
        facts=packing.pack(casefile.write(case)),
    )
    return _keep(reader, family_id, row, told)


def stale(reader: Reader, assessment: Assessment) -> Staleness:
    """Say whether law or facts changed since an assessment, and what.

    Raises:
        NotVisibleError: Its family is not there, or not for this reader.
        NotAllowedError: The reader does not see its facts.
    """
    rows = Family.objects.visible_to(reader).filter(id=assessment.family_id)
    family = rows.first()
    if family is None:
        raise NotVisibleError
    visibility.require(reader, family, Action.VIEW, Group.FACTS)
    inside.unlock([family])
    return compared(family, assessment, rows_of(family))


def papers_that_help(view: FamilyView) -> tuple[Help, ...]:
    """Return which paper (fact) helps whom, the most helpful first."""
    return view.assessment.helps if view.assessment else ()


def latest(reader: Reader, family_id: uuid.UUID) -> AssessmentShown | None:
    """Return the newest stored assessment with its whole answer; ``None``: none yet.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader does not see its facts.
    """
    family = Family.objects.visible_to(reader).filter(id=family_id).first()
    if family is None:
        raise NotVisibleError
    visibility.require(reader, family, Action.VIEW, Group.FACTS)
    row = inside.newest_assessment(family, whole=True)
    if row is None:
        return None
    persons = list(inside.persons(family))
    inside.unlock([family], persons)
    subjects = [common.person_subject(person, family) for person in persons]
    whole = [common.family_subject(family), *subjects]
    with transaction.atomic():
        common.tell_chain(reader, "assessment.view", whole, Group.FACTS)
    return replace(shown(row), answer=packing.unpack(row.result) or {})


# --- for selectors --------------------------------------------------------------------


def shown(row: Assessment) -> AssessmentShown:
    """Show a stored assessment, without its whole answer."""
    summary = row.summary
    people = summary.get("people", {})
    return AssessmentShown(
        id=row.id,
        as_of=row.as_of,
        law_at=row.law_at,
        law_version=row.law_version,
        made_at=row.made_at,
        made_by=row.made_by,
        people={label: uuid.UUID(one) for label, one in people.items()},
        helps=helping.read(summary.get("helps", ())),
        turned=tuple(summary.get("turned", ())),
    )


def rows_of(family: Family) -> Rows:
    """Return the rows that an assessment of a family would be made of now."""
    return Rows(
        list(inside.persons(family)),
        list(inside.facts(family)),
        list(inside.kinship(family)),
        list(inside.evidence(family)),
    )


def compared(family: Family, assessment: Assessment, rows: Rows) -> Staleness:
    """Compare a stored assessment with the law and the rows of now."""
    law_changed = changed.law_name(changed.law_now()) != assessment.law_version
    told: tuple[Text, ...] = ()
    if law_changed:
        law = assessment.summary.get("law", {})
        told = changed.of_law(law, changed.law_now())
    if assessment.rows_mark == mark(family, rows):
        return Staleness(law_changed, False, told)
    case = build(dossier.material(family))
    if hmac.compare_digest(facts_hash(family, case), assessment.facts_hash):
        return Staleness(law_changed, False, told)
    return Staleness(law_changed, True, (*told, *_what(assessment, case)))


def mark(family: Family, rows: Rows) -> str:
    """Return a keyed hash of which rows there are, in which versions.

    While it is the same nothing that was told has changed; nothing is opened for it.
    """
    persons = [f"p{row.id}" for row in rows.persons]
    told = [
        f"{kind}{row.id}.{row.version}"
        for kind, some in (
            ("f", rows.facts), ("k", rows.kinship), ("e", rows.evidence)
        )
        for row in some
    ]  # fmt: skip
    return _keyed(family, "rows", "\n".join(sorted((*persons, *told))))


def facts_hash(family: Family, case: CaseFile) -> str:
    """Return a keyed hash of what is told, without what only names and describes."""
    bare = {
        label: replace(person, name={}, notes="")
        for label, person in case.persons.items()
    }
    text = casefile.write(replace(case, persons=bare, title="", notes=""))
    return _keyed(family, "facts", text)


# --- inside ---------------------------------------------------------------------------


@transaction.atomic
def _keep(
    reader: Reader, family_id: uuid.UUID, row: Assessment, told: Material
) -> Assessment:
    """Keep an assessment, if the reader may still make it."""
    family = common.open_for(reader, family_id, Action.ASSESS, Group.FACTS)
    common.require_consent(reader, family, "assess")
    before = inside.newest_assessment(family, whole=True)
    row.family, row.organisation_id = family, family.organisation_id
    # Of its own: erasing one person destroys it, and leaves the family's.
    row.key = common.new_key(family)
    row.summary["turned"] = _turned(before, row)
    common.keep_new(row, reader)
    common.touch(family, reader)
    persons = list(inside.persons(family))
    inside.unlock(persons)
    subjects = [common.person_subject(one, family) for one in persons]
    whole = [common.family_subject(family), *subjects]
    common.tell_chain(reader, "family.assess", whole, Group.FACTS)
    return row


def _ids(told: Material) -> dict[str, uuid.UUID]:
    return {person.label: person.id for person in told.persons}


def _summary(told: Material, answer: Mapping[str, Any]) -> dict[str, Any]:
    return {**helping.summary(answer, _ids(told)), "law": changed.law_now()}


def _turned(before: Assessment | None, row: Assessment) -> list[dict[str, str]]:
    """Return the answers that differ from those of the assessment before."""
    if before is None:
        return []
    old, new = packing.unpack(before.result), packing.unpack(row.result)
    both = {who: one for who, one in old["persons"].items() if who in new["persons"]}
    people = row.summary["people"]
    found: Iterable[Any] = flips({"persons": both}, new)
    return [
        {
            "person": people.get(one.person, ""),
            "key": one.key,
            "before": one.before,
            "after": one.after,
        }
        for one in found
    ][:200]


def _what(assessment: Assessment, case: CaseFile) -> tuple[Text, ...]:
    """Say in plain words how the facts differ from those that were assessed."""
    try:
        before = casefile.read(packing.unpack(assessment.facts), name="assessed")
    except casefile.CaseFileError:
        return ()
    return changed.of_facts(before, case)


def _keyed(family: Family, kind: str, text: str) -> str:
    key = keys.index_key(family.organisation_id)
    message = f"assessment-{kind}|{family.id}|{text}".encode()
    return hmac.new(key, message, hashlib.sha256).hexdigest()

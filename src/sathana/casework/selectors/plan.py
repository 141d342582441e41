"""The evidence plan of a case: gaps, requests, witnesses, DNA tests, differences."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sathana.accounts.decide import Group
from sathana.accounts.models import Account
from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.calendars.spans import UNKNOWN_DAY, DateSpan
from sathana.casework import dna, gaps, plan_inside, witnesses
from sathana.casework.models import Case, DnaTest, PaperRequest, Settlement, Witness
from sathana.casework.plan_shown import (
    Difference,
    DnaShown,
    Gap,
    Offer,
    PlanView,
    RequestShown,
    SettledShown,
    WitnessShown,
)
from sathana.casework.selectors import cases
from sathana.casework.services.plan import corrections
from sathana.casework.shown import CaseView
from sathana.casework.witnesses import Witnessing
from sathana.law.load import pack
from sathana.law.model_practice import Procedure
from sathana.logic.truth import Truth
from sathana.registry import contradictions
from sathana.registry import inside as rows_of
from sathana.registry.errors import NotVisibleError
from sathana.registry.reader import Reader
from sathana.registry.selectors import families
from sathana.registry.selectors import sight as seeing
from sathana.registry.services import assessing, common
from sathana.registry.shown import Contradiction, FamilyView
from sathana.vocabulary.papers import PAPERS

WHOLE = frozenset((Group.FACTS, Group.KINSHIP, Group.EVIDENCE, Group.NAMES))
"""Who sees less is not told the gaps: they name persons and papers."""
_TOLD = (
    "state", "role", "born", "thai", "kin", "relation", "interest", "conflict",
    "about", "event_on", "saw", "available", "statement",
)  # fmt: skip


@dataclass(frozen=True)
class _Around:
    """What the rows of a plan are shown with."""

    case: CaseView
    family: FamilyView
    names: Mapping[uuid.UUID, str]
    workers: Mapping[uuid.UUID, str]
    births: Mapping[uuid.UUID, str]
    today: date


def one(reader: Reader, case_id: uuid.UUID) -> PlanView:
    """Return the evidence plan of a case for its page.

    Raises:
        NotVisibleError: The case is not there, or not for this reader.
    """
    row = Case.objects.visible_to(reader).select_related("family")
    case = row.filter(id=case_id).first()
    if case is None:
        raise NotVisibleError
    shown = cases.one(reader, case_id)
    family = families.family(reader, shown.family_id)
    sight = seeing.of_family(reader, case.family)
    around = _around(reader, shown, family)
    requests = _requests(case, around) if sight.sees(Group.NOTES) else None
    found = None
    if sight.groups >= WHOLE:
        found = _gaps(reader, around, requests or ())
    notes = sight.sees(Group.NOTES)
    return PlanView(
        id=case.id,
        title=shown.title,
        open=shown.state == "open",
        family_id=shown.family_id,
        family_title=shown.family_title,
        tracks=shown.tracks,
        people=shown.people,
        papers=tuple((p.id, p.kind or p.label) for p in family.evidence or ()),
        assessed=family.assessment is not None,
        stale=bool(family.staleness),
        gaps=None if found is None else tuple(found[: gaps.MOST]),
        more=max(0, len(found or ()) - gaps.MOST),
        requests=requests,
        witnesses=_witnesses(case, around) if notes else None,
        tests=_tests(case, around) if notes else None,
        differences=_differences(case, around) if notes and _open(family) else None,
        corrections=tuple(_procedures()),
        ways=dna.ways(),
        may=sight.may,
    )


def case_of(reader: Reader, kind: Any, row_id: uuid.UUID) -> uuid.UUID:
    """Return the case of a row of a plan that the reader may see.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    rows = kind.objects.visible_to(reader).filter(id=row_id)
    found = rows.values_list("case_id", flat=True).first()
    if found is None:
        raise NotVisibleError
    case: uuid.UUID = found
    return case


def _open(family: FamilyView) -> bool:
    parts = (family.facts, family.kinship, family.evidence)
    return all(one is not None for one in parts)


def _around(reader: Reader, case: CaseView, family: FamilyView) -> _Around:
    accounts = Account.objects.filter(organisation=reader.actor.organisation)
    told = accounts.values_list("id", "shown_name", "username")
    return _Around(
        case,
        family,
        dict(case.people),
        {key: name or username for key, name, username in told},
        {person.id: person.birth or "" for person in family.persons},
        common.thai_day(reader.now),
    )


def _gaps(
    reader: Reader, around: _Around, requests: Sequence[RequestShown]
) -> list[Gap]:
    kept = assessing.latest(reader, around.case.family_id)
    if kept is None:
        return []
    labels = {person: label for label, person in kept.people.items()}
    asked = {
        (row.paper_id, f"{labels.get(row.person_id, '')}.{row.path}"): row.state
        for row in requests
    }
    chosen = [(one.person_id, one.pathway_id) for one in around.case.tracks]
    return gaps.of_case(kept.answer or {}, chosen, kept.people, around.names, asked)


def _requests(case: Case, around: _Around) -> tuple[RequestShown, ...]:
    rows = list(plan_inside.requests(case))
    rows_of.unlock(rows)
    shown = [_request(row, around) for row in rows]
    order = {"asked": 0}
    return tuple(sorted(shown, key=lambda one: order.get(one.state, 1)))


def _request(row: PaperRequest, around: _Around) -> RequestShown:
    known = PAPERS.get(row.paper)
    late = row.state == "asked" and row.due is not None and row.due < around.today
    return RequestShown(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        called=around.names.get(row.person_id, ""),
        paper_id=row.paper,
        paper=known.name.both() if known else {"th": row.paper, "en": row.paper},
        path=row.path,
        holder=row.holder,
        asked_on=row.asked_on,
        due=row.due,
        overdue=late,
        state=row.state,
        owner=around.workers.get(row.owner, "") if row.owner else "",
        evidence_id=row.evidence_id,
        notes=row.notes,
    )


def _witnesses(case: Case, around: _Around) -> tuple[WitnessShown, ...]:
    rows = list(plan_inside.witnesses(case))
    rows_of.unlock(rows)
    return tuple(_witness(row, around) for row in rows)


def _witness(row: Witness, around: _Around) -> WitnessShown:
    told = testimony(row, around.births)
    return WitnessShown(
        id=row.id,
        version=row.version,
        called=around.names.get(row.person_id, ""),
        name=around.names.get(row.witness_id, "") if row.witness_id else row.name,
        inside=row.witness_id is not None,
        values={name: getattr(row, name) for name in _TOLD},
        checks=witnesses.checks(told),
        verdict=witnesses.verdict(told),
        witness_id=row.witness_id,
    )


def testimony(row: Witness, births: Mapping[uuid.UUID, str]) -> Witnessing:
    """Return what the test of a witness asks, from a row and births of the family.

    A witness of the family is kin: that is no question any more.
    """
    born = row.born or (births.get(row.witness_id, "") if row.witness_id else "")
    return Witnessing(
        thai=Truth(row.thai or "unknown"),
        born=_span(born),
        event=_span(row.event_on),
        applicant_born=_span(births.get(row.person_id, "")),
        saw=row.saw or "unknown",
        kin=Truth.YES if row.witness_id else Truth(row.kin or "unknown"),
        interest=Truth(row.interest or "unknown"),
        role=row.role or "witness",
    )


def _span(told: str) -> DateSpan:
    try:
        return parse_date(told) if told and told != "unknown" else UNKNOWN_DAY
    except DateError:
        return UNKNOWN_DAY


def _tests(case: Case, around: _Around) -> tuple[DnaShown, ...]:
    rows = list(plan_inside.tests(case))
    rows_of.unlock(rows)
    return tuple(_test(row, around) for row in rows)


def _test(row: DnaTest, around: _Around) -> DnaShown:
    letter = date.fromisoformat(row.letter_on) if row.letter_on else None
    return DnaShown(
        id=row.id,
        version=row.version,
        called=around.names.get(row.person_id, ""),
        other=around.names.get(row.other_id, ""),
        other_id=row.other_id,
        letter_on=row.letter_on,
        letter_ends=dna.ends(letter) if letter else None,
        letter=dna.letter_state(letter, row.appointment, row.result, around.today),
        appointment=row.appointment,
        place=row.place,
        result=row.result,
        result_on=row.result_on,
        evidence_id=row.evidence_id,
        notes=row.notes,
        offers=tuple(_offers(row, around.family)),
        told_at=row.told_at,
    )


def _offers(row: DnaTest, family: FamilyView) -> list[Offer]:
    proof = dna.proof_from(row.result)
    pairs = ((row.person_id, row.other_id), (row.other_id, row.person_id))
    return [
        Offer(one.id, one.version, one.proof, proof)
        for one in family.kinship or ()
        if proof
        and one.kind == "biological"
        and one.proof != proof
        and (one.person_id, one.parent_id) in pairs
    ]


def digest(told: Contradiction) -> str:
    """Return a digest of the values that differ: other values, another digest."""
    text = "|".join((told.path, *(f"{v}={who}" for v, who in sorted(told.values))))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _differences(case: Case, around: _Around) -> tuple[Difference, ...]:
    rows = list(plan_inside.settlements(case))
    rows_of.unlock(rows)
    # The last one recorded of a set of values counts.
    exact = {(r.person_id, r.path, r.seen): r for r in rows}
    before = {(r.person_id, r.path) for r in rows}
    found = []
    for place, told in enumerate(contradictions.of_family(around.family)):
        key = digest(told)
        row = exact.get((told.person_id, told.path, key))
        found.append(
            Difference(
                place=place,
                seen=key,
                called=around.names.get(told.person_id, ""),
                told=told,
                settled=_settled(row) if row else None,
                stale=row is None and (told.person_id, told.path) in before,
            )
        )
    return tuple(found)


def _settled(row: Settlement) -> SettledShown:
    return SettledShown(
        row.id, row.version, row.right, row.evidence_id, row.pathway, row.notes
    )


def _procedures() -> list[Procedure]:
    """Return how an entry of a register is corrected, as the law pack says."""
    wanted = set(corrections())
    every = pack().procedures.values()
    return [one for one in every if wanted & set(one.pathways)]

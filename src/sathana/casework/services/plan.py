"""Changes of the evidence plan of a case: each is a row with its audit entry.

One shape for all four kinds: the values are checked, a new row stands under the key
of the person whom it is about, a change counts the version.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework import dna, plan_inside, witnesses
from sathana.casework.models import Case, DnaTest, PaperRequest, Settlement, Witness
from sathana.casework.services import shared
from sathana.law.load import pack
from sathana.registry import inside as rows_of
from sathana.registry.errors import UnusableValueError
from sathana.registry.models import Family, Kinship
from sathana.registry.reader import Reader
from sathana.registry.services import checks, common, facts, kin
from sathana.status.practice import CORRECTIONS
from sathana.vocabulary.papers import PAPERS

REQUEST_STATES = ("asked", "received", "refused", "not_found", "dropped")
WITNESS_STATES = ("asked", "agreed", "stated", "withdrawn")
KNOWN = ("unknown", "yes", "no")

type Told = Mapping[str, Any]
type Kind = type[PaperRequest | Witness | DnaTest | Settlement]


@transaction.atomic
def add(
    *, reader: Reader, kind: Kind, case_id: uuid.UUID, values: Told,
    id: uuid.UUID | None = None,
) -> Any:  # fmt: skip
    """Add a request, a witness, a DNA test or a settlement to the plan of a case.

    Args:
        reader: Who adds.
        kind: Which model.
        case_id: To which case.
        values: ``person_id`` and the fields of the model; links end in ``_id``.
        id: Minted by the form: the same id twice is one row.

    Raises:
        NotVisibleError: The case is not there, or not for this reader.
        NotAllowedError: The reader may not add to the family.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    case = common.row_for(Case, reader, case_id, Action.ADD, Group.NOTES)
    shared.must_be_open(case)
    person = shared.person_of(case.family, values.get("person_id"), "person_id")
    common.require_consent(reader, case.family, "record", person.id)
    wanted = _CHECKS[kind](case.family, {**values, "person_id": person.id})
    rows_of.unlock([case.family, person])
    if kind is PaperRequest:
        wanted["owner"] = reader.actor.id

    def make() -> Any:
        row = kind(
            id=id or uuid.uuid4(),
            family=case.family,
            organisation_id=case.organisation_id,
            key=person.key,
            case=case,
            person=person,
            **wanted,
        )
        common.keep_new(row, reader)
        _tell(row, reader, "add")
        return row

    return common.made_once(kind, id, make, within=case.family_id)


@transaction.atomic
def change(
    *, reader: Reader, kind: Kind, row_id: uuid.UUID, version: int, values: Told
) -> Any:
    """Change a row of a plan.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    row = common.row_for(kind, reader, row_id, Action.CHANGE, Group.NOTES)
    shared.must_be_open(plan_inside.case_of(row))
    common.require_consent(reader, row.family, "record", row.person_id)
    rows_of.unlock([row.family, row.person], [row])
    told = {**values, "person_id": row.person_id}
    wanted = _CHECKS[kind](row.family, told)
    if common.change(row, reader, version, wanted):
        _tell(row, reader, "change")
    return row


@transaction.atomic
def tell_kinship(
    *, reader: Reader, test_id: uuid.UUID, kinship_id: uuid.UUID | None, version: int
) -> DnaTest:
    """Tell a kinship what a DNA test found: only when somebody asks for it.

    Args:
        reader: Who asks for it.
        test_id: Which test.
        kinship_id: Which kinship: it must be of the two who were tested.
        version: The version of the kinship that the page showed.

    Raises:
        NotVisibleError: The test is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed the kinship meanwhile.
        UnusableValueError: The test has no result that says something, or no such
            kinship of the two is there.
    """
    row = common.row_for(DnaTest, reader, test_id, Action.CHANGE, Group.KINSHIP)
    rows_of.unlock([row.family, row.person], [row])
    proof = dna.proof_from(row.result)
    pairs = ((row.person_id, row.other_id), (row.other_id, row.person_id))
    rows = Kinship.objects.visible_to(reader)
    found = rows.filter(id=kinship_id).first() if kinship_id else None
    if found is None or (found.person_id, found.parent_id) not in pairs:
        raise UnusableValueError(
            "kinship",
            "ไม่พบความเป็นญาติของสองคนนี้ที่บันทึกไว้ ให้บันทึกที่หน้าของบุคคลก่อน",
            "No kinship of these two is recorded: record it on the person’s page "
            "first.",
        )
    rows_of.unlock([found])
    if not proof or found.kind != "biological":
        raise UnusableValueError(
            "result",
            "ผลตรวจนี้ยังไม่บอกอะไรเรื่องพ่อแม่ลูกโดยสายเลือด จึงไม่มีอะไรให้บันทึก",
            "This result says nothing yet of a parent by blood: there is nothing to "
            "tell.",
        )
    values: dict[str, Any] = {"proof": proof}
    if row.evidence_id:
        values["source_id"] = row.evidence_id
    kin.change_kinship(
        reader=reader, kinship_id=found.id, version=version, values=values
    )
    row.told_at = reader.now
    common.keep_changed(row, reader)
    _tell(row, reader, "kinship")
    return row


# --- what each kind keeps -------------------------------------------------------------


def _request(family: Family, told: Told) -> dict[str, Any]:
    state = common.one_of("state", told.get("state") or "asked", REQUEST_STATES)
    paper = facts.paper_of(family, told.get("evidence_id"))
    if paper and state != "received":
        raise UnusableValueError(
            "state",
            "เลือกเอกสารที่ได้มาแล้ว ให้เลือกผลเป็น “ได้แล้ว” ด้วย",
            "A paper that came is chosen: choose “received” as well.",
        )
    return {
        "state": state,
        "paper": common.one_of("paper", told["paper"], tuple(PAPERS)),
        "path": common.short_text("path", told.get("path", ""), longest=60),
        "holder": _must("holder", told.get("holder", ""), "ขอจากใคร", "whom you ask"),
        "asked_on": _day(told.get("asked_on")),
        "due": told.get("due"),
        "evidence_id": paper,
        "notes": common.short_text("notes", told.get("notes", "")),
    }


def _witness(family: Family, told: Told) -> dict[str, Any]:
    inner = told.get("witness_id")
    name = common.short_text("name", told.get("name", ""), longest=200)
    if inner == told["person_id"]:
        raise UnusableValueError(
            "witness_id",
            "คนหนึ่งเป็นพยานให้ตนเองไม่ได้ ให้เลือกคนอื่น",
            "Nobody is a witness for themselves: choose somebody else.",
        )
    if bool(inner) == bool(name):
        raise UnusableValueError(
            "name",
            "เลือกคนในครอบครัว หรือพิมพ์ชื่อพยานจากภายนอก อย่างใดอย่างหนึ่ง",
            "Choose somebody of the family, or type the name of a witness from "
            "outside: one of both.",
        )
    if inner:
        shared.person_of(family, inner, "witness_id")
    known = {
        one: common.one_of(one, told.get(one) or "unknown", KNOWN)
        for one in ("thai", "kin", "interest")
    }
    days = {
        one: checks.told_date(one, told.get(one, "")) for one in ("born", "event_on")
    }
    texts = {
        one: common.short_text(one, told.get(one, ""))
        for one in ("relation", "conflict", "about", "available", "statement")
    }
    state = common.one_of("state", told.get("state") or "asked", WITNESS_STATES)
    if state == "stated" and not texts["statement"]:
        raise UnusableValueError(
            "statement",
            "เลือกว่าให้ถ้อยคำแล้ว แต่ยังไม่มีถ้อยคำ ให้พิมพ์หรือเลือกสถานะอื่น",
            "The witness has spoken, but no words are here: type them, or choose "
            "another state.",
        )
    return {
        "state": state,
        "role": common.one_of(
            "role", told.get("role") or "witness", tuple(witnesses.ROLES)
        ),
        "saw": common.one_of(
            "saw", told.get("saw") or "unknown", tuple(witnesses.SAW)
        ),
        "witness_id": inner or None, "name": name, **known, **days, **texts,
    }  # fmt: skip


def _dna(family: Family, told: Told) -> dict[str, Any]:
    other = shared.person_of(family, told.get("other_id"), "other_id")
    if other.id == told["person_id"]:
        raise UnusableValueError(
            "other_id",
            "ต้องเป็นคนละคน ให้เลือกพ่อ แม่ หรือลูกที่ตรวจด้วยกัน",
            "It takes two: choose the parent or child who is tested as well.",
        )
    result = common.one_of("result", told.get("result") or "none", tuple(dna.RESULTS))
    return {
        "other_id": other.id,
        "letter_on": _day(told.get("letter_on")),
        "appointment": told.get("appointment"),
        "place": common.short_text("place", told.get("place", ""), longest=300),
        "result": result,
        "result_on": _day(told.get("result_on")),
        "evidence_id": facts.paper_of(family, told.get("evidence_id")),
        "notes": common.short_text("notes", told.get("notes", "")),
    }


def _settlement(family: Family, told: Told) -> dict[str, Any]:
    pathway = told.get("pathway") or ""
    if pathway:
        common.one_of("pathway", pathway, corrections())
    return {
        "path": common.short_text("path", told["path"], longest=60),
        "seen": common.short_text("seen", told["seen"], longest=64),
        "right": _must("right", told["right"], "ค่าที่ถูก", "the value that is right"),
        "evidence_id": facts.paper_of(family, told.get("evidence_id")),
        "pathway": pathway,
        "notes": common.short_text("notes", told.get("notes", "")),
    }


def corrections() -> tuple[str, ...]:
    """Return the pathways of correction that the law pack knows."""
    return tuple(one for one in sorted(CORRECTIONS) if one in pack().pathways)


def _must(field: str, told: Any, th: str, en: str) -> str:
    text = common.short_text(field, told, longest=300)
    if not text:
        raise UnusableValueError(field, f"บอก{th}", f"Say {en}.")
    return text


def _day(told: Any) -> str:
    return told.isoformat() if isinstance(told, date) else ""


_CHECKS: Mapping[Kind, Callable[[Family, Told], dict[str, Any]]] = {
    PaperRequest: _request,
    Witness: _witness,
    DnaTest: _dna,
    Settlement: _settlement,
}
_NAMES: Mapping[Kind, str] = {
    PaperRequest: "request",
    Witness: "witness",
    DnaTest: "dna",
    Settlement: "settlement",
}


def _tell(row: Any, reader: Reader, what: str) -> None:
    """Write the change in the chain, and let the family stand first in lists."""
    common.touch(row.family, reader)
    subject = common.person_subject(row.person, row.family)
    action = f"plan.{_NAMES[type(row)]}_{what}"
    common.tell_chain(reader, action, [subject], Group.NOTES)

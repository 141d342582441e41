"""Kinship between two persons of a family."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.registry import inside, matching
from sathana.registry.errors import NotVisibleError, UnusableValueError
from sathana.registry.given import NameGiven
from sathana.registry.models import Family, Kinship, Person
from sathana.registry.reader import Reader
from sathana.registry.services import checks, common, facts
from sathana.registry.services.persons import new_person


@transaction.atomic
def relate(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    parent_id: uuid.UUID,
    role: str,
    kind: str = "biological",
    proof: str = "none",
    begin: str = "",
    until: str = "",
    said_by: str = "",
    source_id: uuid.UUID | None = None,
    id: uuid.UUID | None = None,
) -> Kinship:
    """Record that one person is parent or guardian of another of the same family.

    Raises:
        NotVisibleError: One of the two is not there, or not for this reader.
        NotAllowedError: The reader may not add to the family.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: It cannot be: somebody would be their own ancestor, or it
            is recorded already.
    """
    person = common.row_for(Person, reader, person_id, Action.ADD, Group.KINSHIP)
    family = common.open_for(reader, person.family_id, Action.ADD, Group.KINSHIP)
    common.require_consent(reader, family, "record", person.id)
    parent = inside.persons(family).filter(id=parent_id).first()
    if parent is None:
        raise NotVisibleError
    values = _values(
        family,
        {
            "kind": kind, "role": role, "proof": proof, "begin": begin, "until": until,
            "said_by": said_by, "source_id": source_id,
        },
    )  # fmt: skip

    def make() -> Kinship:
        _refuse_impossible(family, person, parent, values)
        row = _new(reader, person, parent, values, id)
        _after(reader, family, "kinship.add", (person, parent))
        return row

    return common.made_once(Kinship, id, make, within=family.id)


@transaction.atomic
def change_kinship(
    *, reader: Reader, kinship_id: uuid.UUID, version: int, values: Mapping[str, Any]
) -> Kinship:
    """Change ``kind, role, proof, begin, until, said_by, source_id`` of a kinship.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept.
    """
    row = common.row_for(Kinship, reader, kinship_id, Action.CHANGE, Group.KINSHIP)
    common.require_consent(reader, row.family, "record", row.person_id)
    now = {name: getattr(row, name) for name in ("kind", "role")}
    wanted = _values(row.family, {**now, **values})
    wanted = {name: wanted[name] for name in values}
    if wanted.get("kind") == "biological" and row.kind != "biological":
        _refuse_loop(inside.kinship(row.family), row.person, row.parent)
    if common.change(row, reader, version, wanted):
        _after(reader, row.family, "kinship.change", (row.person, row.parent))
    return row


@transaction.atomic
def unrelate(*, reader: Reader, kinship_id: uuid.UUID, version: int) -> None:
    """Take back a kinship that was recorded wrongly.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
    """
    row = common.row_for(Kinship, reader, kinship_id, Action.CHANGE, Group.KINSHIP)
    common.same_version(row, version)
    family, both = row.family, (row.person, row.parent)
    row.delete()
    _after(reader, family, "kinship.remove", both)


@transaction.atomic
def add_relative(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    as_: str,
    values: Mapping[str, Any],
    names: Sequence[NameGiven],
    role: str = "",
    number: str = "",
    id: uuid.UUID | None = None,
) -> Person:
    """Add a father, mother, child or guardian and relate them, all or nothing.

    Args:
        reader: Who adds.
        person_id: To whom.
        as_: ``father``, ``mother``, ``child`` or ``guardian`` of that person.
        values: As ``add_person`` takes them.
        names: Names of the new person.
        role: For a child: whether ``person_id`` is its ``father`` or ``mother``;
            ``unknown`` if left out.
        number: 13-digit number as told.
        id: Minted by the form: the same id twice is one person.

    Raises:
        NotVisibleError: The person is not there, or not for this reader.
        NotAllowedError: The reader may not add to the family.
        ConsentMissingError: Nobody consented to recording.
        UnusableValueError: A value cannot be kept, or there is such a parent already.
    """
    common.one_of("as_", as_, ("father", "mother", "child", "guardian"))
    near = common.row_for(Person, reader, person_id, Action.ADD, Group.KINSHIP)
    family = common.open_for(reader, near.family_id, Action.ADD, Group.NAMES)
    common.require_consent(reader, family, "record")

    def make() -> Person:
        if as_ in ("father", "mother"):
            _refuse_second(family, near, as_)
        person = new_person(reader, family, values, names, id)
        if number.strip():
            facts.keep_number(reader, person, family, number)
        child, parent = (person, near) if as_ == "child" else (near, person)
        kin = {
            "kind": "guardian" if as_ == "guardian" else "biological",
            "role": (role or "unknown") if as_ == "child" else as_,
            "proof": "none",
        }
        _new(reader, child, parent, _values(family, kin))
        matching.keep_keys(person)
        _after(reader, family, "person.add", (person,), Group.NAMES)
        return person

    return common.made_once(Person, id, make, within=family.id)


def new_kinship(
    reader: Reader, person: Person, parent: Person, values: Mapping[str, Any]
) -> Kinship:
    """Make a kinship inside a transaction that checked the rest (an import)."""
    return _new(reader, person, parent, values)


def _new(
    reader: Reader, person: Person, parent: Person, values: Mapping[str, Any],
    given: uuid.UUID | None = None,
) -> Kinship:  # fmt: skip
    row = Kinship(
        id=given or uuid.uuid4(),
        person=person,
        parent=parent,
        family_id=person.family_id,
        organisation_id=person.organisation_id,
        key=person.key,
        **values,
    )
    common.keep_new(row, reader)
    return row


def _values(family: Family, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return checked values of a kinship.

    Raises:
        UnusableValueError: A value cannot be kept.
    """
    found = dict(values)
    found["kind"] = common.one_of("kind", values["kind"], checks.KIN_KINDS)
    found["role"] = common.one_of("role", values["role"], checks.KIN_ROLES)
    if found["kind"] == "biological" and found["role"] == "guardian":
        raise UnusableValueError(
            "role",
            "พ่อแม่โดยสายเลือดต้องเป็นพ่อ แม่ หรือไม่ทราบ",
            "A parent by blood is the father, the mother, or not known which.",
        )
    if "proof" in values:
        found["proof"] = common.one_of("proof", values["proof"], checks.PROOFS)
    for field in ("begin", "until"):
        if field in values:
            found[field] = checks.told_date(field, values[field])
    if "said_by" in values:
        found["said_by"] = common.short_text("said_by", values["said_by"])
    if "source_id" in values:
        found["source_id"] = facts.paper_of(family, values["source_id"])
    return found


def _refuse_impossible(
    family: Family, person: Person, parent: Person, values: Mapping[str, Any]
) -> None:
    rows = list(inside.kinship(family))
    inside.unlock(rows)
    for row in rows:
        same = (row.person_id, row.parent_id, row.kind, row.role)
        if same == (person.id, parent.id, values["kind"], values["role"]):
            raise UnusableValueError(
                "parent",
                "บันทึกความสัมพันธ์นี้ไว้แล้ว ให้แก้ไขรายการเดิม",
                "This is recorded already: change what is there.",
            )
    if values["kind"] == "biological" or person.id == parent.id:
        _refuse_loop(rows, person, parent)


def _refuse_loop(rows: Iterable[Kinship], person: Person, parent: Person) -> None:
    """Stop where somebody would be their own ancestor.

    Raises:
        UnusableValueError: They would.
    """
    up: dict[uuid.UUID, set[uuid.UUID]] = {}
    for row in rows:
        if row.kind == "biological":
            up.setdefault(row.person_id, set()).add(row.parent_id)
    seen, above = set(), {parent.id}
    while above:
        seen |= above
        above = {one for id_ in above for one in up.get(id_, ())} - seen
    if person.id in seen:
        raise UnusableValueError(
            "parent",
            "คนหนึ่งจะกลายเป็นบรรพบุรุษของตนเอง ให้ตรวจว่าใครเป็นพ่อแม่ใครเป็นลูก",
            "Somebody would be their own ancestor: check who is the parent and who the "
            "child.",
        )


def _refuse_second(family: Family, person: Person, role: str) -> None:
    rows = list(inside.kinship(family).filter(person=person))
    inside.unlock(rows)
    if any(row.kind == "biological" and row.role == role for row in rows):
        raise UnusableValueError(
            "as_",
            "บันทึกพ่อหรือแม่คนนี้ไว้แล้ว ถ้ามีคนบอกว่าเป็นอีกคน ให้เพิ่มบุคคลก่อนแล้วโยงความสัมพันธ์",
            "This parent is recorded already. If somebody says that it is another "
            "person, add that person first and relate the two.",
        )


def _after(
    reader: Reader,
    family: Family,
    action: str,
    persons: Iterable[Person],
    *groups: Group,
) -> None:
    common.touch(family, reader)
    persons = list(persons)
    inside.unlock(persons)
    subjects = [common.person_subject(person, family) for person in persons]
    common.tell_chain(reader, action, subjects, Group.KINSHIP, *groups)

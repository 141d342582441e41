"""Adding and changing persons and their names."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.registry import inside, matching
from sathana.registry.errors import ConflictError, UnusableValueError
from sathana.registry.given import NameGiven
from sathana.registry.models import Family, Name, Person
from sathana.registry.reader import Reader
from sathana.registry.services import checks, common, facts

_GROUP_OF = {
    "label": Group.OUTLINE,
    "group": Group.FACTS,
    "languages": Group.CONTACT,
    "interpreter": Group.CONTACT,
    "needs": Group.CONTACT,
    "contact": Group.CONTACT,
    "notes": Group.NOTES,
}


@transaction.atomic
def add_person(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    values: Mapping[str, Any],
    names: Sequence[NameGiven],
    number: str = "",
    id: uuid.UUID | None = None,
) -> Person:
    """Add a person to a family.

    Args:
        reader: Who adds.
        family_id: To which family.
        values: ``label``, ``group``, ``languages``, ``interpreter``, ``needs``,
            ``contact``, ``notes``: each may be left out.
        names: Names, the main one marked.
        number: 13-digit number as told; becomes a fact ``id13``.
        id: Minted by the form: the same id twice is one person.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
        NotAllowedError: The reader may not add to it.
        ConsentMissingError: Nobody consented to recording.
        UnusableValueError: A value cannot be kept.
    """
    family = common.open_for(reader, family_id, Action.ADD, Group.NAMES)
    common.require_consent(reader, family, "record")

    def make() -> Person:
        person = new_person(reader, family, values, names, id)
        if number.strip():
            facts.keep_number(reader, person, family, number)
        matching.keep_keys(person)
        common.touch(family, reader)
        _tell_chain(reader, "person.add", person, family, _groups(values, number))
        return person

    return common.made_once(Person, id, make, within=family.id)


@transaction.atomic
def change_person(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    version: int,
    values: Mapping[str, Any],
    names: Sequence[NameGiven] | None = None,
) -> Person:
    """Change a person; names that are given replace the names there were.

    Raises:
        NotVisibleError: The person is not there, or not for this reader.
        NotAllowedError: The reader may not change them.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else changed them meanwhile: ``mine`` and ``theirs``
            hold the names too.
        UnusableValueError: A value cannot be kept.
    """
    person = common.row_for(Person, reader, person_id, Action.CHANGE, Group.NAMES)
    family = person.family
    common.require_consent(reader, family, "record", person.id)
    wanted = checks.person_values({k: v for k, v in values.items() if k != "label"})
    there = [row for row in inside.names(family) if row.person_id == person.id]
    given = None if names is None else checks.name_values(names)
    theirs = [_plain(row) for row in there]
    renamed = given is not None and not _same(given, theirs)
    if renamed and person.version != version:
        old = {key: getattr(person, key) for key in wanted}
        mine, theirs_all = {**wanted, "names": given}, {**old, "names": theirs}
        raise ConflictError(mine, theirs_all, person.version, person)
    changed = common.change(person, reader, version, wanted)
    if renamed and given is not None:
        _rename(reader, person, there, given)
        if not changed:
            common.keep_changed(person, reader)
        matching.keep_keys(person)
    if changed or renamed:
        common.touch(family, reader)
        groups = {_GROUP_OF[name] for name in changed}
        groups |= {Group.NAMES} if renamed else set()
        _tell_chain(reader, "person.change", person, family, groups)
    return person


def new_person(
    reader: Reader,
    family: Family,
    values: Mapping[str, Any],
    names: Sequence[NameGiven],
    given: uuid.UUID | None = None,
    taken: set[str] | None = None,
) -> Person:
    """Make a person with their names, inside a transaction that checked the rest.

    Args:
        reader: Who adds.
        family: The family.
        values: As :func:`add_person` takes them.
        names: Names.
        given: The id the form minted.
        taken: Labels of the family, if the caller knows them.
    """
    wanted, named = checks.person_values(values), checks.name_values(names)
    if taken is None:
        there = list(inside.persons(family))
        inside.unlock(there)
        taken = {row.label for row in there}
    wanted["label"] = free_label(taken, wanted.get("label", ""))
    person = Person(
        id=given or uuid.uuid4(),
        family=family,
        organisation_id=family.organisation_id,
        key=common.new_key(family),
        audit_name=common.pseudonym(),
        **wanted,
    )
    common.keep_new(person, reader)
    _add_names(reader, person, named)
    return person


def free_label(taken: set[str], wanted: str = "") -> str:
    """Return the label of a new person: as wanted, else the next free number.

    Raises:
        UnusableValueError: The wanted one is taken, or is no id of a case file.
    """
    if not wanted:
        return next(
            name for n in range(1, len(taken) + 2) if (name := f"P{n}") not in taken
        )
    if wanted in taken:
        raise UnusableValueError(
            "label",
            "มีบุคคลที่ใช้รหัสนี้ในครอบครัวแล้ว ให้ใช้รหัสอื่น หรือเว้นว่างไว้",
            "Somebody of this family has this label: use another one, or leave it out.",
        )
    from sathana.facts.casefile_faults import RefusedError
    from sathana.facts.casefile_person import check_id

    try:
        check_id(wanted, 0)
    except RefusedError as refused:
        raise UnusableValueError("label", refused.th, refused.en) from None
    return wanted


def _add_names(
    reader: Reader, person: Person, values: Iterable[Mapping[str, Any]]
) -> None:
    for one in values:
        row = Name(
            person=person,
            family_id=person.family_id,
            organisation_id=person.organisation_id,
            key=person.key,
            **one,
        )
        common.keep_new(row, reader)


def _rename(
    reader: Reader, person: Person, there: list[Name], given: list[dict[str, Any]]
) -> None:
    """Keep the rows of names that stay, remove the others, and add what is new."""
    left = list(given)
    for row in there:
        plain = _plain(row)
        if plain in left:
            left.remove(plain)
        else:
            row.delete()
    _add_names(reader, person, left)


def _plain(row: Name) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "text": row.text,
        "begin": row.begin,
        "until": row.until,
        "main": row.main,
    }


def _same(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> bool:
    def in_order(names: list[dict[str, Any]]) -> list[list[str]]:
        return sorted([str(part) for part in name.values()] for name in names)

    return in_order(one) == in_order(other)


def _groups(values: Mapping[str, Any], number: str) -> set[Group]:
    groups = {_GROUP_OF[name] for name, value in values.items() if value}
    return groups | {Group.NAMES} | ({Group.NUMBER} if number.strip() else set())


def _tell_chain(
    reader: Reader, action: str, person: Person, family: Family, groups: set[Group]
) -> None:
    subject = common.person_subject(person, family)
    common.tell_chain(reader, action, [subject], *sorted(groups))

"""The case file: read, written and changed. This is the door for everybody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sathana.facts.casefile_bytes import to_text
from sathana.facts.casefile_family import check_family, check_mentions
from sathana.facts.casefile_faults import (
    CaseFileError,
    Fault,
    Faults,
    FloodError,
    RefusedError,
)
from sathana.facts.casefile_person import check_id, read_inline
from sathana.facts.casefile_reader import read_document
from sathana.facts.casefile_scope import Reading, unknown_key
from sathana.facts.casefile_told import read_told
from sathana.facts.casefile_tree import compose
from sathana.facts.keys import KEYS
from sathana.facts.model import CaseFile, Person, Told
from sathana.facts.writer import told_text, write
from sathana.text import nearest

__all__ = [
    "CaseFileError",
    "Fault",
    "add_person",
    "read",
    "set_told",
    "set_told_text",
    "told_text",
    "without_lines",
    "write",
]


def read(data: bytes | str, *, name: str) -> CaseFile:
    """Read a case file.

    A fact that is not in the file is not in ``Person.told``; nothing is filled in,
    except that a parent given only as facts has the sex of their place.

    Args:
        data: The file, UTF-8 if bytes.
        name: What to call the file in messages.

    Raises:
        CaseFileError: With every fault that was found, each with its line.
    """

    def whole(faults: Faults) -> CaseFile | None:
        root = compose(to_text(data), faults)
        return None if root is None else read_document(root, faults)

    return _or_faults(whole, name)


def set_told(case: CaseFile, person_id: str, key: str, told: Told | None) -> CaseFile:
    """Return the case with one fact told otherwise, or (None) not told at all.

    A parent without an id of their own who is no longer named goes as well. The
    value is not checked: use :func:`set_told_text` for what people type.

    Raises:
        KeyError: If there is no such person or key.
    """
    person = case.persons[person_id]
    facts = {name: fact for name, fact in person.told.items() if name != key}
    if told is not None:
        facts[KEYS[key].name] = told
    persons = {**case.persons, person_id: replace(person, told=facts)}
    return replace(case, persons=_without_orphans(persons))


def set_told_text(case: CaseFile, person_id: str, key: str, text: str) -> CaseFile:
    """Return the case with one fact told as a text says, read as in a file.

    Args:
        case: The case.
        person_id: A person of it.
        key: Such as ``born.date`` or ``stay``.
        text: YAML of the value: ``1975``, ``never``, ``[{kind: permanent}]``. Empty
            text takes the fact back.

    Raises:
        CaseFileError: If the text is no value of the key, or the family cannot be.
        KeyError: If there is no such person.
    """
    person = case.persons[person_id]
    bare = set_told(case, person_id, key, None) if key in KEYS else case
    if not text.strip() and key in KEYS:
        return bare

    def one(faults: Faults) -> CaseFile | None:
        if key not in KEYS:
            raise unknown_key(1, key, nearest(key, KEYS), ", ".join(KEYS))
        root = compose(to_text(text), faults)
        if root is None:
            return None
        reading = Reading(faults, dict(bare.persons))
        read_inline(reading)
        told = read_told(KEYS[key], root, root.line, person_id, reading)
        check_mentions(reading, case.evidence)
        facts = {**bare.persons[person_id].told}
        if told is not None:
            facts[key] = told
        reading.persons[person_id] = replace(person, told=facts)
        check_family(reading.persons, faults)
        return replace(case, persons=reading.persons)

    return _or_faults(one, f"{person_id}.{key}")


def add_person(case: CaseFile, person_id: str) -> CaseFile:
    """Return the case with one more person, of whom nothing is told yet.

    Raises:
        CaseFileError: If the id is taken or is no id.
    """

    def added(faults: Faults) -> CaseFile | None:
        check_id(person_id, 0)
        if person_id in case.persons:
            faults.add(
                0,
                "person.twice",
                th=f"มีบุคคลรหัส {person_id} อยู่แล้ว ให้ใช้รหัสอื่น",
                en=f"there is a person '{person_id}' already: use another id",
            )
        persons = {**case.persons, person_id: Person(person_id, {})}
        return replace(case, persons=persons)

    return _or_faults(added, "persons")


def without_lines(case: CaseFile) -> CaseFile:
    """Return the case as if it came from no file: every line is 0.

    Two cases that tell the same are equal after this, wherever they were written.
    """
    persons = {
        name: replace(
            person,
            line=0,
            told={key: _told_without_lines(told) for key, told in person.told.items()},
        )
        for name, person in case.persons.items()
    }
    return replace(case, persons=persons)


def _told_without_lines(told: Told) -> Told:
    others = tuple(_told_without_lines(other) for other in told.others)
    return replace(told, others=others, line=0)


def _or_faults(make: Callable[[Faults], CaseFile | None], name: str) -> CaseFile:
    """Return what ``make`` makes, or raise all faults noted on the way."""
    faults, made = Faults(), None
    try:
        made = make(faults)
    except FloodError:
        pass
    except RefusedError as refused:
        faults.found.append(Fault(refused.line, refused.th, refused.en, refused.code))
    if faults.found or made is None:
        raise CaseFileError(faults.found, name=name)
    return made


def _without_orphans(persons: dict[str, Person]) -> dict[str, Person]:
    """Leave out parents without an id whose child no longer names them."""
    kept: dict[str, Person] = {}
    # A parent stands after their child, so one pass also drops grandparents.
    for name, person in persons.items():
        child, dot, role = name.rpartition(".")
        if not dot or (child in kept and _names(kept[child].told.get(role), name)):
            kept[name] = person
    return kept


def _names(told: Told | None, person: str) -> bool:
    if told is None:
        return False
    return told.value == person or any(o.value == person for o in told.others)

"""Persons who come into a family and leave it."""

from __future__ import annotations

from dataclasses import replace

from sathana.facts.model import Adoption, CaseFile, Marriage, Person, Told
from sathana.library.people import parent_id, parents
from sathana.web.dateform import FormError
from sathana.web.languages import Text

MOST_PERSONS = 60
TOO_MANY: Text = {
    "th": f"ครอบครัวนี้มี {MOST_PERSONS} คนแล้ว หน้านี้รับได้เท่านี้ ครอบครัวที่ใหญ่กว่านี้ให้แบ่งเป็นหลายแฟ้ม",
    "en": f"This family has {MOST_PERSONS} persons, as many as this page takes. "
    "Split a larger family into several files.",
}


def with_person(case: CaseFile, person: Person) -> CaseFile:
    """Return the family with one person new or changed."""
    return replace(case, persons={**case.persons, person.id: person})


def with_parents(
    case: CaseFile, person: str, links: tuple[str, ...]
) -> tuple[CaseFile, str]:
    """Return the family with the named parents in it, and the last one's id.

    Args:
        case: The family.
        person: From whom to climb.
        links: ``father`` or ``mother``, one for each step up.

    Raises:
        FormError: The family is as large as the page takes.
    """
    for link in links:
        known = parent_id(case.persons[person], link)
        if known is None:
            before = set(case.persons)
            case = add_parent(case, person, link)
            known = next(key for key in case.persons if key not in before)
        person = known
    return case, person


def add_parent(case: CaseFile, child: str, which: str) -> CaseFile:
    """Return the family with a new father or mother of one person.

    Raises:
        FormError: The family is as large as the page takes.
    """
    new = _new_id(case, child, "F" if which == "father" else "M")
    sex = "male" if which == "father" else "female"
    case = with_person(case, Person(new, {"sex": Told(sex)}))
    who = case.persons[child]
    return with_person(case, replace(who, told={**who.told, which: Told(new)}))


def add_child(case: CaseFile, parent: str) -> CaseFile:
    """Return the family with a new child of one person, whose sex says which parent.

    Raises:
        FormError: The family is as large as the page takes.
    """
    new = _new_id(case, "", "C")
    told = case.persons[parent].told.get("sex")
    which = "father" if told and told.value == "male" else "mother"
    return with_person(case, Person(new, {which: Told(parent)}))


def add_sibling(case: CaseFile, person: str) -> CaseFile:
    """Return the family with a new brother or sister: the same parents.

    Raises:
        FormError: The family is as large as the page takes.
    """
    new = _new_id(case, "", "S")
    keys = ("father", "mother", "parents_marriage")
    own = case.persons[person].told
    return with_person(case, Person(new, {key: own[key] for key in keys if key in own}))


def remove(case: CaseFile, person: str) -> CaseFile:
    """Return the family without one person, and without mention of that person."""
    if len(case.persons) == 1 or person not in case.persons:
        return case
    left = {key: _without(who, person) for key, who in case.persons.items()}
    del left[person]
    expect = {key: value for key, value in case.expect.items() if key != person}
    return replace(case, persons=left, expect=expect)


def _without(who: Person, gone: str) -> Person:
    told = dict(who.told)
    for letter, parent in parents(who):
        if parent == gone:
            del told["father" if letter == "f" else "mother"]
    marriages = told["marriages"].value if "marriages" in told else None
    if isinstance(marriages, tuple):
        left = tuple(m for m in marriages if isinstance(m, Marriage) and m.to != gone)
        told["marriages"] = replace(told["marriages"], value=left)
    adopted = told["adopted"].value if "adopted" in told else None
    if isinstance(adopted, tuple):
        kept = tuple(a for a in adopted if isinstance(a, Adoption) and a.by != gone)
        told["adopted"] = replace(told["adopted"], value=kept)
    return replace(who, told=told)


def _new_id(case: CaseFile, child: str, letter: str) -> str:
    """Return a free id: ``M`` for the mother of P, ``MM`` for hers, else a number."""
    if len(case.persons) >= MOST_PERSONS:
        raise FormError(TOO_MANY)
    stem = letter if child in ("", "P") else f"{child}{letter}"[:12]
    if stem not in case.persons and letter in "FM":
        return stem
    number = 1
    while f"{stem}{number}" in case.persons:
        number += 1
    return f"{stem}{number}"

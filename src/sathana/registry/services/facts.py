"""Telling, changing and withdrawing facts; recording events."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.registry import inside, matching, showing, telling
from sathana.registry.errors import UnusableValueError
from sathana.registry.models import Event, Evidence, Fact, Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import checks, common

NUMBER = showing.NUMBER_PATH


@transaction.atomic
def tell(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    path: str,
    value: Any,
    grade: str = "claimed",
    source_id: uuid.UUID | None = None,
    said_by: str = "",
    said_on: str = "",
    id: uuid.UUID | None = None,
) -> Fact:
    """Record what was told; several values of one path may stand side by side.

    Args:
        reader: Who records.
        person_id: Of whom.
        path: Such as ``born.date``; a parent is told by kinship instead.
        value: Plain values of a case file, or the text of one as it is typed.
        grade: ``claimed``, ``witnessed`` or ``documented``.
        source_id: The paper that shows it.
        said_by: Who said so.
        said_on: When, as a date of a case file.
        id: Minted by the form: the same id twice is one fact.

    Raises:
        NotVisibleError: The person is not there, or not for this reader.
        NotAllowedError: The reader may not add to the family.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    person = common.row_for(Person, reader, person_id, Action.ADD, Group.FACTS)
    family = person.family
    common.require_consent(reader, family, "record", person.id)
    values = _values(family, person, path, value, grade, source_id, said_by, said_on)

    def make() -> Fact:
        row = _new(reader, person, family, {"path": path, **values}, id)
        _after(reader, row, person, family, "fact.tell")
        return row

    return common.made_once(Fact, id, make, within=family.id)


@transaction.atomic
def change_fact(
    *,
    reader: Reader,
    fact_id: uuid.UUID,
    version: int,
    value: Any,
    grade: str = "claimed",
    source_id: uuid.UUID | None = None,
    said_by: str = "",
    said_on: str = "",
) -> Fact:
    """Change a fact that was written down wrongly.

    Raises:
        NotVisibleError: The fact is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: No consent to record holds.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    fact = common.row_for(Fact, reader, fact_id, Action.CHANGE, Group.FACTS)
    family, person = fact.family, _person(fact)
    common.require_consent(reader, family, "record", person.id)
    values = _values(
        family, person, fact.path, value, grade, source_id, said_by, said_on
    )
    if common.change(fact, reader, version, values):
        _after(reader, fact, person, family, "fact.change")
    return fact


@transaction.atomic
def withdraw(*, reader: Reader, fact_id: uuid.UUID, version: int) -> Fact:
    """Withdraw a fact: it no longer counts, and stays readable.

    Raises:
        NotVisibleError: The fact is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
    """
    fact = common.row_for(Fact, reader, fact_id, Action.CHANGE, Group.FACTS)
    if fact.withdrawn_at is not None:
        return fact
    common.same_version(fact, version)
    fact.withdrawn_at = reader.now
    common.keep_changed(fact, reader)
    _after(reader, fact, _person(fact), fact.family, "fact.withdraw")
    return fact


@transaction.atomic
def keep_event(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    kind: str,
    on: str = "",
    place: str = "",
    words: str = "",
    grade: str = "claimed",
    said_by: str = "",
    source_id: uuid.UUID | None = None,
    id: uuid.UUID | None = None,
) -> Event:
    """Record an event that no fact tells.

    Raises:
        NotVisibleError: The person is not there, or not for this reader.
        NotAllowedError: The reader may not add to the family.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: A value cannot be kept.
    """
    person = common.row_for(Person, reader, person_id, Action.ADD, Group.FACTS)
    family = person.family
    common.require_consent(reader, family, "record", person.id)
    values = {
        "kind": common.one_of("kind", kind, checks.EVENT_KINDS),
        "on": checks.told_date("on", on),
        "place": common.short_text("place", place),
        "words": common.short_text("words", words),
        "grade": common.one_of("grade", grade, telling.GRADES),
        "said_by": common.short_text("said_by", said_by),
        "source_id": paper_of(family, source_id),
    }

    def make() -> Event:
        row = Event(id=id or uuid.uuid4(), **_of(person), **values)
        common.keep_new(row, reader)
        common.touch(family, reader)
        subject = common.person_subject(person, family)
        common.tell_chain(reader, "event.add", [subject], Group.FACTS)
        return row

    return common.made_once(Event, id, make, within=family.id)


def shown_by(reader: Reader, paper: Evidence, grade: str) -> None:
    """Let the facts that a paper supports count as known by it, in a transaction.

    Only where one value of a fact stands: of several nobody has said which one the
    paper shows. What is known as well or better stays as it is.

    Args:
        reader: Who says so.
        paper: Opened; its marks tell which facts.
        grade: ``witnessed`` or ``documented``.

    Raises:
        NotAllowedError: The reader may not change such a fact.
        UnusableValueError: There is no such grade.
    """
    common.one_of("shows", grade, telling.GRADES)
    rows = list(inside.facts(paper.family).filter(withdrawn_at=None))
    inside.unlock([paper.family], rows)
    standing: dict[tuple[str, str], list[Fact]] = {}
    for row in rows:
        standing.setdefault((str(row.person_id), row.path), []).append(row)
    for whose, path in paper.supports:
        told = standing.get((whose, path), [])
        if len(told) == 1 and _rank(told[0].grade) < _rank(grade):
            _known_by(reader, told[0].id, paper, grade)


def _rank(grade: str) -> int:
    return telling.GRADES.index(grade) if grade in telling.GRADES else -1


def _known_by(reader: Reader, fact_id: uuid.UUID, paper: Evidence, grade: str) -> None:
    fact = common.row_for(Fact, reader, fact_id, Action.CHANGE, Group.FACTS)
    person = _person(fact)
    inside.unlock([fact.family], [person], [fact])
    known = {"grade": grade, "source_id": paper.id}
    if common.change(fact, reader, fact.version, known):
        _after(reader, fact, person, fact.family, "fact.change")


def keep_number(reader: Reader, person: Person, family: Family, number: str) -> Fact:
    """Record a 13-digit number as a fact, inside a transaction that checked the rest.

    Raises:
        UnusableValueError: It is no such number.
    """
    try:
        values = _values(family, person, NUMBER, number, "claimed", None, "", "")
    except UnusableValueError as error:
        raise UnusableValueError("number", error.text["th"], error.text["en"]) from None
    return _new(reader, person, family, {"path": NUMBER, **values})


def new_fact(
    reader: Reader, person: Person, family: Family, path: str, plain: Any,
    grade: str, source_id: uuid.UUID | None,
) -> Fact:  # fmt: skip
    """Make a fact of a value that was checked already (an imported case file)."""
    values = {"value": plain, "grade": grade, "source_id": source_id}
    return _new(reader, person, family, {"path": path, **values})


def paper_of(family: Family, source_id: uuid.UUID | None) -> uuid.UUID | None:
    """Return the id of a paper if it is one of the family.

    Raises:
        UnusableValueError: There is no such paper here.
    """
    if source_id is None or inside.evidence(family).filter(id=source_id).exists():
        return source_id
    raise UnusableValueError(
        "source",
        "ไม่มีเอกสารนี้ในครอบครัว ให้เพิ่มเอกสารก่อน",
        "There is no such paper in this family: add it first.",
    )


def _values(
    family: Family, person: Person, path: str, value: Any, grade: str,
    source_id: uuid.UUID | None, said_by: str, said_on: str,
) -> dict[str, Any]:  # fmt: skip
    persons, papers = list(inside.persons(family)), list(inside.evidence(family))
    inside.unlock(persons, papers)
    shown = [showing.evidence(row) for row in papers]
    from sathana.registry.casebuilding import paper_labels

    labels = paper_labels(shown)
    plain = telling.checked(
        path,
        value,
        person.label,
        {row.label for row in persons},
        set(labels.values()),
    )
    return {
        "value": plain,
        "grade": common.one_of("grade", grade, telling.GRADES),
        "source_id": paper_of(family, source_id),
        "said_by": common.short_text("said_by", said_by),
        "said_on": checks.told_date("said_on", said_on),
    }


def _of(person: Person) -> dict[str, Any]:
    """Return what every row about a person carries."""
    return {
        "person": person,
        "family_id": person.family_id,
        "organisation_id": person.organisation_id,
        "key": person.key,
    }


def _new(
    reader: Reader, person: Person, family: Family, values: dict[str, Any],
    given: uuid.UUID | None = None,
) -> Fact:  # fmt: skip
    row = Fact(id=given or uuid.uuid4(), **_of(person), **values)
    common.keep_new(row, reader)
    return row


def _person(fact: Fact) -> Person:
    return fact.person


def _after(
    reader: Reader, fact: Fact, person: Person, family: Family, action: str
) -> None:
    """Do what follows a changed fact: index, lists, chain."""
    is_number = fact.path == NUMBER
    if is_number:
        matching.keep_keys(person)
    common.touch(family, reader)
    group = Group.NUMBER if is_number else Group.FACTS
    common.tell_chain(reader, action, [common.person_subject(person, family)], group)

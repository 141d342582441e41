"""Finding persons by name: Thai, romanised, misspelt; never in the clear.

What is searched are keyed hashes, cut short: a stolen file tells no name. What they
find within what the reader may see is opened and compared; only that is shown. A
person whom the reader may not see is never hinted at.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Group
from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.protection import blind
from sathana.registry import inside, namekeys
from sathana.registry.models import Fact, Family, NameKey, Person
from sathana.registry.nameindex import Index, by_names, by_number
from sathana.registry.namescore import alike
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.registry.shown import Found
from sathana.text.thai import arabic_digits

FOUND = 62.0
"""How alike a name must be to be found by what was typed."""
LOOKS_ALIKE = 72.0
"""How alike a recorded name must be to be shown while another is entered."""
_ENOUGH = 8
"""Where so many are found, keys with a slip are not asked for."""
_NUMBER_PATH = "id13"


@dataclass(frozen=True, slots=True)
class _Person:
    """Of a person only what opens their names: rows made whole take their time."""

    id: uuid.UUID
    family_id: uuid.UUID
    key: uuid.UUID


@dataclass(frozen=True, slots=True)
class _Candidate:
    person: _Person
    names: tuple[str, ...]


# --- the index ------------------------------------------------------------------------


def keep_keys(person: Person) -> None:
    """Index a person anew, after names or number changed."""
    names = [row.text for row in inside.names_of([person])]
    numbers = (row.value for row in _facts([person]) if row.path == _NUMBER_PATH)
    keep_keys_of(person, names, [str(one) for one in numbers])


def keep_keys_of(person: Person, names: Iterable[str], numbers: Iterable[str]) -> None:
    """Index a person by names and numbers that the caller knows already."""
    rows = NameKey.objects.filter(family_id=person.family_id, person_id=person.id)
    rows.delete()
    organisation = person.organisation_id
    keys = {key for name in names for key in namekeys.keys(name)}
    values = {("name", blind.name_value(organisation, key)) for key in keys}
    for number in numbers:
        if digits := digits13(number):
            values.add(("number", blind.number_value(organisation, digits)))
    _insert(organisation, person.family_id, person.id, values)


def keep_title(family: Family) -> None:
    """Index the title of a family anew, so that it is found by what it is called."""
    NameKey.objects.filter(family=family, kind="title").delete()
    keys = {
        key
        for word in namekeys.words(family.title)
        for key in namekeys.keys(word, loose=False)
    }
    organisation = family.organisation_id
    values = {("title", blind.name_value(organisation, key)) for key in keys}
    _insert(organisation, family.id, None, values)


def digits13(text: str) -> str:
    """Return the 13 digits of a number; ``""`` if it has not just these."""
    plain = arabic_digits(text)
    digits = "".join(one for one in plain if one.isdigit())
    return digits if len(digits) == 13 and not plain.strip(" -0123456789") else ""


def _insert(
    organisation: uuid.UUID,
    family: uuid.UUID,
    person: uuid.UUID | None,
    values: Iterable[tuple[str, int]],
) -> None:
    NameKey.objects.bulk_create(
        NameKey(
            organisation_id=organisation,
            family_id=family,
            person_id=person,
            kind=kind,
            value=value,
        )
        for kind, value in values
    )


# --- finding --------------------------------------------------------------------------


def find(reader: Reader, text: str, *, limit: int = 25) -> list[Found]:
    """Return the persons that a name or number may mean, best first."""
    found = found_by(reader, text, limit=limit)
    _tell_chain(reader, "person.find", found)
    return found


def found_by(
    reader: Reader, text: str, *, limit: int, index: Index | None = None
) -> list[Found]:
    """Find without telling the chain: whoever shows the result does."""
    index = index or Index(reader)
    number = digits13(text)
    if number:
        rows = by_number(index, number, limit)
        return [Found(c.person.id, c.person.family_id, c.names, 100.0, "number")
                for c in _opened(rows)]  # fmt: skip
    scored = _scored(index, [text], limit, FOUND, part=True)
    return scored[:limit]


def look_alikes(
    reader: Reader,
    names: Sequence[str],
    number: str = "",
    birth_year: int | None = None,
) -> list[Found]:
    """Return persons whom this reader may see and who look like the one entered.

    Args:
        reader: Who enters somebody.
        names: The names that were typed.
        number: A 13-digit number, if one was typed.
        birth_year: Year of birth of our era, if told: another year speaks against it.
    """
    found: dict[uuid.UUID, Found] = {}
    index = Index(reader)
    if digits := digits13(number):
        for one in _opened(by_number(index, digits, 5)):
            found[one.person.id] = Found(
                one.person.id, one.person.family_id, one.names, 100.0, "number"
            )
    scored = _scored(index, names, 10, LOOKS_ALIKE, part=False)
    if birth_year is not None:
        scored = _by_birth(scored, birth_year)
    for other in scored:
        found.setdefault(other.person_id, other)
    best = sorted(found.values(), key=lambda one: -one.score)[:10]
    _tell_chain(reader, "person.look_alike", best)
    return best


def _scored(
    index: Index,
    names: Sequence[str],
    limit: int,
    least: float,
    *,
    part: bool,
) -> list[Found]:
    names = [name for name in names if name.strip()]
    found: dict[uuid.UUID, Found] = {}
    seen: set[uuid.UUID] = set()
    for loose in (False, True):
        # Keys with a slip find much that is wrong: only where the others find little.
        keys = {key for name in names for key in namekeys.keys(name, loose=loose)}
        ids = [one for one in by_names(index, keys, rare=loose) if one not in seen]
        seen.update(ids)
        for one in _opened(ids):
            scored = _best_first(one.names, names, part=part)
            if scored and scored[0][0] >= least:
                found[one.person.id] = Found(
                    one.person.id,
                    one.person.family_id,
                    tuple(name for _, name in scored),
                    round(scored[0][0], 1),
                )
        if len(found) >= min(limit, _ENOUGH):
            break
    return sorted(found.values(), key=lambda one: (-one.score, str(one.person_id)))


def _best_first(
    names: Sequence[str], asked: Sequence[str], *, part: bool
) -> list[tuple[float, str]]:
    """Return names with how alike each is to the most alike of those asked for."""
    scored = [
        (max((alike(one, name, part=part) for one in asked), default=0.0), name)
        for name in names
    ]
    return sorted(scored, key=lambda pair: pair[0], reverse=True)


def _opened(ids: Sequence[uuid.UUID]) -> list[_Candidate]:
    """Open the names of persons that a reader may see."""
    if not ids:
        return []
    rows = Person.rows.filter(id__in=ids).values_list("id", "family_id", "key")
    persons = {row[0]: _Person(*row) for row in rows}
    named = inside.names_of(persons.values())
    inside.unlock(persons.values())
    texts: dict[uuid.UUID, list[str]] = {}
    for row in named:
        texts.setdefault(row.person_id, []).append(row.text)
    return [
        _Candidate(persons[one], tuple(texts.get(one, ())))
        for one in dict.fromkeys(ids)
        if one in persons
    ]


def _facts(persons: Iterable[Person]) -> list[Fact]:
    rows = Fact.rows.filter(person__in=list(persons), withdrawn_at=None)
    return list(rows.order_by("made_at", "id"))


def _by_birth(found: list[Found], year: int) -> list[Found]:
    """Count a birth in about the same year for, one in another year against."""
    persons = list(Person.rows.filter(id__in=[one.person_id for one in found]))
    inside.unlock(persons)
    years: dict[uuid.UUID, list[tuple[int, int]]] = {}
    for fact in _facts(persons):
        if fact.path == "born.date" and (span := _years(fact.value)):
            years.setdefault(fact.person_id, []).append(span)
    weighed = []
    for one in found:
        spans = years.get(one.person_id, ())
        off = min((max(a - year, year - b, 0) for a, b in spans), default=2)
        change = 4.0 if off == 0 else -min(40.0, max(0, off - 2) * 4.0)
        weighed.append(replace(one, score=min(100.0, one.score + change)))
    return [one for one in weighed if one.score >= LOOKS_ALIKE]


def _years(written: Any) -> tuple[int, int] | None:
    try:
        span = parse_date(written)
    except DateError:
        return None
    if span.is_unknown:
        return None
    return date.fromordinal(span.earliest).year, date.fromordinal(span.latest).year


# --- the chain ------------------------------------------------------------------------


def _tell_chain(reader: Reader, action: str, found: Sequence[Found]) -> None:
    """Write whose names were shown, before they are."""
    if not found:
        return
    ids = {one.person_id for one in found}
    persons = list(Person.rows.filter(id__in=ids).select_related("family"))
    inside.unlock(persons, [person.family for person in persons])
    subjects = [common.person_subject(person, person.family) for person in persons]
    with transaction.atomic():
        common.tell_chain(reader, action, subjects, Group.NAMES)

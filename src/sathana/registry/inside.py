"""Rows of families that were opened already: one door, so that a lint can watch it.

Everything here takes a family (or rows) that came out of ``visible_to(reader)``, and
asks only for rows of that family. Nothing here finds a family.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, QuerySet

from sathana.protection import keys
from sathana.registry.models import (
    Assessment,
    Consent,
    Event,
    Evidence,
    Fact,
    Family,
    Household,
    Kinship,
    Name,
    NameKey,
    Person,
)

_ASSESSMENT_BULK = ("result", "facts")


def persons(family: Family) -> QuerySet[Person]:
    """Return the persons of a family, the first recorded first."""
    return Person.rows.filter(family=family).order_by("made_at", "id")


def names(family: Family) -> QuerySet[Name]:
    """Return all names, main ones first."""
    return Name.rows.filter(family=family).order_by("-main", "made_at", "id")


def facts(family: Family) -> QuerySet[Fact]:
    """Return all told facts, withdrawn ones too, the first told first."""
    return Fact.rows.filter(family=family).order_by("made_at", "id")


def events(family: Family) -> QuerySet[Event]:
    """Return all events."""
    return Event.rows.filter(family=family).order_by("made_at", "id")


def kinship(family: Family) -> QuerySet[Kinship]:
    """Return how persons of the family are related."""
    return Kinship.rows.filter(family=family).order_by("made_at", "id")


def consents(family: Family) -> QuerySet[Consent]:
    """Return all consents, the newest first."""
    return Consent.rows.filter(family=family).order_by("-given_on", "-made_at", "id")


def evidence(family: Family) -> QuerySet[Evidence]:
    """Return all papers, statements and tests."""
    return Evidence.rows.filter(family=family).order_by("made_at", "id")


def households(family: Family) -> QuerySet[Household]:
    """Return who lived together."""
    return Household.rows.filter(family=family).order_by("made_at", "id")


def newest_assessment(family: Family, *, whole: bool = False) -> Assessment | None:
    """Return the newest stored assessment; its bulk only where it is asked for."""
    rows = Assessment.rows.filter(family=family).order_by("-made_at")
    found: Assessment | None = (
        rows if whole else rows.defer(*_ASSESSMENT_BULK)
    ).first()
    return found


def newest_assessments(families: Sequence[Family]) -> dict[uuid.UUID, Assessment]:
    """Return the newest stored assessment of each family: its short answers only."""
    rows = Assessment.rows.filter(family__in=families).order_by("made_at")
    short = rows.only("id", "family_id", "key", "answers")
    return {row.family_id: row for row in short}


def counts_of_persons(families: Sequence[Family]) -> dict[uuid.UUID, int]:
    """Return how many persons each family has."""
    rows = Person.rows.filter(family__in=families).values("family_id").order_by()
    return {row["family_id"]: row["n"] for row in rows.annotate(n=Count("id"))}


def persons_of(families: Sequence[Family]) -> list[Person]:
    """Return the persons of several families, without opening anything."""
    rows = Person.rows.filter(family__in=families).only(
        "id", "family_id", "key", "made_at", "audit_name", "label"
    )
    return list(rows.order_by("made_at", "id"))


def names_of(persons: Iterable[Any]) -> list[Name]:
    """Return the names of some persons, main ones first: their text only."""
    ids = [person.id for person in persons]
    rows = Name.rows.filter(person__in=ids).order_by("-main", "made_at", "id")
    return list(rows.only("id", "person_id", "key", "text"))


def main_names_of(persons: Iterable[Person]) -> dict[uuid.UUID, Name]:
    """Return the main name of each person, with no more than a list needs."""
    ids = [person.id for person in persons]
    rows = Name.rows.filter(person__in=ids, main=True)
    return {row.person_id: row for row in rows.only("id", "person_id", "key", "text")}


def name_keys(family: Family) -> QuerySet[NameKey]:
    """Return the blind index entries of a family."""
    return NameKey.objects.filter(family=family)


def made_already(model: Any, id: uuid.UUID) -> Any | None:  # noqa: A002
    """Return a row by the id that a form minted for it, whoever made it."""
    return model.rows.select_related(None).filter(id=id).first()


def unlock(*rows: Iterable[Any]) -> None:
    """Open the keys of many rows with one question to the database."""
    keys.unlock({row.key for some in rows for row in some})

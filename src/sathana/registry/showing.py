"""Rows turned into what pages are shown: each sealed value is opened here."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date

from sathana.registry.models import (
    Consent,
    Event,
    Evidence,
    Fact,
    Household,
    Kinship,
    Name,
)
from sathana.registry.services.common import holds
from sathana.registry.shown import (
    ConsentShown,
    EventShown,
    EvidenceShown,
    FactShown,
    HouseholdShown,
    KinshipShown,
    NameShown,
)

NUMBER_PATH = "id13"
"""The fact that is a number of a person, and hidden with the group of numbers."""


def name(row: Name) -> NameShown:
    """Show a name."""
    return NameShown(
        row.id, row.version, row.kind, row.text, row.begin, row.until, row.main
    )


def fact(row: Fact, *, numbers: bool = True) -> FactShown:
    """Show a fact; a number only to whom numbers are open."""
    hidden = row.path == NUMBER_PATH and not numbers
    return FactShown(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        path=row.path,
        value=None if hidden else row.value,
        grade=row.grade or "claimed",
        source_id=row.source_id,
        said_by=row.said_by,
        said_on=row.said_on,
        made_at=row.made_at,
        withdrawn_at=row.withdrawn_at,
        hidden=hidden,
    )


def event(row: Event) -> EventShown:
    """Show an event."""
    return EventShown(
        row.id, row.version, row.person_id, row.kind, row.on, row.place, row.words,
        row.grade, row.said_by, row.source_id,
    )  # fmt: skip


def kinship(row: Kinship) -> KinshipShown:
    """Show how two persons are related."""
    return KinshipShown(
        row.id, row.version, row.person_id, row.parent_id, row.kind, row.role,
        row.proof, row.begin, row.until, row.said_by, row.source_id,
    )  # fmt: skip


def evidence(row: Evidence, *, numbers: bool = True) -> EvidenceShown:
    """Show a paper; its number only to whom numbers are open."""
    return EvidenceShown(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        label=row.label,
        kind=row.kind,
        issuer=row.issuer,
        number=row.number if numbers else None,
        date=row.date,
        original=row.original,
        supports=_pairs(row.supports),
        contradicts=_pairs(row.contradicts),
        notes=row.notes,
    )


def consent(row: Consent, day: date) -> ConsentShown:
    """Show a consent, and whether it holds on a day."""
    return ConsentShown(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        who=row.who,
        language=row.language,
        how=row.how,
        purposes=tuple(row.purposes),
        given_on=row.given_on,
        until=row.until,
        withdrawn_at=row.withdrawn_at,
        witness=row.witness,
        notes=row.notes,
        holds=holds(row, day),
    )


def household(row: Household) -> HouseholdShown:
    """Show who lived together."""
    return HouseholdShown(
        row.id, row.version, row.village, row.house, tuple(row.members), row.notes
    )


def by_person(names: Iterable[Name]) -> dict[uuid.UUID, list[NameShown]]:
    """Show names, by whose they are."""
    found: dict[uuid.UUID, list[NameShown]] = {}
    for row in names:
        found.setdefault(row.person_id, []).append(name(row))
    return found


def _pairs(pairs: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(whose), str(path)) for whose, path in pairs)

"""Rows behind clocks, appointments and offices: one more door that a lint watches.

Everything takes persons, cases or families that came out of ``visible_to(reader)``, or
cuts by the same decision; offices and notes are cut to the reader's organisation.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from sathana.accounts.decide import Action, Group
from sathana.casework.models import Appointment, Case, Encounter, Office, OfficeNote
from sathana.registry import visibility
from sathana.registry.models import Fact
from sathana.registry.reader import Reader


def facts_of(persons: Collection[uuid.UUID]) -> QuerySet[Fact]:
    """Return what is told of persons and counts, the first told first."""
    rows = Fact.rows.filter(person_id__in=persons, withdrawn_at=None)
    return rows.order_by("made_at", "id")


def contacts_of(facts: Collection[uuid.UUID]) -> QuerySet[Encounter]:
    """Return the contacts that told petitions, the last recorded last."""
    rows = Encounter.rows.filter(fact_id__in=facts, withdrawn_at=None)
    return rows.order_by("made_at", "id")


def appointments(case: Case) -> QuerySet[Appointment]:
    """Return the appointments of a case that stand, the first day first."""
    rows = Appointment.rows.select_related("office").filter(case=case)
    return rows.order_by("on", "made_at", "id")


def appointments_listed(
    reader: Reader, first: date, last: date, worker: uuid.UUID | None = None
) -> QuerySet[Appointment]:
    """Return appointments of some days that a list may show, by day.

    Args:
        reader: Who reads.
        first: First day.
        last: Last day, itself included.
        worker: Only those to which this account goes along.
    """
    rows = Appointment.rows.filter(
        on__gte=first, on__lte=last, withdrawn_at=None, case__state="open"
    )
    if worker is not None:
        rows = rows.filter(worker=worker)
    rows = visibility.allowed(rows, reader, Action.LIST, Group.FACTS)
    return rows.select_related("family", "case", "track", "office").order_by("on", "id")


def offices(reader: Reader) -> QuerySet[Office]:
    """Return the directory of the reader's organisation."""
    rows = Office.objects.filter(organisation=reader.actor.organisation)
    return rows.order_by("kind", "name_th", "id")


def notes(reader: Reader) -> QuerySet[OfficeNote]:
    """Return the notebook of the reader's organisation, the newest day first."""
    rows = OfficeNote.objects.filter(organisation=reader.actor.organisation)
    return rows.order_by("-on", "-made_at", "id")

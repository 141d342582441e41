"""Rows of evidence plans, of a case that came out of ``visible_to(reader)``."""

from __future__ import annotations

from django.db.models import QuerySet

from sathana.casework.models import Case, DnaTest, PaperRequest, Settlement, Witness
from sathana.registry.models.base import FamilyRow


def requests(case: Case) -> QuerySet[PaperRequest]:
    """Return the papers asked for in a case, what is due first comes first."""
    rows = PaperRequest.rows.filter(case=case)
    return rows.order_by("due", "made_at", "id")


def witnesses(case: Case) -> QuerySet[Witness]:
    """Return the witnesses of a case, the first recorded first."""
    return Witness.rows.filter(case=case).order_by("made_at", "id")


def tests(case: Case) -> QuerySet[DnaTest]:
    """Return the DNA tests of a case, the first recorded first."""
    return DnaTest.rows.filter(case=case).order_by("made_at", "id")


def settlements(case: Case) -> QuerySet[Settlement]:
    """Return how differences were settled in a case, the first first."""
    return Settlement.rows.filter(case=case).order_by("made_at", "id")


def case_of(row: FamilyRow) -> Case:
    """Return the case of a row, with its family."""
    key = row.case_id  # type: ignore[attr-defined]
    found: Case = Case.rows.select_related("family").get(id=key)
    return found

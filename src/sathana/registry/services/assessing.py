"""Assessments of a family: made, kept, and compared with now."""

from __future__ import annotations

import uuid
from datetime import date

from sathana.registry.models import Assessment
from sathana.registry.reader import Reader
from sathana.registry.shown import AssessmentShown, FamilyView, Help, Staleness


def assess(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    as_of: date | None = None,
    law_at: date | None = None,
) -> Assessment:
    """Assess a family and keep the answer with law version and facts hash."""
    raise NotImplementedError


def stale(reader: Reader, assessment: Assessment) -> Staleness:
    """Say whether law or facts changed since, and what."""
    raise NotImplementedError


def papers_that_help(view: FamilyView) -> tuple[Help, ...]:
    """Return which paper (fact) helps whom, the most helpful first."""
    raise NotImplementedError


def latest(reader: Reader, family_id: uuid.UUID) -> AssessmentShown | None:
    """Return the newest stored assessment with its whole answer."""
    raise NotImplementedError

"""Rows of what follows an approval: of cases that came out of ``visible_to``."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from django.db.models import QuerySet

from sathana.casework.models import AfterBefore, AfterStep, CasePathway
from sathana.registry.models import Evidence, Fact, StoredFile


def id_of(track: CasePathway, kind: str) -> uuid.UUID:
    """Return the id of a step: one of a kind in a round of a pathway."""
    return uuid.uuid5(track.id, f"{track.round}:{kind}")


def step(track: CasePathway, kind: str) -> AfterStep | None:
    """Return a step of the pathway as it stands now."""
    rows = AfterStep.rows.select_related("fact", "evidence")
    found: AfterStep | None = rows.filter(id=id_of(track, kind)).first()
    return found


def steps(tracks: Sequence[CasePathway]) -> QuerySet[AfterStep]:
    """Return all steps of pathways, of earlier rounds too, the newest round first."""
    rows = AfterStep.rows.filter(track__in=tracks).select_related("fact", "evidence")
    return rows.order_by("-round", "made_at", "id")


def of_tracks(ids: Collection[uuid.UUID]) -> QuerySet[AfterStep]:
    """Return the steps of pathways that a list shows."""
    return AfterStep.rows.filter(track__in=ids).order_by("made_at", "id")


def before(steps: Sequence[AfterStep]) -> QuerySet[AfterBefore]:
    """Return the corrections of steps, the newest first."""
    rows = AfterBefore.rows.filter(step__in=steps).select_related("step")
    return rows.order_by("-made_at", "id")


def has_file(paper: Evidence) -> bool:
    """Say whether a paper of the family has a scan."""
    found: bool = _shown().filter(evidence=paper).exists()
    return found


def scanned(papers: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Return which papers of the family have a scan."""
    rows = _shown().filter(evidence__in=papers)
    return set(rows.values_list("evidence_id", flat=True))


def _shown() -> QuerySet[StoredFile]:
    """Return files that people can look at: not those that were withdrawn."""
    rows: QuerySet[StoredFile] = StoredFile.rows.exclude(copy=None)
    return rows


def orders_of(person_id: uuid.UUID) -> QuerySet[Fact]:
    """Return the facts of a person of the family that count, the last told first."""
    rows = Fact.rows.filter(person_id=person_id, withdrawn_at=None)
    return rows.order_by("-made_at", "id")

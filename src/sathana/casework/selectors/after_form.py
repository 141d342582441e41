"""What the forms after an approval show at first."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sathana.accounts.decide import Group
from sathana.casework import after_rows, after_steps
from sathana.casework.models import AfterStep, CasePathway
from sathana.casework.services.tracks import standing
from sathana.casework.tracks import open_to
from sathana.registry import inside as rows_of
from sathana.registry.errors import NotVisibleError
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight

type Pairs = list[tuple[str, str]]
_TEXTS = ("state", "number", "odd", "place", "second", "said_by", "words")
_DAYS = ("on", "issued", "expires")


@dataclass(frozen=True, slots=True)
class Start:
    """What the form of a step shows at first.

    Attributes:
        papers: Papers of the family; ``None`` where they are hidden.
        numbers: Whether numbers are open.
        move: The move of the pathway that tells the same; ``""``: none from here.
        corrects: Whether something settled is being corrected.
    """

    papers: Pairs | None
    numbers: bool
    move: str
    corrects: bool
    values: Mapping[str, Any] = field(default_factory=dict)


def step(reader: Reader, track_id: uuid.UUID, kind: str) -> Start:
    """Return what the form of a step shows at first.

    Raises:
        NotVisibleError: The pathway is not there, or not for this reader.
    """
    track, sight = _opened(reader, track_id)
    row = after_rows.step(track, kind)
    rows_of.unlock([row] if row is not None else [])
    action = after_steps.MOVES.get(kind, "")
    from_here = {one.action for one in open_to(standing(track), sight.may)}
    settled = row is not None and row.state in ("done", "refused", "not_needed")
    return Start(
        papers=_papers(track, sight),
        numbers=sight.sees(Group.NUMBER),
        move=action if action in from_here else "",
        corrects=settled,
        values=_values(row) if row is not None else {"state": "open"},
    )


def papers(reader: Reader, track_id: uuid.UUID) -> Pairs | None:
    """Return the papers of the family of a pathway; ``None`` where they are hidden.

    Raises:
        NotVisibleError: The pathway is not there, or not for this reader.
    """
    return _papers(*_opened(reader, track_id))


def _opened(reader: Reader, track_id: uuid.UUID) -> tuple[CasePathway, Sight]:
    rows = CasePathway.objects.visible_to(reader).select_related("family")
    track = rows.filter(id=track_id).first()
    if track is None:
        raise NotVisibleError
    return track, seeing.of_family(reader, track.family)


def _papers(track: CasePathway, sight: Sight) -> Pairs | None:
    if not sight.sees(Group.EVIDENCE):
        return None
    rows = list(rows_of.evidence(track.family))
    rows_of.unlock(rows)
    return [(str(row.id), row.kind or row.label or "–") for row in rows]


def _values(row: AfterStep) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(row, name) for name in _TEXTS}
    for name in _DAYS:
        told = getattr(row, name)
        found[name] = date.fromisoformat(told) if told else None
    paper = str(row.evidence_id) if row.evidence_id else ""
    return {**found, "evidence_id": paper, "version": row.version}

"""What waits for a supervisor, and how packs fared when first brought to an office."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from sathana.accounts.decide import Action, Group
from sathana.casework import inside, showing, supervising
from sathana.casework.models import CasePathway, PaperPack
from sathana.casework.papers_shown import Supervision, WaitingLine, WorkerNumbers
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotVisibleError
from sathana.registry.familytree import pathway_name
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import access
from sathana.registry.selectors import sight as seeing
from sathana.registry.services import common

WAITING, MOST = 50, 2_000
"""Packs that are shown, and pathways that are counted: the newest."""


def of(reader: Reader) -> Supervision:
    """Return the page of a supervisor.

    Raises:
        NotVisibleError: The reader supervises nobody.
    """
    if not access.reviews(reader):
        raise NotVisibleError
    mine = visibility.allowed(inside.all_packs(), reader, Action.REVIEW, Group.NOTES)
    waiting = _waiting(mine)
    lines = _lines(reader, waiting[:WAITING])
    return Supervision(lines, len(waiting) > WAITING, _numbers(reader, mine))


def _waiting(mine: inside.Packs) -> Sequence[PaperPack]:
    rows = mine.filter(state=supervising.WAITING).select_related("family")
    return list(rows.order_by("changed_at", "id")[: WAITING + 1])


def _lines(reader: Reader, packs: Sequence[PaperPack]) -> tuple[WaitingLine, ...]:
    families = {pack.family_id: pack.family for pack in packs}
    sights = seeing.in_list(reader, list(families.values()))
    by_family = {families[key]: sight for key, sight in sights.items()}
    names = showing.names_of(by_family, reader.actor.organisation)
    rows_of.unlock(families.values(), packs)
    shown = [pack for pack in packs if pack.family_id in sights]
    _tell(reader, [families[key] for key in sights], {p.person_id for p in shown})
    return tuple(
        WaitingLine(
            id=pack.id,
            called=names.person(pack.person_id),
            pathway=pathway_name(pack.pathway),
            family_title=pack.family.title,
            made_by=names.worker(pack.made_by),
            since=pack.changed_at,
        )
        for pack in shown
    )


def _tell(reader: Reader, families: Sequence[Family], persons: set[uuid.UUID]) -> None:
    of_ = {one.id: one for one in families}
    rows = [one for one in rows_of.persons_of(families) if one.id in persons]
    rows_of.unlock(rows)
    common.tell_read(
        reader,
        common.telling(
            "papers.waiting", [common.family_subject(f) for f in families],
            Group.OUTLINE,
        ),
        common.telling(
            "person.list",
            [common.person_subject(p, of_[p.family_id]) for p in rows],
            Group.NAMES,
        ),
    )  # fmt: skip


def _numbers(reader: Reader, mine: inside.Packs) -> tuple[WorkerNumbers, ...]:
    packs = list(mine.order_by("-made_at", "id").select_related("track")[:MOST])
    tracks = {pack.track_id: pack.track for pack in packs}
    firsts = _firsts(list(tracks.values()))
    count: dict[uuid.UUID | None, Counter[str]] = defaultdict(Counter)
    for pack in packs:
        count[pack.made_by]["made"] += 1
        count[pack.made_by]["signed"] += pack.state == supervising.APPROVED
    for maker, back in inside.sent_back(packs):
        count[maker]["sent_back"] += back
    for track_id, (at, code) in firsts.items():
        taken = next(
            (p for p in packs if p.track_id == track_id and p.made_at <= at), 0
        )
        if isinstance(taken, PaperPack):
            count[taken.made_by]["lodged"] += 1
            count[taken.made_by][code] += 1
    names = showing.names_of({}, reader.actor.organisation)
    lines = [_line(names.worker(who), n) for who, n in count.items()]
    return tuple(sorted(lines, key=lambda one: (-one.made, one.worker)))


def _firsts(tracks: Sequence[CasePathway]) -> dict[uuid.UUID, tuple[datetime, str]]:
    """Return when each pathway was first brought to an office, and what came of it."""
    moves = list(inside.moves_of(tracks))
    rows_of.unlock(moves)
    at = {str(row.id): row.made_at for row in moves}
    told: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    for row in moves:
        assert row.track_id is not None  # noqa: S101 (asked by pathway)
        told[row.track_id].append((str(row.id), row.action))
    found = {key: supervising.first_lodging(some) for key, some in told.items()}
    return {key: (at[one[0]], one[1]) for key, one in found.items() if one}


def _line(worker: str, n: Counter[str]) -> WorkerNumbers:
    def of_(codes: Iterable[str]) -> int:
        return sum(n[code] for code in codes)

    return WorkerNumbers(
        worker=worker,
        made=n["made"],
        signed=n["signed"],
        sent_back=n["sent_back"],
        lodged=n["lodged"],
        accepted=of_(supervising.ACCEPTED),
        without_receipt=of_(supervising.WITHOUT_RECEIPT),
        refused=of_(supervising.REFUSED),
    )

"""Days that follow an approval: what was planned, and until when the card is asked for.

Beside the days of cases and petitions (:mod:`sathana.casework.days`), which hands these
to the overdue list, the calendar and the word of the day.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sathana.casework import after_rows, after_steps, clock_rows
from sathana.casework.models import AfterStep
from sathana.casework.shown import CaseLine, TrackShown
from sathana.casework.states import State, Text
from sathana.facts.casefile_faults import CaseFileError
from sathana.facts.model import Told
from sathana.registry import inside as rows_of
from sathana.registry.models import Fact
from sathana.registry.telling import told_of

_WAITS = frozenset((State.APPROVED, State.REGISTERED, State.CEREMONY))
"""Stages at which the card is still to be asked for."""

type Found = tuple[CaseLine, TrackShown, str, date, Text, str]
"""Case, pathway, kind of day, the day, what it is about, and a part of its id."""


def found(lines: Iterable[CaseLine], today: date) -> Iterator[Found]:
    """Yield the days of steps of approved pathways.

    Their keys are opened: the caller has seen that the reader sees facts.
    """
    held = [
        (line, track)
        for line in lines
        for track in line.tracks
        if after_steps.is_open(track.state)
    ]
    if not held:
        return
    rows = list(after_rows.of_tracks([track.id for _, track in held]))
    rows_of.unlock(rows)
    by_track: dict[uuid.UUID, dict[str, AfterStep]] = defaultdict(dict)
    for row in rows:
        by_track[row.track_id][f"{row.round}:{row.kind}"] = row
    born = births(track.person_id for _, track in held if track.state in _WAITS)
    for line, track in held:
        mine = {
            key.partition(":")[2]: row
            for key, row in by_track[track.id].items()
            if row.round == track.round
        }
        for kind, row in mine.items():
            if row.due is not None:
                title = after_steps.title_of(kind)
                yield line, track, "after", row.due, title, row.id.hex[:12]
        if track.state in _WAITS:
            yield from _by_law(line, track, mine, born.get(track.person_id), today)


def _by_law(
    line: CaseLine,
    track: TrackShown,
    mine: Mapping[str, AfterStep],
    born: Told | None,
    today: date,
) -> Iterator[Found]:
    from sathana.casework.days import day_in

    for kind, rows in clocks(track.pathway_id, mine, born, today).items():
        days = [day for row in rows if (day := day_in(row)) is not None]
        if days:
            uid = f"{track.id.hex[:12]}{kind}"
            yield line, track, "after_law", min(days), dict(rows[0]["title"]), uid


def clocks(
    pathway: str, mine: Mapping[str, AfterStep], born: Told | None, today: date
) -> dict[str, list[dict[str, Any]]]:
    """Return the terms of the law that still run, by the step that ends them."""
    given = [_done(mine, after_steps.GRANT), _done(mine, "entry")]
    asks = after_steps.steps_of(pathway)
    if "certificate" in asks and not _settled(mine, "certificate"):
        rows = after_steps.clocks_from(born, given[:1], today, residence=True)
        return {"certificate": rows} if rows else {}
    if not after_steps.gives_nationality(pathway) or _settled(mine, "card"):
        return {}
    if born is not None and after_steps.is_young(born, today):
        return {"card": after_steps.child_clocks(born, today)}
    rows = after_steps.clocks_from(born, given, today)
    return {"card": rows} if rows else {}


def _done(mine: Mapping[str, AfterStep], kind: str) -> str:
    row = mine.get(kind)
    return row.on if row is not None and row.state == "done" else ""


def _settled(mine: Mapping[str, AfterStep], kind: str) -> bool:
    row = mine.get(kind)
    return row is not None and row.state in ("done", "not_needed")


def births(persons: Iterable[uuid.UUID]) -> dict[uuid.UUID, Told]:
    """Return the day of birth of persons, where one day alone is told."""
    rows = list(clock_rows.facts_of(set(persons)))
    rows_of.unlock(rows)
    told: dict[uuid.UUID, list[Fact]] = defaultdict(list)
    for row in rows:
        if row.path == "born.date":
            told[row.person_id].append(row)
    read = {person: _only(some) for person, some in told.items()}
    return {person: born for person, born in read.items() if born is not None}


def _only(rows: Sequence[Fact]) -> Told | None:
    values = [row.value for row in rows if row.value != "unknown"]
    if not values or any(one != values[0] for one in values):
        return None
    try:
        return told_of("born.date", values[0], "P", {"P"}, set())
    except CaseFileError:
        return None

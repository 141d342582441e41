"""Rows of cases as plain values, cut to a reader's sight."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sathana.accounts.decide import Action, Group
from sathana.accounts.models import Account
from sathana.casework import clocks, refusals, tracks
from sathana.casework.models import Case, CaseMove, CasePathway, Encounter
from sathana.casework.shown import CaseLine, EncounterShown, MoveShown, TrackShown
from sathana.casework.states import MOVES, TITLES, State, Text
from sathana.registry import inside as rows_of
from sathana.registry.familytree import pathway_name
from sathana.registry.models import Family
from sathana.registry.selectors.sight import Sight
from sathana.web.dates import show

OF_A_CASE: Mapping[str, Text] = {
    "open": {"th": "เปิดกรณี", "en": "Case opened"},
    "plan": {"th": "วางงานต่อไป", "en": "Next action planned"},
    "done": {"th": "งานเสร็จ", "en": "Action done"},
    "close": {"th": "ปิดกรณี", "en": "Case closed"},
    "reopen": {"th": "เปิดกรณีอีกครั้ง", "en": "Case opened again"},
    "hand_over": {"th": "ส่งมอบให้คนอื่น", "en": "Handed over"},
}
"""What happens to a case itself, in words."""
CASE_STATES: Mapping[str, Text] = {
    "open": {"th": "เปิดอยู่", "en": "open"},
    "closed": {"th": "ปิด", "en": "closed"},
}


@dataclass(frozen=True, slots=True)
class Names:
    """How the persons of families, and those who work here, are called."""

    people: Mapping[uuid.UUID, str]
    workers: Mapping[uuid.UUID, str]

    def person(self, key: uuid.UUID | None) -> str:
        """Return how a person is called; ``""`` if nobody is meant."""
        return self.people.get(key, "") if key else ""

    def worker(self, key: uuid.UUID | None) -> str:
        """Return how somebody who works here is called."""
        return self.workers.get(key, "–") if key else ""


def names_of(sights: Mapping[Family, Sight], organisation: uuid.UUID) -> Names:
    """Return the names of all persons of families, as far as they are open.

    Args:
        sights: What the reader sees of each family.
        organisation: Whose workers are named.
    """
    persons = rows_of.persons_of(list(sights))
    of = {family.id: sight for family, sight in sights.items()}
    open_ones = [p for p in persons if of[p.family_id].sees(Group.NAMES)]
    named = rows_of.main_names_of(open_ones)
    rows_of.unlock(open_ones)
    people: dict[uuid.UUID, str] = {}
    places: dict[uuid.UUID, int] = {}
    for person in persons:
        place = places[person.family_id] = places.get(person.family_id, 0) + 1
        shown = f"P{place}"
        if of[person.family_id].sees(Group.NAMES):
            shown = named[person.id].text if person.id in named else person.label
        people[person.id] = shown
    accounts = Account.objects.filter(organisation=organisation)
    told = accounts.values_list("id", "shown_name", "username")
    return Names(people, {key: name or username for key, name, username in told})


def track(
    row: CasePathway, names: Names, sight: Sight, standing: tracks.Track | None = None
) -> TrackShown:
    """Show the pathway of a person; with where it stands, the moves from there."""
    moves = tracks.open_to(standing, sight.may) if standing else ()
    files = sight.sees(Group.NOTES)
    return TrackShown(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        called=names.person(row.person_id),
        pathway_id=row.pathway,
        pathway=pathway_name(row.pathway),
        state=row.state,
        state_title=TITLES[State(row.state)],
        round=row.round,
        filed_by=row.filed_by,
        filer_id=row.filer_id,
        filer=(names.person(row.filer_id) or row.filer_name) if files else None,
        filer_name=row.filer_name if files else None,
        filer_basis=row.filer_basis if files else None,
        moves=moves,
        ahead=tracks.ahead(standing, sight.may) if standing else (),
    )


def line(
    row: Case,
    family: Family,
    shown: tuple[TrackShown, ...],
    names: Names,
    sight: Sight,
    today: date,
) -> CaseLine:
    """Show a case in a list."""
    outline = sight.sees(Group.OUTLINE)
    return CaseLine(
        id=row.id,
        family_id=row.family_id,
        family_title=family.title if outline else "",
        title=row.title if outline else "",
        state=row.state,
        due=row.due,
        overdue=is_overdue(row, today),
        owner=names.worker(row.owner),
        next_action=row.next_action if sight.sees(Group.NOTES) else None,
        tracks=shown,
    )


def is_overdue(row: Case, today: date) -> bool:
    """Say whether the day of what is next has passed, in an open case."""
    return row.state == "open" and row.due is not None and row.due < today


def move(row: CaseMove, names: Names, sight: Sight) -> MoveShown:
    """Show one line of the history."""
    notes = sight.sees(Group.NOTES)
    of_track = row.track_id is not None
    found = MOVES.get(row.action)
    what = found.title if found and of_track else OF_A_CASE.get(row.action)
    plans = row.action in ("plan", "done") and not of_track
    hidden = plans and not notes
    return MoveShown(
        at=row.made_at,
        by=names.worker(row.made_by),
        called=names.person(row.person_id),
        what=what or {"th": row.action, "en": row.action},
        source="" if hidden else _stage(row.source),
        goal="" if hidden else _stage(row.goal),
        reason=row.reason if notes else None,
    )


def _stage(code: str) -> Text | str:
    if code in State:
        return TITLES[State(code)]
    return CASE_STATES.get(code) or _plan(code)


def _plan(told: str) -> str:
    """Say a plan of the history, its day as the reader of the page expects it."""
    day, _, what = told.partition(" ")
    try:
        return f"{show(date.fromisoformat(day))} {what}".strip()
    except ValueError:
        return told


def encounter(
    row: Encounter,
    family: Family,
    names: Names,
    sight: Sight,
    today: date | None = None,
) -> EncounterShown:
    """Show a contact with an office; on a day, with the clocks that run."""
    told = None
    pathway = row.track.pathway if row.track else ""
    if today is not None and row.fact is not None:
        value = row.fact.value
        still = row.fact.withdrawn_at is None and isinstance(value, list)
        told = value[0] if still and value else None
    return EncounterShown(
        id=row.id,
        family_id=family.id,
        family_title=family.title if sight.sees(Group.OUTLINE) else "",
        case_id=row.case_id,
        track_id=row.track_id,
        called=names.person(row.person_id),
        pathway=pathway_name(pathway),
        on=row.on,
        channel=refusals.CHANNELS[row.channel],
        office=row.office,
        role=row.role,
        outcome=row.outcome,
        outcome_title=refusals.OUTCOMES[row.outcome],
        codes=tuple((one, refusals.REFUSALS[one]) for one in row.codes),
        said=row.said,
        asked=row.asked,
        papers=row.papers,
        companions=row.companions,
        made_by=names.worker(row.made_by),
        made_at=row.made_at,
        letter=_needs_letter(row) and Action.PRINT in sight.may,
        version=row.version,
        withdrawn_at=row.withdrawn_at,
        clocks=tuple(clocks.running(told, today)) if today is not None else (),
        may=sight.may,
    )


def _needs_letter(row: Encounter) -> bool:
    return row.withdrawn_at is None and row.outcome in refusals.LETTER

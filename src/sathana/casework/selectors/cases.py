"""The list of cases, the cases of a family, and one case."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from sathana.accounts.decide import Group
from sathana.casework import doors, inside, showing
from sathana.casework.models import Case, CasePathway
from sathana.casework.services.tracks import standing
from sathana.casework.shown import (
    CaseLine,
    CaseListing,
    CaseView,
    EncounterShown,
    FamilyCases,
    TrackShown,
)
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotVisibleError
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common

SIZE = 25


def listed(
    reader: Reader, *, mine: bool = True, page: int = 1, size: int = SIZE
) -> CaseListing:
    """Return open cases that the reader may see, what is overdue first.

    Args:
        reader: Who reads.
        mine: Whether only those whose next action is the reader's.
        page: Which page, from 1.
        size: Lines of a page.
    """
    page, size = max(1, page), max(1, min(size, 100))
    rows = inside.listed(reader).filter(state="open")
    if mine:
        rows = rows.filter(owner=reader.actor.id)
    first = (page - 1) * size
    found = list(rows.select_related("family")[first : first + size + 1])
    shown = _lines(reader, found[:size])
    return CaseListing(shown, page, len(found) > size, mine)


def of_family(reader: Reader, family_id: uuid.UUID) -> FamilyCases:
    """Return the cases of a family.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
    """
    family = visibility.visible_family(reader, family_id)
    sight = _sight(reader, family)
    cases = list(inside.cases(family))
    names = showing.names_of({family: sight}, reader.actor.organisation)
    shown = _tracks(cases, {family.id: sight}, names)
    rows_of.unlock([family], cases)
    today = common.thai_day(reader.now)
    found = FamilyCases(
        id=family.id,
        title=family.title if sight.sees(Group.OUTLINE) else "",
        lines=tuple(
            showing.line(one, family, shown[one.id], names, sight, today)
            for one in cases
        ),
        encounters=contacts(family, names, sight),
        people=people(family, names),
        may=sight.may,
    )
    tell(reader, family, sight, "case.list")
    return found


def one(reader: Reader, case_id: uuid.UUID) -> CaseView:
    """Return a case for its page.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    rows = Case.objects.visible_to(reader).select_related("family")
    case = rows.filter(id=case_id).first()
    if case is None:
        raise NotVisibleError
    family = case.family
    sight = _sight(reader, family)
    names = showing.names_of({family: sight}, reader.actor.organisation)
    shown = _tracks([case], {family.id: sight}, names, moves=True)[case.id]
    history = list(inside.history(case))
    rows_of.unlock([family, case], history)
    today, notes = common.thai_day(reader.now), sight.sees(Group.NOTES)
    view = CaseView(
        id=case.id,
        version=case.version,
        family_id=family.id,
        family_title=family.title if sight.sees(Group.OUTLINE) else "",
        title=case.title if sight.sees(Group.OUTLINE) else "",
        state=case.state,
        due=case.due,
        overdue=showing.is_overdue(case, today),
        owner=case.owner,
        owner_name=names.worker(case.owner),
        next_action=case.next_action if notes else None,
        tracks=shown,
        history=tuple(showing.move(row, names, sight) for row in history),
        encounters=contacts(family, names, sight, case),
        people=people(family, names),
        doors=tuple(doors.open_to(sight.groups, sight.may)),
        may=sight.may,
    )
    tell(reader, family, sight, "case.view")
    return view


def people(family: Family, names: showing.Names) -> tuple[tuple[uuid.UUID, str], ...]:
    """Return everybody of a family: id, and what to call them."""
    ids = rows_of.persons(family).values_list("id", flat=True)
    return tuple((key, names.person(key)) for key in ids)


def contacts(
    family: Family, names: showing.Names, sight: Sight, case: Case | None = None
) -> tuple[EncounterShown, ...] | None:
    """Return the contacts of a family or case with offices; ``None`` where hidden."""
    if not sight.sees(Group.NOTES):
        return None
    rows = inside.encounters(family).select_related("track")
    if case is not None:
        rows = rows.filter(case=case)
    found = list(rows[:100])
    rows_of.unlock(found)
    shown = [showing.encounter(row, family, names, sight) for row in found]
    return tuple(sorted(shown, key=lambda one: one.on, reverse=True))


def tell(reader: Reader, family: Family, sight: Sight, action: str) -> None:
    """Write in the chain what is about to be shown, and of whom."""
    groups = sorted(sight.groups)
    persons = rows_of.persons_of([family]) if sight.sees(Group.NAMES) else []
    whole = [common.family_subject(family)]
    beside = [common.person_subject(one, family) for one in persons]
    common.tell_read(
        reader,
        common.telling(action, whole, *groups),
        common.telling("person.list", beside, Group.NAMES),
    )


def _sight(reader: Reader, family: Family) -> Sight:
    """Return what of a family is open; cases are of the facts.

    Raises:
        NotVisibleError: The facts are not.
    """
    sight = seeing.of_family(reader, family)
    if not sight.sees(Group.FACTS):
        raise NotVisibleError
    return sight


def _tracks(
    cases: Sequence[Case],
    sights: Mapping[uuid.UUID, Sight],
    names: showing.Names,
    *,
    moves: bool = False,
) -> dict[uuid.UUID, tuple[TrackShown, ...]]:
    rows = list(inside.pathways(cases))
    rows_of.unlock(rows)
    state = {case.id: case.state for case in cases}
    found: dict[uuid.UUID, list[TrackShown]] = {case.id: [] for case in cases}
    for row in rows:
        open_ = moves and state[row.case_id] == "open"
        stands = standing(row) if open_ else None
        sight = sights[row.family_id]
        found[row.case_id].append(showing.track(row, names, sight, stands))
    return {key: tuple(some) for key, some in found.items()}


def _lines(reader: Reader, cases: Sequence[Case]) -> tuple[CaseLine, ...]:
    families = {case.family_id: case.family for case in cases}
    sights = seeing.in_list(reader, list(families.values()))
    open_ = [c for c in cases if c.family_id in sights]
    open_ = [c for c in open_ if sights[c.family_id].sees(Group.FACTS)]
    seen = {c.family_id: c.family for c in open_}
    by_family = {family: sights[key] for key, family in seen.items()}
    names = showing.names_of(by_family, reader.actor.organisation)
    shown = _tracks(open_, sights, names)
    rows_of.unlock(seen.values(), open_)
    today = common.thai_day(reader.now)
    lines = tuple(
        showing.line(
            one, one.family, shown[one.id], names, sights[one.family_id], today
        )
        for one in open_
    )
    _tell_list(reader, open_, shown, sights)
    return lines


def _tell_list(
    reader: Reader,
    cases: Sequence[Case],
    shown: Mapping[uuid.UUID, tuple[TrackShown, ...]],
    sights: Mapping[uuid.UUID, Sight],
) -> None:
    """Write which families and persons the list shows."""
    families = list({case.family_id: case.family for case in cases}.values())
    named = {track.person_id for some in shown.values() for track in some}
    of = {one.id: one for one in families}
    persons = [
        one
        for one in rows_of.persons_of(families)
        if one.id in named and sights[one.family_id].sees(Group.NAMES)
    ]
    common.tell_read(
        reader,
        common.telling(
            "case.list", [common.family_subject(f) for f in families], Group.OUTLINE
        ),
        common.telling(
            "person.list",
            [common.person_subject(p, of[p.family_id]) for p in persons],
            Group.NAMES,
        ),
    )


def track_in(view: CaseView, track_id: uuid.UUID) -> TrackShown:
    """Return one pathway of a case that is shown.

    Raises:
        NotVisibleError: It is not in this case.
    """
    for found in view.tracks:
        if found.id == track_id:
            return found
    raise NotVisibleError


def case_of(reader: Reader, track_id: uuid.UUID) -> uuid.UUID:
    """Return the case of a pathway that the reader may see.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    rows = CasePathway.objects.visible_to(reader).filter(id=track_id)
    found = rows.values_list("case_id", flat=True).first()
    if found is None:
        raise NotVisibleError
    case: uuid.UUID = found
    return case

"""How ready one pathway is, and those of a case: looked at now, and kept for lists."""

from __future__ import annotations

import uuid

from sathana.accounts.decide import Action, Group
from sathana.casework import inside, ready_gaps, showing
from sathana.casework.models import Case, CasePathway
from sathana.casework.readiness_shown import (
    CaseReadiness,
    CheckShown,
    ReadinessView,
)
from sathana.casework.selectors.cases import tell
from sathana.casework.services import readiness
from sathana.casework.services.tracks import standing
from sathana.casework.shown import CaseView
from sathana.casework.states import TITLES, State
from sathana.casework.tracks import ahead, open_to
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotVisibleError
from sathana.registry.familytree import pathway_name
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common

WHOLE = frozenset((Group.NAMES, Group.FACTS, Group.KINSHIP, Group.EVIDENCE))
"""Readiness tells of all these at once: who does not see them all does not see it."""


def one(reader: Reader, track_id: uuid.UUID) -> ReadinessView:
    """Return how ready a pathway is now.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        ConsentMissingError: Nobody consented to an assessment.
    """
    rows = CasePathway.objects.visible_to(reader).select_related("case__family")
    track = rows.filter(id=track_id).first()
    if track is None:
        raise NotVisibleError
    return _views(reader, track.case, [track])[0]


def of_case(reader: Reader, case_id: uuid.UUID) -> CaseReadiness:
    """Return how ready each pathway of a case is now.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        ConsentMissingError: Nobody consented to an assessment.
    """
    rows = Case.objects.visible_to(reader).select_related("family")
    case = rows.filter(id=case_id).first()
    if case is None:
        raise NotVisibleError
    views = _views(reader, case, list(inside.pathways([case])))
    return CaseReadiness(case.id, case.title, views)


def outdated(reader: Reader, view: CaseView) -> frozenset[uuid.UUID]:
    """Return the pathways of a case that is shown which were confirmed on other facts.

    Args:
        reader: Who reads; ``view`` was made for them.
        view: The case, as its selector cut and told it.
    """
    confirmed = {one.id for one in view.tracks if one.state == State.READY}
    if not confirmed:
        return frozenset()
    family = visibility.visible_family(reader, view.family_id)
    if not seeing.of_family(reader, family).groups >= WHOLE:
        return frozenset()
    tracks = CasePathway.objects.visible_to(reader).filter(id__in=confirmed)
    checks = [check for check in map(inside.last_check, tracks) if check]
    rows_of.unlock([family], checks)
    stale = {one.track_id for one in checks if readiness.is_stale(family, one)}
    return frozenset(stale)


def _views(
    reader: Reader, case: Case, tracks: list[CasePathway]
) -> tuple[ReadinessView, ...]:
    family = case.family
    sight = seeing.of_family(reader, family)
    if not sight.groups >= WHOLE:
        raise NotVisibleError
    common.require_consent(reader, family, "assess")
    rows_of.unlock([family, case], tracks)
    seen = readiness.look(family, tracks, common.thai_day(reader.now))
    if Action.CHANGE in sight.may and any(r.stale for r in inside.readiness(tracks)):
        readiness.recompute(family=family, now=reader.now)
    names = showing.names_of({family: sight}, reader.actor.organisation)
    views = tuple(
        _view(reader, case, track, seen, names, sight)
        for track in tracks
        if track.id in seen.found
    )
    tell(reader, family, sight, "case.readiness")
    return views


def _view(
    reader: Reader,
    case: Case,
    track: CasePathway,
    seen: readiness.Look,
    names: showing.Names,
    sight: Sight,
) -> ReadinessView:
    found, stands = seen.found[track.id], standing(track)
    now, further = open_to(stands, sight.may), ahead(stands, sight.may)
    moves = {move.action for move in (*now, *further)}
    return ReadinessView(
        track_id=track.id,
        case_id=case.id,
        family_id=case.family_id,
        person_id=track.person_id,
        version=track.version,
        title=case.title if sight.sees(Group.OUTLINE) else "",
        called=names.person(track.person_id),
        pathway=pathway_name(track.pathway),
        state=track.state,
        state_title=TITLES[State(track.state)],
        found=found,
        status=ready_gaps.STATUS[found["documented"]],
        gaps=tuple(ready_gaps.gaps(found)),
        check=_check(case.family, track, names, sight),
        confirms="confirm_ready" in moves and case.state == "open",
        settles="settle" in moves and case.state == "open",
        stands=stands,
        law_version=seen.law_version,
        day=common.thai_day(reader.now),
        may=sight.may,
    )


def _check(
    family: Family, track: CasePathway, names: showing.Names, sight: Sight
) -> CheckShown | None:
    row = inside.last_check(track)
    if row is None:
        return None
    rows_of.unlock([row, row.move])
    return CheckShown(
        at=row.made_at,
        by=names.worker(row.made_by),
        law_version=row.law_version,
        stale=readiness.is_stale(family, row),
        gaps=tuple(row.gaps),
        reason=row.move.reason if sight.sees(Group.NOTES) else "",
    )

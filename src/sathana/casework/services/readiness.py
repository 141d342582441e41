"""Readiness of pathways: found anew, kept for the list of work, asked at the gate."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from sathana.casework import inside, ready_gaps, readying, weighing
from sathana.casework.models import (
    CaseMove,
    CasePathway,
    Readiness,
    ReadyCheck,
)
from sathana.casework.states import ASIDE, State, Text
from sathana.facts.model import CaseFile
from sathana.law.load import pack
from sathana.registry import changed, dossier, packing
from sathana.registry import inside as rows_of
from sathana.registry.casebuilding import build
from sathana.registry.errors import UnusableValueError
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import assessing, common

LEAST_REASON = 10
"""Letters of a reason for confirming despite gaps: a word is none."""
DONE = frozenset((*ASIDE, State.RIGHTS))
"""Stages at which nothing is left to be made ready."""


@dataclass(frozen=True, slots=True)
class Look:
    """A family as it was looked at: what it was made of, and what was found.

    Attributes:
        found: By id of the pathway; ``who`` is the person's label in the case file.
    """

    law_version: str
    facts_hash: str
    rows_mark: str
    found: dict[uuid.UUID, dict[str, Any]]


def look(family: Family, tracks: Sequence[CasePathway], day: date) -> Look:
    """Return how ready pathways of a family are, of what is told now.

    Args:
        family: Out of ``visible_to``, its keys open.
        tracks: Pathways of it.
        day: Today in Thailand.
    """
    seen = assessing.mark(family, assessing.rows_of(family))
    told = dossier.material(family)
    case = build(told)
    label = {one.id: one.label for one in told.persons}
    ids = {one.label: str(one.id) for one in told.persons}
    rows_of.unlock(tracks)
    found = {
        track.id: _whose(_found(case, label[track.person_id], track.pathway, day), ids)
        for track in tracks
        if track.person_id in label
    }
    law = changed.law_name(changed.law_now())
    return Look(law, assessing.facts_hash(family, case), seen, found)


def _whose(found: dict[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """Say of each fact that is to be shown whose it is; ``""``: no person's here."""
    for fact in (one for some in (*found["document"], *found["learn"]) for one in some):
        fact["of"] = ids.get(fact["person"], "")
    return found


def _found(case: CaseFile, who: str, pathway: str, day: date) -> dict[str, Any]:
    known = pathway in pack().pathways
    found = (
        readying.readiness(case, who, pathway, day.toordinal())
        if known
        else readying.without_pathway()
    )
    return {**found, "who": who}


# --- the list of work -----------------------------------------------------------------


@transaction.atomic
def recompute(*, family: Family, now: datetime) -> int:
    """Make the lines of a family's open pathways for the list of work anew.

    Args:
        family: Out of ``visible_to``, or of the command of whoever keeps the machine.
        now: The moment; its day in Thailand counts.

    Returns:
        How many lines were made.
    """
    rows_of.unlock([family])
    cases = [case for case in inside.cases(family) if case.state == "open"]
    tracks = list(inside.pathways(cases))
    rows_of.unlock(tracks)
    open_ = [track for track in tracks if track.state not in DONE]
    inside.drop_readiness([t.id for t in tracks if t.state in DONE])
    day = common.thai_day(now)
    seen = look(family, open_, day)
    persons = list(rows_of.persons(family))
    rows_of.unlock(persons)
    by_id = {one.id: one for one in persons}
    helps = weighing.helped({str(key): one for key, one in seen.found.items()})
    kept = {row.track_id: row for row in inside.readiness(open_)}
    made = [track for track in open_ if track.id in seen.found]
    for track in made:
        row = kept.get(track.id) or new_line(track)
        _fill(row, seen, by_id[track.person_id], day, helps.get(str(track.id)))
        row.looked_at = now
        row.save()
    return len(made)


def new_line(track: CasePathway) -> Readiness:
    """Return a line of the list of work for a pathway that was never looked at."""
    return Readiness(
        family_id=track.family_id,
        organisation_id=track.organisation_id,
        key=track.key,
        case_id=track.case_id,
        track=track,
        person_id=track.person_id,
        found="",
    )


def _fill(
    row: Readiness,
    seen: Look,
    person: Person,
    day: date,
    helps: tuple[int, Text] | None,
) -> None:
    found = seen.found[row.track_id]
    why = weighing.reasons(
        found, day.toordinal(), help_=helps, needs=bool(person.needs.strip())
    )
    row.found, row.why = packing.pack(found), why
    row.rank, row.due = weighing.rank(why), _due(found, day)
    row.law_version, row.stale = seen.law_version, False


def _due(found: dict[str, Any], day: date) -> date | None:
    """Return the nearest day of the law that is not far off."""
    window, limit = found["window"], found["deadline"]
    days = [limit["day"]] if limit else []
    if window and window["last"] is not None:
        days.append(window["last"])
    near = day.toordinal() + 366
    return min((date.fromordinal(d) for d in days if d <= near), default=None)


# --- the gate -------------------------------------------------------------------------


class NotReadyError(UnusableValueError):
    """A pathway cannot be confirmed as ready; the text names what is missing.

    Attributes:
        gaps: What stands in the way, each in words.
    """

    def __init__(self, gaps: Sequence[Text]) -> None:
        self.gaps = tuple(gaps)
        th, en = ("; ".join(one[lang] for one in gaps) for lang in ("th", "en"))
        super().__init__(
            "reason",
            f"ยังยืนยันว่าพร้อมยื่นไม่ได้ เพราะสำนักงานดูเฉพาะสิ่งที่มีหลักฐาน: {th} "
            "หาสิ่งที่ขาดก่อน หรือถ้าสำนักงานนี้รับแม้ยังขาด "
            f"ให้หัวหน้าทีมเขียนเหตุผลอย่างน้อย {LEAST_REASON} ตัวอักษร เหตุผลจะอยู่ในประวัติ",
            "This cannot be confirmed as ready, since an office looks at what is "
            f"documented: {en}. Get what is missing first. If this office accepts it "
            "all the same, a supervisor writes why, in at least "
            f"{LEAST_REASON} letters; the reason stays in the history.",
        )


def gate(reader: Reader, track: CasePathway, reason: str) -> tuple[Look, list[Text]]:
    """Ask whether a pathway may be confirmed as ready, on documented facts.

    Args:
        reader: Who confirms; that they may was asked before.
        track: Which pathway, its keys open.
        reason: Why despite gaps.

    Returns:
        What was found, and the gaps despite which it is confirmed.

    Raises:
        ConsentMissingError: Nobody consented to an assessment.
        NotReadyError: Something stands in the way, and no reason is given.
    """
    common.require_consent(reader, track.family, "assess")
    seen = look(track.family, [track], common.thai_day(reader.now))
    gaps = ready_gaps.gaps(seen.found[track.id])
    if gaps and len(reason.strip()) < LEAST_REASON:
        raise NotReadyError(gaps)
    return seen, gaps


def keep_check(
    reader: Reader, track: CasePathway, move: CaseMove, asked: tuple[Look, list[Text]]
) -> ReadyCheck:
    """Keep what was found when a pathway was confirmed as ready."""
    seen, gaps = asked
    row = ReadyCheck(
        family_id=track.family_id,
        organisation_id=track.organisation_id,
        key=track.key,
        track=track,
        move=move,
        person_id=track.person_id,
        law_version=seen.law_version,
        facts_hash=seen.facts_hash,
        rows_mark=seen.rows_mark,
        found=packing.pack(seen.found[track.id]),
        gaps=gaps,
    )
    common.keep_new(row, reader)
    return row


def is_stale(family: Family, check: ReadyCheck) -> bool:
    """Say whether law or facts are others than when a pathway was confirmed."""
    if changed.law_name(changed.law_now()) != check.law_version:
        return True
    if assessing.mark(family, assessing.rows_of(family)) == check.rows_mark:
        return False
    case = build(dossier.material(family))
    return assessing.facts_hash(family, case) != check.facts_hash

"""The clocks of one case with the steps of its petitions; what is overdue."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sathana.accounts.decide import Action, Group
from sathana.casework import clock_rows, clocks, days, ladder
from sathana.casework.clocks_shown import (
    CaseClocks,
    Overdue,
    PetitionShown,
    TrackClocks,
    code_of,
)
from sathana.casework.models import Case
from sathana.casework.selectors import cases
from sathana.casework.shown import CaseView, TrackShown
from sathana.facts.view import View
from sathana.registry import dossier
from sathana.registry import inside as rows_of
from sathana.registry.errors import NotAllowedError
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.services import common
from sathana.status.deadlines import deadlines
from sathana.vocabulary.codes import CODE_LISTS
from sathana.web.languages import Text

type Row = Mapping[str, Any]


def of_case(reader: Reader, case_id: uuid.UUID) -> CaseClocks:
    """Return all clocks of a case on today's day.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    view = cases.one(reader, case_id)
    case = Case.objects.visible_to(reader).select_related("family").get(id=case_id)
    return _made(reader, view, case.family)


def _made(reader: Reader, view: CaseView, family: Family) -> CaseClocks:
    today = common.thai_day(reader.now)
    duties = _duties(reader, family, today)
    told = days.petitions_of({track.person_id for track in view.tracks})
    heard = _heard(reader, family, told)
    tracks = tuple(
        TrackClocks(
            id=track.id,
            person_id=track.person_id,
            called=track.called,
            pathway=track.pathway,
            state_title=track.state_title,
            petitions=_petitions(track, told, heard, today),
            duties=None if duties is None else duties.get(track.person_id, ()),
            drafts=bool(track.pathway) and Action.PRINT in view.may,
        )
        for track in view.tracks
    )
    return CaseClocks(
        id=view.id,
        code=code_of(view.id),
        family_id=view.family_id,
        title=view.title,
        state=view.state,
        today=today,
        due=view.due,
        tracks=tracks,
        may=view.may,
    )


@dataclass(frozen=True, slots=True)
class _Heard:
    """The last contact that told a petition, and the codes that were heard."""

    contact: uuid.UUID
    codes: tuple[str, ...]


def _heard(
    reader: Reader, family: Family, told: days.Petitions
) -> dict[uuid.UUID, _Heard]:
    """Return by fact what contacts add, for those who may see contacts."""
    if not seeing.of_family(reader, family).sees(Group.NOTES):
        return {}
    facts = {fact for some in told.values() for fact, _, _ in some}
    rows = list(clock_rows.contacts_of(facts))
    rows_of.unlock(rows)
    return {
        row.fact_id: _Heard(row.id, tuple(row.codes)) for row in rows if row.fact_id
    }


def _petitions(
    track: TrackShown,
    told: days.Petitions,
    heard: Mapping[uuid.UUID, _Heard],
    today: date,
) -> tuple[PetitionShown, ...]:
    mine = [
        (fact, one)
        for fact, _, one in told.get(track.person_id, [])
        if one.get("pathway") == track.pathway_id
    ]
    return tuple(
        _petition(number, one, heard.get(fact), today)
        for number, (fact, one) in enumerate(mine, 1)
    )


def _petition(
    number: int, told: dict[str, Any], heard: _Heard | None, today: date
) -> PetitionShown:
    running = tuple(clocks.running(told, today))
    office = told.get("office")
    office = office if isinstance(office, str) else ""
    codes = heard.codes if heard else ()
    perhaps: list[dict[str, Any]] = []
    if told.get("result") == "refused" and "told_remedy" not in told:
        perhaps = clocks.running({**told, "told_remedy": "no"}, today)
    return PetitionShown(
        number=number,
        contact=heard.contact if heard else None,
        office=office,
        on=_day(told.get("on")),
        result=result_words(str(told.get("result", ""))),
        clocks=running,
        ladder=ladder.of_petition(
            told, running, if_silent=perhaps, office=office, codes=codes
        ),
    )


def _day(told: Any) -> str:
    return told if isinstance(told, str) and told != "unknown" else ""


def result_words(code: str) -> Text:
    """Return what came of a petition in words."""
    term = CODE_LISTS["attempts.result"].get(code)
    if term is None:
        return {"th": code, "en": code}
    return {"th": term.th, "en": term.en}


def _duties(
    reader: Reader, family: Family, today: date
) -> dict[uuid.UUID, tuple[Row, ...]] | None:
    """Return the clocks of each person that follow from no petition.

    They are counted from the whole file: who does not see all of it sees none.
    """
    try:
        case = dossier.case_file(reader, family.id)
    except NotAllowedError:
        return None
    persons = list(rows_of.persons(family))
    newest = rows_of.newest_assessment(family)
    rows_of.unlock(persons, [newest] if newest else [])
    answers = newest.answers if newest else {}
    view, day = View(case, as_of=today.toordinal()), today.toordinal()
    found: dict[uuid.UUID, tuple[Row, ...]] = {}
    for person in persons:
        if person.label not in case.persons:
            continue
        thai = str(answers.get(str(person.id), {}).get("thai", "unknown"))
        rows = deadlines(view, person.label, as_of=day, law_at=day, thai=thai)
        found[person.id] = tuple(row for row in rows if row["attempt"] is None)
    return found


def overdue(reader: Reader, *, mine: bool = True) -> Overdue:
    """Return what is over and what comes within two weeks, over many cases."""
    today = common.thai_day(reader.now)
    lines, more = days.looked_at(reader, mine=mine)
    over, soon = days.split(days.of_cases(lines, today), today)
    return Overdue(tuple(over), tuple(soon), mine, more)

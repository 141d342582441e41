"""The list of work of a week: what is due first, then what helps most."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import BooleanField, Case, F, Q, Value, When

from sathana.accounts.decide import Group
from sathana.accounts.models import Team
from sathana.casework import inside, showing, weighing_words
from sathana.casework.models import Readiness
from sathana.casework.readiness_shown import WorkLine, Worklist
from sathana.casework.selectors.readiness import WHOLE
from sathana.casework.states import TITLES, State
from sathana.registry import changed, packing
from sathana.registry import inside as rows_of
from sathana.registry.familytree import pathway_name
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common

SIZE = 25
WEEK = timedelta(days=7)


def listed(
    reader: Reader,
    *,
    mine: bool = True,
    team: uuid.UUID | None = None,
    page: int = 1,
    size: int = SIZE,
) -> Worklist:
    """Return the lines of a list of work, what is due this week first.

    Args:
        reader: Who reads.
        mine: Whether only those whose next action is the reader's.
        team: Only those of this team.
        page: Which page, from 1.
        size: Lines of a page.
    """
    page, size = max(1, page), max(1, min(size, 100))
    today = common.thai_day(reader.now)
    rows = inside.worklist(reader)
    if mine:
        rows = rows.filter(case__owner=reader.actor.id)
    if team is not None:
        rows = rows.filter(family__team=team)
    soon = today + WEEK
    pressing = Q(case__due__lte=soon) | Q(due__gte=today, due__lte=soon)
    rows = rows.annotate(
        later=Case(
            When(pressing, then=Value(value=False)),
            default=Value(value=True),
            output_field=BooleanField(),
        )
    ).order_by("later", "-rank", F("case__due").asc(nulls_last=True), "id")
    first = (page - 1) * size
    # Ids first: what is sealed is long, and would be carried through the sorting.
    ids = list(rows.values_list("id", flat=True)[first : first + size + 1])
    lines = _lines(reader, _whole(reader, ids[:size]), today)
    return Worklist(lines, page, len(ids) > size, mine, team, _teams(reader))


def _whole(reader: Reader, ids: Sequence[uuid.UUID]) -> list[Readiness]:
    """Return lines in the order of their ids."""
    rows = inside.worklist(reader).filter(id__in=ids)
    by_id = {row.id: row for row in rows.select_related("family", "case", "track")}
    return [by_id[one] for one in ids if one in by_id]


def _teams(reader: Reader) -> tuple[tuple[uuid.UUID, str], ...]:
    """Return the teams of the reader's roles."""
    ids = {team for _, team in reader.actor.roles if team is not None}
    rows = Team.objects.filter(id__in=ids, organisation=reader.actor.organisation)
    return tuple(rows.order_by("name").values_list("id", "name"))


def _lines(
    reader: Reader, rows: Sequence[Readiness], today: date
) -> tuple[WorkLine, ...]:
    families = {row.family_id: row.family for row in rows}
    sights = seeing.in_list(reader, list(families.values()))
    rows = [r for r in rows if r.family_id in sights]
    rows = [r for r in rows if sights[r.family_id].sees(Group.FACTS)]
    seen = {r.family_id: r.family for r in rows}
    names = showing.names_of(
        {family: sights[key] for key, family in seen.items()},
        reader.actor.organisation,
    )
    rows_of.unlock(seen.values(), [r.case for r in rows], rows)
    law = changed.law_name(changed.law_now())
    lines = tuple(_line(row, names, sights[row.family_id], today, law) for row in rows)
    _tell(reader, rows, sights)
    return lines


def _line(
    row: Readiness, names: showing.Names, sight: Sight, today: date, law: str
) -> WorkLine:
    outline, whole = sight.sees(Group.OUTLINE), sight.groups >= WHOLE
    found: dict[str, Any] = packing.unpack(row.found) or {} if whole else {}
    sets = found.get("document") or found.get("learn") or [[]]
    return WorkLine(
        track_id=row.track_id,
        case_id=row.case_id,
        family_title=row.family.title if outline else "",
        title=row.case.title if outline else "",
        called=names.person(row.person_id),
        pathway=pathway_name(row.track.pathway),
        state_title=TITLES[State(row.track.state)],
        due=row.case.due,
        overdue=showing.is_overdue(row.case, today),
        owner=names.worker(row.case.owner),
        next_action=row.case.next_action if sight.sees(Group.NOTES) else None,
        stale=row.stale or row.law_version != law,
        never=row.looked_at is None,
        holds=bool(found.get("holds")),
        first=tuple(sets[0]) if whole else None,
        why=_why(row, sight, today) if whole else None,
    )


def _why(row: Readiness, sight: Sight, today: date) -> tuple[Any, ...]:
    told = [one for one in row.why if one["code"] != "needs" or sees_needs(sight)]
    return weighing_words.words(told, row.case.due, today)


def sees_needs(sight: Sight) -> bool:
    """Say whether somebody's needs are open: they are told with how to reach them."""
    return sight.sees(Group.CONTACT)


def _tell(reader: Reader, rows: Sequence[Readiness], sights: dict[Any, Sight]) -> None:
    """Write which families and persons the list shows."""
    of = {row.family_id: row.family for row in rows}
    named = {row.person_id for row in rows}
    persons = [
        one
        for one in rows_of.persons_of(list(of.values()))
        if one.id in named and sights[one.family_id].sees(Group.NAMES)
    ]
    common.tell_read(
        reader,
        common.telling(
            "case.worklist",
            [common.family_subject(f) for f in of.values()],
            Group.OUTLINE,
        ),
        common.telling(
            "person.list",
            [common.person_subject(p, of[p.family_id]) for p in persons],
            Group.NAMES,
        ),
    )

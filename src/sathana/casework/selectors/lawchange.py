"""Whose answers a change of law turned: of families that the reader may see."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from sathana.accounts.decide import Action, Group
from sathana.casework import showing
from sathana.casework.lawchange_shown import (
    Changes,
    FamilyTurned,
    PersonTurned,
    Turned,
)
from sathana.casework.models import LawChange
from sathana.law.load import pack
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common
from sathana.web.languages import Text
from sathana.web.templatetags.components import ANSWERS, PATHWAYS, RIGHTS

SIZE = 20
"""Families of a page."""
_NOT_THERE: Text = {"th": "ไม่มีในกฎหมายฉบับนั้น", "en": "not in that law"}
_PARTS: Mapping[str, Mapping[str, tuple[str, Text]]] = {
    "thai": ANSWERS,
    "pathways": PATHWAYS,
    "rights": RIGHTS,
}
_THAI: Text = {"th": "สัญชาติไทย", "en": "Thai nationality"}


def listed(reader: Reader, *, page: int = 1) -> Changes:
    """Return what changes of law turned, the newest first.

    Args:
        reader: Who reads.
        page: Which page, from 1.
    """
    page = max(1, page)
    rows = visibility.allowed(
        LawChange.objects.visible_to(reader), reader, Action.LIST, Group.FACTS
    )
    # A family of a run stands together: its rows are written at one moment.
    groups = (
        rows.order_by()
        .values("run_id", "family_id", "run__begun_at")
        .distinct()
        .order_by("-run__begun_at", "family_id")
    )
    first = (page - 1) * SIZE
    wanted = list(groups[first : first + SIZE + 1])
    keys = [(one["run_id"], one["family_id"]) for one in wanted[:SIZE]]
    return Changes(_families(reader, rows, keys), page, len(wanted) > SIZE)


def _families(
    reader: Reader, rows: object, keys: Sequence[tuple[uuid.UUID, uuid.UUID]]
) -> tuple[FamilyTurned, ...]:
    families = [family for _, family in keys]
    found = rows.filter(family__in=families)  # type: ignore[attr-defined]
    by_key: dict[tuple[uuid.UUID, uuid.UUID], list[LawChange]] = {}
    for row in found.select_related("family").order_by("made_at", "id"):
        by_key.setdefault((row.run_id, row.family_id), []).append(row)
    some = [by_key[key] for key in keys if key in by_key]
    of = {group[0].family_id: group[0].family for group in some}
    sights = seeing.in_list(reader, list(of.values()))
    some = [group for group in some if _open(sights, group[0].family_id)]
    seen = {of[group[0].family_id]: sights[group[0].family_id] for group in some}
    names = showing.names_of(seen, reader.actor.organisation)
    rows_of.unlock(seen, *some)
    _tell(reader, seen, some)
    return tuple(_family(group, sights[group[0].family_id], names) for group in some)


def _open(sights: Mapping[uuid.UUID, Sight], family: uuid.UUID) -> bool:
    return family in sights and sights[family].sees(Group.FACTS)


def _family(
    group: Sequence[LawChange], sight: Sight, names: showing.Names
) -> FamilyTurned:
    one = group[0]
    return FamilyTurned(
        family_id=one.family_id,
        title=one.family.title if sight.sees(Group.OUTLINE) else "",
        at=one.made_at,
        as_of=one.as_of,
        law_from=one.law_from,
        law_to=one.law_to,
        facts_too=any(row.facts_too for row in group),
        persons=tuple(
            PersonTurned(
                row.person_id,
                names.person(row.person_id),
                tuple(_turned(*told) for told in row.answers),
            )
            for row in group
        ),
    )


def _turned(key: str, before: str, after: str) -> Turned:
    part, _, rule = key.partition(".")
    return Turned(_about(part, rule), rule, _word(part, before), _word(part, after))


def _about(part: str, rule: str) -> Text:
    if part == "thai":
        return _THAI
    law = pack()
    if part == "deadlines":
        limit = law.limits.get(rule)
        return limit.title if limit else {"th": rule, "en": rule}
    info = law.rules.get(rule)
    return info.title if info else {"th": rule, "en": rule}


def _word(part: str, said: str) -> Text:
    if said == "none":
        return _NOT_THERE
    known = _PARTS.get(part, {}).get(said)
    return known[1] if known else {"th": said, "en": said}


def _tell(
    reader: Reader,
    seen: Mapping[Family, Sight],
    some: Sequence[Sequence[LawChange]],
) -> None:
    """Write which families and persons the list shows."""
    persons = {row.person_id for group in some for row in group}
    of = {family.id: family for family in seen}
    named = [
        one
        for one in rows_of.persons_of(list(seen))
        if one.id in persons and seen[of[one.family_id]].sees(Group.NAMES)
    ]
    common.tell_read(
        reader,
        common.telling(
            "law.changes", [common.family_subject(one) for one in seen], Group.FACTS
        ),
        common.telling(
            "person.list",
            [common.person_subject(one, of[one.family_id]) for one in named],
            Group.NAMES,
        ),
    )

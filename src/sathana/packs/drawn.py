"""The family and a life as pictures for paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from sathana import pictures
from sathana.calendars.iso import from_text
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.documents.pack_values import Drawing
from sathana.facts.model import CaseFile, Marriage, Person
from sathana.packs import saying
from sathana.packs.persons import birth, kin, parent, values
from sathana.pictures import Bar, TimelinePerson, TreePerson

type Row = Mapping[str, Any]

_UNKNOWN, _UNKNOWN_SOFT = "#7a4b00", "#fbecc9"
_INK, _PALE = "#4c5068", "#f1ede2"
_ANSWERS = {
    "yes": "มีสัญชาติไทย",
    "no": "ไม่มีสัญชาติไทย",
    "contested": "ยังโต้แย้งกัน",
    "unknown": "ข้อเท็จจริงยังไม่พอ",
}


def tree(case: CaseFile, who: str) -> Drawing:
    """Draw the family over three generations, without our answer about anybody."""
    akin = kin(case, who)
    persons = [
        _tree_person(case, case.persons[key], akin[key], key == who)
        for key in case.persons
        if key in akin
    ]
    title = "ผังเครือญาติสามรุ่น"
    svg = pictures.family_tree(persons, title=title, lang="th", legend=False)
    names = ", ".join(person.label or "ไม่ทราบชื่อ" for person in persons)
    plain = _without_answers(pictures.for_paper(svg))
    return Drawing(svg=plain, alt=f"{title}: {names}")


def _without_answers(svg: str) -> str:
    """Take the signs of an answer out: a chart for an office says only who is kin.

    The pictures show "the facts do not decide" as a question mark beside the person,
    which would be read as a doubt about the kinship.
    """
    svg = re.sub(r'<g [^>]*class="sign sign-unknown">.*?</g>', "", svg)
    svg = re.sub(r'(class="edge"[^>]*) stroke-dasharray="[^"]*"', r"\1", svg)
    svg = svg.replace('fill="url(#tree-unknown)"', f'fill="{_PALE}"')
    return svg.replace(_UNKNOWN, _INK).replace(_UNKNOWN_SOFT, _PALE)


def _tree_person(
    case: CaseFile, person: Person, akin: tuple[str, int], focus: bool
) -> TreePerson:
    shown = values(case, person.id, akin, None, frozenset())
    sex = person.told.get("sex")
    told = sex.value if sex and sex.value in ("female", "male") else "unknown"
    return TreePerson(
        id=person.id,
        label=shown.name or "",
        sublabel=_born(birth(person)),
        sex=cast("pictures.Sex", told),
        father=parent(case, person.id, "father"),
        mother=parent(case, person.id, "mother"),
        spouses=tuple(_spouses(person)),
        status_text=akin[0],
        focus=focus,
        died=shown.died,
    )


def _spouses(person: Person) -> list[str]:
    told = person.told.get("marriages")
    entries = told.value if told and isinstance(told.value, tuple) else ()
    return [one.to for one in entries if isinstance(one, Marriage)]


def _born(span: DateSpan | None) -> str:
    if span is None or span.is_unknown:
        return ""
    first, last = (
        "…"
        if end in (EARLIEST_DAY, LATEST_DAY)
        else str(date.fromordinal(end).year + 543)
        for end in (span.earliest, span.latest)
    )
    return f"เกิด {first}" if first == last else f"เกิด {first}–{last}"


def timeline(case: CaseFile, who: str, answer: Row, as_of: int) -> Drawing | None:
    """Draw the years of a life; ``None`` where no day of it is known."""
    bars = tuple(
        bar for bar in (_bar(row, as_of) for row in answer["intervals"]) if bar
    )
    if not bars:
        return None
    name = saying.name(case, who) or "ผู้ร้อง"
    first = max(min(bar.start for bar in bars), EARLIEST_DAY + 1)
    title = "สัญชาติตามช่วงเวลา (ผลวิเคราะห์จากข้อเท็จจริงที่บอกไว้)"
    svg = pictures.life_timeline(
        [TimelinePerson(id=who, label=name, bars=bars)],
        [],
        start=first - 365,
        end=as_of,
        lang="th",
        era="be",
        title=title,
        prefix="life",
    )
    return Drawing(svg=pictures.for_paper(svg), alt=f"{title} ของ {name}")


def _bar(row: Row, last: int) -> Bar | None:
    begin = from_text(row["from"]) if row.get("from") else DateSpan(last, last)
    end = from_text(row["until"]) if row.get("until") else DateSpan(last + 1, last + 1)
    if begin.is_unknown:
        return None
    first, stop = min(begin.earliest, last), min(end.latest - 1, last)
    if stop < first:
        return None
    status = row["thai"] if row["thai"] in _ANSWERS else "unknown"
    return Bar(
        start=first,
        end=stop,
        status=cast("pictures.Status", status),
        text=_ANSWERS[status],
        start_until=None if begin.is_exact else min(begin.latest, stop),
        end_from=None if end.is_exact else max(min(end.earliest - 1, stop), first),
    )

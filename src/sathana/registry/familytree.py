"""A family as a picture and as rows of a table, from what its page may show."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from sathana import pictures
from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY
from sathana.law.load import pack
from sathana.pictures import TreePerson
from sathana.registry.shown import FamilyView, Help, KinshipShown, PersonShown
from sathana.web.languages import Text, current, pick
from sathana.web.templatetags.components import ANSWERS

TITLE: Text = {"th": "ผังครอบครัว", "en": "Family tree"}
BORN: Text = {"th": "เกิด", "en": "born"}
BY_BIRTH = "biological"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table beside the tree.

    Attributes:
        pathway: Name of the nearest pathway that is open, if the assessment knows one.
        missing: What is not known or not shown, and would help, the best first.
        father, mother: Who is recorded as the parent by birth; ``None`` if nobody is.
        others: Other kinship: step-parents, guardians, adoption, in law.
    """

    person: PersonShown
    birth: str
    answer: str
    pathway: Text | None
    missing: tuple[Text, ...]
    father: PersonShown | None
    mother: PersonShown | None
    others: tuple[tuple[KinshipShown, PersonShown], ...]


def picture(view: FamilyView) -> SafeString:
    """Draw who descends from whom, with the answer of each."""
    parents = _parents(view)
    people = [_card(person, parents) for person in view.persons]
    title = pick(TITLE)
    svg = pictures.family_tree(people, title=title, lang=current())
    box = pictures.scroll_box(svg, label=title)
    return mark_safe(box)  # noqa: S308 (the pictures escape every text)


def rows(view: FamilyView) -> list[Row]:
    """Return one line for each person, in the order of the family."""
    known = {person.id: person for person in view.persons}
    parents = _parents(view)
    return [
        Row(
            person,
            year_of(person.birth),
            person.thai if person.thai in ANSWERS else "",
            pathway_name(person.pathway),
            _missing(view, person),
            known.get(parents.get((person.id, "father"), person.id))
            if (person.id, "father") in parents
            else None,
            known.get(parents.get((person.id, "mother"), person.id))
            if (person.id, "mother") in parents
            else None,
            _others(view, person, known),
        )
        for person in view.persons
    ]


def pathway_name(code: str | None) -> Text | None:
    """Return the title of a pathway; its id where the law does not know it any more."""
    if not code:
        return None
    rule = pack().rules.get(code)
    return rule.title if rule else {"th": code, "en": code}


def _missing(view: FamilyView, person: PersonShown) -> tuple[Text, ...]:
    found = view.assessment.helps if view.assessment else ()
    return tuple(
        one.text for one in found if one.kind == "missing" and person.id in one.helps
    )


def helps(view: FamilyView) -> list[dict[str, Any]]:
    """Return which paper helps whom, with the persons in place of their ids."""
    known = {person.id: person for person in view.persons}
    found: tuple[Help, ...] = view.assessment.helps if view.assessment else ()
    return [
        {
            "text": one.text,
            "papers": one.papers,
            "person": known.get(one.person_id) if one.person_id else None,
            "path": one.path,
            "helps": [known[id_] for id_ in one.helps if id_ in known],
        }
        for one in found
    ]


def year_of(told: str | None) -> str:
    """Write a told day in one word: its year, or the years between which it lies.

    Args:
        told: As a case file writes it; ``""`` and ``None`` give ``""``.
    """
    if not told:
        return ""
    try:
        span = parse_date(told)
    except DateError:
        return told
    shift = 543 if current() == "th" else 0
    first, last = (
        "…"
        if day in (EARLIEST_DAY, LATEST_DAY)
        else str(date.fromordinal(day).year + shift)
        for day in (span.earliest, span.latest)
    )
    return first if first == last else f"{first}–{last}"


def _card(
    person: PersonShown, parents: Mapping[tuple[uuid.UUID, str], uuid.UUID]
) -> TreePerson:
    answer = person.thai if person.thai in ANSWERS else "unknown"
    born = year_of(person.birth)
    father = parents.get((person.id, "father"))
    mother = parents.get((person.id, "mother"))
    return TreePerson(
        id=str(person.id),
        label=person.called,
        sublabel=f"{pick(BORN)} {born}" if born else "",
        sex=cast(
            "pictures.Sex",
            person.sex if person.sex in ("female", "male") else "unknown",
        ),
        father=str(father) if father else None,
        mother=str(mother) if mother else None,
        status=cast("pictures.Status", answer),
        status_text=pick(ANSWERS[answer][1]),
        href=reverse("person", args=[person.id]),
        died=bool(person.died and person.died not in ("never", "unknown")),
    )


def _parents(view: FamilyView) -> dict[tuple[uuid.UUID, str], uuid.UUID]:
    """Return the parents by birth: child and role to parent."""
    return {
        (kin.person_id, kin.role): kin.parent_id
        for kin in view.kinship or ()
        if kin.kind == BY_BIRTH and kin.role in ("father", "mother")
    }


def _others(
    view: FamilyView, person: PersonShown, known: Mapping[uuid.UUID, PersonShown]
) -> tuple[tuple[KinshipShown, PersonShown], ...]:
    return tuple(
        (kin, known[kin.parent_id])
        for kin in view.kinship or ()
        if kin.person_id == person.id
        and kin.parent_id in known
        and not (kin.kind == BY_BIRTH and kin.role in ("father", "mother"))
    )

"""The first family: one person and the two parents, out of one short form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sathana.calendars.spans import UNKNOWN_DAY
from sathana.facts.model import CaseFile, Event, Happened, Parent, Person, Told
from sathana.logic.truth import Truth
from sathana.text import normalise
from sathana.web.dateform import read_date

type Role = Literal["p", "m", "f"]
IDS: Mapping[Role, str] = {"p": "P", "m": "M", "f": "F"}


def family_of(form: Mapping[str, str]) -> CaseFile:
    """Make a family of three from the fields of the first form.

    Fields are ``p-...``, ``m-...`` and ``f-...``; a field left empty tells nothing. A
    parent said to be not known (``m-known`` = ``unknown`` or ``unidentifiable``) is no
    person of the family.

    Raises:
        FormError: A date cannot be read.
    """
    told: dict[str, dict[str, Told]] = {role: _facts(form, role) for role in IDS}
    persons = {}
    for role, which in (("m", "mother"), ("f", "father")):
        known = form.get(f"{role}-known", "")
        if known in ("unknown", "unidentifiable"):
            told["p"][which] = Told(Parent(known))
            continue
        key = IDS["m" if role == "m" else "f"]
        told["p"][which] = Told(key)
        told[role]["sex"] = Told("female" if role == "m" else "male")
        persons[key] = Person(key, told[role], _name(form, role))
    wedding = form.get("p-parents_marriage", "")
    if wedding == "never":
        told["p"]["parents_marriage"] = Told(Event(Happened.NEVER))
    elif wedding == "yes":
        day = read_date(form, "p-parents_marriage") or UNKNOWN_DAY
        told["p"]["parents_marriage"] = Told(Event(Happened.YES, day))
    person = Person("P", told["p"], _name(form, "p"))
    return CaseFile(case="family", persons={"P": person, **persons})


def _name(form: Mapping[str, str], role: str) -> dict[str, str]:
    name = normalise(form.get(f"{role}-name", "")).strip()[:80]
    return {"th": name} if name else {}


def _facts(form: Mapping[str, str], role: str) -> dict[str, Told]:
    """Read birth and nationality of one of the three."""
    told: dict[str, Told] = {}
    born = read_date(form, f"{role}-born")
    if born is not None:
        told["born.date"] = Told(born)
    country = form.get(f"{role}-country", "")
    if country in ("TH", "abroad"):
        told["born.country"] = Told(country)
    if (thai := form.get(f"{role}-thai", "")) in ("yes", "no"):
        told["thai"] = Told(Truth(thai))
    if (sex := form.get(f"{role}-sex", "")) in ("female", "male"):
        told["sex"] = Told(sex)
    if (notified := form.get(f"{role}-notified", "")) in ("in_time", "late", "none"):
        told["born.notified"] = Told(notified)
    return told

"""Asking the engine about a family of plain values."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tests.generative.families import Plain
from tests.generative.families import day_of as _day

from sathana.facts.casefile import read
from sathana.facts.model import CaseFile
from sathana.facts.view import View
from sathana.law.rules import READINGS
from sathana.status import assess
from sathana.status.answer import word
from sathana.status.diagram import Workshop
from sathana.status.points import exact
from sathana.status.reader import open_world
from sathana.status.run import Asked, Run, run
from sathana.status.timeline import thai_at

type Answers = dict[tuple[str, str, int], str]
"""Answer by person, reading and day (ordinal); day 0 is the day asked about."""


def case_of(family: Plain) -> CaseFile:
    """Return the case file that tells a family."""
    return read(json.dumps(family, ensure_ascii=False), name="drawn")


def days_of(family: Plain) -> tuple[int, int]:
    """Return the day asked about and the day whose texts are read, ordinals."""
    as_of, law_at = family["as_of"], family.get("law_at", family["as_of"])
    return _day(as_of).toordinal(), _day(law_at).toordinal()


def answers(
    family: Plain, *, documented: bool = False, days: Iterable[int] = ()
) -> Answers:
    """Return nationality by person, reading and day; day 0 is the day asked."""
    case = case_of(family)
    as_of, law_at = days_of(family)
    view, shop = View(case, as_of=as_of, documented=documented), Workshop()
    found = {}
    for name, law in READINGS.items():
        world = open_world(view, shop, name=name, law=law, as_of=as_of, law_at=law_at)
        for who in case.persons:
            if "." in who:
                continue
            found[who, name, 0] = word(thai_at(world, who, world.asked(who)))
            for day in days:
                found[who, name, day] = word(thai_at(world, who, exact(day)))
    return found


def whole_run(family: Plain, *, documented: bool = False) -> Run:
    """Evaluate a family as an assessment does, pathways included."""
    case = case_of(family)
    as_of, law_at = days_of(family)
    persons = [who for who in case.persons if "." not in who]
    return run(case, persons, Asked(as_of, law_at), documented=documented)


def assessed(family: Plain, **options: Any) -> Plain:
    """Return the whole assessment of a family, by person."""
    as_of, law_at = days_of(family)
    return assess(case_of(family), as_of=as_of, law_at=law_at, **options)["persons"]


def summary(family: Plain) -> Plain:
    """Return the parts of an assessment that must not hang on how a file is written."""
    return {who: _gist(person) for who, person in assessed(family).items()}


def _gist(person: Plain) -> Plain:
    thai = {k: v for k, v in person["thai"].items() if k != "by_reading"}
    for key in ("rule", "lost_by"):
        thai[key] = _unordered(thai[key])
    return {
        "thai": thai,
        "intervals": [
            {**part, "rule": _unordered(part["rule"])} for part in person["intervals"]
        ],
        "pathways": {
            p["id"]: (p["status"], p.get("readings")) for p in person["pathways"]
        },
        "stay": sorted(person["stay"], key=str),
    }


def _unordered(rules: Any) -> Any:
    return sorted(rules) if isinstance(rules, list) else rules


def show(*families: Plain) -> str:
    """Return families as text short enough to read in a failure."""
    return "\n".join(
        "\n".join(
            [
                f"as_of {family['as_of']} law_at {family.get('law_at')}",
                *(f"  {who}: {json.dumps(p)}" for who, p in family["persons"].items()),
            ]
        )
        for family in families
    )

"""Procedures, fees and papers as an answer shows them, for one day.

Where two amounts may both be in force, both are given; none is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.marks import Text, weakest
from sathana.law.model_practice import FeeValue, NeededPaper, Procedure
from sathana.law.pack import within
from sathana.logic.truth import Truth
from sathana.vocabulary.papers import PAPERS

type Json = dict[str, object]

CORRECTIONS = frozenset({"CO-1", "CO-1-NAT"})
"""Pathways by which an entry of a register is corrected."""
_FILEABLE = frozenset({"open", "needs_facts", "window_unknown"})
"""Pathways for which it helps to know how they are asked for."""


def fee_rows(ids: Iterable[str], day: int) -> list[Json]:
    """Return fees with every amount that may be in force on a day (ordinal)."""
    found = (pack().fees[key] for key in ids if key in pack().fees)
    return [
        {
            "id": fee.id,
            "title": dict(fee.title),
            "values": [_amount(v) for v in fee.values if _may_hold(v, day)],
        }
        for fee in found
    ]


def _may_hold(value: FeeValue, day: int) -> bool:
    return within(day, value.opens, value.closes) is not Truth.NO


def _amount(value: FeeValue) -> Json:
    return {
        "baht": value.baht,
        "in_force": "yes" if value.in_force else "unknown",
        "ceiling": value.ceiling,
        "verified": value.checked.verified,
        "cite": "; ".join(value.cites),
    }


def papers_of(papers: Iterable[str | Text]) -> list[Json]:
    """Return papers by name; an id of the vocabulary gets its name there."""
    return [_named(paper) for paper in papers]


def _named(paper: str | Text) -> Json:
    if isinstance(paper, str):
        known = PAPERS.get(paper)
        name = known.name.both() if known else {"th": paper, "en": paper}
        return {"paper": paper, "name": dict(name)}
    return {"paper": None, "name": dict(paper)}


def procedures(
    doors: Mapping[str, str], claims: Mapping[str, str], tried: Iterable[str], day: int
) -> list[Json]:
    """Return the procedures that concern a person on a day.

    Args:
        doors: Status of each pathway by id.
        claims: Status of each right by id.
        tried: Pathways, rights or procedures of which a petition was made.
        day: Day asked about, ordinal: it decides who decides and what is paid.
    """
    begun = set(tried)
    wanted = {key for key, status in doors.items() if status in _FILEABLE} | begun
    permits = {key for key, status in claims.items() if status == "permit_needed"}
    return [
        {"id": found.id, "for": _ordered(found, served), **_shown(found.id, day)}
        for found in pack().procedures.values()
        if (served := _served(found, wanted, permits)) or found.id in begun
    ]


def _served(found: Procedure, wanted: set[str], permits: set[str]) -> set[str]:
    return (wanted & {*found.pathways, *found.rights}) | (permits & {*found.rights})


def _ordered(found: Procedure, served: set[str]) -> list[str]:
    return [key for key in (*found.pathways, *found.rights) if key in served]


@follows_pack
@lru_cache(maxsize=1024)
def _shown(key: str, day: int) -> Json:
    """Return what a procedure's row holds of the law alone; it must not be changed."""
    found = pack().procedures[key]
    deciders = [
        d for d in found.deciders if within(day, d.opens, d.closes) is Truth.YES
    ]
    cites = dict.fromkeys((*found.cites, *(c for d in deciders for c in d.cites)))
    marks = [found.checked.verified, *(d.checked.verified for d in deciders)]
    return {
        "title": dict(found.title),
        "file_with": dict(found.file_with),
        "decider": [dict(decider.who) for decider in deciders],
        "steps": [
            {"who": dict(s.who), "do": dict(s.do), "limit": s.limit}
            for s in found.steps
        ],
        "papers": [_needed(paper) for paper in found.papers],
        "fees": fee_rows(found.fees, day),
        "limits": list(found.limits),
        "remedies": list(found.remedies),
        "doors": list(found.doors),
        "contested": list(found.contested),
        "cite": "; ".join(cites),
        "verified": weakest(marks),
        "note": dict(found.note) if found.note else None,
    }


def _needed(paper: NeededPaper) -> Json:
    form = pack().forms.get(paper.form or "")
    shown = _named(paper.paper) if paper.paper else {"paper": None}
    if paper.name:
        shown = {**shown, "name": dict(paper.name)}
    return {
        **shown,
        "when": dict(paper.when) if paper.when else None,
        "form": form.code if form else None,
    }

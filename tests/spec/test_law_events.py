"""What changes on each day on which the law changed: the day before, of and after.

Every law event of the pack stands in one of two tables: ``PROBES`` says what a family
is on the three days, ``UNCHANGED`` that nobody's nationality moves on them.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.spec.law_event_probes import (
    ASKED_ON_DAY,
    ENTRANTS,
    LAWFUL,
    PROBES,
    RESIDENTS,
    THAI_FATHER,
    Probe,
)

from sathana.facts.casefile import read
from sathana.law.load import pack
from sathana.status import assess

UNCHANGED = {
    "E-1927-IMMIGRATION": "permission to stay; births here gave nationality to all",
    "E-1935-BOOK-V": "how one marries; a file gives the day of a valid marriage",
    "E-1950-ALIENS": "papers of aliens; what they cost came in 1953",
    "E-1956-REGISTERS": "a register is evidence and no source of nationality",
    "E-1976-BOOK-V": "existing relations of parents and children were saved",
    "E-1979-IMMIGRATION": "permission to stay",
    "E-1983-IDENTITY-CARD": "a card shows nationality and does not give it",
    "E-1990S-RESIDENCE": "residence, and criteria for grants to come",
    "E-1992-REGISTRATION": "a register is evidence and no source of nationality",
    "E-1992-NO3": "how nationality is given up; silence loses nothing",
    "E-2000-CABINET": "criteria for grants to come",
    "E-2005-STRATEGY": "a survey",
    "E-2010-PATERNITY": "how a father is proved; the text is of 2008",
    "E-2010-CABINET": "criteria for grants to come",
    "E-2017-ORDER": "criteria for grants to come",
    "E-2017-STANDING": "standing of those born here without nationality",
    "E-2017-CONSTITUTION": "C12 is a warning",
    "E-2021-CABINET": "residence",
    "E-2024-CABINET": "in principle; the order came in 2025",
    "E-2025-MARRIAGE": "C17 touches a pathway only",
}
"""Events on whose days no answer on nationality moves, and why."""

FAMILIES = {
    "resident aliens": (
        f"born: {{date: 1925-05-05, country: TH}}, father: F, mother: M, {LAWFUL}",
        RESIDENTS,
    ),
    "entrants": (
        f"born: {{date: 1926-05-05, country: TH}}, father: F, mother: M, {LAWFUL}",
        ENTRANTS,
    ),
    "a Thai father": (
        f"born: {{date: 1926-05-05, country: GB}}, father: F, mother: M, {LAWFUL}",
        THAI_FATHER,
    ),
}
"""People old enough to have seen all days of ``UNCHANGED``."""


def days_around(event: str) -> tuple[int, int, int]:
    """Return the last day before an event, its first certain day, and the next."""
    span = pack().events[event].date
    return span.earliest - 1, span.latest, span.latest + 1


def person_of(header: str, person: str, family: str, day: int) -> dict[str, Any]:
    """Return the assessment of P in a family, ``@`` standing for a day."""
    text = (
        f"sathana: 1\ncase: event\n{header}\npersons:\n  P: {{{person}}}\n{family}"
    ).replace("@", date.fromordinal(day).isoformat())
    case = read(text, name="event.yaml")
    assert case.as_of is not None
    found = assess(case, as_of=case.as_of, law_at=case.law_at or case.as_of)
    return found["persons"]["P"]  # type: ignore[index,no-any-return]


def answer_of(found: dict[str, Any], pathway: str = "") -> str:
    """Return the answer and its rule, or the status of a pathway."""
    if pathway:
        return next(str(d["status"]) for d in found["pathways"] if d["id"] == pathway)
    thai = found["thai"]
    why = thai["lost_by"] or thai["rule"]
    if thai["answer"] not in ("yes", "no") or why is None:
        return str(thai["answer"])
    return f"{thai['answer']} {why}"


@pytest.mark.parametrize("probe", PROBES, ids=str)
def test_the_law_changes_on_its_day_and_not_a_day_earlier(probe: Probe) -> None:
    got = tuple(
        answer_of(
            person_of(probe.header, probe.person, probe.family, day), probe.pathway
        )
        for day in days_around(probe.event)
    )
    assert got == probe.expected


@pytest.mark.parametrize("event", UNCHANGED)
@pytest.mark.parametrize("family", FAMILIES)
def test_nobody_gains_or_loses_on_the_day_of_other_events(
    event: str, family: str
) -> None:
    person, relatives = FAMILIES[family]
    got = {
        answer_of(person_of(ASKED_ON_DAY, person, relatives, day))
        for day in days_around(event)
    }
    assert len(got) == 1


def test_every_law_event_is_probed_or_said_to_change_nothing() -> None:
    probed = {probe.event for probe in PROBES}
    assert probed.isdisjoint(UNCHANGED)
    assert probed | set(UNCHANGED) == set(pack().events)

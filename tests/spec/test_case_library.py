"""Every case of the library is read, assessed, and answered as it expects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from sathana.cli.compare import compare, mentioned
from sathana.facts.model import CaseFile
from sathana.law import cases
from sathana.law.load import pack
from sathana.status import assess

NAMES = cases.names()
HAND_WRITTEN = tuple(name for name in NAMES if name.startswith("HW-"))
MOST_DISPUTED = 3
NOT_A_FACT = ("law.",)
"""Needs that name an unread text of law, not a fact of the family."""

type Json = dict[str, Any]


@cache
def assessed(name: str) -> Json:
    """Return the assessment of a case of the library, made once."""
    return assess(
        _case(name), as_of=_day(name), law_at=_case(name).law_at or _day(name)
    )


def _case(name: str) -> CaseFile:
    return cases.case(name)


def _day(name: str) -> int:
    day = _case(name).as_of
    assert day is not None, f"{name} does not say which day is asked about"
    return day


def persons(name: str) -> Iterator[tuple[str, Json]]:
    """Yield the persons of a case with what was found of them."""
    yield from assessed(name)["persons"].items()


def cited(proof: Json) -> set[str]:
    """Return every provision that a proof cites."""
    return set(mentioned(proof)) & set(pack().provisions)


@pytest.mark.parametrize("name", NAMES)
def test_the_case_is_answered_as_it_expects(name: str) -> None:
    case = _case(name)
    differences = [str(found) for found in compare(case, assessed(name))]
    if case.disputed:
        pytest.skip(f"disputed: {case.disputed}")
    assert differences == []


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_left_unknown_names_the_facts_that_would_decide_it(
    name: str,
) -> None:
    for who, found in persons(name):
        if found["thai"]["answer"] == "unknown":
            facts = [need["fact"] for need in found["needs"]]
            named = [fact for fact in facts if not fact.startswith(NOT_A_FACT)]
            assert named, f"{who} is unknown and nothing is asked for"


@pytest.mark.parametrize("name", NAMES)
def test_every_citation_is_of_a_provision_that_exists(name: str) -> None:
    for who, found in persons(name):
        for provision in _written(found["proof"]):
            assert provision in pack().provisions, f"{who} cites {provision}"


@pytest.mark.parametrize("name", NAMES)
def test_the_rule_of_an_answer_rests_on_a_text_made_by_the_day_of_the_law(
    name: str,
) -> None:
    read = _case(name).law_at or _day(name)
    for who, found in persons(name):
        operative = str(found["proof"].get("cite") or "").split("; ")[0]
        if operative:
            begin = pack().provisions[operative].in_force_from
            assert begin is None or begin.earliest <= read, f"{who} cites {operative}"


def _written(proof: Json) -> set[str]:
    own = {cite for cite in str(proof.get("cite") or "").split("; ") if cite}
    return own.union(*(_written(child) for child in proof.get("because", ())))


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_that_a_rule_gives_cites_its_provision(name: str) -> None:
    for who, found in persons(name):
        thai = found["thai"]
        told = "thai" in _case(name).persons[who].told
        if thai["rule"] and not told and thai["answer"] in ("yes", "no", "contested"):
            assert cited(found["proof"]), f"{who}: {thai['rule']} without a citation"


@pytest.mark.parametrize("name", NAMES)
def test_a_contested_answer_has_readings_that_differ_and_a_settled_one_has_not(
    name: str,
) -> None:
    for who, found in persons(name):
        readings = set(found["thai"]["readings"].values())
        answer = found["thai"]["answer"]
        assert (answer == "contested") == (readings == {"yes", "no"}), who
        assert answer not in ("yes", "no") or readings == {answer}, who


@pytest.mark.parametrize("name", HAND_WRITTEN)
def test_a_hand_written_case_says_why_and_where_the_law_says_so(name: str) -> None:
    case = _case(name)
    assert case.case == name
    assert case.title
    assert case.expect
    assert case.notes.strip().endswith(".")
    assert case.sources[0] == "hand-written"
    assert len(case.sources) > 1, "no provision or judgment is named"


def test_at_most_three_published_expectations_are_disputed() -> None:
    disputed = [name for name in NAMES if _case(name).disputed]
    assert len(disputed) <= MOST_DISPUTED, disputed
    assert not set(disputed) & set(HAND_WRITTEN)


def test_what_is_only_claimed_is_unknown_to_the_documented_run() -> None:
    found = assessed("HW-SEM-documented")["persons"]["P"]
    assert found["thai"]["answer"] == "yes"
    assert found["documented"]["thai"]["answer"] == "unknown"


def test_intervals_end_on_the_day_of_death() -> None:
    found = assessed("HW-SEM-death")["persons"]["U"]
    assert [(i["thai"], i["from"], i["until"]) for i in found["intervals"]] == [
        ("yes", "1966-10-10", "1972-12-14"),
        ("no", "1972-12-14", "2006-06-06"),
    ]


def test_the_stricter_reading_of_c2_ends_nationality_on_the_day_of_act_no_2() -> None:
    name = "HW-C2-vested"
    case = _case(name)
    found = assess(case, as_of=_day(name), law_at=_day(name), reading="administration")
    thai = found["persons"]["P"]  # type: ignore[index]
    assert [(i["thai"], i["until"]) for i in thai["intervals"]] == [
        ("yes", "1992-02-26"),
        ("no", None),
    ]
    assert thai["intervals"][-1]["rule"] == "7BIS-1"

"""The case library, turned into a population, is answered as its files expect."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import cast

import pytest
from tests.population.agreement import rulebooks
from tests.sample import some

from sathana.facts.model import CaseFile
from sathana.law import cases as library
from sathana.population.case_split import Decided, decided
from sathana.status.run import Asked, run

NAMES = some(library.names(), 6)


@cache
def population() -> dict[tuple[int, int], Decided]:
    """Return the library worked out as one population for each pair of days."""
    groups: dict[tuple[int, int], list[CaseFile]] = defaultdict(list)
    for case in map(library.case, NAMES):
        groups[days(case)].append(case)
    return {when: decided(cases, rulebooks(*when)) for when, cases in groups.items()}


def days(case: CaseFile) -> tuple[int, int]:
    """Return the day asked about and the day whose texts are read."""
    as_of = cast("int", case.as_of)
    return as_of, case.law_at or as_of


def answer(case: CaseFile, who: str) -> str:
    """Return the one answer of both readings, as the contract gives it."""
    answers = population()[days(case)].answers
    found = {answers[case.case, who, book] for book in ("court", "administration")}
    if len(found) == 1:
        return found.pop()
    return "unknown" if "unknown" in found else "contested"


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_answered_in_the_population_as_it_expects(name: str) -> None:
    case = library.case(name)
    if case.disputed:
        pytest.skip(f"disputed: {case.disputed}")
    for who, expected in case.expect.items():
        wanted = expected.get("thai")
        if wanted is not None:
            among = wanted if isinstance(wanted, list) else [wanted]
            assert answer(case, who) in among, who
        for reading, word in cast(
            "dict[str, str]", expected.get("readings", {})
        ).items():
            found = population()[days(case)].answers[case.case, who, reading]
            assert found == word, (who, reading)


@pytest.mark.parametrize("name", NAMES[::3])
def test_a_case_is_answered_in_the_population_as_alone(name: str) -> None:
    case = library.case(name)
    persons = [who for who in case.persons if "." not in who]
    made = run(case, persons, Asked(*days(case)), brief=True)
    for who in persons:
        assert answer(case, who) == made.answer(who), who


def test_columns_alone_decide_most_of_what_is_decided() -> None:
    found = population().values()
    alone, split = sum(s.by_columns for s in found), sum(s.by_split for s in found)
    assert alone > 200
    assert split < 0.1 * alone, (alone, split)

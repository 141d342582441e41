"""The smallest sets: each opens the pathway, and no part of it does."""

from __future__ import annotations

from importlib.resources import files
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sathana.facts.casefile import read
from sathana.facts.model import CaseFile
from sathana.law.load import pack
from sathana.status.diagram import NO, YES, Diagram, Workshop
from sathana.status.run import Asked, run
from sathana.status.smallest import (
    holds,
    least,
    smallest,
    surely,
    ways,
    with_papers,
)

CASES = sorted(
    one.name for one in (files("sathana.law.th") / "cases").iterdir()
    if one.name.endswith(".yaml")
)  # fmt: skip


def case_of(name: str) -> tuple[CaseFile, Asked]:
    text = (files("sathana.law.th") / "cases" / name).read_text("utf-8")
    case = read(text, name=name)
    day = case.as_of or 739_000
    return case, Asked(day, case.law_at or day)


def opens(case: CaseFile, who: str, pathway: str, asked: Asked) -> bool:
    made = run(case, [who], asked, documented=True)
    return holds(next(one for one in made.doors[who] if one.id == pathway))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # fmt: skip
@given(st.data())
def test_a_smallest_set_opens_the_pathway_and_no_part_of_it_does(
    data: st.DataObject,
) -> None:
    case, asked = case_of(data.draw(st.sampled_from(CASES)))
    who = data.draw(st.sampled_from([p for p in case.persons if "." not in p]))
    pathway = data.draw(st.sampled_from(sorted(pack().pathways)))
    found = smallest(case, who, pathway, asked)
    assert found.holds == opens(case, who, pathway, asked)
    for one in found.document:
        assert opens(with_papers(case, one), who, pathway, asked)
        for part in combinations(one, len(one) - 1):
            assert not opens(with_papers(case, part), who, pathway, asked)


@pytest.mark.parametrize(
    ("name", "who", "pathway", "size", "several"),
    [
        ("HW-BR-3-late.yaml", "P", "BR-3", 3, False),
        ("HW-C20-child-of-ten.yaml", "P", "BC", 2, True),
        ("HW-CAB-2000-lapsed.yaml", "P", "ID-NONTHAI", 2, True),
        ("HW-CAB-2016-G2-degree.yaml", "P", "CAB-2016-G2", 8, True),
        ("HW-C19-legitimated-2000-law-2012.yaml", "P", "NB-2008-PF", 2, False),
    ],
)
def test_sets_of_several_facts_are_smallest(
    name: str, who: str, pathway: str, size: int, several: bool
) -> None:
    case, asked = case_of(name)
    found = smallest(case, who, pathway, asked)
    assert len(found.document[0]) == size
    assert (len(found.document) > 1) == several
    assert [len(one) for one in found.document] == sorted(map(len, found.document))
    for one in found.document:
        assert opens(with_papers(case, one), who, pathway, asked)
        for part in combinations(one, len(one) - 1):
            assert not opens(with_papers(case, part), who, pathway, asked)


def test_a_told_register_waits_for_its_paper() -> None:
    name, who, pathway = "AC-352-2558.yaml", "P1", "COPY"
    case, asked = case_of(name)
    found = smallest(case, who, pathway, asked)
    assert (found.documented, found.claimed) == ("needs_facts", "open")
    assert found.document == (((who, "registers"),),)
    done = smallest(with_papers(case, found.document[0]), who, pathway, asked)
    assert done.holds
    assert done.document == ()


def test_of_no_pathway_nothing_is_said() -> None:
    case, asked = case_of(CASES[0])
    with pytest.raises(KeyError):
        smallest(case, next(iter(case.persons)), "NOTHING", asked)


@given(
    st.sets(st.integers(0, 30), min_size=1, max_size=6),
    st.integers(31, 60),
)  # fmt: skip
def test_least_finds_what_is_enough_and_no_more(need: set[int], end: int) -> None:
    asked: list[int] = []

    def enough(some: object) -> bool:
        asked.append(1)
        return need <= set(some)  # type: ignore[call-overload]

    assert set(least(list(range(end)), enough)) == need
    assert len(asked) <= 2 * len(need) * 7 + 8


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=12))
def test_ways_make_an_answer_sure_and_no_part_of_one_does(
    told: list[tuple[int, bool]],
) -> None:
    shop = Workshop()
    answer: Diagram = NO
    for number, (fact, direct) in enumerate(told):
        one = shop.fact((f"P{fact}", "thai"))
        one = one if direct else shop.opposite(one)
        answer = shop.both(answer, one) if number % 3 == 2 else shop.either(answer, one)
    if answer in (YES, NO):
        return
    found = ways(answer)
    assert found
    assert [len(way) for way in found] == sorted(len(way) for way in found)
    for way in found:
        assert surely(answer, way, {})
        for level in way:
            part = {key: value for key, value in way.items() if key != level}
            assert not surely(answer, part, {})

"""Families that a change of law can touch: nobody whose answer differs is missed."""

from __future__ import annotations

import dataclasses
import random
from datetime import date
from itertools import batched

import pytest
from tests.generative.families_asked import case_of
from tests.population.laws import otherwise
from tests.population.test_agreement import drawn
from tests.population.wild import wild
from tests.sample import some

from sathana.facts.model import CaseFile
from sathana.law.load import LawPack, pack, using
from sathana.population.differences import Days, Edition
from sathana.population.touched import Sieve
from sathana.status import TimeLoopError, assess
from sathana.status.flips import answers

TODAY = date(2026, 11, 26).toordinal()


def crowd(many: int, number: int) -> list[CaseFile]:
    told = [wild(f, n) if n % 3 == 0 else f for n, f in enumerate(drawn(many, number))]
    return [
        dataclasses.replace(case_of(family), case=f"family {n}")
        for n, family in enumerate(told)
    ]


def said(case: CaseFile, law_at: int = TODAY) -> object:
    """Return every answer about a family."""
    try:
        made = assess(case, as_of=TODAY, law_at=law_at)
    except TimeLoopError:
        return "loop"
    people: dict[str, dict[str, object]] = made["persons"]  # type: ignore[assignment]
    return {who: answers(one) for who, one in people.items()}


def differing(cases: list[CaseFile], before: LawPack) -> set[str]:
    now = [said(case) for case in cases]
    with using(before):
        was = [said(case) for case in cases]
    pairs = zip(cases, was, now, strict=True)
    return {case.case for case, old, new in pairs if old != new}


def sieve(before: LawPack, was_law_at: int = TODAY) -> Sieve:
    old = Edition.of(before)
    return Sieve(old, Edition.in_use(pack()), Days(TODAY, was_law_at, TODAY))


@pytest.mark.generative
@pytest.mark.parametrize("number", some(range(6), 3))
def test_nobody_whose_answer_differs_is_missed(number: int, campaign: bool) -> None:
    many, laws = (3400, 3) if campaign else (24, 1)
    cases, dice = crowd(many, 500 + number), random.Random(number)
    for _ in range(laws):
        before, what = otherwise(dice)
        found = sieve(before)
        taken = {one for some in batched(cases, 50) for one in found.taken(some)}
        missed = differing(cases, before) - taken
        assert not missed, f"{what}: {sorted(missed)[:5]}"


def test_the_same_law_touches_nobody() -> None:
    found = sieve(pack())
    assert found.nobody
    assert not found.taken(crowd(5, 1))


def test_a_day_on_which_nothing_begins_or_ends_changes_no_text() -> None:
    found = sieve(pack(), was_law_at=TODAY - 1)
    assert not any(old or new for old, new in found.differing.values())
    assert not found.everyone


def test_a_day_on_which_a_text_begins_touches_some_and_misses_nobody() -> None:
    begins = 739_273  # marriage for all: 22 January 2025
    cases = crowd(20, 9)
    found = sieve(pack(), was_law_at=begins - 1)
    assert "MARRIAGE" in {c.rule for c in found.differing["court"][1]}
    was = {case.case: said(case, begins - 1) for case in cases}
    now = {case.case: said(case) for case in cases}
    differ = {name for name, old in was.items() if old != now[name]}
    assert differ <= found.taken(cases)

"""Ruined and hostile case files: each is read, or refused with reasons, in time."""

from __future__ import annotations

import os
import random
import time

import pytest
from tests.generative.case_files import SAMPLES, mutate

from sathana.facts.casefile import CaseFileError, read, without_lines, write
from sathana.facts.model import CaseFile

COUNT = 5_000 if os.environ.get("SATHANA_CAMPAIGN") else 300
PARTS = 10
LONGEST = 6.0
"""Seconds of our own work. A busy machine makes the same work take three times as
long; a file that explodes takes minutes."""


@pytest.mark.generative
@pytest.mark.parametrize("part", range(PARTS))
def test_every_ruined_file_is_read_or_refused_with_reasons_in_time(part: int) -> None:
    for number in range(part, COUNT, PARTS):
        rng = random.Random(number)
        data = mutate(rng.choice(SAMPLES), rng)
        began = time.process_time()
        case = read_or_reasons(data, number)
        taken = time.process_time() - began
        assert taken < LONGEST, f"seed {number}: {len(data)} bytes took {taken:.1f} s"
        if case is not None:
            again = read(write(case), name="again")
            assert without_lines(again) == without_lines(case), f"seed {number}"


def read_or_reasons(data: bytes, number: int) -> CaseFile | None:
    """Read a file; if it is refused, see that each fault says why."""
    try:
        return read(data, name="ruined.yaml")
    except CaseFileError as refused:
        faults = refused.faults
    assert faults, f"seed {number}"
    for fault in faults:
        assert fault.line >= 1, f"seed {number}: {fault}"
        assert fault.th.strip(), f"seed {number}: {fault}"
        assert fault.en.strip(), f"seed {number}: {fault}"
        assert "\n" not in fault.th + fault.en, f"seed {number}: {fault}"
        assert len(fault.en) < 1_000, f"seed {number}: {fault.en[:200]}"
    return None


def test_the_sound_files_that_are_ruined_are_sound() -> None:
    for text in SAMPLES:
        assert read(text, name="sample").persons


def test_most_ruin_is_noticed_and_some_files_survive() -> None:
    outcomes = []
    for number in range(150):
        rng = random.Random(number)
        data = mutate(rng.choice(SAMPLES), rng)
        outcomes.append(read_or_reasons(data, number) is None)
    assert 0.5 < sum(outcomes) / len(outcomes) < 1

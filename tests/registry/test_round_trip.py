"""A case file in and out again: the law makes the same of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.generative.case_files import SAMPLES
from tests.generative.families import truths
from tests.generative.families_veiled import veiled
from tests.registry.house import House, consent

from sathana import status
from sathana.facts import casefile
from sathana.facts.model import CaseFile
from sathana.registry import dossier, errors
from sathana.registry.models import Family
from sathana.registry.services import importing
from sathana.status.flips import answers

CASES = sorted(Path(casefile.__file__).parents[1].joinpath("law/th/cases").glob("*"))
TODAY = date(2026, 11, 25).toordinal()


def keep(at: House, data: bytes) -> Family:
    return importing.family_from_case_file(
        reader=at.worker, data=data, title="", team_id=at.team.id, consent=consent()
    )


def told(case: CaseFile) -> dict[str, dict[str, object]]:
    """Return what is told by person and path, of persons with an id of their own."""
    return {
        who: {path: (t.value, t.grade, t.source) for path, t in person.told.items()}
        for who, person in case.persons.items()
        if "." not in who
    }


def asked(case: CaseFile, days: CaseFile) -> dict[str, dict[str, str]]:
    as_of = days.as_of or TODAY
    answer = status.assess(case, as_of=as_of, law_at=days.law_at or as_of)
    return {who: answers(person) for who, person in answer["persons"].items()}


def same_after_all(at: House, data: bytes, *, deep: bool) -> None:
    before = casefile.read(data, name="in")
    family = keep(at, data)
    text = dossier.as_text(at.worker, family.id)
    after = casefile.read(text, name="out")
    inline = any("." in who for who in before.persons)
    if not inline:
        assert told(after) == told(before)
        assert after.evidence == before.evidence
    if deep or inline:
        now, then = asked(after, before), asked(before, before)
        assert {who: now[who] for who in then} == then


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_of_the_law_comes_back_the_same(at: House, path: Path) -> None:
    # What is told being equal, the law makes the same of it; every ninth is asked too.
    same_after_all(at, path.read_bytes(), deep=CASES.index(path) % 9 == 0)


@pytest.mark.parametrize("text", SAMPLES)
def test_every_form_of_a_case_file_comes_back_the_same(at: House, text: str) -> None:
    same_after_all(at, text.encode(), deep=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(data=st.data())
def test_invented_families_come_back_the_same(at: House, data: st.DataObject) -> None:
    truth = data.draw(truths())
    family = data.draw(veiled(truth))
    text = json.dumps(family, ensure_ascii=False)
    same_after_all(at, text.encode(), deep=False)


def test_a_file_with_faults_is_refused_whole_and_says_where(at: House) -> None:
    bad = b"sathana: 1\ncase: x\npersons:\n  P: {sex: femal}\n  Q: {bron: 1}\n"
    with pytest.raises(errors.UnusableValueError) as caught:
        keep(at, bad)
    assert "4:" in caught.value.text["en"]
    assert "5:" in caught.value.text["en"]
    assert not Family.rows.exists()


def test_the_same_import_twice_is_one_family(at: House) -> None:
    from tests.registry.house import new_id

    one = new_id()
    for _ in range(2):
        importing.family_from_case_file(
            reader=at.worker, data=SAMPLES[0].encode(), title="x", team_id=at.team.id,
            consent=consent(), id=one,
        )  # fmt: skip
    assert Family.rows.count() == 1


def test_taking_along_needs_a_fresh_second_factor(at: House) -> None:
    from dataclasses import replace

    family = keep(at, SAMPLES[0].encode())
    stale = replace(at.worker, actor=replace(at.worker.actor, fresh=False))
    with pytest.raises(errors.StepUpError):
        dossier.as_text(stale, family.id)
    with pytest.raises((errors.NotAllowedError, errors.NotVisibleError)):
        dossier.as_text(at.steward, family.id)

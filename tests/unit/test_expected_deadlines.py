"""What a case expects of deadlines, procedures and citations, against an answer."""

from __future__ import annotations

import pytest

from sathana.cli.compare import compare
from sathana.facts.casefile import CaseFileError, read

ROW = {
    "thai": {"answer": "no"},
    "proof": {"cite": "na-2508/7"},
    "rights": [{"id": "WORK", "status": "open", "cite": "fwd-2560/63-1"}],
    "procedures": [{"id": "P3", "cite": "cra/37"}],
    "deadlines": [
        {"id": "APA-44", "due": "2026-11-23", "any_time": False, "cite": "apa/44"},
        {"id": "APA-44", "due": "2026-12-30", "any_time": False, "cite": "apa/44"},
        {"id": "APA-45-OFFICIAL", "due": "2026-10-16/2026-11-16", "any_time": False},
        {"id": "CRA-10", "due": None, "any_time": False},
        {"id": "ACA-52", "due": None, "any_time": True},
    ],
}


def _differences(expect: str) -> list[str]:
    text = (
        f"sathana: 1\ncase: c\npersons: {{P: {{sex: male}}}}\nexpect: {{P: {expect}}}\n"
    )
    found = compare(read(text, name="c"), {"persons": {"P": ROW}})
    return [f"{one.key}: {one.expected}, {one.got}" for one in found]


MET = [
    "{deadlines: {APA-44: 2026-11-23}}",
    "{deadlines: {APA-44: {be: 2569-11-23}}}",
    "{deadlines: {APA-44: 2026-11}}",
    "{deadlines: {APA-45-OFFICIAL: {not_before: 2026-10-16, not_after: 2026-11-16}}}",
    "{deadlines: {ACA-52: any_time, APA-40: none, CRA-10: unknown}}",
    "{procedures: [P3]}",
    "{cites: [apa/44, cra/37, fwd-2560/63-1, na-2508/7]}",
]


@pytest.mark.parametrize("expect", MET)
def test_an_expectation_that_is_met_gives_no_difference(expect: str) -> None:
    assert _differences(expect) == []


MISSED = [
    ("{deadlines: {APA-44: 2026-12-30}}", "deadlines.APA-44: 2026-12-30, 2026-11-23"),
    ("{deadlines: {APA-44: none}}", "deadlines.APA-44: none, 2026-11-23"),
    ("{deadlines: {APA-44: any_time}}", "deadlines.APA-44: any_time, 2026-11-23"),
    ("{deadlines: {APA-40: 2026-11-23}}", "deadlines.APA-40: 2026-11-23, none"),
    ("{deadlines: {CRA-10: none}}", "deadlines.CRA-10: none, unknown"),
    ("{deadlines: {CRA-10: 2026-11-23}}", "deadlines.CRA-10: 2026-11-23, none"),
    ("{procedures: [P4]}", "procedures: P4, P3"),
]


@pytest.mark.parametrize(("expect", "difference"), MISSED)
def test_an_expectation_that_is_missed_is_told(expect: str, difference: str) -> None:
    assert _differences(expect) == [difference]


def test_a_deadline_that_is_no_day_and_no_word_is_refused() -> None:
    with pytest.raises(CaseFileError, match="soon"):
        _differences("{deadlines: {APA-44: soon}}")

"""Scenario files: what they may say, and how what they may not say is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from sathana.population.scenario import ScenarioError, load, read, shipped, with_values
from sathana.population.scenario.laws import rulebooks
from sathana.population.scenario.model import Synthetic

BOTH = "{th: ก, en: a}"
GOOD = f"""
scenario: mine
title: {BOTH}
question: {BOTH}
population: {{synthetic: {{persons: 2000, seed: 1, area: north}}}}
as_of: 2026-06-01
parameters:
  years: {{kind: years, title: {BOTH}, least: 5, most: 20, default: 10}}
  since: {{kind: day, title: {BOTH}, least: 1990-01-01, most: 2020-01-01,
    default: 2011-12-31}}
  who: {{kind: classes, title: {BOTH}, of: number_class, default: [migrant]}}
alternatives:
  - name: other
    title: {BOTH}
    reform:
      - {{rule: PR-2024, years: {{from: 15, to: $years}}}}
      - {{rule: PR-2024, day: {{from: 1999-12-31, to: $since}}}}
      - {{rule: ANN-2025, class: {{fact: number_class,
          from: [recognised_group, no_status_89], to: $who}}}}
ask: [thai, PR-2024]
"""


def scenario(text: str, **values: object) -> object:
    return read(text, "mine.yaml", values=values)


def refused(text: str, **values: object) -> str:
    """Return the English text of the refusal; the Thai one must be there too."""
    with pytest.raises(ScenarioError) as fault:
        rulebooks(scenario(text, **values))  # type: ignore[arg-type]
    assert any("\u0e01" <= letter <= "\u0e5b" for letter in fault.value.th)
    return fault.value.en


def test_a_whole_scenario_is_read() -> None:
    made = read(GOOD, "mine.yaml", values={"years": "7", "who": "migrant,shelter"})
    assert made.population == Synthetic(2000, 1, "north")
    assert made.ask == ("thai", "PR-2024")
    years, since, who = made.alternatives[0].reform
    assert (years.old, years.new) == (15, 7)
    assert since.new == 734502
    assert who.new == ("migrant", "shelter")
    assert len(rulebooks(made)) == 2


def test_thai_is_asked_and_the_law_is_that_of_the_day_where_nothing_is_said() -> None:
    made = read(GOOD.replace("ask: [thai, PR-2024]", ""), "m", values={})
    assert made.ask == ("thai",)
    assert made.base.law_at == made.as_of
    assert made.base.reading == "court"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("scenario: mine", "scenarios: mine", "scenarios: no such key. Did you mean"),
        ("as_of: 2026-06-01", "", "as_of: this key is needed"),
        ("as_of: 2026-06-01", "as_of: soon", "as_of: "),
        ("as_of: 2026-06-01", "as_of: 2026", "as_of: "),
        ("area: north", "area: moon", "population.synthetic.area"),
        ("persons: 2000", "persons: many", "population.synthetic.persons"),
        ("persons: 2000", "persons: true", "population.synthetic.persons"),
        ("rule: PR-2024, years", "rule: PR-2023, years", "PR-2024"),
        ("{from: 15, to: $years}", "{from: 14, to: $years}", "It holds: 15, 20"),
        ("{from: 15, to: $years}", "{from: 15}", "alternatives[1].reform[1].years.to"),
        ("{from: 15, to: $years}", "{from: 15, to: x}", "reform[1].years.to"),
        ("years: {from: 15", "yeers: {from: 15", "reform[1].yeers: no such key"),
        ("fact: number_class", "fact: colour", "reform[3].class.fact"),
        ("to: $who", "to: [nobody]", "reform[3].class.to[1]"),
        ("to: $who", "to: $whom", "has no parameter of that name"),
        ("ask: [thai, PR-2024]", "ask: [PR-2042]", "PR-2024"),
        ("ask: [thai, PR-2024]", "ask: [NS-1992]", "ask[1]"),
        ("ask: [thai, PR-2024]", "ask: thai", "ask: "),
        (f"    title: {BOTH}\n    reform", "    reform", "alternatives[1].title"),
        ("name: other", "name: base", "alternatives.name"),
        ("kind: years", "kind: months", "parameters.years.kind"),
        ("default: 10", "default: 40", "parameters.years.default"),
        ("default: [migrant]", "default: [x]", "parameters.who.default"),
        ("title: {th: ก, en: a}\nquestion", "title: x\nquestion", "title: "),
        ("    reform:", "    reading: mine\n    reform:", "alternatives[1].reading"),
        ("    reform:", "    points: {C99: B}\n    reform:", "points.C99"),
        ("    reform:", "    points: {C1: C}\n    reform:", "points.C1"),
        ("    reform:", "    overlay: x.py\n    reform:", "command line only"),
        ("as_of: 2026-06-01", "as_of: 2026-06-01\nas_of: 2026-06-02", "stands twice"),
        ("as_of: 2026-06-01", "as_of: [", "no YAML"),
        ("as_of: 2026-06-01", "as_of: 2026-02-30", "no YAML"),
        ("{synthetic: {persons: 2000, seed: 1, area: north}}", "x.parquet", "no file"),
    ],
)
def test_what_is_wrong_is_named_by_its_key(old: str, new: str, told: str) -> None:
    assert old in GOOD
    assert told in refused(GOOD.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "- a\n", "just words", "scenario: mine"])
def test_what_is_no_scenario_is_refused(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("years", "4"),
        ("years", "21"),
        ("years", "-10"),
        ("years", "1e1"),
        ("years", "9" * 5000),
        ("years", True),
        ("since", "1989-12-31"),
        ("since", "2020-01-02"),
        ("since", "then"),
        ("who", ""),
        ("who", "migrant,nobody"),
        ("nothing", "1"),
    ],
)
def test_a_value_outside_the_range_fixed_for_it_is_refused(
    name: str, value: object
) -> None:
    assert name in refused(GOOD, **{name: value})


def test_the_scenarios_that_ship_can_all_be_read_at_both_ends_of_their_ranges() -> None:
    assert 4 <= len(shipped()) <= 8
    for name in shipped():
        made = load(name)
        assert made.name == name
        assert made.limits
        rulebooks(made)
        for parameter in made.parameters:
            ends = [
                parameter.least,
                parameter.most,
                *(o.value for o in parameter.options),
            ]
            for value in filter(None, ends):
                rulebooks(with_values(made, {parameter.name: value}))


def test_other_values_leave_the_scenario_itself_as_it_was() -> None:
    made = load("residence-years")
    other = with_values(made, {"years": "5"})
    assert made.values["years"] == 10
    assert other.values["years"] == 5
    assert with_values(other, {}).values["years"] == 10, "a link holds all that differs"


def test_a_file_of_people_is_found_beside_the_scenario(tmp_path: Path) -> None:
    made = GOOD.replace(
        "{synthetic: {persons: 2000, seed: 1, area: north}}", "p.parquet"
    )
    (tmp_path / "mine.yaml").write_text(made, "utf-8")
    assert load(tmp_path / "mine.yaml").population == tmp_path.resolve() / "p.parquet"


def test_a_name_that_nothing_has_is_said() -> None:
    with pytest.raises(ScenarioError, match="scenario list"):
        load("no-such-scenario")

"""Published totals: each defined, dated and sourced, in both languages."""

import re
from collections import Counter

import pytest

from sathana.population.people.measures import MEASURES
from sathana.population.people.shares import DataError
from sathana.population.people.targets import load, of_area, targets

GOOD = (
    "- {id: A, th: ก, en: a, areas: [north], measure: stateless, value: 10, "
    "date: 2020, use: calibrate, source: a report}\n"
)


def test_at_least_twenty_published_totals_are_calibrated_and_some_are_left_out():
    for area in ("north", "thailand"):
        uses = Counter(target.use for target in of_area(area))
        assert uses["calibrate"] >= 20
        assert uses["predict"] >= 2
        assert 0 < uses["conflict"] <= 6


def test_every_target_has_a_definition_in_both_languages_a_date_and_a_source():
    for target in targets().values():
        assert re.search(r"[ก-๙]", target.th), target.id
        assert not re.search(r"[ก-๙]", target.en), target.id
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", target.date), target.id
        assert "http" in target.source or target.source.startswith("as "), target.id


def test_stateless_target_non_thai_and_unregistered_are_four_series():
    names = ("stateless", "target", "non_thai", "unregistered_child")
    assert len({MEASURES[name] for name in names}) == 4
    assert {target.measure for target in targets().values()} >= set(names)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("source: a report", "note: x", "A has no 'source'"),
        ("measure: stateless", "measure: people", "'people' under 'measure'"),
        ("areas: [north]", "areas: [moon]", "'moon' under 'areas'"),
        ("use: calibrate", "use: guess", "'guess' under 'use'"),
        ("use: calibrate", "use: conflict", "must name under 'against'"),
        ("use: calibrate", "use: calibrate, against: A", "must name under 'against'"),
    ],
)
def test_a_target_with_a_fault_is_refused_by_name(old, new, said):
    with pytest.raises(DataError, match=said) as caught:
        load(GOOD.replace(old, new))
    assert "A" in caught.value.th


def test_the_same_target_twice_is_refused():
    with pytest.raises(DataError, match="A is there twice"):
        load(GOOD + GOOD)

"""Synthetic people: the same every time, in villages, and possible as families."""

from __future__ import annotations

import numpy as np
import pytest

from sathana.population.people import AreaError, TooFewError, make
from sathana.population.people.synth import COLUMNS
from sathana.population.schema import NEVER, columns, slots

PERSONS = 80_000


def whole(persons, seed, area):
    """Return all blocks of a table together."""
    blocks = list(make(persons, seed, area))
    return {name: np.concatenate([b[name] for b in blocks]) for name in blocks[0]}


@pytest.fixture(scope="module")
def people():
    return whole(PERSONS, 4, "north")


def test_the_same_seed_gives_the_same_people_and_another_seed_others(people):
    again, other = whole(PERSONS, 4, "north"), whole(PERSONS, 5, "north")
    assert all((people[name] == again[name]).all() for name in people)
    assert (people["born_date_lo"] != other["born_date_lo"]).any()


def test_the_columns_are_those_of_the_schema_in_its_types(people):
    assert list(people) == [column.name for column in COLUMNS]
    many = slots(people)
    assert [c.name for c in columns(many, ("r",))] == list(people)
    for column in COLUMNS:
        wanted = np.uint8 if column.kind == "code" else np.int32
        assert people[column.name].dtype == wanted, column.name
        if column.values:
            assert people[column.name].max() <= len(column.values), column.name


@pytest.mark.parametrize("persons", [1_000, 1_234, 65_537])
def test_there_are_exactly_as_many_persons_as_asked_for(persons):
    assert len(whole(persons, 1, "chiang-rai")["sex"]) == persons


def test_people_stand_in_whole_villages_and_links_stay_inside(people):
    village = people["village"]
    assert (np.diff(village) >= 0).all()
    rows = np.arange(PERSONS)
    for link in ("father", "mother"):
        has = people[link] >= 0
        assert has.mean() > 0.6
        assert (people[link][has] < rows[has]).all()
        assert (village[people[link][has]] == village[has]).all()
        wanted = 2 if link == "father" else 1
        assert (people["sex"][people[link][has]] == wanted).all()


def test_nobody_has_children_with_a_brother_or_sister(people):
    has = (people["father"] >= 0) & (people["mother"] >= 0)
    father, mother = people["father"][has], people["mother"][has]
    same = people["mother"][father] == people["mother"][mother]
    assert not (same & (people["mother"][father] >= 0)).any()


def test_a_parent_is_born_wholly_before_the_child_and_dies_after_the_birth(people):
    for link in ("father", "mother"):
        has = people[link] >= 0
        parent = people[link][has]
        gap = people["born_date_lo"][has] - people["born_date_hi"][parent]
        assert gap.min() > 0
        died = people["died_hi"][parent]
        assert (died >= people["born_date_lo"][has]).all()


def test_spouses_name_each_other_and_the_child_of_whom_it_is_told(people):
    rows = np.flatnonzero(people["marriage1_spouse"] >= 0)
    spouse, child = people["marriage1_spouse"][rows], people["marriage1_child"][rows]
    assert (people["marriage1_spouse"][spouse] == rows).all()
    parents = np.stack([people["father"][child], people["mother"][child]])
    assert (np.sort(parents, axis=0) == np.sort(np.stack([rows, spouse]), axis=0)).all()


def test_every_day_has_its_ends_in_order(people):
    for name in people:
        if name.endswith("_lo"):
            high = people[name[:-2] + "hi"]
            assert (people[name] <= high).all(), name
            assert high.max() <= NEVER


def test_four_to_six_generations_live_in_one_table(people):
    depth = np.zeros(PERSONS, np.int64)
    for link in ("father", "mother"):
        for _ in range(8):
            has = people[link] >= 0
            above = np.where(has, depth[people[link]] + 1, 0)
            depth = np.maximum(depth, above)
    assert 4 <= depth.max() <= 6


def test_progress_is_told_after_each_block():
    told = []
    list(make(150_000, 1, "north", lambda done, of: told.append((done, of))))
    assert told[-1] == (150_000, 150_000)
    assert len(told) >= 3


def test_what_cannot_be_made_is_refused_with_what_can():
    with pytest.raises(AreaError, match=r"no area 'isan'.*chiang-rai") as caught:
        next(make(10_000, 1, "isan"))
    assert "isan" in caught.value.th
    with pytest.raises(TooFewError, match="Ask for 1,000 or more"):
        next(make(999, 1, "north"))

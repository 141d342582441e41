"""Families out of a table read back as the rows they were written from."""

from __future__ import annotations

import numpy as np
import pytest

from sathana.facts.casefile import read
from sathana.population.people import make, write
from sathana.population.people.days import ASKED
from sathana.population.people.families import (
    KINDS,
    MOST,
    FamilyError,
    _chosen,
    _village_in,
    family,
    family_of,
)
from sathana.population.rows import table_of
from sathana.population.schema import NO_MARRIAGE, NOT_IDENTIFIED
from sathana.status import assess

PERSONS = 5_000


@pytest.fixture(scope="module")
def block():
    return next(make(PERSONS, 11, "north"))


def compare_family(block, row, most=MOST):
    """Compare every person of a family with the row; return how many there were."""
    village = _village_in(block, row, 0)
    rows = _chosen(village, row, most)
    case = read(family([block], row, most), name="family.yaml")
    table, places = table_of([case], ASKED)
    at = [places[case.case, f"P{k}"] for k in range(1, len(rows) + 1)]
    for place, number in zip(at, rows, strict=True):
        told = {name: int(column[place]) for name, column in table.columns.items()}
        wanted = as_in_the_file(village, rows, at, number)
        differing = {
            name: (told.get(name, nothing(name)), wanted[name])
            for name in wanted
            if told.get(name, nothing(name)) != wanted[name]
        }
        assert differing == {}, (row, number)
    return len(rows)


def nothing(name):
    """Return what an empty slot holds: the case file may need fewer of them."""
    return NO_MARRIAGE if name.endswith("_spouse") else 0


def as_in_the_file(village, rows, at, number):
    """Return a row with its links as in the case file, which holds fewer persons."""
    place = dict(zip(rows, at, strict=True))
    wanted = dict(village.rows[number])
    for name in ("village", "province", "counted", "group_code"):
        wanted.pop(name)
    for link in ("father", "mother"):
        if wanted[link] >= 0:
            wanted[link] = place.get(wanted[link], NOT_IDENTIFIED)
    if any(parent not in place for parent in village.parents(number)):
        wanted.pop("parents_marriage_lo")
    here = [child for child in village.children(number) if child in place]
    parents = [parent for child in here for parent in village.parents(child)]
    whole = all(parent in place for parent in parents)
    if wanted["marriage1_spouse"] == NO_MARRIAGE:
        return without_the_marriage(wanted)
    if wanted["marriage1_child"] < 0 or (here and whole):
        child = place.get(wanted["marriage1_child"], place[here[0]] if here else -1)
        spouse = wanted["marriage1_spouse"]
        wanted["marriage1_child"] = child
        wanted["marriage1_spouse"] = place.get(spouse, spouse)
        return wanted
    return without_the_marriage(wanted)


def without_the_marriage(wanted):
    """Leave out a marriage that the case file tells of nobody, or that is none."""
    kept = {n: v for n, v in wanted.items() if not n.startswith("marriage1_")}
    if wanted["marriage1_spouse"] == NO_MARRIAGE:
        kept["marriage1_spouse"] = NO_MARRIAGE
    return kept


def test_a_family_read_from_its_case_file_is_what_its_rows_hold(block):
    rng = np.random.default_rng(5)
    rows = rng.choice(PERSONS, 120, replace=False)
    assert sum(compare_family(block, int(row)) for row in rows) > 600


@pytest.mark.campaign
@pytest.mark.parametrize("area", ["chiang-rai", "north", "thailand"])
def test_many_families_of_every_area_read_back(area):
    block = next(make(60_000, 12, area))
    rows = np.random.default_rng(6).choice(60_000, 600, replace=False)
    assert sum(compare_family(block, int(row), most=25) for row in rows) > 4_500


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_a_family_of_every_kind_and_its_person_is_of_it(block, kind):
    rows = np.flatnonzero(KINDS[kind](block))
    assert len(rows)
    for row in rows[:5]:
        compare_family(block, int(row))
    text = family_of(7, kind)
    assert "Synthetic" in text
    assert "ผู้คนสมมติ" in text
    assert text == family_of(7, kind)


def test_a_whole_line_of_ancestors_reads_back_too(block):
    young = np.flatnonzero(block["born_date_lo"] > 737_000)[::40]
    assert max(compare_family(block, int(row), most=60) for row in young) > 20


def test_the_same_family_comes_from_a_file_and_from_blocks(tmp_path, block):
    path = tmp_path / "people.parquet"
    write(path, persons=PERSONS, seed=11, area="north")
    assert family(path, 777) == family([block], 777)


def test_a_family_can_be_assessed():
    case = read(family_of(3, "section-23"), name="family.yaml")
    assert assess(case, as_of=ASKED, law_at=ASKED)["persons"]


def test_a_row_that_is_not_there_is_named(block, tmp_path):
    with pytest.raises(FamilyError, match="no row 5000"):
        family([block], PERSONS)
    path = tmp_path / "people.parquet"
    write(path, persons=1_000, seed=11, area="north")
    with pytest.raises(FamilyError, match="no row 1000") as caught:
        family(path, 1_000)
    assert "1000" in caught.value.th


def test_a_kind_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(FamilyError, match=r"no kind of family 'elders'.*section-23"):
        family_of(1, "elders")

"""Families out of a table read back as the rows they were written from."""

from __future__ import annotations

import numpy as np
import pytest
from tests.population.people.reading import (
    differing,
    read_marriage,
    read_row,
    view_of,
)

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
from sathana.status import assess

PERSONS = 5_000


@pytest.fixture(scope="module")
def block():
    return next(make(PERSONS, 11, "north"))


def compare_family(block, row, most=MOST):
    """Compare every person of a family with the row; return how many there were."""
    village = _village_in(block, row, 0)
    rows = _chosen(village, row, most)
    view = view_of(family([block], row, most))
    ids = {number: f"P{place}" for place, number in enumerate(rows, 1)}
    for number in rows:
        wanted = village.rows[number]
        found = read_row(view, ids[number])
        inside = all(parent in ids for parent in village.parents(number))
        if not inside:
            found.pop("parents_marriage_lo")
        assert differing(found, wanted) == {}, (row, number)
        couple = [*village.children(number)]
        whole = all(
            c in ids and all(p in ids for p in village.parents(c)) for c in couple
        )
        if whole:
            marriage = read_marriage(view, ids[number])
            if marriage["marriage1_spouse"] == 0:
                assert wanted["marriage1_spouse"] >= 0
                marriage.pop("marriage1_spouse")
            assert differing(marriage, wanted) == {}, (row, number)
    return len(rows)


def test_a_family_read_from_its_case_file_is_what_its_rows_hold(block):
    rng = np.random.default_rng(5)
    rows = rng.choice(PERSONS, 120, replace=False)
    assert sum(compare_family(block, int(row)) for row in rows) > 600


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
    case = view_of(family_of(3, "section-23")).case
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

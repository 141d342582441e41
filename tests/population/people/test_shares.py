"""Every number that people are made from says where it comes from."""

from pathlib import Path

import pytest

from sathana.population.people.areas import NORTH, provinces
from sathana.population.people.shares import DataError, load, shares

PAGE = Path(__file__).parents[3] / "docs" / "synthetic-people.md"


def test_every_number_has_a_source_or_says_that_it_is_an_assumption():
    for share in shares().values():
        assert bool(share.source) != bool(share.assumption), share.id
        assert len(share.source or share.assumption) > 20, share.id


@pytest.mark.parametrize(
    "text",
    [
        "births: {value: 1}",
        "births: {source: a book}",
        "births: {value: 1, source: a book, assumption: a guess}",
    ],
)
def test_a_number_without_ground_is_refused_by_name(text):
    with pytest.raises(DataError, match="'births' needs a value and either") as caught:
        load(text)
    assert "births" in caught.value.th


def test_the_north_has_seventeen_provinces_with_tak_and_the_country_has_more():
    assert [p.code for p in provinces("north")] == list(NORTH)
    assert len(NORTH) == 17
    assert "63" in NORTH
    assert set(NORTH) < {p.code for p in provinces("thailand")}


def test_the_provinces_add_up_to_the_country():
    places = provinces("thailand")
    assert sum(p.stateless for p in places) == pytest.approx(592_340)
    assert sum(p.target for p in places) == pytest.approx(483_626, rel=1e-3)
    assert sum(p.stateless + p.other for p in places) == pytest.approx(983_994)
    assert sum(p.shelter for p in places) == pytest.approx(97_571)


def test_the_page_about_synthetic_people_names_every_number_and_its_ground():
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    for share in shares().values():
        ground = " ".join((share.source or share.assumption).split()).replace("|", "/")
        word = "source" if share.source else "*assumption*"
        assert f"| `{share.id}` | {word} | {ground} |" in page, share.id

"""Tables of synthetic people meet the published totals, or say how far they are off."""

from __future__ import annotations

from collections import Counter

import duckdb
import pytest

from sathana.population.people import (
    AreaError,
    NotSyntheticError,
    compare,
    compare_text,
    write,
)


@pytest.fixture(scope="module")
def north(tmp_path_factory):
    path = tmp_path_factory.mktemp("people") / "north.parquet"
    write(path, persons=100_000, seed=1, area="north")
    return path


def test_the_north_meets_its_totals_and_predicts_what_was_left_out(north):
    rows = compare(north)
    verdicts = Counter(row.verdict for row in rows)
    assert verdicts["off"] == 0, [r.target.id for r in rows if r.verdict == "off"]
    assert verdicts["within"] >= 20
    assert verdicts["predicted"] >= 2
    assert verdicts["conflict"] <= 6


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(2, 12))
@pytest.mark.parametrize("area", ["north", "chiang-rai"])
def test_every_seed_meets_the_totals(tmp_path, seed, area):
    path = tmp_path / "people.parquet"
    write(path, persons=100_000, seed=seed, area=area)
    off = [row.target.id for row in compare(path) if row.verdict == "off"]
    assert off == []


def test_a_conflict_shows_both_numbers(north):
    text = compare_text(compare(north), "en", "north")
    assert "88,000 (2025-09) contradicts 97,000 (CM-TARGET, 2025-11)" in text
    thai = compare_text(compare(north), "th", "north")
    assert "88,000 (2025-09) ขัดกับ 97,000 (CM-TARGET, 2025-11)" in thai


def test_the_comparison_begins_by_saying_that_nobody_is_real(north):
    rows = compare(north)
    assert compare_text(rows, "en").startswith("Synthetic people")
    assert compare_text(rows, "th").startswith("ผู้คนสมมติ")


def test_a_table_can_be_compared_with_the_targets_of_a_part_of_it(north):
    some = {row.target.id: row.verdict for row in compare(north, "chiang-rai")}
    assert some["CR-STATELESS"] == "within"
    assert "CM-STATELESS" not in some


def test_nothing_to_take_a_share_of_is_no_result_and_not_a_fault(tmp_path, north):
    path = tmp_path / "empty.parquet"
    duckdb.sql(f"SELECT * FROM '{north}' LIMIT 0").write_parquet(str(path))
    with pytest.raises(NotSyntheticError, match="not marked as synthetic"):
        compare(path)
    duckdb.sql(
        f"COPY (SELECT * FROM '{north}' LIMIT 0) TO '{path}' "
        "(FORMAT parquet, KV_METADATA {synthetic: 'yes', scale: '1', area: 'north'})"
    )
    rows = compare(path)
    assert all(row.result is None for row in rows if row.target.per)
    assert "off" in compare_text(rows, "en")


def test_an_unknown_area_is_refused(north):
    with pytest.raises(AreaError, match="no area 'moon'"):
        compare(north, "moon")

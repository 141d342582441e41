"""Files of synthetic people are whole or not there, and say what they are."""

from __future__ import annotations

import json

import duckdb
import pytest

from sathana.population.parquet import blocks, people
from sathana.population.people import make, read_notes, write
from sathana.population.rulebook import rule_codes
from sathana.population.table import checked


def rows_of(path):
    return duckdb.sql(f"SELECT * FROM '{path}'").fetchnumpy()


def test_the_file_holds_what_was_made_in_its_order(tmp_path):
    path = tmp_path / "people.parquet"
    write(path, persons=70_000, seed=3, area="thailand")
    found, row = rows_of(path), 0
    for block in make(70_000, 3, "thailand"):
        many = len(block["sex"])
        assert all((found[n][row : row + many] == block[n]).all() for n in block)
        row += many
    assert row == len(found["sex"])


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        write(tmp_path / name, persons=2_000, seed=3, area="north")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_file_says_that_it_is_synthetic_and_how_it_was_made(tmp_path):
    path = tmp_path / "people.parquet"
    write(path, persons=1_500, seed=9, area="chiang-rai")
    notes = read_notes(path)
    assert notes["synthetic"] == "yes"
    assert (notes["seed"], notes["area"], notes["persons"]) == (
        "9",
        "chiang-rai",
        "1500",
    )
    assert notes["as_of"] == "2026-06-01"
    assert float(notes["scale"]) > 1
    codes = json.loads(notes["codes"])
    assert codes["sex"] == ["female", "male"]
    assert codes["rules"] == list(rule_codes())


@pytest.mark.parametrize("old", [b"what was there", None])
def test_an_interrupted_work_leaves_nothing_and_takes_nothing(tmp_path, old):
    path = tmp_path / "people.parquet"
    if old is not None:
        path.write_bytes(old)

    def interrupt(done, of):
        if done > 70_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, persons=200_000, seed=1, area="north", progress=interrupt)
    assert list(tmp_path.iterdir()) == ([path] if old else [])
    if old is not None:
        assert path.read_bytes() == old


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "none" / "a.parquet", persons=1_000, seed=1, area="north")


def test_a_name_with_a_quote_is_written_too(tmp_path):
    path = tmp_path / "the people's.parquet"
    write(path, persons=1_000, seed=1, area="north")
    assert read_notes(path)["synthetic"] == "yes"


def test_the_file_is_a_table_of_people_that_the_rules_can_be_run_over(tmp_path):
    path = tmp_path / "people.parquet"
    write(path, persons=150_000, seed=1, area="north")
    file = people(path)
    assert file.is_synthetic
    assert file.rows == 150_000
    assert len(file.cuts) > 2
    for table in blocks(file):
        checked(table)

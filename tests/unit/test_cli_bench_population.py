"""The bench of populations: its figures, its words, and what it refuses."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from sathana.cli import bench_measure, bench_population
from sathana.cli.terminal import Speaker

PERSONS = 4000


def options(*arguments: str) -> argparse.Namespace:
    """Return options as the command line gives them."""
    reader = argparse.ArgumentParser()
    bench_population.add_options(reader, Speaker("en"))
    reader.add_argument("--json", action="store_true")
    reader.add_argument("--lang", default="en")
    return reader.parse_args(arguments)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small file of synthetic people."""
    path = tmp_path_factory.mktemp("bench") / "people.parquet"
    bench_population.make_people(path, PERSONS, Speaker("en"))
    return path


def test_one_file_gives_one_object_with_the_figures_that_are_asked_for(
    people: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = options("--people", str(people), "--rounds", "1", "--json")
    assert bench_population.run(asked) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["persons"] == PERSONS
    assert found["rulebooks"] == 1
    assert found["synthetic"] is True
    for name in ("persons_per_s", "operations_per_person", "baseline_minimum_per_s"):
        assert found[name] > 0
    assert found["peak_mb"] is None or found["peak_mb"] > 0
    steps = found["persons_per_s"] * found["operations_per_person"]
    assert found["ratio"] == pytest.approx(
        steps / found["baseline_minimum_per_s"], rel=0.01
    )


def test_each_answer_is_counted_for_every_person_and_rulebooks_share_steps(
    people: Path,
) -> None:
    one = bench_measure.measure(people, "thai", "court", 1)
    two = bench_measure.measure(people, "thai", "both", 1)
    assert two["answers"] == 2
    assert one["operations_per_person"] < two["operations_per_person"]
    assert two["operations_per_person"] < 2 * one["operations_per_person"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--persons", "0"),
        ("--rounds", "0"),
        ("--rulebooks", "0"),
        ("--rulebooks", "11"),
        ("--rulebooks", "all"),
    ],
)
def test_a_wrong_option_is_named_with_what_is_right(
    wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench_population.run(options(*wrong)) == 2
    assert wrong[0] in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_kindly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = options("--people", str(tmp_path / "nobody.parquet"))
    assert bench_population.run(asked) == 1
    assert "no file" in capsys.readouterr().err


def test_too_few_persons_for_families_are_told_kindly(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert bench_population.run(options("--persons", "3")) == 1
    assert "Traceback" not in (said := capsys.readouterr().err)
    assert "3" in said


def test_the_most_rulebooks_are_as_many_as_the_help_says() -> None:
    assert len(bench_measure.books_of("10")) == 10
    assert not bench_measure.books_of("11")
    assert len({bench_measure.books_of("10")[n] for n in range(10)}) == 10

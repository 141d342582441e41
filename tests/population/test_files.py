"""Files of people: read as written, in blocks of families, and refused with reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.population.agreement import rulebooks

from sathana.law import cases as library
from sathana.population.faults import TableError
from sathana.population.parquet import blocks, known, people, write
from sathana.population.program import answerable, compiled
from sathana.population.rows import table_of
from sathana.population.run import Results, evaluate
from sathana.population.schema import NOT_IDENTIFIED
from sathana.population.stream import over_file
from sathana.population.table import Table, leading

AS_OF = date(2026, 6, 1).toordinal()


@pytest.fixture(scope="module")
def crowd() -> Table:
    """Everybody of the case library in one table."""
    return table_of([library.case(name) for name in library.names()], AS_OF)[0]


@pytest.fixture(scope="module")
def whole(crowd: Table) -> Results:
    """Every answer about them, worked out at once."""
    books = rulebooks(AS_OF, AS_OF)
    return evaluate(compiled(books, answerable(books), crowd.slots), crowd)


def written(folder: Path, table: Table, **changed: np.ndarray) -> Path:  # type: ignore[type-arg]
    """Write a table with some columns changed, or taken away where given ``None``."""
    columns = {**table.columns, **changed}
    path = folder / "people.parquet"
    write(path, [{n: c for n, c in columns.items() if c is not None}], {"seed": "1"})
    return path


def streamed(path: Path, block: int, *, folded: bool) -> Results:
    """Return every answer about a file, block by block."""
    file, books = people(path, block=block), rulebooks(AS_OF, AS_OF)
    about = known(file) if folded else None
    program = compiled(books, answerable(books), file.slots, about)
    found = [results for _, results in over_file(program, file)]
    if not found:
        return {}
    return {name: np.concatenate([part[name] for part in found]) for name in found[0]}


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("block", [120, 100_000])
def test_a_file_in_blocks_is_answered_as_the_whole(
    tmp_path: Path, crowd: Table, whole: Results, block: int, folded: bool
) -> None:
    path = written(tmp_path, crowd)
    assert len(people(path, block=block).cuts) >= {120: 10, 100_000: 2}[block]
    found = streamed(path, block, folded=folded)
    assert found.keys() == whole.keys()
    assert all(np.array_equal(found[name], whole[name]) for name in whole)


def test_families_that_lie_scattered_are_one_block(
    tmp_path: Path, crowd: Table, whole: Results
) -> None:
    order = np.arange(len(crowd)).reshape(-1, 5).T.ravel()
    place = np.argsort(order).astype(np.int32)
    columns = {name: column[order] for name, column in crowd.columns.items()}
    for name in leading(columns):
        link = columns[name]
        columns[name] = np.where(link >= 0, place[np.maximum(link, 0)], link)
    path = written(tmp_path, Table(columns))
    assert len(people(path, block=100).cuts) < 6
    found = streamed(path, 100, folded=True)
    assert all(np.array_equal(found[n], whole[n][order]) for n in whole)


def test_a_file_says_of_itself_what_was_written(tmp_path: Path, crowd: Table) -> None:
    path = tmp_path / "people.parquet"
    write(path, [crowd.columns], {"synthetic": "yes", "seed": "it's 7"})
    found = people(path)
    assert found.is_synthetic
    assert found.about["seed"] == "it's 7"
    (table,) = blocks(found)
    assert all(
        np.array_equal(crowd.columns[name], table.columns[name])
        for name in crowd.columns
    )


def test_a_file_broken_off_leaves_the_old_one_and_nothing_else(
    tmp_path: Path, crowd: Table
) -> None:
    path = written(tmp_path, crowd)
    before = path.read_bytes()

    def tables() -> Iterator[dict[str, np.ndarray]]:  # type: ignore[type-arg]
        yield dict(crowd.columns)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, tables(), {})
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


# -- what is refused ---------------------------------------------------------------


def refusal(path: Path) -> TableError:
    """Return why a file is refused, by looking at it or by working it out."""
    with pytest.raises(TableError) as caught:
        streamed(path, 500, folded=False)
    assert caught.value.th != caught.value.en
    return caught.value


def test_a_missing_column_is_named(tmp_path: Path, crowd: Table) -> None:
    path = written(tmp_path, crowd, born_country=None, sex=None)  # type: ignore[arg-type]
    fault = refusal(path)
    assert "sex, born_country" in fault.en
    assert "sex, born_country" in fault.th


def test_a_slot_that_is_not_whole_is_named(tmp_path: Path, crowd: Table) -> None:
    path = written(tmp_path, crowd, order1_on_hi=None)  # type: ignore[arg-type]
    assert "order1_on_hi" in refusal(path).en


def test_a_wrong_type_is_named_with_the_right_one(tmp_path: Path, crowd: Table) -> None:
    path = written(tmp_path, crowd, conduct=np.full(len(crowd), "good"))
    fault = refusal(path)
    for word in ("conduct", "VARCHAR", "UTINYINT"):
        assert word in fault.en
        assert word in fault.th


def test_a_parent_row_that_does_not_exist_is_named(
    tmp_path: Path, crowd: Table
) -> None:
    mother = crowd.columns["mother"].copy()
    mother[17] = 99_999
    fault = refusal(written(tmp_path, crowd, mother=mother))
    for word in ("mother", "17", "99999"):
        assert word in fault.en


def test_a_link_below_all_that_have_a_meaning_is_refused(
    tmp_path: Path, crowd: Table
) -> None:
    father = crowd.columns["father"].copy()
    father[3] = -77
    fault = refusal(written(tmp_path, crowd, father=father))
    for word in ("father", "3", "-77"):
        assert word in fault.en


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_loop_of_parents_is_named_by_a_row_in_it(
    tmp_path: Path, crowd: Table, steps: int
) -> None:
    father = np.full(len(crowd), NOT_IDENTIFIED, np.int32)
    ring = 40 + np.arange(steps)
    father[ring] = np.roll(ring, 1)
    father[100:110] = 40  # who only descend from it are not in it
    fault = refusal(written(tmp_path, crowd, father=father))
    named = {int(word) for word in fault.en.replace(",", " ").split() if word.isdigit()}
    assert named & set(ring.tolist()), fault.en


def test_a_file_whose_codes_mean_something_else_is_refused(
    tmp_path: Path, crowd: Table
) -> None:
    path = tmp_path / "old.parquet"
    write(path, [crowd.columns], {"codes": '{"sex": ["female", "male"]}'})
    assert people(path).rows == len(crowd)
    write(path, [crowd.columns], {"codes": '{"sex": ["male", "female"]}'})
    assert "sex" in refusal(path).en


def test_a_code_without_a_meaning_is_named(tmp_path: Path, crowd: Table) -> None:
    sex = crowd.columns["sex"].copy()
    sex[5] = 9
    fault = refusal(written(tmp_path, crowd, sex=sex))
    for word in ("sex", "5", "9"):
        assert word in fault.en


def test_days_that_end_before_they_begin_are_named(
    tmp_path: Path, crowd: Table
) -> None:
    day = crowd.columns["entered_lo"].copy()
    day[8] = crowd.columns["entered_hi"][8] + 1
    fault = refusal(written(tmp_path, crowd, entered_lo=day))
    for word in ("entered", "8"):
        assert word in fault.en


def test_no_file_and_no_parquet_are_told_apart(tmp_path: Path) -> None:
    assert "no file" in refusal(tmp_path / "nobody.parquet").en
    text = tmp_path / "text.parquet"
    text.write_text("พ่อแม่ลูก " * 50, "utf-8")
    assert "cannot be read" in refusal(text).en
    assert "cannot be read" in refusal(tmp_path.joinpath("text.parquet")).en


def test_an_empty_file_has_no_answers_and_no_fault(
    tmp_path: Path, crowd: Table
) -> None:
    empty = Table({name: column[:0] for name, column in crowd.columns.items()})
    file = people(written(tmp_path, empty))
    program = compiled(rulebooks(AS_OF, AS_OF), ("thai",), file.slots)
    assert sum(len(table) for table, _ in over_file(program, file)) == 0

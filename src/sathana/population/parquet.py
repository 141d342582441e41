"""Files of people: read in blocks of whole families, checked, and written whole.

A block is as many neighbouring rows as no link crosses, so that each can be worked out
by itself and a file may be larger than memory. A file whose families lie scattered is
one block.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sathana.population.check import meant
from sathana.population.faults import TableError
from sathana.population.ops import Known
from sathana.population.rulebook import rule_codes
from sathana.population.schema import base, columns, slots
from sathana.population.table import Column, Table, leading

if TYPE_CHECKING:
    import duckdb

BLOCK = 131_072
"""Rows that a block is to have, if families allow it."""
_TYPES = {"code": "UTINYINT", "day": "INTEGER", "row": "INTEGER"}
_GROUP = 122_880

type Ends = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class People:
    """A file of people that was looked at.

    Attributes:
        columns: Names of its columns that the schema knows.
        rows: How many people.
        about: What the file says of itself: ``synthetic``, ``seed``, ``scale``.
        cuts: First row of each block, and the number of rows.
    """

    path: Path
    columns: tuple[str, ...]
    rows: int
    about: Mapping[str, str]
    cuts: tuple[int, ...]

    @property
    def slots(self) -> dict[str, int]:
        """How many slots of each thing there are."""
        return slots(self.columns)

    @property
    def is_synthetic(self) -> bool:
        """Whether the people were made, and are nobody."""
        return self.about.get("synthetic") == "yes"


def connected() -> duckdb.DuckDBPyConnection:
    """Return a database in memory that asks no other machine for anything."""
    import duckdb

    made = duckdb.connect(":memory:")
    made.execute("SET threads = 2")
    made.execute("SET autoinstall_known_extensions = false")
    made.execute("SET autoload_known_extensions = false")
    return made


def people(path: Path, *, block: int = BLOCK) -> People:
    """Look at a file of people.

    Args:
        path: A Parquet file.
        block: Rows that a block is to have.

    Raises:
        TableError: There is no such file, it is no Parquet file, a column is missing or
            of a wrong type, or a link leads to a row that does not exist.
    """
    with _reading(path) as database:
        types = _described(database, path)
        known = _wanted(types)
        rows = database.execute(
            "SELECT count(*) FROM read_parquet(?)", [str(path)]
        ).fetchone()
        about = database.execute(
            "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)", [str(path)]
        ).fetchall()
        size = int(rows[0]) if rows else 0
        _same_codes(dict(about), known)
        cuts = _cuts(database, path, known, size, block)
    return People(path, known, size, dict(about), cuts)


def blocks(file: People, wanted: Iterable[str] | None = None) -> Iterator[Table]:
    """Yield the blocks of a file in order; links are places within the block.

    Args:
        file: The file.
        wanted: Columns to read; all if left out.

    Raises:
        TableError: A number in the file has no meaning.
    """
    names = sorted(set(file.columns) & set(wanted)) if wanted else list(file.columns)
    with _reading(file.path) as database:
        for begin, end in zip(file.cuts, file.cuts[1:], strict=False):
            yield _block(database, file, names, begin, end)


def _block(
    database: duckdb.DuckDBPyConnection,
    file: People,
    names: list[str],
    begin: int,
    end: int,
) -> Table:
    listed = ", ".join(f'"{name}"' for name in names)
    found = database.execute(
        f"SELECT {listed} FROM read_parquet(?, file_row_number = true) "  # noqa: S608
        "WHERE file_row_number >= ? AND file_row_number < ?",
        [str(file.path), begin, end],
    ).fetchnumpy()
    made: dict[str, Column] = {}
    for name, column in found.items():
        if np.ma.isMaskedArray(column):
            raise TableError.empty_value(name)
        made[name] = column
    for name in leading(file.columns):
        if begin and name in made:
            link = made[name]
            made[name] = np.where(link >= 0, link - np.int32(begin), link)
    return meant(Table(made, begin))


def known(file: People) -> Known:
    """Return which codes occur in a file, and which columns never change.

    What nobody has need not be worked out for anybody.
    """
    kinds = {c.name: c.kind for c in columns(file.slots, rule_codes())}
    codes = [name for name in file.columns if kinds[name] == "code"]
    numbers = [name for name in file.columns if kinds[name] != "code"]
    masks = ", ".join(f'list(DISTINCT "{name}")' for name in codes)
    ends = ", ".join(f'min("{name}"), max("{name}")' for name in numbers)
    query = f"SELECT {masks}, {ends} FROM read_parquet(?)"  # noqa: S608
    with _reading(file.path) as database:
        row = database.execute(query, [str(file.path)]).fetchone() or ()
    found = dict(zip(codes, row, strict=False))
    spans = zip(numbers, row[len(codes) :: 2], row[len(codes) + 1 :: 2], strict=True)
    return Known(
        {name: frozenset(values or ()) for name, values in found.items()},
        {name: int(low) for name, low, high in spans if low == high},
    )


# -- looking at a file -------------------------------------------------------------


@contextmanager
def _reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    import duckdb

    database = connected()
    try:
        yield database
    except duckdb.Error as error:
        raise TableError.unreadable(str(path), str(error).splitlines()[0]) from None
    finally:
        database.close()


def _described(database: duckdb.DuckDBPyConnection, path: Path) -> dict[str, str]:
    if not path.is_file():
        raise TableError.no_file(str(path))
    rows = database.execute(
        "DESCRIBE SELECT * FROM read_parquet(?)", [str(path)]
    ).fetchall()
    return {str(row[0]): str(row[1]) for row in rows}


def _wanted(types: Mapping[str, str]) -> tuple[str, ...]:
    """Return the known columns of a file, all that are needed being there."""
    wanted = {c.name: c for c in columns(slots(types), rule_codes())}
    missing = [column.name for column in base() if column.name not in types]
    missing += [name for name in wanted if name not in types and name not in missing]
    if missing:
        raise TableError.missing(missing)
    for name, column in wanted.items():
        if types[name] != _TYPES[column.kind]:
            raise TableError.wrong_type(name, types[name], _TYPES[column.kind])
    return tuple(wanted)


def _same_codes(about: Mapping[str, str], names: tuple[str, ...]) -> None:
    """Refuse a file whose codes mean other words than those of the law pack in use."""
    meant = json.loads(about.get("codes", "{}"))
    for column in columns(slots(names), rule_codes()):
        told = meant.get(column.name)
        if told is not None and list(told) != list(column.values):
            raise TableError.other_codes(column.name)


def _cuts(
    database: duckdb.DuckDBPyConnection,
    path: Path,
    names: tuple[str, ...],
    size: int,
    block: int,
) -> tuple[int, ...]:
    """Return rows before which a block begins: no link leads across one."""
    own = np.arange(size, dtype=np.int32)
    low, high = own.copy(), own
    for name in leading(names):
        query = f'SELECT "{name}" FROM read_parquet(?)'  # noqa: S608
        link = database.execute(query, [str(path)]).fetchnumpy()[name]
        far = np.flatnonzero(link >= size)
        if len(far):
            raise TableError.no_such_row(name, int(far[0]), int(link[far[0]]))
        high = np.maximum(high, link)
        np.minimum(low, link, out=low, where=link >= 0)
    return _chosen(low, high, size, block)


def _chosen(low: Ends, high: Ends, size: int, block: int) -> tuple[int, ...]:
    reach = np.maximum.accumulate(high)
    back = np.minimum.accumulate(low[::-1])[::-1]
    places = np.arange(1, size, dtype=np.int32)
    free = places[(reach[:-1] < places) & (back[1:] >= places)]
    found = [0]
    while found[-1] + block < size:
        place = int(np.searchsorted(free, found[-1] + block, side="right"))
        before = int(free[place - 1]) if place else 0
        after = int(free[place]) if place < len(free) else size
        found.append(before if before > found[-1] else after)
    return tuple(found) if found[-1] == size else (*found, size)


# -- writing -----------------------------------------------------------------------


def write(
    path: Path,
    tables: Iterable[Mapping[str, Column]],
    about: Mapping[str, str],
    *,
    step: Callable[[int], None] = lambda rows: None,
) -> None:
    """Write a file of people; one broken off leaves nothing behind.

    Args:
        path: Where to; it takes the place of a file that is there.
        tables: Blocks in order, all with the same columns; links count from the
            first row of the file.
        about: What the file says of itself.
        step: Called with the number of rows of each block that was taken in.
    """
    kept = path.with_name(f".{path.name}.kept")
    half = path.with_name(f".{path.name}.half")
    try:
        _write(kept, half, tables, about, step)
        os.replace(half, path)
    finally:
        for leftover in (kept, half, kept.with_name(f"{kept.name}.wal")):
            leftover.unlink(missing_ok=True)


def _write(
    kept: Path,
    half: Path,
    tables: Iterable[Mapping[str, Column]],
    about: Mapping[str, str],
    step: Callable[[int], None],
) -> None:
    import duckdb

    with duckdb.connect(str(kept)) as database:
        database.execute("SET threads = 2")
        database.execute("SET preserve_insertion_order = true")
        for number, table in enumerate(tables):
            database.register("block", dict(table))
            begin = "CREATE TABLE people AS" if number == 0 else "INSERT INTO people"
            database.execute(f"{begin} SELECT * FROM block")  # noqa: S608
            database.unregister("block")
            step(len(next(iter(table.values()))))
        notes = ", ".join(f"{key}: {_quoted(text)}" for key, text in about.items())
        database.execute(
            f"COPY people TO {_quoted(str(half))} (FORMAT parquet, COMPRESSION zstd, "
            f"ROW_GROUP_SIZE {_GROUP}, KV_METADATA {{{notes}}})"
        )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"

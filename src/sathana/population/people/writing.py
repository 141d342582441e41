"""Files of synthetic people: Parquet, written block by block, whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sathana.population.people.days import AS_OF
from sathana.population.people.plan import make_plan
from sathana.population.people.synth import COLUMNS, VERSION, Block, Progress, made
from sathana.population.rulebook import rule_codes
from sathana.population.schema import SYNTHETIC

if TYPE_CHECKING:
    import duckdb

_PART = 250_000
"""Rows gathered before they are written to a part: more costs memory, not time."""
_ROW_GROUP = 122_880
_MEMORY = "400MB"


def write(
    path: str | Path,
    *,
    persons: int,
    seed: int,
    area: str,
    progress: Progress | None = None,
) -> None:
    """Make people and write them to a Parquet file.

    The file appears under its name when it is whole. Whatever interrupts the work, also
    Ctrl-C, leaves neither half a file nor parts behind; a file that was there stays.

    Args:
        path: The file; what is there is replaced.
        persons: How many rows.
        seed: The same seed gives the same rows.
        area: ``chiang-rai``, ``north`` or ``thailand``.
        progress: Called after each block with persons made and persons in all.

    Raises:
        AreaError: There is no such area.
        TooFewError: Fewer persons are asked for than families need.
        OSError: The file cannot be written.
    """
    plan = make_plan(persons, seed, area)
    target = Path(path)
    notes = {
        SYNTHETIC: "yes",
        "seed": str(seed),
        "area": area,
        "persons": str(persons),
        "scale": repr(plan.scale),
        "as_of": AS_OF.isoformat(),
        "generator": f"sathana people synth {VERSION}",
        "codes": json.dumps(_codes(), ensure_ascii=False, sort_keys=True),
    }
    with tempfile.TemporaryDirectory(
        prefix=f".{target.name}.", dir=target.parent, ignore_cleanup_errors=True
    ) as folder:
        connection = _connection(folder)
        try:
            parts = _parts(connection, made(plan, progress), Path(folder))
            whole = Path(folder) / "whole.parquet"
            _join(connection, parts, whole, notes)
        finally:
            connection.close()
        os.replace(whole, target)


def read_notes(path: str | Path) -> dict[str, str]:
    """Return what a Parquet file says of itself; empty where it says nothing."""
    import duckdb

    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)", [str(path)]
        ).fetchall()
    return {str(key): str(value) for key, value in found}


def _codes() -> dict[str, list[str]]:
    """Return the words of every column of codes, the first for code 1."""
    found = {column.name: list(column.values) for column in COLUMNS if column.values}
    return {**found, "rules": list(rule_codes())}


def _connection(folder: str) -> duckdb.DuckDBPyConnection:
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    connection.execute("SET threads = 2")
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET preserve_insertion_order = true")
    connection.execute(f"SET temp_directory = {_quoted(folder)}")
    return connection


def _parts(
    connection: duckdb.DuckDBPyConnection, blocks: Iterable[Block], folder: Path
) -> list[Path]:
    """Write blocks to parts of about a quarter of a million rows."""
    found: list[Path] = []
    waiting: list[Block] = []
    for block in blocks:
        waiting.append(block)
        if sum(len(part["sex"]) for part in waiting) >= _PART:
            found.append(_part(connection, waiting, folder, len(found)))
            waiting = []
    if waiting:
        found.append(_part(connection, waiting, folder, len(found)))
    return found


def _part(
    connection: duckdb.DuckDBPyConnection,
    blocks: list[Block],
    folder: Path,
    number: int,
) -> Path:
    """Write one part, as loosely packed as is quick."""
    path = folder / f"part{number:05}.parquet"
    together = {
        column.name: np.concatenate([block[column.name] for block in blocks])
        for column in COLUMNS
    }
    connection.register("people", together)
    connection.execute(
        f"COPY people TO {_quoted(path)} "
        f"(FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE {_ROW_GROUP})"
    )
    connection.unregister("people")
    return path


def _join(
    connection: duckdb.DuckDBPyConnection,
    parts: list[Path],
    whole: Path,
    notes: dict[str, str],
) -> None:
    """Put the parts together in their order, with what the file says of itself."""
    listed = ", ".join(_quoted(part) for part in parts)
    said = ", ".join(f"{key}: {_quoted(value)}" for key, value in notes.items())
    connection.execute(
        f"COPY (FROM read_parquet([{listed}])) TO {_quoted(whole)} "
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP}, "
        f"KV_METADATA {{{said}}})"
    )
    for part in parts:
        part.unlink()


def _quoted(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"

"""What differs between the databases that the law is printed for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_EPOCH = 719_163
"""1 January 1970, counted from 1 January of the year 1."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one database wants it.

    Attributes:
        name: ``duckdb``, ``postgres``, ``spark`` or ``clickhouse``.
        temporary: Word that makes a table or view that ends with the session.
        session: Name before that of a table of the session, to drop only such a one.
        fence: What keeps one layer from being worked out again for each reader.
        before: Statements that the script begins with.
        after: Statements that it ends with.
        statistics: Whether the database plans better when told to look at a new table.
        executed: Whether the tests run the script on this database.
        years: How a day is moved by whole years.
    """

    name: str
    temporary: str
    session: str
    fence: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    statistics: bool
    executed: bool
    years: Callable[[str, int], str]


def _years(day: str, many: int) -> str:
    """Go by the calendar: 29 February falls back to 28 February."""
    moved = f"DATE '1970-01-01' + ({day} - {_EPOCH}) + INTERVAL '{many} years'"
    return f"(CAST({moved} AS DATE) - DATE '1970-01-01' + {_EPOCH})"


def _years_duckdb(day: str, many: int) -> str:
    moved = f"DATE '1970-01-01' + ({day} - {_EPOCH}) + INTERVAL '{many} years'"
    days = f"(CAST({moved} AS DATE) - DATE '1970-01-01')"
    return f"CAST({days} + {_EPOCH} AS INTEGER)"


def _years_plain(day: str, many: int) -> str:
    """Say it with functions, of which SQLGlot knows the other databases' names."""
    date = f"DATE_ADD(DATE '1970-01-01', INTERVAL ({day} - {_EPOCH}) DAY)"
    moved = f"DATE_ADD({date}, INTERVAL {many} YEAR)"
    since = f"DATE_DIFF('day', DATE '1970-01-01', CAST({moved} AS DATE))"
    return f"CAST({since} + {_EPOCH} AS INTEGER)"


DUCKDB = Dialect(
    name="duckdb",
    temporary="TEMP ",
    session="temp.",
    fence="",
    before=("BEGIN TRANSACTION",),
    after=("COMMIT",),
    statistics=False,
    executed=True,
    years=_years_duckdb,
)
POSTGRES = Dialect(
    name="postgres",
    temporary="TEMP ",
    session="pg_temp.",
    fence="OFFSET 0",
    before=("BEGIN TRANSACTION", "SET LOCAL jit = off"),
    after=("COMMIT",),
    statistics=True,
    executed=True,
    years=_years,
)
_PLAIN = {
    "temporary": "",
    "session": "",
    "fence": "",
    "before": (),
    "after": (),
    "statistics": False,
    "executed": False,
    "years": _years_plain,
}
SPARK = Dialect(name="spark", **_PLAIN)  # type: ignore[arg-type]
CLICKHOUSE = Dialect(name="clickhouse", **_PLAIN)  # type: ignore[arg-type]

DIALECTS = {d.name: d for d in (DUCKDB, POSTGRES, SPARK, CLICKHOUSE)}
"""The databases by name."""

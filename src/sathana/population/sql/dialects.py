"""What differs between the databases that the law is printed for."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.population.sql.expressions import Years

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
        widest: Columns that a select may have; 0: no bound is known.
    """

    name: str
    temporary: str
    session: str
    fence: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    statistics: bool
    executed: bool
    years: Years
    widest: int = 0


def _years_postgres(day: str, many: int) -> str:
    """Go by the calendar: 29 February falls back to 28 February."""
    moved = f"DATE '1970-01-01' + ({day} - {_EPOCH}) + INTERVAL '{many} years'"
    return f"(CAST({moved} AS DATE) - DATE '1970-01-01' + {_EPOCH})"


def _years_duckdb(day: str, many: int) -> str:
    moved = f"DATE '1970-01-01' + ({day} - {_EPOCH}) + INTERVAL '{many} years'"
    days = f"(CAST({moved} AS DATE) - DATE '1970-01-01')"
    return f"CAST({days} + {_EPOCH} AS INTEGER)"


def _years_spark(day: str, many: int) -> str:
    date = f"DATE_ADD(DATE '1970-01-01', {day} - {_EPOCH})"
    moved = f"ADD_MONTHS({date}, {12 * many})"
    return f"CAST(DATE_DIFF('day', DATE '1970-01-01', {moved}) + {_EPOCH} AS INTEGER)"


def _years_clickhouse(day: str, many: int) -> str:
    date = f"addDays(toDate32('1970-01-01'), {day} - {_EPOCH})"
    since = f"dateDiff('day', toDate32('1970-01-01'), addYears({date}, {many}))"
    return f"CAST({since} + {_EPOCH} AS INTEGER)"


DUCKDB = Dialect(
    name="duckdb",
    temporary="TEMP ",
    session="temp.",
    fence="",
    before=(
        # The joins stand in a good order; to look for a better one takes longer than
        # to work out a generation.
        "SET disabled_optimizers = 'join_order'",
        "BEGIN TRANSACTION",
    ),
    after=("COMMIT", "RESET disabled_optimizers"),
    statistics=False,
    executed=True,
    years=_years_duckdb,
)
POSTGRES = Dialect(
    name="postgres",
    temporary="TEMP ",
    session="pg_temp.",
    fence="OFFSET 0",
    before=(
        "BEGIN TRANSACTION",
        # Thousands of small steps are worked out sooner than they are compiled.
        "SET LOCAL jit = off",
        "SET LOCAL client_min_messages = warning",
    ),
    after=("COMMIT",),
    statistics=True,
    executed=True,
    years=_years_postgres,
    widest=1664,
)


def _untried(name: str, years: Years, *before: str) -> Dialect:
    """Return a database on which nobody has run the script."""
    return Dialect(
        name=name,
        temporary="",
        session="",
        fence="",
        before=before,
        after=(),
        statistics=False,
        executed=False,
        years=years,
    )


# A text of which no number can be made must be an error, for so a script refuses.
SPARK = _untried("spark", _years_spark, "SET spark.sql.ansi.enabled = true")
# NULL, not 0, where a join finds nobody; a name is a column before it is an alias.
CLICKHOUSE = _untried(
    "clickhouse",
    _years_clickhouse,
    "SET join_use_nulls = 1",
    "SET prefer_column_name_to_alias = 1",
)

DIALECTS = {d.name: d for d in (DUCKDB, POSTGRES, SPARK, CLICKHOUSE)}
"""The databases by name."""

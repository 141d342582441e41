"""Whether the numbers of a table mean anything: codes, days in order, links."""

from __future__ import annotations

import numpy as np

from sathana.population.faults import TableError
from sathana.population.rulebook import rule_codes
from sathana.population.schema import (
    FOREIGN_SPOUSE,
    NO_MARRIAGE,
    NO_SUCH,
    NOT_IDENTIFIED,
    Column,
    columns,
)
from sathana.population.table import Table

_NAMING_A_RULE = ("_rule", "_under")


def meant(table: Table) -> Table:
    """Return the table if every number in it has a meaning.

    Raises:
        TableError: A code is none of its list, a day ends before it begins, or a link
            is below 0 without standing for anybody. The error names column and row.
    """
    for column in columns(table.slots, rule_codes()):
        if column.name not in table.columns:
            continue
        if column.kind == "code" and column.values:
            _code(table, column)
        elif column.kind == "row" and column.name != "village":
            _link(table, column.name)
        elif column.name.endswith("_hi"):
            _day(table, column.name.removesuffix("_hi"))
    return table


def _code(table: Table, column: Column) -> None:
    most = len(column.values) + column.name.endswith(_NAMING_A_RULE)
    values = table.columns[column.name]
    if len(values) and values.max() > most:
        row = int(np.flatnonzero(values > most)[0])
        raise TableError.bad_value(column.name, row + table.first, int(values[row]))


def _link(table: Table, name: str) -> None:
    link = table.columns[name]
    if not len(link) or link.min() >= NOT_IDENTIFIED:
        return
    if name.endswith("_spouse"):
        bad = (link < FOREIGN_SPOUSE) & (link != NO_MARRIAGE)
    elif name.endswith("_child"):
        bad = link < NOT_IDENTIFIED
    else:
        bad = link < NO_SUCH
    rows = np.flatnonzero(bad)
    if len(rows):
        row = int(rows[0])
        raise TableError.bad_value(name, row + table.first, int(link[row]))


def _day(table: Table, name: str) -> None:
    lo, hi = table.columns.get(f"{name}_lo"), table.columns[f"{name}_hi"]
    if lo is None:
        return
    wrong = lo > hi
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        ends = int(lo[row]), int(hi[row])
        raise TableError.backwards(name, row + table.first, *ends)

"""Statements in the words of databases on which nobody has tried them, by SQLGlot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlglot.expressions import Expr


def translated(statements: Iterable[str], dialect: str) -> Iterator[str]:
    """Yield statements as another database wants them.

    Args:
        statements: Statements as DuckDB reads them.
        dialect: ``spark`` or ``clickhouse``.
    """
    import sqlglot

    for statement in statements:
        for tree in sqlglot.parse(statement, read="duckdb"):
            if tree is not None:
                yield _fitted(tree, dialect).sql(dialect=dialect, pretty=True)


def _fitted(tree: Expr, dialect: str) -> Expr:
    """Add what SQLGlot cannot know: where ClickHouse is to keep a table."""
    from sqlglot import exp

    if dialect == "clickhouse" and isinstance(tree, exp.Create):
        if tree.kind == "TABLE":
            engine = exp.EngineProperty(this=exp.Var(this="Memory"))
            tree.set("properties", exp.Properties(expressions=[engine]))
    return tree

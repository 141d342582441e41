"""Statements in the words of databases on which nobody has tried them, by SQLGlot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlglot.expressions import Expr


def translated(statement: str, dialect: str) -> str:
    """Return one statement as another database wants it.

    Args:
        statement: A statement as DuckDB reads it.
        dialect: ``spark`` or ``clickhouse``.
    """
    import sqlglot

    tree = sqlglot.parse_one(statement, read="duckdb")
    return _fitted(tree, dialect).sql(dialect=dialect, pretty=True)


def _fitted(tree: Expr, dialect: str) -> Expr:
    """Add what SQLGlot cannot know: where ClickHouse is to keep a table."""
    from sqlglot import exp

    is_table = isinstance(tree, exp.Create) and tree.kind == "TABLE"
    if dialect == "clickhouse" and is_table:
        engine = exp.EngineProperty(this=exp.Var(this="Memory"))
        tree.set("properties", exp.Properties(expressions=[engine]))
    return tree

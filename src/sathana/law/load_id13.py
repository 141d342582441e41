"""The table of thirteen-digit numbers, from the rows of the compiled law."""

from __future__ import annotations

from sathana.law.id13 import Card, Category, Group, Hint, Id13Table, Proves, Source
from sathana.law.marks import Text
from sathana.law.rows import Row, checked_of

_NOTHING: Text = {"th": "", "en": ""}


def from_rows(row: Row) -> Id13Table:
    """Build the table; one without rows where the compiled law has none.

    Args:
        row: What :func:`sathana.law.compile_id13.compile_id13` gave.

    Raises:
        KeyError: A row lacks a key that it must have.
    """
    return Id13Table(
        sources={k: _source(k, r) for k, r in row.get("sources", {}).items()},
        categories={k: _category(k, r) for k, r in row.get("categories", {}).items()},
        groups={k: _group(k, r) for k, r in row.get("groups", {}).items()},
        cards={k: _card(k, r) for k, r in row.get("cards", {}).items()},
        proves=_proves(row.get("proves", {})),
    )


def _source(key: str, row: Row) -> Source:
    return Source(key, row["text"], row.get("address"), row.get("official", False))


def _category(key: str, row: Row) -> Category:
    return Category(
        digit=key,
        title=row["title"],
        people=row["people"],
        register=row["register"],
        sources=_several(row, "sources"),
        checked=checked_of(row),
        gap=row.get("gap", False),
        rules=_several(row, "rules"),
        note=row.get("note"),
    )


def _group(key: str, row: Row) -> Group:
    return Group(
        code=key,
        title=row["title"],
        sources=_several(row, "sources"),
        checked=checked_of(row),
        gap=row.get("gap", False),
        rules=_several(row, "rules"),
        note=row.get("note"),
        conflict=row.get("conflict"),
        conflict_sources=_several(row, "conflict_sources"),
        hint=Hint(**row["hint"]) if "hint" in row else None,
    )


def _card(key: str, row: Row) -> Card:
    return Card(
        id=key,
        old=row["old"],
        title=row["title"],
        categories=_several(row, "categories"),
        groups=_several(row, "groups"),
        sources=_several(row, "sources"),
        checked=checked_of(row),
        gap=row.get("gap", False),
        note=row.get("note"),
    )


def _proves(row: Row) -> Proves:
    return Proves(
        text=row.get("text", _NOTHING),
        law=row.get("law", _NOTHING),
        offices=row.get("offices", _NOTHING),
        cites=_several(row, "cites"),
        checked=checked_of(row),
        note=row.get("note"),
    )


def _several(row: Row, name: str) -> tuple[str, ...]:
    return tuple(row.get(name, ()))

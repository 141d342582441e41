"""The table of thirteen-digit numbers: from YAML to the rows of the compiled law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sathana.law.convert import bound, marked
from sathana.law.faults import Fault, fault
from sathana.law.source import Parse, Row, Rows, SourceError, each, read

_DAYS = ("checked_on", "recheck_on")


def _keys(names: str) -> frozenset[str]:
    return frozenset(names.split())


_MARKED = _keys("sources verified checked_on recheck_on gap note")
_KEYS = {
    "sources": _keys("text address official"),
    "categories": _MARKED | _keys("title people register rules"),
    "groups": _MARKED | _keys("title rules conflict conflict_sources hint"),
    "cards": _MARKED | _keys("title old categories groups"),
}
"""Keys each kind of row may have; any other is a fault, never ignored."""
_PROVES = _keys("text law offices cites verified checked_on recheck_on note")
_HINT = _keys("rule since text")


def compile_id13(folder: Path, parse: Parse) -> Row:
    """Return the rows of the table; an empty mapping where the folder has none.

    Args:
        folder: Folder of the YAML files.
        parse: Gives the records of a file's text; is told the file's name.

    Raises:
        SourceError: A section or key is unknown, or a row cannot be read.
    """
    data = read(folder, "id13*.yaml", parse)
    if not data:
        return {}
    if faults := [*_strange(data)]:
        raise SourceError(faults)
    days = [bound(data["defaults"].get(name)) for name in _DAYS]
    rows = {**data, "proves": {"proves": data["proves"]}}
    kinds: Row = {
        kind: each(rows[kind], lambda _, row: _row(row, days))
        for kind in ("categories", "groups", "cards", "proves")
    }
    return {**kinds, **kinds["proves"], "sources": data["sources"]}


def _row(row: Row, days: list[Any]) -> Row:
    """Convert a row: its mark and dates in one, and the day of its hint."""
    done = {k: v for k, v in row.items() if k not in (*_DAYS, "verified")}
    if "hint" in row:
        done["hint"] = {**row["hint"], "since": _since(row["hint"]["since"])}
    return done | {"checked": marked(row, *days)}


def _since(value: object) -> int | str | None:
    """Return the day from which a hint says somebody is Thai.

    Raises:
        ValueError: It is no date, not ``birth`` and not null.
    """
    if value is None:
        return None
    if value == "birth":
        return "birth"
    if isinstance(value, date):
        return value.toordinal()
    raise ValueError(f"'{value}' is no date, not 'birth' and not null")


def _strange(data: Row) -> Iterator[Fault]:
    """Yield a fault for each section and key that the table may not have."""
    yield from _beyond("id13.yaml", data, frozenset({"defaults", "proves", *_KEYS}))
    yield from _beyond("proves", data.get("proves", {}), _PROVES)
    for kind, keys in _KEYS.items():
        rows: Rows = data.get(kind, {})
        for key, row in rows.items():
            yield from _beyond(key, row, keys)
            yield from _beyond(key, row.get("hint", {}), _HINT)


def _beyond(subject: str, row: Row, keys: frozenset[str]) -> Iterator[Fault]:
    known = ", ".join(sorted(keys))
    for name in sorted(set(row) - keys):
        yield fault(
            "unknown-key",
            subject,
            f"ไม่รู้จัก '{name}' ในตารางเลข 13 หลัก ที่ใช้ได้คือ {known}",
            f"'{name}' is no key here in the table of numbers; known are {known}",
        )

"""Reading the YAML of the law strictly: nothing twice, nothing unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sathana.law.faults import Fault, fault

type Row = dict[str, Any]
"""One record as YAML gives it."""
type Rows = dict[str, Row]


def _keys(names: str) -> frozenset[str]:
    return frozenset(names.split())


KEYS: dict[str, frozenset[str]] = {
    "instrument": _keys(
        "kind title gazette from until source verified checked_on recheck_on note"
    ),
    "provision": _keys(
        "instrument section from until text source verified "
        "checked_on recheck_on retroactive note"
    ),
    "rule": _keys("kind title line declaratory warn versions pathway right"),
    "version": _keys(
        "kind births law effect cites verified checked_on recheck_on note"
    ),
    "pathway": _keys("group windows file_with decider granted_by for_rule"),
    "right": _keys("office papers fees say procedure why_closed"),
    "contested": _keys(
        "question a b effect bears_on verified checked_on recheck_on note"
    ),
    "event": _keys("date title instrument provisions births verified"),
    "fee": _keys("title values"),
    "value": _keys(
        "from until baht in_force ceiling cites verified checked_on recheck_on note"
    ),
    "limit": _keys(
        "title whose trigger results told_remedy for birthday orders after "
        "instead_of versions warn checked_on recheck_on"
    ),
    "limit version": _keys(
        "from until amount unit holiday in_force cites verified "
        "checked_on recheck_on note"
    ),
    "procedure": _keys(
        "title pathways rights steps file_with deciders papers fees limits remedies "
        "doors contested cites verified checked_on recheck_on note warn"
    ),
    "step": _keys("who do limit"),
    "decider": _keys("from until who cites verified checked_on recheck_on"),
    "paper": _keys("paper name when form"),
    "door": _keys("title what phone address cites verified checked_on recheck_on note"),
    "form": _keys("code title cites verified checked_on recheck_on note"),
    "holiday": _keys("announced days library made_on verified"),
    "cabinet": _keys("change th en source verified checked_on recheck_on"),
}
"""Keys each kind of record may have; any other is a fault, never ignored."""

_PARTS = {
    ("rule", "versions"): "version",
    ("limit", "versions"): "limit version",
    ("fee", "values"): "value",
    ("procedure", "steps"): "step",
    ("procedure", "deciders"): "decider",
    ("procedure", "papers"): "paper",
}
"""What kind of record stands in a list of another."""

type Parse = Callable[[str, str], Row]
"""Gives the records of a file's text; is told the file's name."""


class SourceError(Exception):
    """The YAML cannot be compiled.

    Attributes:
        faults: All that was found, with messages in both languages.
    """

    def __init__(self, faults: list[Fault]) -> None:
        """Keep the faults and join them for a log."""
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def read(folder: Path, pattern: str, parse: Parse) -> Row:
    """Read all files of a kind into one mapping.

    Args:
        folder: Folder of the YAML files.
        pattern: Names of the files; read in the order of their names.
        parse: Gives the records of a file's text; is told the file's name.

    Raises:
        SourceError: An id stands in two of the files, or a file cannot be parsed.
    """
    merged: Row = {}
    for path in sorted(folder.glob(pattern)):
        rows = parse(path.read_text("utf-8"), path.name)
        defaults = rows.pop("_defaults", {})
        for key, row in rows.items():
            if key in merged:
                raise SourceError([_twice(key, path.name)])
            merged[key] = {**defaults, **row} if defaults else row
    return merged


def _twice(key: str, name: str) -> Fault:
    return fault(
        "duplicate-id",
        key,
        f"รหัส {key} อยู่ในหลายไฟล์ (พบอีกใน {name})",
        f"'{key}' is in two files (again in {name}); an id is used once",
    )


def unknown_keys(kind: str, rows: Rows) -> Iterator[Fault]:
    """Yield a fault for each key that a kind of record may not have."""
    for key, row in rows.items():
        yield from _strange(kind, key, row)
        for (whole, name), part in _PARTS.items():
            for entry in row.get(name, ()) if whole == kind else ():
                yield from _strange(part, key, entry)
        for block in {"pathway", "right"} & set(row) if kind == "rule" else ():
            yield from _strange(block, key, row[block])


def _strange(kind: str, key: str, row: Row) -> Iterator[Fault]:
    for name in sorted(set(row) - KEYS[kind]):
        known = ", ".join(sorted(KEYS[kind]))
        yield fault(
            "unknown-key",
            key,
            f"ไม่รู้จัก '{name}' ใน {kind} ที่ใช้ได้คือ {known}",
            f"'{name}' is no key of a {kind}; known are {known}",
        )


def each(rows: Rows, convert: Callable[[str, Row], Row]) -> Rows:
    """Convert every record; a record that cannot be read is named."""
    done: Rows = {}
    faults: list[Fault] = []
    for key, row in rows.items():
        try:
            done[key] = convert(key, row)
        except (KeyError, ValueError, TypeError) as error:
            faults.append(
                fault(
                    "unreadable",
                    key,
                    f"อ่านรายการนี้ไม่ได้: {error!r}",
                    f"cannot be read: {error!r} (a key that is missing, or a value "
                    "of a wrong kind)",
                )
            )
    if faults:
        raise SourceError(faults)
    return done

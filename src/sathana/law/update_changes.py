"""The changes of an update file: each names a record and sets what may be set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sathana.facts.casefile_faults import Faults
from sathana.facts.casefile_nodes import Map, Node, Seq
from sathana.law.update_fields import FIELDS, OF_ONE_TEXT, TEXT, Shape
from sathana.law.update_model import Change
from sathana.text import nearest

MOST_CHANGES = 200
"""Most records that one update may change: more is a new edition."""
_BLOCKS = frozenset({"pathway", "right"})
"""Keys of a record that hold a block of keys."""
_KEYS = frozenset({"record", "set", "why", "version"})


def changes(rows: object, node: Node | None, faults: Faults) -> tuple[Change, ...]:
    """Return the changes of a file; what cannot be read is noted and left out.

    Args:
        rows: The list as YAML gives it.
        node: The same list with its lines.
        faults: Where faults are noted.
    """
    line = node.line if node is not None else 1
    if not isinstance(rows, list) or not isinstance(node, Seq) or not rows:
        faults.add(
            line,
            "changes.none",
            th="changes ต้องเป็นรายการ แต่ละข้อมี record, set และ why",
            en="'changes' must be a list; each entry has record, set and why",
        )
        return ()
    if len(rows) > MOST_CHANGES:
        faults.add(
            line,
            "changes.many",
            th=f"หนึ่งฉบับแก้ได้ไม่เกิน {MOST_CHANGES} รายการ",
            en=f"an update changes at most {MOST_CHANGES} records",
        )
        return ()
    found = [
        change
        for row, part in zip(rows, node.items, strict=True)
        if (change := _change(row, part, faults)) is not None
    ]
    _no_twice(found, faults)
    return tuple(found)


def _change(row: object, node: Node, faults: Faults) -> Change | None:
    if not isinstance(row, dict) or not isinstance(node, Map):
        faults.add(
            node.line,
            "change.shape",
            th="แต่ละข้อต้องมี record, set และ why",
            en="an entry of 'changes' has record, set and why",
        )
        return None
    before = len(faults.found)
    for problem in _outside(row):
        faults.add(node.line, problem[0], th=problem[1], en=problem[2])
    kind, _, key = str(row.get("record", "")).partition("/")
    if kind not in FIELDS or not key:
        _unknown_kind(row.get("record"), node.line, faults)
        return None
    values = dict(_flat(row.get("set")))
    block = node.entries.get("set")
    for name, value in values.items():
        _check(f"{kind}/{key}", kind, name, value, _line(block, name), faults)
    if len(faults.found) > before:
        return None
    return Change(kind, key, row.get("version"), values, row["why"], node.line)


def _outside(row: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a change beside what it sets."""
    for key in sorted(set(row) - _KEYS):
        yield (
            "key.unknown",
            f"ไม่รู้จัก “{key}” ที่ใช้ได้คือ record, version, set, why",
            f"'{key}' is not known; a change has record, version, set and why",
        )
    if not TEXT.fits(row.get("why")):
        yield "change.why", f"why ต้องเป็น{TEXT.th}", f"'why' must be {TEXT.en}"
    told = row.get("set")
    if not isinstance(told, dict) or not told:
        yield (
            "change.set",
            "set ต้องบอกค่าใหม่อย่างน้อยหนึ่งค่า",
            "'set' must give at least one new value",
        )
    number = row.get("version")
    if number is not None and not (type(number) is int and 0 < number < 100):
        yield (
            "change.version",
            "version ต้องเป็นลำดับของตัวบท เริ่มที่ 1",
            "'version' must be the number of a text of the rule, from 1",
        )
    elif number is not None and not str(row.get("record")).startswith("rule/"):
        yield (
            "change.version",
            "version ใช้กับ rule เท่านั้น",
            "'version' is for rules only; other records have one text",
        )


def _unknown_kind(record: object, line: int, faults: Faults) -> None:
    near = nearest(str(record).partition("/")[0], list(FIELDS))
    kinds = ", ".join(f"{kind}/..." for kind in FIELDS)
    faults.add(
        line,
        "record.kind",
        th=f"record “{record}” ไม่ใช่ชนิดที่แก้ได้ เขียนเป็น {kinds}"
        + (f" (หมายถึง {near} ใช่หรือไม่)" if near else ""),
        en=f"the record '{record}' is of no kind that an update may change: {kinds}"
        + (f" (did you mean {near}?)" if near else ""),
    )


def _flat(told: object) -> Iterator[tuple[str, object]]:
    """Yield each value that is set, a dot naming a key of a block."""
    for name, value in told.items() if isinstance(told, dict) else ():
        if name in _BLOCKS and isinstance(value, dict):
            yield from ((f"{name}.{inner}", v) for inner, v in value.items())
        else:
            yield str(name), value


def _line(block: Node | None, name: str) -> int:
    """Return the line of a value that is set."""
    line = block.line if block is not None else 1
    for part in name.split("."):
        if not isinstance(block, Map) or part not in block.entries:
            return line
        line, block = block.lines[part], block.entries[part]
    return line


def _check(
    record: str, kind: str, name: str, value: object, line: int, faults: Faults
) -> None:
    shape = FIELDS[kind].get(name)
    if shape is None:
        allowed = ", ".join(FIELDS[kind])
        faults.add(
            line,
            "field.forbidden",
            th=f"{record}: แก้ “{name}” ด้วยไฟล์ปรับปรุงไม่ได้ แก้ได้เฉพาะ {allowed} "
            "เงื่อนไขและตัวบทต้องแก้ในโปรแกรม",
            en=f"{record}: '{name}' cannot be set by an update, only {allowed}; "
            "conditions and texts change with the program",
        )
    elif not shape.fits(value):
        faults.add(
            line,
            "value.shape",
            th=f"{record}: “{name}” ต้องเป็น{shape.th}",
            en=f"{record}: '{name}' must be {shape.en}",
        )
    else:
        _check_rows(f"{record}: {name}", shape, value, line, faults)


def _check_rows(
    where: str, shape: Shape, value: object, line: int, faults: Faults
) -> None:
    """Note what is wrong inside a list of records."""
    rows = value if shape.keys and isinstance(value, list) else []
    for number, row in enumerate(rows, start=1):
        for key in sorted(shape.needed - set(row)):
            faults.add(
                line,
                "key.missing",
                th=f"{where} ข้อที่ {number}: ยังไม่มี “{key}”",
                en=f"{where}, entry {number}: '{key}' is missing",
            )
        for key, inner in row.items():
            known = shape.keys.get(key)
            if known is None or not known.fits(inner):
                th = known.th if known else f"หนึ่งใน {', '.join(shape.keys)}"
                en = known.en if known else f"one of {', '.join(shape.keys)}"
                faults.add(
                    line,
                    "value.shape",
                    th=f"{where} ข้อที่ {number}: “{key}” ต้องเป็น{th}",
                    en=f"{where}, entry {number}: '{key}' must be {en}",
                )


def _no_twice(found: list[Change], faults: Faults) -> None:
    seen: dict[tuple[str, int | None, str], int] = {}
    for change in found:
        for name in change.values:
            number = change.version if name in OF_ONE_TEXT else None
            place = (change.record, number, name)
            if place in seen:
                faults.add(
                    change.line,
                    "change.twice",
                    th=f"{change.record}: ตั้ง “{name}” ไว้แล้วที่บรรทัด {seen[place]}",
                    en=f"{change.record}: '{name}' is set twice (first at line "
                    f"{seen[place]})",
                )
            seen[place] = change.line

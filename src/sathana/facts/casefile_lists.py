"""Reading lists of entries by their table: grades, sources, missing keys, order."""

from __future__ import annotations

from sathana.facts.casefile_entries import ENTRY_KINDS, Entry, EntryKind, Field
from sathana.facts.casefile_faults import RefusedError
from sathana.facts.casefile_nodes import Map, Node, Scalar, Seq
from sathana.facts.casefile_scope import Scope, expected, unknown_key
from sathana.facts.model import Grade, Spell
from sathana.text import nearest

GRADE_NAMES = {grade.name.lower(): grade for grade in Grade}
"""Grades by the word of the case file."""


def read_entries(node: Node, scope: Scope) -> tuple[Entry, ...]:
    """Read a list of entries; each entry that is wrong gives its own faults.

    Raises:
        RefusedError: If it is not a list.
    """
    kind = ENTRY_KINDS[scope.key]
    if kind.none and isinstance(node, Scalar) and node.text == "none":
        return ()
    if not isinstance(node, Seq):
        shown = ", ".join(kind.fields)
        none_th, none_en = (" หรือ none", ", or none") if kind.none else ("", "")
        raise expected(
            node,
            f"รายการ [{{{shown}}}]{none_th} ถ้าไม่มีเลยให้เว้นไว้หรือเขียน []",
            f"a list [{{{shown}}}]{none_en}; if there is nothing, leave it out or "
            "write []",
        )
    read_ones = (_entry(item, kind, scope) for item in node.items)
    return tuple(entry for entry in read_ones if entry is not None)


def read_grade(node: Node) -> Grade:
    """Read how well a value is shown."""
    if isinstance(node, Scalar) and node.text in GRADE_NAMES:
        return GRADE_NAMES[node.text]
    words = ", ".join(reversed(GRADE_NAMES))
    near = nearest(node.text, GRADE_NAMES) if isinstance(node, Scalar) else None
    raise expected(node, f"คำใดคำหนึ่งใน {words}", f"one of {words}", near=near)


def _entry(node: Node, kind: EntryKind, scope: Scope) -> Entry | None:
    """Read one entry; None after a fault."""
    own = Scope(scope.reading, scope.person, scope.key, scope.grade)
    try:
        if isinstance(node, Map) and isinstance(node.entries.get("value"), Map):
            node = _unwrap(node, own)
        if isinstance(node, Map):
            return _entry_map(node, kind, own)
        if isinstance(node, Scalar) and node.text == "unknown":
            return _unknown_entry(node, kind, own)
        shown = ", ".join(kind.fields)
        raise expected(node, f"{{{shown}}}", f"{{{shown}}}")
    except RefusedError as refused:
        scope.reading.faults.refuse(refused, scope.path)
        return None


def _unwrap(node: Map, own: Scope) -> Node:
    """Take grade and source of ``{value: {...}, source, grade}``."""
    for key, line, value in node.pairs():
        if key == "source":
            own.cite(value)
        elif key == "grade":
            own.grade = read_grade(value)
        elif key != "value":
            known = ("value", "source", "grade")
            raise unknown_key(line, key, nearest(key, known), ", ".join(known))
    return node.entries["value"]


def _unknown_entry(node: Scalar, kind: EntryKind, own: Scope) -> Entry:
    """Return the entry that says only that there may be something more."""
    if kind.unknown is None:
        raise RefusedError(
            node.line,
            "entry.unknown",
            th=f"ในรายการนี้ใช้ unknown เป็นรายการย่อยไม่ได้ ถ้าไม่ทราบเลยให้เขียน "
            f"{own.key}: unknown",
            en=f"'unknown' cannot be an entry here: if nothing is known, write "
            f"'{own.key}: unknown'",
        )
    values = {**(kind.start or {}), **kind.unknown}
    return kind.build(**values, grade=own.grade)


def _entry_map(node: Map, kind: EntryKind, own: Scope) -> Entry | None:
    """Read the fields of one entry; each wrong field gives a fault of its own."""
    faults, before = own.reading.faults, len(own.reading.faults.found)
    values: dict[str, object] = dict(kind.start or {})
    for key, line, value in node.pairs():
        try:
            if key == "source":
                own.cite(value)
            elif key == "grade":
                own.grade = read_grade(value)
            elif key in kind.fields:
                found = kind.fields[key]
                values[found.attribute] = _field(found, value, own)
            else:
                known = (*kind.fields, "source", "grade")
                raise unknown_key(line, key, nearest(key, known), ", ".join(known))
        except RefusedError as refused:
            path = own.path if key not in kind.fields else f"{own.path}.{key}"
            faults.refuse(refused, path)
    _check_required(node, kind, own)
    if len(faults.found) > before:
        return None
    entry = kind.build(**values, grade=own.grade, source=own.source)
    _check_order(entry, node, own)
    return entry


def _field(found: Field, node: Node, own: Scope) -> object:
    """Read one field; a grade belongs to the whole entry, not to a field."""
    if isinstance(node, Map) and "value" in node.entries:
        raise RefusedError(
            node.line,
            "entry.graded_field",
            th="ในรายการย่อย ให้เขียน source และ grade ต่อท้ายทั้งรายการ เช่น "
            "{kind: permanent, from: 1985, source: E1, grade: documented}",
            en="within an entry, source and grade belong to the whole entry: "
            "{kind: permanent, from: 1985, source: E1, grade: documented}",
        )
    return found.read(node, own)


def _check_required(node: Map, kind: EntryKind, own: Scope) -> None:
    for name, found in kind.fields.items():
        if found.required and name not in node.entries:
            own.reading.faults.add(
                node.line,
                "entry.missing",
                th=f"{own.path}: รายการนี้ยังขาด {name}",
                en=f"{own.path}: '{name}' is missing in this entry",
            )


def _check_order(entry: Entry, node: Map, own: Scope) -> None:
    """Refuse a spell that certainly ends before it begins."""
    if not isinstance(entry, Spell) or entry.begin is None or entry.end is None:
        return
    if entry.end.latest < entry.begin.earliest:
        own.reading.faults.add(
            node.line,
            "spell.order",
            th=f"{own.path}: until อยู่ก่อน from ให้ตรวจดูว่าสลับกันหรือไม่",
            en=f"{own.path}: 'until' lies before 'from': check whether they are the "
            "wrong way round",
        )

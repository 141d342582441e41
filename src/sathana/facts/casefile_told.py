"""Told facts with their grade and evidence, and values that contradict each other.

Any value may be written ``{value: V, source: E1, grade: documented}``. A list of two
or more such maps holds several tellings of one fact: if they differ, the fact is
contradicted and unknown to the rules; if they agree, the best grade counts.
"""

from __future__ import annotations

from dataclasses import replace

from sathana.facts.casefile_faults import RefusedError
from sathana.facts.casefile_lists import read_grade
from sathana.facts.casefile_nodes import Map, Node, Scalar, Seq
from sathana.facts.casefile_scope import Reading, Scope, expected, unknown_key
from sathana.facts.keys import Key
from sathana.facts.model import Grade, Parent, Told, Value
from sathana.text import nearest

_GRADED_KEYS = ("value", "source", "grade")


def read_told(
    key: Key, node: Node, line: int, person: str, reading: Reading
) -> Told | None:
    """Read one told fact; a value that is wrong gives a fault and None."""
    scope = Scope(reading, person, key.name)
    try:
        if isinstance(node, Seq) and _is_several(key, node):
            several = tuple(_graded(key, item, line, scope) for item in node.items)
            return _of_several(several, line)
        if is_graded(node):
            return _of_one(_graded(key, node, line, scope))
        value = _value(key, node, scope)
        return Told(value, Grade.CLAIMED, scope.source, line=line)
    except RefusedError as refused:
        reading.faults.refuse(refused, scope.path)
        return None


def is_graded(node: Node) -> bool:
    """Whether a node is ``{value: ...}``."""
    return isinstance(node, Map) and "value" in node.entries


def read_graded_map(node: Map, scope: Scope) -> Node:
    """Take source and grade of ``{value, source, grade}``; return the value's node.

    Raises:
        RefusedError: On another key.
    """
    for name, line, child in node.pairs():
        if name == "source":
            scope.cite(child)
        elif name == "grade":
            scope.grade = read_grade(child)
        elif name != "value":
            near = nearest(name, _GRADED_KEYS)
            raise unknown_key(line, name, near, ", ".join(_GRADED_KEYS))
    return node.entries["value"]


def _is_several(key: Key, node: Seq) -> bool:
    """Whether a list holds several tellings of one fact, not entries of a list."""
    if not node.items or not all(is_graded(item) for item in node.items):
        return False
    if not key.has_entries:
        return True
    return not any(
        isinstance(item, Map) and isinstance(item.entries["value"], Map)
        for item in node.items
    )


def _graded(key: Key, node: Node, line: int, outer: Scope) -> Told:
    """Read ``{value, source, grade}`` as written, a contradicted value included."""
    scope = Scope(outer.reading, outer.person, outer.key)
    inner = read_graded_map(node, scope) if isinstance(node, Map) else node
    value = _value(key, inner, scope)
    return Told(value, scope.grade, scope.source, line=line)


def _value(key: Key, node: Node, scope: Scope) -> Value:
    """Read a value; ``unknown`` gives None, for a parent ``Parent.UNKNOWN``."""
    if isinstance(node, Scalar) and node.text == "unknown":
        return Parent.UNKNOWN if key.name in ("father", "mother") else None
    if isinstance(node, Seq) and not key.has_entries and _holds_graded(node):
        raise expected(
            node,
            "ค่าเดียว หรือรายการที่ทุกข้อเขียน {value, source, grade}",
            "one value, or a list in which each item is {value, source, grade}",
        )
    return key.read(node, scope)


def _holds_graded(node: Seq) -> bool:
    return any(is_graded(item) for item in node.items)


def _of_one(told: Told) -> Told:
    """Hide a contradicted value from the rules, but keep it among ``others``."""
    if told.grade is not Grade.CONTRADICTED:
        return told
    return Told(None, told.grade, told.source, (told,), told.line)


def _of_several(several: tuple[Told, ...], line: int) -> Told:
    """Join several tellings of one fact."""
    if len(several) == 1:
        return _of_one(several[0])
    best = max(several, key=lambda told: told.grade)
    agree = all(told.value == best.value for told in several)
    if agree and best.grade is not Grade.CONTRADICTED:
        return replace(best, others=several)
    return Told(None, Grade.CONTRADICTED, None, several, line)

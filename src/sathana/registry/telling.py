"""Told values: what was typed, checked as a case file would, and kept as plain values.

This is the registry's door to the reader of case files. A value is checked alone: that
it fits its path, and names only persons and papers of the family. Whether it fits what
else was told is no reason to refuse it: contradictions are listed (``clashes``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast

from sathana.facts.casefile_family import check_mentions
from sathana.facts.casefile_faults import CaseFileError, Faults, FloodError
from sathana.facts.casefile_nodes import Map, Node, Plain, Scalar, Seq, to_plain
from sathana.facts.casefile_plain import told_plain
from sathana.facts.casefile_scope import Reading
from sathana.facts.casefile_told import is_graded, read_told
from sathana.facts.casefile_tree import compose, dump
from sathana.facts.keys import KEYS
from sathana.facts.model import Person, Told
from sathana.facts.writer import person_plain
from sathana.registry.errors import UnusableValueError
from sathana.text import nearest

GRADES = ("claimed", "witnessed", "documented")
"""How well a value is known, as people choose it."""
PARENTS = ("father", "mother")
NO_PARENT = ("unknown", "unidentifiable")
"""What may be told of a parent who is no person: everything else is kinship."""


def checked(
    path: str, value: Any, label: str, labels: Collection[str], papers: Collection[str]
) -> Plain:
    """Return a value in the one form in which it is stored.

    Args:
        path: Such as ``born.date``.
        value: Plain values of a case file, or the YAML text of one.
        label: Of whom it is told.
        labels: All persons of the family.
        papers: All papers of the family.

    Raises:
        UnusableValueError: It is no value of this path; the text says why.
    """
    if path not in KEYS:
        near = nearest(path, KEYS) or "born.date"
        raise UnusableValueError(
            "path",
            f"ไม่รู้จักรายการนี้ หมายถึง {near} ใช่หรือไม่",
            f"There is no such fact; did you mean '{near}'?",
        )
    try:
        node = _typed(value)
        _refuse_parent(path, node)
        _refuse_grades(path, node)
        told = _read(path, node, label, labels, papers)
    except CaseFileError as error:
        raise _unusable(path, error, label) from None
    return told_plain(told, path, label, {}, person_plain)


def told_of(
    path: str, plain: Plain, label: str, labels: Collection[str],
    papers: Collection[str],
) -> Told:  # fmt: skip
    """Return a stored value as the engine reads it.

    Raises:
        CaseFileError: It cannot be read any more: it names somebody who was erased.
    """
    return _read(path, node_of(plain), label, labels, papers)


def graded(plain: Plain, grade: str, source: str | None) -> Plain:
    """Return a value with its grade and its paper, as a case file writes it."""
    if several(plain):
        return plain
    if source is None and grade == "claimed":
        return plain
    found: dict[str, Plain] = {"value": plain}
    if source is not None:
        found["source"] = source
    if grade != "claimed" or source is None:
        found["grade"] = grade
    return found


def several(plain: Plain) -> bool:
    """Say whether a stored value holds several tellings, each with its grade."""
    return (
        isinstance(plain, list)
        and bool(plain)
        and all(isinstance(item, dict) and "value" in item for item in plain)
    )


def one_line(plain: Plain) -> str:
    """Return a plain value as it would be typed: one line of a case file."""
    text = dump(plain, block_levels=0).removesuffix("...\n")
    return " ".join(text.split())


def node_of(plain: Any) -> Node:
    """Return plain values as the reader's tree."""
    if isinstance(plain, Mapping):
        return Map(
            0,
            {str(key): node_of(item) for key, item in plain.items()},
            {str(key): 0 for key in plain},
        )
    if isinstance(plain, list | tuple):
        return Seq(0, [node_of(item) for item in plain])
    if isinstance(plain, bool):
        return Scalar("yes" if plain else "no", 0)
    return Scalar("unknown" if plain is None else str(plain), 0)


def _typed(value: Any) -> Node:
    """Return the tree of a value: of the text somebody typed, or of plain values.

    Raises:
        CaseFileError: The text cannot be read.
    """
    if not isinstance(value, str):
        return node_of(value)
    faults = Faults()
    root = compose(value, faults)
    if root is None or faults.found:
        raise CaseFileError(faults.found)
    return root


def _refuse_parent(path: str, node: Node) -> None:
    if path in PARENTS and to_plain(node) not in NO_PARENT:
        raise UnusableValueError(
            path,
            "บอกได้เพียง unknown หรือ unidentifiable ถ้ารู้ว่าเป็นใคร "
            "ให้เพิ่มเป็นบุคคลในครอบครัวแล้วโยงความสัมพันธ์",
            "Only 'unknown' or 'unidentifiable' can be told here. If it is known who "
            "it is, add them to the family and relate the two.",
        )


def _refuse_grades(path: str, node: Node) -> None:
    plain = cast("Plain", to_plain(node))
    if is_graded(node) or several(plain):
        raise UnusableValueError(
            path,
            "ให้เขียนค่าอย่างเดียว ระดับความน่าเชื่อถือและเอกสารมีช่องของตนเอง ค่าที่ต่างกันให้บันทึกแยกกัน",
            "Write the value alone: grade and paper have fields of their own, and "
            "values that differ are recorded one by one.",
        )


def _read(
    path: str, node: Node, label: str, labels: Collection[str], papers: Collection[str]
) -> Told:
    faults = Faults()
    reading = Reading(faults, {one: Person(one, {}) for one in (label, *labels)})
    told = None
    try:
        told = read_told(KEYS[path], node, 0, label, reading)
        check_mentions(reading, papers)
    except FloodError:
        pass
    if faults.found or told is None:
        raise CaseFileError(faults.found)
    return told


def _unusable(path: str, error: CaseFileError, label: str) -> UnusableValueError:
    """Say what is wrong, without the place that a form's field says already."""
    front = f"{label}.{path}: "
    th = "; ".join(fault.th.removeprefix(front) for fault in error.faults)
    en = "; ".join(fault.en.removeprefix(front) for fault in error.faults)
    return UnusableValueError(path, th, en)

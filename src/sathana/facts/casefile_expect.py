"""Reading what a case file expects of the assessment, for ``sathana check``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from sathana.facts import casefile_values as read
from sathana.facts.casefile_faults import RefusedError
from sathana.facts.casefile_nodes import Map, Node, Scalar, Seq, to_plain
from sathana.facts.casefile_scope import Scope, expected, unknown_key
from sathana.text import nearest
from sathana.vocabulary import codes

type Check = Callable[[Node, Scope], None]


def _one_or_several(one: read.Reader[object]) -> Check:
    """Return the check of a value, or of a list of values that all will do."""

    def check(node: Node, scope: Scope) -> None:
        if isinstance(node, Seq) and not node.items:
            raise expected(node, "อย่างน้อยหนึ่งค่า", "at least one value")
        for item in node.items if isinstance(node, Seq) else [node]:
            one(item, scope)

    return check


def _map_of(check_value: Check) -> Check:
    """Return the check of a map from ids to values."""

    def check(node: Node, scope: Scope) -> None:
        if not isinstance(node, Map):
            raise expected(node, "กลุ่มข้อมูล เช่น {S23: open}", "a map such as {S23: open}")
        for value in node.entries.values():
            check_value(value, scope)

    return check


def _date(node: Node, scope: Scope) -> None:
    read.date(node, scope)


def _deadline(node: Node, scope: Scope) -> None:
    """Check a day, ``unknown``, ``none`` (no such deadline) or ``any_time``."""
    if not (isinstance(node, Scalar) and node.text in ("none", "any_time")):
        read.date(node, scope)


_ANSWERS = _one_or_several(read.one_of(codes.ANSWERS))
_IDS = _one_or_several(read.text)

EXPECT_KEYS: Mapping[str, Check] = {
    "thai": _ANSWERS,
    "since": _date,
    "until": _date,
    "rule": _IDS,
    "readings": _map_of(_ANSWERS),
    "pathways": _map_of(_one_or_several(read.one_of(codes.PATHWAY_STATUSES))),
    "lost_by": _IDS,
    "rights": _map_of(_one_or_several(read.one_of(codes.RIGHT_STATUSES))),
    "cites": _IDS,
    "deadlines": _map_of(_deadline),
    "procedures": _IDS,
}
"""What may be expected of a person, and how it is checked."""


def read_expect(
    node: Node, persons: Collection[str], scope: Scope
) -> Mapping[str, Mapping[str, object]]:
    """Return the expectations as written, by person.

    Raises:
        RefusedError: If it is not a map of persons; smaller faults are noted.
    """
    if not isinstance(node, Map):
        raise expected(node, "กลุ่มข้อมูล รหัสบุคคล: {thai: yes}", "a map P: {thai: yes}")
    found: dict[str, Mapping[str, object]] = {}
    faults = scope.reading.faults
    for person, line, wanted in node.pairs():
        try:
            if person not in persons:
                raise _no_such_person(line, person, persons)
            found[person] = _wanted(wanted, person, scope)
        except RefusedError as refused:
            faults.refuse(refused, f"expect.{person[:64]}")
    return found


def _wanted(node: Node, person: str, scope: Scope) -> Mapping[str, object]:
    if not isinstance(node, Map):
        raise expected(node, "กลุ่มข้อมูล เช่น {thai: yes}", "a map such as {thai: yes}")
    for key, line, value in node.pairs():
        try:
            if key not in EXPECT_KEYS:
                near = nearest(key, EXPECT_KEYS)
                raise unknown_key(line, key, near, ", ".join(EXPECT_KEYS))
            EXPECT_KEYS[key](value, scope)
        except RefusedError as refused:
            scope.reading.faults.refuse(refused, f"expect.{person}.{key[:40]}")
    return {key: to_plain(value) for key, value in node.entries.items()}


def _no_such_person(line: int, person: str, persons: Collection[str]) -> RefusedError:
    node = Scalar(person or "-", line)
    near = nearest(person, persons)
    return expected(
        node,
        "รหัสบุคคลที่มีใน persons",
        "the id of a person under 'persons'",
        near=near,
        code="person.missing",
    )

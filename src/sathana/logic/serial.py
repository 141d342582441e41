"""The expression tree as JSON and back, without loss."""

from __future__ import annotations

from dataclasses import fields
from typing import cast

from sathana.calendars.spans import DateSpan
from sathana.logic.nodes import CONDITIONS, DAYS, Condition, Day, Node
from sathana.logic.truth import Truth

type Json = bool | int | str | list[Json] | dict[str, Json] | None

_KINDS = {kind.__name__: kind for kind in (*CONDITIONS, *DAYS)}


def to_json(node: Node) -> dict[str, Json]:
    """Return the tree as plain values; ``kind`` names the node."""
    document: dict[str, Json] = {"kind": type(node).__name__}
    for field in fields(node):  # type: ignore[arg-type]  # every node is a dataclass
        document[field.name] = _value(getattr(node, field.name))
    return document


def from_json(document: dict[str, Json]) -> Node:
    """Return the tree that :func:`to_json` wrote.

    Raises:
        ValueError: The document names a node kind that does not exist, or lacks one
            of its fields.
    """
    kind = _KINDS.get(str(document.get("kind")))
    if kind is None:
        raise ValueError(
            f"The tree holds a node of kind {document.get('kind')!r}, which no reader "
            f"knows; kinds are {', '.join(sorted(_KINDS))}."
        )
    given = {name: _read(value) for name, value in document.items() if name != "kind"}
    try:
        return cast("Node", kind(**given))
    except TypeError as error:
        raise ValueError(
            f"The node {document['kind']} is malformed: {error}."
        ) from None


def _value(value: object) -> Json:
    if isinstance(value, Condition | Day):
        return to_json(value)
    if isinstance(value, Truth):
        return {"truth": value.value}
    if isinstance(value, DateSpan):
        return {"span": [value.earliest, value.latest]}
    if isinstance(value, tuple):
        return [_value(part) for part in value]
    return cast("Json", value)


def _read(value: Json) -> object:
    if isinstance(value, list):
        return tuple(_read(part) for part in value)
    if isinstance(value, dict):
        if "kind" in value:
            return from_json(value)
        if "truth" in value:
            return Truth(value["truth"])
        if "span" in value:
            earliest, latest = cast("list[int]", value["span"])
            return DateSpan(earliest, latest)
        raise ValueError(f"The tree holds {value!r}, which is no value of a node.")
    return value

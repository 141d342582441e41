"""The plain tree of a case file: text, lists and maps, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)

type Plain = str | list[Plain] | dict[str, Plain]
"""A tree without lines, as it is written."""


@dataclass(slots=True)
class Scalar:
    """One text, whatever it may mean."""

    text: str
    line: int


@dataclass(slots=True)
class Seq:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Map:
    """A map; ``lines`` holds the line of each key."""

    line: int
    entries: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def pairs(self) -> Iterator[tuple[str, int, Node]]:
        """Give key, line of the key and value of each entry."""
        for key, node in self.entries.items():
            yield key, self.lines[key], node


type Node = Scalar | Seq | Map


def to_plain(node: Node) -> object:
    """Return a node as text, list and dict, without lines."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Seq):
        return [to_plain(item) for item in node.items]
    return {key: to_plain(value) for key, value in node.entries.items()}


def forbidden_character(text: str) -> re.Match[str] | None:
    """Return the first control character or half of a surrogate pair in a text."""
    return _CONTROL.search(text)


def without_control_characters(text: str) -> str:
    """Return a text without what :func:`forbidden_character` finds."""
    return _CONTROL.sub("", text)

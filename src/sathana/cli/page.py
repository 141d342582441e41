"""A report for people: headings, fields, lists and trees of plain text."""

from __future__ import annotations

from dataclasses import dataclass, field

from sathana.cli.terminal import COLUMNS, pad, width, wrap

_LABEL = 18
"""Columns of the labels on the left of a report."""
_STEP = "  "


@dataclass(slots=True)
class Page:
    """The lines of a report, in the order in which they are read."""

    lines: list[str] = field(default_factory=list)

    def title(self, text: str) -> None:
        """Write the heading of the whole report."""
        self.lines += [*wrap(text), "=" * COLUMNS]

    def person(self, text: str) -> None:
        """Write the heading of one person."""
        self.lines += ["", *wrap(text), "-" * min(max(width(text), 8), COLUMNS)]

    def heading(self, text: str) -> None:
        """Write the heading of a part."""
        self.lines += ["", text]

    def text(self, text: str, *, depth: int = 0) -> None:
        """Write a paragraph."""
        indent = _STEP * depth
        self.lines += wrap(text, first=indent, rest=indent)

    def item(self, text: str, *, depth: int = 1, mark: str = "-") -> None:
        """Write an entry of a list; its further lines stand under its first word."""
        first = f"{_STEP * depth}{mark} "
        self.lines += wrap(text, first=first, rest=" " * width(first))

    def field(self, label: str, text: str) -> None:
        """Write a value beside its label; nothing where there is no value."""
        if text:
            first = pad(f"{_STEP}{label}", _LABEL)
            first += "" if first.endswith(" ") else " "
            self.lines += wrap(text, first=first, rest=" " * _LABEL)

    def gap(self) -> None:
        """Leave a line empty."""
        self.lines.append("")

"""Tables that a page of figures is made of, with their heads and captions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table.

    Attributes:
        title: Its heading.
        cells: Its texts, below the heads of the table.
        strong: Places of cells that stand out.
        rule: Id of a rule the heading leads to.
    """

    title: str
    cells: tuple[str, ...]
    strong: tuple[int, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One text of a table, with the head above it.

    Attributes:
        strong: Whether it stands out.
        figure: Whether its column holds nothing but figures.
    """

    head: str
    text: str
    strong: bool
    figure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that a screen reader can follow.

    Attributes:
        caption: What it shows.
        corner: Head of the first column.
        heads: Heads of the others.
        folds: Whether its lines stand one below the other on a narrow screen.
        named: Whether a heading above it says the same as the caption.
    """

    caption: str
    corner: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    folds: bool = True
    named: bool = False

    @property
    def columns(self) -> list[tuple[str, bool]]:
        """Each head but the first, and whether nothing but figures stands below it."""
        return [
            (head, all(_is_figure(row.cells[place]) for row in self.rows))
            for place, head in enumerate(self.heads)
        ]

    @property
    def lines(self) -> list[tuple[Row, list[Cell]]]:
        """Each line with its cells."""
        return [
            (
                row,
                [
                    Cell(
                        head=head,
                        text=row.cells[place],
                        strong=place in row.strong,
                        figure=figure,
                    )
                    for place, (head, figure) in enumerate(self.columns)
                ],
            )
            for row in self.rows
        ]


def _is_figure(text: str) -> bool:
    return not any(letter.isalpha() for letter in text)

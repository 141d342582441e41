"""One thing that a scenario asks of everybody: who moves, in bars and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from sathana.library.scenariocharts import charts
from sathana.library.scenariotables import Row, Table
from sathana.library.scenariowords import SHOWN, STATES, count, head, say, span
from sathana.web.languages import Text, pick

type Found = Mapping[str, Any]
type Laws = Sequence[tuple[str, Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that is asked of everybody.

    Attributes:
        key: Unique on the page.
        charts: For narrow and wide screens; ``None`` where no law changes anything.
        moves: For each alternative its title and who gets another answer, in words.
        tables: From the base to each alternative: nine figures.
        by: By province, group, sex and age.
    """

    key: str
    title: Text
    charts: tuple[SafeString, SafeString] | None
    bands: Table
    moves: tuple[tuple[str, tuple[str, ...]], ...]
    tables: tuple[Table, ...]
    by: tuple[Table, ...]


def question(result: Found, laws: Laws, place: int) -> Question:
    """Return one question of a result.

    Args:
        result: What was worked out.
        laws: What each law is called, and what the result says of it, the base first.
        place: Which question; the last is the main one.
    """
    ask = result["ask"][place]
    key = f"q{place}"
    answers = [(name, law["answers"][place]) for name, law in laws[1:]]
    is_main = place == len(result["ask"]) - 1
    moving = [pair for pair in answers if _moves(pair[1])]
    return Question(
        key=key,
        title=ask["title"],
        charts=charts(laws, ask, result["mark"], key) if moving or is_main else None,
        bands=_bands(laws, ask),
        moves=tuple((name, tuple(_moves(answer))) for name, answer in answers),
        tables=tuple(_nine(laws[0][0], name, answer) for name, answer in moving),
        by=tuple(_by(laws, answers, d) for d in answers[0][1]["by"]) if moving else (),
    )


def _bands(laws: Laws, ask: Found) -> Table:
    keys = ("least", "unknown", "no", "most")
    rows = []
    for name, law in laws:
        states = law["states"][ask["id"]]
        rows.append(Row(title=name, cells=tuple(count(states[key]) for key in keys)))
    return Table(
        caption=say(f"{pick(ask['title'])} (คน)", f"{pick(ask['title'])} (people)"),
        corner=say("กฎหมาย", "Law"),
        heads=(
            say("ใช่แน่ (อย่างน้อย)", "Surely yes (at least)"),
            head(STATES["unknown"]),
            head(STATES["no"]),
            say("ใช่ได้อย่างมาก", "Yes at most"),
        ),
        rows=tuple(rows),
    )


def _cells(answer: Found) -> Iterator[tuple[str, str, Found]]:
    """Yield the nine figures of who had which answer, and has which now."""
    kept = ("no", "unknown", "yes")
    for before in SHOWN:
        for after in SHOWN:
            cell = answer["table"][kept.index(before)][kept.index(after)]
            yield before, after, cell


def _moves(answer: Found) -> list[str]:
    """Return who gets another answer, in words, the most first."""
    found = [
        (cell["people"] or 0, before, after, cell)
        for before, after, cell in _cells(answer)
        if before != after and cell["rows"] != 0
    ]
    found.sort(key=lambda move: -move[0])
    return [
        say(
            f"{count(cell)} คน จาก{pick(STATES[before])} เป็น{pick(STATES[after])}",
            f"{count(cell)}: from {pick(STATES[before])} to {pick(STATES[after])}",
        )
        for _, before, after, cell in found
    ]


def _nine(base: str, name: str, answer: Found) -> Table:
    rows: dict[str, list[str]] = {}
    strong: dict[str, list[int]] = {}
    for before, after, cell in _cells(answer):
        line = rows.setdefault(before, [])
        if before != after and cell["rows"] != 0:
            strong.setdefault(before, []).append(len(line))
        line.append(count(cell))
    return Table(
        caption=name,
        corner=base,
        heads=tuple(head(STATES[state]) for state in SHOWN),
        rows=tuple(
            Row(
                title=head(STATES[state]),
                cells=tuple(cells),
                strong=tuple(strong.get(state, ())),
            )
            for state, cells in rows.items()
        ),
        folds=False,
    )


def _by(laws: Laws, answers: Laws, dimension: str) -> Table:
    """Return the least and the most of each law by one thing people differ in."""
    first = answers[0][1]["by"][dimension]
    others = [
        {v["code"]: v for v in answer["by"][dimension]["values"]}
        for _, answer in answers
    ]
    rows = []
    for value in first["values"]:
        then = [span(other[value["code"]]["then"]) for other in others]
        before = span(value["base"])
        strong = tuple(n for n, cell in enumerate(then, start=1) if cell != before)
        title = head(value["title"])
        rows.append(Row(title=title, cells=(before, *then), strong=strong))
    return Table(
        caption=head(first["title"]),
        corner=head(first["title"]),
        heads=tuple(name for name, _ in laws),
        rows=tuple(rows),
        named=True,
    )

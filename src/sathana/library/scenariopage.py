"""The page of a scenario, made from its result: sentences, bars and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from sathana.library.scenariocharts import charts
from sathana.library.scenariowords import (
    READINGS,
    SHOWN,
    STATES,
    count,
    say,
    span,
)
from sathana.web import dates
from sathana.web.languages import Text, pick

MOST_RULES, MOST_FACTS, MOST_REASONS = 8, 5, 5

type Found = Mapping[str, Any]
type Laws = Sequence[tuple[str, Found]]


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

    def under(self, heads: Sequence[str]) -> list[tuple[str, str, bool]]:
        """Return each cell with the head above it, and whether it stands out."""
        pairs = zip(heads, self.cells, strict=True)
        return [(h, c, n in self.strong) for n, (h, c) in enumerate(pairs)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that a screen reader can follow.

    Attributes:
        caption: What it shows.
        corner: Head of the first column.
        heads: Heads of the others.
        folds: Whether its lines stand one below the other on a narrow screen.
    """

    caption: str
    corner: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    folds: bool = True

    @property
    def lines(self) -> list[tuple[Row, list[tuple[str, str, bool]]]]:
        """Each line with its cells."""
        return [(row, row.under(self.heads)) for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that is asked of everybody.

    Attributes:
        key: Unique on the page.
        moves: For each alternative its title and who gets another answer, in words.
        tables: From the base to each alternative: nine figures.
        by: By province, group, sex and age.
    """

    key: str
    title: Text
    charts: tuple[SafeString, SafeString]
    bands: Table
    moves: tuple[tuple[str, tuple[str, ...]], ...]
    tables: tuple[Table, ...]
    by: tuple[Table, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPage:
    """Everything that a result shows."""

    people: str
    law: str
    mark: Text | None
    questions: tuple[Question, ...]
    gains: Table
    settle: Table | None
    unreached: Table
    reasons: Table
    laws: tuple[tuple[str, tuple[str, ...]], ...]
    method: tuple[Text, ...]
    limits: tuple[Text, ...]


def page(result: Found) -> ScenarioPage:
    """Return the page of a result, in the language that is being read."""
    laws = _numbered(result)
    return ScenarioPage(
        people=_people(result),
        law=result["law"],
        mark=result["mark"],
        questions=tuple(
            _question(result, laws, place) for place in range(len(result["ask"]))[::-1]
        ),
        gains=_gains(result, laws),
        settle=_settle(result),
        unreached=_unreached(laws),
        reasons=_reasons(result),
        laws=tuple((name, tuple(_read_as(law, result))) for name, law in laws),
        method=tuple(result["method"]),
        limits=tuple(result["limits"]),
    )


def _numbered(result: Found) -> Laws:
    """Return the laws by what they are called, the alternatives with a number."""
    others = enumerate(result["alternatives"], start=1)
    named = [(f"{place}. {pick(law['title'])}", law) for place, law in others]
    return [(pick(result["base"]["title"]), result["base"]), *named]


def _people(result: Found) -> str:
    people, day = result["people"], dates.show(result["as_of"])
    rows, stood = f"{people['rows']:,}", f"{people['people']:,}"
    return say(
        f"นับ {rows} แถวที่ถามถึง จากผู้คนสมมติ {people['all_rows']:,} แถว "
        f"แทนคนประมาณ {stood} คนในภาคเหนือ ณ วันที่ {day}",
        f"{rows} rows of people asked about, of {people['all_rows']:,} synthetic rows, "
        f"standing for about {stood} people in the north, on {day}",
    )


# -- one question --------------------------------------------------------------------


def _question(result: Found, laws: Laws, place: int) -> Question:
    ask = result["ask"][place]
    key = f"q{place}"
    answers = [(name, law["answers"][place]) for name, law in laws[1:]]
    moving = [pair for pair in answers if _moves(pair[1])]
    return Question(
        key=key,
        title=ask["title"],
        charts=charts(laws, ask, result["mark"], key),
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
            pick(STATES["unknown"]),
            pick(STATES["no"]),
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
            f"{pick(STATES[before])} → {pick(STATES[after])}: {count(cell)} คน",
            f"{pick(STATES[before])} → {pick(STATES[after])}: {count(cell)}",
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
        caption=say(f"จาก {base} ไปเป็น {name}", f"From {base} to {name}"),
        corner=say("เดิม \\ ใหม่", "Before \\ after"),
        heads=tuple(pick(STATES[state]) for state in SHOWN),
        rows=tuple(
            Row(
                title=pick(STATES[state]),
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
        title = pick(value["title"])
        rows.append(Row(title=title, cells=(before, *then), strong=strong))
    return Table(
        caption=pick(first["title"]),
        corner=pick(first["title"]),
        heads=tuple(name for name, _ in laws),
        rows=tuple(rows),
    )


# -- what follows from it ------------------------------------------------------------


def _gains(result: Found, laws: Laws) -> Table:
    """Return who surely gains, a line for each rule."""
    found: dict[str, tuple[Found, dict[int, Found]]] = {}
    for place, (_, law) in enumerate(laws[1:]):
        for answer in law["answers"]:
            for gain in answer["gains"]:
                found.setdefault(gain["rule"], (gain, {}))[1][place] = gain
    order = sorted(found.values(), key=lambda pair: -_most(pair[1]))
    many = range(len(laws) - 1)
    return Table(
        caption=say(
            "ผู้ที่ได้คำตอบ “ใช่แน่” เพิ่ม (คน)",
            "Those whose answer becomes “surely yes” (people)",
        ),
        corner=say("ตามกฎ", "Under which rule"),
        heads=tuple(name for name, _ in laws[1:]),
        rows=tuple(
            Row(
                title=pick(gain["title"]),
                cells=tuple(count(by.get(place, _NONE)) for place in many),
                rule=gain["rule"],
            )
            for gain, by in order[:MOST_RULES]
        ),
    )


_NONE = {"rows": 0, "people": 0}


def _most(gains: Mapping[int, Found]) -> int:
    return max(gain["rows"] or 0 for gain in gains.values())


def _settle(result: Found) -> Table | None:
    """Return which fact would settle most, if it became known."""
    found = result["settle"]
    facts = found["facts"][:MOST_FACTS] if found else []
    if not facts:
        return None
    return Table(
        caption=say(
            "ผู้ที่จะได้คำตอบเรื่องสัญชาติ เมื่อทราบข้อเท็จจริงข้อเดียวนี้ (คน)",
            "Whose nationality would be settled by this fact alone (people)",
        ),
        corner=say("ข้อเท็จจริง", "Fact"),
        heads=(
            say("ไม่ว่าจะเป็นค่าใด", "Whatever it is"),
            say("ถ้าเป็นบางค่า", "If it is one value"),
            say("ค่าที่ช่วยมากที่สุด", "The value that settles most"),
        ),
        rows=tuple(
            Row(
                title=pick(fact["title"]),
                cells=(count(fact["always"]), count(fact["perhaps"]), _best(fact)),
            )
            for fact in facts
        ),
    )


def _best(fact: Found) -> str:
    def settled(value: Found) -> int:
        return sum(value[key]["rows"] or 0 for key in ("yes", "no"))

    best = max(fact["values"], key=settled)
    title, yes, no = pick(best["title"]), count(best["yes"]), count(best["no"])
    return say(f"{title}: ใช่ {yes} ไม่ใช่ {no}", f"{title}: {yes} yes, {no} no")


def _unreached(laws: Laws) -> Table:
    keys = ("not_thai", "open", "perhaps", "closed", "unread")
    return Table(
        caption=say(
            "ผู้ที่ไม่มีสัญชาติไทยแน่ และช่องทางของเขา (คน)",
            "Those surely not Thai, and the ways open to them (people)",
        ),
        corner=say("กฎหมาย", "Law"),
        heads=(
            say("ไม่มีสัญชาติไทยแน่", "Surely not Thai"),
            say("มีช่องทางเปิดแน่", "A way is surely open"),
            say("อาจมี ยังขาดข้อเท็จจริง", "Perhaps, facts are missing"),
            say("ไม่มีช่องทางใดเปิด", "No way is open"),
            say(
                "ในนั้น ที่อาจมีช่องทางซึ่งยังไม่ได้อ่านตัวบท",
                "Of these, one may be open whose text was not read",
            ),
        ),
        rows=tuple(
            Row(title=name, cells=tuple(count(law["unreached"][k]) for k in keys))
            for name, law in laws
        ),
    )


def _reasons(result: Found) -> Table:
    found = result["base"]["unreached"]["reasons"][:MOST_REASONS]
    return Table(
        caption=say(
            "ข้อที่ขาดของช่องทางที่ใกล้ที่สุด ตามกฎหมายฐาน (คน)",
            "What is not met of the nearest way, under the base law (people)",
        ),
        corner=say("ช่องทางที่ใกล้ที่สุด", "Nearest way"),
        heads=(say("ข้อที่ขาด", "Not met"), say("คน", "People")),
        rows=tuple(
            Row(
                title=pick(reason["title"]),
                cells=(pick(reason["text"]), count(reason)),
                rule=reason["rule"],
            )
            for reason in found
        ),
    )


def _read_as(law: Found, result: Found) -> Iterator[str]:
    """Yield how one law is read, and what it changes."""
    day = dates.show(law["law_at"])
    reading = pick(READINGS[law["reading"]])
    yield say(f"ตัวบทของวันที่ {day}", f"texts of {day}")
    yield reading
    if law["points"]:
        points = ", ".join(f"{k} = {v}" for k, v in law["points"].items())
        yield say(f"ข้อโต้แย้ง {points}", f"contested points {points}")
    for change in law["changes"]:
        yield pick(change)

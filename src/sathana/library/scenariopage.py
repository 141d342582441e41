"""The page of a scenario, made from its result: sentences, bars and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sathana.library.scenarioquestion import Found, Laws, Question, question
from sathana.library.scenariotables import Row, Table
from sathana.library.scenariowords import AREAS, READINGS, count, head, say
from sathana.web import dates
from sathana.web.languages import Text, pick

MOST_RULES, MOST_FACTS, MOST_REASONS = 8, 5, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What is not met of the way that comes nearest, and for how many."""

    title: Text
    text: Text
    rule: str
    people: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPage:
    """Everything that a result shows.

    Attributes:
        chosen: What each parameter is called, and what it is set to.
        laws: What each law is called, how it is read and what it changes.
    """

    chosen: tuple[tuple[Text, Text], ...]
    people: str
    law: str
    mark: Text | None
    questions: tuple[Question, ...]
    gains: Table
    settle: Table | None
    unreached: Table
    reasons: tuple[Reason, ...]
    laws: tuple[tuple[str, tuple[str, ...]], ...]
    method: tuple[Text, ...]
    limits: tuple[Text, ...]


def page(result: Found) -> ScenarioPage:
    """Return the page of a result, in the language that is being read."""
    laws = _numbered(result)
    return ScenarioPage(
        chosen=tuple((one["title"], one["shown"]) for one in result["chosen"]),
        people=_people(result),
        law=result["law"],
        mark=result["mark"],
        questions=tuple(
            question(result, laws, place) for place in range(len(result["ask"]))[::-1]
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
    where = pick(AREAS.get(people["source"].get("area", ""), {}))
    return say(
        f"นับ {rows} แถวที่ถามถึง จากผู้คนสมมติ {people['all_rows']:,} แถว "
        f"แทนคนประมาณ {stood} คน{where} ณ วันที่ {day}",
        f"{rows} rows of people asked about, of {people['all_rows']:,} synthetic rows, "
        f"standing for about {stood} people{where}, on {day}",
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
                title=head(gain["title"]),
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
                title=head(fact["title"]),
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


def _reasons(result: Found) -> tuple[Reason, ...]:
    found = result["base"]["unreached"]["reasons"][:MOST_REASONS]
    return tuple(
        Reason(
            title=reason["title"],
            text=reason["text"],
            rule=reason["rule"],
            people=count(reason),
        )
        for reason in found
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

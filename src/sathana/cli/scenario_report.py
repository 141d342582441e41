"""The result of a scenario as a report on a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.cli.page import Page
from sathana.cli.terminal import Speaker, pad, width

_STATES = {
    "no": ("ไม่ใช่แน่", "surely no"),
    "unknown": ("ยังไม่ทราบ", "not known"),
    "yes": ("ใช่แน่", "surely yes"),
}
_MOST_VALUES = 6
_MOST_RULES = 8
_MOST_REASONS = 6
_CELL = 14

type Result = Mapping[str, Any]


def report(result: Result, say: Speaker) -> list[str]:
    """Return the lines of a report.

    Args:
        result: What a scenario gave.
        say: The language.
    """
    page = Page()
    page.title(say.of(result["title"]))
    if result["mark"]:
        page.text(f"*** {say.of(result['mark'])} ***")
    page.text(say.of(result["question"]))
    _people(page, result, say)
    for number, law in enumerate(result["alternatives"], start=1):
        _alternative(page, number, law, say)
    _unreached(page, result["base"], say)
    _settle(page, result["settle"], say)
    page.heading(say("ข้อจำกัด", "Limits"))
    for limit in result["limits"]:
        page.item(say.of(limit))
    return page.lines


def count(cell: Result, say: Speaker) -> str:
    """Return a figure, or that it is hidden."""
    if cell["people"] is None:
        return say("< 10", "< 10")
    return f"{cell['people']:,}"


def _people(page: Page, result: Result, say: Speaker) -> None:
    people, base = result["people"], result["base"]
    page.gap()
    rows = f"{people['rows']:,} / {people['all_rows']:,}"
    page.field(say("แถวที่นับ", "Rows counted"), rows)
    page.field(say("แทนคน", "Stand for"), f"{people['people']:,}")
    page.field(say("วันที่ถามถึง", "Day asked about"), result["as_of"])
    page.field(say("กฎหมาย", "Law"), f"{result['law']}, {base['law_at']}")
    for name, value in result["values"].items():
        shown = ", ".join(value) if isinstance(value, list) else str(value)
        page.field(name, shown)


def _alternative(page: Page, number: int, law: Result, say: Speaker) -> None:
    page.person(f"{number}. {say.of(law['title'])}")
    for change in law["changes"]:
        page.item(say.of(change))
    for answer in law["answers"]:
        page.heading(say.of(answer["title"]))
        _table(page, answer, say)
        _band(page, answer, say)
        _gains(page, answer["gains"], say)
        _moved(page, answer["by"], say)


def _table(page: Page, answer: Result, say: Speaker) -> None:
    """Write who moves where: a line for each answer under the base law."""
    names = [say(*_STATES[state]) for state in _STATES]
    head = say("เดิม \\ ใหม่", "before \\ after")
    page.lines.append(f"  {pad(head, _CELL)}" + "".join(map(_right, names)))
    for name, cells in zip(names, answer["table"], strict=True):
        figures = "".join(_right(count(cell, say)) for cell in cells)
        page.lines.append(f"  {pad(name, _CELL)}{figures}")
    if answer["hidden"]:
        page.text(
            say(
                f"ปิดไว้ {answer['hidden']} ช่อง (น้อยกว่า 10 หรือคำนวณย้อนได้)",
                f"{answer['hidden']} figures hidden (below 10, or telling one)",
            ),
            depth=1,
        )


def _right(text: str) -> str:
    return " " * max(_CELL - width(text), 1) + text


def _band(page: Page, answer: Result, say: Speaker) -> None:
    low, high = (count(answer["then"][key], say) for key in ("least", "most"))
    old_low, old_high = (count(answer["base"][key], say) for key in ("least", "most"))
    page.field(
        say("อย่างน้อย-มาก", "least to most"),
        say(
            f"เดิม {old_low} ถึง {old_high} ใหม่ {low} ถึง {high}",
            f"before {old_low} to {old_high}, after {low} to {high}",
        ),
    )


def _gains(page: Page, gains: list[Result], say: Speaker) -> None:
    for gain in gains[:_MOST_RULES]:
        title = say.of(gain["title"])
        page.item(
            say(
                f"ได้เพิ่ม {count(gain, say)} คน ตาม {gain['rule']} {title}",
                f"{count(gain, say)} gain by {gain['rule']} {title}",
            )
        )


def _moved(page: Page, by: Result, say: Speaker) -> None:
    """Write the values of each dimension whose answers differ."""
    for dimension in by.values():
        found = [value for value in dimension["values"] if _differs(value)]
        found.sort(key=lambda value: -_more(value))
        for value in found[:_MOST_VALUES]:
            before, after = (count(value[k]["least"], say) for k in ("base", "then"))
            page.field(
                say.of(dimension["title"]),
                f"{say.of(value['title'])}: {before} → {after}",
            )


def _differs(value: Result) -> bool:
    return bool(value["base"]["least"] != value["then"]["least"])


def _more(value: Result) -> int:
    before, after = (value[key]["least"]["rows"] for key in ("base", "then"))
    return abs(after - before) if None not in (before, after) else 0


def _unreached(page: Page, base: Result, say: Speaker) -> None:
    found = base["unreached"]
    title = "ผู้ที่ไม่มีช่องทางใดเปิด ตามกฎหมายฐาน", "Whom no pathway reaches (base law)"
    page.person(say(*title))
    for key, th, en in (
        ("not_thai", "ไม่ใช่คนไทยแน่", "surely not Thai"),
        ("open", "มีช่องทางเปิด", "a pathway open"),
        ("perhaps", "อาจมี", "perhaps"),
        ("closed", "ปิดทุกช่องทาง", "all closed"),
        ("unread", "ในนั้นยังไม่ได้อ่าน", "of these unread"),
    ):
        page.field(say(th, en), count(found[key], say))
    for reason in found["reasons"][:_MOST_REASONS]:
        text = say.of(reason["text"])
        page.item(f"{count(reason, say)}: {reason['rule']}: {text}")


def _settle(page: Page, found: Result | None, say: Speaker) -> None:
    if not found:
        return
    page.person(
        say("ข้อเท็จจริงข้อเดียวที่ทำให้ได้คำตอบมากที่สุด", "Which single fact would settle most")
    )
    for fact in found["facts"]:
        always, perhaps = (count(fact[key], say) for key in ("always", "perhaps"))
        page.item(
            say(
                f"{say.of(fact['title'])}: ทุกค่า {always} บางค่า {perhaps}",
                f"{say.of(fact['title'])}: {always} whatever it is, {perhaps} if it is "
                "one value",
            )
        )

"""Every authored course: complete in both languages, and tied to the law pack.

Read with YAML and the law alone, so that it says what an author did wrong without a
database, and before anything loads the course.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sathana.law.book import book
from sathana.law.load import pack
from sathana.law.references import is_reference, reference
from sathana.law.rules import ADMINISTRATION, COURT

COURSES = Path(__file__).parents[2] / "src/sathana/learning/content/courses"
HEADS = sorted(COURSES.glob("*.yaml"))
LESSONS = sorted(COURSES.glob("*/*.yaml"))
TOPICS = {
    *("cards", "birth", "history", "section-23", "seven-bis", "refusal"),
    *("evidence", "rights", "safety", "programme", "other-paths"),
}
PLAIN_BLOCKS = {"heading", "text", "list", "steps", "table", "caution", "lines"}
KINDS = {"one", "many", "true", "number", "match"}
DOUBT_TH = re.compile("ยังไม่ได้ตรวจ|ยังไม่ได้อ่าน|ยังไม่พบ|ไม่ใช่กฎหมาย|เห็นต่าง")
DOUBT_EN = re.compile("not verified|not read|not found|not law|contested|differ", re.I)
MONTHS = {
    "en": [
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ],
    "th": [
        *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
        *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
    ],
}
WORDS = {
    1: ("one", "หนึ่ง"),
    2: ("two", "สอง"),
    3: ("three", "สาม"),
    5: ("five", "ห้า"),
    6: ("six", "หก"),
    7: ("seven", "เจ็ด"),
    10: ("ten", "สิบ"),
    12: ("twelve", "สิบสอง"),
    15: ("fifteen", "สิบห้า"),
    20: ("twenty", "ยี่สิบ"),
    30: ("thirty", "สามสิบ"),
    40: ("forty", "สี่สิบ"),
    60: ("sixty", "หกสิบ"),
    90: ("ninety", "เก้าสิบ"),
    120: ("hundred and twenty", "หนึ่งร้อยยี่สิบ"),
}
BY_WORD = {word: number for number, words in WORDS.items() for word in words}
SPELT = "|".join(sorted(BY_WORD, key=len, reverse=True))
AMOUNT = re.compile(
    rf"(\d[\d,]*|(?:\b(?=[a-z])|(?=[ก-๙]))(?:{SPELT}))\s*(?:working\s+)?"
    r"(?:วัน|บาท|ปี|เดือน|days?\b|baht\b|years?\b|months?\b)",
    re.IGNORECASE,
)
DAY = re.compile(
    rf"(\d{{1,2}})\s+({'|'.join([*MONTHS['en'], *MONTHS['th']])})\s+"
    r"(?:พ\.ศ\.\s*)?(\d{4})"
)


@lru_cache(maxsize=64)
def read(path: Path) -> dict[str, Any]:
    """Return a file as the parser gives it, never changed by a test."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict), f"{path.name} is no mapping"
    return found


def name(path: Path) -> str:
    """Return the name under which pytest reports a file."""
    return path.stem


def two(value: Any, where: str) -> None:
    """Refuse a text that is not there in both languages."""
    assert isinstance(value, Mapping), f"{where}: not a text of two languages: {value}"
    assert set(value) == {"th", "en"}, f"{where}: languages {sorted(value)}"
    assert type(value["th"]) is type(value["en"]), f"{where}: two different shapes"
    if isinstance(value["th"], list):
        assert len(value["th"]) == len(value["en"]), f"{where}: lists differ in length"
    for language, text in value.items():
        for part in leaves(text):
            assert part.strip(), f"{where}: empty {language}"
    said = " ".join(leaves(value["th"]))
    assert re.search("[ก-๙]", said), f"{where}: no Thai in {said[:40]}"
    assert not re.search("[ก-๙]{12}", " ".join(leaves(value["en"]))), f"{where}: Thai"


def leaves(value: Any) -> Iterator[str]:
    """Yield every string in lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, Sequence):
        for part in value:
            yield from leaves(part)


def texts_of(block: Mapping[str, Any]) -> Iterator[Any]:
    """Yield each text of two languages that a block holds."""
    for line in block.get("lines", []):
        yield line["who"]
        yield line["says"]
    for key in (PLAIN_BLOCKS | {"question", "answer"}) - {"lines"}:
        if key in block:
            yield block[key]


@lru_cache(maxsize=256)
def law_of(key: str) -> tuple[frozenset[int], str]:
    """Return the numbers and the texts of a record and of what it cites."""
    law = pack()
    kind, _, found = key.rpartition(":") if ":" in key else ("rule", "", key)
    shelf: Mapping[str, Any] = {
        "rule": law.rules,
        "provision": law.provisions,
        "procedure": law.procedures,
        "limit": law.limits,
        "fee": law.fees,
        "form": law.forms,
        "door": law.doors,
        "point": law.contested,
        "instrument": law.instruments,
        "number": {"id13": law.id13},
    }[kind]
    held = list(held_by(shelf[found]))
    cites = [part for part in held if isinstance(part, str) and part in law.provisions]
    held += [part for cite in cites for part in held_by(law.provisions[cite])]
    if kind == "rule":
        held += conditions(found)
    numbers = frozenset(part for part in held if isinstance(part, int))
    return numbers, " ".join(part for part in held if isinstance(part, str)).lower()


def conditions(rule: str) -> list[int | str]:
    """Return the days and numbers that the typed conditions of a rule compare with."""
    return [
        part
        for law in (COURT, ADMINISTRATION)
        for clause in book(law)
        if clause.rule == rule
        for part in held_by(clause.condition)
    ]


def held_by(value: Any) -> Iterator[int | str]:
    """Yield every number and every string in a record."""
    if isinstance(value, date):
        yield value.toordinal()
    elif isinstance(value, (int, str)):
        yield value
    else:
        for part in parts_of(value):
            yield from held_by(part)


def parts_of(value: Any) -> list[Any]:
    """Return what a record, a mapping or a list holds; nothing of anything else."""
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, (Sequence, set, frozenset)) else []


def unheld(said: str, keys: Sequence[str]) -> list[str]:
    """Return the amounts and days in a text that no cited record holds."""
    laws = [law_of(key) for key in keys]
    amounts = [amount(found) for found in AMOUNT.findall(said)]
    missing = [str(n) for n in amounts if not any(holds(n, law) for law in laws)]
    days = [(found[0], ordinal(found)) for found in DAY.finditer(said)]
    return missing + [t for t, n in days if not any(has_day(n, law) for law in laws)]


def amount(said: str) -> int:
    """Return the number that a text gives in digits or in a word."""
    return BY_WORD.get(said.lower()) or int(said.replace(",", ""))


def holds(number: int, law: tuple[frozenset[int], str]) -> bool:
    """Whether a record holds an amount, as a field, in digits or in words."""
    numbers, text = law
    digits = rf"(?<![\d,]){number:,}(?![\d,]*\d)|(?<!\d){number}(?!\d)"
    words = WORDS.get(number, ())
    return (
        number in numbers
        or re.search(digits, text) is not None
        or any(re.search(rf"\b{word}\b|{word}(?=วัน|ปี|เดือน)", text) for word in words)
    )


def has_day(day: int, law: tuple[frozenset[int], str]) -> bool:
    """Whether a record holds a day: as a bound (its last day too) or in its texts."""
    numbers, text = law
    on = date.fromordinal(day)
    month = MONTHS["en"][on.month - 1].lower()
    written = {f"{on.day} {part} {on.year}" for part in (month, month[:3])}
    return day in numbers or day + 1 in numbers or any(part in text for part in written)


def ordinal(found: re.Match[str]) -> int:
    """Return the day that a text names, in either calendar."""
    day, month, year = int(found[1]), found[2], int(found[3])
    thai = month in MONTHS["th"]
    months = MONTHS["th" if thai else "en"]
    return date(year - 543 if thai else year, months.index(month) + 1, day).toordinal()


def check_law(part: Mapping[str, Any], said: str, where: str) -> None:
    """Refuse amounts and days that rest on no record, and keys that lead nowhere."""
    keys = part.get("rules", [])
    assert len(keys) == len(set(keys)), f"{where}: a key stands twice in {keys}"
    for key in keys:
        assert is_reference(key), f"{where}: no record '{key}'"
    if part.get("not_law") or "heading" in part:
        return
    if AMOUNT.search(said) or DAY.search(said):
        assert keys, f"{where}: a number without rules: {said[:80]}"
    missing = unheld(said, keys)
    assert not missing, f"{where}: {missing} stand in none of {keys}"


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_what_rests_on_unverified_records_only_says_so(path: Path) -> None:
    """A block must not teach as certain what nobody has read in the law."""
    lesson = read(path)
    for at, part in enumerate([*lesson["body"], *lesson["quiz"]]):
        marks = {reference(key).verified for key in part.get("rules", [])}
        if marks == {"unverified"}:
            said = " ".join(leaves(part))
            assert DOUBT_TH.search(said), f"{path.stem} {at}: {part['rules']}"
            assert DOUBT_EN.search(said), f"{path.stem} {at}: {part['rules']}"


def test_there_is_a_course() -> None:
    assert HEADS
    assert LESSONS


@pytest.mark.parametrize("path", HEADS, ids=name)
def test_the_head_of_a_course_names_its_lessons_and_practice(path: Path) -> None:
    head = read(path)
    assert head["slug"] == path.stem
    for key in ("title", "summary"):
        two(head[key], f"{path.stem} {key}")
    assert set(head["topics"]) <= TOPICS
    assert set(head["audience"]) <= {
        *("villagers", "leaders", "students", "officials", "public")
    }
    assert isinstance(head["law_date"], date)
    files = [found for found in LESSONS if found.parent.name == path.stem]
    assert [read(found)["slug"] for found in files] == head["lessons"]
    assert len(set(head["practice"])) == 12
    assert set(head["pass"]) == {"quiz", "practice", "packs"}


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_the_head_of_a_lesson_is_complete(path: Path) -> None:
    lesson = read(path)
    assert re.fullmatch(rf"\d\d-{re.escape(lesson['slug'])}", path.stem)
    assert lesson["topic"] in TOPICS
    assert isinstance(lesson["law_date"], date)
    assert 5 <= lesson["minutes"] <= 40
    for key in ("title", "summary"):
        two(lesson[key], f"{path.stem} {key}")
        check_law(lesson, "", path.stem)
    words = " ".join(t["en"] for b in lesson["body"] for t in flat(b)).split()
    assert 500 <= len(words) <= 900, f"{path.stem}: {len(words)} English words"


def flat(block: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the texts of a block, each as one string a language."""
    return [
        {language: " ".join(leaves(part)) for language, part in text.items()}
        for text in texts_of(block)
    ]


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_every_block_has_two_languages_and_its_law(path: Path) -> None:
    lesson = read(path)
    blocks = [*lesson["body"], lesson["say"]]
    for at, block in enumerate(blocks):
        where = f"{path.stem} block {at}"
        held = set(block) - {"rules", "not_law"}
        assert held == {"question", "answer"} or (
            len(held) == 1 and held <= PLAIN_BLOCKS
        ), f"{where}: {held}"
        for text in texts_of(block):
            two(text, where)
        said = " ".join(part for text in flat(block) for part in text.values())
        check_law(block, said, where)


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_what_is_said_aloud_lasts_one_or_two_minutes(path: Path) -> None:
    spoken = " ".join(line["says"]["en"] for line in read(path)["say"]["lines"])
    assert 115 <= len(spoken.split()) <= 260, (
        f"{path.stem}: {len(spoken.split())} words"
    )


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_a_table_is_as_wide_in_every_row(path: Path) -> None:
    for block in read(path)["body"]:
        rows = [row for text in block.get("table", {}).values() for row in text]
        assert len({len(row) for row in rows}) <= 1, f"{path.stem}: {rows[:1]}"


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_every_question_can_be_answered_and_says_why(path: Path) -> None:
    quiz = read(path)["quiz"]
    assert 5 <= len(quiz) <= 8
    for item in quiz:
        where = f"{path.stem} {item['id']}"
        assert item["kind"] in KINDS, where
        two(item["text"], where)
        two(item["why"], where)
        assert "rules" in item, where
        check_law(item, " ".join([*leaves(item["why"])]), where)
        check_answers(item, where)


def check_answers(item: Mapping[str, Any], where: str) -> None:
    """Refuse a question with no right answer, or too many for its kind."""
    kind, options = item["kind"], item.get("options", [])
    if kind == "number":
        assert isinstance(item["answer"], int), where
        assert item["tolerance"] >= 0, where
        assert any(holds(item["answer"], law_of(key)) for key in item["rules"]), where
    elif kind == "match":
        pairs = item["pairs"]
        assert len(pairs) >= 3, where
        for pair in pairs:
            two(pair["left"], where)
            two(pair["right"], where)
        assert len({pair["left"]["en"] for pair in pairs}) == len(pairs), where
        assert len({pair["right"]["en"] for pair in pairs}) == len(pairs), where
    else:
        check_options(item, options, where)


def check_options(
    item: Mapping[str, Any], options: Sequence[Mapping[str, Any]], where: str
) -> None:
    """Refuse options without a reason, and a wrong count of right ones."""
    right = [option for option in options if option["right"] is True]
    assert all(option["right"] in (True, False) for option in options), where
    expected = {"one": 1, "true": 1}.get(item["kind"])
    assert len(right) == expected if expected else len(right) >= 2, where
    assert len(right) < len(options), f"{where}: nothing is wrong"
    assert len(options) == 2 if item["kind"] == "true" else len(options) >= 3, where
    for option in options:
        two(option["text"], where)
        two(option["why"], where)
        check_law(item, " ".join(leaves(option["why"])), where)
    for option in right:
        check_law(item, " ".join(leaves(option["text"])), where)


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_no_word_of_illegality_is_said_of_a_person(path: Path) -> None:
    said = " ".join(leaves(read(path))).lower()
    for word in ("illegal", "ผิดกฎหมาย", "หลบหนีเข้าเมือง"):
        assert word not in said, f"{path.stem} says '{word}'"


def test_ids_of_lessons_and_questions_are_unique() -> None:
    for course in {path.parent for path in LESSONS}:
        lessons = [read(path) for path in LESSONS if path.parent == course]
        slugs = [lesson["slug"] for lesson in lessons]
        ids = [item["id"] for lesson in lessons for item in lesson["quiz"]]
        assert len(slugs) == len(set(slugs))
        assert len(ids) == len(set(ids))


def test_a_number_that_no_record_holds_is_found() -> None:
    assert unheld("appeal within 15 days", ["limit:APA-44"]) == []
    assert unheld("appeal within 16 days", ["limit:APA-44"]) == ["16"]
    assert unheld("ภายใน 15 วัน", ["BR-1"]) == []
    assert unheld("within fifteen days, ภายในสิบห้าวัน", ["BR-1"]) == []
    assert unheld("within forty days", ["BR-1"]) == ["40"]
    assert unheld("ภายในสี่สิบวัน", ["BR-1"]) == ["40"]
    assert unheld("ภายใน 25 วัน", ["BR-1"]) == ["25"]


def test_a_day_that_no_record_holds_is_found() -> None:
    assert unheld("born before 28 February 2008", ["S23"]) == []
    assert unheld("เกิดก่อน 28 กุมภาพันธ์ 2551", ["S23"]) == []
    assert unheld("born before 28 March 2007", ["S23"]) == ["28 March 2007"]

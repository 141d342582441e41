"""Files of courses: a good one is read, and a broken one says where it is broken."""

from __future__ import annotations

import copy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from sathana.learning import coursefile
from sathana.learning.coursefile import ContentError

type Tree = dict[str, Any]
T = {"th": "ไทย", "en": "English"}
RULE = "7BIS-2"
HEAD: Tree = {
    "slug": "sample", "title": T, "summary": T, "audience": ["public"],
    "topics": ["cards"], "law_date": "2026-11-22", "lessons": ["first"],
    "practice": ["pf01"], "pass": {"quiz": 80, "practice": 70, "packs": 0},
}  # fmt: skip
OPTIONS = [{"text": T, "right": True, "why": T}, {"text": T, "right": False}]
LESSON: Tree = {
    "slug": "first", "title": T, "summary": T, "topic": "cards",
    "law_date": "2026-11-22", "minutes": 5,
    "body": [
        {"heading": T},
        {"text": T, "rules": [RULE]},
        {"steps": {"th": ["ก", "ข"], "en": ["a", "b"]}},
        {"question": T, "answer": T, "rules": [RULE]},
        {"lines": [{"who": T, "says": T}]},
    ],
    "quiz": [
        {"id": "q1", "kind": "one", "text": T, "why": T, "options": OPTIONS,
         "rules": ["limit:APA-44"]},
        {"id": "q2", "kind": "number", "text": T, "why": T, "answer": 15},
        {"id": "q3", "kind": "match", "text": T, "why": T,
         "pairs": [{"left": T, "right": T}, {"left": T, "right": T}]},
    ],
    "say": {"lines": [{"who": T, "says": T}], "rules": ["BR-1"]},
}  # fmt: skip


def stored(folder: Path, head: Tree = HEAD, lesson: Tree = LESSON) -> Path:
    """Write a course into a folder; return its file."""
    (folder / "sample").mkdir(exist_ok=True)
    place = folder / "sample" / "01-first.yaml"
    place.write_text(yaml.safe_dump(lesson, allow_unicode=True), "utf-8")
    place = folder / "sample.yaml"
    place.write_text(yaml.safe_dump(head, allow_unicode=True), "utf-8")
    return place


def test_a_good_course_is_read(tmp_path: Path) -> None:
    stored(tmp_path)
    (found,) = coursefile.load(tmp_path)
    assert found.passing.quiz == 80
    lesson = found.lesson("first")
    kinds = [block.kind for block in lesson.body]
    assert kinds == ["heading", "text", "steps", "question", "lines"]
    assert lesson.keys() == (RULE, "BR-1", "limit:APA-44")
    assert (lesson.quiz[1].answer, lesson.quiz[1].tolerance) == (15, Decimal(0))
    assert coursefile.unknown_law(found) == []
    with pytest.raises(LookupError):
        found.lesson("second")


def test_law_that_there_is_not_is_named(tmp_path: Path) -> None:
    broken = copy.deepcopy(LESSON)
    broken["body"][1]["rules"] = ["NOTHING-9"]
    found = coursefile.read_course(stored(tmp_path, lesson=broken))
    assert coursefile.unknown_law(found) == [
        "sample/first: the law pack has no 'NOTHING-9'"
    ]


def put(*path: Any, value: Any) -> Callable[[Tree], None]:
    """Return what puts a value into a tree."""

    def change(tree: Tree) -> None:
        place: Any = tree
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


LESSON_FAULTS = {
    "one language": put("title", value={"th": "ไทย"}),
    "an empty language": put("title", value={"th": "ไทย", "en": " "}),
    "a third language": put("title", value={**T, "fr": "x"}),
    "a language that is a list": put("title", value={"th": ["ก"], "en": "x"}),
    "a wrong slug": put("slug", value="../etc/passwd"),
    "no day": put("law_date", value="yesterday"),
    "minutes that are no count": put("minutes", value=-5),
    "minutes that are a truth": put("minutes", value=True),
    "a body that is no list": put("body", value={"text": T}),
    "a block that is a text": put("body", 0, value="text"),
    "an unknown block": put("body", 0, value={"video": T}),
    "a block with a stray key": put("body", 0, value={"heading": T, "style": "x"}),
    "two blocks in one": put("body", 0, value={"text": T, "heading": T}),
    "lists of two lengths": put("body", 2, value={"list": {"th": ["ก"], "en": []}}),
    "a line that is a text": put("body", 4, value={"lines": ["said"]}),
    "a question without answer": put("body", 3, value={"question": T}),
    "rules that are a text": put("body", 1, "rules", value=RULE),
    "an unknown kind": put("quiz", 0, "kind", value="essay"),
    "no right option": put("quiz", 0, "options", 0, "right", value=False),
    "two right options of one": put("quiz", 0, "options", 1, "right", value=True),
    "right that is a text": put("quiz", 0, "options", 0, "right", value="yes"),
    "the same id twice": put("quiz", 1, "id", value="q1"),
    "an answer that is no number": put("quiz", 1, "answer", value="many"),
    "an answer that is not finite": put("quiz", 1, "answer", value="NaN"),
    "a tolerance below nothing": put("quiz", 1, "tolerance", value=-1),
    "one pair": put("quiz", 2, "pairs", value=[{"left": T, "right": T}]),
}


@pytest.mark.parametrize("change", LESSON_FAULTS.values(), ids=list(LESSON_FAULTS))
def test_a_broken_lesson_is_refused_with_its_file(
    tmp_path: Path, change: Callable[[Tree], None]
) -> None:
    broken = copy.deepcopy(LESSON)
    change(broken)
    with pytest.raises(ContentError) as caught:
        coursefile.read_course(stored(tmp_path, lesson=broken))
    assert caught.value.where.startswith("sample/01-first.yaml")


HEAD_FAULTS = {
    "another slug than the file": put("slug", value="other"),
    "a lesson without a file": put("lessons", value=["first", "second"]),
    "no lesson": put("lessons", value=[]),
    "more than all": put("pass", "quiz", value=101),
    "no word on passing": put("pass", value=None),
    "part of the passing": put("pass", value={"quiz": 80}),
}


@pytest.mark.parametrize("change", HEAD_FAULTS.values(), ids=list(HEAD_FAULTS))
def test_a_broken_head_is_refused(
    tmp_path: Path, change: Callable[[Tree], None]
) -> None:
    broken = copy.deepcopy(HEAD)
    change(broken)
    with pytest.raises(ContentError):
        coursefile.read_course(stored(tmp_path, head=broken))


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe", b"a: [", b"- list", b"", b"!!python/object:os.system {}"]
)
def test_a_file_that_is_no_course_is_refused(tmp_path: Path, raw: bytes) -> None:
    place = tmp_path / "sample.yaml"
    place.write_bytes(raw)
    with pytest.raises(ContentError):
        coursefile.load(tmp_path)

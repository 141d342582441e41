"""``sathana learn``: quizzes out as GIFT and in again; faults name line and way out."""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from sathana.cli import main as command
from sathana.cli.commands import parser
from sathana.cli.main import main
from sathana.learning import courses, giftquiz, giftread
from sathana.learning.coursefile import ContentError, read_lesson
from sathana.learning.gift import write

SRC = Path(__file__).resolve().parents[2] / "src"
COURSE = "first-word-to-petition"
MIXED = """\
// a file that somebody wrote
::One::Which? {=right#yes ~wrong#no}

Which two? {~%50%a ~%50%b ~%-100%c}

Holds? {F#it does not#right}

How many? {#15:2#fifteen}

Match {=a -> 1 =b -> 2}

Gap {=in ~at} Thailand.
"""
LESSON = {
    "slug": "made",
    "title": {"th": "บท", "en": "Lesson"},
    "summary": {"th": "บท", "en": "Lesson"},
    "topic": "cards",
    "law_date": "2026-11-22",
    "minutes": 5,
    "body": [{"text": {"th": "ก", "en": "a"}}],
}


def gift(folder: Path, text: str) -> str:
    file = folder / "quiz.gift"
    file.write_text(text, "utf-8")
    return str(file)


def filled(value: Any) -> Any:
    """Fill in what was left empty, as a person would."""
    if isinstance(value, dict):
        return {key: filled(one) or "-" for key, one in value.items()} | (
            {"rules": []} if "rules" in value else {}
        )
    return [filled(one) for one in value] if isinstance(value, list) else value


def lesson_of(folder: Path, printed: str) -> courses.Lesson:
    (quiz,) = yaml.safe_load(printed).values()
    for one in quiz:
        assert one["rules"] == []
    file = folder / "01-made.yaml"
    told = [_with_numbers(one) for one in quiz]
    file.write_text(yaml.safe_dump(LESSON | {"quiz": told}), "utf-8")
    return read_lesson(file)


def _with_numbers(one: dict[str, Any]) -> dict[str, Any]:
    numbers = {key: one[key] for key in ("answer", "tolerance") if key in one}
    rights = [option.pop("right") for option in one.get("options", ())]
    made: dict[str, Any] = filled(one) | numbers
    for option, right in zip(made.get("options", ()), rights, strict=True):
        option["right"] = right
    return made


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_whole_course_goes_out_and_is_read_again(
    lang: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["learn", "gift-out", COURSE, "--lang", lang]) == 0
    found = giftread.read(capsys.readouterr().out)
    asked = [one for each in courses.course(COURSE).lessons for one in each.quiz]
    assert [one.title for one in found] == [one.id for one in asked]
    assert [one.text for one in found] == [one.text[lang] for one in asked]
    assert not giftquiz.unfit(found)


def test_what_goes_out_marks_as_the_lesson_marks(tmp_path: Path) -> None:
    """The right answers survive the way out, in, and into a lesson file."""
    for lesson in courses.course(COURSE).lessons:
        found = giftread.read(write(giftquiz.gift_of(lesson, "en")))
        quiz = yaml.safe_dump({"quiz": giftquiz.quiz_of(found, "en")})
        again = lesson_of(tmp_path, quiz)
        for before, after in zip(lesson.quiz, again.quiz, strict=True):
            told = (before.id, before.answer, before.tolerance)
            assert (after.id, after.answer, after.tolerance) == told
            assert [o.right for o in after.options] == [o.right for o in before.options]
            lefts = [pair.left["en"] for pair in before.pairs]
            assert [pair.left["en"] for pair in after.pairs] == lefts
            assert after.kind == before.kind or before.kind == courses.TRUE


def test_one_lesson_goes_out_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["learn", "gift-out", COURSE, "--lesson", "card-and-number"]) == 0
    out = capsys.readouterr().out
    assert out.count("$CATEGORY") == 1
    assert f"$CATEGORY: {COURSE}/card-and-number" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["nowhere"], COURSE), ([COURSE, "--lesson", "x"], "card-and-number")],
)
def test_what_is_not_there_is_answered_with_what_is(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang in ("th", "en"):
        assert main(["learn", "gift-out", *arguments, "--lang", lang]) == 1
        assert told in capsys.readouterr().err


def test_it_says_how_many_questions_of_which_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["learn", "gift-in", gift(tmp_path, MIXED), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "6 questions can be read" in out
    assert "with choices: 3" in out
    for kind in ("true or false", "numerical", "matching"):
        assert f"{kind}: 1" in out


def test_every_fault_is_told_with_its_line_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Good {=a ~b}\n\nEssay {}\n\nNo end {=a\n\nShort {=word}\n"
    file = gift(tmp_path, text)
    assert main(["learn", "gift-in", file, "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert [f"{file}: line {n}:" for n in (3, 5, 7)] == [
        line[: len(file) + 9] for line in said.err.splitlines()
    ]
    assert "make it a question with choices" in said.err
    assert "2 questions can be read" in said.out
    assert "2 cannot be read" in said.out
    assert main(["learn", "gift-in", file]) == 1
    assert "บรรทัด 5" in capsys.readouterr().err


def test_yaml_becomes_a_lesson_once_the_empty_places_are_filled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["learn", "gift-in", gift(tmp_path, MIXED), "--yaml"]) == 0
    quiz = lesson_of(tmp_path, capsys.readouterr().out).quiz
    assert [one.id for one in quiz] == ["one", "q2", "q3", "q4", "q5", "q6"]
    kinds = ["one", "many", "true", "number", "match", "one"]
    assert [one.kind for one in quiz] == kinds
    assert [o.right for o in quiz[1].options] == [True, True, False]
    assert [o.right for o in quiz[2].options] == [False, True]
    assert (quiz[3].answer, quiz[3].tolerance) == (Decimal(15), Decimal(2))
    assert quiz[3].why["en"] == "fifteen"
    assert quiz[5].text["en"] == "Gap ____ Thailand."


def test_what_gift_does_not_hold_stays_empty_and_is_refused_until_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["learn", "gift-in", gift(tmp_path, "ถาม {=ก ~ข}"), "--yaml"]) == 0
    (quiz,) = yaml.safe_load(capsys.readouterr().out).values()
    assert quiz[0]["text"] == {"th": "ถาม", "en": ""}
    assert quiz[0]["why"] == {"th": "", "en": ""}
    file = tmp_path / "01-made.yaml"
    file.write_text(yaml.safe_dump(LESSON | {"quiz": quiz}), "utf-8")
    with pytest.raises(ContentError, match="empty in one language"):
        read_lesson(file)


@pytest.mark.parametrize(
    "text",
    [
        "Short {=word}",
        "Two numbers {#=1 =%50%2}",
        "Partly {=a ~%50%b ~c}",
        "Good {=a ~b}\n\nEssay {}",
    ],
)
def test_half_a_quiz_is_never_printed_as_a_whole_one(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["learn", "gift-in", gift(tmp_path, text), "--yaml"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "บรรทัด" in said.err


def test_zero_is_a_right_answer(tmp_path: Path) -> None:
    (found,) = giftread.read("How many? {#0}")
    assert not giftquiz.unfit([found])
    assert giftquiz.quiz_of([found], "en")[0]["answer"] == 0


def test_two_questions_of_one_title_get_two_names() -> None:
    found = giftread.read("::A::x {=a ~b}\n\n::a!::y {=a ~b}\n\n::ก::z {=a ~b}")
    names = [one["id"] for one in giftquiz.quiz_of(found, "en")]
    assert names == ["a", "a-2", "q3"]


def test_hostile_text_stays_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "!!python/object/apply:os.system ['x'] \\: & *a - | > #"
    text = f"{evil.replace('#', '')} {{=yes ~no}}"
    assert main(["learn", "gift-in", gift(tmp_path, text), "--yaml"]) == 0
    (quiz,) = yaml.safe_load(capsys.readouterr().out).values()
    assert quiz[0]["text"]["en"].startswith("!!python/object")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe\x00", "UTF-8"),
        (b"", "no question"),
        (b"a\x00b {=a ~b}", "control"),
        (b"x" * 1_000_001, "split"),
    ],
)
def test_a_file_that_is_no_gift_is_refused_with_a_reason(
    content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.gift"
    file.write_bytes(content)
    assert main(["learn", "gift-in", str(file), "--lang", "en"]) == 1
    assert told in capsys.readouterr().err


def test_a_missing_file_is_told_and_standard_input_is_read(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert main(["learn", "gift-in", str(tmp_path / "no"), "--lang", "en"]) == 1
    assert "cannot be read" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO("x {=a ~b}"))
    assert main(["learn", "gift-in", "-", "--lang", "en"]) == 0
    assert "1 questions" in capsys.readouterr().out


def test_reading_gift_does_not_load_django(tmp_path: Path) -> None:
    commands = [["learn", "gift-in", gift(tmp_path, MIXED), "--yaml"]]
    program = (
        "import json, sys; from sathana.cli.main import main;"
        "codes = [main(argv) for argv in json.loads(sys.argv[1])];"
        "sys.exit(any(codes) or 'django' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(commands)],
        cwd=SRC,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _words(made: argparse.ArgumentParser, before: str = "") -> list[str]:
    found = []
    for action in made._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                found += _words(below, f"{before} {name}".strip())
        elif action.dest == "what" and action.choices:
            found += [f"{before} {one}" for one in action.choices]
    return found or [before]


def test_every_command_that_can_be_typed_has_a_module() -> None:
    typed = {" ".join(one.split()[:2]) for one in _words(parser("en"))}
    assert sorted(typed - set(command._COMMANDS)) == []

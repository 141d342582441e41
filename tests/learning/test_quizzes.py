"""Marking: right, partly right, wrong, and not answered, which is not wrong."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.learning import quizzes
from sathana.learning.courses import Option, Pair, Question

WHY = {"th": "เพราะกฎหมายว่าไว้", "en": "Because the law says so."}


def text(word: str) -> dict[str, str]:
    return {"th": f"ไทย {word}", "en": word}


def question(kind: str, *rights: bool) -> Question:
    options = tuple(
        Option(text(f"option {n}"), right, text(f"why {n}"))
        for n, right in enumerate(rights)
    )
    pairs = tuple(Pair(text(f"l{n}"), text(f"r{n}")) for n in range(3))
    return Question("q", kind, text("?"), WHY, options, pairs, Decimal(15), Decimal(2))


ONE = question("one", False, True, False)
MANY = question("many", True, True, False, False)
NUMBER = question("number")
MATCH = question("match")
EVERY = (ONE, MANY, NUMBER, MATCH)


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: asked.kind)
@pytest.mark.parametrize("told", [(), ("",), ("?",), (" ", "")])
def test_what_is_not_answered_is_not_wrong(
    asked: Question, told: tuple[str, ...]
) -> None:
    found = quizzes.mark(asked, told)
    assert (found.state, found.points) == ("unanswered", None)
    assert found.whys == ()


def test_a_choice_says_why_it_is_right_or_wrong() -> None:
    right, wrong = quizzes.mark(ONE, ("1",)), quizzes.mark(ONE, ("0",))
    assert (right.state, right.points) == ("right", 1)
    assert (wrong.state, wrong.points) == ("wrong", 0)
    assert wrong.whys == (text("why 0"), WHY)


@pytest.mark.parametrize(
    ("told", "points"),
    [
        (("0", "1"), 1),
        (("0",), Fraction(1, 2)),
        (("0", "1", "2"), Fraction(1, 2)),
        (("0", "1", "2", "3"), 0),
        (("2", "3"), 0),
        (("0", "0", "0"), Fraction(1, 2)),
    ],
)
def test_choosing_everything_earns_nothing(
    told: tuple[str, ...], points: Fraction
) -> None:
    assert quizzes.mark(MANY, told).points == points


@pytest.mark.parametrize(
    ("told", "state"),
    [
        *(("15", "right"), ("๑๕", "right"), ("17", "right"), ("13.0", "right")),
        *(("12.9", "wrong"), ("-15", "wrong"), ("1,500", "wrong")),
        *(("fifteen", "unanswered"), ("NaN", "unanswered"), ("Infinity", "unanswered")),
        *(("1e9999999", "unanswered"), ("1e1", "unanswered"), ("15 วัน", "unanswered")),
        *(("9" * 30, "unanswered"), ("1" + "0" * 14, "wrong"), ("๑.๒.๓", "unanswered")),
    ],
)
def test_a_number_is_read_in_either_digits(told: str, state: str) -> None:
    found = quizzes.mark(NUMBER, (told,))
    assert found.state == state
    assert (found.trouble == quizzes.UNREADABLE) == (state == "unanswered")


def test_pairs_are_marked_one_by_one_and_only_together() -> None:
    assert quizzes.mark(MATCH, ("0", "1", "2")).state == "right"
    assert quizzes.mark(MATCH, ("0", "2", "1")).points == Fraction(1, 3)
    assert quizzes.mark(MATCH, ("1", "2", "0")).state == "wrong"
    assert quizzes.mark(MATCH, ("0", "", "2")).trouble == quizzes.INCOMPLETE
    assert quizzes.mark(MATCH, ("0", "1")).trouble == quizzes.INCOMPLETE


@pytest.mark.parametrize("told", ["3", "-1", "x", "²", "๐", "0 or 1=1", "9" * 4000])
@pytest.mark.parametrize("asked", [ONE, MANY], ids=lambda asked: asked.kind)
def test_a_choice_that_there_is_not_is_no_answer(asked: Question, told: str) -> None:
    found = quizzes.mark(asked, (told, *(["7"] if asked is MANY else [])))
    assert (found.state, found.trouble) == ("unanswered", quizzes.NO_SUCH)


def test_two_answers_to_a_question_with_one_are_none() -> None:
    assert quizzes.mark(ONE, ("0", "1")).trouble == quizzes.NO_SUCH


def test_a_quiz_has_a_score_only_when_all_is_answered() -> None:
    quiz = [Question("a", "number", text("?"), WHY, answer=Decimal(1))]
    quiz.append(Question("b", "number", text("?"), WHY, answer=Decimal(2)))
    part = quizzes.mark_quiz(quiz, {"a": ("1",), "other": ("1",)})
    assert (part.answered, part.right, part.score) == (1, 1, None)
    whole = quizzes.mark_quiz(quiz, {"a": ("1",), "b": ("3",)})
    assert (whole.answered, whole.right, whole.score) == (2, 1, 50)
    assert quizzes.mark_quiz([], {}).score is None


@given(st.sampled_from(EVERY), st.lists(st.text(max_size=60), max_size=5))
def test_any_answer_is_marked_or_left_open(asked: Question, told: list[str]) -> None:
    found = quizzes.mark(asked, told)
    assert (found.points is None) == (found.state == "unanswered")
    assert found.points is None or 0 <= found.points <= 1

"""GIFT in and out: what is written is read back, and hostile text has a line."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.learning.gift import GiftAnswer, GiftError, GiftQuestion, write
from sathana.learning.giftread import read

TEXTS = (
    st.text(st.sampled_from("ab ก่ํ๑:=~#{}\\%[]>\"'\n/$.-0"), min_size=1, max_size=25)
    .map(lambda text: text.strip(" \t\n"))
    .filter(bool)
)
ARROWLESS = TEXTS.filter(lambda text: "->" not in text)
SAID = st.one_of(st.just(""), TEXTS)
SMALL = st.decimals(-999, 999, places=2)


@st.composite
def questions(draw: st.DrawFn) -> GiftQuestion:
    kind = draw(st.sampled_from(("multiple", "true", "number", "match", "short")))
    answers: list[GiftAnswer] = []
    pairs: list[tuple[str, str]] = []
    if kind == "match":
        pairs = draw(st.lists(st.tuples(ARROWLESS, TEXTS), min_size=2, max_size=4))
    elif kind == "true":
        truth = draw(st.booleans())
        answers = [
            GiftAnswer("TRUE", Decimal(100 * truth), draw(SAID)),
            GiftAnswer("FALSE", Decimal(100 * (not truth)), draw(SAID)),
        ]
    elif kind == "number":
        near = st.decimals(0, 50, places=1)
        answers = [GiftAnswer("", Decimal(100), draw(SAID), draw(SMALL), draw(near))]
        answers += [GiftAnswer("", Decimal(0), draw(TEXTS))] * draw(st.booleans())
    elif kind == "short":
        weights = st.decimals(1, 100, places=1)
        answers = [
            GiftAnswer(draw(ARROWLESS), draw(weights), draw(SAID)) for _ in range(2)
        ]
    else:
        weight = draw(st.sampled_from((Decimal(100), Decimal(50), Decimal("33.3"))))
        answers = [
            GiftAnswer(draw(TEXTS), weight, draw(SAID)),
            GiftAnswer(draw(TEXTS), Decimal(0), draw(SAID)),
            GiftAnswer(draw(TEXTS), Decimal(-50), draw(SAID)),
        ]
    return GiftQuestion(
        kind,
        draw(TEXTS),
        tuple(answers),
        tuple(pairs),
        title=draw(SAID),
        after=draw(SAID),
        feedback=draw(SAID),
        category=draw(st.sampled_from(("", "ก/ข", "law"))),
        markup=draw(st.sampled_from(("plain", "html"))),
    )


@given(st.lists(questions(), max_size=4))
def test_what_is_written_is_read_back(given_: list[GiftQuestion]) -> None:
    # A category holds until the next one: it cannot be taken back to none.
    named = [replace(one, category=one.category or "law") for one in given_]
    found = [replace(one, line=0) for one in read(write(named))]
    assert found == named


MOODLE = """// a comment at the head
$CATEGORY: law/cards

::Q1:: Who holds a pink card? {
  =A non-Thai #Right
  ~A Thai #No
  // a comment between
  ~%50%Somebody with leave
}

::Q2::[html]<b>In 1972</b> there was a decree.{TRUE#wrong one#right one####Always}

How many days?{#15:2}

When?{#2008..2010 #near}

Days?{#
  =15:0
  =%50%15:5#almost
  ~#no
}

Match {=red -> แดง =green -> เขียว}

Mahidol is in {~Chiang Rai =Salaya} province.

Two plus two {=four =4}
"""


def test_the_kinds_of_moodle_are_read() -> None:
    found = read(MOODLE)
    assert [one.kind for one in found] == [
        *("multiple", "true", "number", "number", "number", "match"),
        *("multiple", "short"),
    ]
    card, decree, days, when, graded, pairs, gap, _ = found
    assert (card.title, card.category, card.line) == ("Q1", "law/cards", 4)
    assert [a.weight for a in card.answers] == [100, 0, 50]
    assert card.answers[0].feedback == "Right"
    assert (decree.markup, decree.feedback) == ("html", "Always")
    assert decree.answers[1].feedback == "wrong one"
    assert (days.answers[0].number, days.answers[0].tolerance) == (15, 2)
    assert (when.answers[0].number, when.answers[0].tolerance) == (2009, 1)
    assert (graded.answers[2].number, graded.answers[2].feedback) == (None, "no")
    assert pairs.pairs == (("red", "แดง"), ("green", "เขียว"))
    assert gap.after == "province."


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a\n\nWrite about it {}", 1, "no answers"),
        ("// x\n\nWrite about it {}", 3, "essay"),
        ("A description only", 1, "no answers"),
        ("ok {T}\n\nopen {=a ~b", 3, "not closed"),
        ("open {=a\n\n~b}", 1, "not closed"),
        ("a }", 1, "brace too many"),
        ("a {=b} {=c}", 1, "brace too many"),
        ("a {=b {x} ~c}", 1, "brace too many"),
        ("a {~b ~c}", 1, "No answer is right"),
        ("a {\n=b\n~%150%c}", 3, "weight"),
        ("a {#}", 1, "numerical"),
        ("a {#ten}", 1, "numerical"),
        ("a {#5..1}", 1, "numerical"),
        ("a {#1e999999999}", 1, "numerical"),
        ("a {=b -> c}", 1, "Matching"),
        ("a {=b -> =c -> d}", 1, "Matching"),
        ("{=b ~c}", 1, "no words"),
        ("::title {=b ~c}", 1, "title"),
        ("[bbcode]a {=b ~c}", 1, "format"),
        ("a {words =b ~c}", 1, "before the first"),
        ("a {=b ~}", 1, "empty"),
        ("a {T}\nb\x00", 2, "control"),
        ("a \\{=b ~c}", 1, "brace too many"),
    ],
)
def test_hostile_text_is_refused_with_its_line(text: str, line: int, word: str) -> None:
    with pytest.raises(GiftError) as caught:
        read(text)
    assert caught.value.line == line
    assert word in caught.value.text["en"]
    assert f"บรรทัด {line}" in caught.value.text["th"]


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(GiftError):
        read("a" * 1_000_001)
    with pytest.raises(GiftError):
        read("a {T}\n\n" * 2_001)


def test_a_left_side_with_an_arrow_cannot_be_written() -> None:
    with pytest.raises(GiftError):
        write([GiftQuestion("match", "x", pairs=(("a->b", "c"), ("d", "e")))])


@given(st.text(st.sampled_from("{}=~#\\:%->[]a\n T1."), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text)
    except GiftError as fault:
        told = fault.text
    else:
        return
    assert all(told.values())

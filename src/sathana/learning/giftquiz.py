"""Our quizzes as GIFT in one language, and GIFT as the YAML of a lesson file.

GIFT holds one language and no sources of law. What it lacks is left empty, so that a
lesson file cannot be used before somebody has written it: nothing is made up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Any, Literal

from sathana.learning.courses import (
    MANY,
    MATCH,
    NUMBER,
    ONE,
    TRUE,
    Lesson,
    Option,
    Question,
)
from sathana.learning.gift import FULL, GiftAnswer, GiftError, GiftQuestion

if TYPE_CHECKING:
    from sathana.web.languages import Text

type Lang = Literal["th", "en"]

_FINE = Decimal("0.00001")
"""How fine GIFT's weights are told (33.33333)."""
_TRUTHS = ("true", "false")
_WORDS = {"TRUE": {"th": "จริง", "en": "True"}, "FALSE": {"th": "ไม่จริง", "en": "False"}}
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_THAI = re.compile("[\u0e00-\u0e7f]")

SHORT: Text = {
    "th": "คำถามเติมคำตอบสั้น แบบทดสอบของเราไม่มีแบบนี้ เปลี่ยนเป็นคำถามแบบเลือกตอบ",
    "en": "A short answer to type is no kind of our quizzes: make it a question with "
    "choices.",
}
SEVERAL_NUMBERS: Text = {
    "th": "มีตัวเลขที่ถูกหลายค่าหรือได้คะแนนบางส่วน แบบทดสอบของเรารับได้ค่าเดียว เหลือไว้ค่าเดียว",
    "en": "Several numbers are right, or partly: our quizzes take one. Keep one.",
}
PARTLY: Text = {
    "th": "มีคำตอบที่ได้คะแนนบางส่วนข้างคำตอบที่ถูกเต็ม แบบทดสอบของเรามีแต่ถูกกับผิด "
    "ให้เป็น 0 หรือทำเป็นคำถามเลือกหลายข้อ",
    "en": "An answer earns a part of the points beside one that is wholly right; with "
    "us an answer is right or wrong. Give it 0, or let several be chosen.",
}


def gift_of(lesson: Lesson, lang: Lang, category: str = "") -> list[GiftQuestion]:
    """Return the quiz of a lesson in one language, ready to be written as GIFT.

    A choice of several gives each right one its share and takes as much for a wrong
    one, as we mark it. The law that a question rests on has no place in GIFT.
    """
    return [_asked(one, lang, category) for one in lesson.quiz]


def language_of(questions: Iterable[GiftQuestion]) -> Lang:
    """Return the language that questions are written in: Thai if a letter of it is."""
    texts = (text for one in questions for text in (one.text, one.feedback, one.after))
    return "th" if any(_THAI.search(text) for text in texts) else "en"


def kinds(questions: Iterable[GiftQuestion]) -> dict[str, int]:
    """Return how many questions there are of each kind of GIFT, the most first."""
    return dict(Counter(one.kind for one in questions).most_common())


def unfit(questions: Iterable[GiftQuestion]) -> list[GiftError]:
    """Return why questions cannot become part of a lesson, in their order."""
    found = ((one.line, _trouble(one)) for one in questions)
    return [GiftError(line, text) for line, text in found if text]


def quiz_of(questions: Sequence[GiftQuestion], lang: Lang) -> list[dict[str, Any]]:
    """Return questions as the plain values of ``quiz:`` in a lesson file.

    The other language, the reason where none is told, and the law are left empty.

    Args:
        questions: None of them ``unfit``.
        lang: The language that they are written in.
    """
    ids: set[str] = set()
    return [_ours(one, number, lang, ids) for number, one in enumerate(questions, 1)]


def _asked(one: Question, lang: Lang, category: str) -> GiftQuestion:
    made = GiftQuestion(
        kind="multiple",
        text=one.text[lang],
        title=one.id,
        feedback=one.why[lang],
        category=category,
    )
    if one.kind == MATCH:
        pairs = tuple((pair.left[lang], pair.right[lang]) for pair in one.pairs)
        return replace(made, kind="match", pairs=pairs)
    if one.kind == NUMBER:
        number = GiftAnswer("", FULL, number=one.answer, tolerance=one.tolerance)
        return replace(made, kind="number", answers=(number,))
    if one.kind == TRUE and _is_truth(one.options):
        answers = [
            _choice(o, lang, FULL, Decimal(0), word)
            for o, word in zip(one.options, ("TRUE", "FALSE"), strict=True)
        ]
        return replace(made, kind="true", answers=tuple(answers))
    return replace(made, answers=tuple(_choices(one, lang)))


def _is_truth(options: Sequence[Option]) -> bool:
    """Return whether the choices say no more than GIFT's own TRUE and FALSE."""
    return tuple(one.text["en"].casefold() for one in options) == _TRUTHS


def _choices(one: Question, lang: Lang) -> list[GiftAnswer]:
    if one.kind != MANY:
        return [_choice(o, lang, FULL, Decimal(0)) for o in one.options]
    share = FULL / sum(o.right for o in one.options)
    right = share.quantize(_FINE, rounding=ROUND_HALF_EVEN)
    return [_choice(o, lang, right, -right) for o in one.options]


def _choice(
    one: Option, lang: Lang, right: Decimal, wrong: Decimal, text: str = ""
) -> GiftAnswer:
    weight = right if one.right else wrong
    return GiftAnswer(text or one.text[lang], weight, one.why.get(lang, ""))


def _trouble(one: GiftQuestion) -> Text | None:
    if one.kind == "short":
        return SHORT
    if one.kind == "number":
        right = [a.weight for a in one.answers if a.weight > 0]
        return (
            None
            if right == [FULL] and _right(one).number is not None
            else (SEVERAL_NUMBERS)
        )
    weights = [a.weight for a in one.answers]
    if FULL in weights and any(0 < weight < FULL for weight in weights):
        return PARTLY
    return None


def _ours(one: GiftQuestion, number: int, lang: Lang, ids: set[str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": _id(one, number, ids),
        "kind": _kind(one),
        "text": _text(" ".join(filter(None, _asked_words(one))), lang),
        "rules": [],
        "why": _text(_why(one), lang),
    }
    if one.kind == "match":
        made["pairs"] = [
            {"left": _text(left, lang), "right": _text(right, lang)}
            for left, right in one.pairs
        ]
    elif one.kind == "number":
        right = _right(one)
        made["answer"] = _plain(right.number or Decimal(0))
        made["tolerance"] = _plain(right.tolerance)
    else:
        made["options"] = [_option(one, answer, lang) for answer in one.answers]
    return made


def _asked_words(one: GiftQuestion) -> tuple[str, ...]:
    """Return the words of a question; a gap inside them is shown as a line."""
    return (one.text, "____", one.after) if one.after else (one.text,)


def _why(one: GiftQuestion) -> str:
    """Return what is said afterwards; numbers have no choices to say it at."""
    said = [a.feedback for a in one.answers] if one.kind == "number" else []
    return " ".join(filter(None, [one.feedback, *said]))


def _right(one: GiftQuestion) -> GiftAnswer:
    return next(a for a in one.answers if a.weight == FULL)


def _kind(one: GiftQuestion) -> str:
    if one.kind in ("match", "number", "true"):
        return {"match": MATCH, "number": NUMBER, "true": TRUE}[one.kind]
    weights = [a.weight for a in one.answers]
    alone = weights.count(FULL) == 1 and min(weights) >= 0
    return ONE if alone else MANY


def _option(one: GiftQuestion, answer: GiftAnswer, lang: Lang) -> dict[str, Any]:
    text = _WORDS[answer.text] if one.kind == "true" else _text(answer.text, lang)
    made: dict[str, Any] = {"right": answer.weight > 0, "text": dict(text)}
    if answer.feedback:
        made["why"] = _text(answer.feedback, lang)
    return made


def _text(told: str, lang: Lang) -> dict[str, str]:
    return {"th": told if lang == "th" else "", "en": told if lang == "en" else ""}


def _id(one: GiftQuestion, number: int, ids: set[str]) -> str:
    """Return a name for a question that none of the others has."""
    named = _NOT_SLUG.sub("-", one.title.casefold()).strip("-") or f"q{number}"
    made, again = named, 2
    while made in ids:
        made, again = f"{named}-{again}", again + 1
    ids.add(made)
    return made


def _plain(number: Decimal) -> int | str:
    """Return a number as YAML writes it without changing it."""
    return int(number) if number == number.to_integral_value() else str(number)

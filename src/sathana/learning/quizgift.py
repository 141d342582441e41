"""The quiz of a lesson as questions of GIFT, in one language."""

from __future__ import annotations

from decimal import Decimal

from sathana.law.references import reference
from sathana.learning.courses import MANY, MATCH, NUMBER, TRUE, Course, Lesson, Question
from sathana.learning.gift import FULL, GiftAnswer, GiftQuestion, Kind
from sathana.web.languages import Text

_KINDS: dict[str, Kind] = {TRUE: "true", NUMBER: "number", MATCH: "match"}
_PLACES = Decimal("0.00001")
"""How exactly Moodle knows parts of a point."""
_LAW: Text = {"th": "กฎหมาย", "en": "Law"}


def of_lesson(course: Course, lesson: Lesson, language: str) -> list[GiftQuestion]:
    """Return the quiz of a lesson; each question says the law it rests on.

    Args:
        course: Whose name, with the lesson's, is the category of the questions.
        lesson: Whose quiz is wanted.
        language: ``th`` or ``en``.
    """
    # A stroke parts the levels of a category.
    names = (one.title[language].replace("/", "-") for one in (course, lesson))
    category = "/".join(names)
    return [_question(one, language, category) for one in lesson.quiz]


def _question(one: Question, language: str, category: str) -> GiftQuestion:
    return GiftQuestion(
        kind=_KINDS.get(one.kind, "multiple"),
        text=one.text[language],
        answers=_answers(one, language),
        pairs=tuple((p.left[language], p.right[language]) for p in one.pairs),
        title=one.id,
        feedback=_feedback(one, language),
        category=category,
    )


def _answers(one: Question, language: str) -> tuple[GiftAnswer, ...]:
    if one.kind == NUMBER:
        return (GiftAnswer("", FULL, number=one.answer, tolerance=one.tolerance),)
    part = _part(one)
    made = tuple(
        GiftAnswer(
            option.text[language],
            part if option.right else -part if one.kind == MANY else Decimal(0),
            option.why.get(language, ""),
        )
        for option in one.options
    )
    return _truth(made) if one.kind == TRUE else made


def _part(one: Question) -> Decimal:
    """Return percent of one right option, as the marking on our pages counts it."""
    right = sum(option.right for option in one.options) or 1
    return (FULL / right).quantize(_PLACES).normalize() if right > 1 else FULL


def _truth(made: tuple[GiftAnswer, ...]) -> tuple[GiftAnswer, ...]:
    """Return "true" before "false", in GIFT's own words."""
    return tuple(
        GiftAnswer(name, one.weight, one.feedback)
        for name, one in zip(("TRUE", "FALSE"), made, strict=True)
    )


def _feedback(one: Question, language: str) -> str:
    law = "; ".join(_named(key, language) for key in one.rules)
    return (
        f"{one.why[language]} ({_LAW[language]}: {law})" if law else one.why[language]
    )


def _named(key: str, language: str) -> str:
    try:
        return f"{reference(key).title[language]} [{key}]"
    except LookupError:  # the law in use has it no more
        return key

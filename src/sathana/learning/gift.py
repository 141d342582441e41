"""Quizzes in GIFT, the plain-text format of Moodle: the values, the faults, writing.

What is written here is read back the same by :func:`sathana.learning.giftread.read`.
Essays and descriptions are no questions that can be marked: they are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    # Only a type: what is read here stays free of the web.
    from sathana.web.languages import Text


type Kind = Literal["multiple", "true", "number", "match", "short"]
MARKUPS = ("plain", "html", "markdown", "moodle")
FULL = Decimal(100)
_SPECIAL = re.compile(r"[\\~=#{}:]")


class GiftError(ValueError):
    """A text is no GIFT, or holds what cannot be taken over.

    Attributes:
        line: Number of the line, from 1; 0: it is about no line.
        text: What is wrong and what to do, in both languages, with the line.
    """

    def __init__(self, line: int, text: Text) -> None:
        self.line = line
        self.text = {
            "th": f"บรรทัด {line}: {text['th']}" if line else text["th"],
            "en": f"line {line}: {text['en']}" if line else text["en"],
        }
        super().__init__(self.text["en"])


@dataclass(frozen=True, slots=True)
class GiftAnswer:
    """One answer.

    Attributes:
        text: Of a number: empty; see ``number``.
        weight: Percent of the points, -100 to 100.
        number: The right number; ``None``: the answer is a text, or any other number.
        tolerance: By how much a number may differ.
    """

    text: str
    weight: Decimal
    feedback: str = ""
    number: Decimal | None = None
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class GiftQuestion:
    """One question in one language.

    Attributes:
        text: Before the answers; ``after`` is what stands behind them (a gap to fill).
        pairs: Of a ``match``: left and right.
        feedback: Said whatever was answered.
        category: Path of the category it stands under; ``""``: none.
        markup: How its texts are written: one of ``MARKUPS``.
        line: Line where it begins, when it was read; 0 if it was not.
    """

    kind: Kind
    text: str
    answers: tuple[GiftAnswer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    title: str = ""
    after: str = ""
    feedback: str = ""
    category: str = ""
    markup: str = "plain"
    line: int = 0


UNWRITABLE: Text = {
    "th": "ข้อความด้านซ้ายของการจับคู่หรือคำตอบสั้นมี -> อยู่ GIFT เขียนไม่ได้ แก้เป็นคำอื่น",
    "en": "A left side or a short answer holds '->', which GIFT cannot write: use "
    "another word.",
}


def write(questions: Sequence[GiftQuestion]) -> str:
    """Return questions as GIFT.

    Raises:
        GiftError: A text cannot be written in GIFT.
    """
    parts: list[str] = []
    category = ""
    for one in questions:
        if one.category != category:
            category = one.category
            parts.append(f"$CATEGORY: {' '.join(category.split())}")
        parts.append(_question(one))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Return a text with GIFT's signs escaped and its lines joined by ``\\n``."""
    safe = _SPECIAL.sub(lambda found: "\\" + found[0], text.replace("\r\n", "\n"))
    return safe.replace("\n", "\\n")


def _question(one: GiftQuestion) -> str:
    general = f"####{escaped(one.feedback)}" if one.feedback else ""
    title = f"::{escaped(one.title)}::" if one.title else ""
    after = f" {escaped(one.after)}" if one.after else ""
    inside = _answers(one)
    return f"{title}[{one.markup}]{escaped(one.text)} {{{inside}{general}}}{after}"


def _answers(one: GiftQuestion) -> str:
    if one.kind == "true":
        return _truth(one)
    if one.kind == "match":
        told = [f"={_left(left)} -> {escaped(right)}" for left, right in one.pairs]
    elif one.kind == "number":
        told = [_number(answer) for answer in one.answers]
    else:
        told = [_choice(answer, one.kind) for answer in one.answers]
    head = "#" if one.kind == "number" else ""
    return head + "".join(f"\n\t{line}" for line in told) + "\n"


def _truth(one: GiftQuestion) -> str:
    yes, no = one.answers
    right, wrong = (yes, no) if yes.weight == FULL else (no, yes)
    said = "TRUE" if right is yes else "FALSE"
    if wrong.feedback or right.feedback:
        said += f"#{escaped(wrong.feedback)}"
    if right.feedback:
        said += f"#{escaped(right.feedback)}"
    return said


def _left(text: str) -> str:
    if "->" in text:
        raise GiftError(0, UNWRITABLE)
    return escaped(text)


def _choice(answer: GiftAnswer, kind: Kind) -> str:
    text = _left(answer.text) if kind == "short" else escaped(answer.text)
    whole = answer.weight == FULL
    sign = "=" if whole or kind == "short" else "~"
    # A text that begins with a percent sign would be taken for a weight.
    plain = (whole or (answer.weight == 0 and kind != "short")) and text[:1] != "%"
    weight = "" if plain else f"%{_decimal(answer.weight)}%"
    return f"{sign}{weight}{text}{_said(answer)}"


def _number(answer: GiftAnswer) -> str:
    if answer.number is None:
        return f"~{_said(answer)}"
    weight = "" if answer.weight == FULL else f"%{_decimal(answer.weight)}%"
    near = f":{_decimal(answer.tolerance)}"
    return f"={weight}{_decimal(answer.number)}{near}{_said(answer)}"


def _said(answer: GiftAnswer) -> str:
    return f"#{escaped(answer.feedback)}" if answer.feedback else ""


def _decimal(value: Decimal) -> str:
    """Write a number without an exponent and without zeros at its end."""
    told = f"{value:f}"
    return told.rstrip("0").rstrip(".") if "." in told else told

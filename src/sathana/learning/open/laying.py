"""Blocks and questions of a lesson, laid out for the templates in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from sathana.learning.courses import MATCH, Block, Pair, Question
from sathana.learning.quizzes import (
    NOT_SURE,
    PARTLY,
    RIGHT,
    UNANSWERED,
    WRONG,
    Marked,
)
from sathana.web.languages import Text, current, pick

STATES: Mapping[str, tuple[str, Text]] = {
    RIGHT: ("yes", {"th": "ถูก", "en": "Right"}),
    PARTLY: ("contested", {"th": "ถูกบางส่วน", "en": "Right in part"}),
    WRONG: ("no", {"th": "ยังไม่ถูก", "en": "Not right yet"}),
    UNANSWERED: ("unknown", {"th": "ยังไม่ได้ตอบ", "en": "Not answered yet"}),
}
"""Shape and words of each state of an answer."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A block as a template shows it.

    Attributes:
        template: Which template; it is given ``value``, ``heads`` and ``cells``.
        heads: Of a table.
        cells: Of a table, without its first row.
    """

    template: str
    value: Any
    heads: list[str]
    cells: list[list[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a question.

    Attributes:
        value: What the form sends.
        chosen: Whether it was chosen.
        right: Whether it is right; ``None``: this is not told yet.
    """

    value: str
    text: Text
    chosen: bool
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Something to be matched, with what can be chosen for it."""

    left: Text
    choices: list[Choice]
    right: Text | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the form, with what was answered.

    Attributes:
        mark: How it was marked; ``None``: nothing was sent yet.
        shape: Of the chip that tells the state.
        told: What was typed.
        unsure: Whether "I do not know yet" was chosen.
        answer: The right number; ``""`` where it is not told.
    """

    question: Question
    mark: Marked | None
    shape: str
    words: Text
    told: str
    unsure: bool
    choices: list[Choice]
    rows: list[Row]
    answer: str


def block(one: Block) -> Laid:
    """Lay out a block in the language of the page."""
    own = one.kind == "text"
    template = f"{'learning' if own else 'editorial'}/blocks/{one.kind}.html"
    table = one.value[current()] if one.kind == "table" else [[]]
    value = _values(one)
    return Laid(template, value, table[0], table[1:])


def _values(one: Block) -> Any:
    if one.kind == "heading":
        return pick(one.value)
    if one.kind == "lines":
        said = [{"who": pick(p.left), "says": pick(p.right)} for p in one.value]
        return {"lines": said, "rules": one.rules}
    if one.kind in ("list", "steps", "table"):
        return {"items": one.value[current()], "rules": one.rules}
    words = pick(one.value)
    return {
        "text": words,
        "paragraphs": [part for part in words.split("\n\n") if part.strip()],
        "question": words,
        "answer": pick(one.answer),
        "rules": one.rules,
    }


def asked(marked: Marked, sent: bool) -> Asked:
    """Lay out a question.

    Args:
        marked: What its marking found.
        sent: Whether answers were sent; else nothing is told of right and wrong.
    """
    question = marked.question
    done = sent and marked.points is not None
    shape, words = STATES[marked.state]
    return Asked(
        question=question,
        mark=marked if sent else None,
        shape=shape,
        words=words,
        told=marked.told[0] if marked.told else "",
        unsure=NOT_SURE in marked.told,
        choices=[
            Choice(str(n), one.text, str(n) in marked.told, one.right if done else None)
            for n, one in enumerate(question.options)
        ],
        rows=_rows(question, marked.told, done=done),
        answer=f"{question.answer:f}" if done and question.answer is not None else "",
    )


def _rows(question: Question, told: tuple[str, ...], *, done: bool) -> list[Row]:
    """Return the pairs, the right sides mixed so that no place tells the answer."""
    if question.kind != MATCH:
        return []
    mixed = sorted(enumerate(question.pairs), key=lambda one: _mix(question, one[1]))
    rows = []
    for n, pair in enumerate(question.pairs):
        chosen = told[n] if n < len(told) else ""
        choices = [Choice(str(m), it.right, str(m) == chosen) for m, it in mixed]
        rows.append(Row(pair.left, choices, pair.right if done else None))
    return rows


def _mix(question: Question, pair: Pair) -> int:
    return crc32(f"{question.id} {pair.right['en']}".encode())

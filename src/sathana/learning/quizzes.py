"""Marking a quiz: what was right, what was wrong, what was not answered, and why.

Not answered is not wrong: it has no points and counts as not known. A quiz has a score
only when every question of it is answered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sathana.learning.courses import MANY, MATCH, NUMBER, Question
from sathana.text import arabic_digits
from sathana.web.languages import Text

RIGHT, PARTLY, WRONG, UNANSWERED = "right", "partly", "wrong", "unanswered"
NOT_SURE = "?"
"""What the choice "I do not know yet" sends: an honest answer, and no wrong one."""
_LONGEST = 40
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_PERCENT = 100

type Told = Mapping[str, Sequence[str]]
"""What was answered: for the id of each question the values of its fields."""

UNREADABLE: Text = {
    "th": "อ่านคำตอบนี้เป็นตัวเลขไม่ได้ เขียนเฉพาะตัวเลข เช่น 30 ยังไม่นับเป็นคำตอบ",
    "en": "This answer cannot be read as a number. Write digits only, such as 30. It "
    "does not count as an answer yet.",
}
NO_SUCH: Text = {
    "th": "คำตอบนี้ไม่มีในตัวเลือก ยังไม่นับเป็นคำตอบ เลือกใหม่จากรายการ",
    "en": "This is none of the choices and does not count as an answer yet. Choose one "
    "from the list.",
}
INCOMPLETE: Text = {
    "th": "ยังจับคู่ไม่ครบ จับคู่ให้ครบแล้วส่งอีกครั้ง",
    "en": "Some pairs are still open. Match them all, then send it again.",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A question that was marked.

    Attributes:
        state: ``right``, ``partly``, ``wrong`` or ``unanswered``.
        points: 0 to 1; ``None``: not answered, so not known.
        told: What was answered, as it came.
        whys: Why: of what was chosen, then of the question; empty: nothing to say yet.
        trouble: Why an answer could not be read; ``None``: it could.
    """

    question: Question
    state: str
    points: Fraction | None
    told: tuple[str, ...] = ()
    whys: tuple[Text, ...] = ()
    trouble: Text | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A quiz that was marked."""

    marks: tuple[Marked, ...]

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return sum(one.points is not None for one in self.marks)

    @property
    def right(self) -> int:
        """How many answers were wholly right."""
        return sum(one.state == RIGHT for one in self.marks)

    @property
    def score(self) -> int | None:
        """Percent, rounded down; ``None`` while a question is not answered."""
        points = [one.points for one in self.marks if one.points is not None]
        if not points or len(points) < len(self.marks):
            return None
        return int(sum(points) * _PERCENT / len(points))


def mark_quiz(quiz: Sequence[Question], told: Told) -> Result:
    """Mark a whole quiz; ids that are none of its questions are left aside."""
    return Result(tuple(mark(one, told.get(one.id, ())) for one in quiz))


def mark(question: Question, told: Sequence[str]) -> Marked:
    """Mark one answer; nothing told, or "not sure", is unanswered."""
    values = tuple(value[:_LONGEST].strip() for value in told)
    if not any(values) or NOT_SURE in values:
        return Marked(question, UNANSWERED, None, values)
    if question.kind == NUMBER:
        return _number(question, values)
    if question.kind == MATCH:
        return _match(question, values)
    return _choice(question, values)


def number_of(told: str) -> Decimal | None:
    """Read a number in Thai or Arabic digits; ``None`` if it is none."""
    plain = arabic_digits(told).replace(",", "")
    # Exponents are no answer of a person, and a large one cannot be reckoned with.
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def _number(question: Question, told: tuple[str, ...]) -> Marked:
    found = number_of(told[0])
    if found is None or question.answer is None:
        return Marked(question, UNANSWERED, None, told, trouble=UNREADABLE)
    near = abs(found - question.answer) <= question.tolerance
    return _marked(question, Fraction(near), told, ())


def _match(question: Question, told: tuple[str, ...]) -> Marked:
    """Mark pairs: for each left side, in order, the place of its right side."""
    places = [_place(value, len(question.pairs)) for value in told]
    if len(places) != len(question.pairs) or "" in told:
        return Marked(question, UNANSWERED, None, told, trouble=INCOMPLETE)
    if None in places:
        return Marked(question, UNANSWERED, None, told, trouble=NO_SUCH)
    good = sum(place == n for n, place in enumerate(places))
    return _marked(question, Fraction(good, len(places)), told, ())


def _choice(question: Question, told: tuple[str, ...]) -> Marked:
    found = {_place(value, len(question.options)) for value in told if value}
    places = sorted(place for place in found if place is not None)
    if None in found or (question.kind != MANY and len(places) > 1):
        return Marked(question, UNANSWERED, None, told, trouble=NO_SUCH)
    chosen = [question.options[place] for place in places]
    good = sum(option.right for option in chosen)
    # A wrong choice takes away what a right one gives: choosing all earns nothing.
    points = Fraction(2 * good - len(chosen), sum(o.right for o in question.options))
    return _marked(question, max(points, Fraction(0)), told, [o.why for o in chosen])


def _marked(
    question: Question,
    points: Fraction,
    told: tuple[str, ...],
    whys: Sequence[Text],
) -> Marked:
    state = RIGHT if points == 1 else PARTLY if points else WRONG
    said = tuple(why for why in (*whys, question.why) if why)
    return Marked(question, state, points, told, said)


def _place(told: str, count: int) -> int | None:
    if not told.isascii() or not told.isdecimal():
        return None
    place = int(told)
    return place if place < count else None

"""Reading GIFT: every refusal names the line and says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from sathana.learning import gifttext
from sathana.learning.gift import (
    FULL,
    MARKUPS,
    GiftAnswer,
    GiftError,
    GiftQuestion,
    Kind,
)
from sathana.learning.giftfaults import (
    BAD_MARKUP,
    BAD_NUMBER,
    BAD_PAIRS,
    BAD_WEIGHT,
    CONTROL,
    EMPTY_ANSWER,
    ESSAY,
    LONGEST,
    MOST_QUESTIONS,
    NO_ANSWERS,
    NO_RIGHT,
    NOTHING_ASKED,
    STRAY_BRACE,
    STRAY_SIGN,
    TOO_LONG,
    UNCLOSED,
    UNTITLED,
)

if TYPE_CHECKING:
    # Only a type: what is read here stays free of the web.
    from sathana.web.languages import Text

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_MARKUP = re.compile(r"\[(\w+)\]")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{1,7})?)%")
_NUMBER = re.compile(r"[-+]?\d{1,30}(?:\.\d{1,30})?|[-+]?\.\d{1,30}")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}

__all__ = ["LONGEST", "look", "read"]


def read(text: str) -> list[GiftQuestion]:
    """Return the questions of a text, in order.

    Raises:
        GiftError: It is no GIFT, or holds an essay or a description.
    """
    questions, faults = look(text)
    if faults:
        raise faults[0]
    return questions


def look(text: str) -> tuple[list[GiftQuestion], list[GiftError]]:
    """Return the questions of a text that can be read, and what is wrong with others.

    Raises:
        GiftError: It is no text, or too long.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST:
        raise GiftError(0, TOO_LONG)
    control = _CONTROL.search(text)
    if control:
        raise GiftError(text.count("\n", 0, control.start()) + 1, CONTROL)
    questions, faults = list[GiftQuestion](), list[GiftError]()
    category = ""
    for line, part in _parts(text):
        if part.startswith("$CATEGORY:"):
            category = part.removeprefix("$CATEGORY:").strip()
            continue
        try:
            questions.append(_Reader(line, part, category).question())
        except GiftError as fault:
            faults.append(fault)
        if len(questions) + len(faults) > MOST_QUESTIONS:
            raise GiftError(line, TOO_LONG)
    return questions, faults


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between empty lines, with its first line; no comments."""
    begun, lines = 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.lstrip().startswith("//"):
            # Its place is kept, so that the lines after it count right.
            lines += [""] if lines else []
        elif line.strip() and not (line.startswith("$CATEGORY:") and not lines):
            begun = begun or number
            lines.append(line)
        elif line.strip():
            yield number, line.strip()
        else:
            if lines:
                yield begun, "\n".join(lines)
            begun, lines = 0, []


class _Reader:
    """Reads one question."""

    def __init__(self, line: int, text: str, category: str) -> None:
        self.line, self.text, self.category = line, text, category

    def question(self) -> GiftQuestion:
        opened = self._find("{", 0)
        if opened < 0:
            stray = self._find("}", 0)
            raise self._fault(max(stray, 0), STRAY_BRACE if stray >= 0 else NO_ANSWERS)
        closed = self._find("}", opened + 1)
        if closed < 0:
            raise self._fault(opened, UNCLOSED)
        for begin, end in ((0, opened), (opened + 1, closed), (closed + 1, None)):
            self._no_brace(begin, len(self.text) if end is None else end)
        title, markup, asked = self._head(self.text[:opened])
        if not asked:
            raise self._fault(0, NOTHING_ASKED)
        inside, general = self._general(opened + 1, closed)
        kind, answers, pairs = self._answers(opened + 1, inside)
        return GiftQuestion(
            kind=kind,
            text=asked,
            answers=tuple(answers),
            pairs=tuple(pairs),
            title=title,
            after=gifttext.plain(self.text[closed + 1 :]),
            feedback=general,
            category=self.category,
            markup=markup,
            line=self.line,
        )

    def _head(self, told: str) -> tuple[str, str, str]:
        """Return title, markup and question of what stands before the answers."""
        title, rest = "", told.lstrip()
        if rest.startswith("::"):
            end = gifttext.unescaped(rest, "::", 2)
            if end < 0:
                raise self._fault(0, UNTITLED)
            title, rest = gifttext.plain(rest[2:end]), rest[end + 2 :].lstrip()
        marked = _MARKUP.match(rest)
        if marked is None:
            return title, "moodle", gifttext.plain(rest)
        if marked[1] not in MARKUPS:
            raise self._fault(0, BAD_MARKUP)
        return title, marked[1], gifttext.plain(rest[marked.end() :])

    def _general(self, begin: int, end: int) -> tuple[str, str]:
        inside = self.text[begin:end]
        at = gifttext.unescaped(inside, "####", 0)
        if at < 0:
            return inside, ""
        return inside[:at], gifttext.plain(inside[at + 4 :])

    def _answers(
        self, begin: int, inside: str
    ) -> tuple[Kind, list[GiftAnswer], list[tuple[str, str]]]:
        told = inside.strip()
        if not told:
            raise self._fault(begin, ESSAY)
        if told.startswith("#"):
            return "number", self._numbers(begin, inside), []
        head, *more = gifttext.split(told, "#")
        if head.strip().upper() in _TRUTHS:
            return "true", self._truths(_TRUTHS[head.strip().upper()], more), []
        signs = list(self._signed(begin, inside))
        if all(sign == "=" and "->" in text for _, sign, text in signs):
            return "match", [], self._pairs(begin, signs)
        answers = [self._answer(at, sign, text) for at, sign, text in signs]
        if all(answer.weight <= 0 for answer in answers):
            raise self._fault(begin, NO_RIGHT)
        short = all(sign == "=" for _, sign, _ in signs)
        return ("short" if short else "multiple"), answers, []

    def _signed(self, begin: int, inside: str) -> Iterator[tuple[int, str, str]]:
        """Yield place, sign and text of each answer."""
        marks = [n for n, letter in gifttext.letters(inside) if letter in "=~"]
        if not marks or inside[: marks[0]].strip():
            raise self._fault(begin, STRAY_SIGN)
        for at, end in zip(marks, [*marks[1:], len(inside)], strict=True):
            yield begin + at, inside[at], inside[at + 1 : end]

    def _answer(self, at: int, sign: str, told: str) -> GiftAnswer:
        words, *said = gifttext.split(told, "#")
        weight, words = self._weight(at, sign, words)
        text = gifttext.plain(words)
        if not text:
            raise self._fault(at, EMPTY_ANSWER)
        return GiftAnswer(text, weight, gifttext.plain("#".join(said)))

    def _weight(self, at: int, sign: str, words: str) -> tuple[Decimal, str]:
        words = words.strip()
        found = _WEIGHT.match(words)
        if found is None:
            return (FULL if sign == "=" else Decimal(0)), words
        weight = Decimal(found[1])
        if abs(weight) > FULL:
            raise self._fault(at, BAD_WEIGHT)
        return weight, words[found.end() :]

    def _truths(self, truth: bool, said: list[str]) -> list[GiftAnswer]:
        wrong, right = (gifttext.plain(part) for part in (*said, "", "")[:2])
        yes, no = (right, wrong) if truth else (wrong, right)
        return [
            GiftAnswer("TRUE", FULL if truth else Decimal(0), yes),
            GiftAnswer("FALSE", Decimal(0) if truth else FULL, no),
        ]

    def _pairs(
        self, begin: int, signs: list[tuple[int, str, str]]
    ) -> list[tuple[str, str]]:
        halves = [text.partition("->") for _, _, text in signs]
        pairs = [
            (gifttext.plain(left), gifttext.plain(right)) for left, _, right in halves
        ]
        if len(pairs) < 2 or not all(left and right for left, right in pairs):
            raise self._fault(begin, BAD_PAIRS)
        return pairs

    def _numbers(self, begin: int, inside: str) -> list[GiftAnswer]:
        at = inside.index("#") + 1
        rest = inside[at:]
        if not any(letter in "=~" for _, letter in gifttext.letters(rest)):
            rest, at = f"={rest}", at - 1
        made = [
            self._numeric(place, sign, told)
            for place, sign, told in self._signed(begin + at, rest)
        ]
        if all(answer.weight <= 0 for answer in made):
            raise self._fault(begin, NO_RIGHT)
        return made

    def _numeric(self, at: int, sign: str, told: str) -> GiftAnswer:
        words, *said = gifttext.split(told, "#")
        feedback = gifttext.plain("#".join(said))
        if sign == "~" and not words.strip():
            return GiftAnswer("", Decimal(0), feedback)
        weight, words = self._weight(at, sign, words)
        number, tolerance = self._span(at, words.strip())
        return GiftAnswer("", weight, feedback, number, tolerance)

    def _span(self, at: int, told: str) -> tuple[Decimal, Decimal]:
        if ".." in told:
            low, high = (self._decimal(at, one) for one in told.split("..", 1))
            number, near = (low + high) / 2, (high - low) / 2
        else:
            first, _, last = told.partition(":")
            number = self._decimal(at, first)
            near = self._decimal(at, last) if last else Decimal(0)
        if near < 0:
            raise self._fault(at, BAD_NUMBER)
        return number, near

    def _decimal(self, at: int, told: str) -> Decimal:
        told = told.strip()
        try:
            if _NUMBER.fullmatch(told):
                return Decimal(told)
        except InvalidOperation:
            pass
        raise self._fault(at, BAD_NUMBER)

    def _no_brace(self, begin: int, end: int) -> None:
        for at, letter in gifttext.letters(self.text[begin:end]):
            if letter in "{}":
                raise self._fault(begin + at, STRAY_BRACE)

    def _find(self, sign: str, begin: int) -> int:
        return gifttext.unescaped(self.text, sign, begin)

    def _fault(self, at: int, text: Text) -> GiftError:
        return GiftError(self.line + self.text.count("\n", 0, at), text)

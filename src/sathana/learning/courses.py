"""Courses and their lessons, as they were written: plain values, read once.

The texts are files that ship with the program. What a lesson states as law, it names by
reference; :mod:`sathana.learning.citing` tells what the law pack says of it today.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Only a type: what is read here stays free of the web.
    from sathana.web.languages import Text


FOLDER = Path(__file__).parent / "content" / "courses"
ONE, MANY, TRUE, NUMBER, MATCH = "one", "many", "true", "number", "match"
QUESTION_KINDS = (ONE, MANY, TRUE, NUMBER, MATCH)
BLOCK_KINDS = (
    *("heading", "text", "list", "steps", "table", "caution", "question", "lines"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a lesson.

    Attributes:
        kind: One of ``BLOCK_KINDS``.
        value: What it says, by language; of ``lines`` a list of pairs.
        answer: Of a ``question``; else ``None``.
        rules: References of what it states as law; empty: it states none.
    """

    kind: str
    value: Any
    answer: Text | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer, and why it is right or wrong; ``why`` may be empty."""

    text: Text
    right: bool
    why: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that belong together."""

    left: Text
    right: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a quiz.

    Attributes:
        answer: Of a ``number``: the right one; else ``None``.
        tolerance: By how much a number may differ.
        rules: References of the law that the answer rests on.
    """

    id: str
    kind: str
    text: Text
    why: Text
    options: tuple[Option, ...] = ()
    pairs: tuple[Pair, ...] = ()
    answer: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson.

    Attributes:
        topic: Code of a topic of the public site.
        law_date: Day, ordinal, of the law that the author read.
        minutes: How long it takes; 0 where nobody says.
        say: What is said aloud, ready to be recorded; ``None``: nothing is.
        sound: Id of a recording in the media store; ``""`` while there is none.
    """

    slug: str
    title: Text
    summary: Text
    topic: str
    law_date: int
    minutes: int
    body: tuple[Block, ...]
    quiz: tuple[Question, ...]
    say: Block | None = None
    sound: str = ""

    def keys(self) -> tuple[str, ...]:
        """Return the references of all law that it teaches, each once, in order."""
        told = [key for block in self._blocks() for key in block.rules]
        told += [key for question in self.quiz for key in question.rules]
        return tuple(dict.fromkeys(told))

    def _blocks(self) -> Iterator[Block]:
        yield from self.body
        if self.say:
            yield self.say


@dataclass(frozen=True, slots=True)
class Passing:
    """What passing a course takes.

    Attributes:
        quiz: Percent that each lesson's quiz needs.
        practice: Percent that a practice family needs.
        packs: How many supervised packs.
    """

    quiz: int
    practice: int
    packs: int


@dataclass(frozen=True, slots=True)
class Course:
    """A course; its lessons stand in the order in which they are learnt."""

    slug: str
    title: Text
    summary: Text
    audience: tuple[str, ...]
    topics: tuple[str, ...]
    law_date: int
    lessons: tuple[Lesson, ...]
    practice: tuple[str, ...]
    passing: Passing

    def lesson(self, slug: str) -> Lesson:
        """Return one of its lessons.

        Raises:
            LookupError: It has none of this name.
        """
        for one in self.lessons:
            if one.slug == slug:
                return one
        raise LookupError(f"course '{self.slug}' has no lesson '{slug}'")

    def keys(self) -> tuple[str, ...]:
        """Return the references of all law that it teaches, each once."""
        return tuple(dict.fromkeys(key for one in self.lessons for key in one.keys()))  # noqa: SIM118


def courses() -> dict[str, Course]:
    """Return the courses that ship, by their name.

    Raises:
        ContentError: A file of a course cannot be used.
    """
    return _read(FOLDER)


def course(slug: str) -> Course:
    """Return a course.

    Raises:
        LookupError: There is none of this name.
    """
    found = courses().get(slug)
    if found is None:
        raise LookupError(f"there is no course '{slug}'")
    return found


@lru_cache(maxsize=4)
def _read(folder: Path) -> dict[str, Course]:
    from sathana.learning import coursefile

    return {one.slug: one for one in coursefile.load(folder)}

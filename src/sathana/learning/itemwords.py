"""All words of a lesson and of a practice family, and the law a family rests on."""

from __future__ import annotations

from collections.abc import Iterator

from sathana.learning.courses import Block, Lesson, Pair, Question
from sathana.learning.practice.model import Family
from sathana.web.languages import Text


def of_lesson(lesson: Lesson) -> Iterator[Text]:
    """Yield every text of a lesson, in its order; the title is left out."""
    yield lesson.summary
    for block in lesson.body:
        yield from _of_block(block)
    for question in lesson.quiz:
        yield from _of_question(question)
    if lesson.say:
        yield from _of_block(lesson.say)


def of_family(family: Family) -> Iterator[Text]:
    """Yield what a family says and can be asked; what it reveals is left out.

    The search would else tell the learner what only the right question brings out.
    """
    yield family.opening
    yield family.speaker
    yield from (question.ask for question in family.questions)


def law_of_family(family: Family) -> Iterator[str]:
    """Yield references of the law that a family practises, each once."""
    told = [key for question in family.questions for key in question.rules]
    yield from dict.fromkeys((*family.pathways, *told))


def _of_block(block: Block) -> Iterator[Text]:
    if block.kind == "lines":
        for pair in block.value:
            yield from _of_pair(pair)
    elif block.kind in ("list", "steps", "table"):
        yield {key: _joined(block.value[key]) for key in ("th", "en")}
    else:
        yield block.value
    if block.answer:
        yield block.answer


def _of_pair(pair: Pair) -> Iterator[Text]:
    yield pair.left
    yield pair.right


def _of_question(question: Question) -> Iterator[Text]:
    yield question.text
    for option in question.options:
        yield option.text
    for pair in question.pairs:
        yield from _of_pair(pair)


def _joined(rows: list[object]) -> str:
    """Return list or table as lines."""
    return "\n".join(
        " ".join(str(cell) for cell in row) if isinstance(row, list) else str(row)
        for row in rows
    )

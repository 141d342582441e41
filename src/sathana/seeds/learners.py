"""What the demo's learners did so far: answered, practised, and marked like anybody.

No mark is written down here: quizzes and practice go through the marking and the
services that people use.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sathana.accounts.reader import Reader
from sathana.law.load import pack
from sathana.law.references import reference
from sathana.learning import courses, keeping, quizzes, supervising
from sathana.learning.courses import MATCH, NUMBER, ONE, Course, Lesson, Question
from sathana.learning.practice import families, learners, marking
from sathana.learning.practice.model import Work
from sathana.seeds.staff import Staff
from sathana.web import dates

COURSE = "first-word-to-petition"
BEGINNER, DONE = "learner", "learner2"
LESSONS = 5
"""So many lessons the beginner answered; of the last one a question wrongly."""
OLD_LESSON, OLD_RULE = "birth-registration", "BR-4"
"""A lesson passed before the last version of a rule came, so that it is due now."""
PACKS = (("A-2026-011", "accepted", "yes"), ("A-2026-014", "accepted", "yes"))
OPEN_PACKS = ("A-2026-017",)
"""Of these nobody knows the outcome yet."""


def learn(staff: Staff, reader: Reader, done: Reader, head: Reader) -> None:
    """Let two learners come to where they are: one half way, one through the course.

    Args:
        staff: Who works in the demo.
        reader: The beginner.
        done: The one who is through.
        head: Who recorded their packs.
    """
    course = courses.course(COURSE)
    for place, lesson in enumerate(course.lessons[:LESSONS]):
        _answer(_ago(reader, 20 - place), course, lesson, slips=place == LESSONS - 1)
    _by_an_older_law(staff)
    _practise(_ago(reader, 9), "home-birth", hurried=True)
    for place, lesson in enumerate(course.lessons):
        _answer(_ago(done, 60 - place), course, lesson)
    _practise(_ago(done, 40), "thai-father")
    _practise(_ago(done, 35), "home-birth", hurried=True)
    for code, outcome, review in (
        *PACKS,
        *((code, "unknown", "") for code in OPEN_PACKS),
    ):
        supervising.record(
            reader=head,
            learner=staff.accounts[DONE].id,
            pack=code,
            outcome=outcome,
            review=review,
        )


def right(question: Question) -> list[str]:
    """Return the fields of a form that answer a question rightly."""
    if question.kind == NUMBER:
        return [str(question.answer)]
    if question.kind == MATCH:
        return [str(n) for n in range(len(question.pairs))]
    return [str(n) for n, one in enumerate(question.options) if one.right]


def _answer(
    reader: Reader, course: Course, lesson: Lesson, *, slips: bool = False
) -> None:
    told = {one.id: right(one) for one in lesson.quiz}
    if slips:
        told |= _slip(lesson)
    result = quizzes.mark_quiz(lesson.quiz, told)
    keeping.keep_lesson(reader=reader, course=course, lesson=lesson, result=result)


def _slip(lesson: Lesson) -> dict[str, list[str]]:
    """Return a wrong answer to the first question that offers one thing to choose."""
    asked = next(one for one in lesson.quiz if one.kind == ONE)
    wrong = next(n for n, one in enumerate(asked.options) if not one.right)
    return {asked.id: [str(wrong)]}


def _by_an_older_law(staff: Staff) -> None:
    """Let a lesson have been passed when a rule had not got its last version yet."""
    law = pack()
    info = law.rules[OLD_RULE]
    shorter = replace(info, versions=info.versions[:-1])
    before = replace(law, rules={**law.rules, OLD_RULE: shorter})
    row = staff.accounts[BEGINNER].lesson_results.get(lesson=OLD_LESSON)
    row.imprints = {**row.imprints, OLD_RULE: reference(OLD_RULE, before).imprint}
    row.save(update_fields=["imprints"])


def _practise(reader: Reader, key: str, *, hurried: bool = False) -> None:
    family, day = families.family(key), dates.today().toordinal()
    work = learners.perfect(family, day)
    marks = marking.mark(family, _hurried(work) if hurried else work, day)
    keeping.keep_practice(reader=reader, family=key, marks=marks)


def _hurried(work: Work) -> Work:
    """Leave out what somebody in a hurry leaves out: a question, and the own words."""
    return replace(work, asked=work.asked[:-1], text="")


def _ago(reader: Reader, days: int) -> Reader:
    return replace(reader, now=reader.now - timedelta(days=days))

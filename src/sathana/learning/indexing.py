"""Courses, lessons and practice families, handed to the search and tied to the law.

Called when the site is filled and when the server starts. Only what changed is written.
What an item teaches is noted as reviewed only when the item's own words are new: the
review of these texts is their writing, and a change of the law must stay visible.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from sathana.learning import itemwords
from sathana.learning.courses import Course, Lesson, courses
from sathana.learning.models import Indexed
from sathana.learning.practice import families
from sathana.learning.practice.model import Family
from sathana.search import selectors, services
from sathana.search.entries import Readable, in_one_form
from sathana.web.languages import Text

LANGUAGES = ("th", "en")
COURSE, LESSON, PRACTICE = "course", "lesson", "practice"
KINDS = (COURSE, LESSON, PRACTICE)
"""Kinds of entries that are of learning: no other room pushes any of them."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to learn with.

    Attributes:
        key: Of its entries in the search.
        route: Name of its page, with ``args``.
        words: All its words, for the search.
        teaches: References of the law it teaches.
        whole: All of it, reasons and answers too, in whatever form: only for comparing.
        parts: Keys of the items it is made of; empty: of none.
    """

    kind: str
    key: str
    route: str
    args: tuple[str, ...]
    title: Text
    words: tuple[Text, ...]
    teaches: tuple[str, ...]
    whole: str
    parts: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of what it says and which law it says it by."""
        told = "\0".join((self.whole, *self.teaches))
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did.

    Attributes:
        written: How many entries of the search were written or taken away.
        tied: Items whose law was noted as reviewed.
        waiting: Items whose words are new but that cannot be noted as reviewed: the law
            in use lacks a record that they cite, or a part of them is stale.
    """

    written: int
    tied: tuple[str, ...]
    waiting: tuple[str, ...]


@transaction.atomic
def refresh(today: date) -> Refreshed:
    """Let the search know all there is to learn with, and tie what is new to the law.

    Args:
        today: In Thailand: the day of the review of what is new.

    Raises:
        sathana.learning.coursefile.ContentError: A file of a course cannot be used.
        django.db.DatabaseError: There is no database, or it is not set up.
    """
    found = list(items())
    entries = [entry for item in found for entry in _readables(item)]
    written = sum(
        services.replace_kind(kind, (one for one in entries if one.kind == kind))
        for kind in KINDS
    )
    _forget({item.key for item in found})
    known = dict(Indexed.objects.values_list("item", "digest"))
    fresh = [item for item in found if known.get(item.key) != item.digest]
    tied = tuple(item.key for item in fresh if _tie(item, today))
    waiting = tuple(item.key for item in fresh if item.key not in tied)
    return Refreshed(written, tied, waiting)


def items() -> Iterator[Item]:
    """Yield lessons, families, and then courses, which are made of lessons."""
    whole = list(courses().values())
    for course in whole:
        yield from (_lesson(course, lesson) for lesson in course.lessons)
    yield from (_family(families.family(key)) for key in families.names())
    yield from (_course(course) for course in whole)


def _course(course: Course) -> Item:
    return Item(
        kind=COURSE,
        key=f"{COURSE}:{course.slug}",
        route="course",
        args=(course.slug,),
        title=course.title,
        words=(course.summary, *(one.title for one in course.lessons)),
        teaches=course.keys(),
        whole=repr(course),
        parts=tuple(_key(course, lesson) for lesson in course.lessons),
    )


def _lesson(course: Course, lesson: Lesson) -> Item:
    return Item(
        kind=LESSON,
        key=_key(course, lesson),
        route="lesson",
        args=(course.slug, lesson.slug),
        title=lesson.title,
        words=tuple(itemwords.of_lesson(lesson)),
        teaches=lesson.keys(),
        whole=repr(lesson),
    )


def _family(family: Family) -> Item:
    return Item(
        kind=PRACTICE,
        key=f"{PRACTICE}:{family.id}",
        route="practice-family",
        args=(family.id,),
        title=family.title,
        words=tuple(itemwords.of_family(family)),
        teaches=tuple(itemwords.law_of_family(family)),
        whole=repr((family.title, family.opening, family.questions)),
    )


def _key(course: Course, lesson: Lesson) -> str:
    return f"{LESSON}:{course.slug}/{lesson.slug}"


def _readables(item: Item) -> Iterator[Readable]:
    for language in LANGUAGES:
        with translation.override(language):
            url = reverse(item.route, args=item.args)
        yield Readable(
            key=item.key,
            language=language,
            kind=item.kind,
            url=url,
            title=item.title[language],
            text=in_one_form(text[language] for text in item.words),
        )


def _tie(item: Item, today: date) -> bool:
    """Note what an item teaches as reviewed; ``False``: it cannot be noted yet."""
    # A course would be taken for reviewed while a lesson of it is not.
    if _changed(item.parts, today):
        return False
    try:
        services.teach(item.key, item.teaches, today)
    except LookupError:
        return False
    Indexed.objects.update_or_create(item=item.key, defaults={"digest": item.digest})
    return True


def _changed(keys: Iterable[str], today: date) -> bool:
    """Whether the law of one of some items changed since they were reviewed."""
    wanted = set(keys)
    return bool(wanted) and any(
        one.item in wanted and one.why != "recheck" for one in selectors.stale(today)
    )


def _forget(keep: set[str]) -> None:
    """Forget what items teach that are no more."""
    gone = set(Indexed.objects.values_list("item", flat=True)) - keep
    for item in gone:
        services.unteach(item)
    Indexed.objects.filter(item__in=gone).delete()

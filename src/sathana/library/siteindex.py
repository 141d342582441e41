"""What the whole site can find, where it keeps a database; else what the law holds.

The pages of the library answer without an installation, so nothing here asks a
database before somebody said that there is one: whoever starts the server does
(:func:`connect`). A database that fails afterwards leaves readers with the law.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import DatabaseError

from sathana.library import lawentries, lawplaces
from sathana.library.indexing import reference_of
from sathana.library.lawsearch import Hit as LawHit
from sathana.search import selectors
from sathana.search.selectors import Found, Hit, Taught
from sathana.web.languages import Text, current, language_of

log = logging.getLogger("sathana.library")

OF_EACH = 5
"""Results of one kind that are shown where every kind is asked for."""
MOST = 60
OTHERS: dict[str, Text] = {
    "page": {"th": "หน้าเว็บ", "en": "Pages"},
    "news": {"th": "ข่าว", "en": "News"},
    "story": {"th": "เรื่องเล่า", "en": "Stories"},
    "helper": {"th": "ผู้ช่วยเหลือที่ตรวจสอบแล้ว", "en": "Verified helpers"},
    "media": {"th": "สื่อ", "en": "Media"},
    "article": {"th": "บทความ", "en": "Articles"},
    "handbook": {"th": "คู่มือ", "en": "Handbooks"},
    "poster": {"th": "โปสเตอร์และบัตรข้อมูล", "en": "Posters and cards"},
    "comic": {"th": "การ์ตูน", "en": "Comics"},
    "audio": {"th": "เสียง", "en": "Audio"},
    "video": {"th": "วีดิทัศน์", "en": "Videos"},
    "radio": {"th": "รายการวิทยุ", "en": "Radio programmes"},
    "tv": {"th": "รายการโทรทัศน์ชุมชน", "en": "Community television"},
    "course": {"th": "หลักสูตร", "en": "Courses"},
    "lesson": {"th": "บทเรียน", "en": "Lessons"},
    "practice": {"th": "ครอบครัวฝึกหัด", "en": "Practice families"},
}
"""What other rooms push into the search, and what a group of it is called."""
_UNNAMED = {"th": "อื่น ๆ", "en": "Others"}
_ONE: dict[str, str] = {
    "page": "Page",
    "news": "News",
    "story": "Story",
    "helper": "Verified helper",
    "media": "Media item",
    "article": "Article",
    "handbook": "Handbook",
    "poster": "Poster or card",
    "comic": "Comic",
    "audio": "Audio",
    "video": "Video",
    "radio": "Radio programme",
    "tv": "Community television programme",
    "course": "Course",
    "lesson": "Lesson",
    "practice": "Practice family",
}
"""What one of a kind is called in English; Thai has one word for one and many."""
_LEARNED = ("course", "lesson", "practice")
"""What stands after the media in a list of what teaches, in this order."""


@dataclass(slots=True)
class _State:
    connected: bool = False


_STATE = _State()


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind: ``count`` is how much there is."""

    kind: str
    words: Text
    count: int
    hits: tuple[Hit, ...]


def connect(there: bool = True) -> None:
    """Say that there is a database with the tables of the search, or that none is."""
    _STATE.connected = there


def kind_words(kind: str) -> Text:
    """Return what a group of results is called."""
    if kind in lawplaces.SHELVES:
        return lawplaces.shelf(kind).many
    return OTHERS.get(kind, _UNNAMED)


def kind_word(kind: str) -> Text:
    """Return what one result of a kind is called."""
    if kind in lawplaces.SHELVES:
        return lawplaces.shelf(kind).one
    many = kind_words(kind)
    return {"th": many["th"], "en": _ONE.get(kind, many["en"])}


def answer(text: str, kind: str = "") -> Found:
    """Answer a question from all of the site, in the language of the page.

    Args:
        text: What was typed; never trusted, never kept.
        kind: One kind to show in full; empty for a few of each.
    """
    if _STATE.connected:
        try:
            return selectors.answer(
                text,
                current(),
                (kind,) if kind else (),
                most=MOST,
                of_each=None if kind else OF_EACH,
            )
        except DatabaseError as fault:
            log.error(
                "%s while searching; the law alone answered", type(fault).__name__
            )
    return _from_the_law(text, kind)


def _from_the_law(text: str, kind: str) -> Found:
    kind = kind if kind in lawplaces.SHELVES else ""
    found = lawentries.index().search(text, current(), kind, OF_EACH)
    hits = [_hit(hit) for group in found.groups for hit in group.hits]
    total = found.counts.get(kind, 0) if kind else found.total
    return Found(found.question, True, total, found.counts, tuple(hits[:MOST]))


def _hit(hit: LawHit) -> Hit:
    said = "".join(text for text, _ in hit.place)
    return Hit(
        key=f"{hit.kind}:{hit.id}",
        url=lawplaces.address(hit.kind, hit.id),
        title=hit.title,
        kind=hit.kind,
        pieces=hit.place,
        score=hit.score,
        language=current(),
        spoken=language_of(said) if said else current(),
    )


def groups(found: Found) -> tuple[Group, ...]:
    """Put what was found together by kind, in the order of the best of each."""
    kinds = dict.fromkeys(hit.kind for hit in found.hits)
    return tuple(
        Group(
            kind,
            kind_words(kind),
            found.counts[kind],
            tuple(hit for hit in found.hits if hit.kind == kind),
        )
        for kind in kinds
    )


def near(text: str) -> tuple[str, ...]:
    """Return words that look like what found nothing; each finds something."""
    return lawentries.index().search(text, current()).near


def taught(kind: str, key: str) -> list[Taught]:
    """Return the media and lessons about a record of the law.

    Empty where there are none, and where there is no database to know of any.

    Args:
        kind: As ``lawplaces`` has it.
        key: Id of the record.
    """
    return next(iter(_taught((reference_of(kind, key),)).values()), [])


def taught_of(kind: str) -> Mapping[str, list[Taught]]:
    """Return the media and lessons about every record of a kind, by its id."""
    keys = {reference_of(kind, key): key for key in lawplaces.records(kind)}
    return {keys[ref]: rows for ref, rows in _taught(tuple(keys)).items()}


def _taught(references: tuple[str, ...]) -> dict[str, list[Taught]]:
    if not _STATE.connected:
        return {}
    try:
        found = selectors.teaching_any(references, current())
    except DatabaseError as fault:
        log.error("%s while looking for what teaches the law", type(fault).__name__)
        return {}
    return {key: sorted(rows, key=_place) for key, rows in found.items()}


def _place(one: Taught) -> int:
    """Return where a kind stands: media first, then what is learned."""
    return _LEARNED.index(one.kind) + 1 if one.kind in _LEARNED else 0

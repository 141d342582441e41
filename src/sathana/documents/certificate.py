"""The certificate of a course: one calm page that also says what it does not mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sathana.calendars.show import show_day
from sathana.documents import glyphs
from sathana.documents.typesetting import one_page

type Lang = Literal["th", "en"]

LETTERS = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Points of the running text, the largest that fits; below nine it is not read."""
MOST = 12
"""Scores on one page; a longer list belongs into the record, not on a wall."""
_LONG_WORD = 14
_GAPS = re.compile(r"\s+")

WORDS: dict[str, dict[Lang, str]] = {
    "publisher": {"th": "สถานะ · ศูนย์เรียนรู้", "en": "Sathana · learning centre"},
    "title": {"th": "ใบรับรองการเรียนผ่านหลักสูตร", "en": "Certificate of a course passed"},
    "given_to": {"th": "ใบนี้มอบให้", "en": "This is given to"},
    "passed": {"th": "ผู้เรียนผ่านหลักสูตร", "en": "who passed the course"},
    "shown": {"th": "สิ่งที่ทำให้เห็นแล้ว", "en": "What was shown"},
    "is_head": {"th": "ใบนี้รับรองอะไร", "en": "What it certifies"},
    "is": {
        "th": "รับรองว่าผู้มีชื่อข้างต้นเรียนผ่านหลักสูตรนี้ และได้ทำสิ่งที่ระบุในใบนี้ ในวันที่ระบุ "
        "ตามกฎหมายที่สอนในวันนั้น",
        "en": "That the person named above passed this course and did what stands on "
        "this page, on the day given, by the law as it was taught then.",
    },
    "is_not_head": {"th": "ใบนี้ไม่ได้รับรองอะไร", "en": "What it does not certify"},
    "is_not": {
        "th": "ไม่ใช่ใบอนุญาตว่าความหรือประกอบวิชาชีพกฎหมาย และไม่ได้บอกสัญชาติหรือสถานะของใคร "
        "ผู้เรียนช่วยเตรียมและประเมินได้ แต่รัฐเป็นผู้พิจารณาและกำหนด",
        "en": "It is no licence to practise law, and it says nothing of anybody's "
        "nationality or status. Who learnt can prepare and assess; it is the state "
        "that determines.",
    },
    "check": {"th": "ตรวจว่าใบนี้ออกจริงได้ที่", "en": "See that it is genuine at"},
}


class NoCertificateError(ValueError):
    """Something that every certificate needs is missing or too long; the text says."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says, in the language of its reader.

    Attributes:
        name: Of who passed, as the person writes it.
        course_title: In the language of the page.
        day: On which it was passed, in Thailand.
        scores: What was shown and how well (``("บททดสอบ", "92%")``); twelve at most.
        law_date: A sentence on the law of which day was taught; empty: nobody says.
        check_address: Where anybody can see that it is genuine, as people type it.
        code: Rows of the QR code of that address without its quiet edge; true is dark.
        lang: Language of the page, for line breaks and for screen readers.
    """

    name: str
    course_title: str
    day: date
    scores: list[tuple[str, str]]
    law_date: str
    check_address: str
    code: tuple[tuple[bool, ...], ...]
    lang: Lang


def certificate_pdf(one: Certificate) -> bytes:
    """Return a certificate as a tagged PDF/A of one A4 page, lying.

    The same values give the same bytes.

    Raises:
        NoCertificateError: A name, course or code is missing, or scores are too many.
        LacksSignError: A text holds a sign that no font of paper has.
        DoesNotFitError: It is longer than a page, however small its letters.
        CannotBeSetError: A text cannot be set for another reason.
    """
    _be_sure_of(one)
    data: dict[str, Any] = {key: text[one.lang] for key, text in WORDS.items()}
    data |= {
        "name": _breakable(_calm(one.name)),
        "course": _breakable(_calm(one.course_title)),
        "day": day_in_both_eras(one.day, one.lang),
        "scores": [[_breakable(_calm(t)) for t in row] for row in one.scores],
        "law_date": _breakable(_calm(one.law_date)),
        "address": _breakable(_calm(one.check_address)),
        "code": one.code,
        "lang": one.lang,
        "dated": one.day.isoformat(),
        "document": f"{WORDS['title'][one.lang]}: {_calm(one.name)}",
    }
    return one_page("certificate.typ", data, LETTERS)


def day_in_both_eras(day: date, lang: Lang) -> str:
    """Return a day in the era its reader expects, with the other one beside it.

    ``26 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026)``, ``26 November 2026 (B.E. 2569)``.
    """
    first = show_day(day.toordinal(), lang)
    if lang == "th":
        told, year = first.rsplit(" ", 1)
        return f"{told} พ.ศ. {year} (ค.ศ. {day.year})"
    buddhist = show_day(day.toordinal(), "en", "be").rsplit("B.E. ", 1)[1]
    return f"{first} (B.E. {buddhist})"


def _be_sure_of(one: Certificate) -> None:
    if one.lang not in ("th", "en"):
        raise NoCertificateError(f"a certificate is 'th' or 'en', not {one.lang!r}")
    for what in ("name", "course_title", "check_address"):
        if not _calm(getattr(one, what)):
            raise NoCertificateError(f"a certificate without {what} certifies nothing")
    if not one.code or any(len(row) != len(one.code) for row in one.code):
        raise NoCertificateError("the code must be a square of rows, and is not")
    if len(one.scores) > MOST:
        raise NoCertificateError(f"{len(one.scores)} scores: at most {MOST} fit")
    for text in _texts(one):
        glyphs.check(_calm(text))


def _texts(one: Certificate) -> Iterator[str]:
    yield from (one.name, one.course_title, one.law_date, one.check_address)
    for row in one.scores:
        yield from row


def _calm(text: str) -> str:
    """Return a text in one line, without signs that only steer (they may turn it)."""
    plain = _GAPS.sub(" ", text)
    return "".join(s for s in plain if unicodedata.category(s) not in _STEER).strip()


_STEER = frozenset(("Cc", "Cf", "Co", "Cs"))


def _breakable(text: str) -> str:
    """Return a text whose endless words may be broken, so that none leaves the page."""
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    made, run = [], 0
    for sign in word:
        mark = unicodedata.category(sign).startswith("M")
        # Thai, Lao and Burmese words are parted where they end, not anywhere.
        if run >= _LONG_WORD and not mark and sign < "\u0e00":
            made.append("\u200b")
            run = 0
        made.append(sign)
        run = run + 1 if sign < "\u0e00" else 0
    return "".join(made)

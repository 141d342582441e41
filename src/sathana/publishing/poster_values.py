"""What a printed paper says: a page's points, the law behind them, and its code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Literal, cast

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from sathana.calendars.show import show_day
from sathana.documents.poster import Poster, Size, poster_pdf
from sathana.editorial.references import Cited, cited
from sathana.law.load import pack
from sathana.law.references import Reference
from sathana.media.models import LICENCES as TERMS
from sathana.publishing.models import MediaPage
from sathana.vocabulary.codes import VERIFIED_MARKS
from sathana.web.languages import Text

type Lang = Literal["th", "en"]

PUBLISHER: Text = {
    "th": "ศูนย์สื่อเพื่อการคุ้มครองสิทธิ  ·  สถานะ",
    "en": "Rights-Protection Media Centre  ·  Sathana",
}
MORE: Text = {"th": "ส่องเพื่ออ่านต่อ หรือพิมพ์ที่อยู่นี้", "en": "Scan to read on, or type this:"}
LAW: Text = {"th": "กฎหมาย ณ วันที่ {day}", "en": "The law as of {day}"}
NO_LAW_DATE: Text = {"th": "ไม่ได้บอกวันที่ของกฎหมาย", "en": "No day of the law is told"}
AGAIN: Text = {
    "th": "หลัง {day} ให้ดูฉบับใหม่ก่อนใช้",
    "en": "After {day}, look for a newer edition first",
}
NO_RECHECK: Text = {"th": "ไม่มีกำหนดตรวจซ้ำ", "en": "No day is set to check it again"}
SOURCES: Text = {"th": "ที่มา ({mark}): {titles}", "en": "Sources ({mark}): {titles}"}
GONE: Text = {"th": "ไม่พบในกฎหมายที่ใช้อยู่", "en": "not found in the law in use"}
UNDATED = "1970-01-01"
"""Day that a file bears when its page tells no day of the law."""


def edition() -> str:
    """Return the version of the law that papers are made with now."""
    return pack().version


def made(page_pk: int, link: str) -> bytes:
    """Return the paper of a poster or card as a PDF.

    Args:
        page_pk: A page of the media centre.
        link: Where its code leads; the full address.

    Raises:
        MediaPage.DoesNotExist: There is no such page.
        DoesNotFitError: It has more to say than its paper holds.
        CannotBeSetError: A text holds a sign that the font does not have.
    """
    return poster_pdf(of_page(MediaPage.objects.get(pk=page_pk), link))


def of_page(page: MediaPage, link: str) -> Poster:
    """Return what the paper of a page says, in the language of the page."""
    lang: Lang = "en" if page.locale.language_code.startswith("en") else "th"
    found = cited(page.references())
    return Poster(
        title=page.title,
        points=_points(page),
        foot=page.foot,
        sources=_sources(found, lang),
        law_date=_told(LAW, NO_LAW_DATE, page.law_date, lang),
        check_again=_told(AGAIN, NO_RECHECK, _recheck(found), lang),
        licence=TERMS[page.licence][lang],
        publisher=PUBLISHER[lang],
        more=MORE[lang],
        link=link,
        code=matrix(link),
        size=cast("Size", page.size or "A4"),
        lang=lang,
        dated=page.law_date.isoformat() if page.law_date else UNDATED,
    )


def matrix(link: str) -> list[list[bool]]:
    """Return the rows of a code without its quiet edge; true is dark."""
    code = qrcode.QRCode(border=0, error_correction=ERROR_CORRECT_M)
    code.add_data(link)
    code.make(fit=True)
    return [[bool(dark) for dark in row] for row in code.get_matrix()]


def _points(page: Any) -> list[str]:
    """Return the lines of the first list of a body; none if there is no list."""
    for block in page.body:
        if block.block_type == "list":
            return [str(item) for item in block.value["items"]]
    return []


def _sources(found: Sequence[Cited], lang: Lang) -> list[str]:
    """Return one line for every mark, each with the titles that bear it."""
    named = sorted(_named(found, lang), key=lambda pair: pair[0])
    return [
        SOURCES[lang].format(mark=mark, titles=_joined(title for _, title in pairs))
        for (_, mark), pairs in groupby(named, key=lambda pair: pair[0])
    ]


def _joined(titles: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(titles))


def _named(found: Sequence[Cited], lang: Lang) -> Iterator[tuple[tuple[int, str], str]]:
    """Yield each record's mark, its place in the order of marks, and its title."""
    order = list(VERIFIED_MARKS)
    for one in found:
        if one.found is None:
            yield (len(order), GONE[lang]), one.key
        else:
            mark = one.found.verified
            said = VERIFIED_MARKS[mark].in_(lang)
            yield (order.index(mark), said), _title(one.found, lang)


def _title(found: Reference, lang: Lang) -> str:
    """Return what a record is called; a section says of which instrument it is."""
    if found.kind != "provision":
        return found.title[lang]
    instrument = pack().instruments[pack().provisions[found.id].instrument]
    return f"{found.title[lang]} {instrument.title[lang]}"


def _recheck(found: Sequence[Cited]) -> date | None:
    days = [one.found.recheck_on for one in found if one.found and one.found.recheck_on]
    return date.fromordinal(min(days)) if days else None


def _told(sentence: Text, otherwise: Text, when: date | None, lang: Lang) -> str:
    if when is None:
        return otherwise[lang]
    return sentence[lang].format(day=show_day(when.toordinal(), lang))

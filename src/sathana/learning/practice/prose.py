"""A few things that can be looked for in free text without understanding it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sathana.calendars.spans import DateSpan
from sathana.learning.practice import voice
from sathana.learning.practice.model import Family, Text
from sathana.learning.practice.petition import (
    CONTRARY,
    DETERMINED,
    FALSEHOOD,
    GUESSED,
    Draft,
)
from sathana.vocabulary.countries import COUNTRIES, country_name

LONGEST = 4000
"""Letters of free text that are looked at."""
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_REQUEST = re.compile(r"ขอ|\bask|\brequest|\bplease|\bpetition", re.IGNORECASE)
_GROUND = re.compile(
    r"มาตรา|ข้อ|มติ|ประกาศ|ระเบียบ|พระราชบัญญัติ|หนังสือ|\bsection|\bs\.|\bclause"
    r"|\bresolution|\bact\b|\border\b|\bregulation",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"เป็นคนไทย(อยู่)?แล้ว|มีสัญชาติไทย(อยู่)?แล้ว|ได้รับการวินิจฉัยแล้ว"
    r"|is (already )?thai already|already (a )?thai|is a thai national"
    r"|already been determined",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:วันที่\s*)?\b([0-3]?\d)\s*(?:st|nd|rd|th)?[\s/.-]+"
    r"(?:\d{1,2}|[ก-๙.]{3,12}|[A-Za-z]{3,9}\.?)[\s/.,-]+(?:พ\.ศ\.\s*)?(\d{4})\b"
)
_BORN = re.compile(r"เกิดที่(?:ประเทศ)?|\bborn in\b", re.IGNORECASE)
_BUDDHIST = 543
_LATEST_GREGORIAN = 2300


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked for.

    Attributes:
        well: Whether the text is well in this.
        head: What was looked for.
        why: What was found or is missing.
        cites: References beside those of the pathway.
    """

    well: bool
    head: Text
    why: Text
    cites: tuple[str, ...] = ()


def looks(family: Family, draft: Draft, text: str) -> Iterator[Look]:
    """Yield what was looked for in a learner's own words."""
    plain = text[:LONGEST].translate(_THAI_DIGITS)
    yield from _present(family, plain)
    yield from _absent(family, draft, plain)


def _present(family: Family, text: str) -> Iterator[Look]:
    names = voice.name_of(family.case, family.applicant)
    head = {"th": "บอกว่าเป็นเรื่องของใคร", "en": "Says whose matter it is"}
    yield _there(any(name in text for name in names.values()), head)
    head = {"th": "อ้างข้อกฎหมาย", "en": "Names a provision"}
    yield _there(bool(_GROUND.search(text)), head)
    head = {"th": "บอกว่าขออะไร", "en": "Says what is asked"}
    yield _there(bool(_REQUEST.search(text)), head)


def _there(found: bool, head: Text) -> Look:
    why = (
        {"th": "พบในข้อความ", "en": "Found in the text."}
        if found
        else {
            "th": "ไม่พบในข้อความ เทียบกับคำร้องตัวอย่าง",
            "en": "Not found in the text; compare it with the example.",
        }
    )
    return Look(found, head, why)


def _absent(family: Family, draft: Draft, text: str) -> Iterator[Look]:
    right = [one.text for part in draft.parts for one in part.choices if one.right]
    bare = _without(text, right)
    head = {"th": "ไม่ประกาศผลแทนรัฐ", "en": "Declares nothing in the state's place"}
    yield _free(text, _DECLARED.search(bare) is None, head, DETERMINED)
    head = {"th": "ไม่เขียนวันเดาเป็นวันแน่นอน", "en": "States no guessed day as certain"}
    guessed = any(_is_guess(family, year) for year in _years(bare))
    yield _free(text, not guessed, head, GUESSED)
    head = {"th": "ไม่ขัดกับแฟ้มของครอบครัว", "en": "Contradicts nothing in the file"}
    contrary = bool(_wrong_country(family, text))
    yield _free(text, not contrary, head, CONTRARY)


def _free(text: str, well: bool, head: Text, why: Text) -> Look:
    """Return a look at something that must not be there; no text is not well."""
    if not text.strip():
        nothing = {
            "th": "ยังไม่ได้เขียนข้อความ จึงยังดูไม่ได้",
            "en": "Nothing was written, so there is nothing to look at.",
        }
        return Look(False, head, nothing)
    good = {"th": "ไม่พบ", "en": "None found."}
    return Look(well, head, good if well else why, (FALSEHOOD,))


def _without(text: str, said: list[Text]) -> str:
    """Return a text without what the right choices say in those words."""
    for one in said:
        for words in one.values():
            text = text.replace(words, " ")
    return text


def _years(text: str) -> Iterator[int]:
    """Yield the year, Gregorian, of each full day that is written out."""
    for found in _DAY.finditer(text):
        year = int(found.group(2))
        yield year - _BUDDHIST if year > _LATEST_GREGORIAN else year


def _is_guess(family: Family, year: int) -> bool:
    """Whether the birth is known only roughly, and lies in that year."""
    told = family.case.persons[family.applicant].told.get("born.date")
    span = told.value if told else None
    if not isinstance(span, DateSpan) or span.is_exact or span.is_unknown:
        return False
    return voice.year_of(span.earliest) <= year <= voice.year_of(span.latest)


def _wrong_country(family: Family, text: str) -> str:
    """Return a country in which the text says somebody was born, and nobody was."""
    told = {
        str(person.told["born.country"].value)
        for person in family.case.persons.values()
        if "born.country" in person.told
    }
    for found in _BORN.finditer(text):
        rest = text[found.end() : found.end() + 20].strip()
        for code in COUNTRIES:
            names = (country_name(code, "th"), country_name(code, "en"))
            if code not in told and any(rest.startswith(name) for name in names):
                return code
    return ""

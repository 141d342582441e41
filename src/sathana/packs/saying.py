"""Told values in Thai words, as they stand on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sathana.calendars.show import show
from sathana.calendars.spans import DateSpan
from sathana.facts import model
from sathana.facts.model import (
    Adoption,
    CaseFile,
    Event,
    Finding,
    Grade,
    Happened,
    Marriage,
    Order,
    Parent,
    Spell,
    Value,
)
from sathana.law.load import pack
from sathana.logic.truth import Truth
from sathana.vocabulary.codes import CODE_LISTS
from sathana.vocabulary.countries import COUNTRIES, country_name

_GROUPS = (1, 4, 5, 2, 1)
"""Digits of a thirteen-digit number between its dashes."""
_TRUTHS = {Truth.YES: "ใช่", Truth.NO: "ไม่ใช่", Truth.UNKNOWN: None}
GRADES: Mapping[Grade, str] = {
    Grade.DOCUMENTED: "มีเอกสาร",
    Grade.WITNESSED: "มีพยานบุคคล",
    Grade.CLAIMED: "บอกเล่า",
    Grade.CONTRADICTED: "หลักฐานขัดแย้งกัน",
}


def day(span: DateSpan | None) -> str | None:
    """Return a day in words; ``None`` where it is not known."""
    return None if span is None or span.is_unknown else show(span, "th")


def event(told: Event | None) -> str | None:
    """Return what is told of an event: its day, or that it never was."""
    if told is None or told.happened is Happened.UNKNOWN:
        return None
    if told.happened is Happened.NEVER:
        return "ไม่เคย"
    return day(told.on) or "เคย แต่ไม่ทราบวันที่"


def value(case: CaseFile, key: str, told: Value) -> str | None:
    """Return a told value in words; ``None`` where it is told as not known."""
    if isinstance(told, tuple):
        return "; ".join(filter(None, (entry(case, key, one) for one in told))) or None
    if isinstance(told, str):
        return _text(case, key, told)
    return _single(told)


def _single(told: object) -> str | None:
    match told:
        case DateSpan():
            return day(told)
        case Event():
            return event(told)
        case Truth():
            return _TRUTHS[told]
        case Parent():
            return CODE_LISTS["parent"][told.value].th
        case model.Certificate():
            return event(told.taken)
        case _:
            return None


def _text(case: CaseFile, key: str, told: str) -> str | None:
    if key in ("father", "mother"):
        return name(case, told)
    if key == "born.country" or told in COUNTRIES:
        return country_name(told, "th")
    if key == "id13":
        return number(told)
    codes = CODE_LISTS.get(key, {})
    return None if told == "unknown" else codes[told].th if told in codes else told


def number(told: str) -> str:
    """Return a thirteen-digit number in its groups, as cards print it."""
    plain = re.sub(r"[\s-]", "", told)
    if len(plain) != sum(_GROUPS):
        return told
    ends = [sum(_GROUPS[: place + 1]) for place in range(len(_GROUPS))]
    return "-".join(
        plain[end - width : end] for end, width in zip(ends, _GROUPS, strict=True)
    )


def name(case: CaseFile, who: str) -> str | None:
    """Return the name of a person as told; ``None`` where no name is told."""
    known = case.persons.get(who)
    given = known.name if known else {}
    return given.get("th") or next((text for text in given.values() if text), None)


def entry(case: CaseFile, key: str, one: object) -> str | None:
    """Return one entry of a list in words."""
    for kind, said in _ENTRIES.items():
        if isinstance(one, kind):
            return said(case, key, one)
    return _text(case, key, one) if isinstance(one, str) else None


def _spell(_: CaseFile, key: str, one: Spell) -> str | None:
    kinds = CODE_LISTS.get(key, {})
    kind = kinds[one.kind].th if one.kind in kinds else one.kind
    begin = f"ตั้งแต่ {day(one.begin)}" if day(one.begin) else ""
    end = f"ถึง {day(one.end)}" if day(one.end) else ""
    return " ".join(filter(None, (kind, one.group, begin, end))) or None


def _order(_: CaseFile, _key: str, one: Order) -> str:
    kinds, makers = CODE_LISTS["orders"], CODE_LISTS["orders.by"]
    kind = kinds[one.kind].th if one.kind in kinds else "คำสั่งของทางราชการ"
    by = f"โดย{makers[one.by].th}" if one.by in makers and one.by != "unknown" else ""
    on = f"เมื่อ {day(one.on)}" if day(one.on) else ""
    return " ".join(filter(None, (kind, by, on)))


def _marriage(case: CaseFile, _: str, one: Marriage) -> str:
    to = name(case, one.to)
    if to is None and one.to in COUNTRIES:
        to = f"ผู้มีสัญชาติ{country_name(one.to, 'th')}"
    ended = event(one.ended)
    return " ".join(
        filter(
            None,
            (
                f"จดทะเบียนสมรสกับ {to}" if to else "จดทะเบียนสมรส",
                event(one.registered),
                f"สิ้นสุด {ended}" if ended and ended != "ไม่เคย" else "",
            ),
        )
    )


def _adoption(case: CaseFile, _: str, one: Adoption) -> str:
    by = name(case, one.by)
    return " ".join(
        filter(
            None,
            ("จดทะเบียนเป็นบุตรบุญธรรม", f"ของ {by}" if by else "", event(one.registered)),
        )
    )


def _finding(_: CaseFile, _key: str, one: Finding) -> str:
    rule = pack().rules.get(one.rule)
    about = rule.title["th"] if rule else one.rule
    holds = {Truth.YES: "เข้าเกณฑ์", Truth.NO: "ไม่เข้าเกณฑ์"}.get(one.holds, "")
    return " ".join(filter(None, (f"{one.by} วินิจฉัยเรื่อง “{about}”", holds, day(one.on))))


_ENTRIES: Mapping[type, Callable[..., str | None]] = {
    Spell: _spell,
    Order: _order,
    Marriage: _marriage,
    Adoption: _adoption,
    Finding: _finding,
}

"""That one day is before another, told as what happened, an age, or the law read."""

from __future__ import annotations

from typing import TypeGuard

from sathana.facts.wording_days import Speaker, birth_of, event_words, is_order_day
from sathana.facts.wording_sentence import Clause
from sathana.logic.nodes import (
    AskedDay,
    Before,
    Day,
    FactDay,
    LawDay,
    YearsAfter,
)


def before(node: Before, speaker: Speaker, holds: bool) -> Clause:
    """Return the clause that a day is earlier; the event of the two is what is told.

    An event that never happened is later than every day: "had not come by then".

    Raises:
        LookupError: An event has no words yet.
    """
    a, b = node.a, node.b
    if _is_event(a):
        return _event_before(a, b, speaker, holds)
    if _is_event(b):
        return _event_by(b, a, speaker, not holds)
    for day, other, first in ((a, b, True), (b, a, False)):
        if told := _told(day, other, speaker, _relation(first, holds)):
            return told
    relation, text = _relation(True, holds), speaker.noun(b)
    subject = speaker.noun(a)
    if relation == "before":
        return Clause(subject, speaker.pick(f"is before {text}", f"อยู่ก่อน{text}"))
    return Clause(subject, speaker.pick(f"is {text} or later", f"คือ{text}หรือหลังจากนั้น"))


def _is_event(day: Day) -> TypeGuard[FactDay]:
    return isinstance(day, FactDay) and birth_of(day) is None and not is_order_day(day)


def _relation(first: bool, holds: bool) -> str:
    """Return how the day that is told stands to the other one."""
    if first:
        return "before" if holds else "from"
    return "after" if holds else "until"


def _when(relation: str, text: str, speaker: Speaker) -> str:
    return {
        "before": speaker.pick(f"before {text}", f"ก่อน{text}"),
        "from": speaker.pick(f"on or after {text}", f"ตั้งแต่{text}"),
        "after": speaker.pick(f"after {text}", f"หลัง{text}"),
        "until": speaker.pick(f"on or before {text}", f"ไม่เกิน{text}"),
    }[relation]


def _told(day: Day, other: Day, speaker: Speaker, relation: str) -> Clause | None:
    """Say a day that everybody has: a birth, an age, an order, the law read."""
    when = _when(relation, speaker.noun(other), speaker)
    match day, other:
        case FactDay(child, "born.date"), YearsAfter(base, years) if years < 0:
            if speaker.concrete(other) is None:
                return _age(speaker.who(child), -years, base, speaker, relation)
        case _:
            pass
    if (who := birth_of(day)) is not None:
        shown = _shown(day, speaker)
        return Clause(speaker.who(who), when + shown, speaker.pick("was born", "เกิด"))
    if is_order_day(day):
        return Clause(speaker.who("order"), when, speaker.pick("was made", "ออก"))
    match day:
        case YearsAfter(base, years) if years > 0 and (one := birth_of(base)):
            return _age(speaker.who(one), years, other, speaker, relation)
        case LawDay():
            law, read = speaker.pick("the law", "อ่านกฎหมาย"), "is read as it stood"
            return Clause(law, when, speaker.pick(read, "ตามที่เป็นอยู่"))
        case _:
            return None


def _age(who: str, years: int, other: Day, speaker: Speaker, relation: str) -> Clause:
    at, text = speaker.at(other), speaker.noun(other)
    tails = {
        "before": (f"turned {years} before {text}", f"อายุครบ {years} ปีก่อน{text}"),
        "from": (
            f"had not turned {years} before {text}",
            f"อายุยังไม่ครบ {years} ปีก่อน{text}",
        ),
        "after": (f"was under {years} {at}", f"อายุยังไม่ครบ {years} ปี{at}"),
        "until": (f"was {years} or older {at}", f"อายุครบ {years} ปีแล้ว{at}"),
    }
    return Clause(who, speaker.pick(*tails[relation]))


def _shown(day: Day, speaker: Speaker) -> str:
    concrete = speaker.concrete(day)
    return f" ({concrete})" if concrete else ""


def _event_before(event: FactDay, other: Day, speaker: Speaker, holds: bool) -> Clause:
    """Say that something happened before a day, or had not happened before it."""
    return _event(event, speaker, holds, _years_back(other, "more than", speaker))


def _event_by(event: FactDay, day: Day, speaker: Speaker, happened: bool) -> Clause:
    """Say that something had happened by a day, or not; simply so if it is today's."""
    if not isinstance(day, AskedDay):
        return _event(event, speaker, happened, _years_back(day, "at least", speaker))
    words = event_words(event)
    have = "have" if words.subject == "parents" else "has"
    told = (
        speaker.pick(f"{have} {words.done}", f"{words.thai}แล้ว")
        if happened
        else speaker.pick(f"{have} not {words.done}", words.thai_not)
    )
    subject = speaker.subject(event.who, words.subject)
    return Clause(subject, told + _shown(event, speaker))


def _event(event: FactDay, speaker: Speaker, happened: bool, when: str) -> Clause:
    words = event_words(event)
    told = (
        speaker.pick(f"{words.past} {when}", f"{words.thai}{when}")
        if happened
        else speaker.pick(f"had not {words.done} {when}", f"{words.thai_not}{when}")
    )
    subject = speaker.subject(event.who, words.subject)
    return Clause(subject, told + _shown(event, speaker))


def _years_back(day: Day, least: str, speaker: Speaker) -> str:
    """Say "before" or "by" a day; so many years before a day are counted instead."""
    strict = least == "more than"
    match day:
        case YearsAfter(base, years) if years < 0 and speaker.concrete(day) is None:
            text = speaker.noun(base)
            thai = "มากกว่า" if strict else "ไม่น้อยกว่า"
            return speaker.pick(
                f"{least} {-years} years before {text}", f"{thai} {-years} ปีก่อน{text}"
            )
        case _:
            text = speaker.noun(day)
            if strict:
                return speaker.pick(f"before {text}", f"ก่อน{text}")
            return speaker.pick(f"by {text}", f"ภายใน{text}")

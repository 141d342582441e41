"""Turning the answer to one missing fact into the case file's own form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from sathana.calendars.dates import from_text, show
from sathana.calendars.spans import UNKNOWN_DAY, DateSpan
from sathana.cli.asking import Asker
from sathana.cli.case_persons import ask_birth, ask_parent, called, labels, valid
from sathana.facts.casefile import set_told, set_told_text
from sathana.facts.keys import KEYS
from sathana.facts.model import (
    CaseFile,
    Certificate,
    Event,
    Happened,
    Marriage,
    Order,
    Spell,
    Told,
    Value,
)
from sathana.facts.questions import answer_form, question
from sathana.logic.truth import Truth
from sathana.vocabulary.codes import ORDER_KINDS
from sathana.vocabulary.facts import fact_key

type Row = Mapping[str, Any]

_SPELLS = ("stay", "registers", "residence", "care", "thai")
_PARTS = ("alien_certificate", "marriages")
"""Facts that are parts of an entry, asked one by one."""


def split(case: CaseFile, fact: str) -> tuple[str, str]:
    """Return the person and the key of a fact; the longest id that is known counts."""
    parts = fact.split(".")
    for place in range(len(parts) - 1, 0, -1):
        who = ".".join(parts[:place])
        if who in case.persons:
            return who, ".".join(parts[place:])
    return parts[0], ".".join(parts[1:])


def relative_first(case: CaseFile, need: Row) -> Row:
    """Return the question to ask: who a parent is comes before what holds of them."""
    who, key = split(case, str(need["fact"]))
    link = key.partition(".")[0]
    if "." in key and link in ("father", "mother"):
        return {"fact": f"{who}.{link}", "at": None, "question": None}
    return need


def answerable(case: CaseFile, need: Row) -> bool:
    """Tell whether a missing fact is one of a person here, and can be written."""
    who, key = split(case, str(need["fact"]))
    if who not in case.persons:
        return False
    try:
        form = answer_form(key)
    except LookupError:
        return False
    owner = fact_key(key).partition(".")[0]
    if "." in fact_key(key) and owner in _PARTS:
        return bool(_part_owner(case, who, owner))
    return form != "none" and (key in KEYS or owner == "care")


def _part_owner(case: CaseFile, who: str, owner: str) -> object:
    told = case.persons[who].told.get(owner)
    return told.value if told else None


def ask_need(asker: Asker, case: CaseFile, need: Row) -> CaseFile:
    """Return the case with one missing fact answered; wrong answers are asked again.

    Raises:
        StopAskingError: The person wants to stop.
    """
    who, key = split(case, str(need["fact"]))
    asker.tell()
    asker.tell(_question(asker, case, need, who, key))
    if key in ("father", "mother"):
        return ask_parent(asker, case, who, key)
    if key == "born.date":
        return ask_birth(asker, case, who)
    while True:
        made = _answered(asker, case, who, key, need["at"])
        if made is not None and (checked := valid(asker, made)) is not None:
            return checked


def _question(asker: Asker, case: CaseFile, need: Row, who: str, key: str) -> str:
    if need["question"] is not None:
        return asker.say.of(need["question"])
    return question(key, asker.say.lang, person=called(asker, case, who))


def _answered(
    asker: Asker, case: CaseFile, who: str, key: str, at: str | None
) -> CaseFile | None:
    owner = fact_key(key).partition(".")[0]
    if owner in _PARTS and "." in fact_key(key):
        return _part(asker, case, who, fact_key(key))
    if owner in _SPELLS:
        return _spell(asker, case, who, owner, key, at)
    match answer_form(key):
        case "event":
            event = _event(asker, key)
            return set_told(case, who, key, Told(_certificate(key, event)))
        case "list":
            return _entries(asker, case, who, key)
        case "text":
            return _typed(asker, case, who, key)
        case _:
            chosen = asker.choose(labels(asker, key))
            return set_told_text(case, who, key, chosen)


def _event(asker: Asker, key: str) -> Event | None:
    """Ask whether something happened, and when."""
    yes = ("yes", asker.say("ใช่ เกิดขึ้นแล้ว", "Yes, it did happen"))
    chosen = asker.choose([yes, *labels(asker, key)])
    if chosen == "unknown":
        return None
    if chosen == "never":
        return Event(Happened.NEVER)
    day = asker.date(
        asker.say("เมื่อไร (Enter ถ้าไม่ทราบวัน)", "when? (Enter: day not known)")
    )
    return Event(Happened.YES, day or UNKNOWN_DAY)


def _certificate(key: str, event: Event | None) -> Value:
    """Return a certificate where that is what the key holds."""
    return Certificate(event) if event and key == "alien_certificate" else event


def _typed(asker: Asker, case: CaseFile, who: str, key: str) -> CaseFile:
    """Ask for free text; papers are a list of texts."""

    def quoted(text: str) -> str:
        text = json.dumps(text, ensure_ascii=False)
        text = f"[{text}]" if key == "foreign_documents" else text
        set_told_text(case, who, key, text)
        return text

    asker.tell(asker.say("เลือกข้อ หรือพิมพ์คำตอบ", "Choose, or type the answer"))
    chosen = asker.choose_or_type(labels(asker, key), quoted)
    return set_told_text(case, who, key, chosen)


def _spell(
    asker: Asker, case: CaseFile, who: str, owner: str, key: str, at: str | None
) -> CaseFile:
    """Ask for a time in which something lasted, beside the times told before."""
    chosen = asker.choose(_spell_choices(asker, owner, key))
    before = case.persons[who].told.get(owner)
    told = before.value if before and isinstance(before.value, tuple) else ()
    if chosen == "unknown":
        return case if told else set_told(case, who, owner, Told(None))
    if chosen == "no" and owner in ("residence", "care"):
        return set_told(case, who, owner, Told(told))
    kind = chosen.removeprefix("[{kind: ").removesuffix("}]")
    truth = Truth(chosen) if chosen in ("yes", "no") else Truth.UNKNOWN
    begin, end = _times(asker, at)
    spell = Spell(
        kind=kind if owner in ("stay", "registers") else "",
        begin=begin,
        end=end,
        truth=truth if owner == "thai" or key == "care.certified" else Truth.UNKNOWN,
    )
    spells = sorted(
        [*cast("tuple[Spell, ...]", told), spell],
        key=lambda each: each.begin.earliest if each.begin else 0,
    )
    return set_told(case, who, owner, Told(tuple(spells)))


def _spell_choices(asker: Asker, owner: str, key: str) -> list[tuple[str, str]]:
    if owner in ("residence", "care") and key != "care.certified":
        yes = ("yes", asker.say("ใช่", "Yes"))
        no = ("no", asker.say("ไม่เคย", "Never"))
        return [yes, no, *labels(asker, key)]
    return labels(asker, key)


def _times(asker: Asker, at: str | None) -> tuple[DateSpan | None, DateSpan | None]:
    """Ask since when and until when; without an answer only the day asked counts."""
    if at:
        day = show(from_text(at), asker.say.lang)
        asker.tell(
            asker.say(
                f"ถ้ากด Enter ทั้งสองช่อง จะนับเฉพาะ {day}",
                f"With Enter twice it is taken to hold on {day} only.",
            )
        )
    begin = asker.date(asker.say("ตั้งแต่เมื่อไร", "since when?"))
    end = asker.date(
        asker.say("ถึงก่อนวันใด (Enter ถ้ายังเป็นอยู่)", "until when? (Enter: still)")
    )
    if begin is None and end is None and at:
        asked = from_text(at)
        if not asked.is_unknown:
            first, after = asked.earliest, asked.latest + 1
            return DateSpan(first, first), DateSpan(after, after)
    return begin, end


def _entries(asker: Asker, case: CaseFile, who: str, key: str) -> CaseFile:
    """Ask for entries of a list: none, not known, an order, or as a file writes it."""
    if key == "orders":
        return _order(asker, case, who)

    def check(text: str) -> str:
        set_told_text(case, who, key, text)
        return text

    asker.tell(
        asker.say(
            "เลือกข้อ หรือพิมพ์รายการแบบในแฟ้มกรณี เช่น [{to: MM, registered: 1999}]",
            "Choose, or type the entries as a case file writes them, "
            "such as [{to: MM, registered: 1999}]",
        )
    )
    chosen = asker.choose_or_type(labels(asker, key), check)
    return set_told_text(case, who, key, chosen)


def _order(asker: Asker, case: CaseFile, who: str) -> CaseFile:
    kinds = [
        (kind, name.in_(asker.say.lang))
        for kind, name in ORDER_KINDS.items()
        if kind != "unknown"
    ]
    chosen = asker.choose([*labels(asker, "orders"), *kinds])
    if chosen in ("[]", "unknown"):
        return set_told_text(case, who, "orders", chosen)
    day = asker.date(
        asker.say("เมื่อไร (Enter ถ้าไม่ทราบวัน)", "when? (Enter: day not known)")
    )
    return set_told(case, who, "orders", Told((Order(chosen, day or UNKNOWN_DAY),)))


def _part(asker: Asker, case: CaseFile, who: str, key: str) -> CaseFile:
    """Ask for one part of a certificate, or of the marriages that lack it."""
    owner, _, part = key.partition(".")
    told = case.persons[who].told[owner]
    value: object
    if answer_form(key) in ("event", "date"):
        value = _event(asker, key) or Event(Happened.UNKNOWN)
    else:
        chosen = asker.choose(labels(asker, key))
        value = chosen if part == "by" else Truth(chosen)
    if isinstance(told.value, Certificate):
        changed: Value = replace(told.value, **{part: value})  # type: ignore[arg-type]
        return set_told(case, who, owner, replace(told, value=changed))
    entries = told.value if isinstance(told.value, tuple) else ()
    marriages = tuple(
        replace(entry, **{part: value})  # type: ignore[arg-type]
        for entry in entries
        if isinstance(entry, Marriage)
    )
    return set_told(case, who, owner, replace(told, value=marriages))

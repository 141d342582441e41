"""The steps after an approval, pure: which there are, on what they rest, who says so.

Nothing here is law of its own. Whether an oath is taken, and by when the card is asked
for, stands in the procedures and limits of the law pack; what no text that was read
says is told as unverified.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, Literal

from sathana.calendars.spans import DateSpan
from sathana.calendars.years import birthday
from sathana.casework.after_words import COPIES, MILITARY, STEPS, Text
from sathana.casework.states import HELD, State
from sathana.facts.model import CaseFile, Person, Told
from sathana.facts.view import View
from sathana.law.load import pack
from sathana.law.model_practice import Procedure
from sathana.registry.telling import told_of
from sathana.status.deadlines import deadlines
from sathana.text import id13

type Json = dict[str, Any]
type CardAge = Literal["young", "must", "old", "unknown"]

GRANT = "grant"
ENTERED, RESIDENCE = "nationality_entered", "permanent_residence"

MOVES: Mapping[str, str] = {
    "entry": "register", "oath": "hold_ceremony", "photo": "hold_ceremony",
    "card": "get_card",
}  # fmt: skip
"""Which move of the pathway tells the same as a step."""

ALWAYS = (
    *("HEALTH-FUND", "SCHOOL-15-YEARS", "WORK", "LEAVE-AREA", "TRAVEL-ABROAD"),
    *("DISABILITY", "VOTE"),
)
"""Rights that are looked at whether or not the answer turned."""


def kinds() -> Iterator[str]:
    """Yield every kind of step there is by the law pack in use."""
    yield from STEPS
    for right in (*pack().rights, MILITARY):
        yield f"right.{right}"
    for copy in COPIES:
        yield f"copy.{copy}"


def sort_of(kind: str) -> str:
    """Return ``step``, ``right`` or ``copy``."""
    return kind.partition(".")[0] if "." in kind else "step"


def title_of(kind: str) -> Text:
    """Return a kind of step in words."""
    sort, name = sort_of(kind), kind.partition(".")[2]
    if kind == GRANT:
        return {"th": "คำอนุมัติเป็นข้อเท็จจริงของครอบครัว", "en": "The decision as a fact"}
    if sort == "copy":
        return COPIES[name]
    if sort == "step":
        return STEPS[kind]
    if name == MILITARY:
        return {"th": "การรับราชการทหาร (ชาย)", "en": "Military service (men)"}
    rule = pack().rules.get(name)
    return dict(rule.title) if rule else {"th": name, "en": name}


def is_open(state: str) -> bool:
    """Say whether steps of a pathway at this stage can be recorded."""
    return state in HELD


def procedures(pathway: str) -> list[Procedure]:
    """Return the procedures of the law pack that serve a pathway."""
    return [one for one in pack().procedures.values() if pathway in one.pathways]


def oath(pathway: str) -> Procedure | None:
    """Return the procedure of a pathway in which an oath is taken, if there is one.

    The steps of the law pack are read, so that an update of the law is followed.
    """
    for one in procedures(pathway):
        if any("oath" in step.do["en"].lower() for step in one.steps):
            return one
    return None


def steps_of(pathway: str) -> tuple[str, ...]:
    """Return the steps of a pathway in their order; the oath only where law has it."""
    if gives_nationality(pathway):
        return (*(("oath",) if oath(pathway) else ()), "entry", "photo", "card")
    if RESIDENCE in gives(pathway):
        return ("certificate", "entry")
    if any("ID-CARD" in one.rights for one in procedures(pathway)):
        return ("photo", "card")
    return ("entry",)


def said(kind: str, pathway: str) -> Iterator[tuple[Text, str, str, str]]:
    """Yield what the law pack says of a step: text, procedure, citations, mark."""
    if kind == "photo":
        yield from _of_procedure(pack().procedures.get("P13"), "photo")
    elif kind == "oath":
        yield from _of_procedure(oath(pathway), "oath")
    else:
        for one in procedures(pathway):
            for step in one.steps:
                if step.limit in ("IDC-GRANT", "IA-47"):
                    yield _row(one, dict(step.do))
        if kind == "card":
            known = pack().procedures.get("P13")
            if known is not None and known.note is not None:
                yield _row(known, dict(known.note))


def _of_procedure(
    found: Procedure | None, word: str
) -> Iterator[tuple[Text, str, str, str]]:
    for step in found.steps if found else ():
        if word in step.do["en"].lower():
            yield _row(found, dict(step.do))  # type: ignore[arg-type]


def _row(found: Procedure, text: Text) -> tuple[Text, str, str, str]:
    return text, found.id, "; ".join(found.cites), found.checked.verified


def gives(pathway: str) -> tuple[str, ...]:
    """Return the kinds of orders by which a pathway is granted; ``()``: gives none."""
    rule = pack().pathways.get(pathway)
    return rule.pathway.granted_by if rule and rule.pathway else ()


def gives_nationality(pathway: str) -> bool:
    """Say whether the sixty days of the Thai card follow what a pathway gives."""
    limit = pack().limits.get("IDC-GRANT")
    return limit is not None and bool(set(gives(pathway)) & set(limit.orders))


def under(pathway: str) -> str:
    """Return the rule under which a pathway gives what it gives; ``""`` if none."""
    rule = pack().pathways.get(pathway)
    return (rule.pathway.for_rule or "") if rule and rule.pathway else ""


# --- the card -------------------------------------------------------------------------


def card_age(born: DateSpan, day: date) -> CardAge:
    """Say how the ages of the Identity Card Act (seven to seventy) stand to a birth.

    Of one who is seventy the texts that were read can be taken in two ways: unknown.
    """
    if born.latest - born.earliest > 366:
        return "unknown"
    today = day.toordinal()
    if today < birthday(born.earliest, 7):
        return "young"
    if today >= birthday(born.latest, 71):
        return "old"
    sure = birthday(born.latest, 7) <= today < birthday(born.earliest, 70)
    return "must" if sure else "unknown"


def age_told(born: Told, day: date) -> CardAge:
    """Return :func:`card_age` of a birth as it is told."""
    return card_age(born.value, day) if isinstance(born.value, DateSpan) else "unknown"


def is_young(born: Told, day: date) -> bool:
    """Say whether somebody is surely under seven."""
    return age_told(born, day) == "young"


def clocks_from(
    born: Told | None, days: Collection[str], day: date, *, residence: bool = False
) -> list[Json]:
    """Return by when card or certificate is asked for, as ``status.deadlines`` counts.

    Args:
        born: The day of birth as it is told; without it nothing is counted for a card.
        days: Days on which the term may begin: of the decision, of the entry.
        day: Today.
        residence: Whether the residence certificate is meant, not the Thai card.
    """
    if born is None and not residence:
        return []
    kind, limit = (RESIDENCE, "IA-47") if residence else (ENTERED, "IDC-GRANT")
    orders: list[Any] = [
        {"kind": kind, "on": on} for on in dict.fromkeys(days) if on and on != "unknown"
    ]
    told = {"orders": told_of("orders", orders, "P", {"P"}, set())} if orders else {}
    if born is not None:
        told["born.date"] = born
    case = CaseFile("card", {"P": Person("P", told)})
    return _rows(case, day, day, limit, thai="no" if residence else "yes")


def child_clocks(born: Told, day: date) -> list[Json]:
    """Return the clock of the first card of a child: from the seventh birthday on."""
    case = CaseFile("card", {"P": Person("P", {"born.date": born})})
    view = View(case, as_of=day.toordinal())
    reached = date.fromordinal(birthday(view.births["P"].earliest, 7))
    return _rows(case, reached, day, "IDC-7", thai="yes")


def _rows(case: CaseFile, on: date, read: date, limit: str, *, thai: str) -> list[Json]:
    view = View(case, as_of=on.toordinal())
    as_of, law_at = on.toordinal(), read.toordinal()
    rows = deadlines(view, "P", as_of=as_of, law_at=law_at, thai=thai)
    return [row for row in rows if row["id"] == limit]


# --- the number -----------------------------------------------------------------------


def number_fault(typed: str, *, odd: bool) -> Text | None:
    """Say what is wrong with the number of an entry; ``None`` if nothing is.

    Args:
        typed: As it was typed; ``""`` is not told, and no fault.
        odd: Whether somebody says that the paper shows it so.
    """
    if not typed.strip():
        return None
    try:
        found = id13.parse(typed)
    except id13.Id13Error as fault:
        return {"th": fault.th, "en": fault.en}
    if found.check_digit_fits is not False or odd:
        return None
    right = id13.check_digit(found.digits[:12])
    return {
        "th": f"หลักสุดท้ายของ {found} ไม่ตรงกับวิธีคำนวณ (ควรเป็น {right}) ดูเอกสารอีกครั้ง "
        "ถ้าเอกสารเขียนอย่างนี้จริง ให้ติ๊ก “เอกสารเขียนอย่างนี้จริง” แล้วขอให้สำนักทะเบียนตรวจ",
        "en": f"The last digit of {found} does not fit the others (it should be "
        f"{right}). Look at the paper again. If it really says so, tick “the paper "
        "really says so”, and ask the registry to check it.",
    }


SHOWN = frozenset((*HELD, State.SUSPENDED, State.REVOKED))
"""Stages at which there is something after an approval to look at."""

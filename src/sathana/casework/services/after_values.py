"""What can be written down of a step after an approval, checked."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from sathana.casework import after_rows, after_steps, after_words
from sathana.casework.models import CasePathway
from sathana.registry import inside as rows_of
from sathana.registry.errors import UnusableValueError
from sathana.registry.reader import Reader
from sathana.registry.services import common, facts
from sathana.text import id13

type Values = Mapping[str, Any]
_ONLY_IF_ASKED = {"number": "number", "odd": "number", "evidence_id": "evidence_id"}
_TEXTS = {"place": 300, "second": 300, "said_by": 200, "words": 2000}


def told_values(
    reader: Reader, track: CasePathway, kind: str, values: Values
) -> dict[str, Any]:
    """Return what a step keeps of what was typed.

    Raises:
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    sort = after_steps.sort_of(kind)
    states = tuple(after_words.STATES[sort])
    state = common.one_of("state", str(values.get("state") or "open"), states)
    on = _day(reader, state, values.get("on"))
    found: dict[str, Any] = {
        name: common.short_text(name, values.get(name) or "", longest=longest)
        for name, longest in _TEXTS.items()
    }
    found |= {
        "state": state,
        "on": on.isoformat() if on else "",
        "due": on if state == "planned" else None,
        "evidence_id": facts.paper_of(track.family, values.get("evidence_id")),
        **_number(kind, values),
        **_printed(kind, values),
    }
    if sort == "copy" and state == "done":
        _must_be_kept(track, found)
    # A form that may not show a number or a paper leaves it as it is.
    hidden = [k for k in _ONLY_IF_ASKED if _ONLY_IF_ASKED[k] not in values]
    return {name: value for name, value in found.items() if name not in hidden}


def _day(reader: Reader, state: str, told: Any) -> date | None:
    on = told if isinstance(told, date) else None
    if state in ("planned", "done", "refused") and on is None:
        raise UnusableValueError(
            "on",
            "บอกวันที่ด้วย วันที่ไม่รู้จะไม่มีใครเติมให้ ถ้ายังไม่รู้วันให้เลือก “ยังไม่มีอะไรบันทึก”",
            "Say the day: nobody fills it in. If it is not known yet, choose “nothing "
            "recorded yet”.",
        )
    today = common.thai_day(reader.now)
    if on and state in ("done", "refused") and on > today:
        raise UnusableValueError(
            "on",
            "วันนี้ยังมาไม่ถึง สิ่งที่จะทำให้เลือก “นัดหรือวางวันไว้”",
            "That day has not come. What is still to be done is “planned”.",
        )
    return on


def _number(kind: str, values: Values) -> dict[str, Any]:
    if kind != "entry":
        return {"number": "", "odd": False}
    typed, odd = str(values.get("number") or ""), bool(values.get("odd"))
    fault = after_steps.number_fault(typed, odd=odd)
    if fault is not None:
        raise UnusableValueError("number", fault["th"], fault["en"])
    number = id13.parse(typed) if typed.strip() else None
    wrong = number is not None and number.check_digit_fits is False
    return {"number": str(number) if number else "", "odd": wrong}


def _printed(kind: str, values: Values) -> dict[str, Any]:
    """Return the days that are printed on a card; nothing is worked out."""
    days = {
        name: told.isoformat() if isinstance(told, date) else ""
        for name in ("issued", "expires")
        for told in (values.get(name) if kind in ("card", "certificate") else None,)
    }
    if all(days.values()) and days["expires"] <= days["issued"]:
        raise UnusableValueError(
            "expires",
            f"วันหมดอายุ ({days['expires']}) ต้องหลังวันออกบัตร ({days['issued']}) "
            "ดูบนบัตรอีกครั้ง",
            f"The card ends ({days['expires']}) before it was issued "
            f"({days['issued']}): look at the card again.",
        )
    return days


def _must_be_kept(track: CasePathway, found: Mapping[str, Any]) -> None:
    """Stop unless there is a scan, two places, and somebody who says so.

    Raises:
        UnusableValueError: Something of that is missing: the copy is not safe.
    """
    paper = _paper(track, found["evidence_id"])
    if paper is None or not after_rows.has_file(paper):
        raise UnusableValueError(
            "evidence_id",
            "ยังไม่มีภาพสแกนของสำเนานี้ ให้เพิ่มเอกสารพร้อมไฟล์ที่หน้าเอกสารของครอบครัว แล้วเลือกที่นี่",
            "There is no scan of this copy: add the paper with its file on the "
            "family’s page of papers, then choose it here.",
        )
    for name, th, en in (
        ("place", "ต้นฉบับเก็บที่ไหน", "where the original is kept"),
        ("second", "สำเนาอีกชุดเก็บที่ไหน", "where the other copy is kept"),
        ("said_by", "ใครบอกว่าเก็บไว้ที่นั่น", "who says that it is kept there"),
    ):
        if not found[name]:
            raise UnusableValueError(name, f"บอกว่า{th}", f"Say {en}.")
    if found["place"] == found["second"]:
        raise UnusableValueError(
            "second",
            "สองที่ต้องต่างกัน ไฟไหม้หรือน้ำท่วมครั้งเดียวจะได้ไม่หายทั้งคู่",
            "The two places must differ, so that one fire or flood does not take both.",
        )


def _paper(track: CasePathway, paper_id: uuid.UUID | None) -> Any:
    rows = rows_of.evidence(track.family)
    return rows.filter(id=paper_id).first() if paper_id else None

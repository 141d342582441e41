"""How fees, time limits, papers and marks are said, in a report and of a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.cli.naming import as_ids, citation
from sathana.cli.terminal import Speaker
from sathana.law.load import pack
from sathana.law.model_practice import LimitVersion, TimeLimit
from sathana.vocabulary.codes import VERIFIED_MARKS
from sathana.vocabulary.names import Name
from sathana.vocabulary.papers import PAPERS

type Row = Mapping[str, Any]

_WHOSE = {
    "person": ("ของผู้ขอ", "for the person"),
    "office": ("ของสำนักงาน", "for the office"),
}
_UNITS = {
    "day": ("วัน", "day"),
    "working_day": ("วันทำการ", "working day"),
    "month": ("เดือน", "month"),
    "year": ("ปี", "year"),
}
_TRIGGERS = {
    "filed": ("นับจากวันยื่น", "from the day of filing"),
    "complete": ("นับจากวันที่เอกสารครบ", "from the day the file was complete"),
    "notified": ("นับจากวันที่ได้รับแจ้งคำสั่ง", "from the day the order was notified"),
    "appealed": ("นับจากวันที่ยื่นอุทธรณ์", "from the day of the appeal"),
    "demanded": ("นับจากวันที่ยื่นหนังสือทวงถาม", "from the day of the written demand"),
    "birth": ("นับจากวันเกิด", "from the birth"),
    "birthday": ("นับจากวันเกิดที่ครบอายุ", "from the birthday"),
    "order": ("นับจากวันของคำสั่ง", "from the day of the order"),
    "any_time": ("เมื่อใดก็ได้", "any time"),
}


def whose(code: str, say: Speaker) -> str:
    """Say who must act within a time limit."""
    return say(*_WHOSE[code])


def trigger(limit: TimeLimit, say: Speaker) -> str:
    """Say from when a time limit is counted."""
    if limit.after:
        return say(f"นับต่อจาก {limit.after}", f"from the end of {limit.after}")
    age = say(f" {limit.birthday} ปี", f" of {limit.birthday}") if limit.birthday else ""
    return say(*_TRIGGERS[limit.trigger]) + age


def length(limit: TimeLimit, version: LimitVersion, say: Speaker) -> str:
    """Say how long a time limit is; that nobody read it where it is not known."""
    if limit.trigger == "any_time":
        return say("ไม่มีกำหนดเวลา", "no term")
    if version.amount is None:
        return say("มีกำหนด แต่ยังไม่ได้อ่านว่าเท่าไร", "a term not read yet")
    th, en = _UNITS[version.unit]
    many = "" if version.amount == 1 else "s"
    return f"{version.amount} " + say(th, en + many)


def limit_title(key: str, say: Speaker) -> str:
    """Return a time limit by title and id; the id where the pack has none."""
    known = pack().limits.get(key)
    return f"{known.title[say.lang]} [{key}]" if known else key


def amount(value: Row, say: Speaker) -> str:
    """Say one amount of a fee, as far as it is known and in force.

    Args:
        value: ``baht`` (``None`` is not known), ``ceiling``, ``in_force``,
            ``verified``, as in an answer.
        say: The language.
    """
    doubts = []
    if value["in_force"] != "yes":
        doubts.append(say("ยังไม่ยืนยันว่าใช้บังคับอยู่", "not verified in force"))
    if value["verified"] != "seen":
        doubts.append(VERIFIED_MARKS[value["verified"]].in_(say.lang))
    return _baht(value, say) + (f" ({'; '.join(doubts)})" if doubts else "")


def _baht(value: Row, say: Speaker) -> str:
    baht = value["baht"]
    if baht is None:
        return say("ไม่ทราบจำนวน", "amount not known")
    if baht == 0:
        return say("ไม่เสียค่าธรรมเนียม", "free of charge")
    if value["ceiling"]:
        return say(
            f"เพดาน ไม่เกิน {baht:,} บาท", f"a ceiling: not more than {baht:,} baht"
        )
    return say(f"{baht:,} บาท", f"{baht:,} baht")


def fee(row: Row, say: Speaker) -> str:
    """Say a fee of an answer with every amount that may be in force."""
    amounts = say(" หรือ ", " or ").join(amount(v, say) for v in row["values"])
    none = say("ไม่ทราบจำนวนของวันที่ถาม", "not known for the day asked")
    return f"{say.of(row['title'])}: {amounts or none}"


def paper(row: Row, say: Speaker) -> str:
    """Say a paper of a procedure: its name, its form, and when it is asked for."""
    name = _paper_name(row, say)
    form = str(row.get("form") or "")
    if form and form not in name:
        name += say(f" แบบ {form}", f", form {form}")
    return name + (f" ({say.of(row['when'])})" if row.get("when") else "")


def _paper_name(row: Row, say: Speaker) -> str:
    """Return the name a paper has here, else that of the vocabulary, else its id."""
    if row.get("name"):
        return say.of(row["name"])
    key = str(row.get("paper") or "")
    return PAPERS[key].name.in_(say.lang) if key in PAPERS else key


def mark_of(row: Row, say: Speaker) -> str:
    """Say how far an entry of an answer was verified, and what it rests on."""
    words = VERIFIED_MARKS.get(str(row.get("verified")), Name("", "")).in_(say.lang)
    cites = [c for c in str(row.get("cite") or "").split("; ") if c]
    on = "; ".join(citation(cite, say.lang) for cite in cites)
    return f"{on} [{words}]" if on else f"[{words}]"


def contested(keys: object, say: Speaker) -> str:
    """Say which contested points bear on something, each by its question."""
    points = (pack().contested.get(key) for key in as_ids(keys))
    return "; ".join(f"{p.id} {p.question[say.lang]}" for p in points if p)

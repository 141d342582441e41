"""Forms of the evidence plan: requests, witnesses, DNA tests, differences."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from sathana.casework import dna, witnesses
from sathana.casework.forms.cases import a_day, long_text, short
from sathana.law.load import pack
from sathana.registry.forms.fields import PartsField, WorkForm, both
from sathana.vocabulary.papers import PAPERS

type Pairs = Sequence[tuple[str, str]]

STATES: Mapping[str, tuple[str, str]] = {
    "asked": ("ขอแล้ว รออยู่", "Asked, waiting"),
    "received": ("ได้แล้ว", "Received"),
    "refused": ("ไม่ให้", "Refused"),
    "not_found": ("หาไม่พบ", "Not found"),
    "dropped": ("ไม่ต้องใช้แล้ว", "Not needed any more"),
}
WITNESS_STATES: Mapping[str, tuple[str, str]] = {
    "asked": ("ถามแล้ว", "Asked"),
    "agreed": ("ตกลงเป็นพยาน", "Agreed"),
    "stated": ("ให้ถ้อยคำแล้ว", "Has spoken"),
    "withdrawn": ("ถอนตัว", "Withdrew"),
}
_KNOWN = (
    ("unknown", both("ยังไม่รู้", "Not known yet")),
    ("yes", both("ใช่", "Yes")),
    ("no", both("ไม่ใช่", "No")),
)
_NO_PAPER = ("", both("ยังไม่มี", "None yet"))


def _known(th: str, en: str) -> Any:
    return forms.ChoiceField(label=both(th, en), choices=_KNOWN, initial="unknown")


def _choice(th: str, en: str, choices: Any = (), *, required: bool = True) -> Any:
    return forms.ChoiceField(label=both(th, en), choices=choices, required=required)


def _words(texts: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(code, both(one["th"], one["en"])) for code, one in texts.items()]


def _pairs(texts: Mapping[str, tuple[str, str]]) -> list[tuple[str, Any]]:
    return [(code, both(*one)) for code, one in texts.items()]


class PlanForm(WorkForm):
    """What the forms of a plan have alike.

    Args:
        people: Ids and names of the family; empty: whose it is is no question.
        papers: Ids and names of the papers of the family.
    """

    LINKS: tuple[str, ...] = ("person_id", "evidence_id")

    person_id = _choice("เรื่องของใคร", "Whose")

    def __init__(
        self, *args: Any, people: Pairs = (), papers: Pairs = (), fixed: bool = False,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        found: dict[str, Any] = self.fields
        choose = ("", both("เลือก", "Choose"))
        found["person_id"].choices = (choose, *people)
        if "evidence_id" in found:
            found["evidence_id"].choices = (_NO_PAPER, *papers)
        if "witness_id" in found:
            outside = ("", both("คนนอกครอบครัว", "Somebody from outside"))
            found["witness_id"].choices = (outside, *people)
        if "other_id" in found:
            found["other_id"].choices = (choose, *people)
        if fixed:
            del found["person_id"]

    def told(self) -> dict[str, Any]:
        """Return the clean values as the services take them."""
        found = dict(self.cleaned_data)
        for name in ("id", "version"):
            found.pop(name, None)
        for name in self.LINKS:
            if name in found:
                found[name] = uuid.UUID(found[name]) if found[name] else None
        return found


class RequestForm(PlanForm):
    """A paper that somebody is asked for."""

    paper = _choice(
        "เอกสาร",
        "Paper",
        [(one.id, both(one.name.th, one.name.en)) for one in PAPERS.values()],
    )
    path = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    holder = short(
        "ขอจากใคร (โรงพยาบาล ผู้ใหญ่บ้าน โรงเรียน อำเภอใด)",
        "Who is asked (which hospital, headman, school, district)", 300, required=True,
    )  # fmt: skip
    asked_on = a_day("ขอเมื่อวันที่", "Asked on")
    due = a_day("คาดว่าจะได้ภายในวันที่", "Expected by")
    state = _choice("ผล", "What came of it", _pairs(STATES))
    evidence_id = _choice("เอกสารที่ได้มา", "The paper that came", required=False)
    notes = long_text("บันทึก", "Notes", rows=2)


class WitnessForm(PlanForm):
    """A witness: what the test asks, and what they say."""

    LINKS = ("person_id", "witness_id")

    witness_id = _choice("ใครเป็นพยาน", "Who is the witness", required=False)
    name = short("ชื่อพยาน ถ้าเป็นคนนอก", "Name, if from outside", 200)
    role = _choice("เป็นพยานในฐานะ", "Speaks as", _words(witnesses.ROLES))
    thai = _known("มีสัญชาติไทยหรือไม่", "Is the witness a Thai national?")
    born = PartsField(
        label=both("วันเกิดของพยาน เท่าที่รู้", "Birth of the witness, as far as known"),
        required=False, as_text=True,
    )  # fmt: skip
    about = short("จะให้การเรื่องอะไร", "What they are to tell", 500)
    event_on = PartsField(
        label=both("เรื่องนั้นเกิดเมื่อใด", "When that happened"), required=False, as_text=True
    )
    saw = _choice("รู้ได้อย่างไร", "How they know", _words(witnesses.SAW))
    kin = _known("เป็นญาติหรือไม่", "Are they kin?")
    relation = short("เกี่ยวข้องกันอย่างไร", "How they are related", 300)
    interest = _known(
        "มีส่วนได้เสีย หรือมีใครให้หรือเรียกประโยชน์หรือไม่",
        "Do they gain by it, or was anything given or asked?",
    )
    conflict = short(
        "ส่วนได้เสียคืออะไร (เงินที่ถูกเรียก ให้บันทึกที่การติดต่อ ไม่ใช่ที่นี่)",
        "What they gain (money asked for belongs to a contact, not here)", 500,
    )  # fmt: skip
    available = short(
        "มาได้เมื่อใด ติดต่ออย่างไร", "When they can come, how to reach them", 500
    )
    state = _choice("ขั้น", "Stage", _pairs(WITNESS_STATES))
    statement = long_text(
        "ถ้อยคำ (ร่าง ตามคำของพยาน)", "Statement (draft, own words)", rows=6
    )


class DnaForm(PlanForm):
    """A DNA test."""

    LINKS = ("person_id", "other_id", "evidence_id")

    other_id = _choice("ตรวจเทียบกับใคร", "Tested with whom")
    letter_on = a_day("หนังสือส่งตัวลงวันที่", "Day of the letter of referral")
    appointment = a_day("วันนัดตรวจ", "Appointment")
    place = short("ตรวจที่ไหน ทางใด", "Where, and by which way", 300)
    result = _choice("ผล", "Result", _words(dna.RESULTS))
    result_on = a_day("ผลลงวันที่", "Day of the result")
    evidence_id = _choice("รายงานผล", "The report", required=False)
    notes = long_text("บันทึก", "Notes", rows=2)


class SettleForm(PlanForm):
    """Which of differing values is right, and by which paper."""

    right = short("ค่าที่ถูก", "The value that is right", 300, required=True)
    evidence_id = _choice("ตามเอกสารใด", "By which paper", required=False)
    pathway = _choice(
        "ต้องแก้รายการทะเบียนหรือไม่", "Must an entry be corrected?", required=False
    )
    notes = long_text("ทำไม", "Why", rows=2)

    def __init__(self, *args: Any, corrections: Sequence[str] = (), **kwargs: Any):
        super().__init__(*args, **{**kwargs, "fixed": True})
        known = [(one, both(**_title(one))) for one in corrections]
        none = ("", both("ไม่ต้อง หรือยังไม่รู้", "No, or not known yet"))
        self.fields["pathway"].choices = (none, *known)  # type: ignore[attr-defined]


def _title(pathway: str) -> dict[str, str]:
    title = pack().rules[pathway].title
    return {"th": title["th"], "en": title["en"]}

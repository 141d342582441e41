"""Forms of what follows an approval: a step, a right, a copy, the decision itself."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from typing import Any

from django import forms

from sathana.casework import after_steps, after_words
from sathana.casework.forms.cases import a_day, long_text, short
from sathana.casework.states import MOVES
from sathana.registry.forms.fields import PartsField, WorkForm, both
from sathana.vocabulary import codes
from sathana.web.languages import pick

type Pairs = Sequence[tuple[str, str]]

_NO_PAPER = ("", both("ยังไม่มี", "None yet"))
_PLACES = {
    "step": (
        "ที่ไหน (สำนักทะเบียน อำเภอ เทศบาล)",
        "Where (registry, district, municipality)",
    ),
    "right": ("ตรวจที่ไหน", "Where it was checked"),
    "copy": ("ต้นฉบับเก็บที่ไหน", "Where the original is kept"),
}
_DAYS = {
    "step": ("วันที่ (ที่นัดไว้ หรือที่ทำ)", "Day (planned, or when it was done)"),
    "right": ("วันที่ (ที่จะไป หรือที่ตรวจ)", "Day (planned, or when it was checked)"),
    "copy": ("เก็บเมื่อวันที่", "Kept since"),
}


class StepForm(WorkForm):
    """One step, right or copy.

    Args:
        kind: Which one.
        papers: Ids and names of the papers of the family; ``None``: not open.
        numbers: Whether numbers are open to the reader.
        move: The move of the pathway that tells the same; ``""``: none from here.
        corrects: Whether something settled is being corrected.
    """

    state = forms.ChoiceField(label=both("ตอนนี้เป็นอย่างไร", "How it stands"))
    on = a_day("วันที่", "Day")
    number = short(
        "เลข 13 หลักใหม่ ตามเอกสาร หลักที่อ่านไม่ออกเขียน x",
        "The new thirteen-digit number as on the paper; x for a digit nobody can read",
        30,
    )
    odd = forms.BooleanField(
        label=both("เอกสารเขียนอย่างนี้จริง", "The paper really says so"), required=False
    )
    issued = a_day("วันออกบัตร ตามที่พิมพ์บนบัตร", "Issued, as printed on it")
    expires = a_day("วันหมดอายุ ตามที่พิมพ์บนบัตร", "Expires, as printed on it")
    place = short("ที่ไหน", "Where", 300)
    second = short(
        "อีกชุดเก็บที่ไหน (คนละที่)", "Where the other copy is kept (another place)", 300
    )
    said_by = short("ใครบอกว่าเก็บไว้ที่นั่น", "Who says that it is kept there", 200)
    evidence_id = forms.ChoiceField(
        label=both("เอกสารในแฟ้ม", "The paper in the file"), required=False
    )
    words = long_text("บันทึก", "Notes", rows=2)
    reason = long_text("เหตุผลที่แก้", "Why it is corrected", rows=2)
    move = forms.BooleanField(label="", required=False)

    def __init__(
        self,
        *args: Any,
        kind: str,
        papers: Pairs | None = (),
        numbers: bool = True,
        move: str = "",
        corrects: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        found: dict[str, Any] = self.fields
        sort = after_steps.sort_of(kind)
        states = after_words.STATES[sort].items()
        found["state"].choices = [(code, pick(words)) for code, words in states]
        found["on"].label = pick_of(_DAYS[sort])
        found["place"].label = pick_of(_PLACES[sort])
        if papers is not None:
            found["evidence_id"].choices = (_NO_PAPER, *papers)
        if move:
            goes = MOVES[move].title
            found["move"].label = both(
                f"เลื่อนขั้นของกรณีเป็น “{goes['th']}” ด้วย",
                f"Also move the case on: “{goes['en']}”",
            )
        for name in self._left_out(kind, sort, papers, numbers, move, corrects):
            del found[name]

    @staticmethod
    def _left_out(
        kind: str,
        sort: str,
        papers: Pairs | None,
        numbers: bool,
        move: str,
        corrects: bool,
    ) -> Collection[str]:
        """Return the fields that this form does not ask for."""
        needless = {
            ("number", "odd"): kind != "entry" or not numbers,
            ("issued", "expires"): kind not in ("card", "certificate"),
            ("second", "said_by"): sort != "copy",
            ("evidence_id",): papers is None,
            ("move",): not move,
            ("reason",): not corrects,
        }
        return [name for names, out in needless.items() if out for name in names]

    def told(self) -> dict[str, Any]:
        """Return the clean values as the service takes them."""
        found = dict(self.cleaned_data)
        for name in ("id", "version"):
            found.pop(name, None)
        if "evidence_id" in found:
            told = found["evidence_id"]
            found["evidence_id"] = uuid.UUID(told) if told else None
        return found


class GrantForm(WorkForm):
    """The decision, told as a fact of the family.

    Args:
        kinds: Kinds of orders that the pathway gives: code and words.
        papers: Ids and names of the papers of the family.
    """

    kind = forms.ChoiceField(label=both("ได้อะไร", "What was given"))
    on = PartsField(
        label=both(
            "วันที่มีผล (แปลงสัญชาติ: วันที่ประกาศในราชกิจจานุเบกษา)",
            "Day from which it holds (naturalised: day of the Gazette)",
        ),
        required=False,
        as_text=True,
    )
    by = forms.ChoiceField(
        label=both("ใครสั่งหรืออนุมัติ", "Who decided"),
        choices=[("unknown", both("ไม่รู้", "Not known"))]
        + [
            (code, both(one.th, one.en))
            for code, one in codes.ORDER_MAKERS.items()
            if code != "unknown"
        ],
    )
    evidence_id = forms.ChoiceField(
        label=both("เอกสารที่แสดง", "The paper that shows it"), required=False
    )
    seen = forms.BooleanField(
        label=both(
            "ฉันได้เห็นคำอนุมัติแล้ว ให้บันทึกเป็นข้อเท็จจริงของครอบครัว",
            "I have seen the decision: record it as a fact of the family",
        ),
        error_messages={
            "required": both(
                "ติ๊กเมื่อได้เห็นคำอนุมัติเอง เพราะคำตอบของทั้งครอบครัวจะเปลี่ยนตามข้อเท็จจริงนี้",
                "Tick this once you have seen the decision: the answers of the whole "
                "family change with this fact.",
            )
        },
    )

    def __init__(
        self, *args: Any, kinds: Pairs = (), papers: Pairs = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        found: dict[str, Any] = self.fields
        choose = () if len(kinds) == 1 else (("", both("เลือก", "Choose")),)
        found["kind"].choices = (*choose, *kinds)
        found["evidence_id"].choices = (_NO_PAPER, *papers)

    def told(self) -> dict[str, Any]:
        """Return the clean values as the service takes them."""
        paper = self.cleaned_data["evidence_id"]
        return {
            **self.values("kind", "on", "by", "seen"),
            "evidence_id": uuid.UUID(paper) if paper else None,
        }


def pick_of(words: tuple[str, str]) -> Any:
    """Return a label in the language of the page."""
    return both(*words)

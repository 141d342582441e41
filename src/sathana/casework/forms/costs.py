"""Forms of costs: what is asked for, what is decided, why it is taken back."""

from __future__ import annotations

from typing import Any

from django import forms

from sathana.casework.cost_words import DEMANDED, DEMANDED_TITLE, KINDS, PAYERS
from sathana.casework.forms.cases import a_day, long_text, short
from sathana.registry.forms.fields import WorkForm, both
from sathana.web.languages import pick


class CostForm(WorkForm):
    """A cost of a case."""

    kind = forms.ChoiceField(label=both("ค่าอะไร", "What kind"))
    amount = forms.CharField(
        label=both("กี่บาท", "How many baht"),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=both("เช่น 1,250 หรือ 80.50", "Such as 1,250 or 80.50"),
    )
    on = a_day("วันที่จ่าย หรือวันที่จะจ่าย", "Day it was, or will be, paid", required=True)
    paid_by = forms.ChoiceField(label=both("ใครจ่าย", "Who pays"))
    what = short(
        "จ่ายเพื่ออะไร (อย่างน้อย 10 ตัวอักษร)",
        "What for (10 letters or more)",
        500,
        required=True,
    )
    upload = forms.FileField(
        label=both("ใบเสร็จ (รูปหรือ PDF)", "Receipt (picture or PDF)"),
        required=False,
        widget=forms.ClearableFileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose = ("", both("เลือก", "Choose"))
        kinds = [(key, pick(text)) for key, text in KINDS.items()]
        # It can be chosen, so that nobody hides it under another name: see the service.
        demanded = (DEMANDED, pick(DEMANDED_TITLE))
        payers = [(key, pick(text)) for key, text in PAYERS.items()]
        self.fields["kind"].choices = (choose, *kinds, demanded)  # type: ignore[attr-defined]
        self.fields["paid_by"].choices = (choose, *payers)  # type: ignore[attr-defined]


class DecideForm(WorkForm):
    """Yes or no to a cost."""

    approve = forms.ChoiceField(
        label=both("คำตอบ", "Answer"),
        choices=(
            ("yes", both("อนุมัติ", "Approve")),
            ("no", both("ไม่อนุมัติ", "Refuse")),
        ),
        widget=forms.RadioSelect,
    )
    reason = long_text("เหตุผล ถ้าไม่อนุมัติ", "Why, if it is refused")


class ReverseForm(WorkForm):
    """Why a line is taken back."""

    reason = long_text(
        "ผิดตรงไหน (รายการเดิมไม่หาย)",
        "What was wrong (the old line stays)",
        required=True,
    )

"""Forms of hand-over and referral."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.casework.forms.cases import a_day, long_text
from sathana.casework.handover_words import HELP, URGENCY
from sathana.casework.services.handover import Words
from sathana.casework.services.referral import Asked
from sathana.registry.forms.fields import WorkForm, both
from sathana.registry.views.access import GROUPS
from sathana.web.languages import pick

type Pairs = Sequence[tuple[str, Any]]
CHOOSE = ("", both("เลือก", "Choose"))


class HandoverForm(WorkForm):
    """To whom a case passes, why, and what is open.

    Args:
        colleagues: Ids and names.
        assigns: Whether the reader may assign at once.
    """

    receiver = forms.ChoiceField(label=both("ส่งให้ใคร", "To whom"))
    reason = long_text("ทำไมส่งต่อ", "Why it passes on", required=True, rows=2)
    summary = long_text(
        "สรุปงาน: ทำอะไรไปแล้ว อะไรค้างอยู่ ต้องทำอะไรต่อ",
        "Summary: what was done, what is open, what comes next",
        required=True,
        rows=6,
    )
    direct = forms.BooleanField(
        label=both("มอบหมายทันทีโดยไม่ต้องรอตอบรับ", "Assign at once, without asking"),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        colleagues: Pairs = (),
        assigns: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receiver"].choices = (CHOOSE, *colleagues)  # type: ignore[attr-defined]
        if not assigns:
            del self.fields["direct"]

    def told(self) -> Words:
        """Return what was said."""
        told = self.cleaned_data
        return Words(
            uuid.UUID(told["receiver"]), told["reason"], told["summary"],
            bool(told.get("direct")),
        )  # fmt: skip


class ReferralForm(WorkForm):
    """What is asked of another organisation, and what it would see.

    Args:
        organisations: Ids and names.
    """

    to = forms.ChoiceField(label=both("องค์กรไหน", "Which organisation"))
    kind = forms.ChoiceField(label=both("ขอให้ช่วยเรื่องอะไร", "Help with what"))
    urgency = forms.ChoiceField(label=both("ต้องการเมื่อไร", "How soon"))
    purpose = long_text(
        "ให้เขาใช้ข้อมูลทำอะไร (เห็นหลังรับแล้วเท่านั้น)",
        "What they may use it for (seen only once they accept)",
        required=True,
        rows=2,
    )
    groups = forms.MultipleChoiceField(
        label=both("เมื่อรับแล้วให้เห็นอะไร", "What they will see once they accept"),
        widget=forms.CheckboxSelectMultiple,
    )
    until = a_day("ให้เห็นถึงวันที่", "Until which day", required=True)
    agreed = forms.BooleanField(
        label=both(
            "ครอบครัวรู้ว่าส่งให้ใคร เรื่องอะไร ให้เห็นอะไร ถึงเมื่อไร และยินยอม",
            "The family knows to whom, what for, what will be seen and until when, "
            "and agrees",
        ),
        error_messages={
            "required": both(
                "ต้องบอกครอบครัวและได้ความยินยอมก่อน แล้วทำเครื่องหมายช่องนี้",
                "Tell the family and have its agreement first; then tick this.",
            )
        },
    )

    def __init__(self, *args: Any, organisations: Pairs = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = {
            "to": (CHOOSE, *organisations),
            "kind": (CHOOSE, *((key, pick(text)) for key, text in HELP.items())),
            "urgency": (CHOOSE, *((key, pick(text)) for key, text in URGENCY.items())),
            "groups": [(group.value, pick(text)) for group, text in GROUPS],
        }
        for name, choices in named.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def told(self) -> Asked:
        """Return what is asked."""
        told = self.cleaned_data
        return Asked(
            to=uuid.UUID(told["to"]),
            kind=told["kind"],
            urgency=told["urgency"],
            groups=tuple(told["groups"]),
            purpose=told["purpose"],
            until=told["until"],
            agreed=told["agreed"],
        )


class AnswerForm(WorkForm):
    """Yes or no to an offer.

    Args:
        outside: Whether another organisation made it.
        settles: Whether a supervisor answers about somebody else.
    """

    accept = forms.ChoiceField(label=both("คำตอบ", "Answer"), widget=forms.RadioSelect)
    reason = long_text(
        "เหตุผล ถ้าไม่รับ (ผู้เสนอจะอ่าน)", "Why, if you decline (the giver reads it)"
    )

    def __init__(
        self,
        *args: Any,
        outside: bool = False,
        settles: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        yes = both("รับช่วย", "Accept") if outside else both("รับดูแลต่อ", "Take it over")
        no = both("ไม่รับ", "Decline")
        if settles:
            yes, no = both("มอบหมาย", "Assign"), both("ไม่มอบหมาย", "Do not assign")
        self.fields["accept"].choices = (("yes", yes), ("no", no))  # type: ignore[attr-defined]

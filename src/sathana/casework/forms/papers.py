"""Forms of papers: what a new pack says, and what is done with a pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.casework.forms.cases import long_text, short
from sathana.casework.packmaking import Choices
from sathana.casework.supervising import Step
from sathana.registry.errors import Text
from sathana.registry.forms.fields import WorkForm, both
from sathana.web.languages import pick


class MakeForm(WorkForm):
    """What a new pack says.

    Args:
        kept_back: Facts that are left out unless chosen: key and name.
    """

    digits = forms.ChoiceField(
        label=both("ตัวเลข", "Digits"),
        choices=(
            ("thai", both("เลขไทย ๑๒๓", "Thai: ๑๒๓")),
            ("arabic", both("เลขอารบิก 123", "Arabic: 123")),
        ),
        widget=forms.RadioSelect,
    )
    filed_by = short(
        "ใครยื่นแทน (เว้นว่างถ้าเจ้าของเรื่องยื่นเอง)",
        "Who files for the person (empty: the person does)",
        200,
    )
    tell = forms.MultipleChoiceField(
        label=both(
            "ข้อเท็จจริงที่ปกติไม่พิมพ์ เพราะอาจเป็นโทษแก่ครอบครัว",
            "Facts usually left out, as they may harm the family",
        ),
        help_text=both(
            "เลือกเฉพาะข้อที่จำเป็นต่อคำร้อง หลังปรึกษาทนายความแล้ว",
            "Choose only what the petition needs, once a lawyer was asked.",
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, kept_back: Sequence[tuple[str, Text]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if kept_back:
            choices = [(key, pick(name)) for key, name in kept_back]
            self.fields["tell"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["tell"]

    def chosen(self) -> Choices:
        """Return the clean choices."""
        told = self.cleaned_data
        return Choices(told["digits"], tuple(told.get("tell", ())), told["filed_by"])


class StepForm(WorkForm):
    """What is done with a pack.

    Args:
        steps: Those that exist for this reader.
    """

    does = forms.ChoiceField(label=both("ทำอะไร", "What"), widget=forms.RadioSelect)
    text = long_text("ความเห็น", "Comment", rows=4)

    def __init__(self, *args: Any, steps: Sequence[Step] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(step.does, pick(step.title)) for step in steps]
        self.fields["does"].choices = choices  # type: ignore[attr-defined]

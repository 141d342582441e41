"""A person: names first, then what helps to talk with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.registry.forms import choices
from sathana.registry.forms.fields import WorkForm, both
from sathana.registry.given import NameGiven
from sathana.registry.shown import NameShown

ROWS = tuple(kind for kind, _ in choices.NAME_KINDS)
_VALUES = ("group", "languages", "interpreter", "needs", "contact", "notes")


class PersonForm(WorkForm):
    """Names of each kind, the number, and what helps to talk with the person."""

    name_thai = forms.CharField(
        label=both("ชื่อไทย (ตามเอกสาร ถ้ามี)", "Thai name (as in papers, if any)"),
        required=False,
        max_length=200,
    )
    name_own = forms.CharField(
        label=both("ชื่อในภาษาของตน", "Name in own language"),
        required=False,
        max_length=200,
    )
    name_romanised = forms.CharField(
        label=both("ชื่ออักษรโรมัน", "Name in Latin letters"),
        required=False,
        max_length=200,
    )
    name_school = forms.CharField(
        label=both("ชื่อที่โรงเรียนใช้", "Name used at school"),
        required=False,
        max_length=200,
    )
    name_other = forms.CharField(
        label=both("ชื่ออื่นหรือชื่อเก่า", "Another or earlier name"),
        required=False,
        max_length=200,
    )
    number = forms.CharField(
        label=both("เลขประจำตัว 13 หลัก", "13-digit number"),
        required=False,
        max_length=20,
        help_text=both(
            "หลักที่อ่านไม่ออกใส่ x ไม่มีเลขก็บันทึกได้",
            "x for a digit that cannot be read; no number is needed",
        ),
    )
    group = forms.CharField(
        label=both("กลุ่มของตน (ตามที่เจ้าตัวเรียก)", "Own group, in the person’s own words"),
        required=False,
        max_length=100,
    )
    languages = forms.MultipleChoiceField(
        label=both("ภาษาที่พูด", "Spoken languages"),
        choices=choices.LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    interpreter = forms.ChoiceField(
        label=both("ต้องมีล่าม", "Interpreter needed"),
        required=False,
        choices=(
            ("", both("ยังไม่รู้", "Not known yet")),
            ("none", both("ไม่ต้อง", "None")),
            *choices.LANGUAGES,
        ),
    )
    needs = forms.CharField(
        label=both("ความต้องการเพราะความพิการ", "Needs because of a disability"),
        required=False,
        max_length=500,
    )
    contact = forms.CharField(
        label=both("ติดต่ออย่างไรจึงปลอดภัย", "How to reach the person safely"),
        required=False,
        max_length=500,
    )
    notes = forms.CharField(
        label=both("บันทึก", "Notes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, changing: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if changing:
            del self.fields["number"]

    def clean(self) -> dict[str, Any]:
        """Ask for one name at least.

        Raises:
            ValidationError: There is none.
        """
        told = super().clean() or self.cleaned_data
        if not any(told.get(f"name_{kind}") for kind in ROWS):
            words = both(
                "ใส่ชื่ออย่างน้อยหนึ่งชื่อ ถ้าไม่รู้ชื่อ ใช้คำที่คนเรียก เช่น “แม่ของหมี่จู”",
                "Give one name at least; if none is known, “Mi Ju’s mother” will do.",
            )
            raise forms.ValidationError(str(words))
        return told

    def names(self) -> list[NameGiven]:
        """Return the names that were typed, the first as the main one."""
        told = [
            (kind, self.cleaned_data[f"name_{kind}"].strip())
            for kind in ROWS
            if self.cleaned_data[f"name_{kind}"].strip()
        ]
        return [
            NameGiven(kind, text, main=place == 0)
            for place, (kind, text) in enumerate(told)
        ]

    def personal(self) -> dict[str, Any]:
        """Return what is kept on the person itself."""
        return self.values(*_VALUES)


def as_typed(names: Sequence[NameShown]) -> dict[str, str]:
    """Return the fields that show names: the first of each kind."""
    shown: dict[str, str] = {}
    for name in names:
        shown.setdefault(f"name_{name.kind}", name.text)
    return shown

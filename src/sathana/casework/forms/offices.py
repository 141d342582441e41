"""Forms of the directory of offices: an office, and a note about its practice."""

from __future__ import annotations

from typing import Any

from django import forms

from sathana.casework.forms.cases import a_day, long_text, short
from sathana.casework.office_words import ABOUT, KINDS, SOURCES
from sathana.registry.forms.fields import WorkForm, both
from sathana.registry.forms.places import districts_of
from sathana.web.languages import pick


def _choices(words: Any) -> list[tuple[str, str]]:
    return [(key, pick(text)) for key, text in words.items()]


class OfficeForm(WorkForm):
    """An office of the directory.

    Args:
        known: Whether it is in the directory already.
    """

    kind = forms.ChoiceField(label=both("ประเภท", "Kind"))
    name_th = short("ชื่อ (ตามป้าย)", "Name in Thai, as on its sign", 160, required=True)
    name_en = short("ชื่อภาษาอังกฤษ", "Name in English", 160)
    district = forms.ChoiceField(
        label=both("ดูแลพื้นที่อำเภอ", "In charge of the district"), required=False
    )
    areas = forms.CharField(
        label=both("รหัสพื้นที่อื่น", "Codes of other areas"),
        required=False,
        max_length=400,
        help_text=both(
            "รหัสจังหวัด 2 หลัก อำเภอ 4 หลัก ตำบล 6 หลัก คั่นด้วยช่องว่าง",
            "2 digits of a province, 4 of a district, 6 of a sub-district, spaced.",
        ),
    )
    address = short("ที่อยู่", "Address", 300)
    phone = short("โทรศัพท์สำนักงาน", "Telephone of the office", 60)
    hours = short("วันเวลาที่เปิดรับเรื่องนี้", "Days and hours for these matters", 200)
    checked_on = a_day("ตรวจล่าสุดเมื่อ", "Last checked on")
    ended = forms.BooleanField(
        label=both("เลิกใช้แล้ว (ย้ายหรือยุบ)", "Used no more (moved or closed)"),
        required=False,
    )

    def __init__(self, *args: Any, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = _choices(KINDS)  # type: ignore[attr-defined]
        none = ("", both("ไม่ใช่อำเภอเดียว", "Not a single one"))
        self.fields["district"].choices = (none, *districts_of("57"))  # type: ignore[attr-defined]
        if not known:
            del self.fields["ended"]

    def told(self) -> dict[str, Any]:
        """Return the clean values, all areas together."""
        told = dict(self.cleaned_data)
        codes = [told.pop("district"), *told["areas"].replace(",", " ").split()]
        return {**told, "areas": [code for code in codes if code]}


class NoteForm(WorkForm):
    """A note about what an office really does."""

    on = a_day("เห็นเมื่อวันที่", "Seen on", required=True)
    about = forms.ChoiceField(label=both("เรื่อง", "About"))
    text = long_text(
        "สำนักงานขอหรือทำอย่างไรจริง (ไม่ใส่ชื่อใคร)",
        "What it really asks or does (nobody’s name)",
        required=True,
    )
    source = forms.ChoiceField(label=both("รู้จาก", "How it is known"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = _choices(ABOUT)  # type: ignore[attr-defined]
        self.fields["source"].choices = _choices(SOURCES)  # type: ignore[attr-defined]

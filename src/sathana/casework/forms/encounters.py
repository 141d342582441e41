"""The form of a contact with an office: five fields first, the rest behind a fold."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.casework.forms.cases import a_day, long_text, short
from sathana.casework.refusals import CHANNELS, OUTCOMES, REFUSALS
from sathana.registry.forms.fields import WorkForm, both
from sathana.registry.forms.places import districts_of

FIRST = ("on", "office", "outcome", "about", "said")
"""What is asked at once; everything else waits behind a fold."""


class EncounterForm(WorkForm):
    """A contact with an office.

    Args:
        abouts: Whom it can be about: ``track:<id>``, ``person:<id>``; names.
    """

    on = a_day("วันที่", "Day", required=True)
    office = short("สำนักงาน", "Office", 300, required=True)
    outcome = forms.ChoiceField(label=both("ผลเป็นอย่างไร", "What came of it"))
    about = forms.ChoiceField(label=both("เรื่องของใคร", "About whom"))
    said = long_text("เขาพูดว่าอะไร", "What was said", rows=2)
    codes = forms.MultipleChoiceField(
        label=both("เหตุที่อ้าง", "Reasons that were given"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    asked = long_text("เขาขออะไรเพิ่ม", "What was asked for", rows=2)
    papers = long_text("ได้เอกสารอะไรกลับมา", "Paper that was received", rows=2)
    role = short("ตำแหน่งเจ้าหน้าที่", "Role of the officer", 300)
    companions = short("ใครไปด้วย", "Who came along", 300)
    channel = forms.ChoiceField(label=both("ติดต่อทางไหน", "How"))
    place = forms.ChoiceField(label=both("อำเภอ", "District"), required=False)
    officer_name = short(
        "ชื่อเจ้าหน้าที่ (เห็นเฉพาะหัวหน้าทีม)", "Officer’s name (supervisors only)", 200
    )
    money_amount = short(
        "เงินที่ถูกเรียก บาท (เห็นเฉพาะหัวหน้าทีม)",
        "Money that was asked for, baht (supervisors only)",
        40,
    )
    money_by = short("ใครเรียก ผ่านใคร", "By whom, through whom", 300)
    money_words = long_text("คำพูดที่ใช้เรียกเงิน", "The words that were used", rows=2)

    def __init__(
        self, *args: Any, abouts: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose = ("", both("เลือก", "Choose"))
        whole = ("family", both("ทั้งครอบครัว", "The whole family"))
        unknown = ("", both("ไม่ระบุ", "Not told"))
        choices: dict[str, Sequence[tuple[str, Any]]] = {
            "outcome": [choose, *_words(OUTCOMES)],
            "about": [choose, *abouts, whole],
            "codes": [(k, f"{k} {v}") for k, v in _words(REFUSALS)],
            "channel": _words(CHANNELS),
            "place": [unknown, *districts_of("57")],
        }
        for name, told in choices.items():
            self.fields[name].choices = told  # type: ignore[attr-defined]

    @property
    def first(self) -> list[Any]:
        """The fields that are asked at once."""
        return [self[name] for name in FIRST]

    @property
    def more(self) -> list[Any]:
        """The fields behind the fold."""
        return [field for field in self.visible_fields() if field.name not in FIRST]

    @property
    def more_open(self) -> bool:
        """Whether the fold must stand open: something behind it is typed or wrong."""
        return any(
            field.errors or (field.value() and field.name != "channel")
            for field in self.more
        )

    def told(self) -> dict[str, Any]:
        """Return the clean values as the service takes them."""
        found = dict(self.cleaned_data)
        kind, _, key = found.pop("about", "").partition(":")
        if key:
            found[f"{kind}_id"] = uuid.UUID(key)
        return found


def _words(texts: Any) -> list[tuple[str, Any]]:
    return [(code, both(words["th"], words["en"])) for code, words in texts.items()]

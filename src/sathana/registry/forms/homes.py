"""How the team keeps a family, who lived together, and events of a life."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.registry.forms import choices
from sathana.registry.forms.fields import PartsField, WorkForm, both
from sathana.registry.forms.places import districts_of

UNKNOWN = ("", both("ยังไม่รู้", "Not known yet"))
EVENT_KINDS: tuple[tuple[str, Any], ...] = (
    ("birth", both("การเกิด", "A birth")),
    ("move", both("ย้ายที่อยู่", "A move")),
    ("survey", both("การสำรวจหรือทำทะเบียน", "A survey or census")),
    ("registration", both("ไปติดต่อขึ้นทะเบียน", "A visit to be registered")),
    ("border", both("ข้ามแดน", "Crossing a border")),
    ("school", both("เข้าเรียนหรือจบ", "School begun or left")),
    ("work", both("การทำงาน", "Work")),
    ("marriage", both("แต่งงานหรืออยู่กินกัน", "Marriage or living together")),
    ("death", both("การตาย", "A death")),
    ("other", both("เรื่องอื่น", "Something else")),
)


class FamilyEditForm(WorkForm):
    """What the team keeps about its work with a family."""

    title = forms.CharField(
        label=both("เรียกครอบครัวนี้ว่า", "What the team calls this family"), max_length=120
    )
    due = forms.DateField(
        label=both("ถึงกำหนดวันที่", "Next thing due on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    district = forms.ChoiceField(
        label=both("อำเภอที่จะดำเนินเรื่อง", "District where it is dealt with"),
        required=False,
    )
    notes = forms.CharField(
        label=both("บันทึก", "Notes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, district: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A district elsewhere, told by a case file, stays a choice.
        here = districts_of("57")
        other = (
            () if not district or district in dict(here) else ((district, district),)
        )
        self.fields["district"].choices = (UNKNOWN, *here, *other)  # type: ignore[attr-defined]


class HouseholdForm(WorkForm):
    """Who lived together, where.

    Args:
        people: Ids and names of the family.
        villages: Ids and names of the villages the organisation knows.
    """

    village = forms.ChoiceField(label=both("หมู่บ้าน", "Village"), required=False)
    new_village = forms.CharField(
        label=both("หมู่บ้านที่ไม่มีในรายการ", "A village that is not listed"),
        required=False,
        max_length=120,
    )
    house = forms.CharField(
        label=both("บ้านเลขที่หรือรหัสประจำบ้าน", "House number or code"),
        required=False,
        max_length=100,
    )
    members = forms.MultipleChoiceField(
        label=both("ใครอยู่ด้วยกัน", "Who lived there"),
        widget=forms.CheckboxSelectMultiple,
    )
    notes = forms.CharField(
        label=both("ตั้งแต่เมื่อไร และเรื่องอื่น", "Since when, and anything else"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[str, str]] = (),
        villages: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].choices = people  # type: ignore[attr-defined]
        self.fields["village"].choices = (UNKNOWN, *villages)  # type: ignore[attr-defined]


class EventForm(WorkForm):
    """Something in a life that no fact tells.

    Args:
        papers: Ids and names of the papers.
    """

    kind = forms.ChoiceField(label=both("เรื่องอะไร", "What kind"), choices=EVENT_KINDS)
    on = PartsField(
        label=both("เมื่อไร", "When"),
        required=False,
        as_text=True,
        help_text=both("รู้แค่ปีก็พอ", "A year is enough"),
    )
    place = forms.CharField(label=both("ที่ไหน", "Where"), required=False, max_length=200)
    words = forms.CharField(
        label=both("เล่าตามที่บอก", "As it was told"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    grade = forms.ChoiceField(
        label=both("รู้ได้อย่างไร", "How well it is known"), choices=choices.GRADES
    )
    source_id = forms.TypedChoiceField(
        label=both("เอกสารที่แสดง", "Paper that shows it"), required=False, empty_value=""
    )
    said_by = forms.CharField(
        label=both("ใครบอก", "Who said so"), required=False, max_length=200
    )

    def __init__(
        self, *args: Any, papers: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        none = ("", both("ไม่มี", "None"))
        self.fields["source_id"].choices = (none, *papers)  # type: ignore[attr-defined]

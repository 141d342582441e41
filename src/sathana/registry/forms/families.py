"""A new family: its consent first, then how the team calls it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.registry.forms.consents import ConsentForm
from sathana.registry.forms.fields import both
from sathana.registry.forms.places import districts_of


class FamilyForm(ConsentForm):
    """A new family with its consent.

    Args:
        teams: Ids and names of the teams the reader may choose.
    """

    field_order = (
        *("who", "language", "how", "witness", "purposes", "until"),
        *("title", "team_id", "district", "notes"),
    )
    title = forms.CharField(
        label=both("เรียกครอบครัวนี้ว่า", "What the team calls this family"),
        max_length=120,
        help_text=both(
            "เช่น บ้านลุงติ๊บ ทีมเท่านั้นที่เห็น", "“Uncle Tip’s house”; only the team sees it"
        ),
    )
    team_id = forms.TypedChoiceField(
        label=both("ทีมที่ดูแล", "Team"), required=False, empty_value=None
    )
    district = forms.ChoiceField(
        label=both("อำเภอที่จะดำเนินเรื่อง", "District where it is dealt with"),
        required=False,
    )
    notes = forms.CharField(
        label=both("บันทึก", "Notes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, teams: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        unknown = ("", both("ยังไม่รู้", "Not known yet"))
        self.fields["team_id"].choices = (  # type: ignore[attr-defined]
            teams if len(teams) == 1 else (unknown, *teams)
        )
        self.fields["district"].choices = (unknown, *districts_of("57"))  # type: ignore[attr-defined]


class ImportForm(ConsentForm):
    """A family out of a case file, with its consent."""

    title = forms.CharField(
        label=both("เรียกครอบครัวนี้ว่า", "What the team calls this family"), max_length=120
    )
    team_id = forms.TypedChoiceField(
        label=both("ทีมที่ดูแล", "Team"), required=False, empty_value=None
    )
    text = forms.CharField(
        label=both("เนื้อหาแฟ้มกรณี", "Text of the case file"),
        max_length=500_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=both(
            "เปิดแฟ้มแล้ววางเนื้อหาทั้งหมดที่นี่", "Open the file and paste all of it here"
        ),
    )

    def __init__(
        self, *args: Any, teams: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        unknown = ("", both("ยังไม่รู้", "Not known yet"))
        self.fields["team_id"].choices = (  # type: ignore[attr-defined]
            teams if len(teams) == 1 else (unknown, *teams)
        )

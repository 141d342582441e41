"""A new family: its consent first, then how the team calls it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from sathana.registry.forms.consents import ConsentForm
from sathana.registry.forms.fields import both
from sathana.registry.forms.places import districts_of

LONGEST_FILE = 500_000


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
    file = forms.FileField(
        label=both("แฟ้มกรณี (.yaml)", "Case file (.yaml)"),
        required=False,
        allow_empty_file=True,
    )
    text = forms.CharField(
        label=both("หรือวางเนื้อหาแฟ้ม", "Or its text, pasted"),
        required=False,
        max_length=LONGEST_FILE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=both(
            "ใช้เมื่อเลือกแฟ้มไม่ได้ วางทั้งหมดที่นี่", "Where no file can be chosen: all of it"
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

    def clean(self) -> dict[str, Any]:
        """Take the text of the file where one was chosen; its text stays in the form.

        Raises:
            ValidationError: There is neither, or the file is no text.
        """
        told = super().clean() or self.cleaned_data
        chosen = self.files.get("file")
        if chosen is not None:
            told["text"] = _text_of(chosen)
            typed = QueryDict(mutable=True)
            typed.update(cast("Any", self.data))
            typed["text"] = told["text"]
            self.data = cast("Any", typed)
        if not told.get("text", "").strip():
            words = both("เลือกแฟ้ม หรือวางเนื้อหาแฟ้ม", "Choose a file, or paste its text.")
            self.add_error("file", words)
        return told


def _text_of(chosen: UploadedFile) -> str:
    """Return the text of an uploaded case file.

    Raises:
        ValidationError: It is too long, or is no UTF-8 text.
    """
    if (chosen.size or 0) > LONGEST_FILE:
        raise forms.ValidationError(
            str(
                both("แฟ้มใหญ่เกินไปสำหรับแฟ้มกรณี", "The file is too large for a case file.")
            )
        )
    try:
        return chosen.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise forms.ValidationError(
            str(
                both(
                    "แฟ้มนี้ไม่ใช่ข้อความ UTF-8 เลือกแฟ้มกรณีที่บันทึกจากระบบ",
                    "This file is no UTF-8 text: choose a case file as it was saved.",
                )
            )
        ) from None

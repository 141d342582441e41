"""Erasing for good: why, and the words that are typed to confirm it."""

from __future__ import annotations

from typing import Any

from django import forms

from sathana.registry.certificates import REASONS
from sathana.registry.forms.fields import WorkForm, both
from sathana.web.languages import Text, pick

CONFIRM: Text = {"th": "ลบถาวร", "en": "erase for good"}
"""What is typed; either language will do."""


class EraseForm(WorkForm):
    """Why something is erased, and the typed confirmation."""

    reason = forms.ChoiceField(
        label=both("เพราะอะไร", "Why"),
        choices=[
            (code, both(text["th"], text["en"])) for code, text in REASONS.items()
        ],
        widget=forms.RadioSelect,
    )
    confirm = forms.CharField(
        label=both("พิมพ์คำว่า “ลบถาวร” เพื่อยืนยัน", "Type “erase for good” to confirm"),
        max_length=40,
    )

    def clean_confirm(self) -> Any:
        """Ask for the very words.

        Raises:
            ValidationError: Something else was typed.
        """
        typed = " ".join(self.cleaned_data["confirm"].split()).lower()
        if typed not in CONFIRM.values():
            words = both(
                "คำไม่ตรง ยังไม่ได้ลบอะไร พิมพ์ “ลบถาวร”",
                "Not these words; nothing was erased. Type “erase for good”.",
            )
            raise forms.ValidationError(str(words), code=pick(CONFIRM))
        return typed

"""Forms of a class sheet: there is no field for words about a pupil, on purpose."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.casework.forms.cases import short
from sathana.casework.schooling import NUMBERS, QUESTIONS
from sathana.registry.forms.fields import WorkForm, both


def _count(th: str, en: str, low: int, high: int, *, required: bool = False) -> Any:
    return forms.IntegerField(
        label=both(th, en), required=required, min_value=low, max_value=high
    )


class SheetForm(WorkForm):
    """A class that is to be screened."""

    title = short(
        "เรียกใบนี้ว่า (เห็นเฉพาะคุณและหัวหน้าทีม)",
        "What you call this sheet (only you and the supervisor see it)",
        80,
        required=True,
    )
    size = _count(
        "บัญชีกระดาษมีกี่เลข", "How many numbers has the paper list", 1, NUMBERS,
        required=True,
    )  # fmt: skip
    youngest = _count("อายุน้อยสุดของชั้น", "Youngest age of the class", 2, 30)
    oldest = _count("อายุมากสุดของชั้น", "Oldest age of the class", 2, 30)
    stays = forms.BooleanField(
        label=both(
            "บัญชีชื่ออยู่ที่โรงเรียน ไม่มีสำเนาออกมา",
            "The list of names is at the school; no copy has left it",
        )
    )


class PupilForm(WorkForm):
    """What was told of one number. The number is typed: a name there is refused."""

    number = forms.CharField(
        label=both("เลขในบัญชีกระดาษ", "Number of the paper list"),
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (title, choices) in QUESTIONS.items():
            told = [(code, both(t["th"], t["en"])) for code, t in choices.items()]
            told.sort(key=lambda pair: pair[0] != "unknown")
            self.fields[name] = forms.ChoiceField(
                label=both(title["th"], title["en"]), choices=told, required=False
            )

    def codes(self) -> dict[str, str]:
        """Return the answers, by question."""
        return {name: self.cleaned_data[name] or "unknown" for name in QUESTIONS}


class LinkForm(WorkForm):
    """Which family a number became.

    Args:
        families: Those that the reader may change: ids and titles.
    """

    family = forms.ChoiceField(label=both("ครอบครัว", "Family"))
    consents = forms.BooleanField(
        label=both(
            "ครอบครัวยินยอมเอง และบันทึกความยินยอมไว้ในแฟ้มแล้ว",
            "The family consented, and its consent is recorded in its file",
        )
    )

    def __init__(
        self, *args: Any, families: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose = ("", both("เลือก", "Choose"))
        self.fields["family"].choices = (choose, *families)  # type: ignore[attr-defined]

    def clean_family(self) -> uuid.UUID:
        """Return the id of the family."""
        return uuid.UUID(self.cleaned_data["family"])

"""The form of an appointment at an office."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.casework.appointment_words import PERMITS
from sathana.casework.forms.cases import a_day, long_text, short
from sathana.registry.forms.fields import WorkForm, both
from sathana.web.languages import pick

type Pairs = Sequence[tuple[str, Any]]


class AppointmentForm(WorkForm):
    """A day at an office.

    Args:
        tracks: Pathways of the case: ids and words.
        offices: Offices of the directory: ids and names.
        workers: Who may go along: ids and names.
        known: Whether it is written down already.
    """

    on = a_day("วันที่นัด", "Day", required=True)
    at = short("เวลา", "Hour", 20)
    office_id = forms.ChoiceField(label=both("สำนักงาน", "Office"), required=False)
    place = short("หรือเขียนว่าที่ไหน", "Or write where", 200)
    track_id = forms.ChoiceField(label=both("เรื่องของใคร", "About whom"), required=False)
    worker = forms.ChoiceField(label=both("ใครไปด้วย", "Who goes along"), required=False)
    purpose = short("ไปทำอะไร", "What for", 500)
    comes = long_text("ใครต้องมา (บรรทัดละคน)", "Who comes (one a line)")
    witnesses = long_text("พยานที่พาไป (บรรทัดละคน)", "Witnesses to bring (one a line)")
    papers = long_text("เอกสารที่ต้องเอาไป (บรรทัดละอย่าง)", "Papers to bring (one a line)")
    permit = forms.ChoiceField(label=both("หนังสืออนุญาตออกนอกพื้นที่", "Travel permit"))
    slip = short("ใบนัดเขียนว่าอะไร (เลขหรือข้อความ)", "What the slip says", 300)

    def __init__(
        self,
        *args: Any,
        tracks: Pairs = (),
        offices: Pairs = (),
        workers: Pairs = (),
        known: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        family = ("", both("ทั้งครอบครัว", "The family"))
        none = ("", both("ไม่อยู่ในรายการ", "Not in the list"))
        nobody = ("", both("ยังไม่มีคน", "Nobody yet"))
        named = [(key, pick(name)) for key, name in offices]
        self._offer("track_id", (family, *tracks))
        self._offer("office_id", (none, *named))
        self._offer("worker", (nobody, *workers))
        self._offer("permit", [(key, pick(text)) for key, text in PERMITS.items()])
        if known:
            del self.fields["track_id"]

    def _offer(self, name: str, choices: Any) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        """Return the clean values, with ids as ids."""
        told = dict(self.cleaned_data)
        for name in ("office_id", "track_id", "worker"):
            if name in told:
                told[name] = uuid.UUID(told[name]) if told[name] else None
        return told

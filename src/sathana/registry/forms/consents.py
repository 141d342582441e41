"""Consent: asked for before anything is recorded."""

from __future__ import annotations

from typing import Any

from django import forms

from sathana.registry.forms import choices
from sathana.registry.forms.fields import WorkForm, both
from sathana.registry.given import ConsentGiven
from sathana.web.dates import today


class ConsentForm(WorkForm):
    """Who consented to what, how, in which language, until when."""

    who = forms.CharField(
        label=both("ใครให้ความยินยอม", "Who consents"),
        max_length=200,
        help_text=both(
            "ชื่อ และให้แทนใคร เช่น แม่ให้แทนลูก", "Name, and for whom: a mother for her child"
        ),
    )
    language = forms.ChoiceField(
        label=both("อธิบายเป็นภาษาอะไร", "Explained in which language"),
        choices=(("", both("เลือก", "Choose")), *choices.LANGUAGES),
    )
    how = forms.ChoiceField(
        label=both("ให้ความยินยอมอย่างไร", "How it was given"),
        choices=choices.HOW,
        widget=forms.RadioSelect,
    )
    witness = forms.CharField(
        label=both("พยานที่อยู่ด้วย", "Witness who was there"),
        max_length=200,
        required=False,
        help_text=both("จำเป็นเมื่อเป็นคำพูด", "Needed where it was spoken"),
    )
    purposes = forms.MultipleChoiceField(
        label=both("ยินยอมให้ทำอะไร", "For what"),
        choices=choices.PURPOSES,
        widget=forms.CheckboxSelectMultiple,
        help_text=both(
            "ถามทีละข้อ บันทึกได้เมื่อยินยอมข้อแรก", "Ask one by one; recording needs the first"
        ),
    )
    until = forms.DateField(
        label=both("ถึงวันที่", "Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=both("เว้นไว้: จนกว่าจะถอน", "Left empty: until it is taken back"),
    )

    def given(self) -> ConsentGiven:
        """Return the consent as the services take it."""
        told: dict[str, Any] = self.cleaned_data
        return ConsentGiven(
            who=told["who"],
            language=told["language"],
            how=told["how"],
            purposes=tuple(told["purposes"]),
            given_on=today(),
            until=told["until"],
            witness=told["witness"],
        )

"""How two persons of a family are related."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from sathana.registry.forms import choices
from sathana.registry.forms.fields import PartsField, WorkForm, both


class KinForm(WorkForm):
    """Parent or guardian of a person, with the proof.

    Args:
        people: Ids and names of the other persons of the family.
    """

    parent_id = forms.ChoiceField(
        label=both("เป็นลูกหรืออยู่ในความดูแลของ", "Child or ward of")
    )
    role = forms.ChoiceField(
        label=both("คนนั้นเป็น", "Who is the"), choices=choices.KIN_ROLES
    )
    kind = forms.ChoiceField(
        label=both("แบบไหน", "In which way"), choices=choices.KIN_KINDS
    )
    proof = forms.ChoiceField(label=both("หลักฐาน", "Proof"), choices=choices.KIN_PROOFS)
    begin = PartsField(label=both("ตั้งแต่", "From"), required=False, as_text=True)
    until = PartsField(label=both("ถึง", "Until"), required=False, as_text=True)
    said_by = forms.CharField(
        label=both("ใครบอก", "Who said so"), required=False, max_length=200
    )

    def __init__(
        self, *args: Any, people: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent_id"].choices = people  # type: ignore[attr-defined]

"""The form that corrects a contact: all of it but whom it was about."""

from __future__ import annotations

from typing import Any

from sathana.casework.forms.cases import short
from sathana.casework.forms.encounters import FIRST, EncounterForm
from sathana.casework.services.correcting import APART


class CorrectForm(EncounterForm):
    """A contact that was written down wrongly.

    Args:
        apart: Whether it asks for the officer's name and money.
    """

    reason = short("ทำไมต้องแก้", "Why it is corrected", 500)

    def __init__(self, *args: Any, apart: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["about"]
        for name in () if apart else APART:
            del self.fields[name]

    @property
    def first(self) -> list[Any]:
        """The fields that are asked at once."""
        return [self[name] for name in (*FIRST, "reason") if name != "about"]

    @property
    def more(self) -> list[Any]:
        """The fields behind the fold."""
        shown = (*FIRST, "reason")
        return [field for field in self.visible_fields() if field.name not in shown]

    def told(self) -> dict[str, Any]:
        """Return the clean values as the service takes them."""
        found = dict(self.cleaned_data)
        found.pop("reason")
        return found

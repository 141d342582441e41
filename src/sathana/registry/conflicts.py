"""Two people changed the same form: both values are shown, and one of them chosen.

The choice works without a script: the form is sent again with a radio button for each
field that differs, and what was chosen of the other side is read from what stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Field
from django.http import QueryDict

from sathana.registry.errors import ConflictError
from sathana.registry.forms.fields import PartsWidget, WorkForm
from sathana.web.languages import Text, pick

CHOOSE = "choose-"
THEIRS = "theirs"
_NOTHING: Text = {"th": "(ว่าง)", "en": "(empty)"}


@dataclass(frozen=True, slots=True)
class Side:
    """One field that differs: its name and label, and both values in words."""

    name: str
    label: str
    mine: str
    theirs: str


def sides(
    form: WorkForm, stands: Mapping[str, Any], clash: ConflictError
) -> list[Side]:
    """Return the fields in which what was typed differs from what stands now.

    Args:
        form: What was typed.
        stands: What the form would show at first: the values that stand now.
        clash: The refusal; its values are shown where no field tells them.
    """
    found = [
        Side(name, str(field.label), mine, theirs)
        for name, field in form.fields.items()
        if not field.widget.is_hidden
        and (mine := said(field, form[name].value()))
        != (theirs := said(field, stands.get(name)))
    ]
    if found or not clash.mine:
        return found
    return [
        Side(name, name, str(mine), str(clash.theirs.get(name)))
        for name, mine in clash.mine.items()
        if clash.theirs.get(name) != mine
    ]


def chosen(blank: WorkForm, typed: QueryDict, stands: Mapping[str, Any]) -> QueryDict:
    """Return what was typed, with the values of the other side where these were chosen.

    Args:
        blank: The form, for its fields.
        typed: What was sent.
        stands: The values that stand now.
    """
    wanted = [
        name
        for name in blank.fields
        if typed.get(CHOOSE + name) == THEIRS and name in stands
    ]
    told = typed.copy()
    for name in [key for key in told if key.startswith(CHOOSE)]:
        del told[name]
    for name in wanted:
        _put(told, name, blank.fields[name], stands[name])
    return told


def said(field: Field, value: Any) -> str:
    """Say the value of a field in words, as its choices or parts say it."""
    if isinstance(value, Mapping):
        parts = (str(value.get(part, "")) for part in PartsWidget.PARTS)
        value = "/".join(part for part in parts if part)
    many = value if isinstance(value, list | tuple) else [value]
    words = {str(code): str(name) for code, name in getattr(field, "choices", ())}
    texts = [words.get(str(one), str(one)) for one in many if one not in (None, "")]
    return ", ".join(texts) or pick(_NOTHING)


def _put(told: QueryDict, name: str, field: Field, value: Any) -> None:
    if isinstance(field.widget, PartsWidget):
        for part in PartsWidget.PARTS:
            told[f"{name}-{part}"] = str((value or {}).get(part, ""))
    elif isinstance(value, list | tuple):
        told.setlist(name, [str(one) for one in value])
    else:
        told[name] = "" if value is None else str(value)

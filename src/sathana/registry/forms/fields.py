"""Fields that forms of the registry share: words in two languages, dates in parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.facts.casefile_plain import date_plain
from sathana.web.dateform import DateFields, FormError, fields_of, read_date
from sathana.web.languages import pick
from sathana.web.lazy import both as both

type Choices = Sequence[tuple[str, Any]]


MONTHS: tuple[tuple[str, Any], ...] = tuple(
    (str(number), both(th, en))
    for number, (th, en) in enumerate(
        (
            *(("มกราคม", "January"), ("กุมภาพันธ์", "February"), ("มีนาคม", "March")),
            *(("เมษายน", "April"), ("พฤษภาคม", "May"), ("มิถุนายน", "June")),
            *(("กรกฎาคม", "July"), ("สิงหาคม", "August"), ("กันยายน", "September")),
            *(("ตุลาคม", "October"), ("พฤศจิกายน", "November"), ("ธันวาคม", "December")),
        ),
        1,
    )
)


class PartsWidget(forms.Widget):
    """Day, month and year as three inputs; each may be left empty."""

    template_name = "registry/parts/dateparts.html"
    use_fieldset = True
    PARTS = ("day", "month", "year")

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Give the three values to the template."""
        context = super().get_context(name, value, attrs)
        told = value if isinstance(value, Mapping) else {}
        context["widget"] |= {part: told.get(part, "") for part in self.PARTS}
        context["widget"]["months"] = MONTHS
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Read the three inputs."""
        return {part: data.get(f"{name}-{part}", "").strip() for part in self.PARTS}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Say whether none of the three was sent."""
        return all(f"{name}-{part}" not in data for part in self.PARTS)

    def id_for_label(self, id_: str) -> str:
        """The group is named by its legend."""
        return ""


class PartsField(forms.Field):
    """A date as people know it: perhaps only a year, Buddhist or Gregorian.

    The clean value is the plain value of a case file, ``""`` where nothing was typed.

    Args:
        as_text: Whether the clean value must be a text (``2005``, ``2005-03``): a
            Buddhist year that began in April is then told by its last day's year.
    """

    widget = PartsWidget

    def __init__(self, *, as_text: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.as_text = as_text

    def clean(self, value: Any) -> Any:
        """Read the parts.

        Raises:
            ValidationError: They are no date; the message says why.
        """
        told = value if isinstance(value, Mapping) else {}
        try:
            span = read_date(
                {f"on-{part}": str(told.get(part, "")) for part in PartsWidget.PARTS},
                "on",
            )
        except FormError as fault:
            raise forms.ValidationError(pick(fault.text)) from None
        if span is None:
            if self.required:
                raise forms.ValidationError(self.error_messages["required"])
            return ""
        plain = date_plain(span)
        if self.as_text and not isinstance(plain, str):
            return str(date.fromordinal(span.latest).year)
        return plain


def parts_of(told: Any) -> dict[str, str]:
    """Return the three inputs that show a told date; none where they cannot."""
    try:
        shown = fields_of(parse_date(told)) if told else DateFields()
    except DateError:
        shown = DateFields(kept=True)
    return {"day": shown.day, "month": shown.month, "year": shown.year}


class WorkForm(forms.Form):
    """A form of work: remembers which row it makes and which version it saw.

    Attributes:
        typed_anew: Whether what it shows was typed earlier and not saved.
    """

    required_css_class = "required"
    typed_anew = False

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def values(self, *names: str) -> dict[str, Any]:
        """Return the clean values of some fields."""
        return {name: self.cleaned_data[name] for name in names}

"""The form of a scenario: its parameters, as an address or a form gives them.

Only parameters that the scenario declares are read, each within its fixed range; what
lies outside is said beside the field, and nothing is worked out. Thai digits and
Buddhist years are read too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

from sathana.calendars.iso import day_text, from_text
from sathana.text import arabic_digits
from sathana.web import dates
from sathana.web.dateform import FormError, fields_of, read_date
from sathana.web.languages import Text

if TYPE_CHECKING:
    from sathana.population.scenario import Scenario
    from sathana.population.scenario.model import Chosen, Parameter

_PARTS = ("day", "month", "year")
_LONGEST = 200
"""Signs that are read of a value."""
_MOST_NAMED, _SHORT = 5, 40
_DAY = re.compile(r"([0-9]{1,4})-([0-9]{1,2})-([0-9]{1,2})")


class Sent(Protocol):
    """What came with the address, several values of a name among it."""

    def getlist(self, key: str) -> list[Any]:
        """Return all values of a name."""

    def __iter__(self) -> Any:
        """Return the names."""


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter as the page shows it.

    Attributes:
        parameter: What may be chosen.
        shown: What stands in the field: texts by the name of the input.
        ticked: Options that are chosen.
        fault: Why the value cannot be taken.
    """

    parameter: Parameter
    shown: Mapping[str, str]
    ticked: tuple[str, ...] = ()
    fault: Text | None = None

    @property
    def value(self) -> str:
        """What stands in the field, where it is one."""
        return self.shown.get(self.parameter.name, "")

    @property
    def text_range(self) -> Text:
        """Between which values the parameter may lie."""
        least, most = (_shown(self.parameter, end) for end in ("least", "most"))
        return {
            "th": f"ตั้งแต่ {least} ถึง {most}",
            "en": f"From {least} to {most}",
        }


@dataclass(frozen=True, slots=True)
class ScenarioForm:
    """What came, read.

    Attributes:
        fields: Every parameter, in the order of the scenario.
        values: The values, where all could be taken.
        ignored: Names that came and mean nothing here, the first few of them.
    """

    fields: tuple[Field, ...]
    values: Mapping[str, Chosen] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[Field, ...]:
        """The fields whose value cannot be taken."""
        return tuple(one for one in self.fields if one.fault)


def read_form(scenario: Scenario, sent: Sent) -> ScenarioForm:
    """Read the parameters of a scenario.

    Args:
        scenario: Which parameters there are, and their own values.
        sent: What came with the address.
    """
    read = [_read(parameter, sent) for parameter in scenario.parameters]
    values = {one.parameter.name: value for one, value in read if value is not None}
    known = {name for p in scenario.parameters for name in _names(p)}
    ignored = [str(name)[:_SHORT] for name in sent if name not in known]
    return ScenarioForm(
        tuple(one for one, _ in read), values, tuple(ignored[:_MOST_NAMED])
    )


def query(values: Mapping[str, Chosen]) -> str:
    """Return the values as the end of an address, always written in the same way."""
    texts = {
        name: ",".join(value) if isinstance(value, tuple) else str(value)
        for name, value in values.items()
    }
    return urlencode(texts, safe=",")


def _names(parameter: Parameter) -> tuple[str, ...]:
    if parameter.kind != "day":
        return (parameter.name,)
    return (parameter.name, *(f"{parameter.name}-{part}" for part in _PARTS))


def _read(parameter: Parameter, sent: Sent) -> tuple[Field, Chosen | None]:
    """Return a field as it is shown, and its value where it could be taken."""
    came = {
        name: [str(value)[:_LONGEST].strip() for value in sent.getlist(name)]
        for name in _names(parameter)
    }
    came = {name: values for name, values in came.items() if values}
    if not came:
        return _field(parameter, parameter.default), parameter.default
    try:
        value = _value(parameter, came)
    except FormError as fault:
        shown = _typed(parameter, {name: values[0] for name, values in came.items()})
        ticked = tuple(_listed(came.get(parameter.name, [])))
        return Field(parameter, shown, ticked, fault.text), None
    return _field(parameter, value), value


def _typed(parameter: Parameter, came: dict[str, str]) -> dict[str, str]:
    """Return what was typed as the fields show it; a whole day is taken apart."""
    name = parameter.name
    pieces = _DAY.fullmatch(arabic_digits(came.get(name, "")))
    return came | _apart(name, pieces.groups()) if pieces else came


def _apart(name: str, pieces: tuple[str, ...]) -> dict[str, str]:
    """Return year, month and day as three fields."""
    pairs = zip(_PARTS[::-1], pieces, strict=True)
    return {f"{name}-{part}": piece.lstrip("0") for part, piece in pairs}


def _field(parameter: Parameter, value: Chosen) -> Field:
    """Return a field that shows a value."""
    if isinstance(value, tuple):
        return Field(parameter, {}, value)
    if parameter.kind != "day":
        return Field(parameter, {parameter.name: str(value)}, (str(value),))
    parts = fields_of(from_text(str(value)))
    shown = {"day": parts.day, "month": parts.month, "year": parts.year}
    return Field(parameter, {f"{parameter.name}-{k}": v for k, v in shown.items()})


# -- values --------------------------------------------------------------------------


def _value(parameter: Parameter, came: Mapping[str, list[str]]) -> Chosen:
    """Return the value of a parameter.

    Raises:
        FormError: It cannot be taken.
    """
    if parameter.kind == "classes":
        return _classes(parameter, _listed(came[parameter.name]))
    for values in came.values():
        if len(set(values)) > 1:
            raise FormError(_TWICE)
    one = {name: values[0] for name, values in came.items()}
    if parameter.kind == "day":
        return _day(parameter, one)
    text = one[parameter.name]
    return (
        _years(parameter, text) if parameter.kind == "years" else _in(parameter, text)
    )


_TWICE: Text = {
    "th": "ค่านี้มาสองค่าที่ต่างกัน เลือกไว้ค่าเดียว",
    "en": "This came twice with different values. Choose one of them.",
}


def _years(parameter: Parameter, text: str) -> int:
    digits = arabic_digits(text)
    least, most = int(parameter.least), int(parameter.most)
    fits = digits.isascii() and digits.isdecimal() and len(digits) <= len("120")
    if not fits or not least <= int(digits) <= most:
        raise FormError(
            {
                "th": f"ใส่จำนวนปีเป็นตัวเลขเต็มตั้งแต่ {least} ถึง {most}",
                "en": f"Write a whole number of years, from {least} to {most}.",
            }
        )
    return int(digits)


def _day(parameter: Parameter, came: Mapping[str, str]) -> str:
    """Return a day, written in one piece or in three, in either era."""
    name = parameter.name
    if name in came:
        pieces = _DAY.fullmatch(arabic_digits(came[name]))
        if pieces is None:
            raise FormError(_NO_DAY)
        came = {
            f"{name}-{k}": v for k, v in zip(_PARTS[::-1], pieces.groups(), strict=True)
        }
    span = read_date(came, name)
    if span is None or not span.is_exact:
        raise FormError(_NO_DAY)
    day = day_text(span.earliest)
    if not parameter.least <= day <= parameter.most:
        least, most = (_shown(parameter, end) for end in ("least", "most"))
        raise FormError(
            {
                "th": f"เลือกวันตั้งแต่ {least} ถึง {most}",
                "en": f"Choose a day from {least} to {most}.",
            }
        )
    return day


_NO_DAY: Text = {
    "th": "ใส่วัน เดือน และปีให้ครบ (พ.ศ. หรือ ค.ศ. ก็ได้)",
    "en": "Give day, month and year (Buddhist or common era).",
}


def _in(parameter: Parameter, text: str) -> str:
    if text not in (option.value for option in parameter.options):
        raise FormError(
            {"th": "เลือกคำตอบจากในรายการ", "en": "Choose one of the answers listed."}
        )
    return text


def _classes(parameter: Parameter, listed: list[str]) -> tuple[str, ...]:
    if not listed:
        raise FormError(
            {"th": "เลือกอย่างน้อยหนึ่งข้อ", "en": "Choose at least one."},
        )
    for text in listed:
        _in(parameter, text)
    return tuple(o.value for o in parameter.options if o.value in listed)


def _listed(values: list[str]) -> list[str]:
    return [part for value in values for part in value.split(",") if part]


def _shown(parameter: Parameter, end: str) -> str:
    """Return one end of a range as the reader of the page expects it."""
    text: str = getattr(parameter, end)
    return dates.show(text) if parameter.kind == "day" else text

"""What is typed into forms, checked and brought into the form in which it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.registry.errors import ConsentMissingError, UnusableValueError
from sathana.registry.given import PURPOSES, ConsentGiven, NameGiven
from sathana.registry.services.common import one_of, short_text

NAME_KINDS = ("thai", "romanised", "own", "school", "other")
KIN_KINDS = ("biological", "legal", "adoptive", "step", "guardian")
KIN_ROLES = ("father", "mother", "guardian", "unknown")
PROOFS = ("none", "statement", "paper", "dna", "court", "disputed")
EVENT_KINDS = (
    "birth", "move", "survey", "registration", "border", "school", "work", "marriage",
    "death", "other",
)  # fmt: skip
HOW = ("spoken", "written")


def told_date(field: str, value: str) -> str:
    """Return a date as it was typed, if it is one; an empty text is not told.

    Raises:
        UnusableValueError: It is no date; the text says how one is written.
    """
    value = short_text(field, value, longest=60)
    try:
        if value and value != "unknown":
            parse_date(value)
    except DateError as error:
        raise UnusableValueError(field, error.th, error.en) from None
    return value


def consent_values(given: ConsentGiven, today: date) -> dict[str, Any]:
    """Return the values of a consent that can be recorded.

    Raises:
        UnusableValueError: Something that makes it a consent is missing.
    """
    if not given.purposes:
        raise UnusableValueError(
            "purposes", "ให้เลือกว่ายินยอมเรื่องใดบ้าง", "Say for what consent was given."
        )
    _whole_days(given, today)
    values = {
        "who": _needed("who", given.who),
        "language": _needed("language", given.language),
        "how": one_of("how", given.how, HOW),
        "purposes": [one_of("purposes", code, PURPOSES) for code in given.purposes],
        "given_on": given.given_on,
        "until": given.until,
        "witness": short_text("witness", given.witness),
        "notes": short_text("notes", given.notes),
    }
    if given.how == "spoken" and not values["witness"]:
        raise UnusableValueError(
            "witness",
            "ความยินยอมด้วยวาจาต้องมีพยาน หรือบอกว่าบันทึกเสียงไว้ที่ใด",
            "Spoken consent needs a witness, or where its recording is kept.",
        )
    return values


def must_record(given: ConsentGiven) -> None:
    """Stop where a family is to be opened without consent to record it.

    Raises:
        ConsentMissingError: The consent is for something else.
    """
    if "record" not in given.purposes:
        raise ConsentMissingError("record")


def _whole_days(given: ConsentGiven, today: date) -> None:
    if given.given_on > today:
        raise UnusableValueError(
            "given_on",
            "วันที่ให้ความยินยอมอยู่ในอนาคต ให้ตรวจวันที่",
            "The consent would be given in the future: check the day.",
        )
    if given.until and given.until < given.given_on:
        raise UnusableValueError(
            "until",
            "วันสิ้นสุดอยู่ก่อนวันที่ให้ความยินยอม ให้ตรวจวันที่",
            "It would end before it was given: check the days.",
        )


def name_values(names: Sequence[NameGiven]) -> list[dict[str, Any]]:
    """Return the values of names, exactly one of them the main one.

    Raises:
        UnusableValueError: A name is empty or of no kind.
    """
    found: list[dict[str, Any]] = []
    for name in names:
        found.append(
            {
                "kind": one_of("kind", name.kind, NAME_KINDS),
                "text": _needed("name", " ".join(name.text.split()), longest=200),
                "begin": told_date("begin", name.begin),
                "until": told_date("until", name.until),
                "main": False,
            }
        )
    main = next((n for n, name in enumerate(names) if name.main), 0)
    if found:
        found[main]["main"] = True
    return found


def person_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a person that were given, each checked.

    Raises:
        UnusableValueError: A value cannot be kept.
        KeyError: There is no such value.
    """
    return {name: _PERSON[name](name, value) for name, value in values.items()}


def _needed(field: str, value: str, *, longest: int = 400) -> str:
    text = short_text(field, value, longest=longest)
    if not text:
        raise UnusableValueError(field, "ช่องนี้ต้องกรอก", "This field needs a value.")
    return text


def _languages(field: str, value: Any) -> list[str]:
    texts = [value] if isinstance(value, str) else list(value)
    return [text for one in texts if (text := short_text(field, one, longest=80))]


_PERSON: Mapping[str, Callable[[str, Any], Any]] = {
    "label": lambda field, value: short_text(field, value, longest=64),
    "group": lambda field, value: short_text(field, value, longest=200),
    "languages": _languages,
    "interpreter": lambda field, value: short_text(field, value, longest=80),
    "needs": short_text,
    "contact": short_text,
    "notes": short_text,
}


def family_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a family that were given, each checked.

    Raises:
        UnusableValueError: A value cannot be kept.
        KeyError: There is no such value.
    """
    return {name: _FAMILY[name](name, value) for name, value in values.items()}


def _district(field: str, value: Any) -> str:
    text = short_text(field, value, longest=6)
    if text and not text.isdigit():
        raise UnusableValueError(
            field, "รหัสอำเภอเป็นตัวเลข", "The code of a district is a number."
        )
    return text


def _due(field: str, value: Any) -> date | None:
    if value is None or isinstance(value, date):
        return value
    raise UnusableValueError(field, "ต้องเป็นวันที่", "This must be a day.")


_FAMILY: Mapping[str, Callable[[str, Any], Any]] = {
    "title": lambda field, value: _needed(field, value, longest=200),
    "notes": short_text,
    "district": _district,
    "due": _due,
}

"""One row of a table as a person of a case file, so that reading it gives the row back.

Only what the row knows is told. What the reading presumes of things left out is left
out; everything else that did not happen is told as ``never``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sathana.population.people.sheet import SLOTS
from sathana.population.people.synth import COLUMNS
from sathana.population.schema import (
    FOREIGN_SPOUSE,
    GROUP_UNKNOWN,
    NEVER,
    NO_SUCH,
    THAI_SPOUSE,
    UNTOLD,
    plain,
)

type Row = Mapping[str, int]
"""Columns of one person."""
type Plain = str | list[Plain] | dict[str, Plain]
"""What a case file is made of."""

_VALUES = {column.name: column.values for column in COLUMNS}
_ONE = (
    "original_highlander",
    "displaced_thai",
    "foreign_nationality",
    "could_hold_parents_nationality",
    "conduct",
    "service",
    "livelihood",
    "speaks_thai",
    "education",
    "student",
)
_EVENTS = ("parents_marriage", "legitimation", "paternity_proved", "found", "died")
_NUMBERS = {
    "recognised_group": "6-{p}xx-{g}xxx-xx-x",
    "no_status_89": "0-{p}xx-89xxx-xx-x",
    "no_status_00": "0-{p}xx-00xxx-xx-x",
    "resident": "8-{p}xx-{g}xxx-xx-x",
    "other": "6-{p}xx-00xxx-xx-x",
    "thai": "1-{p}xx-xxxxx-xx-x",
}
_REGISTERS = {
    "recognised_group": "TR38KH",
    "no_status_89": "TR38K",
    "migrant": "TR38_1",
    "shelter": "SHELTER",
    "other": "TR13",
    "thai": "TR14",
    "": "TR14",
}
_REGISTER_OF_OTHERS = "TR38"
_SOMEWHERE = "MM"


def word(row: Row, name: str) -> str:
    """Return the word of a column of codes; empty where nobody knows."""
    found = int(row[name])
    return _VALUES[name][found - 1] if found else ""


def person_plain(row: Row, ids: Mapping[int, str]) -> dict[str, Plain]:
    """Return a person of a case file.

    Args:
        row: Columns of the person.
        ids: Ids of the persons of the file by row number; of others nothing is told.
    """
    found: dict[str, Plain] = {"sex": word(row, "sex"), "born": _born(row)}
    for link in ("father", "mother"):
        found[link] = _parent(int(row[link]), ids)
    for key in _EVENTS:
        _tell(found, key, _event(row, plain(key)))
    if not (word(row, "born_country") == "TH" and int(row["entered_lo"]) == NEVER):
        _tell(found, "entered", _event(row, "entered"))
    for key in _ONE:
        _tell(found, key, word(row, key))
    _tell(found, "thai", word(row, "thai1_kind"))
    _tell(found, "foreign_documents", _listed(row, "foreign_documents", ["passport"]))
    _tell(found, "convictions", _listed(row, "convictions", [{"sentence": "fine"}]))
    _papers(found, row)
    _tell(found, "marriages", _marriages(row))
    return found


def _tell(found: dict[str, Plain], key: str, value: Plain | None) -> None:
    if value:
        found[key] = value


def _born(row: Row) -> Plain:
    found: dict[str, Plain] = {"date": _date(row, "born_date")}
    _tell(found, "country", word(row, "born_country"))
    _tell(found, "notified", word(row, "born_notified"))
    return found


def _parent(row: int, ids: Mapping[int, str]) -> str:
    if row == NO_SUCH:
        return "unidentifiable"
    return ids.get(row, "unknown")


def _date(row: Row, name: str) -> Plain:
    """Return a day, a year, or the two ends between which it lies."""
    low, high = (date.fromordinal(int(row[f"{name}_{end}"])) for end in ("lo", "hi"))
    if low == high:
        return low.isoformat()
    if (low, high) == (date(low.year, 1, 1), date(low.year, 12, 31)):
        return str(low.year)
    return {"not_before": low.isoformat(), "not_after": high.isoformat()}


def _event(row: Row, name: str) -> Plain | None:
    """Return an event as told; nothing where it is unknown whether it happened."""
    if int(row[f"{name}_lo"]) == NEVER:
        return "never"
    return None if int(row[f"{name}_hi"]) == NEVER else _date(row, name)


def _listed(row: Row, name: str, some: list[Plain]) -> Plain | None:
    found = word(row, name)
    return some if found == "some" else found or None


def _papers(found: dict[str, Plain], row: Row) -> None:
    """Tell the number and everything that is listed by time."""
    number = word(row, "number_class")
    if number in _NUMBERS:
        code = int(row["group_code"])
        group = "xx" if code == GROUP_UNKNOWN else f"{code:02}"
        place = f"{int(row['province']):02}"
        found["id13"] = _NUMBERS[number].format(p=place, g=group)
    registers = _spells(row, "registers")
    for spell, kind in zip(registers, _kinds(row, number), strict=False):
        spell["kind"] = kind
    _tell(found, "registers", list(registers))
    stays = _spells(row, "stay")
    for place_, spell in enumerate(stays, 1):
        spell["kind"] = word(row, f"stay{place_}_kind")
    _tell(found, "stay", list(stays))
    _tell(found, "residence", list(_spells(row, "residence")))
    _tell(found, "orders", _orders(row))
    _tell(found, "alien_certificate", _certificate(row))


def _kinds(row: Row, number: str) -> tuple[str, str]:
    """Return the kinds of the registers, as the number and their order show them."""
    first = _REGISTERS.get(number, _REGISTER_OF_OTHERS)
    if number == "resident" and not int(row["registers2_kind"]):
        first = "TR38"
    return first, "TR14"


def _spells(row: Row, thing: str) -> list[dict[str, Plain]]:
    """Return the filled slots of what lasts."""
    found = []
    for place in range(1, SLOTS[thing] + 1):
        if not int(row[f"{thing}{place}_kind"]):
            continue
        spell: dict[str, Plain] = {}
        if int(row[f"{thing}{place}_from_lo"]) != UNTOLD:
            spell["from"] = _date(row, f"{thing}{place}_from")
        if int(row[f"{thing}{place}_until_lo"]) != NEVER:
            spell["until"] = _date(row, f"{thing}{place}_until")
        found.append(spell)
    return found


def _orders(row: Row) -> Plain | None:
    kind = word(row, "order1_kind")
    if not kind:
        return None
    found: dict[str, Plain] = {"kind": kind, "on": _date(row, "order1_on")}
    found["by"] = "registrar" if kind == "nationality_entered" else "minister"
    _tell(found, "under", word(row, "order1_under"))
    return [found]


def _certificate(row: Row) -> Plain | None:
    if int(row["alien_certificate_taken_lo"]) == NEVER:
        return None
    found: dict[str, Plain] = {"taken": _date(row, "alien_certificate_taken")}
    _tell(found, "voluntary", word(row, "alien_certificate_voluntary"))
    _tell(found, "kept_until", _event(row, "alien_certificate_kept_until"))
    return found


def _marriages(row: Row) -> Plain | None:
    """Return the marriage told of a person who has no children in the table.

    The marriage of parents follows from what is told of their children.
    """
    spouse = int(row["marriage1_spouse"])
    if spouse not in (THAI_SPOUSE, FOREIGN_SPOUSE):
        return None
    to = "TH" if spouse == THAI_SPOUSE else _SOMEWHERE
    wedding = _date(row, "marriage1_wedding")
    return [{"to": to, "registered": wedding, "ended": "never"}]

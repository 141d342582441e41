"""Facts that rules ask and that several told facts answer together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from sathana.facts.model import Adoption, CaseFile, Certificate, Grade, Spell, Told
from sathana.logic.truth import Truth


class Telling(Protocol):
    """What a derived fact may ask of a view of the case file."""

    case: CaseFile

    def told(self, person: str, key: str) -> Told | None:
        """Return what was told of a fact."""

    def spells(self, person: str, key: str) -> tuple[Spell, ...]:
        """Return told spells."""


GROUPS = {f"{code:02}" for code in range(50, 73)}
"""Group codes of recognised minorities, digits 6-7 of a number that begins 6."""
_REGISTERS = {
    "TR38K": "no_status_89",
    "TR38_1": "migrant",
    "SHELTER": "shelter",
    "HIGHLAND_1969": "recognised_group",
    "HIGHLAND_1985": "recognised_group",
}
_GROUP_PLACE = slice(5, 7)


def number_class(view: Telling, person: str) -> str | None:
    """Return the class of the register; ``None`` if nothing told shows it.

    A number shows the register it was given in, never a nationality.
    Source: DOPA's number scheme as in announcements of 2025 (partly verified).
    """
    told = view.told(person, "id13")
    found = _of_number(str(told.value)) if told and told.value else None
    group = view.told(person, "group")
    if found is None and group and group.value:
        found = _of_group(str(group.value))
    if found is None:
        found = _of_registers(view.spells(person, "registers"))
    return found


def _of_number(text: str) -> str | None:
    digits = text.replace("-", "").replace(" ", "")
    first, group = digits[:1], digits[_GROUP_PLACE]
    if first == "0":
        return {"89": "no_status_89", "00": "no_status_00"}.get(group)
    if first == "6" and "x" not in group.lower():
        return "recognised_group" if group in GROUPS else "other"
    return {"1": "thai", "2": "thai", "5": "resident", "8": "resident"}.get(first)


def _of_group(code: str) -> str | None:
    if code in GROUPS:
        return "recognised_group"
    return {"89": "no_status_89", "00": None}.get(code, "other")


def _of_registers(spells: tuple[Spell, ...]) -> str | None:
    for spell in spells:
        if spell.kind in _REGISTERS:
            return _REGISTERS[spell.kind]
        if spell.kind in {"TR38", "TR38KH"} and spell.group in GROUPS:
            return "recognised_group"
    return None


def certificate_by(view: Telling, person: str) -> str | None:
    """Return who took the alien certificate: ``self`` or ``parent``."""
    certificate = _certificate(view, person)
    by = certificate.by if certificate else "unknown"
    return None if by == "unknown" else by


def certificate_voluntary(view: Telling, person: str) -> str | None:
    """Return whether the alien certificate was taken willingly."""
    certificate = _certificate(view, person)
    willing = certificate.voluntary if certificate else Truth.UNKNOWN
    return None if willing is Truth.UNKNOWN else willing.value


def _certificate(view: Telling, person: str) -> Certificate | None:
    told = view.told(person, "alien_certificate")
    value = told.value if told else None
    return value if isinstance(value, Certificate) else None


def adopted_by_thai(view: Telling, person: str) -> str | None:
    """Return whether an adopter is Thai as a told fact; not told of: presumed no."""
    told = view.told(person, "adopted")
    if told is None:
        return "no"
    adoptions = told.value if isinstance(told.value, tuple) else ()
    thai = {
        _told_thai(view, adoption.by)
        for adoption in adoptions
        if isinstance(adoption, Adoption)
    }
    return "yes" if "yes" in thai else "no" if thai == {"no"} else None


def _told_thai(view: Telling, person: str) -> str | None:
    told = view.told(person, "thai") if person in view.case.persons else None
    value = told.value if told else None
    if isinstance(value, tuple):
        value = value[-1].truth if value and isinstance(value[-1], Spell) else None
    return value.value if value in (Truth.YES, Truth.NO) else None


def registered_as_thai(view: Telling, person: str) -> str | None:
    """Return whether the house register holds the person as Thai."""
    told = view.told(person, "id13")
    number = str(told.value) if told and told.value else ""
    if number[:1] in {"1", "2"}:
        return "yes"
    kinds = {spell.kind for spell in view.spells(person, "registers")}
    return None if not kinds or "TR14" in kinds else "no"


def record_contradicted(view: Telling, person: str) -> str | None:
    """Return whether a paper contradicts a told fact.

    ``None`` where the file holds no evidence at all: nobody has compared papers.
    """
    told = view.case.persons[person].told.values()
    if any(fact.grade is Grade.CONTRADICTED for fact in told):
        return "yes"
    paths = [path for e in view.case.evidence.values() for path in e.contradicts]
    if any(path.startswith(f"{person}.") for path in paths):
        return "yes"
    return "no" if view.case.evidence else None


DERIVED: Mapping[str, Callable[[Telling, str], str | None]] = {
    "number_class": number_class,
    "alien_certificate.by": certificate_by,
    "alien_certificate.voluntary": certificate_voluntary,
    "adopted_by_thai": adopted_by_thai,
    "registered_as_thai": registered_as_thai,
    "record_contradicted": record_contradicted,
}
"""Derived facts by the key under which rules ask them."""

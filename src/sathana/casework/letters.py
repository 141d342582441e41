"""The dated letter after a refusal that left no paper: its parts, from plain values.

It asks for what the office owes: that the petition be taken with a receipt, or that
the reasons be given in writing. It cites only provisions of the law pack; those whose
text nobody has checked are named to the worker, and stand in no letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sathana.law.load import pack
from sathana.law.model import Provision

CITED = ("apa/39-1", "apa/37", "aca/49", "lfa-2558/7-10")
"""The order to decide, the reasons, the written demand, the guide to the public."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says.

    Attributes:
        about: Title of the pathway; ``None`` where none is chosen.
        cited: Provisions that stand in the letter.
        unchecked: Provisions that would fit, but were not checked: not in the letter.
        doubts: Those in the letter of which the text was seen in part only.
    """

    outcome: str
    office: str
    role: str
    on: str
    today: date
    petitioner: str
    filer: str
    about: Mapping[str, str] | None
    codes: tuple[dict[str, str], ...]
    cited: tuple[Provision, ...]
    unchecked: tuple[Provision, ...]
    doubts: tuple[Provision, ...]


def provisions() -> tuple[list[Provision], list[Provision]]:
    """Return the provisions that may be cited, and those nobody has checked."""
    found = [pack().provisions[one] for one in CITED if one in pack().provisions]
    fit = [one for one in found if one.checked.verified != "unverified"]
    return fit, [one for one in found if one not in fit]


def instrument_of(provision: Provision) -> dict[str, str]:
    """Return the title of the law of a provision."""
    found = pack().instruments.get(provision.instrument)
    return dict(found.title) if found else {"th": "", "en": ""}

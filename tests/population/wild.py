"""Families that tell much more, and stranger things, than a truth would.

Only the two readers are compared over them, so that nothing told needs to be likely:
orders of unknown kinds, spells that meet, overlap or end on a vague day, marriages to
a country, findings that are not final, papers, numbers, care.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from datetime import date

from tests.generative.families import ORDERS, STAYS, Plain
from tests.generative.families_asked import case_of

from sathana.facts.casefile_faults import CaseFileError
from sathana.status.points import LAW_CUTS

type Dice = random.Random

_TRUTH = ("yes", "no", "unknown")
_KINDS = (*ORDERS, "struck_off", "restored", "unknown")
_STAYS = (*STAYS, "precarious", "unknown")
_REGISTERS = (
    "TR14", "TR13", "TR38", "TR38_1", "TR38K", "TR38KH", "HIGHLAND_1985", "SHELTER",
)  # fmt: skip
_UNDER = ("S23", "RG-2543", "NB-1992-M", "S9", "S12-1", "GAIN-WIFE", "LOSS-22")
_NUMBERS = (
    "0-0000-89xxx-xx-x", "0-0000-00xxx-xx-x", "6-0000-52xxx-xx-x", "6-0000-99xxx-xx-x",
    "5-0000-xxxxx-xx-x", "3-0000-xxxxx-xx-x", "1-0000-xxxxx-xx-x", "7-0000-xxxxx-xx-x",
)  # fmt: skip
_RULES = ("NS-1965", "A337-1", "7BIS-1", "LAWFUL-FATHER-AT-BIRTH", "S23-AB", "S23")


def wild(family: Plain, seed: int) -> Plain:
    """Return the family with much told in addition, as far as a file may tell it."""
    dice = random.Random(seed)
    found = copy.deepcopy(family)
    found["law_at"] = _law_day(dice, found["law_at"])
    for who in found["persons"]:
        chosen = [key for key in _TELL if dice.random() < _OFTEN.get(key, 0.25)]
        more = _telling(dice, found, who, chosen)
        if not _is_read(more):  # something cannot be: tell one thing after another
            more = found
            for key in chosen:
                one = _telling(dice, more, who, [key])
                more = one if _is_read(one) else more
        found = more
    return found


def _telling(dice: Dice, family: Plain, who: str, keys: list[str]) -> Plain:
    found = copy.deepcopy(family)
    for key in keys:
        _TELL[key](dice, found["persons"][who], who, found)
    return found


def _is_read(family: Plain) -> bool:
    try:
        case_of(family)
    except CaseFileError:
        return False
    return True


def _law_day(dice: Dice, told: str) -> str:
    """Return one of few days of the law, that many families share a rulebook."""
    days = ("1953-06-01", "1971-01-01", "1985-01-01", "1999-01-01", "2026-06-01")
    return told if dice.random() < 0.6 else dice.choice(days)


def day(dice: Dice, first: int = 1900, last: int = 2030) -> object:
    """Return a day, a year, a span, or unknown; often near a change of the law."""
    kind = dice.random()
    near = date.fromordinal(dice.choice(LAW_CUTS) + dice.randint(-1, 1))
    known = date(dice.randint(first, last), dice.randint(1, 12), dice.randint(1, 28))
    if kind < 0.3 and first <= near.year <= last:
        return near.isoformat()
    if kind < 0.35:
        return f"{dice.choice((1904, 1948, 1972, 1996, 2004))}-02-29"
    if kind < 0.6:
        return known.isoformat()
    if kind < 0.8:
        return known.isoformat()[:4]
    later = date(known.year + dice.randint(1, 30), 1, 1)
    ends = {"not_before": known.isoformat(), "not_after": later.isoformat()}
    return ends if kind < 0.92 else "unknown"


def event(dice: Dice) -> object:
    """Return an event: some day, never, unknown, or in order to the birth."""
    kind = dice.random()
    if kind < 0.2:
        return "never"
    if kind < 0.35:
        orders = ("before_birth", "at_birth", "after_birth")
        return {"on": "unknown", "relative": dice.choice(orders)}
    return day(dice)


def _spells(dice: Dice, kinds: tuple[str, ...], name: str = "kind") -> list[Plain]:
    found = []
    for _ in range(dice.randint(1, 3)):
        spell: Plain = {name: dice.choice(kinds)} if kinds else {}
        if dice.random() < 0.7:
            spell["from"] = day(dice)
        if dice.random() < 0.4:
            spell["until"] = day(dice, 1950)
        found.append(spell)
    if dice.random() < 0.3 and "until" in found[0]:
        found.append({**found[-1], "from": found[0]["until"]})
    return [_straight(spell) for spell in found]


def _straight(spell: Plain) -> Plain:
    """Return a spell without an end that could lie before its beginning."""
    begin, end = (_years(spell.get(key)) for key in ("from", "until"))
    if begin and end and begin[1] >= end[0]:
        return {key: value for key, value in spell.items() if key != "until"}
    return spell


def _years(told: object) -> tuple[int, int] | None:
    if isinstance(told, dict):
        return int(told["not_before"][:4]), int(told["not_after"][:4])
    if not isinstance(told, str) or told == "unknown":
        return None
    return int(told[:4]), int(told[:4])


def _put(key: str, *values: object) -> Callable[[Dice, Plain, str, Plain], None]:
    def tell(dice: Dice, life: Plain, who: str, family: Plain) -> None:
        life[key] = dice.choice(values)

    return tell


def _make(
    key: str, make: Callable[[Dice], object]
) -> Callable[[Dice, Plain, str, Plain], None]:
    def tell(dice: Dice, life: Plain, who: str, family: Plain) -> None:
        life[key] = make(dice)

    return tell


def _orders(dice: Dice) -> list[Plain]:
    found = []
    for _ in range(dice.randint(1, 3)):
        order: Plain = {"kind": dice.choice(_KINDS)}
        if dice.random() < 0.8:
            order["on"] = day(dice)
        if dice.random() < 0.7:
            order["by"] = dice.choice(("minister", "court", "registrar", "other"))
        if order["kind"] == "nationality_entered" or dice.random() < 0.2:
            order["under"] = dice.choice(_UNDER)
        found.append(order)
    return found


def _findings(dice: Dice) -> list[Plain]:
    return [
        {
            "rule": dice.choice(_RULES),
            "is": dice.choice(_TRUTH),
            "final": dice.choice(_TRUTH),
        }
        for _ in range(dice.randint(1, 2))
    ]


def _marriages(dice: Dice, life: Plain, who: str, family: Plain) -> None:
    """Marry a person to somebody of the file, of a country, or not known."""
    if life.get("sex") == "unknown":
        return  # two of unknown sex may each hang on the other
    others = [other for other in family["persons"] if other not in (who, *_kin(life))]
    older = [other for other in others if other in ("H", "GF", "FF")]
    to = dice.choice((*older, "TH", "MM", "unknown"))
    marriage: Plain = {"to": to, "registered": event(dice)}
    if dice.random() < 0.5:
        marriage["ended"] = dice.choice(("never", "unknown", "1999-05-05"))
    if dice.random() < 0.5:
        marriage["gives_nationality"] = dice.choice(_TRUTH)
    life["marriages"] = [*_told(life, "marriages"), marriage]


def _kin(life: Plain) -> tuple[str, ...]:
    return tuple(str(life.get(link)) for link in ("father", "mother"))


def _told(life: Plain, key: str) -> list[Plain]:
    told = life.get(key)
    return told if isinstance(told, list) else []


def _adopted(dice: Dice, life: Plain, who: str, family: Plain) -> None:
    others = [other for other in family["persons"] if other != who]
    life["adopted"] = [{"by": dice.choice(others), "registered": event(dice)}]


_TELL: dict[str, Callable[[Dice, Plain, str, Plain], None]] = {
    "died": _make("died", lambda dice: dice.choice(("never", day(dice, 1990)))),
    "found": _make("found", event),
    "paternity_proved": _make("paternity_proved", event),
    "legitimation": _make("legitimation", event),
    "stay": _make("stay", lambda dice: _spells(dice, _STAYS)),
    "residence": _make("residence", lambda dice: _spells(dice, ())),
    "registers": _make("registers", lambda dice: _spells(dice, _REGISTERS)),
    "care": _make("care", lambda dice: _spells(dice, _TRUTH, "certified")),
    "thai": _make("thai", lambda dice: _spells(dice, _TRUTH, "is")),
    "id13": _put("id13", *_NUMBERS),
    "orders": _make("orders", _orders),
    "findings": _make("findings", _findings),
    "marriages": _marriages,
    "adopted": _adopted,
    "education": _put("education", "none", "primary", "bachelor", "higher", "unknown"),
    "convictions": _put("convictions", "none", [{"on": "2001"}], "unknown"),
    "foreign_documents": _put("foreign_documents", "none", ["passport"], "unknown"),
    **{
        key: _put(key, *_TRUTH)
        for key in (
            "livelihood",
            "speaks_thai",
            "student",
            "service",
            "displaced_thai",
            "original_highlander",
        )
    },
}
_OFTEN = {"findings": 0.06, "adopted": 0.06, "orders": 0.15, "died": 0.1, "thai": 0.08}

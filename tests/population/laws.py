"""Laws that differ from the one that ships in one thing, for tests."""

from __future__ import annotations

import json
import random
from typing import Any

from sathana.law.load import LawPack, from_json, shipped_text

type Dice = random.Random


def otherwise(dice: Dice) -> tuple[LawPack, str]:
    """Return a law in which one record differs, and what was done to it."""
    data = json.loads(shipped_text())
    change = dice.choice((_births, _births, _law, _effect, _window, _limit))
    said = change(dice, data)
    data["version"] += "+test"
    return from_json(json.dumps(data)), f"{change.__name__}: {said}"


def _births(dice: Dice, data: Any) -> str:
    return _bound(dice, data, "births")


def _law(dice: Dice, data: Any) -> str:
    return _bound(dice, data, "law")


def _effect(dice: Dice, data: Any) -> str:
    return _bound(dice, data, "effect")


def _bound(dice: Dice, data: Any, name: str) -> str:
    """Move one end of one text's span by up to twelve years."""
    found = [
        (key, version)
        for key, rule in data["rules"].items()
        for version in rule["versions"]
        if any(version.get(name) or ())
    ]
    key, version = dice.choice(found)
    ends = [n for n, end in enumerate(version[name]) if end]
    place, by = dice.choice(ends), dice.choice((-4400, -900, -30, 30, 900, 4400))
    end = version[name][place]
    moved = [one + by for one in end] if isinstance(end, list) else end + by
    version[name] = [moved if n == place else e for n, e in enumerate(version[name])]
    return f"{key} {name} {place} {by}"


def _window(dice: Dice, data: Any) -> str:
    found = [key for key, rule in data["rules"].items() if "pathway" in rule]
    key = dice.choice(found)
    window = data["rules"][key]["pathway"]["windows"][-1]
    window[2] = not window[2]
    return key


def _limit(dice: Dice, data: Any) -> str:
    key = dice.choice(list(data["limits"]))
    for version in data["limits"][key]["versions"]:
        if version.get("amount"):
            version["amount"] += dice.choice((-1, 5, 30))
    return key

"""Where a pathway stands in the list of work, and why: points with their words.

The number that is stored is coarse (0 to 9). The points are ours, no law: who leads a
team may see in words why a line stands where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sathana.casework.readying import ELDER
from sathana.status.wording import Text

type Json = dict[str, Any]

OLD = 75
SOON = 90
"""Days before its end from which a window or time limit counts."""
MOST = 9
_STEP = 10


def helped(found: Mapping[str, Json]) -> dict[str, tuple[int, Text]]:
    """Return for each pathway the paper that helps most people of the family.

    Args:
        found: By any key, what was found of each pathway (see ``readying``), with the
            person under ``who``.

    Returns:
        By the same key: how many people, and the name of the fact that is to be shown.
    """
    people: dict[str, set[str]] = {}
    for one in found.values():
        for fact in _first(one):
            people.setdefault(fact["fact"], set()).add(one["who"])
    best: dict[str, tuple[int, Text]] = {}
    for key, one in found.items():
        facts = [f for f in _first(one) if f["person"] != "law"]
        if facts:
            top = max(facts, key=lambda f: (len(people[f["fact"]]), f["fact"]))
            best[key] = len(people[top["fact"]]), top["name"]
    return best


def _first(found: Json) -> Iterable[Json]:
    """Return the facts of all sets, each once: any of them brings it nearer."""
    facts = [f for some in (*found["document"], *found["learn"]) for f in some]
    return {fact["fact"]: fact for fact in facts}.values()


def reasons(
    found: Json, day: int, *, help_: tuple[int, Text] | None, needs: bool
) -> list[Json]:
    """Return why a pathway stands where it stands: codes with their points.

    Args:
        found: What was found of it.
        day: Today, ordinal.
        help_: The paper that helps most people of the family, and how many.
        needs: Whether the person has needs because of a disability.
    """
    made = [_near(found), _ends(found, day), _limit(found, day), _elder(found)]
    if help_ and help_[0] > 1:
        made.append(_why("helps", 8 * min(help_[0], 5), n=help_[0], name=help_[1]))
    if needs:
        made.append(_why("needs", 15))
    return [one for one in made if one is not None]


def rank(why: Iterable[Json]) -> int:
    """Return the coarse number by which the list is sorted, the highest first."""
    return int(min(MOST, sum(one["points"] for one in why) // _STEP))


def _why(code: str, points: int, **more: Any) -> Json:
    return {"code": code, "points": points, **more}


def _near(found: Json) -> Json | None:
    if found["holds"]:
        return _why("holds", 20)
    sets = found["document"]
    return _why("near", 20 - 4 * min(4, len(sets[0])), n=len(sets[0])) if sets else None


def _ends(found: Json, day: int) -> Json | None:
    window = found["window"]
    if window is None:
        return None
    if window["last"] is not None and 0 <= window["last"] - day <= SOON:
        return _why("closes", 40, day=window["last"])
    return None if window["known"] else _why("not_sure", 10)


def _limit(found: Json, day: int) -> Json | None:
    limit = found["deadline"]
    if limit is None or limit["day"] - day > SOON:
        return None
    points = 40 if limit["day"] - day <= SOON // 3 else 20
    return _why("limit", points, **limit)


def _elder(found: Json) -> Json | None:
    age = found["age"]
    if age is None or age["years"] < ELDER:
        return None
    return _why("elder", 30 if age["years"] >= OLD else 15, **age)

"""Which answers of a family turn between two assessments of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

type Row = Mapping[str, Any]
"""A record of the answer (JSON has no narrower type)."""

NOTHING = "none"
"""What an answer says that is not there."""


@dataclass(frozen=True, slots=True)
class Flip:
    """One answer that turns.

    Attributes:
        key: ``thai``, ``pathways.ANN-2025``, ``rights.WORK``, ``deadlines.APA-44``.
        before: The answer by the law before.
        after: The answer by the law after.
    """

    person: str
    key: str
    before: str
    after: str


def answers(person: Row) -> dict[str, str]:
    """Return every answer about a person, by key.

    Deadlines that follow from several attempts stand together under one key, each as
    its last day and whether it has passed.
    """
    found = {"thai": str(person["thai"]["answer"])}
    for part in ("pathways", "rights"):
        for entry in person.get(part, ()):
            found[f"{part}.{entry['id']}"] = str(entry["status"])
    for entry in person.get("deadlines", ()):
        key = f"deadlines.{entry['id']}"
        said = f"{entry.get('due') or NOTHING} ({entry.get('passed', 'unknown')})"
        found[key] = f"{found[key]}, {said}" if key in found else said
    return found


def flips(before: Row, after: Row) -> Iterator[Flip]:
    """Yield the answers that differ between two assessments of one family.

    Args:
        before: Assessment by the law before.
        after: Assessment of the same family, on the same days, by the law after.
    """
    for who, person in before["persons"].items():
        old, new = answers(person), answers(after["persons"][who])
        for key in dict.fromkeys((*old, *new)):
            was, now = old.get(key, NOTHING), new.get(key, NOTHING)
            if was != now:
                yield Flip(who, key, was, now)

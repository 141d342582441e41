"""Two learners that tests lean on: one who does everything right, one who guesses."""

from __future__ import annotations

import random

from sathana.learning.practice import evidence, petition, verdicts
from sathana.learning.practice.model import Family, Work
from sathana.learning.practice.petition import Draft, Part


def perfect(family: Family, as_of: int) -> Work:
    """Return the work of one who asks all that helps and does all that fits."""
    answer = verdicts.full(family, as_of)
    made = petition.draft(family, as_of)
    return Work(
        asked=tuple(one.id for one in family.questions if one.kind == "good"),
        verdicts={key: verdicts.verdict(answer, key).best for key in family.pathways},
        papers={one.path: tuple(one.right) for one in evidence.plan(family, as_of)},
        parts={part.name: _right(part) for part in (made.parts if made else ())},
        text=made.model["th"] if made else "",
    )


def _right(part: Part) -> tuple[str, ...]:
    return tuple(one.id for one in part.choices if one.right)


def random_learner(family: Family, seed: int, as_of: int) -> Work:
    """Return the work of one who chooses by chance; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (no secret hangs on it)
    made = petition.draft(family, as_of)
    return Work(
        asked=_some(chance, [one.id for one in family.questions]),
        verdicts={key: chance.choice(tuple(verdicts.WORDS)) for key in family.pathways},
        papers={
            one.path: _some(chance, [paper.id for paper in one.papers])
            for one in evidence.plan(family, as_of)
        },
        parts=_parts(chance, made) if made else {},
        text=chance.choice(_TEXTS),
    )


_TEXTS = (
    "",
    "ขอสัญชาติด้วยครับ เป็นคนไทยอยู่แล้ว",
    "Please help us. We have been here for ever.",
    "เกิดวันที่ 1 มกราคม 2520",
)


def _parts(chance: random.Random, made: Draft) -> dict[str, tuple[str, ...]]:
    found = {}
    for part in made.parts:
        ids = [one.id for one in part.choices]
        found[part.name] = _some(chance, ids) if part.many else (chance.choice(ids),)
    return found


def _some(chance: random.Random, ids: list[str]) -> tuple[str, ...]:
    return tuple(key for key in ids if chance.random() < 0.5)

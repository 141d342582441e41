"""The fictional village of the demo: at least forty families, out of twelve patterns.

The patterns are those that people who do this work meet again and again; the persons
are invented. The same seed makes the same village.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import yaml

from sathana.seeds.making import Making
from sathana.seeds.names import Called, Namer
from sathana.seeds.patterns import PATTERNS

EACH = 4
"""Families of each pattern: twelve times four is forty-eight."""
TEAMS = ("ทีมดอยเหนือ", "ทีมริมน้ำ")
"""The two teams of the demo's organisation."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A relation that a case file does not carry (step-parent, guardian)."""

    person: str
    parent: str
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class SeedFamily:
    """One invented family, ready to be stored.

    Attributes:
        pattern: ``F1`` to ``F12``.
        title: How the team calls it.
        text: The family as a case file.
        names: Romanised names by id in the case file.
        team: 0 or 1.
        sealed: Whether it must be sealed to the protection officer.
        number: Pattern and number, such as ``F5-1``.
        speaks: Spoken language of the family (code), and the name of its group.
    """

    pattern: str
    title: str
    text: str
    names: dict[str, Called]
    team: int
    sealed: bool
    language: str
    group: str
    kin: tuple[Kin, ...] = field(default=())
    needs: dict[str, str] = field(default_factory=dict)
    number: str = ""


def village(seed: int = 1999, each: int = EACH) -> Iterator[SeedFamily]:
    """Make the families of the village, one after another.

    Args:
        seed: Same seed, same village.
        each: Families of each of the twelve patterns.
    """
    for number in range(each):
        for pattern in PATTERNS:
            chance = Random(f"{seed}-{pattern}-{number}")  # noqa: S311 (not a secret)
            yield _family(pattern, number, chance)


def _family(pattern: str, number: int, chance: Random) -> SeedFamily:
    namer = Namer(chance)
    making = Making(namer, chance)
    PATTERNS[pattern](making)
    case = {
        "sathana": 1,
        "case": f"{pattern}-{number + 1}",
        "title": making.title,
        "persons": making.persons,
        **({"evidence": making.evidence} if making.evidence else {}),
    }
    return SeedFamily(
        pattern=pattern,
        title=f"{making.title} ({pattern}-{number + 1})",
        text=yaml.safe_dump(case, allow_unicode=True, sort_keys=False),
        names=making.names,
        team=number % len(TEAMS),
        sealed=making.sealed,
        language=namer.spoken.language,
        group=namer.spoken.group,
        kin=tuple(Kin(*one) for one in making.kin),
        needs=making.needs,
        number=f"{pattern}-{number + 1}",
    )

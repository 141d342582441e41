"""The areas for which synthetic people are made, and how many real people they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sathana.population.people.shares import DataError, number, shares, table

NORTH = tuple(f"{code}" for code in (*range(50, 59), *range(60, 68)))
"""Seventeen provinces: the North of the National Statistical Office, nine upper (50 to
58) and eight lower ones (60 to 67), Tak among them."""
AREAS: Mapping[str, tuple[str, ...] | None] = {
    "chiang-rai": ("57",),
    "north": NORTH,
    "thailand": None,
}
"""Codes of the provinces of each area; ``None`` means every province of the data."""
AREA_NAMES: Mapping[str, tuple[str, str]] = {
    "chiang-rai": ("จังหวัดเชียงราย", "Chiang Rai"),
    "north": ("ภาคเหนือ 17 จังหวัด", "the North, 17 provinces"),
    "thailand": ("ทั้งประเทศ", "the whole country"),
}


class AreaError(DataError):
    """There is no such area."""


@dataclass(frozen=True, slots=True)
class Province:
    """How many real people of each standing a province holds, persons.

    Attributes:
        stateless: Registered stateless people.
        target: Those of them whom the resolution of 29 October 2024 means.
        other: Non-Thais in the civil register with another number.
        shelter: In a temporary shelter.
    """

    code: str
    stateless: float
    target: float
    other: float
    shelter: float

    def counts(self) -> Mapping[str, float]:
        """Return how many people of each class the synthetic province must hold.

        The classes are those of :mod:`sathana.population.people.classes`.
        """
        part = table("classes")
        late = self.stateless - self.target
        settled = self.target * number("settled_ratio")
        residents = min(
            number("resident_of_1999") * part["surveyed_1999"] * self.target,
            0.3 * self.other,
        )
        target = {name: share * self.target for name, share in part.items()}
        for name in ("child_of_1999", "child_of_2011"):
            target[f"{name}_old"] = number("waiting_before_1992") * target[name]
        return {
            **target,
            "late_abroad": late * number("others_abroad"),
            "late_here": late * (1 - number("others_abroad")),
            "unregistered": self.stateless * number("unregistered_ratio"),
            "resident": residents,
            "settled_groups": settled * number("settled_of_groups"),
            "settled_surveyed": settled * (1 - number("settled_of_groups")),
            "shelter_child": self.shelter * number("shelter_children"),
            "shelter_adult": self.shelter * (1 - number("shelter_children")),
            "pupils": self._pupils(),
            "alien_men": (self.other - residents) * self._alien_men(),
            "alien_women": (self.other - residents) * (1 - self._alien_men()),
        }

    def _alien_men(self) -> float:
        """Return the share of men that makes the whole register's share right."""
        men = number("men_of_register") * (self.stateless + self.other)
        share = (men - number("men_of_stateless") * self.stateless) / self.other
        return min(max(share, 0.4), 0.8)

    def _pupils(self) -> float:
        """Return pupils, where they are published or follow from the country's list.

        Of Chiang Mai they do not: its pupils are left to Chiang Rai's rate.
        """
        published = table("pupils")
        if self.code in published:
            return published[self.code]
        return self.stateless * number("pupils_elsewhere")


def provinces(area: str) -> tuple[Province, ...]:
    """Return the provinces of an area, by code.

    Raises:
        AreaError: There is no such area.
    """
    if area not in AREAS:
        known = ", ".join(AREAS)
        raise AreaError(
            f"ไม่มีพื้นที่ “{area}” จึงไม่รู้ว่าจะสร้างคนของจังหวัดใด เลือกได้: {known}",
            f"there is no area '{area}', so it is not known whose people to make; "
            f"choose one of: {known}",
        )
    value = shares()["provinces"].value
    given: Mapping[str, Mapping[str, float]] = dict(value)  # type: ignore[call-overload]
    codes = AREAS[area] or sorted(given)
    return tuple(_province(code, given[code]) for code in codes)


def _province(code: str, given: Mapping[str, float]) -> Province:
    target = given["stateless"] * number("rest_target_ratio")
    return Province(
        code,
        stateless=given["stateless"],
        target=given.get("target", target),
        other=given["other"],
        shelter=given.get("shelter", 0),
    )

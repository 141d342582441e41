"""The words in which rules read facts: the values of each, and when things happened."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.facts.model import Told
from sathana.logic.truth import Truth

DOMAINS: dict[str, tuple[str, ...]] = {
    "sex": ("female", "male"),
    "born.country": ("TH", "abroad"),
    "born.notified": ("in_time", "late", "none"),
    "foreign_documents": ("none", "some"),
    "convictions": ("none", "some"),
    "conduct": ("good", "bad"),
    "education": ("none", "primary", "secondary", "vocational", "bachelor", "higher"),
    "alien_certificate.by": ("self", "parent"),
    "order.by": ("minister", "court"),
    "number_class": (
        "recognised_group",
        "resident",
        "no_status_89",
        "no_status_00",
        "thai",
        "migrant",
        "shelter",
        "other",
    ),
}
"""Values of each fact that is not simply yes or no."""
STAY_KINDS = ("permanent", "temporary", "lenient", "unpermitted", "diplomatic", "none")
"""Standing under immigration law; ``none``: no permission was ever needed."""
PRECARIOUS = ("temporary", "lenient", "unpermitted")

_YES_NO = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When something happened, as far as it is known.

    Attributes:
        earliest: First possible day, ordinal.
        latest: Last possible day, ordinal, if it happened.
        may_be_never: Whether it may not have happened at all.
        never: Whether it certainly did not happen.
        relative: Order to the person's own birth, or ``None``.
    """

    earliest: int
    latest: int
    may_be_never: bool = False
    never: bool = False
    relative: str | None = None

    @property
    def is_vague(self) -> bool:
        """Whether nothing at all is known of it, not even that it happened."""
        return self.may_be_never


def domain(key: str) -> tuple[str, ...]:
    """Return the values that a fact can have; no and yes where nothing else is said."""
    return DOMAINS.get(key, _YES_NO)


def plain(key: str, told: Told) -> str | None:
    """Return a told value in the words of :data:`DOMAINS`; ``None`` if unknown."""
    value = told.value
    if value is None or value is Truth.UNKNOWN:
        return None
    if isinstance(value, Truth):
        return str(value.value)
    if isinstance(value, tuple):
        return _listed(key, value)
    if key == "born.country":
        return None if value == "unknown" else "TH" if value == "TH" else "abroad"
    return None if value == "unknown" else str(value)


def _listed(key: str, value: tuple[object, ...]) -> str:
    """Return what a list says: that there is something, or that there is nothing."""
    if key in {"foreign_documents", "convictions"}:
        return "some" if value else "none"
    return "yes" if value else "no"

"""Values and papers of a family that cannot all be right."""

from __future__ import annotations

from sathana.registry.shown import Contradiction, FamilyView


def of_family(view: FamilyView) -> list[Contradiction]:
    """Return what does not fit together, told for a family page."""
    raise NotImplementedError

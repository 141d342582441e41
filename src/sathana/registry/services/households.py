"""Households and villages."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sathana.registry.models import Household, Village
from sathana.registry.reader import Reader


def keep_household(
    *,
    reader: Reader,
    family_id: uuid.UUID,
    values: Mapping[str, Any],
    household_id: uuid.UUID | None = None,
    version: int = 0,
    id: uuid.UUID | None = None,
) -> Household:
    """Record or change who lived together: village, house, members, notes."""
    raise NotImplementedError


def add_village(
    *,
    reader: Reader,
    name_th: str,
    name_en: str = "",
    own_name: str = "",
    place: str = "",
    earlier: Sequence[Mapping[str, str]] = (),
    notes: str = "",
    id: uuid.UUID | None = None,
) -> Village:
    """Record a village as the organisation knows it."""
    raise NotImplementedError

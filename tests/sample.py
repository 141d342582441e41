"""Fewer of the same: what the long run does whole, the short one does in part."""

from __future__ import annotations

import os
from collections.abc import Sequence

WHOLE = os.environ.get("SATHANA_CAMPAIGN", "") not in ("", "0")


def some[T](everything: Sequence[T], one_in: int) -> list[T]:
    """Return all in ``make campaign``, every so-manieth in ``make test``."""
    return list(everything if WHOLE else everything[::one_in])

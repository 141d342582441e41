"""Opening, changing and closing families."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from sathana.registry.given import ConsentGiven
from sathana.registry.models import Family
from sathana.registry.reader import Reader


def open_family(
    *,
    reader: Reader,
    title: str,
    team_id: uuid.UUID | None,
    consent: ConsentGiven,
    district: str = "",
    notes: str = "",
    id: uuid.UUID | None = None,
) -> Family:
    """Open a family together with the consent to record it."""
    raise NotImplementedError


def change_family(
    *, reader: Reader, family_id: uuid.UUID, version: int, values: Mapping[str, Any]
) -> Family:
    """Change title, notes, due or district."""
    raise NotImplementedError


def close_family(*, reader: Reader, family_id: uuid.UUID, version: int) -> Family:
    """Close a family: the work with it is done."""
    raise NotImplementedError


def reopen_family(*, reader: Reader, family_id: uuid.UUID, version: int) -> Family:
    """Open a closed family again."""
    raise NotImplementedError

"""Telling, changing and withdrawing facts and events."""

from __future__ import annotations

import uuid
from typing import Any

from sathana.registry.models import Event, Fact
from sathana.registry.reader import Reader


def tell(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    path: str,
    value: Any,
    grade: str = "claimed",
    source_id: uuid.UUID | None = None,
    said_by: str = "",
    said_on: str = "",
    id: uuid.UUID | None = None,
) -> Fact:
    """Record what was told; several values of one path may stand side by side."""
    raise NotImplementedError


def change_fact(
    *,
    reader: Reader,
    fact_id: uuid.UUID,
    version: int,
    value: Any,
    grade: str = "claimed",
    source_id: uuid.UUID | None = None,
    said_by: str = "",
    said_on: str = "",
) -> Fact:
    """Change a fact that was written down wrongly."""
    raise NotImplementedError


def withdraw(*, reader: Reader, fact_id: uuid.UUID, version: int) -> Fact:
    """Withdraw a fact: it no longer counts, and stays readable."""
    raise NotImplementedError


def keep_event(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    kind: str,
    on: str = "",
    place: str = "",
    words: str = "",
    grade: str = "claimed",
    said_by: str = "",
    source_id: uuid.UUID | None = None,
    id: uuid.UUID | None = None,
) -> Event:
    """Record an event that no fact tells."""
    raise NotImplementedError

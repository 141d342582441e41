"""Kinship between two persons of a family."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sathana.registry.given import NameGiven
from sathana.registry.models import Kinship, Person
from sathana.registry.reader import Reader


def relate(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    parent_id: uuid.UUID,
    role: str,
    kind: str = "biological",
    proof: str = "none",
    begin: str = "",
    until: str = "",
    said_by: str = "",
    source_id: uuid.UUID | None = None,
    id: uuid.UUID | None = None,
) -> Kinship:
    """Record that one person is parent or guardian of another."""
    raise NotImplementedError


def change_kinship(
    *, reader: Reader, kinship_id: uuid.UUID, version: int, values: Mapping[str, Any]
) -> Kinship:
    """Change kind, role, proof, begin, until, said_by or source_id."""
    raise NotImplementedError


def unrelate(*, reader: Reader, kinship_id: uuid.UUID, version: int) -> None:
    """Take back a kinship that was recorded wrongly."""
    raise NotImplementedError


def add_relative(
    *,
    reader: Reader,
    person_id: uuid.UUID,
    as_: str,
    values: Mapping[str, Any],
    names: Sequence[NameGiven],
    role: str = "",
    number: str = "",
    id: uuid.UUID | None = None,
) -> Person:
    """Add a father, mother, child or guardian and relate them, all or nothing.

    Args:
        as_: ``father``, ``mother``, ``child`` or ``guardian`` of ``person_id``.
        role: For a child: whether ``person_id`` is its ``father`` or ``mother``.
    """
    raise NotImplementedError

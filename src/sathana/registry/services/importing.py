"""A family out of a case file."""

from __future__ import annotations

import uuid

from sathana.registry.given import ConsentGiven
from sathana.registry.models import Family
from sathana.registry.reader import Reader


def family_from_case_file(
    *,
    reader: Reader,
    data: bytes,
    title: str,
    team_id: uuid.UUID | None,
    consent: ConsentGiven,
    id: uuid.UUID | None = None,
) -> Family:
    """Record a whole case file: persons, names, kinship, facts, evidence.

    Raises:
        UnusableValueError: The file has faults; its text names each with its line.
    """
    raise NotImplementedError

"""A stored family as a case file."""

from __future__ import annotations

import uuid

from sathana.facts.model import CaseFile
from sathana.registry.reader import Reader


def case_file(reader: Reader, family_id: uuid.UUID) -> CaseFile:
    """Return what is told of a family as the engine reads it."""
    raise NotImplementedError


def as_text(reader: Reader, family_id: uuid.UUID) -> str:
    """Return a family as the text of a case file, to take along (action EXPORT)."""
    raise NotImplementedError

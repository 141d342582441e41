"""Pathways that the latest assessment of a family calls open, for a form."""

from __future__ import annotations

import uuid

from sathana.registry.errors import NotAllowedError
from sathana.registry.reader import Reader
from sathana.registry.services import assessing


def openings(
    reader: Reader, family_id: uuid.UUID, person_id: uuid.UUID | None = None
) -> frozenset[str]:
    """Return pathways that are open by the latest assessment.

    Args:
        reader: Who reads; who does not see facts learns of none.
        family_id: Of which family.
        person_id: Of whom of it; ``None``: of anybody.

    Raises:
        NotVisibleError: The family is not there, or not for this reader.
    """
    try:
        found = assessing.latest(reader, family_id)
    except NotAllowedError:
        return frozenset()
    if found is None:
        return frozenset()
    return frozenset(
        way["id"]
        for label, person in found.answer.get("persons", {}).items()
        if person_id in (None, found.people.get(label))
        for way in person.get("pathways", ())
        if way["status"] == "open"
    )

"""Finding the one family that somebody means who may not see it.

Only :mod:`sathana.registry.services.glass` asks this, after a fresh second factor; the
answer never reaches a page before the decision.
"""

from __future__ import annotations

import re
import uuid

from sathana.protection import blind
from sathana.registry.models import Family, NameKey

_REFERENCE = re.compile(r"[0-9a-f]{8,32}")
_NUMBER = re.compile(r"[0-9]{13}")


def reference(family_id: uuid.UUID) -> str:
    """Return the reference of a family, as pages and papers print it."""
    return family_id.hex[:8]


def one_family(organisation: uuid.UUID, asked: str) -> Family | None:
    """Return the family of an organisation that is meant, if it is exactly one.

    Args:
        organisation: Whose families.
        asked: A reference (eight hexadecimal digits or more, dashes or not), or a
            thirteen-digit number of a person.
    """
    told = re.sub(r"[\s-]", "", asked).lower()
    rows = Family.rows.filter(organisation=organisation)
    if _NUMBER.fullmatch(told):
        index = NameKey.objects.filter(
            organisation=organisation,
            kind="number",
            value=blind.number_value(organisation, told),
        )
        rows = rows.filter(pk__in=index.values("family"))
    elif _REFERENCE.fullmatch(told):
        first, last = (uuid.UUID(told.ljust(32, fill)) for fill in "0f")
        rows = rows.filter(pk__gte=first, pk__lte=last)
    else:
        return None
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None

"""One person, as their page shows them."""

from __future__ import annotations

import uuid

from sathana.registry.reader import Reader
from sathana.registry.shown import PersonView


def person(reader: Reader, person_id: uuid.UUID) -> PersonView:
    """Return a person for their page.

    Raises:
        NotVisibleError: Not there, or not for this reader.
    """
    raise NotImplementedError

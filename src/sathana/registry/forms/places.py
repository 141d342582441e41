"""Districts as choices of a form."""

from __future__ import annotations

from sathana.places import offices
from sathana.web.languages import pick


def districts_of(province: str) -> tuple[tuple[str, str], ...]:
    """Return the districts in use of a province: code and name, in order of name."""
    found = [
        (one.code, pick(one.name)) for one in offices.districts(province) if one.name
    ]
    return tuple(sorted(found, key=lambda pair: pair[1]))

"""The case library: families with the answer that is expected of them.

Published cases keep the pseudonyms under which they were published; hand-written
ones say in their notes why the answer must be so.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sathana.facts.casefile import read
from sathana.facts.model import CaseFile

_FOLDER = "th/cases"


def names() -> tuple[str, ...]:
    """Return the names of all cases, in alphabetical order."""
    folder = files("sathana.law") / _FOLDER
    found = (entry.name for entry in folder.iterdir())
    return tuple(sorted(n.removesuffix(".yaml") for n in found if n.endswith(".yaml")))


def text(name: str) -> str:
    """Return a case file as it is written.

    Raises:
        LookupError: There is no case of that name.
    """
    if name not in names():
        raise LookupError(
            f"The case library has no case {name!r}; 'sathana check' names them all."
        )
    return (files("sathana.law") / _FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def case(name: str) -> CaseFile:
    """Return a case, read once.

    Raises:
        LookupError: There is no case of that name.
        CaseFileError: The file holds a fault.
    """
    return read(text(name), name=f"{name}.yaml")

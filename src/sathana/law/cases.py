"""The case library: families with the answer that is expected of them.

Published cases keep the pseudonyms under which they were published; hand-written
ones say in their notes why the answer must be so. A case file has one title, in
English, and notes in English; Thai titles and notes stand beside the files, so that
the contract of the file keeps its form.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from sathana.facts.casefile import read
from sathana.facts.model import CaseFile
from sathana.law.model import Text

_FOLDER = "th/cases"
_TITLES = "th/case_titles.json"
_NOTES = "th/case_notes.json"


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


@cache
def thai_titles() -> dict[str, str]:
    """Return the Thai titles by the names of the cases, read once."""
    return _beside(_TITLES)


@cache
def thai_notes() -> dict[str, str]:
    """Return the notes that are there in Thai, by the names of the cases, read once."""
    return _beside(_NOTES)


def _beside(place: str) -> dict[str, str]:
    written = (files("sathana.law") / place).read_text(encoding="utf-8")
    texts: dict[str, str] = json.loads(written)
    return texts


def title(name: str) -> Text:
    """Return what a case is called in both languages.

    A case without a Thai title keeps its English one in both; one without any title
    is called by its name.

    Raises:
        LookupError: There is no case of that name.
        CaseFileError: The file holds a fault.
    """
    english = case(name).title or name
    return {"th": thai_titles().get(name, english), "en": english}


def notes(name: str) -> Text | None:
    """Return the notes of a case in both languages; ``None`` where there are none.

    Notes without a Thai text keep the English one in both.

    Raises:
        LookupError: There is no case of that name.
        CaseFileError: The file holds a fault.
    """
    english = case(name).notes
    return {"th": thai_notes().get(name, english), "en": english} if english else None

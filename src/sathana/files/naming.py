"""File names: as they came they may lead elsewhere or read backwards; ours never do."""

from __future__ import annotations

import unicodedata
from uuid import UUID

from sathana.files.kinds import ENDINGS

LONGEST = 120
"""Letters of a name that is kept; its ending stays."""


def as_kept(name: str) -> str:
    """Return a name without folders, control letters and letters that turn the line.

    Args:
        name: As the browser told it; anything may stand in it.
    """
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    letters = (one if unicodedata.category(one)[0] != "C" else " " for one in bare)
    tidy = " ".join("".join(letters).split()).strip(". ")
    if len(tidy) <= LONGEST:
        return tidy
    stem, dot, ending = tidy.rpartition(".")
    short = dot and len(ending) <= 8
    return stem[: LONGEST - 9] + dot + ending if short else tidy[:LONGEST]


def of_copy(file: UUID, media: str) -> str:
    """Return the name under which a copy is handed out: it tells nothing of anybody."""
    return f"paper-{file.hex[:8]}{ENDINGS.get(media, '.bin')}"


def of_original(file: UUID) -> str:
    """Return the name of the bytes as they came; no program opens it by its ending."""
    return f"original-{file.hex[:8]}.original"

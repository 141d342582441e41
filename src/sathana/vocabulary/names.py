"""A name in both languages, the smallest building block of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

type Lang = Literal["th", "en"]
"""Language of a text shown to people."""

LANGUAGES: tuple[Lang, ...] = ("th", "en")


@dataclass(frozen=True, slots=True)
class Name:
    """One thing's name in English and Thai."""

    en: str
    th: str

    def in_(self, lang: Lang) -> str:
        """Return the name in one language."""
        return self.th if lang == "th" else self.en

    def both(self) -> dict[str, str]:
        """Return the name as the mapping that every public format uses."""
        return {"th": self.th, "en": self.en}


def look_up(table: Mapping[str, Name], code: str, *, what: str) -> Name:
    """Return the name of a code.

    Args:
        table: The code list.
        code: The code as it is written in a case file.
        what: What the list holds, for the message.

    Raises:
        LookupError: The code is not in the list; the message says which are.
    """
    try:
        return table[code]
    except KeyError:
        raise LookupError(
            f"No {what} has the code {code!r}, so it cannot be shown by name. "
            f"Known codes: {', '.join(sorted(table))}."
        ) from None

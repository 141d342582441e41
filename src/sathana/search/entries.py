"""What a room hands to the search: a page in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sathana.text import normalise


@dataclass(frozen=True, slots=True)
class Readable:
    """Something public that can be read, heard or seen here, in one language.

    Attributes:
        key: Names what it is about, the same in each language: ``rule:7BIS-2``.
        language: ``th``, ``en``, or another that the site has.
        kind: By which results are grouped: ``rule``, ``page``, ``lesson`` ...
        url: Where it is read, beginning with ``/``: never of another host.
        title: What it is called, in its language.
        text: All its words; the search finds nothing else of it.

    Raises:
        ValueError: The address is none of this site, or something has no name.
    """

    key: str
    language: str
    kind: str
    url: str
    title: str
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse what nobody could find or open."""
        for name in ("key", "language", "kind", "title"):
            if not getattr(self, name).strip():
                raise ValueError(f"The entry '{self.key}' ({self.url}) has no {name}.")
        if not self.url.startswith("/") or self.url.startswith(("//", "/\\")):
            raise ValueError(
                f"The entry '{self.key}' leads to '{self.url}', which is no address "
                "of this site: it must begin with one '/'."
            )


def in_one_form(texts: Iterable[str]) -> str:
    """Join texts, normalised, each in a line of its own; empty ones are left out."""
    return "\n".join(clean for text in texts if (clean := one_form(text)))


def one_form(text: str) -> str:
    """Return a text normalised, without signs that are no signs of writing."""
    clean = (c if c.isprintable() or c == "\n" else " " for c in normalise(text))
    return "".join(clean).strip()

"""Which records of the law a page rests on, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sathana.law.references import Reference, reference
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class Cited:
    """A record that a text cites.

    Attributes:
        found: The record as it is now; ``None`` if there is none of this id any more.
    """

    key: str
    found: Reference | None


def cited(keys: Iterable[str]) -> tuple[Cited, ...]:
    """Return the records of the law behind references, each once, in their order."""
    return tuple(Cited(key, _found(key)) for key in dict.fromkeys(keys) if key)


def name_of(found: Reference) -> Text:
    """Return what a record is called; a provision ("s. 20") with its law behind it."""
    if found.kind != "provision":
        return found.title
    law = _found(f"instrument:{found.id.partition('/')[0]}")
    if law is None:  # a few provisions stand in no instrument
        return found.title
    return {
        language: f"{title} ({law.title.get(language) or law.title['th']})"
        for language, title in found.title.items()
    }


def keys_in(value: Any) -> Iterator[str]:
    """Yield every reference in the raw value of a body, however deep."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "rules" and isinstance(part, list):
                yield from (key for key in map(_key, part) if key)
            else:
                yield from keys_in(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from keys_in(part)


def _key(entry: Any) -> str:
    if isinstance(entry, dict):  # how the framework keeps the entries of a list
        entry = entry.get("value", "")
    return entry if isinstance(entry, str) else ""


def _found(key: str) -> Reference | None:
    try:
        return reference(key)
    except LookupError:
        return None

"""The keys of a person in a case file: one table, read by reader, writer and web."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sathana.facts import casefile_values as read
from sathana.facts.casefile_entries import ENTRY_KINDS
from sathana.facts.casefile_lists import read_entries
from sathana.facts.casefile_nodes import Node, Scalar
from sathana.facts.casefile_scope import Scope
from sathana.facts.model import Value
from sathana.vocabulary import codes


@dataclass(frozen=True, slots=True)
class Key:
    """One told key.

    Attributes:
        name: As in ``Person.told``: ``born.date``, ``stay``.
        read: Reads the value, once ``unknown`` and grades are dealt with.
    """

    name: str
    read: read.Reader[Value]

    @property
    def has_entries(self) -> bool:
        """Whether the value is a list of entries with keys of their own."""
        return self.name in ENTRY_KINDS


def _entries(node: Node, scope: Scope) -> Value:
    # The table gives each key entries of one class only.
    return read_entries(node, scope)  # type: ignore[return-value]


def _thai(node: Node, scope: Scope) -> Value:
    """Read nationality as a fact: a truth, or a list of spells."""
    return (
        read.truth(node, scope) if isinstance(node, Scalar) else _entries(node, scope)
    )


_READERS: Mapping[str, read.Reader[Value]] = {
    "sex": read.one_of(codes.SEXES),
    "born.date": read.date,
    "born.country": read.country,
    "born.place": read.text,
    "born.notified": read.one_of(codes.NOTICE_OF_BIRTH),
    "died": read.event,
    "father": read.father,
    "mother": read.mother,
    "found": read.event,
    "parents_marriage": read.event,
    "legitimation": read.event,
    "paternity_proved": read.event,
    "thai": _thai,
    "foreign_nationality": read.foreign_nationality,
    "foreign_documents": read.texts_or_none,
    "entered": read.event,
    "stay": _entries,
    "residence": _entries,
    "registers": _entries,
    "id13": read.id13,
    "group": read.text,
    "alien_certificate": read.certificate,
    "could_hold_parents_nationality": read.truth,
    "orders": _entries,
    "marriages": _entries,
    "adopted": _entries,
    "conduct": read.one_of(codes.CONDUCT),
    "convictions": _entries,
    "service": read.truth,
    "livelihood": read.truth,
    "speaks_thai": read.truth,
    "education": read.one_of(codes.EDUCATION),
    "student": read.truth,
    "care": _entries,
    "original_highlander": read.truth,
    "displaced_thai": read.truth,
    "findings": _entries,
    "attempts": _entries,
}

KEYS: Mapping[str, Key] = {name: Key(name, reader) for name, reader in _READERS.items()}
"""Every told key by name, in the order in which a case file is written."""

BORN = tuple(name.removeprefix("born.") for name in KEYS if name.startswith("born."))
"""Keys of the map ``born``."""

PERSON_KEYS = (
    "name",
    *dict.fromkeys("born" if name.startswith("born.") else name for name in KEYS),
    "notes",
)
"""Keys that may stand under a person in the file."""

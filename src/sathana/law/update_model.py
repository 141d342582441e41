"""An update of the law as its file says it, and what is wrong with a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sathana.facts.casefile_faults import CaseFileError
from sathana.law.model import Text


class UpdateError(CaseFileError):
    """An update file that cannot be used, with all its faults, each with its line."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record of the law, and what is to be set in it.

    Attributes:
        kind: ``rule``, ``provision``, ``fee`` ...
        key: Id of the record.
        version: Which text of a rule, counted from 1; ``None``: its only one.
        values: What is set, a dot naming a key of a block: ``pathway.windows``.
        why: Why, for those who see the answer.
        line: Line of the file at which the change begins.
    """

    kind: str
    key: str
    version: int | None
    values: Mapping[str, object]
    why: Text
    line: int

    @property
    def record(self) -> str:
        """The record as answers name it: ``rule/ANN-2025``."""
        return f"{self.kind}/{self.key}"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed.

    Attributes:
        name: As in the keyring of those who trust it.
        key: Public key, ``ed25519:`` and base64.
        on: Day as the signer wrote it, ``2026-11-25``; signed too.
        mark: The signature, base64.
    """

    name: str
    key: str
    on: str
    mark: str


@dataclass(frozen=True, slots=True)
class LawUpdate:
    """A whole update file.

    Attributes:
        base: Edition of the law that it changes, ``th@2026.11``.
        made_on: Day on which it was made, ordinal.
        source: Address or words: on what it rests.
        content: What is signed: the text above the signatures, see
            :func:`sathana.law.update_file.signed_bytes`.
    """

    id: str
    title: Text
    base: str
    made_on: int
    source: str
    changes: tuple[Change, ...]
    signatures: tuple[Signature, ...]
    content: str

    @property
    def records(self) -> tuple[str, ...]:
        """The records it changes, each once, in the order of the file."""
        return tuple(dict.fromkeys(change.record for change in self.changes))

"""An update of the law that is installed, as answers name it."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.law.marks import Text


@dataclass(frozen=True, slots=True)
class Update:
    """A signed change of dated data of the law, installed on this machine.

    Attributes:
        made_on: Day on which it was made, ordinal.
        names: Who signed it, two at least.
        source: Address or words: on what the change rests.
        records: What it changes, as ``rule/ANN-2025``.
    """

    id: str
    title: Text
    made_on: int
    names: tuple[str, ...]
    source: str
    records: tuple[str, ...]

"""A way of reading the law, and what is asked under it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sathana.law.book import Clause, book
from sathana.law.load import pack
from sathana.law.rules import READINGS, Law


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The texts of a day, as one reading and perhaps a reform take them.

    Attributes:
        name: Name in results, unique among those run together.
        as_of: Day asked about, ordinal.
        law_at: Day whose texts are read, ordinal.
        law: The reading.
        changed: Clauses in place of those of the pack; empty: none is changed.
    """

    name: str
    as_of: int
    law_at: int
    law: Law = field(default_factory=lambda: READINGS["court"])
    changed: tuple[Clause, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Texts that are read on that day."""
        all_of_them = self.changed or book(self.law)
        return tuple(c for c in all_of_them if c.read_on(self.law_at))


def rule_codes() -> tuple[str, ...]:
    """Return the ids of rules in the order of the codes of columns that name one."""
    return tuple(sorted(pack().rules))

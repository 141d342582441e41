"""The parts of a short sentence, so that neighbours need not repeat themselves."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.facts.wording_days import Speaker


@dataclass(frozen=True, slots=True)
class Clause:
    """One short sentence, in parts, so that neighbours need not repeat themselves.

    Attributes:
        subject: Of whom it speaks; empty if the sentence cannot be shortened.
        head: The part that may be shared too ("was born"); empty if none.
        tail: The rest.
        binds: Whether what shares its head follows without "and" ("was born in
            Thailand before 1992").
    """

    subject: str
    tail: str
    head: str = ""
    binds: bool = False

    def shares_head(self, other: Clause | None) -> bool:
        """Return whether it says more of what the other one says."""
        return other is not None and bool(self.head) and self._key() == other._key()

    def _key(self) -> tuple[str, str]:
        return self.subject, self.head

    def text(self, speaker: Speaker, after: Clause | None = None) -> str:
        """Return the sentence; what the one before has said is not repeated."""
        gap = speaker.pick(" ", "")
        same = (
            after is not None and bool(self.subject) and after.subject == self.subject
        )
        if self.shares_head(after):
            return self.tail
        parts = (self.head, self.tail) if same else (self.subject, self.head, self.tail)
        return gap.join(part for part in parts if part)

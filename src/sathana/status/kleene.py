"""Answers before the case split: three values, and what is unknown stays unknown.

A workshop of :mod:`status.diagram` keeps an answer as a function of the facts that are
not known. This one keeps three answers only, so that the same reader gives what strong
Kleene logic gives: what columns and SQL must agree with, value for value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sathana.status.diagram import NO, YES, Diagram, Workshop

_UNKNOWN_FACT = ("unknown",)


class KleeneWorkshop(Workshop):
    """Combines answers by strong Kleene logic; :attr:`unknown` is the third one."""

    def __init__(self) -> None:
        """Start with the one fact that stands for all that is unknown."""
        super().__init__()
        self.unknown = super().fact(_UNKNOWN_FACT)

    def within(
        self, work: Callable[[], Diagram], otherwise: tuple[str, ...]
    ) -> Diagram:
        """Return an answer; it can never grow too large."""
        return work()

    def fact(self, name: tuple[str, ...]) -> Diagram:
        """Return unknown."""
        return self.unknown

    def below(self, level: int, day: int) -> Diagram:
        """Return whether the variable is less than ``day``, if its ends tell."""
        variable = self.variables[level]
        if day <= variable.first:
            return NO
        return YES if day > variable.last else self.unknown

    def among(self, level: int, chosen: Iterable[int]) -> Diagram:
        """Return whether the variable has a chosen value, if all or none are."""
        variable, wanted = self.variables[level], set(chosen)
        runs = range(variable.first, variable.last + 1)
        fitting = sum(value in wanted for value in runs)
        return YES if fitting == len(runs) else self.unknown if fitting else NO

    def node(
        self, level: int, cuts: tuple[int, ...], kids: tuple[Diagram, ...]
    ) -> Diagram:
        """Return what all kids say; unknown where they part."""
        if not hasattr(self, "unknown"):
            return super().node(level, cuts, kids)
        return kids[0] if all(kid is kids[0] for kid in kids) else self.unknown

    def both(self, a: Diagram, b: Diagram) -> Diagram:
        """Return ``a and b``."""
        if a is NO or b is NO:
            return NO
        return YES if a is b is YES else self.unknown

    def either(self, a: Diagram, b: Diagram) -> Diagram:
        """Return ``a or b``."""
        if a is YES or b is YES:
            return YES
        return NO if a is b is NO else self.unknown

    def opposite(self, a: Diagram) -> Diagram:
        """Return ``not a``."""
        return NO if a is YES else YES if a is NO else self.unknown

    def choose(self, test: Diagram, then: Diagram, other: Diagram) -> Diagram:
        """Return ``then`` or ``other``; where they agree the test need not be known."""
        if test is YES or then is other:
            return then
        return other if test is NO else self.unknown

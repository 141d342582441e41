"""Nationality on a day, for all rows: gains that worked and were not lost again."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from sathana.population.change import Changes, Gain, Loss
from sathana.population.changes import changes
from sathana.population.changes_told import followed
from sathana.population.frames import Frame
from sathana.population.lower import Lowering
from sathana.population.lower_spells import table
from sathana.population.ops import YES, Op
from sathana.population.schema import UNKNOWN_ORDER
from sathana.population.whens import When


class HangsOnItselfError(Exception):
    """The condition of a text asks for the nationality that it gives."""


@dataclass
class Timeline:
    """Answers whether a person seen from a row is Thai on a day."""

    low: Lowering
    changes: Changes = field(init=False)
    kept: dict[Hashable, Op] = field(default_factory=dict)
    making: set[Hashable] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Find what may change a nationality, and answer for the rules."""
        self.changes = changes(self.low)
        self.low.thai_at = self.thai_at

    def thai_at(self, frame: Frame, when: When, without: tuple[str, ...] = ()) -> Op:
        """Return whether a person holds Thai nationality on a day.

        Args:
            frame: The person.
            when: The day.
            without: Bases that are not to count.
        """
        low, ops = self.low, self.low.ops
        gains = [g for g in self.changes.gains if g.basis not in without]
        answer = ops.most(*(self.standing(frame, gain, when) for gain in gains))
        vague = self._unknown_order_by(frame, when)
        answer = ops.pick(ops.opposite(vague), answer, ops.unknown)
        name = (low.name, "followed")
        told = frame.truth(name, lambda: followed(low))
        return frame.thai_or_else(ops.pick(told, answer, ops.unknown))

    def works(self, rule: str, when: When) -> Op:
        """Return whether nationality by one rule has come by a day and still stands.

        Args:
            rule: Id of a rule that gives, ``GIVEN`` for a told nationality or
                ``ENTERED`` for an entry of which the rule is not told.
            when: The day.
        """
        own, found = self.low.frame("self"), []
        for gain in self.changes.gains:
            holds = [hold for name, hold in gain.rules if name == rule]
            if holds:
                this = self.low.ops.most(*(hold() for hold in holds))
                found.append(self.low.ops.least(this, self.standing(own, gain, when)))
        return self.low.ops.most(*found)

    def standing(self, frame: Frame, gain: Gain, when: When) -> Op:
        """Return whether one gain has worked by a day and was not lost again."""
        ops = self.low.ops
        come = self.low.days.by(gain.when(frame), when)
        if come is ops.no:
            return come
        name = (self.low.name, "gain", gain.key)
        holds = frame.truth(name, lambda: self.holds(gain))
        if holds is ops.no:
            return holds
        bitten = [self._bites(frame, gain, loss, when) for loss in self.changes.losses]
        return ops.least(come, holds, ops.opposite(ops.most(*bitten)))

    def holds(self, change: Gain | Loss) -> Op:
        """Return whether a change holds, in the person's own row.

        Raises:
            HangsOnItselfError: It asks for itself in the same row.
        """
        key = (type(change), change.key)
        if key not in self.kept:
            if key in self.making:
                raise HangsOnItselfError(str(change.key))
            self.making.add(key)
            self.kept[key] = change.holds()
            self.making.discard(key)
        return self.kept[key]

    def _bites(self, frame: Frame, gain: Gain, loss: Loss, when: When) -> Op:
        """Return whether a loss has taken one gain by a day."""
        if loss.until is not None:
            return self._denied(frame, gain, loss, when)
        ops, days = self.low.ops, self.low.days
        if gain.basis not in loss.takes:
            return ops.no
        come = days.by(loss.when(frame), when)
        own = self.low.frame("self")
        if come is ops.no or days.before(gain.when(own), loss.when(own)) is ops.no:
            return ops.no
        name = (self.low.name, "pair", gain.key, loss.key)
        return ops.least(come, frame.truth(name, lambda: self._pair(gain, loss)))

    def _pair(self, gain: Gain, loss: Loss) -> Op:
        """Return whether a loss takes a gain once its day has come."""
        ops, days, own = self.low.ops, self.low.days, self.low.frame("self")
        day = loss.when(own)
        parts = [days.before(gain.when(own), day), self.holds(loss)]
        if gain.shield is not None and not loss.by_order:
            parts.append(days.by(gain.shield(own), day))
        return ops.least(*parts)

    def _denied(self, frame: Frame, gain: Gain, loss: Loss, when: When) -> Op:
        """Return whether a told ``no`` stands against a gain."""
        ops, days = self.low.ops, self.low.days
        name = (self.low.name, "denied", gain.key, loss.key)
        ended = ops.least(
            frame.truth((*name, "ended"), lambda: self._ended(gain, loss)),
            days.by(loss.when(frame), when),
        )
        if gain.by_order:
            return ended if gain.basis != "displaced" else ops.no
        inside = frame.truth((*name, "inside"), lambda: self._inside(gain, loss))
        return ops.most(ended, inside)

    def _ended(self, gain: Gain, loss: Loss) -> Op:
        own = self.low.frame("self")
        earlier = self.low.days.before(gain.when(own), loss.when(own))
        return self.low.ops.least(self.holds(loss), earlier)

    def _inside(self, gain: Gain, loss: Loss) -> Op:
        own, days = self.low.frame("self"), self.low.days
        if loss.until is None:
            return self.low.ops.no
        begun = days.by(loss.when(own), gain.when(own))
        lasts = days.before(gain.when(own), loss.until(own))
        return self.low.ops.least(self.holds(loss), begun, lasts)

    def _unknown_order_by(self, frame: Frame, when: When) -> Op:
        """Return whether an order of which the kind is not known may have come."""
        low, found = self.low, []
        for place in range(1, low.told.slots["order"] + 1):
            kind = frame.among(f"order{place}_kind", table({UNKNOWN_ORDER: YES}))
            day = low.told.order_day(frame, place)
            found.append(low.ops.least(kind, low.days.by(day, when)))
        return low.ops.most(*found)

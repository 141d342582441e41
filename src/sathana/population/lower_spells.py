"""Entry and spells as columns: what ``status.spells`` says of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sathana.facts.values import PRECARIOUS, STAY_KINDS, domain
from sathana.population.frames import OWN_EVENTS, Frame
from sathana.population.ops import NO, UNKNOWN, YES, Builder, Op
from sathana.population.schema import (
    NEVER,
    ORDERS,
    SPELLS,
    UNKNOWN_ORDER,
    UNTOLD,
    code,
    plain,
)
from sathana.population.whens import Days, When

_POSSIBLE = tuple(kind for kind in STAY_KINDS if kind != "diplomatic")
"""What an unknown standing may be: one of a foreign mission is presumed not to be."""
_CODES = 256

type Ask = Callable[[When, When], Op]


@dataclass(frozen=True, slots=True)
class Told:
    """Facts of a person as steps, told ones only: nobody's status is asked here.

    Attributes:
        slots: How many slots of each thing the table has.
        as_of: The day asked about, ordinal.
    """

    ops: Builder
    days: Days
    slots: dict[str, int]
    as_of: int

    # -- days ------------------------------------------------------------------

    def event(self, frame: Frame, key: str) -> When:
        """Return the day of an event of a person who is a row."""
        if key == "born.date":
            return frame.birth
        lives = frozenset({frame.name}) if key in OWN_EVENTS else frozenset[str]()
        if key == "parents_marriage" and not frame.link:
            told = self.ops.column("parents_marriage_order")
            return frame.day(key, key, order=told, about=self.ops.row)
        return frame.day(plain(key), key, lives=lives)

    def asked(self, frame: Frame) -> When:
        """Return the day asked about, or the day of death if that is earlier."""
        ops = self.ops
        today, died = ops.number(self.as_of), self.event(frame, "died")
        dead = ops.least(
            ops.less(died.hi, ops.number(NEVER)), ops.less(died.lo, ops.plus(today, 1))
        )
        lo, hi = (ops.pick(dead, end, today) for end in (died.lo, died.hi))
        return When(lo, hi, (frame.name, "asked"))

    def order_day(self, frame: Frame, place: int) -> When:
        """Return the day of an order."""
        lives = frozenset({frame.name})
        return frame.day(f"order{place}_on", ("orders", place), lives=lives)

    def wedding(self, frame: Frame, place: int) -> When:
        """Return the day on which a marriage was registered."""
        name = f"marriage{place}_wedding"
        lives = frozenset({frame.name, f"spouse{place}"} if not frame.link else ())
        return frame.day(
            name,
            ("marriages", place, "registered"),
            lives=lives or frozenset({frame.name}),
            order=frame.column(f"{name}_order"),
            about=frame.column(f"marriage{place}_child"),
        )

    def ended(self, frame: Frame, place: int) -> When:
        """Return the day on which a marriage ended."""
        lives = frozenset({frame.name})
        name = ("marriages", place, "ended")
        return frame.day(f"marriage{place}_ended", name, lives=lives)

    # -- facts -----------------------------------------------------------------

    def is_(self, frame: Frame, key: str, values: tuple[str, ...]) -> Op:
        """Return whether a fact of a person who is a row has one of the values."""
        return frame.among(plain(key), fact_table(key, values))

    def ordered(
        self, frame: Frame, kinds: tuple[str, ...], under: bytes | None, when: When
    ) -> Op:
        """Return whether an order of one of the kinds was made by a day.

        Args:
            frame: Whose orders.
            kinds: Kinds of order.
            under: Truth of each code of the rule named; ``None``: any rule will do.
            when: The day.
        """
        wanted = {ORDERS.index(kind) + 1 for kind in kinds if kind in ORDERS}
        found = []
        for place in range(1, self.slots["order"] + 1):
            fits = frame.among(
                f"order{place}_kind",
                table({**dict.fromkeys(wanted, YES), UNKNOWN_ORDER: UNKNOWN}),
            )
            if under is not None:
                named = frame.among(f"order{place}_under", under)
                of_unknown = frame.among(
                    f"order{place}_kind", table({UNKNOWN_ORDER: YES})
                )
                fits = self.ops.least(fits, self.ops.most(named, of_unknown))
            if fits is not self.ops.no:
                day = self.order_day(frame, place)
                found.append(self.ops.least(fits, self.days.by(day, when)))
        return self.ops.most(*found)

    # -- entry -----------------------------------------------------------------

    def entered_by(self, frame: Frame, when: When) -> Op:
        """Return whether a person had come in from outside by a day.

        A woman who gives birth here is here on that day (contract, 4.8).
        """
        ops = self.ops
        entry = self.event(frame, "entered")
        may_be = ops.less(entry.lo, ops.number(NEVER))
        abroad = ops.opposite(self.is_(frame, "born.country", ("TH",)))
        came = ops.most(ops.less(entry.hi, ops.number(NEVER)), abroad)
        there = ops.least(may_be, came, self._gave_birth(frame, when))
        return ops.most(self.days.by(entry, when), there)

    def happened(self, day: When) -> Op:
        """Return whether an event happened: unknown where it may not have."""
        ops = self.ops
        never = ops.number(NEVER)
        surely, perhaps = ops.less(day.hi, never), ops.less(day.lo, never)
        return ops.most(surely, ops.least(perhaps, ops.unknown))

    def _gave_birth(self, frame: Frame, when: When) -> Op:
        """Return whether a child of hers was born here by a day."""
        ops = self.ops
        surely = ops.less(frame.column("bore_here_hi"), ops.plus(when.lo, 1))
        perhaps = ops.less(frame.column("bore_here_lo"), ops.plus(when.hi, 1))
        found = ops.most(surely, ops.least(perhaps, ops.unknown))
        if frame.name == "mother" and when.name == ("self", "born.date"):
            own = ops.column(plain("born.country"))
            here = ops.among(own, fact_table("born.country", ("TH",)))
            found = ops.most(found, here)
        return found

    # -- spells ----------------------------------------------------------------

    def stays(self, frame: Frame, kinds: tuple[str, ...], when: When) -> Op:
        """Return whether the standing on a day is of one of the kinds."""
        ops = self.ops
        permanent = self.ordered(frame, ("permanent_residence",), None, when)
        answers = [permanent if "permanent" in kinds else ops.no]
        covered = [permanent]
        for place in range(1, self.slots["stay"] + 1):
            covers = ops.least(
                self._covers(frame, "stay", place, when), ops.opposite(permanent)
            )
            covered.append(covers)
            fits = frame.among(f"stay{place}_kind", _stay_table(kinds))
            answers.append(ops.least(covers, fits))
        never = ops.opposite(self.happened(self.event(frame, "entered")))
        needed_none = ops.yes if "none" in kinds else ops.no
        rest = ops.choose(never, needed_none, self.unknown_stay(kinds))
        return ops.most(*answers, ops.least(ops.opposite(ops.most(*covered)), rest))

    def unknown_stay(self, kinds: tuple[str, ...]) -> Op:
        """Return whether a standing of which nothing is known is of the kinds."""
        return self.ops.truth(_any_of(kinds, _POSSIBLE))

    def running(self, frame: Frame, key: str, when: When) -> Op:
        """Return whether a spell of any kind was running; never surely not."""
        places = range(1, self.slots[key] + 1)
        covers = [self._covers(frame, key, place, when) for place in places]
        return self.ops.most(*covers, self.ops.unknown)

    def throughout(self, frame: Frame, key: str, begin: When, end: When) -> Op:
        """Return whether told spells cover every day of ``[begin, end)``."""
        ops, found = self.ops, []
        for place in range(1, self.slots[key] + 1):
            lasts = self._lasts(frame, key, place, self.days.by, end)
            begun = self._begun(frame, key, place, begin)
            found.append(ops.least(self._is_told(frame, key, place), begun, lasts))
        alive = self.days.by(frame.birth, begin)
        return ops.pick(ops.most(*found), ops.yes, ops.least(alive, ops.unknown))

    def _is_told(self, frame: Frame, key: str, place: int) -> Op:
        told = dict.fromkeys(range(1, len(SPELLS[key]) + 1), YES)
        return frame.among(f"{key}{place}_kind", table(told))

    def _covers(self, frame: Frame, key: str, place: int, when: When) -> Op:
        return self.ops.least(
            self._is_told(frame, key, place),
            self._begun(frame, key, place, when),
            self._lasts(frame, key, place, self.days.before, when),
        )

    def _lasts(self, frame: Frame, key: str, place: int, ask: Ask, when: When) -> Op:
        until = frame.day(f"{key}{place}_until", (key, place, "until"))
        return self.ops.most(ask(when, until), self.days.never(until))

    def _begun(self, frame: Frame, key: str, place: int, when: When) -> Op:
        """Return whether a spell had begun; without a day from the birth or entry."""
        ops = self.ops
        begin = frame.day(f"{key}{place}_from", (key, place, "from"))
        entry = self.event(frame, "entered")
        inside = ops.most(
            ops.opposite(self.happened(entry)), self.entered_by(frame, when)
        )
        from_birth = self.days.by(frame.birth, when)
        untold = ops.pick(self.days.never(entry), from_birth, inside)
        is_untold = ops.same(begin.lo, ops.number(UNTOLD))
        return ops.pick(is_untold, untold, self.days.by(begin, when))


def table(truths: dict[int, int], otherwise: int = NO) -> bytes:
    """Return a table of truths by code."""
    return bytes(truths.get(number, otherwise) for number in range(_CODES))


def fact_table(key: str, values: tuple[str, ...]) -> bytes:
    """Return what each code of a fact says to whether it has one of the values."""
    known = domain(key)
    truths = {code(key, word): YES for word in values if word in known}
    return table({**truths, 0: _any_of(values, known)})


def _any_of(values: Iterable[str], possible: tuple[str, ...]) -> int:
    """Return whether a fact of which nothing is known has one of the values."""
    fitting = sum(value in set(values) for value in possible)
    return YES if fitting == len(possible) else UNKNOWN if fitting else NO


def _stay_table(kinds: tuple[str, ...]) -> bytes:
    truths = {
        SPELLS["stay"].index(kind) + 1: YES for kind in kinds if kind in STAY_KINDS
    }
    vague = {"precarious": PRECARIOUS, "unknown": _POSSIBLE}
    for name, possible in vague.items():
        truths[SPELLS["stay"].index(name) + 1] = _any_of(kinds, possible)
    return table(truths)

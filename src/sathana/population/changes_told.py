"""Nationality that is told as a fact, and whether anything is told at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sathana.law.rules import ALL_BASES
from sathana.population.change import Gain, Loss
from sathana.population.frames import Frame, is_marriage
from sathana.population.lower import Lowering
from sathana.population.lower_spells import table
from sathana.population.ops import YES, Op
from sathana.population.schema import NEVER, SPELLS, UNTOLD
from sathana.population.whens import When

_NO, _YES = (SPELLS["thai"].index(word) + 1 for word in ("no", "yes"))


def lifelong(low: Lowering) -> Op:
    """Return whether a nationality, or none, is told for a whole life."""
    ops, found = low.ops, []
    for place in range(1, low.told.slots["thai"] + 1):
        decided = ops.among(
            ops.column(f"thai{place}_kind"), table({_NO: YES, _YES: YES})
        )
        endless = ops.same(ops.column(f"thai{place}_until_lo"), ops.number(NEVER))
        found.append(ops.least(decided, endless, _from_birth(low, place)))
    return ops.most(*found)


def followed(low: Lowering) -> Op:
    """Return whether anything is told that can be followed to an answer: yes or no.

    Not so where a finding is known to be, but not of what: it may decide all.
    """
    ops, slots = low.ops, low.told.slots
    some = bytes([0, *([YES] * 255)])
    told = [
        ops.among(ops.column(f"{thing}{place}_{part}"), some)
        for thing, part in (("thai", "kind"), ("order", "kind"), ("finding", "rule"))
        for place in range(1, slots[thing] + 1)
    ]
    told += [ops.among(ops.column(name), some) for name in _TELLING]
    told += [low.frame(link).is_row for link in ("father", "mother")]
    for place in range(1, slots["marriage"] + 1):
        own = ops.less(ops.column(f"marriage{place}_child"), ops.number(0))
        told.append(ops.least(is_marriage(ops, place), own))
    of_what = table({len(low.rules) + 1: YES})
    vague = [
        ops.among(ops.column(f"finding{place}_rule"), of_what)
        for place in range(1, slots["finding"] + 1)
    ]
    return ops.least(ops.most(*told), ops.opposite(ops.most(*vague)))


_TELLING = ("displaced_thai", "original_highlander", "born_country")


def _from_birth(low: Lowering, place: int) -> Op:
    begin = low.ops.column(f"thai{place}_from_lo")
    return low.ops.same(begin, low.ops.number(UNTOLD))


def told(low: Lowering) -> Iterator[Gain | Loss]:
    """Yield a told nationality: from birth, and from a day that is told."""
    for place in range(1, low.told.slots["thai"] + 1):
        end = partial(_end, place=place)
        for untold in (True, False):
            begin = _birth if untold else partial(_begin, place=place)
            key = ("thai", place, untold)
            yes = partial(_thai, low, place, _YES, untold)
            yield Gain(key, "given", begin, yes, shield=end, rules=(("GIVEN", yes),))
            no = partial(_thai, low, place, _NO, untold)
            yield Loss(key, ALL_BASES, begin, no, until=end)


def _birth(frame: Frame) -> When:
    return frame.birth


def _begin(frame: Frame, *, place: int) -> When:
    return frame.day(f"thai{place}_from", ("thai", place))


def _end(frame: Frame, *, place: int) -> When:
    meets = (frame.name, ("thai", place + 1))
    return frame.day(f"thai{place}_until", ("thai until", place), meets=meets)


def _thai(low: Lowering, place: int, kind: int, untold: bool) -> Op:
    told = low.ops.among(low.ops.column(f"thai{place}_kind"), table({kind: YES}))
    birth = _from_birth(low, place)
    return low.ops.least(told, birth if untold else low.ops.opposite(birth))

"""What each kind of step does with the rows of a chunk."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import cast

import numpy as np
import numpy.typing as npt

from sathana.population.bounds import Span, bounds
from sathana.population.chunk import Chunk, Truths, Value
from sathana.population.ops import YES
from sathana.population.plan import Plan, Step
from sathana.population.table import Column
from sathana.population.years import moved


def worked_out(todo: Plan, here: Chunk) -> dict[Hashable, tuple[Value, Span]]:
    """Return the value of each result in the rows of a chunk, and its span."""
    here.bounds = bounds(todo, here)
    lo, hi, parts, uses = (getattr(here.bounds, name) for name in _BOUNDS)
    values = here.values = [0] * len(todo.steps)
    for number, step in enumerate(todo.steps):
        if not uses[number]:
            continue
        if lo[number] == hi[number]:
            values[number] = lo[number]
            continue
        hangs_on = parts[number]
        if len(hangs_on) == 1 and step.kind in _PASSES_ON:
            values[number] = values[hangs_on[0]]
        else:
            values[number] = _STEPS[step.kind](here, step, hangs_on)
        for part in hangs_on:
            uses[part] -= 1
            if not uses[part]:
                here.forget(part)
    return {
        name: (values[place], (lo[place], hi[place]))
        for name, place in todo.results.items()
    }


_BOUNDS = ("lo", "hi", "parts", "uses")
_PASSES_ON = frozenset({"least", "most", "pick", "pick_n", "column", "of", "of_n"})
"""Steps that are what the one part is that can make a difference."""


# -- what each kind of step does -------------------------------------------------------

type Parts = tuple[int, ...]


def _least(here: Chunk, step: Step, parts: Parts) -> Value:
    return _reduce(np.minimum, here, parts)


def _most(here: Chunk, step: Step, parts: Parts) -> Value:
    return _reduce(np.maximum, here, parts)


def _reduce(together: np.ufunc, here: Chunk, parts: Parts) -> Value:
    values = here.values
    found: Column = together(values[parts[0]], values[parts[1]])
    for part in parts[2:]:
        together(found, values[part], out=found)
    return found


def _opposite(here: Chunk, step: Step, parts: Parts) -> Value:
    return YES - cast("Truths", here.values[parts[0]])


def _among(here: Chunk, step: Step, parts: Parts) -> Value:
    """Look codes up; where few of them differ, comparing is several times quicker."""
    codes, table = cast("Column", here.values[parts[0]]), cast("bytes", step.data)
    base, others = _differing(table, here.bounds.lo[parts[0]], here.bounds.hi[parts[0]])
    if len(others) > _FEW:
        return np.frombuffer(table, np.uint8).take(codes, mode="clip")
    found = np.full(len(codes), base, np.uint8)
    for code, more in others:
        found += np.equal(codes, code).view(np.uint8) * np.uint8(more)
    return found


_FEW = 4
"""Codes up to which each is compared by itself."""


@lru_cache(maxsize=4096)
def _differing(
    table: bytes, least: int, most: int
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Return the commonest truth of some codes, and what the others have more.

    What they have more is counted round 256, as bytes are added.
    """
    truths = table[least : most + 1]
    base = max(set(truths), key=truths.count)
    others = ((code, truth) for code, truth in enumerate(truths, least))
    return base, tuple((c, (t - base) % 256) for c, t in others if t != base)


def _before(here: Chunk, step: Step, parts: Parts) -> Value:
    a_lo, a_hi, b_lo, b_hi = (here.values[part] for part in parts)
    surely = np.less(a_hi, b_lo)
    exact = _is_one(a_lo, a_hi) and _is_one(b_lo, b_hi)
    perhaps = surely if exact else np.less(a_lo, b_hi)
    return np.add(surely, perhaps, dtype=np.uint8)


def _is_one(low: Value, high: Value) -> bool:
    if isinstance(low, int) or isinstance(high, int):
        return isinstance(low, int) and isinstance(high, int) and low == high
    return low is high


def _less(here: Chunk, step: Step, parts: Parts) -> Value:
    one, two = here.values[parts[0]], here.values[parts[1]]
    found = np.less(one, two).view(np.uint8)
    return np.add(found, found, out=found)


def _same(here: Chunk, step: Step, parts: Parts) -> Value:
    one, two = here.values[parts[0]], here.values[parts[1]]
    found = np.equal(one, two).view(np.uint8)
    return np.add(found, found, out=found)


def _pick(here: Chunk, step: Step, parts: Parts) -> Value:
    """Take ``then`` where the mask is set, by bits: numpy's ``where`` is slower."""
    test, then, other = parts
    mask, one, two = here.mask(test), here.values[then], here.values[other]
    if isinstance(one, int) and isinstance(two, int):
        found = np.bitwise_and(mask, one ^ two)
    else:
        found = np.bitwise_xor(one, two)
        np.bitwise_and(found, mask, out=found)
    return np.bitwise_xor(found, two, out=found)


def _pick_n(here: Chunk, step: Step, parts: Parts) -> Value:
    test, then, other = (here.values[part] for part in parts)
    one, two = (np.int32(v) if isinstance(v, int) else v for v in (then, other))
    return np.where(cast("Truths", test) == YES, one, two)


def _plus(here: Chunk, step: Step, parts: Parts) -> Value:
    return cast("Column", here.values[parts[0]]) + cast("int", step.data)


def _later(here: Chunk, step: Step, parts: Parts) -> Value:
    return np.maximum(here.values[parts[0]], here.values[parts[1]])


def _years(here: Chunk, step: Step, parts: Parts) -> Value:
    (part,) = parts
    days = cast("npt.NDArray[np.int32]", here.values[part])
    span = here.bounds.lo[part], here.bounds.hi[part]
    return moved(days, cast("int", step.data), *span)


def _row(here: Chunk, step: Step, parts: Parts) -> Value:
    return np.arange(here.begin, here.end, dtype=np.int32)


_STEPS: Mapping[str, Callable[[Chunk, Step, Parts], Value]] = {
    "column": lambda here, step, parts: here.column(cast("str", step.data)),
    "row": _row,
    "kept": lambda here, step, parts: here.kept(step.data),
    "of": lambda here, step, parts: here.fetch(*cast("tuple[str, str]", step.data)),
    "of_n": lambda here, step, parts: here.fetch(*cast("tuple[str, str]", step.data)),
    "relative": lambda here, step, parts: here.relative(
        *cast("tuple[str, str, int, int]", step.data)
    ),
    "plus": _plus,
    "later": _later,
    "years": _years,
    "among": _among,
    "least": _least,
    "most": _most,
    "opposite": _opposite,
    "before": _before,
    "less": _less,
    "same": _same,
    "pick": _pick,
    "pick_n": _pick_n,
}

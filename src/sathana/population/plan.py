"""Steps in the order in which they are worked out, ready to be run over chunks.

Two things are seen here once rather than in every chunk: a step whose value is stored
for these rows already is *kept*, and what follows a link to a parent, with an answer
for a parent who is no row, is one step, ``relative``.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import cast

from sathana.population.ops import Op
from sathana.population.program import link_of, target
from sathana.population.schema import NOT_IDENTIFIED


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        kind: As of :class:`sathana.population.ops.Op`, or ``kept``, ``relative``.
        args: Places of the steps it works on, all earlier.
        data: As of the step; name of a definition (``kept``), or link, name, and the
            answers for a parent not identified and for none (``relative``).
    """

    kind: str
    args: tuple[int, ...]
    data: object


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in order, and the place of each result.

    Attributes:
        leaves: Places of the steps that hang on no other.
        known: What :mod:`sathana.population.bounds` keeps from chunk to chunk.
    """

    steps: tuple[Step, ...]
    results: Mapping[Hashable, int]
    leaves: tuple[int, ...]
    known: dict[Hashable, object] = field(default_factory=dict, compare=False)


def plan(
    roots: Mapping[Hashable, Op], kept: Mapping[int, Hashable] | None = None
) -> Plan:
    """Return the steps that some results hang on.

    Args:
        roots: The step of each result.
        kept: Name of the definition whose stored value is that of a step, by its uid.
    """
    stored = kept or {}
    leaves: dict[int, Step] = {}
    wanted = _wanted(roots, stored, leaves)
    place = {op.uid: number for number, op in enumerate(wanted)}
    steps = tuple(
        leaves.get(op.uid)
        or Step(op.kind, tuple(place[a.uid] for a in op.args), _data(op))
        for op in wanted
    )
    alone = tuple(number for number, step in enumerate(steps) if not step.args)
    return Plan(steps, {name: place[op.uid] for name, op in roots.items()}, alone)


def _wanted(
    roots: Mapping[Hashable, Op],
    stored: Mapping[int, Hashable],
    leaves: dict[int, Step],
) -> list[Op]:
    """Return each step that is worked out, in the order of making."""
    seen: dict[int, Op] = {}
    waiting = list(roots.values())
    while waiting:
        op = waiting.pop()
        if op.uid in seen:
            continue
        seen[op.uid] = op
        leaf = Step("kept", (), stored[op.uid]) if op.uid in stored else _relative(op)
        if leaf is None:
            waiting.extend(op.args)
        else:
            leaves[op.uid] = leaf
    return [seen[uid] for uid in sorted(seen)]


def _data(op: Op) -> object:
    return (link_of(op), target(op)) if op.kind in {"of", "of_n"} else op.data


def _relative(op: Op) -> Step | None:
    """Return one step for ``pick(is a row, of it, pick(not identified, a, b))``."""
    if op.kind != "pick":
        return None
    test, found, other = op.args
    link = _is_row(test)
    if not link or found.kind != "of" or link_of(found) != link:
        return None
    missing = _missing(other, link)
    return Step("relative", (), (link, target(found), *missing)) if missing else None


def _is_row(test: Op) -> str:
    """Return the link of which a step says that it leads to a row."""
    if test.kind != "less":
        return ""
    least, link = test.args
    is_it = least.kind == "number" and least.data == -1 and link.kind == "column"
    return str(link.data) if is_it else ""


def _missing(other: Op, link: str) -> tuple[int, int] | None:
    """Return the constant answers where a link leads to no row, if they are."""
    if other.kind == "truth":
        return cast("int", other.data), cast("int", other.data)
    if other.kind != "pick":
        return None
    test, unknown, none = other.args
    if unknown.kind != "truth" or none.kind != "truth" or not _is_unnamed(test, link):
        return None
    return cast("int", unknown.data), cast("int", none.data)


def _is_unnamed(test: Op, link: str) -> bool:
    found = {(arg.kind, arg.data) for arg in test.args}
    return test.kind == "same" and found == {
        ("column", link),
        ("number", NOT_IDENTIFIED),
    }

"""What each step is in SQL.

A truth is a BOOLEAN, and NULL is unknown: AND, OR and NOT of SQL are Kleene's logic.
A number is an INTEGER; a day is its ordinal, ``NEVER`` is later than every day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import cast

from sathana.population.ops import NO, UNKNOWN, YES, Op
from sathana.population.schema import NEVER
from sathana.population.years import moved_day

type Args = tuple[str, ...]
type Years = Callable[[str, int], str]
"""How a dialect moves a day by whole years."""

WORDS = {NO: "FALSE", UNKNOWN: "CAST(NULL AS BOOLEAN)", YES: "TRUE"}
_PLAIN = {NO: "FALSE", UNKNOWN: "NULL", YES: "TRUE"}


class UnknownStepError(Exception):
    """A step of a kind that nobody has said in SQL yet; the text names the kind."""


def expression(op: Op, args: Args, years: Years) -> str:
    """Return a step as SQL.

    Args:
        op: The step; no column and nothing fetched from another row.
        args: What its own steps are, as SQL, each safe to stand beside an operator.
        years: How the dialect moves a day by years.

    Raises:
        UnknownStepError: The kind of the step is not known here.
    """
    if op.kind == "years":
        return _years(op, args, years)
    make = _MAKE.get(op.kind)
    if make is None:
        raise UnknownStepError(f"no SQL for a step of kind {op.kind!r}")
    return make(op, args)


def _years(op: Op, args: Args, years: Years) -> str:
    many, day = cast("int", op.data), op.args[0]
    if day.kind == "number":
        return str(moved_day(cast("int", day.data), many))
    return (
        f"CASE WHEN {args[0]} >= {NEVER} THEN {args[0]} ELSE {years(args[0], many)} END"
    )


def _among(op: Op, args: Args) -> str:
    """Return a table of truths by code, those that most codes share left for last."""
    table = cast("bytes", op.data)
    usual = Counter(table).most_common(1)[0][0]
    wanted = sorted({*table} - {usual}, reverse=True)
    lists = [
        (truth, _in(args[0], [code for code, t in enumerate(table) if t == truth]))
        for truth in wanted
    ]
    if len(lists) == 1 and {usual, lists[0][0]} == {NO, YES}:
        only = lists[0][1]
        return f"({only})" if usual == NO else f"(NOT {only})"
    cases = " ".join(f"WHEN {test} THEN {_PLAIN[truth]}" for truth, test in lists)
    return f"CASE {cases} ELSE {_PLAIN[usual]} END"


def _in(column: str, codes: list[int]) -> str:
    if len(codes) == 1:
        return f"{column} = {codes[0]}"
    if len(codes) > 2 and codes[-1] - codes[0] == len(codes) - 1:
        return f"{column} BETWEEN {codes[0]} AND {codes[-1]}"
    return f"{column} IN ({', '.join(map(str, codes))})"


def _joined(word: str, args: Iterable[str]) -> str:
    return "(" + f" {word} ".join(args) + ")"


def _before(op: Op, args: Args) -> str:
    a_lo, a_hi, b_lo, b_hi = args
    return (
        f"CASE WHEN {a_hi} < {b_lo} THEN TRUE WHEN {a_lo} < {b_hi} THEN NULL "
        "ELSE FALSE END"
    )


def _pick(op: Op, args: Args) -> str:
    test, then, other = args
    return f"CASE WHEN {test} THEN {then} ELSE {other} END"


_MAKE: Mapping[str, Callable[[Op, Args], str]] = {
    "truth": lambda op, args: WORDS[cast("int", op.data)],
    "number": lambda op, args: str(op.data),
    "row": lambda op, args: "person",
    "least": lambda op, args: _joined("AND", args),
    "most": lambda op, args: _joined("OR", args),
    "opposite": lambda op, args: f"(NOT {args[0]})",
    "among": _among,
    "before": _before,
    "less": lambda op, args: f"({args[0]} < {args[1]})",
    "same": lambda op, args: f"({args[0]} = {args[1]})",
    "pick": _pick,
    "pick_n": _pick,
    "plus": lambda op, args: f"({args[0]} + {op.data})",
    "later": lambda op, args: f"GREATEST({args[0]}, {args[1]})",
    "earlier": lambda op, args: f"LEAST({args[0]}, {args[1]})",
}

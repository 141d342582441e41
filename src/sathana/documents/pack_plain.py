"""What a pack says as plain values and back: kept, it gives the same papers again."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sathana.documents.pack_values import Exhibit, PackFacts

_BYTES: Mapping[Any, tuple[str, ...]] = {Exhibit: ("scans", "beside")}
"""What is not kept: pictures are fetched anew from where they lie."""


def as_plain(value: Any) -> Any:
    """Return values of a pack as lists, mappings and texts; pictures are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        left_out = _BYTES.get(type(value), ())
        return {
            one.name: as_plain(getattr(value, one.name))
            for one in fields(value)
            if one.name not in left_out
        }
    return [as_plain(one) for one in value] if isinstance(value, tuple) else value


def pack_of_plain(plain: Mapping[str, Any]) -> PackFacts:
    """Return the values of a pack that :func:`as_plain` made plain.

    What an older edition did not know has its default; what this one no longer knows
    is left out.

    Raises:
        TypeError: A value that every pack has is missing.
    """
    made = _made(PackFacts, plain)
    assert isinstance(made, PackFacts)  # noqa: S101 (a dataclass makes its own kind)
    return made


def _made(kind: Any, plain: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(
        **{name: _value(hints[name], plain[name]) for name in hints if name in plain}
    )


def _value(kind: Any, plain: Any) -> Any:
    if plain is None:
        return None
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, Union):
        return _value(next(one for one in inner if one is not type(None)), plain)
    if origin is tuple:
        return tuple(_value(inner[0], one) for one in plain)
    if origin is Literal or not is_dataclass(kind):
        return plain
    return _made(kind, plain)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    left_out = _BYTES.get(kind, ())
    return {
        name: hint
        for name, hint in get_type_hints(kind).items()
        if name not in left_out
    }

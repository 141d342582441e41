"""What one entry of ``stay``, ``orders``, ``marriages`` and the other lists holds.

Each list is a row of :data:`ENTRY_KINDS`; reader and writer both go by that table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sathana.facts import casefile_values as read
from sathana.facts.casefile_nodes import Node, Scalar
from sathana.facts.casefile_scope import Scope, expected
from sathana.facts.model import (
    Adoption,
    Attempt,
    Conviction,
    Event,
    Finding,
    Happened,
    Marriage,
    Order,
    Spell,
)
from sathana.logic.truth import Truth
from sathana.vocabulary import codes

type Entry = Spell | Order | Marriage | Adoption | Conviction | Finding | Attempt


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an entry: its attribute in the model, and how it is read."""

    attribute: str
    read: read.Reader[object]
    required: bool = False


@dataclass(frozen=True, slots=True)
class EntryKind:
    """One kind of entry.

    Attributes:
        build: Class of the entry in the model.
        fields: Key of the file to field.
        unknown: What the bare word ``unknown`` stands for; None if it may not
            stand in the list.
        none: Whether the word ``none`` may stand in place of the list.
        start: Values of attributes that the file may leave out and the class asks.
    """

    build: Callable[..., Entry]
    fields: Mapping[str, Field]
    unknown: Mapping[str, object] | None = None
    none: bool = False
    start: Mapping[str, object] | None = None


def _spouse(node: Node, scope: Scope) -> str:
    """Read the other spouse: a person of the file, or a country."""
    if isinstance(node, Scalar) and node.text == "unknown":
        return "unknown"
    if isinstance(node, Scalar) and node.text:
        return scope.mention("spouse", node)
    raise expected(
        node,
        "รหัสบุคคลในไฟล์ หรือรหัสประเทศของคู่สมรส",
        "the id of a person, or the spouse's country",
    )


def _adopter(node: Node, scope: Scope) -> str:
    """Read who adopted: a person of the file."""
    if isinstance(node, Scalar) and node.text == "unknown":
        return "unknown"
    if isinstance(node, Scalar) and node.text:
        return scope.mention("adopter", node)
    raise expected(node, "รหัสบุคคลในไฟล์", "the id of a person")


def _rule_or_unknown(node: Node, scope: Scope) -> str | None:
    """Read the id of a rule; ``unknown`` says nothing."""
    name = read.text(node, scope)
    return None if name == "unknown" else name


_NO_EVENT = Event(Happened.UNKNOWN)
_SPAN = {"from": Field("begin", read.date), "until": Field("end", read.date)}

ENTRY_KINDS: Mapping[str, EntryKind] = {
    "thai": EntryKind(Spell, {"is": Field("truth", read.truth, True), **_SPAN}),
    "stay": EntryKind(
        Spell,
        {"kind": Field("kind", read.one_of(codes.STAY_KINDS), True), **_SPAN},
        unknown={"kind": "unknown"},
    ),
    "residence": EntryKind(Spell, _SPAN),
    "registers": EntryKind(
        Spell,
        {
            "kind": Field("kind", read.one_of(codes.REGISTER_KINDS), True),
            **_SPAN,
            "group": Field("group", read.text),
        },
    ),
    "care": EntryKind(Spell, {**_SPAN, "certified": Field("truth", read.truth)}),
    "orders": EntryKind(
        Order,
        {
            "kind": Field("kind", read.one_of(codes.ORDER_KINDS), True),
            "on": Field("on", read.date),
            "by": Field("by", read.one_of(codes.ORDER_MAKERS)),
            "under": Field("under", _rule_or_unknown),
        },
        unknown={"kind": "unknown"},
    ),
    "marriages": EntryKind(
        Marriage,
        {
            "to": Field("to", _spouse, True),
            "registered": Field("registered", read.event),
            "ended": Field("ended", read.event),
            "gives_nationality": Field("gives_nationality", read.truth),
        },
        unknown={"to": "unknown"},
        start={"registered": _NO_EVENT},
    ),
    "adopted": EntryKind(
        Adoption,
        {
            "by": Field("by", _adopter, True),
            "registered": Field("registered", read.event),
        },
        unknown={"by": "unknown"},
        start={"registered": _NO_EVENT},
    ),
    "convictions": EntryKind(
        Conviction,
        {
            "on": Field("on", read.date),
            "sentence": Field("sentence", read.text),
            "served_until": Field("served_until", read.event),
        },
        none=True,
    ),
    "findings": EntryKind(
        Finding,
        {
            "rule": Field("rule", read.text, True),
            "is": Field("holds", read.truth, True),
            "by": Field("by", read.text),
            "on": Field("on", read.date),
            "final": Field("final", read.truth),
        },
        unknown={"rule": "unknown", "holds": Truth.UNKNOWN},
    ),
    "attempts": EntryKind(
        Attempt,
        {
            "pathway": Field("pathway", read.text, True),
            "office": Field("office", read.text),
            "on": Field("on", read.date),
            "result": Field("result", read.one_of(codes.ATTEMPT_RESULTS)),
            "reason": Field("reason", read.text),
            "notified": Field("notified", read.event),
            "told_remedy": Field("told_remedy", read.truth),
            "complete": Field("complete", read.event),
            "appealed": Field("appealed", read.event),
            "demanded": Field("demanded", read.event),
        },
        unknown={"pathway": "unknown"},
    ),
}
"""Every list of entries, by key of the person."""

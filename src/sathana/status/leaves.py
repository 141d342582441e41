"""What stands at the ends of a proof: one condition, found to hold or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from sathana.logic.nodes import (
    Condition,
    FactDay,
    Holds,
    Identified,
    Is,
    Link,
    Ordered,
    ThaiAt,
    Throughout,
    walk,
)
from sathana.status import ties
from sathana.status.diagram import NO, YES, Diagram
from sathana.status.wording import Answer, Text, both, say
from sathana.status.world import Context, World

type Json = dict[str, object]


@dataclass(slots=True)
class Leaves:
    """Writes the ends of proofs for one family under one reading, each once."""

    world: World
    labels: dict[str, Text]
    kept: dict[tuple[Condition, Answer, str, int], Json] = field(default_factory=dict)
    called: dict[tuple[str, str], dict[Link, Text]] = field(default_factory=dict)

    def leaf(self, node: Condition, value: Diagram, who: str, context: Context) -> Json:
        """Return what was found of a condition, and of which facts it speaks."""
        key = (node, answer_of(value), who, context.place)
        if key not in self.kept:
            self.kept[key] = self._new_leaf(node, value, who, context)
        return dict(self.kept[key])

    def _new_leaf(
        self, node: Condition, value: Diagram, who: str, context: Context
    ) -> Json:
        answer = answer_of(value)
        asked, mission = _asked(node)
        told = [self._path(link, key, who, context) for link, key in asked]
        facts = sorted(
            dict.fromkeys(told), key=lambda path: path.endswith(".born.date")
        )
        leaf: Json = {
            "person": who,
            "rule": None,
            "value": answer,
            "text": say(node, answer, self.names(who, context)),
            "fact": facts[0] if facts else None,
            "facts": facts,
            "because": [],
        }
        if mission:
            leaf["presumed"] = True
        return leaf

    def _path(self, link: Link, key: str, who: str, context: Context) -> str:
        if key in {"father", "mother"}:
            return f"{who}.{key}"
        if link in {"marriage", "order"}:
            return f"{who}.{link}s"
        other = ties.person(self.world, who, context, link)
        name = other if isinstance(other, str) else ties.name_of(who, context, link)
        return f"{name}.{key}"

    def names(self, who: str, context: Context) -> dict[Link, Text]:
        """Return what to call the person and the relatives of whom a rule speaks."""
        key = (who, context.marriage.to if context.marriage else "")
        if key not in self.called:
            self.called[key] = self._names(who, context)
        return self.called[key]

    def _names(self, who: str, context: Context) -> dict[Link, Text]:
        mine = self.labels[who]
        names: dict[Link, Text] = {"self": mine}
        for link, th, en in (
            ("father", "บิดา", "father"),
            ("mother", "มารดา", "mother"),
            ("spouse", "คู่สมรส", "spouse"),
        ):
            other = ties.person(self.world, who, context, link)
            described = both(f"{th}ของ{mine['th']}", f"{mine['en']}'s {en}")
            known = isinstance(other, str) and other in self.labels
            names[link] = self.labels[str(other)] if known else described  # type: ignore[index]
        return names


@cache
def _asked(node: Condition) -> tuple[tuple[tuple[Link, str], ...], bool]:
    """Return the facts that a condition asks for: of whom, and which.

    With it whether it asks for a foreign mission, which is presumed not to be.
    """
    return tuple(_facts_of(node)), _asks_for_mission(node)


def _facts_of(node: Condition) -> Iterator[tuple[Link, str]]:
    for part in walk(node):
        match part:
            case Is(link, key, _) | FactDay(link, key):
                yield link, key
            case Holds(link, key, _, _) | Throughout(link, key, _, _):
                yield link, key
            case Identified(link):
                yield "self", link
            case ThaiAt(link, _, _):
                yield link, "thai"
            case Ordered(link, _, _, _):
                yield link, "orders"
            case _:
                continue


def _asks_for_mission(node: Condition) -> bool:
    parts = walk(node)
    return any(isinstance(n, Holds) and n.kinds == ("diplomatic",) for n in parts)


def answer_of(value: Diagram) -> Answer:
    """Return ``yes``, ``no`` or ``unknown``."""
    return "yes" if value is YES else "no" if value is NO else "unknown"

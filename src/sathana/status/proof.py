"""Why: the proof of an answer, cut down to what decides it, or whole.

Cut down, a "no" shows the condition that fails, a "yes" the one that wins, an
"unknown" the open ends. Each person's status is explained once; where it comes again
the proof refers to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from sathana.law.load import pack
from sathana.logic.nodes import (
    And,
    AnyMarriage,
    Cases,
    Condition,
    FactDay,
    Holds,
    Identified,
    Is,
    Link,
    Not,
    Or,
    Ordered,
    Rule,
    ThaiAt,
    Throughout,
    walk,
)
from sathana.status import ties
from sathana.status.answer import Carried, carried, word
from sathana.status.authority import authority
from sathana.status.diagram import NO, YES, Diagram
from sathana.status.points import When, shown, span_of
from sathana.status.reader import compile_condition, compile_day
from sathana.status.timeline import GIVEN, Change, changes, holds, thai_at
from sathana.status.wording import Answer, Text, both, day_text, say, title
from sathana.status.world import PLAIN, Context, Ready, World

type Json = dict[str, object]

_DEEPEST = 6
"""Generations of relatives that a proof follows; further ones are referred to."""


@dataclass(slots=True)
class Prover:
    """Writes proofs for one family under one reading.

    Attributes:
        labels: What to call each person.
        full: Whether nothing is cut away.
    """

    world: World
    labels: dict[str, Text]
    full: bool = False
    shown: set[tuple[str, When | str]] = field(default_factory=set)
    kept: dict[tuple[Condition, str, int], Json] = field(default_factory=dict)

    # -- status of a person ----------------------------------------------------

    def status(self, who: str, when: When) -> Json:
        """Return the proof that a person is Thai on a day, is not, or may be."""
        self.shown.clear()
        return self._status(who, when, 0)

    def _status(self, who: str, when: When, depth: int) -> Json:
        answer = thai_at(self.world, who, when)
        what = carried(self.world, who, when)
        rule = what.rules[0] if len(what.rules) == 1 else None
        day = what.changes[0].when if rule and what.changes[0] else None
        node = self._head(who, rule, word(answer), day)
        node["text"] = self._status_text(who, answer, when)
        if (who, when) in self.shown or depth > _DEEPEST:
            node["see_above"] = True
            node["because"] = []
            return node
        self.shown.add((who, when))
        node["because"] = list(self._why(who, when, answer, what, depth))
        return node

    def _head(
        self, who: str, rule: str | None, value: str, day: When | None = None
    ) -> Json:
        rule = None if rule == GIVEN else rule
        info = pack().rules.get(rule or "")
        node: Json = {"person": who, "rule": rule, "value": value}
        if info:
            when = day or self.world.point(who, "born.date")
            node |= authority(info, *span_of(when)) | {"title": dict(info.title)}
        return node

    def _status_text(self, who: str, answer: Diagram, when: When) -> Text:
        day, name = day_text(shown(when)), self.labels[who]
        th = {YES: "มีสัญชาติไทย", NO: "ไม่มีสัญชาติไทย"}.get(
            answer, "ยังไม่ทราบว่ามีสัญชาติไทยหรือไม่"
        )
        en = {YES: "holds Thai nationality", NO: "does not hold Thai nationality"}.get(
            answer, "may or may not hold Thai nationality"
        )
        return both(
            f"{name['th']} {th} ณ {day['th']}", f"{name['en']} {en} ({day['en']})"
        )

    def _why(
        self, who: str, when: When, answer: Diagram, what: Carried, depth: int
    ) -> Iterator[Json]:
        if self.full:
            yield from self._everything(who, when, depth)
        elif answer is YES or what.lost_by:
            for change in what.changes:
                if change is not None:
                    yield self._change(who, change, depth, one=len(what.changes) == 1)
        elif answer is NO:
            yield from self._why_not(who, when, what, depth)
        else:
            yield from self._open(who, when, depth)

    def _change(self, who: str, change: Change, depth: int, *, one: bool) -> Json:
        """Return the proof of one gain or loss."""
        value = word(holds(self.world, who, change))
        node = self._head(who, change.rule, value if one else "unknown", change.when)
        since = day_text(shown(change.when))
        node["since"] = since
        node["text"] = self._change_text(change, since)
        node["because"] = (
            self._parts(change.ready, who, change.context, depth)
            if change.ready
            else []
        )
        return node

    def _change_text(self, change: Change, since: Text) -> Text:
        if change.rule == GIVEN:
            return both(
                "ข้อมูลในแฟ้มระบุสัญชาติไว้เช่นนี้", "the file gives the nationality as a fact"
            )
        name = {lang: title(change.rule, lang) for lang in ("th", "en")}
        return both(
            f"{name['th']} ตั้งแต่ {since['th']}", f"{name['en']}, from {since['en']}"
        )

    def _parts(
        self, ready: Ready, who: str, context: Context, depth: int
    ) -> list[Json]:
        found = list(self.condition(ready.clause.condition, who, context, depth))
        return _once(found)

    def _why_not(
        self, who: str, when: When, what: Carried, depth: int
    ) -> Iterator[Json]:
        """Say which bar stands, or which condition of each rule fails."""
        if any(change.rule == GIVEN for change in changes(self.world, who).losses):
            given = self._head(who, None, "yes")
            yield given | {
                "text": both("ข้อมูลในแฟ้มระบุว่าไม่มีสัญชาติไทย", "the file says: not Thai"),
                "because": [],
                "fact": f"{who}.thai",
            }
            return
        for rule in what.rules:
            yield self._rule(rule, who, PLAIN, depth)
        failing: list[Json] = []
        for gain in changes(self.world, who).gains:
            if gain.ready and self._born_under(gain, who):
                failing.extend(self._parts(gain.ready, who, gain.context, depth))
        yield from _once(failing)

    def _born_under(self, gain: Change, who: str) -> bool:
        """Say whether the text governs the birth, as far as is known."""
        ready = gain.ready
        if ready is None or ready.clause.per != "person":
            return ready is not None
        if self.world.by(gain.when, self.world.asked(who)) is NO:
            return False
        first = ready.clause.condition
        guards = first.parts if isinstance(first, And) else ()
        ask = (compile_condition(p)(self.world, who, PLAIN) for p in guards[:2])
        births = (_is_birth_guard(part) for part in guards[:2])
        return not any(is_g and v is NO for is_g, v in zip(births, ask, strict=True))

    def _open(self, who: str, when: When, depth: int) -> Iterator[Json]:
        """Show the rules that may still give or take nationality."""
        found: list[Json] = []
        possible = changes(self.world, who)
        for change in (*possible.gains, *possible.losses):
            value = holds(self.world, who, change)
            started = self.world.by(change.when, when)
            if value in (YES, NO) or started is NO or change.ready is None:
                continue
            found.append(self._change(who, change, depth, one=True))
        yield from found

    def _everything(self, who: str, when: When, depth: int) -> Iterator[Json]:
        possible = changes(self.world, who)
        for change in (*possible.gains, *possible.losses):
            if self.world.by(change.when, when) is not NO:
                yield self._change(who, change, depth, one=True)

    # -- conditions ------------------------------------------------------------

    def condition(
        self, node: Condition, who: str, context: Context, depth: int
    ) -> Iterator[Json]:
        """Yield what decides a condition."""
        value = compile_condition(node)(self.world, who, context)
        match node:
            case And(parts):
                yield from self._several(parts, who, context, depth, value, NO)
            case Or(parts):
                yield from self._several(parts, who, context, depth, value, YES)
            case Cases(test, then, other):
                yield from self._cases(test, then, other, who, context, depth)
            case Not(part) if isinstance(part, And | Or | Cases):
                yield from self.condition(part, who, context, depth)
            case Rule(link, rule) | Not(Rule(link, rule)):
                yield from self._of_rule(link, rule, who, context, depth)
            case ThaiAt() | Not(ThaiAt()):
                yield self._of_relative(node, who, context, depth)
            case AnyMarriage(body):
                for each in ties.marriages(self.world, who):
                    yield from self.condition(body, who, each, depth)
            case _:
                yield self._leaf(node, value, who, context)

    def _several(
        self,
        parts: tuple[Condition, ...],
        who: str,
        context: Context,
        depth: int,
        value: Diagram,
        deciding: Diagram,
    ) -> Iterator[Json]:
        """Yield the part that decides alone; else all parts that do not idle."""
        values = [compile_condition(part)(self.world, who, context) for part in parts]
        pairs = list(zip(parts, values, strict=True))
        if not self.full and value is deciding:
            alone = [part for part, held in pairs if held is deciding][:1]
            pairs = [(part, deciding) for part in alone] or [
                pair for pair in pairs if pair[1] not in (YES, NO)
            ]
        elif not self.full and value not in (YES, NO):
            pairs = [pair for pair in pairs if pair[1] not in (YES, NO)]
        for part, _ in pairs:
            yield from self.condition(part, who, context, depth)

    def _cases(
        self,
        test: Condition,
        then: Condition,
        other: Condition,
        who: str,
        context: Context,
        depth: int,
    ) -> Iterator[Json]:
        tested = compile_condition(test)(self.world, who, context)
        yield from self.condition(test, who, context, depth)
        if tested is not NO:
            yield from self.condition(then, who, context, depth)
        if tested is not YES:
            yield from self.condition(other, who, context, depth)

    def _of_rule(
        self, link: Link, rule: str, who: str, context: Context, depth: int
    ) -> Iterator[Json]:
        other = ties.person(self.world, who, context, link)
        if isinstance(other, str):
            yield self._rule(rule, other, context if other == who else PLAIN, depth)
        else:
            node = Rule(link, rule)
            value = compile_condition(node)(self.world, who, context)
            yield self._leaf(node, value, who, context)

    def _rule(self, rule: str, who: str, context: Context, depth: int) -> Json:
        value = self.world.rule(who, rule)
        node = self._head(who, rule, word(value))
        text = Rule("self", rule)
        node["text"] = say(text, _answer(value), self._names(who, context))
        if (who, rule) in self.shown:
            return node | {"see_above": True, "because": []}
        self.shown.add((who, rule))
        found: list[Json] = []
        for ready in self.world.by_rule.get(rule, ()):
            held = self.world.holds(ready, who)
            if ready.clause.kind != "pathway" and (held is value or self.full):
                found.extend(self._parts(ready, who, context, depth))
                break
        node["because"] = found
        return node

    def _of_relative(
        self, node: Condition, who: str, context: Context, depth: int
    ) -> Json:
        inner = node.part if isinstance(node, Not) else node
        assert isinstance(inner, ThaiAt)
        other = ties.person(self.world, who, context, inner.who)
        value = compile_condition(inner)(self.world, who, context)
        leaf = self._leaf(inner, value, who, context)
        if isinstance(other, str) and other != who and (self.full or not value.kids):
            # A relative whose status is open has a proof, and questions, of their own.
            when = compile_day(inner.day)(self.world, who, context)
            below = self._status(other, when, depth + 1)
            leaf |= {
                "person": other,
                "rule": below["rule"],
                "because": below["because"],
            }
            leaf |= {
                k: below[k] for k in ("cite", "verified", "see_above") if k in below
            }
        return leaf

    def _leaf(
        self, node: Condition, value: Diagram, who: str, context: Context
    ) -> Json:
        key = (node, who, context.place)
        if key not in self.kept:
            self.kept[key] = self._new_leaf(node, value, who, context)
        return dict(self.kept[key])

    def _new_leaf(
        self, node: Condition, value: Diagram, who: str, context: Context
    ) -> Json:
        answer = _answer(value)
        told = [self._path(link, key, who, context) for link, key in _asked(node)]
        facts = sorted(
            dict.fromkeys(told), key=lambda path: path.endswith(".born.date")
        )
        leaf: Json = {
            "person": who,
            "rule": None,
            "value": answer,
            "text": say(node, answer, self._names(who, context)),
            "fact": facts[0] if facts else None,
            "facts": facts,
            "because": [],
        }
        if _asks_for_mission(node):
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
def _asked(node: Condition) -> tuple[tuple[Link, str], ...]:
    """Return the facts that a condition asks for: of whom, and which."""
    return tuple(_facts_of(node))


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


@cache
def _asks_for_mission(node: Condition) -> bool:
    """Say whether a condition asks for a foreign mission (presumed not to be)."""
    parts = walk(node)
    return any(isinstance(n, Holds) and n.kinds == ("diplomatic",) for n in parts)


def _answer(value: Diagram) -> Answer:
    return "yes" if value is YES else "no" if value is NO else "unknown"


def _is_birth_guard(node: Condition) -> bool:
    days = [part for part in walk(node) if isinstance(part, FactDay)]
    return [day.key for day in days] == ["born.date"]


def _once(found: list[Json]) -> list[Json]:
    """Return each finding once, in order."""
    seen: dict[str, Json] = {}
    for node in found:
        seen.setdefault(str((node["text"], node["value"])), node)
    return list(seen.values())


def proof_rules(node: Json) -> set[str]:
    """Return the rules that a proof names."""
    found = {str(node["rule"])} if node.get("rule") else set()
    below = node.get("because")
    for child in below if isinstance(below, list) else []:
        found |= proof_rules(child)
    return found


def leaves(node: Json) -> Iterator[Json]:
    """Yield the findings at the ends of a proof, in reading order."""
    below = node.get("because")
    if isinstance(below, list) and below:
        for child in below:
            yield from leaves(child)
    else:
        yield node

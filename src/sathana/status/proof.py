"""Why: the proof of an answer, cut down to what decides it, or whole.

Cut down, a "no" shows the condition that fails, a "yes" the one that wins, an
"unknown" the open ends. Each person's status is explained once; where it comes again
the proof refers to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from sathana.law.load import pack
from sathana.logic.nodes import (
    And,
    AnyMarriage,
    Cases,
    Condition,
    Link,
    Not,
    Or,
    Rule,
    ThaiAt,
)
from sathana.status import ties
from sathana.status.answer import Carried, carried, word
from sathana.status.authority import authority
from sathana.status.changes import GIVEN, Change, changes
from sathana.status.diagram import NO, YES, Diagram
from sathana.status.leaves import Leaves, answer_of
from sathana.status.points import When, shown, span_of
from sathana.status.reader import compile_condition, compile_day
from sathana.status.timeline import holds, thai_at
from sathana.status.wording import Text, both, day_text, say, title
from sathana.status.world import PLAIN, Context, Ready, World

type Json = dict[str, object]

_AUTHORITY = ("cite", "verified", "see_above")
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
    leaves: Leaves = field(init=False)

    def __post_init__(self) -> None:
        """Make the writer of what stands at the ends of proofs."""
        self.leaves = Leaves(self.world, self.labels)

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
            node |= authority(info, *span_of(when), self.world.law_at)
            node["title"] = dict(info.title)
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
        node["text"] = self._change_text(who, change, since)
        if change.ready is None:
            node["fact"] = f"{who}.{'thai' if change.rule == GIVEN else 'orders'}"
        node["because"] = (
            self._parts(change.ready, who, change.context, depth)
            if change.ready
            else []
        )
        return node

    def _change_text(self, who: str, change: Change, since: Text) -> Text:
        if change.rule == GIVEN:
            return self._given(who, thai=bool(change.basis))
        name = {lang: title(change.rule, lang) for lang in ("th", "en")}
        return both(
            f"{name['th']} ตั้งแต่ {since['th']}", f"{name['en']}, from {since['en']}"
        )

    def _given(self, who: str, *, thai: bool) -> Text:
        name = self.labels[who]
        if thai:
            return both(
                f"แฟ้มระบุเป็นข้อเท็จจริงว่า{name['th']}มีสัญชาติไทย",
                f"the file gives as a fact that {name['en']} is Thai",
            )
        return both(
            f"แฟ้มระบุเป็นข้อเท็จจริงว่า{name['th']}ไม่มีสัญชาติไทย",
            f"the file gives as a fact that {name['en']} is not Thai",
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
                "text": self._given(who, thai=False),
                "because": [],
                "fact": f"{who}.thai",
            }
            return
        for rule in what.rules:
            yield self._rule(rule, who, PLAIN, depth)
        shown: set[str] = set()
        for gain in changes(self.world, who).gains:
            if not self._was_open(gain, who):
                continue
            node = self._change(who, gain, depth, one=True)
            ends = {str(end["text"]) for end in leaves(node)}
            if node["value"] == "no" and not ends <= shown:
                node["text"] = self._not_met(gain.rule)
                shown |= ends
                yield node

    def _not_met(self, rule: str) -> Text:
        th, en = title(rule, "th"), title(rule, "en")
        return both(f"ไม่เข้าเงื่อนไข: {th}", f"not met: {en}")

    def _was_open(self, gain: Change, who: str) -> bool:
        """Say whether a text could have worked by the day asked about."""
        asked = self.world.asked(who)
        return gain.ready is not None and self.world.by(gain.when, asked) is not NO

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
            case AnyMarriage():
                yield from self._marriages(node, who, depth)
            case _:
                yield self.leaves.leaf(node, value, who, context)

    def _marriages(self, node: AnyMarriage, who: str, depth: int) -> Iterator[Json]:
        for each in ties.marriages(self.world, who):
            yield from self.condition(node.body, who, each, depth)

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
            yield self.leaves.leaf(node, value, who, context)

    def _rule(self, rule: str, who: str, context: Context, depth: int) -> Json:
        value = self.world.rule(who, rule)
        node = self._head(who, rule, word(value))
        text = Rule("self", rule)
        node["text"] = say(text, answer_of(value), self.leaves.names(who, context))
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
        inner = cast("ThaiAt", node.part if isinstance(node, Not) else node)
        other = ties.person(self.world, who, context, inner.who)
        value = compile_condition(inner)(self.world, who, context)
        plain = replace(inner, without=())  # whence it came is said by its own rule
        leaf = self.leaves.leaf(plain, value, who, context)
        if not isinstance(other, str) or other == who:
            return leaf
        if value.kids and not self.full:
            return leaf  # an open status has a proof, and questions, of its own
        when = compile_day(inner.day)(self.world, who, context)
        below = self._status(other, when, depth + 1)
        leaf |= {"person": other, "rule": below["rule"]}
        if not self._is_given(other) or self.full:
            leaf["because"] = below["because"]
        return leaf | {k: below[k] for k in _AUTHORITY if k in below}

    def _is_given(self, who: str) -> bool:
        """Say whether the file itself gives a nationality: then no more is to say."""
        possible = changes(self.world, who)
        return any(c.rule == GIVEN for c in (*possible.gains, *possible.losses))


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

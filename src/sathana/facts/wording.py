"""Conditions said in plain Thai and English, from the expression tree itself.

What a rule demands is written once, as a condition; these sentences are made from it,
so they cannot say anything else. "Not" is pushed down to the single facts ("was not
born in Thailand"); sentences that speak of the same person share their subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from sathana.facts.wording_clauses import clause_of
from sathana.facts.wording_days import DayText, RuleTitle, Speaker, tidy_thai
from sathana.facts.wording_sentence import Clause
from sathana.logic.nodes import (
    NO,
    YES,
    And,
    AnyMarriage,
    Cases,
    Condition,
    Const,
    Identified,
    Link,
    Not,
    Or,
    ThaiAt,
    all_of,
    any_of,
)
from sathana.vocabulary.names import Lang

LONG_LINE = 90
"""Characters from which a condition of two parts is broken into a list."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an outline.

    Attributes:
        depth: How far it is indented; 0 for the outermost.
    """

    depth: int
    text: str


def describe(
    node: Condition,
    lang: Lang,
    *,
    names: Mapping[Link, str] | None = None,
    rule_title: RuleTitle | None = None,
    days: DayText | None = None,
) -> str:
    """Return a condition as one sentence, without a full stop.

    Args:
        node: The condition; days of it are proleptic Gregorian, shown in the
            Buddhist era in Thai and in the common era in English.
        lang: ``th`` or ``en``.
        names: What to call the person, the parents, the spouse and the marriage.
        rule_title: Title of a rule (id, language), also of a text not verified.
        days: Says a day concretely; ``None`` from it means: describe the day.

    Raises:
        LookupError: A fact key, kind or value has no words yet.
    """
    speaker = Speaker(lang, names or {}, rule_title, days)
    return _finish(_text(plain(node), speaker), speaker)


def outline(
    node: Condition,
    lang: Lang,
    *,
    names: Mapping[Link, str] | None = None,
    rule_title: RuleTitle | None = None,
    days: DayText | None = None,
) -> tuple[Line, ...]:
    """Return a condition as an indented list, for a page or a terminal.

    What is short stays on one line. Arguments and errors as for :func:`describe`.
    """
    speaker = Speaker(lang, names or {}, rule_title, days)
    lines = _lines(plain(node), speaker, 0)
    return tuple(Line(line.depth, _finish(line.text, speaker)) for line in lines)


def fact_phrase(
    node: Condition,
    value: Literal["yes", "no", "unknown"],
    lang: Lang,
    names: Mapping[Link, str] | None = None,
    *,
    rule_title: RuleTitle | None = None,
    days: DayText | None = None,
) -> str:
    """Return what was found of one condition: that it holds, does not, or is open.

    "P's mother was not Thai on 2 March 1975"; "it is not known whether ...".
    Arguments and errors as for :func:`describe`.
    """
    speaker = Speaker(lang, names or {}, rule_title, days)
    text = _text(plain(~node if value == "no" else node), speaker)
    if value == "unknown":
        text = speaker.pick(f"it is not known whether {text}", f"ยังไม่ทราบว่า{text}หรือไม่")
    return _finish(text, speaker)


def plain(node: Condition) -> Condition:
    """Return the same condition with every "not" at a single fact, for saying it.

    Branches of :class:`Cases` that are fixed become "and" and "or"; parts that decide
    nothing are left out. The truth is the same for everybody.
    """
    match node:
        case And(parts):
            return _without(all_of(*map(plain, parts)), And, YES)
        case Or(parts):
            return _without(any_of(*map(plain, parts)), Or, NO)
        case Cases(test, then, other):
            return _plain_cases(test, then, other)
        case Not(part):
            return _plain_not(part)
        case _:
            return node


def _plain_not(part: Condition) -> Condition:
    match part:
        case Not(inner):
            return plain(inner)
        case And(parts):
            return plain(any_of(*(~piece for piece in parts)))
        case Or(parts):
            return plain(all_of(*(~piece for piece in parts)))
        case Cases(test, then, other):
            return _plain_cases(test, ~then, ~other)
        case Const(value):
            return Const(~value)
        case _:
            return Not(part)


def _plain_cases(test: Condition, then: Condition, other: Condition) -> Condition:
    then, other = plain(then), plain(other)
    if other == NO:
        return plain(all_of(test, then))
    if then == NO:
        return plain(all_of(~test, other))
    if then == YES:
        return plain(any_of(test, other))
    return Cases(plain(test), then, other)


def _without(node: Condition, kind: type[And | Or], idle: Const) -> Condition:
    if not isinstance(node, kind):
        return node
    parts = tuple(part for part in node.parts if part != idle)
    return all_of(*parts) if kind is And else any_of(*parts)


def _text(node: Condition, speaker: Speaker) -> str:
    match node:
        case And(parts) | Or(parts):
            return _joined(parts, speaker, isinstance(node, And))
        case Cases():
            return _cases_text(node, speaker)
        case AnyMarriage(body) | Not(AnyMarriage(body)):
            head = _marriage_head(speaker, holds=isinstance(node, AnyMarriage))
            return f"{head} {_text(plain(body), speaker)}"
        case _:
            return clause_of(node, speaker).text(speaker)


def _joined(parts: Sequence[Condition], speaker: Speaker, both: bool) -> str:
    """Say the parts one after the other; a repeated subject is said once."""
    pieces: list[str] = []
    last: Clause | None = None
    for part in parts:
        if _is_compound(part):
            pieces.append(f"({_text(part, speaker)})")
            last = None
        else:
            clause = clause_of(part, speaker)
            text = clause.text(speaker, after=last)
            if both and last is not None and last.binds and clause.shares_head(last):
                pieces[-1] += f" {text}"
            else:
                pieces.append(text)
            last = clause
    return _listed(pieces, speaker, both)


def _is_compound(node: Condition) -> bool:
    inner = node.part if isinstance(node, Not) else node
    return isinstance(inner, And | Or | Cases | AnyMarriage)


def _listed(pieces: Sequence[str], speaker: Speaker, both: bool) -> str:
    if speaker.lang == "th":
        return (" และ" if both else " หรือ").join(pieces)
    word = "and" if both else "or"
    if len(pieces) <= 2:
        return f" {word} ".join(pieces)
    return f"{', '.join(pieces[:-1])}, {word} {pieces[-1]}"


def _cases_text(node: Cases, speaker: Speaker) -> str:
    test, then = _text(node.test, speaker), _text(node.then, speaker)
    if node.other == YES:
        return speaker.pick(f"if {test}: {then}", f"ถ้า{test} ต้องเป็นว่า{then}")
    other = _text(node.other, speaker)
    return speaker.pick(
        f"if {test}: {then}; otherwise: {other}",
        f"ถ้า{test} ต้องเป็นว่า{then} ถ้าไม่เช่นนั้น ต้องเป็นว่า{other}",
    )


def _marriage_head(speaker: Speaker, *, holds: bool) -> str:
    who = speaker.who("self")
    if holds:
        return speaker.pick(
            f"{who} has a marriage of which this holds:",
            f"{who}มีการสมรสครั้งหนึ่งที่เป็นดังนี้:",
        )
    return speaker.pick(
        f"{who} has no marriage of which this holds:",
        f"{who}ไม่มีการสมรสครั้งใดที่เป็นดังนี้:",
    )


def _lines(node: Condition, speaker: Speaker, depth: int) -> Iterator[Line]:
    text = _text(node, speaker)
    if not _is_long(node, text):
        yield Line(depth, text)
        return
    match node:
        case And(parts) | Or(parts):
            yield from _list_lines(parts, speaker, depth, isinstance(node, And))
        case Cases(test, then, other):
            yield from _case_lines(speaker, depth, test, then, other)
        case AnyMarriage(body) | Not(AnyMarriage(body)):
            head = _marriage_head(speaker, holds=isinstance(node, AnyMarriage))
            yield Line(depth, head)
            yield from _lines(plain(body), speaker, depth + 1)
        case _:
            yield Line(depth, text)


def _list_lines(
    parts: Sequence[Condition], speaker: Speaker, depth: int, both: bool
) -> Iterator[Line]:
    groups = tuple(_grouped(parts, speaker, both))
    if len(groups) > 1:
        yield Line(depth, _list_head(speaker, both=both))
        depth += 1
    for group in groups:
        if len(group) == 1:
            yield from _lines(group[0], speaker, depth)
        else:
            yield Line(depth, _joined(group, speaker, both))


def _is_long(node: Condition, text: str) -> bool:
    match node:
        case And(parts) | Or(parts):
            return len(text) > LONG_LINE or any(_is_compound(part) for part in parts)
        case Cases() | AnyMarriage() | Not(AnyMarriage()):
            return len(text) > LONG_LINE
        case _:
            return False


def _grouped(
    parts: Sequence[Condition], speaker: Speaker, both: bool
) -> Iterator[tuple[Condition, ...]]:
    """Keep on one line neighbours that say one thing: born there, and in that time."""
    if not both:
        yield from ((part,) for part in parts)
        return
    for head, group in groupby(parts, lambda part: _head(part, speaker)):
        pieces = tuple(group)
        if head is None:
            yield from ((piece,) for piece in pieces)
        else:
            yield pieces


def _head(part: Condition, speaker: Speaker) -> tuple[str, str] | None:
    if _is_compound(part):
        return None
    match part:
        case Identified(who) | Not(ThaiAt(who)):
            return ("alien", who)  # "can be identified and was not Thai"
        case _:
            pass
    clause = clause_of(part, speaker)
    return (clause.subject, clause.head) if clause.head else None


def _case_lines(
    speaker: Speaker, depth: int, test: Condition, then: Condition, other: Condition
) -> Iterator[Line]:
    yield Line(depth, speaker.pick("if:", "ถ้า:"))
    yield from _lines(test, speaker, depth + 1)
    yield Line(depth, speaker.pick("then:", "ต้องเป็นว่า:"))
    yield from _lines(then, speaker, depth + 1)
    if other != YES:
        yield Line(depth, speaker.pick("otherwise:", "ถ้าไม่เช่นนั้น ต้องเป็นว่า:"))
        yield from _lines(other, speaker, depth + 1)


def _list_head(speaker: Speaker, *, both: bool) -> str:
    if both:
        return speaker.pick("all of these:", "ครบทุกข้อนี้:")
    return speaker.pick("at least one of these:", "อย่างน้อยหนึ่งข้อนี้:")


def _finish(text: str, speaker: Speaker) -> str:
    return tidy_thai(text) if speaker.lang == "th" else text

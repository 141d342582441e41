"""How a rule of law is written, and how all rules become one book.

A rule is a typed function of a symbolic person and the law as read. It is run once
for each reading; the tree it returns is what every reader uses. What the rule cites,
when it was in force and how far it was verified stands in the data beside it
(``law/th/data``); the windows of that data are joined to the tree here.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from sathana.calendars.spans import DateSpan
from sathana.facts.subject import Subject
from sathana.law.load import pack
from sathana.law.model import Bound, RuleVersion
from sathana.logic.nodes import NO, And, Condition, Day, FixedDay, all_of

type Kind = Literal["gain", "loss", "bar", "definition", "pathway"]
type Per = Literal["person", "marriage", "order"]
type Body = Callable[[Subject, Law], Condition]

BIRTH = Subject().birth

ALL_BASES = frozenset(
    {"blood", "soil", "highland", "displaced", "marriage", "grant", "given"}
)
"""On what a nationality rests; a loss takes some or all of them."""

MODULES = (
    "family_law",
    "immigration",
    "nationality_1913",
    "nationality_1952",
    "nationality_1965",
    "announcement_337",
    "nationality_1992",
    "nationality_2008",
    "nationality_2012",
    "highland_2000",
    "civil_registration",
    "orders",
    "pathways",
)
"""Files of ``law/th`` that hold rules, oldest law first."""


@dataclass(frozen=True, slots=True)
class Law:
    """The law as one reading takes it.

    Attributes:
        points: Letter of the reading taken at each contested point.
        reforms: Names of what-if texts that are read on top of the law in force.
    """

    points: Mapping[str, str]
    reforms: frozenset[str] = frozenset()

    def takes(self, point: str, letter: str) -> bool:
        """Return whether this reading takes ``letter`` at the contested point."""
        return self.points.get(point, "A") == letter


COURT = Law({})
"""The reading of courts and academics: ``A`` at every point."""
NATIONALITY_POINTS = frozenset({"C1", "C2", "C5", "C6", "C7", "C19"})
"""Contested points that can change a nationality (contract, 4.1)."""
PATHWAY_POINTS = frozenset({"C4b", "C13", "C17", "C18"})
"""Contested points that change what a petition needs."""
ADMINISTRATION = Law(dict.fromkeys(NATIONALITY_POINTS | PATHWAY_POINTS, "B"))
"""The stricter reading that offices apply."""
READINGS: Mapping[str, Law] = {"court": COURT, "administration": ADMINISTRATION}


@dataclass(frozen=True, slots=True)
class Text:
    """One text of one rule, before it is traced.

    Attributes:
        version: Place of its window in the data; ``None``: it stands for all windows
            of its kind (a section whose wording changed but not its conditions).
    """

    rule: str
    kind: Kind
    body: Body
    version: int | None = None
    basis: str = ""
    takes: frozenset[str] = frozenset()
    when: Day = BIRTH
    per: Per = "person"
    orders: tuple[str, ...] = ()
    reform: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One text of one rule as one reading takes it, ready to be read.

    Attributes:
        condition: The whole condition, the window of births included.
        births: The window of births alone.
        place: Its place in the book, which tells it from others of the same rule.
        when: Day from which the effect runs.
        per: Whether it is asked once, or of each marriage or each order.
        law_from: First day, ordinal, from which the text is read; 0 means always.
        law_until: First day, ordinal, from which it is read no more; 0 means never.
    """

    rule: str
    kind: Kind
    condition: Condition
    births: Condition
    place: int
    basis: str
    takes: frozenset[str]
    when: Day
    per: Per
    orders: tuple[str, ...]
    law_from: int
    law_until: int

    def read_on(self, law_at: int) -> bool:
        """Return whether the text is read by the law of a day, ordinal."""
        return self.law_from <= law_at and not 0 < self.law_until <= law_at


@dataclass(slots=True)
class _Registry:
    texts: list[Text] = field(default_factory=list)


_REGISTRY = _Registry()


def _register(text: Text) -> None:
    _REGISTRY.texts.append(text)


def gain(
    rule: str,
    *,
    basis: str,
    version: int | None = None,
    when: Day = BIRTH,
    per: Per = "person",
    orders: tuple[str, ...] = (),
    reform: str = "",
) -> Callable[[Body], Body]:
    """Declare a text by which a person becomes Thai from ``when`` on."""

    def declare(body: Body) -> Body:
        _register(
            Text(
                rule,
                "gain",
                body,
                version,
                basis,
                frozenset(),
                when,
                per,
                orders,
                reform,
            )
        )
        return body

    return declare


def loss(
    rule: str,
    *,
    when: Day,
    takes: frozenset[str] = ALL_BASES,
    version: int | None = None,
    per: Per = "person",
    orders: tuple[str, ...] = (),
    reform: str = "",
) -> Callable[[Body], Body]:
    """Declare a text that ends, on ``when``, nationality resting on ``takes``."""

    def declare(body: Body) -> Body:
        _register(
            Text(rule, "loss", body, version, "", takes, when, per, orders, reform)
        )
        return body

    return declare


def bar(
    rule: str, *, version: int | None = None, reform: str = ""
) -> Callable[[Body], Body]:
    """Declare a text that keeps soil from giving nationality at birth."""
    return _plain("bar", rule, version, reform)


def definition(
    rule: str, *, version: int | None = None, reform: str = ""
) -> Callable[[Body], Body]:
    """Declare a condition that other rules use by its name."""
    return _plain("definition", rule, version, reform)


def pathway(
    rule: str, *, version: int | None = None, reform: str = ""
) -> Callable[[Body], Body]:
    """Declare what must hold for a petition to be open."""
    return _plain("pathway", rule, version, reform)


def _plain(
    kind: Kind, rule: str, version: int | None, reform: str
) -> Callable[[Body], Body]:
    def declare(body: Body) -> Body:
        _register(Text(rule, kind, body, version, reform=reform))
        return body

    return declare


@cache
def texts() -> tuple[Text, ...]:
    """Return every text of the law pack, in the order in which it is written."""
    for module in MODULES:
        importlib.import_module(f"sathana.law.th.{module}")
    return tuple(_REGISTRY.texts)


def book(law: Law) -> tuple[Clause, ...]:
    """Return all clauses as one reading takes them (traced once, then kept)."""
    return _book(tuple(sorted(law.points.items())), law.reforms)


@cache
def _book(
    points: tuple[tuple[str, str], ...], reforms: frozenset[str]
) -> tuple[Clause, ...]:
    law = Law(dict(points), reforms)
    chosen = [text for text in texts() if not text.reform or text.reform in reforms]
    replaced = {(t.rule, t.kind, t.version) for t in chosen if t.reform}
    traced = (
        trace(text, law, place)
        for place, text in enumerate(chosen)
        if text.reform or (text.rule, text.kind, text.version) not in replaced
    )
    return tuple(clause for clause in traced if not _never(clause.condition))


def _never(condition: Condition) -> bool:
    """Say whether a reading takes a text to apply to nobody."""
    parts = condition.parts if isinstance(condition, And) else (condition,)
    return NO in parts


def trace(text: Text, law: Law, place: int = 0) -> Clause:
    """Run one text with a symbolic person and join the windows of its data."""
    windows = _windows(text)
    births = _births(windows)
    guards = (*births, *_effect(windows, text.when))
    return Clause(
        rule=text.rule,
        kind=text.kind,
        condition=all_of(*guards, text.body(Subject(), law)),
        births=all_of(*births),
        place=place,
        basis=text.basis,
        takes=text.takes,
        when=text.when,
        per=text.per,
        orders=text.orders,
        law_from=_first([window.law_from for window in windows]),
        law_until=_last([window.law_until for window in windows]),
    )


def _windows(text: Text) -> tuple[RuleVersion, ...]:
    """Return the windows of a text; none for a definition inside one rule."""
    info = pack().rules.get(text.rule)
    if info is None:
        return ()
    if text.version is not None:
        return (info.versions[text.version],)
    same = tuple(v for v in info.versions if v.kind == text.kind)
    return same or info.versions


def _births(windows: tuple[RuleVersion, ...]) -> tuple[Condition, ...]:
    """Return the guard that the birth lies in the window the text governs."""
    begin = _outer([window.births_from for window in windows], min)
    end = _outer([window.births_until for window in windows], max)
    return _between(begin, BIRTH, end)


def _effect(windows: tuple[RuleVersion, ...], when: Day) -> tuple[Condition, ...]:
    """Return the guard that the event lies in the window of events governed."""
    if isinstance(when, FixedDay) or when == BIRTH:
        return ()
    begin = _outer([window.effect_from for window in windows], min)
    end = _outer([window.effect_until for window in windows], max)
    return _between(begin, when, end)


def _between(begin: Bound, day: Day, end: Bound) -> tuple[Condition, ...]:
    guards = []
    if begin is not None:
        guards.append(_fixed(begin).by(day))
    if end is not None:
        guards.append(day.before(_fixed(end)))
    return tuple(guards)


def _outer(bounds: list[Bound], furthest: Callable[..., DateSpan]) -> Bound:
    """Return the outermost bound of windows that follow each other; open if one is."""
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds) or not known:
        return None
    return furthest(known, key=lambda span: span.earliest)


def _fixed(span: DateSpan) -> Day:
    return FixedDay(span, "" if span.is_exact else f"law:{span.earliest}")


def _first(bounds: list[Bound]) -> int:
    first = _outer(bounds, min)
    return first.earliest if first else 0


def _last(bounds: list[Bound]) -> int:
    last = _outer(bounds, max)
    return last.earliest if last else 0

"""How a rule of law is written.

A rule is a typed function of a symbolic person and the law as read. It is run once
for each reading; the tree it returns is what every reader uses (``law.book``). What
the rule cites, when it was in force and how far it was verified stands in the data
beside it (``law/th/data``).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from sathana.facts.subject import Subject
from sathana.logic.nodes import Condition, Day

type Kind = Literal["gain", "loss", "bar", "definition", "pathway", "right", "permit"]
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
    "policy_1990s",
    "policy_2010s",
    "civil_registration",
    "registers",
    "identity_cards",
    "residence",
    "orders",
    "pathways",
    "rights",
    "rights_status",
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
PATHWAY_POINTS = frozenset(
    {"C4b", "C9", "C10", "C13", "C17", "C18", "C20", "C21", "C22"}
)
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


def right(
    rule: str, *, version: int | None = None, reform: str = ""
) -> Callable[[Body], Body]:
    """Declare when a right can be used without asking anybody."""
    return _plain("right", rule, version, reform)


def permit(
    rule: str, *, version: int | None = None, reform: str = ""
) -> Callable[[Body], Body]:
    """Declare when a right can be used by one who has, or can ask for, a permit."""
    return _plain("permit", rule, version, reform)


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

"""Whom a decision helps: the family assessed without it and with it, and what differs.

Pure: it takes what is told of a family, and asks the engine twice. Nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sathana import status
from sathana.casework import after_steps
from sathana.facts.model import CaseFile
from sathana.registry.casebuilding import Material, build
from sathana.registry.shown import FactShown
from sathana.status.flips import Flip, flips

type Row = Mapping[str, Any]
type Order = Mapping[str, str]

USABLE = ("open", "needs_facts", "window_unknown")
"""Answers of a pathway that somebody can still take, the surest first."""
_BETTER = {"no": 0, "unknown": 1, "contested": 1, "yes": 2}
MOST = 6
"""Pathways that are offered to one person; the page of the assessment has all."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A pathway that somebody can take now.

    Attributes:
        before, status: Answer without the decision and with it.
    """

    id: str
    before: str
    status: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A person whose answer the decision turned.

    Attributes:
        who: Label in the case file.
        before, after: Nationality without the decision and with it.
        offers: Pathways to take up, the surest first.
        closes: Pathways that are closed to them now, and were not.
        rights: Rights that turned: id, before, after.
    """

    who: str
    before: str
    after: str
    offers: tuple[Offer, ...]
    closes: tuple[str, ...]
    rights: tuple[tuple[str, str, str], ...]

    @property
    def helped(self) -> bool:
        """Whether it is better for them: nationality, or a pathway that opened."""
        better = _BETTER.get(self.after, 1) > _BETTER.get(self.before, 1)
        return better or any(one.before not in USABLE for one in self.offers)


@dataclass(frozen=True, slots=True)
class Compared:
    """A family without a decision and with it.

    Attributes:
        before, after: Whole answers of the engine.
        turned: Everybody else whose answer turned, in the order of the family.
    """

    before: Row
    after: Row
    turned: tuple[Turned, ...]


def compared(told: Material, who: str, order: Order, day: date) -> Compared:
    """Assess a family without a decision about a person, and with it.

    Args:
        told: All that is told of the family, whether it tells the decision or not.
        who: Label of the person.
        order: The decision as an entry of ``orders``.
        day: Today; its texts are read.

    Raises:
        status.TimeLoopError: The nationality of persons hangs on itself.
    """
    bare = without(told, who, order["kind"])
    has = bare.facts != told.facts
    with_it = told if has else also(bare, who, order)
    before, after = _asked(build(bare), day), _asked(build(with_it), day)
    found: dict[str, list[Flip]] = {}
    for one in flips(before, after):
        if one.person != who:
            found.setdefault(one.person, []).append(one)
    turned = (
        _turned(label, found[label], before, after)
        for label in after["persons"]
        if label in found
    )
    return Compared(before, after, tuple(one for one in turned if _matters(one)))


def without(told: Material, who: str, kind: str) -> Material:
    """Return a family as if an order of this kind had not been told of a person."""
    ids = {one.id for one in told.persons if one.label == who}
    facts = [
        _cut(fact, kind) if fact.person_id in ids and fact.path == "orders" else fact
        for fact in told.facts
    ]
    return replace(told, facts=[one for one in facts if one is not None])


def also(told: Material, who: str, order: Order) -> Material:
    """Return a family as if an order were told of a person."""
    person = next(one for one in told.persons if one.label == who)
    like = FactShown(
        id=person.id, version=1, person_id=person.id, path="orders",
        value=[dict(order)], grade="claimed", source_id=None, said_by="", said_on="",
        made_at=datetime.min,  # noqa: DTZ901 (a supposition: nobody told it)
    )  # fmt: skip
    return replace(told, facts=[*told.facts, like])


def _cut(fact: FactShown, kind: str) -> FactShown | None:
    if not isinstance(fact.value, list):
        return fact
    left = [
        one
        for one in fact.value
        if not (isinstance(one, Mapping) and one.get("kind") == kind)
    ]
    if len(left) == len(fact.value):
        return fact
    return replace(fact, value=left) if left else None


def _asked(case: CaseFile, day: date) -> Row:
    return status.assess(case, as_of=day.toordinal(), law_at=day.toordinal())


def _turned(who: str, found: Sequence[Flip], before: Row, after: Row) -> Turned:
    was, now = before["persons"][who], after["persons"][who]
    old = {one["id"]: str(one["status"]) for one in was["pathways"]}
    thai = str(now["thai"]["answer"])
    closes = [
        one.key.partition(".")[2]
        for one in found
        if one.key.startswith("pathways.")
        and one.before in USABLE
        and one.after == "closed"
        and thai != "yes"
    ]
    rights = [
        (one.key.partition(".")[2], one.before, one.after)
        for one in found
        if one.key.startswith("rights.")
    ]
    return Turned(
        who=who,
        before=str(was["thai"]["answer"]),
        after=thai,
        offers=tuple(_offers(old, now, thai))[:MOST],
        closes=tuple(closes),
        rights=tuple(rights),
    )


def _offers(old: Mapping[str, str], now: Row, thai: str) -> Iterator[Offer]:
    """Yield what somebody can take up: what opened, or where a Thai is entered."""
    some = [
        Offer(one["id"], old.get(one["id"], "none"), str(one["status"]))
        for one in now["pathways"]
        if one["status"] in USABLE
    ]
    if thai == "yes":
        # Declared Thai: what is left is to have it entered, and to get the card.
        some = [one for one in some if _enters(one.id)]
    else:
        some = [one for one in some if one.before not in USABLE]
    yield from sorted(some, key=lambda one: USABLE.index(one.status))


def _enters(pathway: str) -> bool:
    """Say whether the register states Thai nationality by a pathway, or its card."""
    given = after_steps.gives(pathway)
    return after_steps.ENTERED in given or pathway == "ID-THAI"


def _matters(one: Turned) -> bool:
    return one.helped or one.before != one.after or bool(one.closes)

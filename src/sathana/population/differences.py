"""Two laws held against each other: which texts, windows and terms are not the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from sathana.law.book import Clause, book
from sathana.law.load import LawPack, using
from sathana.law.model import Pathway
from sathana.law.rules import READINGS
from sathana.logic.nodes import Before, FixedDay, LawDay, walk
from sathana.status.deadline_law import Practice, practice

_ASKED = frozenset({"right", "permit"})

type Pair = tuple[tuple[Clause, ...], tuple[Clause, ...]]
"""Texts of the law before, and of the law now."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What of one law answers hang on, kept when another law is in use.

    Attributes:
        law: The pack.
        books: All texts by reading.
        practice: Limits, ladders and days off.
    """

    law: LawPack
    books: Mapping[str, tuple[Clause, ...]]
    practice: Practice

    @classmethod
    def of(cls, law: LawPack) -> Edition:
        """Take what is needed from a law; the one in use is in use again afterwards."""
        with using(law):
            return cls.in_use(law)

    @classmethod
    def in_use(cls, law: LawPack) -> Edition:
        """Take what is needed from the law that is in use."""
        return cls(law, {n: book(one) for n, one in READINGS.items()}, practice())


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the two assessments that are compared, ordinals.

    Attributes:
        was_as_of, was_law_at: Day asked about, and whose texts were read, before.
        as_of: Day asked about now; its texts are read.
    """

    was_as_of: int
    was_law_at: int
    as_of: int


@dataclass(frozen=True, slots=True)
class Two:
    """A law and an earlier one, each as it is read on its day."""

    before: Edition
    now: Edition
    days: Days


def _read(two: Two, name: str) -> Pair:
    days = two.days
    old = (c for c in two.before.books[name] if c.read_on(days.was_law_at))
    new = (c for c in two.now.books[name] if c.read_on(days.as_of))
    return tuple(old), tuple(new)


def differing(two: Two, name: str) -> Pair:
    """Return the texts of a reading that only one of the laws has so."""
    old, new = _read(two, name)
    kept = {_bare(c) for c in old} & {_bare(c) for c in new}
    found = (
        tuple(c for c in some if _bare(c) not in kept or _by_day(c, two.days))
        for some in (old, new)
    )
    return cast("Pair", tuple(found))


def _bare(clause: Clause) -> Clause:
    """Return a text without what only says where it stands and when it is read."""
    return replace(clause, place=0, law_from=0, law_until=0)


def _by_day(clause: Clause, days: Days) -> bool:
    """Say whether a text may read otherwise because another day's law is read."""
    if days.was_law_at == days.as_of:
        return False
    trees = (clause.condition, clause.births, clause.when)
    nodes = [node for tree in trees for node in walk(tree)]
    asked = sum(isinstance(node, LawDay) for node in nodes)
    for node in nodes:
        match node:
            case Before(LawDay(), FixedDay(span)) if span.is_exact:
                asked -= 1
                if (days.was_law_at < span.earliest) != (days.as_of < span.earliest):
                    return True
            case _:
                pass
    return asked > 0  # another way of asking: in doubt


def closing(two: Two) -> frozenset[str]:
    """Return the pathways of which a window opened, closed or became known."""
    found = set()
    for key in two.now.law.pathways.keys() & two.before.law.pathways.keys():
        before = _window(two.before, key, two.days.was_as_of)
        if before != _window(two.now, key, two.days.as_of):
            found.add(key)
    return frozenset(found)


def _window(edition: Edition, key: str, day: int) -> bool | None:
    """Return whether an open window is known; ``None`` if none is open."""
    for window in _pathway(edition, key).windows:
        opens = window.opens.earliest if window.opens else 0
        closes = window.closes.earliest if window.closes else day + 1
        if opens <= day < closes:
            return bool(window.known)
    return None


def _pathway(edition: Edition, key: str) -> Pathway:
    return cast("Pathway", edition.law.rules[key].pathway)


def beyond_columns(two: Two) -> bool:
    """Say whether the laws differ in what no column can be held against."""
    before, now = two.before, two.now
    same = (
        before.law.rules.keys() <= now.law.rules.keys()
        and before.law.pathways.keys() == now.law.pathways.keys()
        and before.law.rights.keys() == now.law.rights.keys()
        and before.law.id13 == now.law.id13
        and all(_granting(before, k) == _granting(now, k) for k in now.law.pathways)
        and all(_rights_told(two, name) for name in READINGS)
    )
    return not same


def _granting(edition: Edition, key: str) -> tuple[object, ...]:
    told = _pathway(edition, key)
    return told.group, told.granted_by, told.for_rule


def _rights_told(two: Two, name: str) -> bool:
    """Say whether the same rights have a text: one without any is not known."""
    old, new = ({c.rule for c in some if c.kind in _ASKED} for some in _read(two, name))
    return old == new

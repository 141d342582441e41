"""Terms that follow from a birth, a birthday or an order, not from a petition.

Only what concerns the person now is given: a birth of the past year, a birthday
near or just gone, an order whose term has not long passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from sathana.calendars.spans import LATEST_DAY, DateSpan
from sathana.calendars.years import birthday
from sathana.facts.model import Order
from sathana.facts.view import View
from sathana.status.deadline_law import Limit, Practice
from sathana.status.deadline_terms import Begin, Clock, Term, counted_from
from sathana.status.wording import both

STILL_SHOWN = 365
"""For how long a term that has passed is still shown, in days."""
SHOWN_BEFORE = 60
"""How long before a birthday its term is shown, in days."""
_A_YEAR = 366
"""A birth known less well than to the year says nothing of a birthday."""
_CARD_AGES = (7, 70)
"""From which birthday and up to which one a Thai must have a card (s. 5)."""
_REGISTERS = frozenset({"TR13", "TR38", "TR38_1", "TR38K", "TR38KH"})
"""Registers of persons without Thai nationality."""

_ORDER_DAY = both(
    "นับจากวันที่ของคำสั่ง ถ้าได้รับแจ้งภายหลัง ให้นับจากวันที่ได้รับแจ้ง",
    "Counted from the day of the order; if you were told later, count from that day.",
)
_LATE_NOTICE = both(
    "พ้นกำหนดแล้วก็ยังแจ้งเกิดได้ นายทะเบียนต้องรับแจ้ง",
    "After this day the birth can still be notified; the registrar must take it.",
)
_MAJORITY = both(
    "นับจากอายุครบ 20 ปี ผู้ที่สมรสก่อนนั้นบรรลุนิติภาวะเมื่อสมรส ใช้เฉพาะผู้ที่เสียสัญชาติตามบิดาหรือมารดา",
    "Counted from the age of 20; one who married before that came of age by marrying. "
    "Only for one who lost nationality with father or mother.",
)


@dataclass(frozen=True, slots=True)
class Whose:
    """The person whose duties are asked, and the days that matter.

    Attributes:
        thai: The person's nationality as a word: ``yes``, ``no``, ``unknown`` or
            ``contested``.
    """

    view: View
    who: str
    thai: str
    clock: Clock

    @property
    def born(self) -> DateSpan:
        """The birth, as narrow as the family tells it."""
        return self.view.births[self.who]

    @property
    def dead(self) -> bool:
        """Whether the person has died, or may have."""
        if self.view.told(self.who, "died") is None:
            return False
        return not self.view.occurrence(self.who, "died").never

    def orders(self, kinds: tuple[str, ...]) -> Iterator[tuple[int, Order]]:
        """Yield the orders of some kinds that had been made, with their places."""
        for place, order in enumerate(self.view.entries(self.who, "orders", Order)):
            made = order is not None and order.on.earliest <= self.clock.as_of
            if order is not None and made and order.kind in kinds:
                yield place, order


def terms_of_duties(practice: Practice, whose: Whose) -> list[Term]:
    """Return the terms that concern a person now, and follow from no petition."""
    if whose.dead:
        return []
    return [
        term
        for limit in practice.limits.values()
        if not limit.results and limit.trigger in _TERMS
        for term in _TERMS[limit.trigger](practice, limit, whose)
    ]


def _of_birth(practice: Practice, limit: Limit, whose: Whose) -> Iterator[Term]:
    notified = whose.view.value(whose.who, "born.notified")
    here = whose.view.value(whose.who, "born.country") == "TH"
    if not here or notified not in (None, "none"):
        return
    if not _near(whose.born, whose.clock.as_of):
        return
    begin = Begin(_until(whose.born, whose.clock.as_of), (), _LATE_NOTICE)
    term = counted_from(practice, limit, begin, whose.clock)
    if term is not None:
        asked = () if notified else (f"{whose.who}.born.notified",)
        yield replace(term, missing=asked)


def _near(birth: DateSpan, as_of: int) -> bool:
    known = birth.latest - birth.earliest <= _A_YEAR
    return known and birth.earliest <= as_of <= birth.latest + STILL_SHOWN


def _until(span: DateSpan, as_of: int) -> DateSpan:
    return DateSpan(span.earliest, max(span.earliest, min(span.latest, as_of)))


def _of_birthday(practice: Practice, limit: Limit, whose: Whose) -> Iterator[Term]:
    born = whose.born
    if born.latest - born.earliest > _A_YEAR or not _APPLIES[limit.id](limit, whose):
        return
    day = DateSpan(
        birthday(born.earliest, limit.birthday), birthday(born.latest, limit.birthday)
    )
    note = _MAJORITY if limit.orders else None
    term = counted_from(practice, limit, Begin(day, (), note), whose.clock)
    if term is None or day.earliest - SHOWN_BEFORE > whose.clock.as_of:
        return
    if _still_shown(term, whose.clock.as_of):
        yield term


def _still_shown(term: Term, as_of: int) -> bool:
    return term.counted is None or term.counted.due.latest + STILL_SHOWN >= as_of


def _of_order(practice: Practice, limit: Limit, whose: Whose) -> Iterator[Term]:
    for place, order in whose.orders(limit.orders):
        known = not order.on.is_unknown and order.on.latest < LATEST_DAY
        if not _APPLIES.get(limit.id, _always)(limit, whose):
            continue
        begin = Begin(order.on, (), _ORDER_DAY) if known else Begin(None, ("on",))
        term = counted_from(practice, limit, begin, whose.clock)
        if term is not None and _still_shown(term, whose.clock.as_of):
            missing = tuple(f"{whose.who}.orders.{place}.{k}" for k in begin.missing)
            yield replace(term, missing=missing)


def _always(limit: Limit, whose: Whose) -> bool:
    return True


def _is_thai(limit: Limit, whose: Whose) -> bool:
    return whose.thai == "yes"


def _of_card_age(limit: Limit, whose: Whose) -> bool:
    """Say whether a Thai is of the ages of the card; unknown ages count as such."""
    first, last = _CARD_AGES
    as_of = whose.clock.as_of
    young = as_of < birthday(whose.born.earliest, first)
    return not young and as_of <= birthday(whose.born.latest, last + 1)


def _is_registered_alien(limit: Limit, whose: Whose) -> bool:
    spells = whose.view.spells(whose.who, "registers")
    return whose.thai != "yes" and any(s.kind in _REGISTERS for s in spells)


def _lost_as_minor(limit: Limit, whose: Whose) -> bool:
    """Say whether nationality may have been lost before the birthday."""
    day = birthday(whose.born.latest, limit.birthday)
    lost = whose.orders(limit.orders)
    return whose.thai != "yes" and any(order.on.earliest < day for _, order in lost)


type _Terms = Callable[[Practice, Limit, Whose], Iterator[Term]]
_TERMS: Mapping[str, _Terms] = {
    "birth": _of_birth,
    "birthday": _of_birthday,
    "order": _of_order,
}
_APPLIES: Mapping[str, Callable[[Limit, Whose], bool]] = {
    "IDC-7": _is_thai,
    "IDC-GRANT": _of_card_age,
    "CRA-38-2": _is_registered_alien,
    "S24-2Y": _lost_as_minor,
}
"""Whom a term concerns beside its trigger."""

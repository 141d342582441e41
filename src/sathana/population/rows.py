"""Case files turned into a table of people: facts as the rules read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import numpy as np

from sathana.facts.model import (
    CaseFile,
    Marriage,
    Parent,
    Spell,
)
from sathana.facts.view import View
from sathana.law.rules import READINGS
from sathana.logic.truth import Truth
from sathana.population.rulebook import rule_codes
from sathana.population.schema import (
    EVENTS,
    FACTS,
    FOREIGN_SPOUSE,
    GROUP_UNKNOWN,
    NEVER,
    NO_MARRIAGE,
    NO_SUCH,
    NOT_IDENTIFIED,
    ORDERS,
    ORDERS_BY,
    RELATIVE,
    SPELLS,
    THAI_SPOUSE,
    UNKNOWN_ORDER,
    UNKNOWN_SPOUSE,
    UNTOLD,
    code,
    columns,
    plain,
    slots,
)
from sathana.population.table import Table
from sathana.status import ties
from sathana.status.diagram import Workshop
from sathana.status.points import Point
from sathana.status.reader import open_world
from sathana.status.ties import marriages, orders
from sathana.status.world import Context, World

type Row = dict[str, int]
type Place = dict[tuple[str, str], int]
"""Row of each person, by case and id."""

_COUNTRY_CODE = 2
_EMPTY = {"spouse": NO_MARRIAGE, "child": -1}
"""What the columns of an empty slot hold that do not hold 0."""
_YES_NO: Mapping[object, int] = {Truth.NO: 1, Truth.YES: 2}


def table_of(cases: Sequence[CaseFile], as_of: int) -> tuple[Table, Place]:
    """Return all persons of some case files as a table, and where each stands.

    Args:
        cases: Case files with different names.
        as_of: Day asked about, ordinal; what came later is not yet so.
    """
    places = {
        (case.case, who): row
        for row, (case, who) in enumerate(
            (case, who) for case in cases for who in case.persons
        )
    }
    rows: list[Row] = []
    for village, case in enumerate(cases):
        world = _world(case, as_of)
        for who in case.persons:
            rows.append(
                _Person(world, who, case.case, places).row() | {"village": village}
            )
    return Table(_filled(rows)), places


def _world(case: CaseFile, as_of: int) -> World:
    return open_world(
        View(case, as_of=as_of),
        Workshop(),
        name="court",
        law=READINGS["court"],
        as_of=as_of,
        law_at=as_of,
    )


def _filled(rows: list[Row]) -> dict[str, np.ndarray[tuple[int], np.dtype[np.uint8]]]:
    """Return rows as columns; an empty slot is one without a kind."""
    many = _slots(rows)
    found = {}
    for column in columns(many, rule_codes()):
        none = _EMPTY.get(column.name.rpartition("_")[2], 0)
        type_ = np.uint8 if column.kind == "code" else np.int32
        values = (row.get(column.name, none) for row in rows)
        found[column.name] = np.fromiter(values, type_, len(rows))
    return cast("dict[str, np.ndarray[tuple[int], np.dtype[np.uint8]]]", found)


def _slots(rows: Iterable[Row]) -> dict[str, int]:
    return slots({name for row in rows for name in row})


class _Person:
    """One person of one case, being written as a row."""

    def __init__(self, world: World, who: str, case: str, places: Place) -> None:
        self.world, self.view, self.who = world, world.view, who
        self.case, self.places = case, places
        self.found: Row = {}

    def row(self) -> Row:
        """Return the columns of this person by name; empty slots are left out."""
        self._base()
        for key in EVENTS:
            self._event(key)
        for key in SPELLS:
            self._spells(key)
        for place, context in enumerate(orders(self.world, self.who), 1):
            self._order(place, context)
        for place, context in enumerate(marriages(self.world, self.who), 1):
            self._marriage(place, context)
        self._findings()
        return self.found

    def _base(self) -> None:
        self.found["counted"] = int("." not in self.who)
        self.found["group_code"] = GROUP_UNKNOWN
        for link in ("father", "mother"):
            parent = self.view.parent(self.who, link)
            none = NO_SUCH if parent is Parent.UNIDENTIFIABLE else NOT_IDENTIFIED
            self.found[link] = self._place(parent, none)
        for key in FACTS:
            self.found[plain(key)] = code(key, self.view.value(self.who, key) or "")

    def _place(self, who: object, none: int) -> int:
        return self.places.get((self.case, str(who)), none)

    def _day(self, name: str, lo: int, hi: int) -> None:
        self.found[f"{name}_lo"], self.found[f"{name}_hi"] = lo, hi

    def _point(self, name: str, point: object) -> None:
        point = cast("Point", point)
        self._day(name, point.first, point.last)

    def _event(self, key: str) -> None:
        self._point(plain(key), self.world.point(self.who, key))
        if key == "parents_marriage":
            order = self.view.occurrence(self.who, key).relative
            self.found["parents_marriage_order"] = _relative(order)
        told = self.view.told(self.who, key)
        if key == "died" and (told is None or told.value is None):
            self._day(key, self.found["born_date_lo"], NEVER)

    # -- spells ----------------------------------------------------------------

    def _spells(self, key: str) -> None:
        spells = self.view.spells(self.who, key)
        counting = [s for s in spells if not (key == "care" and s.truth is Truth.NO)]
        for place, spell in enumerate(counting, 1):
            name = f"{key}{place}"
            self.found[f"{name}_kind"] = _kind(key, spell)
            begin = spell.begin
            if begin is None:
                self._day(f"{name}_from", UNTOLD, UNTOLD)
            elif key == "thai":
                self._day(f"{name}_from", begin.earliest, begin.latest)
            else:
                told = self.view.spell_begin(self.who, spell)
                self._day(f"{name}_from", told.earliest, told.latest)
            later = spells[_place(spell, spells) + 1 :]  # also those that do not count
            self._day(f"{name}_until", *self._end(key, spell, later))

    def _end(self, key: str, spell: Spell, later: Sequence[Spell]) -> tuple[int, int]:
        """Return when a spell ended; one without an end gives way to a later one."""
        if key == "thai":
            following = later[0].begin if later else None
            if following is not None and spell.end in (None, following):
                return following.earliest, following.latest
        if spell.end is not None:
            return spell.end.earliest, spell.end.latest
        if key != "thai":
            for other in later:
                if other.begin is not None and other.begin != spell.begin:
                    begin = self.view.spell_begin(self.who, other)
                    return begin.earliest, begin.latest
        return NEVER, NEVER

    # -- acts ------------------------------------------------------------------

    def _order(self, place: int, context: Context) -> None:
        order = context.order or ties.UNKNOWN_ORDER
        name = f"order{place}"
        known = order.kind in ORDERS
        kind = ORDERS.index(order.kind) + 1 if known else UNKNOWN_ORDER
        self.found[f"{name}_kind"] = kind
        self._point(f"{name}_on", ties.order_day(self.world, self.who, context))
        by = ties.made_by(order)
        self.found[f"{name}_by"] = ORDERS_BY.index(by) + 1 if by else 0
        self.found[f"{name}_under"] = _rule(order.under)

    def _marriage(self, place: int, context: Context) -> None:
        name, marriage = f"marriage{place}", cast("Marriage", context.marriage)
        self.found[f"{name}_spouse"] = self._spouse(marriage.to)
        for key, part in (("registered", "wedding"), ("ended", "ended")):
            day = ties.day(self.world, self.who, context, "marriage", key)
            self._point(f"{name}_{part}", day)
        child = context.child
        self.found[f"{name}_child"] = self._place(child, -1) if child else -1
        told = self.view.occurrence(child, "parents_marriage") if child else None
        order = told.relative if told else None
        self.found[f"{name}_wedding_order"] = _relative(order)
        given = marriage.gives_nationality
        given = Truth.NO if given is None else given  # as nothing else is told
        self.found[f"{name}_gives"] = _YES_NO.get(given, 0)

    def _spouse(self, to: str) -> int:
        if (
            len(to) == _COUNTRY_CODE
            and to.isupper()
            and (self.case, to) not in self.places
        ):
            return THAI_SPOUSE if to == "TH" else FOREIGN_SPOUSE
        return self._place(to, UNKNOWN_SPOUSE)

    def _findings(self) -> None:
        for place, finding in enumerate(self.view.findings(self.who), 1):
            name = f"finding{place}"
            unknown = len(rule_codes()) + 1
            self.found[f"{name}_rule"] = _rule(finding.rule) if finding else unknown
            for part in ("is", "final"):
                told = getattr(finding, {"is": "holds"}.get(part, part), None)
                self.found[f"{name}_{part}"] = _YES_NO.get(told, 0)


def _place(spell: Spell, spells: Sequence[Spell]) -> int:
    """Return where a spell stands, which may be told twice alike."""
    return next(place for place, other in enumerate(spells) if other is spell)


def _kind(key: str, spell: Spell) -> int:
    if key == "thai":
        return SPELLS[key].index(spell.truth.value) + 1
    if key == "stay":
        return SPELLS[key].index(spell.kind) + 1
    return 1


def _relative(order: str | None) -> int:
    return RELATIVE.index(order) + 1 if order else 0


def _rule(rule: str | None) -> int:
    known = rule_codes()
    return known.index(rule) + 1 if rule in known else 0

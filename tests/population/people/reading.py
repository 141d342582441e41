"""What a case file holds for the rules, as columns, to compare with rows."""

from __future__ import annotations

from collections.abc import Mapping

from sathana.calendars.spans import DateSpan
from sathana.facts.casefile import read
from sathana.facts.model import Marriage, Order, Spell
from sathana.facts.values import Occurrence
from sathana.facts.view import View
from sathana.logic.truth import Truth
from sathana.population.people.days import ASKED
from sathana.population.people.synth import COLUMNS
from sathana.population.schema import (
    EVENTS,
    FACTS,
    FOREIGN_SPOUSE,
    NEVER,
    NO_MARRIAGE,
    THAI_SPOUSE,
    UNKNOWN_SPOUSE,
    UNTOLD,
    code,
    plain,
)

VALUES = {column.name: column.values for column in COLUMNS}


def view_of(text: str) -> View:
    """Read a case file as the rules do."""
    return View(read(text, name="family.yaml"), as_of=ASKED)


def read_row(view: View, person: str) -> dict[str, int]:
    """Return everything a row tells, but links and the number's digits."""
    found: dict[str, int] = {}
    for key in FACTS:
        found[plain(key)] = code(key, view.value(person, key) or "")
    for key in EVENTS:
        _put(found, plain(key), _event(view.occurrence(person, key)))
    for thing in ("stay", "residence", "registers", "thai"):
        _spells(found, view, person, thing)
    _order(found, view, person)
    return found


def read_marriage(view: View, person: str) -> dict[str, int]:
    """Return the one marriage of a person, without the rows it names."""
    marriages = view.marriages(person)
    if not marriages:
        return {"marriage1_spouse": NO_MARRIAGE, "marriage1_gives": 0}
    assert len(marriages) == 1
    marriage, child = marriages[0]
    assert isinstance(marriage, Marriage)
    found: dict[str, int] = {}
    registered = view.of_event(marriage.registered, person)
    low, high = _event(registered)
    if child:
        low, high = _event(view.occurrence(child, "parents_marriage"))
        own = view.occurrence(person, "born.date").earliest
        low = min(max(low, own), high)
    _put(found, "marriage1_wedding", (low, high))
    _put(found, "marriage1_ended", _event(view.of_event(marriage.ended, person)))
    found["marriage1_gives"] = {None: 1, Truth.NO: 1, Truth.YES: 2}[
        marriage.gives_nationality
    ]
    others = {"TH": THAI_SPOUSE, "unknown": UNKNOWN_SPOUSE}
    is_person = marriage.to in view.case.persons
    spouse = 0 if is_person else others.get(marriage.to, FOREIGN_SPOUSE)
    found["marriage1_spouse"] = spouse
    return found


def _put(found: dict[str, int], name: str, span: tuple[int, int]) -> None:
    found[f"{name}_lo"], found[f"{name}_hi"] = span


def _event(occurrence: Occurrence) -> tuple[int, int]:
    if occurrence.never:
        return NEVER, NEVER
    high = NEVER if occurrence.may_be_never else occurrence.latest
    return occurrence.earliest, high


def _spells(found: dict[str, int], view: View, person: str, thing: str) -> None:
    spells = view.spells(person, thing)
    for place, spell in enumerate(spells, 1):
        name = f"{thing}{place}"
        found[f"{name}_kind"] = _kind(thing, spell)
        _put(found, f"{name}_from", _ends(spell.begin, UNTOLD))
        _put(found, f"{name}_until", _ends(spell.end, NEVER))
    found[f"{thing}{len(spells) + 1}_kind"] = 0


def _kind(thing: str, spell: Spell) -> int:
    if thing == "thai":
        return {Truth.NO: 1, Truth.YES: 2, Truth.UNKNOWN: 3}[spell.truth]
    return VALUES["stay1_kind"].index(spell.kind) + 1 if thing == "stay" else 1


def _ends(span: DateSpan | None, missing: int) -> tuple[int, int]:
    return (missing, missing) if span is None else (span.earliest, span.latest)


def _order(found: dict[str, int], view: View, person: str) -> None:
    orders = view.entries(person, "orders", Order)
    found["order1_kind"] = 0
    for order in orders:
        assert order is not None
        found["order1_kind"] = VALUES["order1_kind"].index(order.kind) + 1
        _put(found, "order1_on", (order.on.earliest, order.on.latest))
        found["order1_by"] = 1
        rules = VALUES["order1_under"]
        found["order1_under"] = rules.index(order.under) + 1 if order.under else 0


def differing(
    read_: Mapping[str, int], row: Mapping[str, int]
) -> dict[str, tuple[int, int]]:
    """Return the columns in which two rows differ."""
    names = (name for name in read_ if name in row)
    return {n: (read_[n], row[n]) for n in names if read_[n] != row[n]}

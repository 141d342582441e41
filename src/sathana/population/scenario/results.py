"""The result of a scenario as one plain mapping, which JSON, CSV and papers show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sathana.calendars.dates import day_text
from sathana.law.load import pack
from sathana.population.scenario import words
from sathana.population.scenario.cells import FEWEST, Cells
from sathana.population.scenario.dimensions import DIMENSIONS, Dimension
from sathana.population.scenario.model import Alternative, Scenario
from sathana.population.scenario.persons import Persons, scale
from sathana.population.scenario.questions import pathways
from sathana.population.scenario.settle import Settled, Settling, Value
from sathana.population.scenario.tally import Moves, Tally, Unreached
from sathana.vocabulary.codes import CODE_LISTS, HAPPENINGS
from sathana.vocabulary.facts import FACTS
from sathana.vocabulary.names import Name

type Result = dict[str, Any]

STATES = ("no", "unknown", "yes")
MOST_FACTS = 10
MOST_REASONS = 12


@dataclass(frozen=True)
class Counted:
    """Everything that was counted for a scenario.

    Attributes:
        settling: Which facts would settle most people; ``None``: was not asked.
    """

    scenario: Scenario
    persons: Persons
    tally: Tally
    settling: Settling | None

    @property
    def cells(self) -> Cells:
        """Makes the figures."""
        return Cells(scale(self.persons), self.persons.is_synthetic)


def result(counted: Counted) -> Result:
    """Return the result of a scenario; see ``docs/scenarios.md`` for its keys."""
    scenario, tally = counted.scenario, counted.tally
    synthetic = counted.persons.is_synthetic
    return {
        "scenario": scenario.name,
        "title": scenario.title.both(),
        "question": scenario.question.both(),
        "synthetic": synthetic,
        "mark": words.MARK.both() if synthetic else None,
        "as_of": day_text(scenario.as_of),
        "law": pack().version,
        "values": _values(scenario),
        "chosen": list(_chosen(scenario)),
        "people": _people(counted),
        "ask": [{"id": a, "title": words.rule_title(a).both()} for a in tally.ask],
        "states": list(STATES),
        "base": _law(counted, scenario.base),
        "alternatives": [
            {**_law(counted, law), "answers": _answers(counted, law)}
            for law in scenario.alternatives
        ],
        "settle": _settle(counted),
        "note": scenario.note.both() if scenario.note else None,
        "method": [line.both() for line in words.METHOD],
        "limits": [line.both() for line in _limits(scenario, synthetic)],
    }


def _values(scenario: Scenario) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in scenario.values.items()
    }


def _chosen(scenario: Scenario) -> Iterator[Result]:
    """Yield each value in words, with what its parameter is called."""
    for parameter in scenario.parameters:
        value = scenario.values[parameter.name]
        yield {
            "name": parameter.name,
            "title": parameter.title.both(),
            "shown": words.chosen(parameter, value).both(),
        }


def _limits(scenario: Scenario, synthetic: bool) -> tuple[Name, ...]:
    own = words.LIMIT_SYNTHETIC if synthetic else words.LIMIT_SMALL
    return (*scenario.limits, own, *words.LIMITS)


def _people(counted: Counted) -> Result:
    about, tally = counted.persons.about, counted.tally
    keys = ("area", "seed", "persons", "generator", "as_of")
    return {
        "rows": tally.counted,
        "all_rows": tally.rows,
        "people": counted.cells.people(tally.counted),
        "scale": counted.cells.scale,
        "source": {key: about[key] for key in keys if key in about},
    }


def _law(counted: Counted, law: Alternative) -> Result:
    """Return what a law reads, who is Thai by which rule, and whom nothing reaches."""
    tally, name = counted.tally, law.name
    return {
        "name": name,
        "title": law.title.both(),
        "law_at": day_text(law.law_at),
        "reading": law.reading,
        "points": dict(law.points),
        "changes": [words.change_text(change).both() for change in law.reform],
        "overlay": law.overlay.name if law.overlay else None,
        "states": {
            what: counted.cells.states(tally.moves[name, what].whole.sum(axis=0))
            for what in tally.ask
        },
        "under": _rules(counted.cells, tally.under[name]),
        "unreached": _unreached(counted, name, tally.unreached[name]),
    }


def _rules(cells: Cells, counter: Counter[str]) -> list[Result]:
    """Return counts by rule, the largest first."""
    found = counter.most_common()
    figures = cells.many([count for _, count in found])
    return [
        {"rule": rule, "title": words.rule_title(rule).both(), **figure}
        for (rule, _), figure in zip(found, figures, strict=True)
    ]


def _answers(counted: Counted, law: Alternative) -> list[Result]:
    return [_answer(counted, law.name, what) for what in counted.tally.ask]


def _answer(counted: Counted, name: str, what: str) -> Result:
    """Return how people move from the base to one alternative, for one question."""
    moves, cells = counted.tally.moves[name, what], counted.cells
    became = counted.tally.became[name] if what == "thai" else Counter[str]()
    if what != "thai":
        became[what] = int(moves.whole[:2, 2].sum())
    return {
        "ask": what,
        "title": words.rule_title(what).both(),
        "total": {
            "rows": int(moves.whole.sum()),
            "people": cells.people(int(moves.whole.sum())),
        },
        **_moved(cells, moves.whole),
        "gains": [row for row in _rules(cells, became) if row["rows"] != 0],
        "by": {d.name: _by(cells, d, moves) for d in DIMENSIONS},
    }


def _moved(cells: Cells, counts: Any) -> Result:
    table = cells.square(counts)
    return {
        "table": table,
        "hidden": sum(cell["rows"] is None for line in table for cell in line),
        "base": cells.states(counts.sum(axis=1)),
        "then": cells.states(counts.sum(axis=0)),
    }


def _by(cells: Cells, dimension: Dimension, moves: Moves) -> Result:
    """Return the same for each value of a dimension, the largest first.

    Of real people, values with fewer than ten are left out and counted.
    """
    counts = moves.by[dimension.name]
    sizes = counts.sum(axis=(1, 2))
    order = [int(v) for v in (-sizes).argsort(kind="stable") if sizes[v]]
    least = 0 if cells.synthetic else FEWEST
    shown = [value for value in order if sizes[value] >= least]
    if dimension.name == "age":
        shown.sort()
    return {
        "title": dimension.title.both(),
        "omitted": len(order) - len(shown),
        "values": [
            {**_value(dimension, value), **_moved(cells, counts[value])}
            for value in shown
        ],
    }


def _value(dimension: Dimension, value: int) -> Result:
    short, title = dimension.label(value)
    return {"code": short, "title": title.both()}


# -- whom nothing reaches ------------------------------------------------------------


def _unreached(counted: Counted, name: str, found: Unreached) -> Result:
    cells = counted.cells
    three = cells.many([found.open, found.perhaps, found.closed])
    return {
        "not_thai": cells.one(found.not_thai),
        **dict(zip(("open", "perhaps", "closed"), three, strict=True)),
        "unread": cells.one(found.unread),
        "reasons": list(_reasons(counted, name, found)),
    }


def _reasons(counted: Counted, name: str, found: Unreached) -> Iterator[Result]:
    book = next(book for book in counted.tally.books if book.name == name)
    parts = {
        (way.rule, place): part for way in pathways(book) for place, part in way.parts
    }
    listed = found.reasons.most_common(MOST_REASONS)
    figures = counted.cells.many([count for _, count in listed])
    for ((rule, place), _), figure in zip(listed, figures, strict=True):
        yield {
            "rule": rule,
            "title": words.rule_title(rule).both(),
            "part": place,
            "text": words.unmet(parts[rule, place]).both(),
            **figure,
        }


# -- what would settle most ----------------------------------------------------------


def _settle(counted: Counted) -> Result | None:
    found = counted.settling
    if found is None or not found.rows:
        return None
    whole = counted.tally.counted / found.rows
    cells = Cells(counted.cells.scale * whole, counted.cells.synthetic)
    return {
        "sample_rows": found.rows,
        "unknown": cells.one(found.unknown),
        "facts": [_fact(cells, fact) for fact in found.facts[:MOST_FACTS]],
    }


def _fact(cells: Cells, fact: Settled) -> Result:
    name = FACTS.get(fact.key) or Name(th=fact.key, en=fact.key)
    always, perhaps = (cells.one(n) for n in (fact.always, fact.perhaps))
    return {
        "key": fact.key,
        "title": name.both(),
        "always": always,
        "perhaps": perhaps,
        "values": [_settled(cells, fact.key, value) for value in fact.values],
    }


def _settled(cells: Cells, key: str, value: Value) -> Result:
    yes, no = (cells.one(n) for n in (value.yes, value.no))
    titles = [_word(key, word) for word in value.words]
    title = Name(
        th=" หรือ ".join(t.th for t in titles), en=" or ".join(t.en for t in titles)
    )
    return {"values": list(value.words), "title": title.both(), "yes": yes, "no": no}


_PLAIN: Mapping[str, Name] = {
    "yes": Name(th="ใช่", en="yes"),
    "no": Name(th="ไม่ใช่", en="no"),
    "none": Name(th="ไม่มี", en="none"),
    "some": Name(th="มี", en="some"),
    "TH": Name(th="ประเทศไทย", en="Thailand"),
    "abroad": Name(th="ต่างประเทศ", en="another country"),
    "happened": HAPPENINGS["yes"],
    "never": HAPPENINGS["never"],
}


def _word(key: str, word: str) -> Name:
    known = CODE_LISTS.get(key, {}).get(word) or _PLAIN.get(word)
    return known or Name(th=word, en=word)

"""The tree can be read twice: columns and the prover agree on hundreds of rows."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from tests.second_reader.columns import NEVER, NO, UNKNOWN, YES, Columns, Ends, read

from sathana.facts import casefile
from sathana.facts.model import Marriage
from sathana.facts.view import View
from sathana.law.book import Clause, book
from sathana.law.rules import READINGS
from sathana.status.answer import word
from sathana.status.diagram import Workshop
from sathana.status.points import Point
from sathana.status.reader import compile_condition, open_world
from sathana.status.ties import marriages
from sathana.status.world import PLAIN, World

ROWS = 400
AS_OF = date(2026, 6, 1).toordinal()
READ = {"GAIN-WIFE": "1970-01-01", "NR-19-2": "2026-06-01", "NS-1953": "1955-06-01"}
"""The day of the law read; that of NS-1953 lies before the Act that healed its gap."""
TRUTHS = ("yes", "no", None)
LAW = ("1953-02-04", "1957-02-08", "1965-08-05", "2016-06-01")
WORDS = {NO: "no", UNKNOWN: "unknown", YES: "yes"}
VALUES = (
    ("self", "sex"),
    ("self", "born.country"),
    ("self", "number_class"),
)
DAYS = (("self", "born.date"), ("self", "found"), ("self", "registered"))

type Row = tuple[dict[str, object], View]


def draw(rng: random.Random) -> dict[str, object]:
    """Draw a person with a mother and, mostly, a marriage; much is not told."""
    life: dict[str, object] = {
        "sex": rng.choice(("female", "female", "male", "unknown")),
        "born": {
            "date": day(rng, 1900, 1990),
            "country": rng.choice(("TH", "MM", "unknown")),
        },
        "found": rng.choice(("never", "unknown", day(rng, 1990, 2020))),
        "father": rng.choice(("unidentifiable", "unidentifiable", "unknown")),
        "mother": rng.choice(("unidentifiable", "M", "M")),
        "marriages": [{"to": "H", "registered": day(rng, 1945, 1975)}],
    }
    if rng.random() < 0.8:
        life["residence"] = [spell(rng)]
    if rng.random() < 0.3:
        life["care"] = [spell(rng)]
    if rng.random() < 0.8:
        life["registers"] = [{"kind": "TR38K", "from": day(rng, 1985, 2030)}]
    return life


def day(rng: random.Random, first: int, last: int) -> object:
    """Draw a day, one near a change of the law, a year, or nothing known."""
    known = date(rng.randint(first, last - 1), rng.randint(1, 12), rng.randint(1, 28))
    kind = rng.random()
    if kind < 0.3:
        near = [
            date.fromisoformat(text) for text in LAW if first <= int(text[:4]) < last
        ]
        known = rng.choice([*near, known])
        return date.fromordinal(known.toordinal() + rng.randint(-1, 1)).isoformat()
    return "unknown" if kind > 0.9 else known.isoformat()[: 10 if kind < 0.7 else 4]


def spell(rng: random.Random) -> dict[str, object]:
    """Draw a time of living here, mostly about ten years long by the day asked."""
    begin = {"from": day(rng, 2005, 2020)}
    return begin if rng.random() < 0.7 else {**begin, "until": day(rng, 2020, 2026)}


def rows(seed: int) -> list[Row]:
    """Draw the rows: what is told, and a view of each."""
    rng, found = random.Random(seed), []
    for _ in range(ROWS):
        persons: dict[str, object] = {"P": draw(rng)}
        for who, sex in (("M", "female"), ("H", "male")):
            thai = rng.choice(TRUTHS)
            persons[who] = {"sex": sex} | ({"thai": thai} if thai else {})
        text = json.dumps({"sathana": 1, "case": "row", "persons": persons})
        found.append((persons, View(casefile.read(text, name="row"), as_of=AS_OF)))
    return found


def columns(drawn: Sequence[Row], law_at: int) -> Columns:
    """Return the same facts as columns."""
    views = [view for _, view in drawn]
    worlds = [open_world_of(view, law_at) for view in views]
    told = {
        key: np.array([view.value("P", key[1]) or "" for view in views])
        for key in VALUES
    }
    points = {key: ends([w.point("P", key[1]) for w in worlds]) for key in DAYS}
    weddings = []
    for view in views:
        told_marriages = view.case.persons["P"].told["marriages"].value
        assert isinstance(told_marriages, tuple)
        (marriage,) = told_marriages
        assert isinstance(marriage, Marriage)
        event = view.of_event(marriage.registered, "P")
        weddings.append(Point(event.earliest, event.latest))
    points["marriage", "registered"] = ends(weddings)
    truths = {
        ("spouse", "thai"): kleene([str(p["H"].get("thai")) for p, _ in drawn]),  # type: ignore[attr-defined]
        ("mother", "thai"): kleene([mother_thai(p) for p, _ in drawn]),
    }
    for link in ("father", "mother"):
        told_links = [str(persons["P"][link]) for persons, _ in drawn]  # type: ignore[index]
        known = [{"unidentifiable": "no", "M": "yes"}.get(t, "") for t in told_links]
        truths[link, "identified"] = kleene(known)
    spells = {key: told_spells(views, key) for key in ("residence", "care")}
    return Columns(len(drawn), AS_OF, law_at, told, points, truths, spells)


def mother_thai(persons: dict[str, object]) -> str:
    """Return whether the mother is Thai; one who cannot be known is not."""
    life, mother = persons["P"], persons["M"]
    assert isinstance(life, dict)
    assert isinstance(mother, dict)
    return "no" if life["mother"] == "unidentifiable" else str(mother.get("thai"))


def kleene(words: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.array([{"yes": YES, "no": NO}.get(w, UNKNOWN) for w in words], np.uint8)


def ends(points: Sequence[Point]) -> Ends:
    first = np.array([point.first for point in points], np.int64)
    return first, np.array([point.last for point in points], np.int64)


def told_spells(views: Sequence[View], key: str) -> tuple[Ends, Ends]:
    """Return begin and end of the one told spell; none told begins on no day."""
    begins, stops = [], []
    for view in views:
        spells = view.spells("P", key)
        begin = view.spell_begin("P", spells[0]) if spells else None
        end = spells[0].end if spells else None
        begins.append(
            Point(begin.earliest, begin.latest) if begin else Point(NEVER, NEVER)
        )
        stops.append(Point(end.earliest, end.latest) if end else Point(NEVER, NEVER))
    return ends(begins), ends(stops)


def open_world_of(view: View, law_at: int, reading: str = "court") -> World:
    return open_world(
        view,
        Workshop(),
        name=reading,
        law=READINGS[reading],
        as_of=AS_OF,
        law_at=law_at,
    )


def first_reader(clause: Clause, view: View, law_at: int, reading: str) -> str:
    """Ask the prover the condition of one clause of one person."""
    world = open_world_of(view, law_at, reading)
    context = next(marriages(world, "P")) if clause.per == "marriage" else PLAIN
    return word(compile_condition(clause.condition)(world, "P", context))


@pytest.mark.parametrize("reading", sorted(READINGS))
@pytest.mark.parametrize("rule", sorted(READ))
def test_both_readers_say_the_same_of_every_row(rule: str, reading: str) -> None:
    law_at = date.fromisoformat(READ[rule]).toordinal()
    drawn = rows(1)
    clauses = [c for c in book(READINGS[reading]) if c.rule == rule]
    for clause in (c for c in clauses if c.per != "order"):
        second = [
            WORDS[value] for value in read(clause.condition, columns(drawn, law_at))
        ]
        first = [first_reader(clause, view, law_at, reading) for _, view in drawn]
        for (persons, _), one, two in zip(drawn, first, second, strict=True):
            assert two in ("unknown", one), (clause.kind, persons)
        decided = sum(answer != "unknown" for answer in first)
        agreed = sum(answer != "unknown" for answer in second)
        assert agreed > 0.8 * decided
        wanted = {"no", "unknown"} if rule == "NR-19-2" else {"no", "unknown", "yes"}
        assert set(second) == wanted


def test_a_node_that_the_second_reader_does_not_know_is_refused() -> None:
    clause = next(c for c in book(READINGS["court"]) if c.rule == "S23-C")
    law_at = date.fromisoformat("2026-06-01").toordinal()
    with pytest.raises(KeyError):
        read(clause.condition, columns(rows(2)[:3], law_at))

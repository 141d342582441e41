"""Results: they add up, agree with plain counting, and hide what is small."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sathana.population.program import compiled
from sathana.population.run import evaluate
from sathana.population.scenario import load, read, run, with_values
from sathana.population.scenario.cells import FEWEST, Cells
from sathana.population.scenario.csvfile import csv_text
from sathana.population.scenario.laws import rulebooks
from sathana.population.scenario.persons import Made, made
from sathana.population.scenario.samples import joined, leading, sample
from sathana.population.scenario.settle import settling
from sathana.population.scenario.words import MARK

MINE = """
scenario: mine
title: {th: ก, en: a}
question: {th: ก, en: a}
as_of: 2026-06-01
alternatives:
  - {name: same, title: {th: เดิม, en: the same}}
  - {name: office, title: {th: ข, en: b}, reading: administration}
  - name: longer
    title: {th: ค, en: c}
    reform: [{rule: PR-2024, years: {from: 15, to: 60}}]
ask: [thai, PR-2024]
"""


@pytest.fixture(scope="module")
def people() -> Made:
    return made("north", 3, 6000)


@pytest.fixture(scope="module")
def result(people: Made) -> dict[str, Any]:
    return run(read(MINE, "mine", values={}), people)


def rows(table: list[list[dict[str, Any]]]) -> np.ndarray:
    return np.array([[cell["rows"] for cell in line] for line in table])


def answers(result: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for law in result["alternatives"]:
        for answer in law["answers"]:
            yield law["name"], answer


def test_every_person_counted_stands_in_one_cell(
    result: dict[str, Any], people: Made
) -> None:
    counted = sum(int(t.columns["counted"].sum()) for t in people.tables)
    assert result["people"]["rows"] == counted
    for _, answer in answers(result):
        whole = rows(answer["table"])
        assert whole.sum() == counted
        for dimension in answer["by"].values():
            parts = [rows(value["table"]) for value in dimension["values"]]
            assert (sum(parts) == whole).all()


def test_the_figures_are_those_of_plain_counting(
    result: dict[str, Any], people: Made
) -> None:
    books = rulebooks(read(MINE, "mine", values={}))
    asked = ("thai", "rule:PR-2024")
    program = compiled(books, asked, people.slots)
    found = evaluate(program, joined(people.tables))
    who = joined(people.tables).columns["counted"] == 1
    for name, answer in answers(result):
        what = "thai" if answer["ask"] == "thai" else f"rule:{answer['ask']}"
        before, after = found["base", what][who], found[name, what][who]
        counted = [
            [int(((before == a) & (after == b)).sum()) for b in range(3)]
            for a in range(3)
        ]
        assert rows(answer["table"]).tolist() == counted


def test_the_same_law_moves_nobody(result: dict[str, Any]) -> None:
    for name, answer in answers(result):
        if name == "same":
            table = rows(answer["table"])
            assert table.sum() == np.trace(table)
            assert answer["gains"] == []


def test_a_stricter_reform_opens_a_pathway_to_nobody(result: dict[str, Any]) -> None:
    (answer,) = (
        a for n, a in answers(result) if n == "longer" and a["ask"] == "PR-2024"
    )
    table = rows(answer["table"])
    assert np.triu(table, 1).sum() == 0
    assert np.tril(table, -1).sum() > 0


def test_the_band_runs_from_the_sure_to_the_sure_and_the_unknown(
    result: dict[str, Any],
) -> None:
    for _, answer in answers(result):
        for end in ("base", "then"):
            states = answer[end]
            assert states["least"] == states["yes"]
            most = states["yes"]["rows"] + states["unknown"]["rows"]
            assert states["most"]["rows"] == most


def test_who_gains_is_told_by_rule_and_adds_up(result: dict[str, Any]) -> None:
    for _, answer in answers(result):
        became = rows(answer["table"])[:2, 2].sum()
        assert sum(gain["rows"] for gain in answer["gains"]) == became
    for law in (result["base"], *result["alternatives"]):
        assert (
            sum(r["rows"] for r in law["under"]) == law["states"]["thai"]["yes"]["rows"]
        )


def test_those_not_thai_are_reached_perhaps_or_not_at_all(
    result: dict[str, Any],
) -> None:
    for law in (result["base"], *result["alternatives"]):
        found = law["unreached"]
        three = [found[key]["rows"] for key in ("open", "perhaps", "closed")]
        assert sum(three) == found["not_thai"]["rows"]
        assert found["unread"]["rows"] <= found["closed"]["rows"]
        reasons = [reason["rows"] for reason in found["reasons"]]
        assert reasons == sorted(reasons, reverse=True)
        assert sum(reasons) <= found["closed"]["rows"]
        for reason in found["reasons"]:
            assert reason["text"]["th"]
            assert reason["text"]["en"]


def test_blocks_change_nothing(result: dict[str, Any], people: Made) -> None:
    whole = joined(people.tables)
    cut = sample(whole, len(whole) // 2)
    assert 0 < len(cut) < len(whole)
    one = Made((joined(people.tables),), people.about)
    again = run(read(MINE, "mine", values={}), one, settle=False)
    assert again["alternatives"] == result["alternatives"]


def test_everything_made_from_made_people_bears_the_mark(
    result: dict[str, Any],
) -> None:
    assert result["synthetic"] is True
    assert result["mark"] == MARK.both()
    assert json.loads(json.dumps(result, ensure_ascii=False)) == result
    lines = list(csv.DictReader(io.StringIO(csv_text(result))))
    assert len(lines) > 200
    assert all(MARK.en in line["mark"] and MARK.th in line["mark"] for line in lines)


def test_csv_holds_the_figures_and_no_formula(result: dict[str, Any]) -> None:
    altered = json.loads(json.dumps(result))
    altered["alternatives"][0]["name"] = "=cmd()"
    lines = list(csv.DictReader(io.StringIO(csv_text(altered))))
    assert {line["alternative"] for line in lines} >= {"base", "'=cmd()", "office"}
    moves = [
        line
        for line in lines
        if line["table"] == "moves"
        and line["alternative"] == "office"
        and line["ask"] == "thai"
        and line["dimension"] == "all"
    ]
    assert len(moves) == 9
    assert sum(int(line["rows"]) for line in moves) == result["people"]["rows"]


# -- figures about real people -------------------------------------------------------


def cells(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "rows" in value and "people" in value:
            yield value
        for each in value.values():
            yield from cells(each)
    elif isinstance(value, list):
        for each in value:
            yield from cells(each)


def test_of_real_people_no_figure_below_ten_is_shown(people: Made) -> None:
    real = Made(people.tables, {})
    found = run(read(MINE, "mine", values={}), real)
    assert found["synthetic"] is False
    assert found["mark"] is None
    shown = [
        c["rows"] for c in cells(found) if "scale" not in c and c["rows"] is not None
    ]
    assert shown
    assert min(shown) >= FEWEST
    for _, answer in answers(found):
        tables = [answer, *(v for d in answer["by"].values() for v in d["values"])]
        for one in tables:
            hidden = np.array([[c["rows"] is None for c in r] for r in one["table"]])
            assert hidden.sum() == one["hidden"]
            alone = {*hidden.sum(axis=0), *hidden.sum(axis=1)}
            assert 1 not in alone, "the sum of the line would tell it"
    assert any("below 10" in limit["en"] for limit in found["limits"])


def test_a_figure_hidden_alone_takes_the_next_smallest_with_it() -> None:
    found = Cells(1.0, synthetic=False).many([500, 3, 40])
    assert [cell["rows"] for cell in found] == [500, None, None]
    assert Cells(1.0, synthetic=True).many([500, 3, 40])[1]["rows"] == 3


def test_figures_that_stand_for_more_people_are_rounded_to_three_digits() -> None:
    figures = Cells(12.558, synthetic=True)
    assert figures.people(49_715) == 624_000
    assert figures.people(3) == 38
    assert figures.people(0) == 0
    assert Cells(1.0, synthetic=False).people(49_715) == 49_715


# -- which fact would settle most ----------------------------------------------------


def test_a_sample_holds_whole_families(people: Made) -> None:
    whole = joined(people.tables)
    some = sample(whole, 1500)
    assert 500 < len(some) < 3500
    for name in leading(some):
        link = some.columns[name]
        assert link.max() < len(some)
    known = [(whole.columns[n] >= 0).mean() for n in ("father", "mother")]
    kept = [(some.columns[n] >= 0).mean() for n in ("father", "mother")]
    assert np.allclose(known, kept, atol=0.1), "no link was cut"


def test_what_a_fact_settles_is_found_by_setting_it(people: Made) -> None:
    (book, *_) = rulebooks(read(MINE, "mine", values={}))
    program = compiled((book,), ("thai",), people.slots)
    whole = sample(joined(people.tables), 1500)
    found = settling(program, book.name, [whole], 20_000)
    assert found == settling(program, book.name, [whole], 1), "batches change nothing"
    base = evaluate(program, whole)[book.name, "thai"]
    who = whole.columns["counted"] == 1
    assert found.unknown == int((base[who] == 1).sum())
    (country,) = (fact for fact in found.facts if fact.key == "born.country")
    told = whole.columns["born_country"]
    for code, value in enumerate(country.values, start=1):
        column = np.where(told == 0, np.uint8(code), told)
        table = replace(whole, columns={**whole.columns, "born_country": column})
        after = evaluate(program, table)[book.name, "thai"]
        open_then = after[who & (base == 1)]
        assert value.yes == int((open_then == 2).sum())
        assert value.no == int((open_then == 0).sum())
    assert country.always <= country.perhaps


def test_a_fact_that_settles_more_stands_before_one_that_settles_less(
    result: dict[str, Any],
) -> None:
    order = [fact["always"]["rows"] for fact in result["settle"]["facts"]]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("years", [5, 20])
def test_more_years_asked_for_open_the_pathway_to_fewer(
    years: int, people: Made
) -> None:
    scenario = with_values(load("residence-years"), {"years": years})
    found = run(scenario, people, settle=False)
    answer = found["alternatives"][0]["answers"][1]
    before, after = (answer[end]["yes"]["rows"] for end in ("base", "then"))
    assert (after >= before) if years < 15 else (after <= before)

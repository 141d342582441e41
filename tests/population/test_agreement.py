"""Columns say of everybody what the prover says before its case split."""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import cast

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.generative.families import Plain, truths
from tests.generative.families_asked import show
from tests.generative.families_veiled import veiled
from tests.population.agreement import WORDS, grouped, partings, rulebooks
from tests.population.wild import wild
from tests.sample import some

from sathana.facts.model import CaseFile
from sathana.law import cases as library
from sathana.law.book import Clause
from sathana.law.rules import READINGS
from sathana.logic.nodes import NO, Condition, Day, Node, OpenLaw, YearsAfter
from sathana.population.coverage import covered
from sathana.population.program import answerable, compiled
from sathana.population.rows import table_of
from sathana.population.rulebook import Rulebook
from sathana.population.run import Results, evaluate
from sathana.population.table import Table, leading

type Reform = Callable[[tuple[Clause, ...]], tuple[Clause, ...]]

CAMPAIGN = os.environ.get("SATHANA_CAMPAIGN", "") not in ("", "0")
BATCHES, EACH = (50, 1_000) if CAMPAIGN else (2, 110)
AS_OF = date(2026, 6, 1).toordinal()


def drawn(number: int, seed_: int) -> list[Plain]:
    """Draw families of which some facts are not told."""
    found: list[Plain] = []

    @seed(seed_)
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(truths().flatmap(lambda truth: veiled(truth)))
    def draw(family: Plain) -> None:
        found.append(family)

    draw()
    return found


@pytest.mark.generative
@pytest.mark.parametrize("batch", range(BATCHES))
def test_columns_agree_with_the_prover_on_random_families(batch: int) -> None:
    families = drawn(EACH, 1_000 + batch)
    assert len(families) >= EACH * 0.9
    told = [wild(family, n) if n % 2 else family for n, family in enumerate(families)]
    _agree(told)


def _agree(families: list[Plain], reform: Reform = lambda clauses: ()) -> None:
    """Compare the readers over families, many of one day at once."""
    for days, cases in grouped(families).items():
        books = [
            replace(book, changed=reform(book.clauses)) for book in rulebooks(*days)
        ]
        parted, compared = partings(cases, books)
        assert compared > 40 * len(cases)
        if parted:
            number = int(parted[0].case.removeprefix("family "))
            pytest.fail(f"{parted[0]}\n{show(families[number])}")


@pytest.mark.generative
def test_columns_agree_with_the_prover_under_a_reform() -> None:
    families = drawn(BATCHES * 12, 77)
    told = [wild(family, n) for n, family in enumerate(families)]
    _agree(told, reform=lambda clauses: tuple(_milder(c) for c in clauses))


def _milder(clause: Clause) -> Clause:
    """Return a text that asks for seven years less, and knows no Announcement 337."""
    changed = _fewer_years(clause.condition)
    if clause.rule in {"A337-1", "A337-2"}:
        changed = NO
    return replace(clause, condition=cast("Condition", changed))


def _fewer_years(node: Node) -> Node:
    if isinstance(node, YearsAfter) and node.years < -7:
        return replace(node, years=node.years + 7)
    parts = {f.name: _each(getattr(node, f.name)) for f in fields(node)}
    return replace(node, **parts)


def _each(value: object) -> object:
    if isinstance(value, Condition | Day):
        return _fewer_years(cast("Node", value))
    return tuple(map(_each, value)) if isinstance(value, tuple) else value


def test_columns_agree_with_the_prover_on_the_whole_case_library() -> None:
    days: dict[tuple[int, int], list[CaseFile]] = defaultdict(list)
    for case in map(library.case, some(library.names(), 6)):
        as_of = cast("int", case.as_of)
        days[as_of, case.law_at or as_of].append(case)
    total = 0
    for (as_of, law_at), cases in days.items():
        parted, compared = partings(cases, rulebooks(as_of, law_at))
        assert parted == []
        total += compared
    assert total > 30_000


# -- what changes nothing ----------------------------------------------------------


@pytest.fixture(scope="module")
def crowd() -> Table:
    """Everybody of the case library in one table."""
    return table_of([library.case(name) for name in library.names()], AS_OF)[0]


def test_the_size_of_chunks_changes_nothing(crowd: Table) -> None:
    books = rulebooks(AS_OF, AS_OF)
    program = compiled(books, answerable(books), crowd.slots)
    whole = evaluate(program, crowd)
    for chunk in (1_000_000, 37, 400):
        assert _equal(whole, evaluate(program, crowd, chunk=chunk))


def test_the_order_of_rows_changes_nothing(crowd: Table) -> None:
    books = rulebooks(AS_OF, AS_OF)
    program = compiled(books, answerable(books), crowd.slots)
    whole = evaluate(program, crowd)
    order = np.random.default_rng(5).permutation(len(crowd))
    mixed = evaluate(program, _moved(crowd, order))
    assert all(np.array_equal(whole[name][order], mixed[name]) for name in whole)


def _moved(table: Table, order: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Table:
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    columns = {name: column[order] for name, column in table.columns.items()}
    for name in leading(table.columns):
        link = columns[name]
        columns[name] = np.where(link >= 0, place[np.maximum(link, 0)], link)
    return Table(columns)


def test_rulebooks_side_by_side_say_what_each_says_alone(crowd: Table) -> None:
    laws = [date(year, 6, 1).toordinal() for year in (1971, 1985, 2010, 2026)]
    books = [
        Rulebook(f"{name} {law_at}", AS_OF, law_at, law)
        for law_at in laws
        for name, law in READINGS.items()
    ]
    asked = answerable(books)
    together = evaluate(compiled(books, asked, crowd.slots), crowd)
    for book in books:
        alone = evaluate(compiled([book], asked, crowd.slots), crowd)
        assert all(np.array_equal(alone[name], together[name]) for name in alone)


def test_rulebooks_side_by_side_share_what_does_not_differ(crowd: Table) -> None:
    books = rulebooks(AS_OF, AS_OF)
    alone = [compiled([book], ("thai",), crowd.slots).operations for book in books]
    twice = [replace(books[0], name=name) for name in ("one", "two")]
    assert compiled(twice, ("thai",), crowd.slots).operations == alone[0]
    assert compiled(books, ("thai",), crowd.slots).operations < 0.8 * sum(alone)


def _equal(one: Results, two: Results) -> bool:
    return all(np.array_equal(one[name], two[name]) for name in one)


# -- how much of the law this puts to the test -------------------------------------


def test_nearly_every_condition_was_met_with_a_yes_and_with_a_no(
    crowd: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    families = drawn(250, 11)
    told = [wild(family, n) for n, family in enumerate(families)]
    cases = [c for found in grouped(told).values() for c in found]
    found: Counter[tuple[Condition, str]] = Counter()
    for table in (crowd, table_of(cases, AS_OF)[0]):
        for law_at in (AS_OF, date(1955, 6, 1).toordinal()):
            for node, counts in covered(rulebooks(AS_OF, law_at), table).counts.items():
                found.update({(node, w): n for w, n in zip(WORDS, counts, strict=True)})
    nodes = {node for node, _ in found if not isinstance(node, OpenLaw)}
    shares = {w: sum(found[n, w] > 0 for n in nodes) / len(nodes) for w in WORDS}
    with capsys.disabled():
        sys.stdout.write(f"\nof {len(nodes)} conditions, met with: {shares}\n")
    assert min(shares["yes"], shares["no"]) > 0.92

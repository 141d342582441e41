"""Reforms as data, and texts of a Python file: what they change and refuse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sathana.law.book import book
from sathana.law.overlay import OverlayError, overlaid
from sathana.law.reform import Change, ReformError, held, reformed
from sathana.law.rules import _REGISTRY, COURT
from sathana.logic.nodes import FixedDay, Is, YearsAfter, walk


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def texts_of(rule: str, clauses: object) -> list[object]:
    return [c for c in clauses if c.rule == rule]  # type: ignore[attr-defined]


def test_years_change_in_the_text_of_that_rule_alone() -> None:
    before = book(COURT)
    after = reformed(before, [Change("PR-2024", "years", 15, 10)])
    assert held(after, "PR-2024", "years") == ("10", "20")
    assert [c for c in after if c.rule != "PR-2024"] == [
        c for c in before if c.rule != "PR-2024"
    ]
    (text,) = texts_of("PR-2024", after)
    years = {n.years for n in walk(text.condition) if isinstance(n, YearsAfter)}
    assert years == {-10, -20}, "years counted back stay counted back"


def test_a_day_changes_also_where_it_bounds_the_births_governed() -> None:
    old, new = day("1992-02-26"), day("1990-01-01")
    after = reformed(book(COURT), [Change("NS-1992", "day", old, new)])
    (text,) = texts_of("NS-1992", after)
    for tree in (text.condition, text.births):
        days = {n.span.earliest for n in walk(tree) if isinstance(n, FixedDay)}
        assert new in days
        assert old not in days


def test_a_day_on_which_a_text_takes_effect_changes_too() -> None:
    old, new = day("2008-02-28"), day("2000-01-01")
    change = Change("S23", "day", old, new, kind="gain")
    before = texts_of("S23", book(COURT))
    after = texts_of("S23", reformed(book(COURT), [change]))
    assert [c.when for c in after if c.kind == "gain"] != [
        c.when for c in before if c.kind == "gain"
    ]
    assert [c for c in after if c.kind == "pathway"] == [
        c for c in before if c.kind == "pathway"
    ]


def test_a_class_changes_whatever_the_order_in_which_its_values_are_named() -> None:
    change = Change(
        "ANN-2025",
        "class",
        ("no_status_89", "recognised_group"),
        ("recognised_group",),
        "number_class",
    )
    (text,) = texts_of("ANN-2025", reformed(book(COURT), [change]))
    values = {n.values for n in walk(text.condition) if isinstance(n, Is)}
    assert ("recognised_group",) in values
    assert ("recognised_group", "no_status_89") not in values


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change("PR-2024", "years", 16, 10), "15, 20"),
        (Change("PR-2024", "day", day("2000-01-01"), 1), "1999-12-31, 2011-12-31"),
        (
            Change("PR-2024", "class", ("migrant",), ("other",), "number_class"),
            "number_class [recognised_group], number_class [no_status_89]",
        ),
        (Change("ANN-2025", "years", 15, 10), "holds no number of years at all"),
        (Change("PR-2024", "years", 15, 10, kind="gain"), "at all"),
    ],
)
def test_a_change_that_finds_nothing_says_what_is_there(
    change: Change, told: str
) -> None:
    with pytest.raises(ReformError) as fault:
        reformed(book(COURT), [change])
    assert change.rule in fault.value.th
    assert told in fault.value.en


def test_an_unknown_rule_is_answered_with_ids_that_look_like_it() -> None:
    with pytest.raises(ReformError) as fault:
        reformed(book(COURT), [Change("PR-2042", "years", 15, 10)])
    assert "PR-2024" in fault.value.en
    assert "PR-2024" in fault.value.th


# -- texts of a Python file ----------------------------------------------------------

_HEAD = """
from sathana.facts.subject import ASKED, years_before
from sathana.law.rules import gain, pathway
from sathana.logic.nodes import all_of
"""
GOOD = f"""{_HEAD}
@pathway("PR-2024", reform="easy")
def easy(p, law):
    return p.resides_throughout(years_before(ASKED, 3), ASKED)

@gain("NEW-RULE", basis="soil", reform="easy")
def soil(p, law):
    return p.born_in_thailand
"""


NAMELESS = f'{_HEAD}\n@pathway("X")\ndef x(p, law):\n    return p.is_female\n'
BRANCHING = f"""{_HEAD}
@pathway("X", reform="r")
def x(p, law):
    return p.is_female and p.is_female
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "overlay.py"
    path.write_text(text, "utf-8")
    return path


def test_texts_of_a_file_take_the_place_of_those_of_the_law(tmp_path: Path) -> None:
    found = overlaid(written(tmp_path, GOOD), COURT)
    (residence,) = texts_of("PR-2024", found)
    years = {n.years for n in walk(residence.condition) if isinstance(n, YearsAfter)}
    assert years == {-3}
    assert len(texts_of("NEW-RULE", found)) == 1
    assert len({c.place for c in found}) == len(found)


def test_nothing_of_a_file_stays_behind(tmp_path: Path) -> None:
    before, registered = book(COURT), len(_REGISTRY.texts)
    overlaid(written(tmp_path, GOOD), COURT)
    assert book(COURT) is before
    assert len(_REGISTRY.texts) == registered
    with pytest.raises(OverlayError):
        overlaid(written(tmp_path, GOOD + "\n1 / 0\n"), COURT)
    assert len(_REGISTRY.texts) == registered


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{_HEAD}\nraise SystemExit(3)\n", "SystemExit"),
        ("def x(:\n", ":1:"),
        (f"{_HEAD}\n1 / 0\n", ":6: this file of texts cannot be used"),
        (_HEAD, "declares no text"),
        (
            f'{_HEAD}\n@pathway("X")\ndef x(p, law):\n    return p.is_female\n',
            "reform=",
        ),
        (BRANCHING, "Cases"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_kindly(
    text: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(OverlayError) as fault:
        overlaid(written(tmp_path, text), COURT)
    assert told in fault.value.en
    assert "overlay.py" in fault.value.th


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OverlayError, match=r"nothing\.py"):
        overlaid(tmp_path / "nothing.py", COURT)

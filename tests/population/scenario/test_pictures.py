"""The two pictures of a whole people: shapes, words, and what they must not show."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from sathana.pictures.bands import Band, bands
from sathana.pictures.transition import Flow, transition

EVIL = '<script>alert(1)</script> & "x"'


def band(**other: object) -> Band:
    plain = {"title": "Law", "yes": 10, "unknown": 30, "no": 60, "text": "10 to 40"}
    return Band(**{**plain, **other})  # type: ignore[arg-type]


def flows(*counts: tuple[str, str, int | None]) -> list[Flow]:
    return [
        Flow(before=a, after=b, count=n, text=f"{n} people")  # type: ignore[arg-type]
        for a, b, n in counts
    ]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_bars_are_whole_svg_with_words_of_sixteen_pixels_and_more(lang: str) -> None:
    svg = bands([band(), band(title=EVIL)], lang, label=EVIL)  # type: ignore[arg-type]
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    sizes = [float(size) for size in re.findall(r'font-size="([0-9.]+)"', svg)]
    assert sizes
    assert min(sizes) >= 16


def test_the_three_parts_of_a_bar_are_as_wide_as_their_people() -> None:
    svg = bands([band()], "en", label="x", width=1004)
    widths = [
        float(w)
        for w in re.findall(r'width="([0-9.]+)" height="30" fill="(?!none)', svg)
    ]
    assert widths == pytest.approx([100, 300, 600])


def test_few_people_are_still_seen() -> None:
    svg = bands([band(yes=1, unknown=0, no=1_000_000)], "en", label="x", width=1004)
    first = re.search(r'width="([0-9.]+)" height="30" fill="var', svg)
    assert first
    assert float(first[1]) >= 2


def test_a_bar_with_a_hidden_figure_shows_its_frame_alone() -> None:
    svg = bands([band(yes=None, text="")], "en", label="x")
    assert 'height="30" fill="none"' in svg
    assert "figures hidden" in svg
    assert svg.count('height="30"') == 1


def test_a_bar_of_nobody_is_an_empty_frame() -> None:
    assert (
        bands([band(yes=0, unknown=0, no=0)], "th", label="x").count('height="30"') == 1
    )


def test_those_who_move_are_listed_in_words() -> None:
    svg = transition(
        flows(("no", "no", 90), ("unknown", "yes", 7), ("yes", "no", None)),
        "en",
        before="Today",
        after=EVIL,
        label="x",
    )
    ElementTree.fromstring(svg)
    assert "not known → surely yes: 7 people" in svg
    assert svg.count("<path") == 2, "no ribbon for a hidden figure"
    assert "<script" not in svg


def test_where_nobody_moves_it_is_said() -> None:
    svg = transition(
        flows(("no", "no", 9), ("no", "yes", 0)), "th", before="ก", after="ข", label="x"
    )
    assert "ไม่มีผู้ใดได้คำตอบต่างไป" in svg

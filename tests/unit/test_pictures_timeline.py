"""A timeline shows every interval on its axis and every event once."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.test_pictures_samples import SVG, day, law_events, two_readings

from sathana.pictures import (
    Bar,
    TimelineEvent,
    TimelinePerson,
    life_timeline,
    numbered_events,
)
from sathana.pictures.marks import draw_marks
from sathana.pictures.place import settle
from sathana.pictures.scale import make_scale

START, END = day(1950), day(2025, 12, 31)


def drawn(lang: str = "th", **changes: object) -> str:
    """Return the sample timeline."""
    wanted: dict[str, object] = {"start": START, "end": END, "lang": lang, **changes}
    return life_timeline(two_readings(), law_events(), **wanted)  # type: ignore[arg-type]


def test_events_are_numbered_in_order_of_time_and_those_off_the_axis_left_out() -> None:
    numbered = numbered_events(law_events(), start=START, end=END)
    assert [key for key, _ in numbered] == [1, 2, 3, 4, 5]
    assert [event.label for _, event in numbered][1:4] == [
        "พ.ร.บ. สัญชาติ (ฉบับที่ 2)",
        "แต่งงาน",
        "กฎกระทรวง",
    ]


@given(st.lists(st.integers(START, END), max_size=40))
def test_marks_never_cover_each_other_in_a_row_nor_leave_the_axis(
    days: list[int],
) -> None:
    events = [TimelineEvent(day=d, label="x") for d in sorted(days)]
    scale = make_scale(START, END, 50, 850)
    marks = draw_marks(list(enumerate(events, start=1)), scale, 0)
    root = ET.fromstring(f"<g>{marks.markup}</g>")
    rows: dict[str, list[float]] = {}
    for circle in root.iter("circle"):
        rows.setdefault(circle.get("cy", ""), []).append(float(circle.get("cx", 0)))
    assert sum(map(len, rows.values())) == len(days)
    for xs in rows.values():
        assert min(xs) >= 63.9
        assert max(xs) <= 836.1
        assert all(b - a >= 28 for a, b in pairwise(xs))


@given(
    st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 200)), min_size=1, max_size=9)
)
def test_settled_blocks_keep_their_order_and_distance(
    blocks: list[tuple[float, float]],
) -> None:
    wishes, widths = zip(*blocks, strict=True)
    lefts = settle(wishes, widths, 10)
    for i in range(len(lefts) - 1):
        assert lefts[i + 1] - lefts[i] >= widths[i] + 10 - 1e-6


def test_blocks_that_have_room_stand_where_they_wish() -> None:
    assert settle([0, 100], [20, 20], 10) == [0, 100]
    assert settle([0, 0], [20, 20], 10) == [-15, 15]


@pytest.mark.parametrize("width", [0, 340, 640, 880, 1200])
def test_nothing_is_drawn_outside_the_picture(width: int) -> None:
    root = ET.fromstring(drawn(width=width))
    wide = float(root.get("width", 0))
    assert wide == max(width, 340)
    for rect in root.iter(f"{SVG}rect"):
        if rect.get("fill") != "var(--paper, #fffdf8)":
            right = float(rect.get("x", 0)) + float(rect.get("width", 0)) + 14
            assert 0 <= right <= wide


def test_years_stand_in_both_eras() -> None:
    thai, english = drawn(), drawn("en", era="ce")
    for text in (">พ.ศ.<", ">2500<", ">1957<", ">ค.ศ.<"):
        assert text in thai
    for text in (">C.E.<", ">1960<", ">2503<", ">B.E.<"):
        assert text in english


def test_the_buddhist_year_begins_in_april_before_1941() -> None:
    scale = make_scale(day(1930), day(1935), 0, 1000)
    ticks = scale.ticks("be", 66)
    assert [(tick.be, tick.ce) for tick in ticks][:2] == [(2473, 1930), (2474, 1931)]
    assert ticks[0].x == scale.x(day(1930, 4, 1))


def test_uncertain_ends_are_hatched_and_explained() -> None:
    picture = drawn()
    assert picture.count('class="uncertain"') == 2
    assert "ช่วงที่ไม่ทราบวันแน่นอน" in picture
    assert "ราว 1 มกราคม 2498" in picture


def test_words_without_room_in_their_bar_stand_below_with_their_years() -> None:
    assert "อาจได้คืน (พ.ศ. 2551–2552)" in drawn().replace("\u00a0", " ")


def test_a_bar_off_the_axis_or_turned_round_is_left_out() -> None:
    bars = (
        Bar(start=day(1900), end=day(1910), status="yes"),
        Bar(start=day(2001), end=day(2000), status="no"),
        Bar(start=day(1990), end=day(2100), status="no"),
    )
    line = TimelinePerson(id="a", label="a", bars=bars)
    picture = life_timeline([line], [], start=START, end=END)
    assert picture.count('class="bar ') == 1


def test_the_picture_tells_its_intervals_in_words() -> None:
    desc = ET.fromstring(drawn()).find(f"{SVG}desc")
    assert desc is not None
    assert "ถูกถอน: 14 ธันวาคม 2515 ถึง 27 กุมภาพันธ์ 2551" in (desc.text or "")


def test_without_legend_the_numbers_stay_and_the_list_goes() -> None:
    picture = drawn(legend=False)
    assert "mark mark-life" in picture
    assert ">กฎกระทรวง</text>" not in picture
    assert ">กฎกระทรวง</text>" in drawn()


def test_an_end_before_the_start_is_refused_with_what_to_do() -> None:
    with pytest.raises(ValueError, match="pass the first and the last day"):
        life_timeline([], [], start=10, end=9)


def test_a_life_of_one_day_is_drawn_over_a_year() -> None:
    bar = Bar(start=day(2025), end=day(2025), status="unknown")
    line = TimelinePerson(id="a", label="ทารก", bars=(bar,))
    picture = life_timeline([line], [], start=day(2025), end=day(2025))
    assert 'class="bar bar-unknown"' in picture


def test_the_same_life_gives_the_same_bytes_and_unique_ids() -> None:
    assert drawn() == drawn()
    ids = re.findall(r' id="([^"]+)"', drawn(prefix="life"))
    assert len(ids) == len(set(ids))
    assert all(name.startswith("life") for name in ids)


def test_no_text_of_a_timeline_is_smaller_than_sixteen_pixels() -> None:
    assert min(map(int, re.findall(r'font-size="(\d+)"', drawn()))) == 16

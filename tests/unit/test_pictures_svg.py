"""SVG text is escaped, measured and broken so that nothing is cut."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.pictures import for_paper, scroll_box
from sathana.pictures.breaks import break_points, good_points
from sathana.pictures.svg import (
    ELLIPSIS,
    clean,
    element,
    escape,
    number,
    safe_href,
    safe_prefix,
    shorten,
    text_width,
    wrap,
)
from sathana.pictures.theme import LIGHT, STATUSES, status_of, status_sign

TOKENS = Path(__file__).parents[2] / "src/sathana/web/static/web/css/tokens.css"


@given(st.text())
def test_any_text_gives_xml_that_parses(text: str) -> None:
    root = ET.fromstring(element("text", {"title": text}, escape(text)))
    assert (root.text or "") == clean(text)
    assert root.get("title") == clean(text)


@given(st.text(), st.integers(20, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, room: int, most: int) -> None:
    lines = wrap(text, room, 16, most=most)
    assert len(lines) <= most
    for line in lines:
        # One letter with its marks cannot be parted, however narrow the room.
        assert text_width(line, 16) <= room or len(break_points(line)) <= 1


def test_marks_above_and_below_take_no_width() -> None:
    assert text_width("กี่", 16) == text_width("ก", 16)
    assert text_width("ปู่", 16) == text_width("ป", 16)


def test_a_line_never_begins_with_a_mark_or_ends_with_a_leading_vowel() -> None:
    text = "เด็กหญิงแก้วกัลยาณี" * 4
    for line in wrap(text, 70, 16, most=30):
        assert line[0] not in "ะาำิีึืุู่้๊๋็์ๆ"
        assert line[-1] not in "เแโใไ"


def test_a_known_thai_word_stays_whole() -> None:
    assert 12 not in good_points("ศาลกับฝ่ายปกครองเห็นต่างกัน")
    lines = wrap("ศาลกับฝ่ายปกครองเห็นต่างกัน", 124, 16, most=4)
    assert any("ปกครอง" in line for line in lines)


def test_a_zero_width_space_is_a_place_to_break() -> None:
    assert wrap("กกกกกก\u200bขขขข", 70, 16, most=2) == ("กกกกกก\u200b", "ขขขข")


def test_a_text_that_fits_is_not_shortened() -> None:
    assert shorten("สมชาย", 200, 16) == "สมชาย"
    assert shorten("สมชาย ใจดี" * 9, 100, 16).endswith(ELLIPSIS)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "\\\\host",
        "vbscript:x",
        "",
        None,
    ],
)
def test_an_address_that_is_no_page_is_dropped(href: str | None) -> None:
    assert safe_href(href) is None


@pytest.mark.parametrize("href", ["/p/1", "#a", "?q=a:b", "cases/x", "https://a.org/"])
def test_a_page_address_is_kept(href: str) -> None:
    assert safe_href(href) == href


def test_a_prefix_is_a_valid_id() -> None:
    assert safe_prefix('1"<นา>a b') == "p1ab"
    assert safe_prefix("") == "p"


@pytest.mark.parametrize(
    ("value", "shown"), [(1.0, "1"), (-0.04, "0"), (-0.5, "-0.5"), (2.25, "2.2")]
)
def test_a_number_has_at_most_one_decimal(value: float, shown: str) -> None:
    assert number(value) == shown


def test_paper_has_no_custom_property_left_and_keeps_texts() -> None:
    text = 'x="var(--yes, #111111)"'
    picture = f"<svg {'a'}='1'>{status_sign('yes', 0, 0)}{escape(text)}</svg>"
    fixed = for_paper(picture)
    assert "var(" not in fixed.replace(escape(text), "")
    assert escape(text) in fixed


def test_the_box_scrolls_by_keyboard_and_escapes_its_name() -> None:
    box = scroll_box("<svg/>", label='"><script>')
    assert 'tabindex="0"' in box
    assert "<script>" not in box


def test_every_status_has_a_sign_of_its_own_shape() -> None:
    shapes = {
        tuple(re.findall(r' d="([^"]+)"', status_sign(status, 0, 0)))
        for status in STATUSES
    }
    assert len(shapes) == len(STATUSES)


def test_a_word_that_is_no_status_counts_as_unknown() -> None:
    assert status_of("maybe") == "unknown"


@pytest.mark.parametrize("status", STATUSES)
def test_words_of_a_status_can_be_read_on_their_ground(status: str) -> None:
    assert _contrast(LIGHT[status], LIGHT[f"{status}-soft"]) >= 4.5
    assert _contrast(LIGHT["ink-soft"], LIGHT["paper"]) >= 4.5
    assert _contrast(LIGHT["line-strong"], LIGHT["paper"]) >= 3


def test_every_colour_is_a_token_of_the_page_with_the_same_light_value() -> None:
    light = TOKENS.read_text("utf-8").split("@media")[0]
    for name, value in LIGHT.items():
        assert f"--{name}: {value};" in light


def _contrast(one: str, two: str) -> float:
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

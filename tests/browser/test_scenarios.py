"""The pages of scenarios in a real browser, against the ten lines of docs/look.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")
ROOMS = {
    "list": "/scenarios/",
    "days": "/scenarios/survey-cut-off/",
    "classes": "/scenarios/parents-classes/",
    "fault": "/scenarios/residence-years/?years=99",
}
PREFIX = {"th": "", "en": "/en"}
everywhere = pytest.mark.parametrize("room", ROOMS)
in_both = pytest.mark.parametrize("language", PREFIX)
at_both = pytest.mark.parametrize("width", [390, 1280])


def _open(visitor: Any, address: str, **more: Any) -> Any:
    page = visitor.open(address, **more)
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.open = true })"
    )
    return page


def _measured(page: Any) -> dict[str, list[str]]:
    faults = page.evaluate(MEASURE)
    page.context.close()
    return {key: found for key, found in faults.items() if found}


@at_both
@in_both
@everywhere
def test_the_measured_lines_hold(
    visitor: Any, room: str, language: str, width: int
) -> None:
    page = _open(visitor, PREFIX[language] + ROOMS[room], width=width)
    assert _measured(page) == {}


@pytest.mark.parametrize("room", ["days", "fault"])
def test_the_measured_lines_hold_in_the_dark(visitor: Any, room: str) -> None:
    page = _open(visitor, ROOMS[room], width=390, dark=True)
    assert _measured(page) == {}


@everywhere
def test_a_very_narrow_screen_does_not_scroll_sideways(visitor: Any, room: str) -> None:
    page = _open(visitor, ROOMS[room], width=320)
    faults = page.evaluate(MEASURE)
    page.context.close()
    assert faults["wide"] == []


@everywhere
def test_nothing_foreign_is_asked_for_and_nothing_breaks(
    visitor: Any, site: str, room: str
) -> None:
    page = visitor.open(ROOMS[room])
    hosts = {urlsplit(address).netloc for address in page.requested}
    errors = [said for said in page.errors if "422" not in said]
    primary = page.locator("main .button--primary").count()
    page.context.close()
    assert hosts == {urlsplit(site).netloc}
    assert errors == []
    assert primary <= 1


@at_both
def test_one_set_of_bars_is_seen_and_fits_the_screen(visitor: Any, width: int) -> None:
    page = visitor.open(ROOMS["days"], width=width)
    seen = [one for one in page.locator("svg.bands").all() if one.is_visible()]
    rooms = page.evaluate(
        """() => [...document.querySelectorAll('.picture')]
            .filter(e => e.checkVisibility() && e.querySelector('svg.bands'))
            .map(e => e.scrollWidth <= e.clientWidth + 1)"""
    )
    asked = page.locator("section:has(svg.bands)").count()
    page.context.close()
    assert len(seen) == asked
    assert all(rooms)


def test_numbers_are_changed_without_javascript_and_stand_in_the_address(
    visitor: Any,
) -> None:
    page = visitor.open("/scenarios/survey-cut-off/", width=390, js=False)
    page.fill("[name=groups_until-year]", "๒๕๕๕")
    page.click("main button[type=submit]")
    page.wait_for_selector("svg.bands >> visible=true")
    assert "groups_until=2012-12-31&no_status_until=2019-12-31" in page.url
    page.click("main .button--quiet")
    page.wait_for_selector("svg.bands >> visible=true")
    assert "?" not in page.url
    page.context.close()


def test_a_wrong_number_is_said_beside_the_field_and_nothing_is_shown(
    visitor: Any,
) -> None:
    page = visitor.open("/en/scenarios/residence-years/")
    page.fill("[name=years]", "99")
    page.click("main button[type=submit]")
    page.wait_for_selector(".fault")
    field = page.locator("[name=years]")
    described = (field.get_attribute("aria-describedby") or "").split()
    words = " ".join(page.locator(f"#{one}").inner_text() for one in described)
    assert field.input_value() == "99"
    assert "from 5 to 20" in words
    assert page.locator("svg.bands").count() == 0
    page.context.close()


@at_both
def test_the_keyboard_reaches_every_field_and_fold_in_order(
    visitor: Any, width: int
) -> None:
    page = visitor.open(ROOMS["classes"], width=width)
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('main :is(a[href], button, input, ' +
            'select, summary, [tabindex="0"])')]
            .filter(e => e.checkVisibility() && e.type !== 'hidden')
            .map((e, n) => { e.dataset.stop = n; return n; })"""
    )
    stops: list[int] = []
    for _ in range(len(wanted) + 40):
        page.keyboard.press("Tab")
        stop = page.evaluate("document.activeElement.dataset.stop ?? null")
        if stop is not None and int(stop) not in stops:
            stops.append(int(stop))
    page.context.close()
    assert stops == wanted

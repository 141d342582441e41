"""The ten lines of docs/look.md, measured in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.sample import some

MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")
ROOMS = {
    "home": "/",
    "library": "/cases/",
    "case": "/cases/SC-4744-2533/",
    "rule": "/law/7BIS-1/",
    "law": "/law/",
    "provision": "/law/provisions/na-2508/7-1/1992/",
    "search": "/law/search/?q=naturalisation",
    "due": "/law/due/",
    "try": "/try/",
    "scenarios": "/scenarios/",
    "scenario": "/scenarios/residence-years/",
    "design": "/design/",
    "lost": "/nowhere/",
}
PREFIX = {"th": "", "en": "/en"}
WIDTHS = (390, 1280)

pytestmark = pytest.mark.browser
everywhere = pytest.mark.parametrize("room", ROOMS)
# What seldom differs from room to room is asked of every third in the short run.
in_some = pytest.mark.parametrize("room", some(list(ROOMS), 3))
in_both = pytest.mark.parametrize("language", PREFIX)
at_both = pytest.mark.parametrize("width", WIDTHS)


def begin_a_family(page: Any) -> None:
    """Fill in the first form and see the family."""
    page.fill("[name=p-name]", "Noi")
    page.fill("[name=p-born-year]", "2518")
    page.select_option("[name=p-country]", "TH")
    page.fill("[name=m-born-year]", "2493")
    page.select_option("[name=m-country]", "TH")
    page.click("button[value=start]")
    page.wait_for_selector(".answer")


def unfold(page: Any) -> None:
    """Open every disclosure, so that what is folded is measured too."""
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.open = true })"
    )


@at_both
@in_both
@everywhere
def test_the_measured_lines_hold(
    visitor: Any, room: str, language: str, width: int
) -> None:
    page = visitor.open(PREFIX[language] + ROOMS[room], width=width)
    unfold(page)
    faults = page.evaluate(MEASURE)
    page.context.close()
    assert {key: found for key, found in faults.items() if found} == {}


@at_both
@in_both
def test_the_measured_lines_hold_for_a_family(
    visitor: Any, language: str, width: int
) -> None:
    page = visitor.open(PREFIX[language] + "/try/", width=width)
    begin_a_family(page)
    unfold(page)
    faults = page.evaluate(MEASURE)
    page.context.close()
    assert {key: found for key, found in faults.items() if found} == {}


@in_both
@in_some
def test_the_measured_lines_hold_in_the_dark(
    visitor: Any, room: str, language: str
) -> None:
    page = visitor.open(PREFIX[language] + ROOMS[room], width=390, dark=True)
    unfold(page)
    faults = page.evaluate(MEASURE)
    page.context.close()
    assert {key: found for key, found in faults.items() if found} == {}


@in_some
def test_a_very_narrow_screen_does_not_scroll_sideways(visitor: Any, room: str) -> None:
    page = visitor.open(ROOMS[room], width=320)
    unfold(page)
    faults = page.evaluate(MEASURE)
    page.context.close()
    assert faults["wide"] == []


@in_both
@in_some
def test_nothing_foreign_is_asked_for_and_nothing_breaks(
    visitor: Any, site: str, room: str, language: str
) -> None:
    page = visitor.open(PREFIX[language] + ROOMS[room])
    hosts = {urlsplit(address).netloc for address in page.requested}
    # Where nothing is installed nobody can say whether there is such a page.
    errors = [said for said in page.errors if "503" not in said or room != "lost"]
    cookies = page.context.cookies()
    page.context.close()
    assert hosts == {urlsplit(site).netloc}
    assert errors == []
    assert cookies == []


@in_some
def test_there_is_at_most_one_main_action(visitor: Any, room: str) -> None:
    page = visitor.open(ROOMS[room])
    count = page.locator("main .button--primary").count()
    page.context.close()
    assert count <= 1


def test_a_family_has_one_question_and_no_other_main_action(visitor: Any) -> None:
    page = visitor.open("/try/")
    begin_a_family(page)
    questions = page.locator(".question").count()
    primary = page.locator("main .button--primary").count()
    page.context.close()
    assert (questions, primary) == (1, 0)


@at_both
@pytest.mark.parametrize("room", ["home", "library", "case", "try", "design"])
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(
    visitor: Any, room: str, width: int
) -> None:
    page = visitor.open(ROOMS[room], width=width)
    page.evaluate(
        """() => { let n = 0; for (const e of document.querySelectorAll(
            "a[href], button:not([hidden]), input:not([type=hidden]), select, " +
            "textarea, summary, [tabindex='0']"))
          if (e.checkVisibility() && !e.closest("svg"))
            e.dataset.stop = String(n++); }"""
    )
    wanted = page.locator("[data-stop]").count()
    stops, ringless = [], []
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        stop, ring, words = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
              const after = getComputedStyle(e, "::after");
              const ring = [s, after].some(
                x => x.outlineStyle !== "none" && parseFloat(x.outlineWidth) >= 2);
              return [e.dataset.stop ?? null, ring, e.outerHTML.slice(0, 80)]; }"""
        )
        if stop is None:
            continue
        if stops and stop == stops[0]:
            break
        stops.append(stop)
        if not ring:
            ringless.append(words)
    page.context.close()
    order = [int(stop) for stop in stops]
    assert sorted(set(order)) == list(range(wanted))
    assert order == sorted(order)
    assert ringless == []


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(visitor: Any) -> None:
    page = visitor.open("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.context.close()


def test_a_status_is_a_shape_and_words_besides_its_colour(visitor: Any) -> None:
    page = visitor.open("/en/design/")
    chips = page.locator(".chip:not(.chip--plain)")
    for index in range(chips.count()):
        chip = chips.nth(index)
        assert chip.locator("svg use").count() == 1
        assert chip.inner_text().strip()
    page.context.close()


def test_the_looped_face_is_the_one_that_is_shown(visitor: Any) -> None:
    page = visitor.open("/")
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    page.context.close()
    assert any("Sarabun" in family for family in loaded)


def test_the_theme_can_be_chosen_and_is_kept_in_this_browser_only(visitor: Any) -> None:
    page = visitor.open("/en/")
    page.click("[data-theme-switch]")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.context.cookies() == []
    page.context.close()


def test_a_family_can_be_tried_without_javascript(visitor: Any) -> None:
    page = visitor.open("/en/try/", width=390, js=False)
    begin_a_family(page)
    before = page.locator(".question__text").inner_text()
    page.locator(".choice").last.click()
    page.wait_for_selector(".change")
    assert page.url.startswith(page.url.split("/en/try/")[0] + "/en/try/")
    assert "?" not in page.url
    question = page.locator(".question__text")
    assert question.count() == 0 or question.inner_text() != before
    page.context.close()


def test_nothing_of_the_family_stands_in_an_address(visitor: Any) -> None:
    page = visitor.open("/try/")
    begin_a_family(page)
    addresses = " ".join(page.requested)
    page.context.close()
    assert "Noi" not in addresses
    assert "2518" not in addresses

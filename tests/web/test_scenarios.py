"""Pages of scenarios: what they show, in both languages, and what a link holds."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from tests.web.pages import is_thai, words_of

from sathana.law.load import pack
from sathana.library import scenariodesk
from sathana.population.scenario import persons, running, shipped

MARKS = {
    "": "ไม่ใช่ข้อความเกี่ยวกับประเทศไทย",
    "/en": "not a statement about Thailand",
}
ONE = "residence-years"
FEW = 4_000


@pytest.fixture(autouse=True, scope="module")
def _few_people() -> Iterator[None]:
    """Make few people, so that every scenario can be looked at."""
    made = persons.made("north", 1, FEW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "small", lambda area, seed: made)
        patch.setattr(persons, "small", lambda area="", seed=0: made)
        scenariodesk.KEPT.cache_clear()
        yield
    scenariodesk.KEPT.cache_clear()


def test_the_list_names_every_scenario_that_ships(client: Client) -> None:
    for prefix, mark in MARKS.items():
        page = client.get(f"{prefix}/scenarios/")
        assert page.status_code == 200
        assert all(f"{prefix}/scenarios/{name}/" in page.text for name in shipped())
        assert mark in page.text


@pytest.mark.parametrize("prefix", MARKS)
@pytest.mark.parametrize("name", shipped())
def test_every_scenario_has_a_page_with_its_mark_law_bars_and_tables(
    client: Client, name: str, prefix: str
) -> None:
    text = client.get(f"{prefix}/scenarios/{name}/").text
    assert text.count("<h1") == 1
    assert text.count(MARKS[prefix]) >= 3, "at the top, in the bars, at the end"
    pictures = re.findall(r"<svg[^>]*class=\"bands\".*?</svg>", text, re.DOTALL)
    assert len(pictures) >= 2
    assert all(MARKS[prefix] in _words(one) for one in pictures)
    assert pack().version in text
    assert text.count("<table") == text.count("<caption")
    assert 'scope="row"' in text
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", shipped())
def test_pages_of_scenarios_speak_one_language(client: Client, name: str) -> None:
    english = words_of(client.get(f"/en/scenarios/{name}/").text, "en")
    assert [words for words in english if is_thai(words)] == []
    sentence = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
    thai = words_of(client.get(f"/scenarios/{name}/").text, "th")
    assert [w for w in thai if sentence.search(w) and not is_thai(w)] == []


def test_the_table_says_what_the_bars_say(client: Client) -> None:
    text = client.get(f"/en/scenarios/{ONE}/").text
    result = json.loads(client.get(f"/scenarios/{ONE}/result.json").content)
    table = re.search(r"<table.*?</table>", text, re.DOTALL)
    told = re.search(r'aria-label="([^"]+)" class="bands"', text)
    assert table is not None
    assert told is not None
    for law in (result["base"], *result["alternatives"]):
        states = law["states"]["PR-2024"]
        for key in ("least", "most", "no"):
            figure = f"{states[key]['people']:,}"
            assert f">{figure}<" in table[0], key
            assert figure in told[1], key


def _words(svg: str) -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)).replace("  ", " ")


# -- what a link holds ---------------------------------------------------------------


def test_a_form_leads_to_an_address_that_holds_the_parameters(client: Client) -> None:
    sent = {
        "groups_until-day": "๓๑",
        "groups_until-month": "12",
        "groups_until-year": "๒๕๕๓",
        "no_status_until": "2020-05-01",
    }
    moved = client.get("/scenarios/survey-cut-off/", sent)
    assert moved.status_code == 302
    tidy = (
        "/scenarios/survey-cut-off/?groups_until=2010-12-31&no_status_until=2020-05-01"
    )
    assert moved.headers["Location"] == tidy
    page = client.get(tidy)
    assert page.status_code == 200
    assert tidy.replace("&", "&amp;") in page.text
    assert "31 ธันวาคม 2553" in page.text
    assert 'value="2553"' in page.text
    assert tidy.replace("&", "&amp;") in client.get("/en" + tidy).text


@pytest.mark.parametrize("written", ["8", "๘", " 8 ", "08"])
def test_years_are_read_in_thai_digits_too(client: Client, written: str) -> None:
    page = client.get(f"/en/scenarios/{ONE}/", {"years": written}, follow=True)
    assert page.status_code == 200
    assert 'value="8"' in page.text
    assert "15 years becomes 8 years" in page.text


def test_a_buddhist_day_in_one_piece_is_read(client: Client) -> None:
    moved = client.get("/scenarios/law-of-another-day/?law_at=2535-02-26")
    assert moved.headers["Location"].endswith("?law_at=1992-02-26")


def test_several_classes_come_as_a_form_or_as_a_link(client: Client) -> None:
    at = "/scenarios/parents-classes/"
    form = client.get(at, {"classes": ["", "migrant", "recognised_group"]})
    assert form.headers["Location"] == at + "?classes=recognised_group,migrant"
    page = client.get(form.headers["Location"])
    assert page.status_code == 200
    assert page.text.count(" checked") == 2


def test_what_the_page_does_not_use_is_left_out_and_said(client: Client) -> None:
    page = client.get(f"/en/scenarios/{ONE}/?years=8&fbclid=abc&overlay=x.py")
    assert page.status_code == 200
    assert "they were left out" in page.text
    assert "<code>fbclid</code>, <code>overlay</code>" in page.text
    assert "?years=8</a>" in page.text


# -- downloads -----------------------------------------------------------------------


def test_figures_come_as_csv_and_every_line_is_marked(client: Client) -> None:
    file = client.get(f"/scenarios/{ONE}/figures.csv?years=8")
    assert file.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert f"sathana-{ONE}.csv" in file.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert len(rows) > 100
    assert all(MARKS["/en"] in row["mark"] for row in rows)


def test_the_result_comes_as_json_with_the_same_parameters(client: Client) -> None:
    file = client.get(f"/en/scenarios/{ONE}/result.json?years=8")
    result = json.loads(file.content)
    assert result["values"] == {"years": 8}
    assert result["mark"]["en"] == "synthetic people: not a statement about Thailand"
    page = client.get(f"/en/scenarios/{ONE}/?years=8").text
    assert f"{result['people']['people']:,}" in page


@pytest.mark.parametrize("prefix", MARKS)
def test_a_brief_comes_as_pdf_in_the_language_of_the_page(
    client: Client, prefix: str
) -> None:
    file = client.get(f"{prefix}/scenarios/{ONE}/brief.pdf?years=8")
    assert file.headers["Content-Type"] == "application/pdf"
    assert file.content.startswith(b"%PDF")
    language = "en" if prefix else "th"
    assert f"-{language}.pdf" in file.headers["Content-Disposition"]


@pytest.mark.parametrize("file", ["figures.csv", "result.json", "brief.pdf"])
def test_a_download_of_a_wrong_value_is_the_page_that_says_so(
    client: Client, file: str
) -> None:
    page = client.get(f"/en/scenarios/{ONE}/{file}?years=99")
    assert page.status_code == 422
    assert "Nothing was worked out yet" in page.text

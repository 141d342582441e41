"""Printed papers of the site: what a page says, set on paper, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from PIL import Image

from sathana.editorial.references import keys_in
from sathana.law.load import pack
from sathana.law.references import reference
from sathana.publishing import filled_blocks, filling, poster_values
from sathana.publishing.models import MediaPage

CONTENT = Path(filling.__file__).parent / "content"
PRINTED = sorted((CONTENT / "posters").glob("*.yaml"))
FIXED = sorted(
    path
    for name in ("posters", "pages", "comic")
    for path in (CONTENT / name).glob("*.yaml")
)
PHONE = re.compile(r"\b(?:1\d{3}|0\d-\d{3}-\d{4})\b")


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return "".join(document[0].get_textpage().get_text_range().split())


def page_of(path: Path, code: str, home: Any) -> MediaPage:
    """Return a shipped paper as a page, not stored."""
    values = yaml.safe_load(path.read_text("utf-8"))
    made = filling._page(values, code)
    made.locale = home.locale.__class__(language_code=code)
    return made


@pytest.mark.parametrize("code", ["th", "en"])
@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_every_shipped_paper_fits_and_says_its_points_and_its_law(
    path: Path, code: str, desk: Any
) -> None:
    page = page_of(path, code, desk.media)
    link = f"https://sathana.example.org/{code}/media/{page.slug}/"
    said = poster_values.of_page(page, link)
    assert 3 <= len(said.points) <= 6
    text = text_of(poster_values.poster_pdf(said))
    for words in (said.title, *said.points, said.foot, *said.sources, link):
        assert "".join(words.split()) in text
    assert ("22พฤษภาคม2570" if code == "th" else "22May2027") in text


def test_a_stored_page_is_made_into_a_paper(desk: Any) -> None:
    values = yaml.safe_load(PRINTED[0].read_text("utf-8"))
    page = filling._page(values, "th")
    page.locale = desk.media.locale
    desk.media.add_child(instance=page)
    made = poster_values.made(page.pk, "https://example.org/x/")
    assert "".join(values["title"]["th"].split()) in text_of(made)
    assert "https://example.org/x/" in text_of(made)


def test_a_paper_without_law_says_so_and_invents_no_day(desk: Any) -> None:
    page = desk.item("bare")
    said = poster_values.of_page(page, "https://example.org/x/")
    assert (said.sources, said.points) == ([], [])
    assert said.law_date == poster_values.NO_LAW_DATE["th"]
    assert said.check_again == poster_values.NO_RECHECK["th"]


def test_a_record_that_is_gone_is_named_and_not_hidden(desk: Any) -> None:
    page = desk.item("gone", rules=("BR-2", "NO-SUCH"))
    said = poster_values.of_page(page, "https://example.org/x/")
    assert any("NO-SUCH" in line for line in said.sources)
    assert poster_values.GONE["th"] in said.sources[-1]


def test_sources_are_told_apart_by_what_of_them_was_read(desk: Any) -> None:
    page = desk.item("marks", rules=("form:POR-KHO-14", "BR-2", "procedure:P2"))
    marks = ["เห็นตัวบทแล้ว", "เห็นตัวบทเพียงบางส่วน", "ยังไม่ได้ตรวจสอบกับตัวบท"]
    lines = poster_values.of_page(page, "https://example.org/x/").sources
    assert [line.split(")")[0].split("(")[1] for line in lines] == marks


def test_the_edition_of_papers_is_that_of_the_law() -> None:
    assert poster_values.edition() == pack().version


@pytest.mark.parametrize("path", FIXED, ids=lambda path: path.stem)
def test_a_shipped_text_is_whole_in_both_languages_and_cites_what_exists(
    path: Path,
) -> None:
    values = yaml.safe_load(path.read_text("utf-8"))
    for key in (*keys_in(values), *values.get("rules", ())):
        reference(key)
    for code in ("th", "en"):
        filled_blocks.body(values.get("body", ()), code)
    assert list(_lonely(values)) == []


@pytest.mark.parametrize("path", FIXED, ids=lambda path: path.stem)
def test_no_telephone_number_stands_that_no_cited_door_holds(path: Path) -> None:
    text = path.read_text("utf-8")
    values = yaml.safe_load(text)
    keys = {*keys_in(values), *values.get("rules", ())}
    doors = [reference(key).id for key in keys if key.startswith("door:")]
    held = " ".join(pack().doors[name].phone or "" for name in doors)
    told = set(PHONE.findall(text)) - {"1999", "1998"}
    assert told <= set(PHONE.findall(held))


def _lonely(value: Any) -> Any:
    """Yield texts that stand in one language only, or differ in their parts."""
    if isinstance(value, dict) and ("th" in value or "en" in value):
        if not _paired(value):
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _lonely(part)
    elif isinstance(value, list):
        for part in value:
            yield from _lonely(part)


def _paired(value: Any) -> bool:
    th, en = value.get("th"), value.get("en")
    return bool(th and en) and (isinstance(th, str) or len(th) == len(en))


@pytest.mark.parametrize("code", ["th", "en"])
def test_a_shared_link_has_a_small_picture_of_the_size_that_is_shown(code: str) -> None:
    path = CONTENT.parent / f"static/publishing/social-{code}.png"
    with Image.open(path) as picture:
        assert picture.size == (1200, 630)
    assert path.stat().st_size < 80_000


def test_an_english_paper_tells_its_licence_in_english(desk: Any) -> None:
    page = page_of(PRINTED[0], "en", desk.media)
    said = poster_values.of_page(page, "https://sathana.example.org/x/")
    assert said.licence == "CC BY-SA 4.0"

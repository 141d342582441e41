"""Briefs of the scenarios that ship: all fit on a page, with signs the font has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest

from sathana.documents.brief import brief
from sathana.law.load import pack
from sathana.population.scenario import load, run, shipped
from sathana.population.scenario.briefs import brief_values
from sathana.population.scenario.laws import rulebooks
from sathana.population.scenario.persons import Made, made
from sathana.population.scenario.questions import pathways
from sathana.population.scenario.words import MARK, rule_title, unmet


@pytest.fixture(scope="module")
def people() -> Made:
    return made("chiang-rai", 2, 2000)


@pytest.mark.parametrize("name", shipped())
def test_every_scenario_that_ships_fits_on_a_page(name: str, people: Made) -> None:
    result = run(load(name), people)
    for lang in ("th", "en"):
        document = pypdfium2.PdfDocument(brief(brief_values(result, lang), lang))
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
        assert MARK.in_(lang) in text
        assert "2569" in text if lang == "th" else "2026" in text
        document.close()


def words() -> Iterator[Any]:
    yield from (rule_title(rule) for rule in pack().rules)
    for book in rulebooks(load("court-and-office")):
        for way in pathways(book):
            yield from (unmet(part) for _, part in way.parts)


def test_the_font_of_papers_has_every_sign_that_rules_are_told_in() -> None:
    signs = "".join(sorted({s for w in words() for s in w.th + w.en}))
    empty = {"heading": "", "head": [""], "rows": [], "note": ""}
    values = {
        "title": "x",
        "question": " ".join(s for s in signs if s.isascii()),
        "people": " ".join("ก" + s for s in signs if not s.isascii()),
        "mark": "",
        "footer": "",
        "dated": "2026-06-01",
        "charts": [],
        "tables": dict.fromkeys(("bands", "gains", "unreached", "settle"), empty),
        "lists": [],
    }
    assert brief(values, "th")

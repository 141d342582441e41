"""The case page says what to do next, by when, with which right, and how to ask."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from tests.web.pages import SMALL_FAMILY

from sathana.library import people, shelf, work
from sathana.library.workparts import Work

SILENCE = "HW-P4-silence-and-demand"
YEAR = "HW-ANN-2025-after-the-year"
LANGS = (("", "th"), ("/en", "en"))


def part(client: Client, front: str, name: str, part: str, who: str = "P") -> str:
    """Return the source of one part of a person; empty where there is none."""
    html = client.get(f"{front}/cases/{name}/").text
    found = re.search(
        rf'<section class="stack" aria-labelledby="{part}-{who}">.*?</section>',
        html,
        re.DOTALL,
    )
    return unescape(found[0]) if found else ""


def work_of(name: str, who: str = "P") -> Work:
    """Return what one person of a case can do."""
    raw = shelf.assessment(name)["persons"][who]
    return work.work(raw, people.names(shelf.case(name)))


@pytest.mark.parametrize(("front", "lang"), LANGS)
def test_next_steps_come_right_after_the_answer(
    client: Client, front: str, lang: str
) -> None:
    html = client.get(f"{front}/cases/{SILENCE}/").text
    first = shelf.assessment(SILENCE)["persons"]["P"]["next"][0]
    answer, step = html.index('id="answer-P"'), html.index('id="next-P"')
    assert answer < step < html.index('id="family"')
    assert first["text"][lang] in part(client, front, SILENCE, "next")


def test_five_steps_stand_open_and_the_rest_is_folded(client: Client) -> None:
    shown, _, folded = part(client, "/en", SILENCE, "next").partition("<details")
    steps = shelf.assessment(SILENCE)["persons"]["P"]["next"]
    assert len(steps) > work.FIRST, "this case must have steps to fold"
    assert shown.count('class="todo"') == work.FIRST
    assert folded.count('class="todo"') == len(steps) - work.FIRST


@pytest.mark.parametrize(
    ("front", "day", "open_door"),
    [
        ("", "9 พฤศจิกายน 2569", "เมื่อใดก็ได้"),
        ("/en", "9 November 2026", "At any time"),
    ],
)
def test_a_deadline_shows_its_day_how_it_was_counted_and_the_open_door(
    client: Client, front: str, day: str, open_door: str
) -> None:
    shown = part(client, front, SILENCE, "deadlines")
    lang = "en" if front else "th"
    rows = shelf.assessment(SILENCE)["persons"]["P"]["deadlines"]
    assert day in shown
    assert open_door in shown
    assert all(row["counted"][lang] in shown for row in rows if not row["any_time"])


def test_a_person_without_deadlines_shows_no_empty_heading(client: Client) -> None:
    assert not work_of(YEAR).deadlines, "this case must have no deadline"
    html = client.get(f"/en/cases/{YEAR}/").text
    assert 'id="deadlines-P"' not in html
    assert 'id="rights-P"' in html


@pytest.mark.parametrize(
    ("front", "doubt", "ceiling"),
    [
        ("", "ยังไม่ยืนยันว่าใช้บังคับอยู่", "อัตราสูงสุด"),
        ("/en", "not verified to be in force", "the most the Act allows"),
    ],
)
def test_a_right_shows_every_amount_of_its_fee_and_what_is_sure_of_it(
    client: Client, front: str, doubt: str, ceiling: str
) -> None:
    baht = "baht" if front else "บาท"
    rights = part(client, front, YEAR, "rights")
    copies = rights[rights.index("FEE-COPY") :]
    copies = copies[: copies.index("</li>")]
    lower, upper = re.findall(r"<p><strong>.*?</p>", copies, re.DOTALL)
    assert f"<strong>20 {baht}</strong>" in lower
    assert doubt in lower
    assert f"<strong>100 {baht}</strong>" in upper
    assert ceiling in upper


def test_a_procedure_shows_both_amounts_when_neither_is_verified(
    client: Client,
) -> None:
    shown = part(client, "/en", YEAR, "howto")
    fee = shown[shown.index("FEE-NATURALISE-ADULT") :]
    fee = fee[: fee.index("</li>")]
    assert "5,000 baht" in fee
    assert "10,000 baht" in fee
    assert fee.count("not verified to be in force") == 2


@pytest.mark.parametrize(("front", "lang"), LANGS)
def test_how_to_ask_shows_the_steps_and_begins_with_what_is_begun(
    client: Client, front: str, lang: str
) -> None:
    shown = part(client, front, SILENCE, "howto")
    rows = shelf.assessment(SILENCE)["persons"]["P"]["procedures"]
    begun = next(row for row in rows if "S23" in row["for"])
    assert work_of(SILENCE).how[0].raw["id"] == begun["id"]
    for step in begun["steps"]:
        assert step["do"][lang] in shown
    assert f"/law/procedures/{begun['id']}/" in shown


def test_words_for_the_counter_stand_only_at_rights_that_can_be_claimed() -> None:
    groups = work_of("HW-P2-ninety-days").rights
    assert {group.status for group in groups} >= {"open", "unknown"}
    for group in groups:
        assert all(bool(claim.say) <= group.usable for claim in group.rights)
        assert any(claim.say for claim in group.rights) == group.usable


def test_the_readings_of_a_right_are_shown_when_they_differ(client: Client) -> None:
    name = "HW-7BIS-1-backwards"
    assert any(c.differ for group in work_of(name).rights for c in group.rights)
    shown = part(client, "/en", name, "rights")
    assert "Courts:" in shown
    assert "Offices:" in shown


def test_the_try_page_shows_the_work_of_the_person_asked_about(
    client: Client,
) -> None:
    page = client.post("/en/try/", {"text": SMALL_FAMILY, "do": "load"})
    for name in ("next", "rights", "howto"):
        assert page.text.count(f'id="{name}-P"') == 1


def test_paper_unfolds_the_first_procedure_only(client: Client) -> None:
    shown = part(client, "/en", SILENCE, "howto")
    assert len(work_of(SILENCE).how) > 1
    assert shown.count("data-print-open") == 1

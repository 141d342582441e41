"""Pages of procedures, fees, limits, offices and forms, on a law made for the test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client

from sathana.calendars.parse import parse_day
from sathana.calendars.spans import DateSpan
from sathana.law.load import pack
from sathana.law.marks import Bound, Checked
from sathana.law.model_practice import (
    Decider,
    Fee,
    FeeValue,
    Form,
    LimitVersion,
    NeededPaper,
    OfficeDoor,
    Procedure,
    Step,
    TimeLimit,
)
from sathana.library import lawcounting, lawentries, lawrelations, lawuses
from sathana.library import urls as all_pages

assert all_pages.urlpatterns, "every module of the pages is loaded here"
SEEN = Checked("seen", parse_day("2026-11-22"), parse_day("2027-05-22"))
DOUBT = replace(SEEN, verified="unverified")
CITE = "na-2508/10"


def on(day: str) -> Bound:
    """Return a day of the law."""
    return DateSpan(parse_day(day), parse_day(day))


def both(th: str, en: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"th": th, "en": en}


FEE = Fee(
    "FEE-X",
    both("ค่าคำขอทดสอบ", "Fee of the test"),
    (
        FeeValue(on("1967-05-15"), None, 5000, False, False, (CITE,), SEEN),
        FeeValue(on("2022-01-11"), None, 10000, False, False, (CITE,), SEEN),
    ),
)


def limit(key: str, amount: int, trigger: str, whose: str = "person") -> TimeLimit:
    """Return a time limit."""
    text = LimitVersion(None, None, amount, "day", True, True, (CITE,), DOUBT)
    words = both(f"ต้องทำ {key}", f"What must be done, {key}")
    title = both(f"กำหนด {key}", f"Limit {key}")
    return TimeLimit(key, title, whose, trigger, (), None, words, None, (), (text,))  # type: ignore[arg-type]


LIMITS = (
    limit("APPEAL", 15, "notified"),
    limit("ANY", 0, "any_time"),
    limit("UNREAD", 0, "order"),
    limit("OFFICE", 90, "complete", "office"),
)
PROCEDURE = Procedure(
    id="P99",
    title=both("ขั้นตอนทดสอบ", "Procedure of the test"),
    pathways=("S10",),
    rights=(),
    steps=(Step(both("ผู้ขอ", "Applicant"), both("ยื่นคำขอ", "File it"), "APPEAL"),),
    file_with=both("อำเภอทดสอบ", "District of the test"),
    deciders=(
        Decider(on("1965-08-05"), on("2008-02-28"), both("ก", "Old"), (CITE,), SEEN),
        Decider(on("2008-02-28"), None, both("ข", "New"), (CITE,), DOUBT),
    ),
    papers=(
        NeededPaper("DELIVERY-CERTIFICATE", None, None, "F-1"),
        NeededPaper(None, both("อื่น", "Another paper"), both("ถ้ามี", "if any"), None),
    ),
    fees=("FEE-X",),
    limits=("OFFICE",),
    remedies=("APPEAL", "ANY"),
    doors=("D-1",),
    contested=("C1",),
    cites=(CITE,),
    checked=SEEN,
    warn=both("ระวังทดสอบ", "Beware of the test"),
)
DOOR = OfficeDoor(
    "D-1",
    both("สายด่วนทดสอบ", "Hotline of the test"),
    both("ถามเรื่องทดสอบ", "Ask about the test"),
    "02-791-7331",
    None,
    (CITE,),
    SEEN,
)
FORM = Form("F-1", "ท.ร.99", both("แบบทดสอบ", "Form of the test"), (CITE,), SEEN)


@pytest.fixture
def practice(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Use a law with one record of each kind of practice."""
    law = pack()
    made = replace(
        law.practice,
        fees={"FEE-X": FEE},
        limits={one.id: one for one in LIMITS},
        procedures={"P99": PROCEDURE},
        doors={"D-1": DOOR},
        forms={"F-1": FORM},
    )
    other = replace(law, practice=made, version="th@test")
    for name, module in list(sys.modules.items()):
        if name.startswith("sathana.library") and hasattr(module, "pack"):
            monkeypatch.setattr(module, "pack", lambda: other)
    caches = (lawentries, lawrelations, lawuses)
    for module in caches:
        module.clear()
    yield
    for module in caches:
        module.clear()


@pytest.mark.usefixtures("practice")
def test_both_amounts_of_a_fee_are_shown_and_said_not_to_be_verified(
    client: Client,
) -> None:
    for address in ("/en/law/fees/", "/en/law/procedures/P99/"):
        text = client.get(address).text
        assert "5,000 baht" in text
        assert "10,000 baht" in text
        assert "it is not verified which is in force" in text
    assert "10,000 บาท" in client.get("/law/procedures/P99/").text


@pytest.mark.usefixtures("practice")
def test_a_procedure_shows_steps_deciders_papers_ladder_and_doors(
    client: Client,
) -> None:
    text = client.get("/en/law/procedures/P99/").text
    for words in (
        "District of the test",
        "File it",
        "until before 28 February 2008",
        "delivery certificate",
        "Another paper",
        "Beware of the test",
        "15 days",
        "at any time",
        "90 days",
        'href="tel:027917331"',
        "/en/law/S10/",
        "/en/law/forms/#F-1",
        "/en/law/limits/#APPEAL",
        "C1",
        "/en/law/provisions/na-2508/10/",
        th_marked("ท.ร.99"),
    ):
        assert words in text, words
    assert text.index("Limit APPEAL") < text.index("Limit ANY")


def th_marked(words: str) -> str:
    """Return Thai words as an English page marks them."""
    return f'<span lang="th">{words}</span>'


@pytest.mark.usefixtures("practice")
def test_a_limit_that_nobody_has_read_is_not_one_at_any_time(client: Client) -> None:
    text = client.get("/en/law/limits/").text
    unread = text.split('id="UNREAD"')[1].split("</article>")[0]
    assert "how long is not known" in unread
    anytime = text.split('id="ANY"')[1].split("</article>")[0]
    assert "at any time" in anytime
    assert "Counted from" not in anytime
    assert text.index("For the person") < text.index("For the office")


@pytest.mark.usefixtures("practice")
def test_provisions_pathways_and_points_lead_to_the_procedure(client: Client) -> None:
    for address in (f"/en/law/provisions/{CITE}/", "/en/law/S10/", "/en/law/C1/"):
        assert "/en/law/procedures/P99/" in client.get(address).text, address
    assert "/en/law/fees/#FEE-X" in client.get(f"/en/law/provisions/{CITE}/").text


@pytest.mark.usefixtures("practice")
def test_lists_the_front_door_and_the_search_know_the_records(client: Client) -> None:
    for address in ("doors", "forms", "procedures", "fees", "limits"):
        text = client.get(f"/en/law/{address}/").text
        assert "of the test" in text or "Limit APPEAL" in text
    front = client.get("/en/law/").text
    assert "/en/law/procedures/P99/" in front
    assert "/en/law/doors/#D-1" in front
    for asked, place in (
        ("ขั้นตอนทดสอบ", "/law/procedures/P99/"),
        ("ค่าคำขอทดสอบ", "/law/fees/#FEE-X"),
        ("02-791-7331", "/law/doors/#D-1"),
        ("ทร99", "/law/forms/#F-1"),
        ("กำหนด APPEAL", "/law/limits/#APPEAL"),
    ):
        assert place in client.get("/law/search/", {"q": asked}).text, asked


@pytest.mark.usefixtures("practice")
def test_what_is_due_holds_the_records_of_practice_too(client: Client) -> None:
    text = client.get("/en/law/due/").text
    for place in ("procedures/P99/", "fees/#FEE-X", "doors/#D-1", "forms/#F-1"):
        assert f"/en/law/{place}" in text


def test_amounts_are_said_in_words() -> None:
    assert lawcounting.money(None)["en"] == "amount not known"
    assert lawcounting.money(0)["th"] == "ไม่เสียค่าธรรมเนียม"
    assert lawcounting.money(191400)["en"] == "191,400 baht"
    assert lawcounting.duration(1, "year")["en"] == "1 year"
    assert lawcounting.duration(40, "working_day")["th"] == "40 วันทำการ"
    assert lawcounting.duration(0, "day", "any_time")["en"] == "at any time"
    assert lawcounting.duration(None, "day")["th"] == "ยังไม่ทราบว่านานเท่าใด"

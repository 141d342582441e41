"""The page for "this rule is wrong": a note is kept, and nothing about a person."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.test.utils import override_settings
from tests.sample import WHOLE
from tests.unit.signing_room import Room, law
from tests.unit.test_law_update_file import DRILL
from tests.web.pages import BOTH, is_thai, words_of

from sathana.law import load, notes
from sathana.library import shelf, updated

WRONG = "/en/wrong/"
SAMPLE = BOTH if WHOLE else [a for a in BOTH if not a.endswith("/cases/")]
"""Under another law the list of all cases is assessed anew: ten seconds each."""
OURS = {"Origin": "http://testserver"}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with override_settings(SATHANA_DATA=tmp_path / "data"):
        yield tmp_path / "data"


def fields(client: Client, **told: str) -> dict[str, str]:
    """Return the fields of the form as the page gives them, and what is typed."""
    page = client.get(WRONG, {"about": "ANN-2025"}).text
    stamp = page.split('name="stamp" value="')[1].split('"')[0]
    return {"stamp": stamp, "about": "ANN-2025", "reason": "window", **told}


def test_a_note_is_kept_and_shown_as_it_is_kept(client: Client, folder: Path) -> None:
    sent = fields(client, source="https://example.org/a", says="The window is open.")
    response = client.post(WRONG, sent, headers=OURS)
    assert response.status_code == 200
    assert "The note is kept" in response.text
    [line] = (folder / notes.NOTES).read_text("utf-8").splitlines()
    [note], _ = notes.read(folder)
    assert (note.about, note.reason, note.law) == ("ANN-2025", "window", "th@2026.11")
    assert "127.0.0.1" not in line
    assert set(response.cookies) == set()


def test_what_is_about_a_person_is_refused_and_nothing_typed_is_lost(
    client: Client, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    typed = "นางสาวมะลิ โทร 081-234-5678 <b>"
    with caplog.at_level(logging.DEBUG):
        response = client.post(WRONG, fields(client, says=typed), headers=OURS)
    assert response.status_code == 422
    assert "Nothing was kept" in response.text
    assert "นางสาวมะลิ โทร 081-234-5678 &lt;b&gt;</textarea>" in response.text
    assert 'value="window" selected' in response.text
    assert not folder.exists()
    assert "มะลิ" not in caplog.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_nobody_can_send_it_from_elsewhere(
    client: Client, folder: Path, headers: dict[str, str]
) -> None:
    response = client.post(WRONG, fields(client), headers=headers)
    assert response.status_code == 403
    assert not folder.exists()


def test_a_forged_stamp_is_refused_and_the_form_can_be_sent_again(
    client: Client, folder: Path
) -> None:
    sent = fields(client, stamp="note:1:forged", says="The fee is 100 baht.")
    response = client.post(WRONG, sent, headers=OURS)
    assert response.status_code == 403
    assert "The fee is 100 baht.</textarea>" in response.text
    assert not folder.exists()


def test_where_nothing_can_be_kept_the_note_is_given_to_take_along(
    client: Client, folder: Path
) -> None:
    folder.write_text("no folder", "utf-8")
    response = client.post(WRONG, fields(client), headers=OURS)
    assert response.status_code == 200
    assert "This machine cannot keep the note" in response.text
    assert "&quot;about&quot;: &quot;ANN-2025&quot;" in response.text


@pytest.mark.parametrize("address", BOTH)
def test_every_page_leads_to_the_form_and_says_what_it_is_about(
    client: Client, address: str
) -> None:
    page = client.get(address).text
    front = "/en" if address.startswith("/en") else ""
    assert f'href="{front}/wrong/?about=' in page
    about = page.rsplit("/wrong/?about=", 1)[1].split('"')[0]
    assert about
    if "/law/7BIS-1/" in address:
        assert about == "7BIS-1"


@pytest.mark.parametrize("front", ["", "/en"])
def test_the_form_speaks_one_language(client: Client, front: str) -> None:
    page = client.get(f"{front}/wrong/", {"about": "ANN-2025"}).text
    assert page.count("<h1") == 1
    foreign = [w for w in words_of(page, front[1:] or "th") if is_thai(w)]
    assert bool(foreign) == (front == "")
    assert "Nothing you enter is kept" not in page
    assert "เราไม่เก็บและไม่บันทึกสิ่งที่กรอก" not in page


def test_a_hostile_address_is_only_text(client: Client) -> None:
    page = client.get(WRONG, {"about": '"><script>alert(1)</script>' * 20}).text
    assert "<script>alert" not in page


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    made = Room(tmp_path)
    monkeypatch.setenv("SATHANA_DATA", str(made.data))
    made.trust_all()
    law("update", made.signed(DRILL.read_bytes()))
    yield made
    updated.start(tmp_path / "nothing")
    load.use(None)


CASE = "/en/cases/HW-ANN-2025-after-the-year/"


def test_a_page_says_which_update_its_answer_used(client: Client, room: Room) -> None:
    assert "updated on this machine" not in client.get(CASE).text
    updated.start(room.data)
    page = client.get(CASE).text
    assert "updated on this machine" in page
    assert "made on 23 November 2026, signed by อนงค์ ใจมั่น, Boonmee" in page
    assert "th@2026.11+exercise-window-2025" in page
    assert "updated on this machine" not in client.get("/en/cases/SYN-01/").text or (
        "rule/ANN-2025" in client.get("/en/cases/SYN-01/").text
    )


def test_an_update_that_cannot_be_used_is_said_on_every_page(
    client: Client, room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    store = room.data / "law-updates.json"
    store.write_text(store.read_text("utf-8").replace("known: yes", "known: no"))
    updated.start(room.data)
    assert "was changed after it was signed" in caplog.text
    for address in SAMPLE:
        page = client.get(address).text
        words = "An update of the law cannot be used"
        thai = "ใช้กฎหมายฉบับปรับปรุงไม่ได้"
        assert (words if address.startswith("/en") else thai) in page
    assert "exercise-window-2025" not in client.get(CASE).text
    assert shelf.assessment("SYN-01")["law"] == "th@2026.11"

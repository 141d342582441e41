"""Notes that the law is wrong: kept without a word about a person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sathana.cli.main import main
from sathana.law import notes
from sathana.law.load import shipped
from sathana.law.notes import MOST_A_DAY, FullError, Note, NoteError
from sathana.text.personal import personal

LAW = shipped()
GOOD = Note("2026-11-25", "", "ANN-2025", "window")


@pytest.mark.parametrize(
    "text",
    [
        "นายทะเบียนอำเภอบอกว่าปิดแล้ว",
        "นายอำเภอไม่รับคำขอ นายจ้างต้องมาด้วย",
        "นายกรัฐมนตรีลงนามแล้ว",
        "ค่าธรรมเนียม 5,000 บาท ตามมาตรา 7 ทวิ วรรคสอง",
        "ประกาศ 30 มิถุนายน 2568 ขยายถึง 2027-06-30",
        "ความปรารถนายังไม่ชัด เจ้านายเก่า ขุนนางและพัฒนายั่งยืน",
        "เด็กที่เกิดในราชอาณาจักรตั้งแต่ 14 ธันวาคม 2515",
        "หนังสือ มท 0309.1/ว 1587",
        "Call 1548, the hotline moved",
        "The registrar of births says otherwise",
        "Gazette volume 142, part 58 ก, page 12",
    ],
)
def test_words_about_the_law_are_taken(text: str) -> None:
    assert personal(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("1-1007-00123-45-6", "a thirteen-digit number"),
        ("เลข ๐๘๙๐๑๐๐๑๒๓๔๕๖ ค่ะ", "a thirteen-digit number"),
        ("1\u200b1007\u200b0012345 6", "a thirteen-digit number"),
        ("โทร 081-234-5678", "a telephone number"),
        ("+66 81 234 5678", "a telephone number"),
        ("a.b@example.org", "an e-mail address"),
        ("G631234567", "a G-code of a pupil"),
        ("รหัส 88123456", "a long number"),
        ("นายสมชาย ใจดี", "the name of a person"),
        ("น.ส. มะลิ", "the name of a person"),
        ("ด.ช.อาโบ", "the name of a person"),
        ("ลูกชื่อเด็กหญิง นาวา", "the name of a person"),
        ("Mr. Somchai came", "the name of a person"),
        ("เกิดวันที่ 3 มีนาคม 2545", "a date of birth"),
        ("she was born on 3 March 2002", "a date of birth"),
        ("บ้านเลขที่ 12 หมู่ 3", "the number of a house"),
    ],
)
def test_what_seems_to_be_about_a_person_is_refused_by_name(
    text: str, what: str
) -> None:
    assert what in [one.en for one in personal(text)]
    with pytest.raises(NoteError) as caught:
        notes.check(Note("2026-11-25", "", "ANN-2025", "other", "", text), LAW)
    assert caught.value.field == "says"
    assert "Nothing was kept" in caught.value.text["en"]
    assert "ยังไม่ได้เก็บอะไร" in caught.value.text["th"]


def test_numbers_are_common_in_addresses_but_not_those_of_people() -> None:
    address = "https://example.org/documents/17158930.pdf"
    assert personal(address, address=True) == []
    with pytest.raises(NoteError):
        notes.check(
            Note("2026-11-25", "", "S10", "other", "https://a.org/?id=1100700123456"),
            LAW,
        )


@pytest.mark.parametrize(
    ("note", "field"),
    [
        (Note("d", "", "ANN-2052", "window"), "about"),
        (Note("d", "", "", "window"), "about"),
        (Note("d", "", "page/../../etc", "window"), "about"),
        (Note("d", "", "ANN-2025", "dislike"), "reason"),
        (Note("d", "", "ANN-2025", "window", "javascript:alert(1)"), "source"),
        (Note("d", "", "ANN-2025", "window", "https://a.b/" + "x" * 300), "source"),
        (Note("d", "", "ANN-2025", "window", "", "x" * 401), "says"),
    ],
)
def test_a_note_that_says_nothing_clear_is_refused(note: Note, field: str) -> None:
    with pytest.raises(NoteError) as caught:
        notes.check(note, LAW)
    assert caught.value.field == field


@pytest.mark.parametrize("about", ["ANN-2025", "na-2508", "C8", "case/SYN-01"])
def test_a_note_can_be_about_anything_of_the_law(about: str) -> None:
    kept = notes.check(Note("d", "", about, "other"), LAW)
    assert (kept.about, kept.law) == (about, "th@2026.11")


def test_notes_are_added_and_never_changed_and_the_same_is_kept_once(
    tmp_path: Path,
) -> None:
    notes.add(tmp_path, GOOD)
    notes.add(tmp_path, GOOD)
    path = tmp_path / notes.NOTES
    first = path.read_text("utf-8")
    # A crash in the middle of a line costs that line only.
    path.write_text(first + '{"on": "2026', "utf-8")
    notes.add(tmp_path, Note("2026-11-25", "", "S10", "fee", "", "ค่าธรรมเนียม"))
    assert path.read_text("utf-8").startswith(first)
    found, bad = notes.read(tmp_path)
    assert [note.about for note in found] == ["ANN-2025", "S10"]
    assert bad == 1
    assert set(json.loads(first)) == {"on", "law", "about", "reason"}


def test_a_day_takes_so_many_notes_and_no_more(tmp_path: Path) -> None:
    for number in range(MOST_A_DAY):
        notes.add(tmp_path, Note("2026-11-25", "", f"page/{number}", "other"))
    with pytest.raises(FullError):
        notes.add(tmp_path, GOOD)
    notes.add(tmp_path, Note("2026-11-26", "", "S10", "fee"))


def test_the_commands_keep_and_list_notes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SATHANA_DATA", str(tmp_path / "data"))
    wrong = ["law", "wrong", "ANN-2025", "--reason", "window", "--lang", "en"]
    assert main([*wrong, "--source", "https://example.org/a"]) == 0
    assert '"about": "ANN-2025"' in capsys.readouterr().out
    assert main([*wrong, "--says", "นายสมชาย บอกมา"]) == 1
    assert "Nothing was kept" in capsys.readouterr().err
    assert main(["law", "notes", "--lang", "en"]) == 0
    assert "A window is shut, or open again" in capsys.readouterr().out
    assert main(["law", "notes", "--json"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["law"] == "th@2026.11"

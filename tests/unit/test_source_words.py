"""Sources of points and cases, told to a Thai reader in Thai."""

from __future__ import annotations

import pytest

from sathana.law import cases
from sathana.law.load import pack
from sathana.library.sourcewords import remark_words, source_words
from sathana.web.languages import language_of


def _of_points() -> list[str]:
    points = pack().contested.values()
    sides = (side for point in points for side in (point.a, point.b))
    return sorted({source for side in sides for source in side.sources})


def _without_address(source: str) -> str:
    """Return what a source says besides the address at its front."""
    first, _, rest = source.partition(" ")
    return rest if first.startswith(("http://", "https://")) else source


@pytest.mark.parametrize("source", _of_points())
def test_every_source_of_a_contested_point_is_told_in_thai(source: str) -> None:
    said = _without_address(source)
    words = source_words(said) if said == source else remark_words(said)
    assert not said or language_of(words["th"]) == "th", source
    assert words["en"] == said


def test_most_sources_of_cases_are_told_in_thai() -> None:
    told = {s for name in cases.names() for s in cases.case(name).sources}
    own = {s for s in told if "http" not in s}
    still = {s for s in own if source_words(s)["th"] == s}
    assert len(still) < len(own) / 4, sorted(still)


@pytest.mark.parametrize(
    ("english", "thai"),
    [
        ("Nationality Act s. 5", "พระราชบัญญัติสัญชาติ มาตรา 5"),
        (
            "Nationality Act s. 7 bis para. 3 (2008)",
            "พระราชบัญญัติสัญชาติ มาตรา 7 ทวิ วรรคสาม (ตามที่แก้ไข พ.ศ. 2551)",
        ),
        (
            "Nationality Act No. 4 B.E. 2551 ss. 21 and 23",
            "พระราชบัญญัติสัญชาติ (ฉบับที่ 4) พ.ศ. 2551 มาตรา 21 และ 23",
        ),
        ("Supreme Court 7376/2537", "คำพิพากษาศาลฎีกาที่ 7376/2537"),
        (
            "Supreme Administrative Court Or 117/2548",
            "คำพิพากษาศาลปกครองสูงสุดที่ อ.117/2548",
        ),
        (
            "Cabinet resolutions of 26 January 2021 and of 29 October 2024",
            "มติคณะรัฐมนตรี วันที่ 26 มกราคม พ.ศ. 2564 และวันที่ 29 ตุลาคม พ.ศ. 2567",
        ),
        ("Reported practice; no text seen", "แนวปฏิบัติที่มีรายงาน ยังไม่เห็นตัวบท"),
    ],
)
def test_a_source_is_told_in_the_words_of_the_law(english: str, thai: str) -> None:
    assert source_words(english)["th"] == thai


@pytest.mark.parametrize(
    "source",
    [
        "",
        "Nationality Act",
        "Nationality Act s.",
        "Act of Dreams s. 5",
        "Nationality Act s. 5 and Act of Dreams s. 5",
        "Supreme Court 12",
        "Supreme Court 1/2500 (as told by a friend)",
        "Reported practice; seen in a dream",
        "() ; and , and",
        "ระเบียบสำนักทะเบียนกลาง",
    ],
)
def test_what_is_not_known_stays_as_it_was_written(source: str) -> None:
    assert source_words(source) == {"th": source, "en": source}


def test_where_a_text_was_read_is_told_in_thai() -> None:
    remark = (
        "(commit 917f291, file data/last/law/33/573174.txt, Council of State "
        "consolidation to No. 5, 2012)"
    )
    assert remark_words(remark)["th"] == (
        "(รุ่น 917f291 แฟ้ม data/last/law/33/573174.txt "
        "ฉบับรวมของสำนักงานคณะกรรมการกฤษฎีกาถึงฉบับที่ 5 พ.ศ. 2555)"
    )


@pytest.mark.parametrize("remark", ["", "(", "()", "(anything)", "and https://x.test"])
def test_a_remark_that_is_not_known_stays_as_it_was_written(remark: str) -> None:
    assert remark_words(remark) == {"th": remark, "en": remark}


@pytest.mark.parametrize(
    "source",
    [
        "Nationality Act ss. " + "1, " * 5000 + "x",
        "Reported practice" + " (cut)" * 5000,
        "Nationality Act s. 5" + " and Nationality Act s. 5" * 5000,
    ],
)
def test_a_source_without_end_is_not_read(source: str) -> None:
    assert source_words(source)["th"] == source

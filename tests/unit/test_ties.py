"""What a line must not part, and where a Thai title is rather broken."""

from __future__ import annotations

import pytest

from sathana.text.ties import phrases, tied

HARD = "\u00a0"


@pytest.mark.parametrize(
    ("loose", "held"),
    [
        ("ตามมาตรา 7 ทวิ วรรคสอง", "ตามมาตรา_7_ทวิ วรรคสอง"),
        ("เกิด พ.ศ. 2515 ที่บ้าน", "เกิด พ.ศ._2515 ที่บ้าน"),
        ("อย่ารอเฉย ๆ นะ", "อย่ารอเฉย_ๆ นะ"),
        (
            "under section 7 bis paragraph 2, B.E. 2508",
            "under section_7_bis paragraph_2, B.E._2508",
        ),
        ("three days and 2 nights", "three days and 2 nights"),
        ("มาตรา ๗ ทวิ", "มาตรา_๗_ทวิ"),
        ("", ""),
    ],
)
def test_a_word_stays_with_its_number(loose: str, held: str) -> None:
    assert tied(loose) == held.replace("_", HARD)


def test_only_spaces_change_and_a_second_time_changes_nothing() -> None:
    text = "มาตรา 23 และ พ.ศ. 2551 ต่าง ๆ"
    assert tied(text).replace(HARD, " ") == text
    assert tied(tied(text)) == tied(text)


def test_a_thai_title_is_broken_between_phrases_and_an_english_one_is_not() -> None:
    assert phrases("ทุกคนมีที่มา ช่วยกันหาทางมีสถานะ") == ["ทุกคนมีที่มา", "ช่วยกันหาทางมีสถานะ"]
    assert phrases("ปีที่เปลี่ยนชีวิต: พ.ศ. 2515") == ["ปีที่เปลี่ยนชีวิต:", f"พ.ศ.{HARD}2515"]
    assert phrases("Who is who") == ["Who is who"]

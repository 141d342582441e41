"""Thai text: one form, digits, near words, thirteen-digit numbers."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.text import arabic_digits, nearest, normalise, thai_digits
from sathana.text.id13 import Id13Error, check_digit, parse

THAI = st.text(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
    | st.sampled_from("\u200b\u200d aé\u0301"),
    max_size=20,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ก\u0e4d\u0e32นัน", "กำนัน"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("\u0e40\u0e40ม่", "แม่"),
        ("ท\u0e48\u0e35", "ที่"),
        ("ร\u0e49\u0e39", "รู้"),
        ("สิทธ\u0e4c\u0e34", "สิทธิ์"),
        ("ท\u0e35\u0e48\u0e48", "ที่"),
        ("แม่\u200bอาย\ufeff", "แม่อาย"),
        ("cafe\u0301", "café"),
    ],
)
def test_words_that_look_alike_become_the_same_word(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


def test_sara_am_is_never_taken_apart() -> None:
    assert "\u0e4d" not in normalise("น้ำ ทำ อำเภอ")
    assert normalise("อำเภอ") != unicodedata.normalize("NFKC", "อำเภอ")


@given(THAI)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text("0123456789 -พศ"))
def test_digits_go_to_thai_and_back(text: str) -> None:
    assert arabic_digits(thai_digits(text)) == text
    assert not set(thai_digits(text)) & set("0123456789")


def test_the_nearest_word_is_found_through_slips_of_the_keyboard() -> None:
    keys = ("mother", "father", "parents_marriage", "residence")
    assert nearest("fahter", keys) == "father"
    assert nearest("Parents-Marriage", keys) == "parents_marriage"


def test_no_word_is_near_to_nonsense_to_nothing_or_to_a_very_long_word() -> None:
    keys = ("mother", "father")
    assert nearest("zzzz", keys) is None
    assert nearest("", keys) is None
    assert nearest("mother" * 1000, keys) is None


def test_a_number_is_read_with_dashes_without_and_with_thai_digits() -> None:
    digits = "1234567890121"
    assert parse("1-2345-67890-12-1").digits == digits
    assert parse(digits).digits == digits
    assert parse(thai_digits(digits)).digits == digits
    assert str(parse(digits)) == "1-2345-67890-12-1"


def test_the_check_digit_is_judged_only_when_the_number_is_complete() -> None:
    assert check_digit("123456789012") == 1
    assert parse("1234567890121").check_digit_fits is True
    assert parse("1234567890122").check_digit_fits is False
    assert parse("0xxxxxxxxxxxx").check_digit_fits is None


def test_category_office_and_group_are_read_where_they_are_given() -> None:
    number = parse("6-5701-50xxx-xx-X")
    assert (number.category, number.office, number.group) == ("6", "5701", "50")
    assert not number.is_complete
    assert parse("0xxxxxxxxxxxx").group is None


@pytest.mark.parametrize("wrong", ["", "123", "1234567890123456", "12345678901a3"])
def test_what_is_no_number_is_refused_in_both_languages(wrong: str) -> None:
    with pytest.raises(Id13Error) as refused:
        parse(wrong)
    assert refused.value.th
    assert "thirteen" in refused.value.en


def test_a_check_digit_is_not_made_of_anything_but_twelve_digits() -> None:
    with pytest.raises(ValueError, match="twelve"):
        check_digit("12345")

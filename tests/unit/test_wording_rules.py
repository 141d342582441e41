"""Every rule of the law pack can be said in both languages."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from sathana.facts.subject import Subject
from sathana.facts.wording import describe, outline
from sathana.law.rules import Law, Text, texts

THAI = re.compile("[\u0e00-\u0e7f]")


@pytest.mark.parametrize("letter", ["A", "B"])
@pytest.mark.parametrize("text", texts(), ids=lambda text: f"{text.rule}-{text.kind}")
def test_a_rule_is_said_in_thai_and_english_under_both_readings(
    text: Text, letter: str
) -> None:
    condition = text.body(Subject(), Law(defaultdict(lambda: letter), frozenset()))
    thai, english = describe(condition, "th"), describe(condition, "en")
    assert THAI.search(thai)
    assert not THAI.search(english)
    assert outline(condition, "th")
    assert outline(condition, "en")

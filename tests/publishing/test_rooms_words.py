"""The words of the editors' rooms that the framework's own Thai leaves out."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from django.utils import translation

FOLDER = Path(__file__).parents[2] / "src/sathana/project/locale/th/LC_MESSAGES"
_ENTRY = re.compile(r'^msgid "(.+)"\nmsgstr "(.*)"$', re.MULTILINE)


def entries(name: str) -> dict[str, str]:
    return dict(_ENTRY.findall((FOLDER / f"{name}.po").read_text("utf-8")))


@pytest.mark.parametrize("name", ["django", "djangojs"])
def test_what_is_compiled_says_what_is_written(name: str) -> None:
    with (FOLDER / f"{name}.mo").open("rb") as compiled:
        told = gettext.GNUTranslations(compiled)
    written = entries(name)
    assert written
    assert {one: told.gettext(one) for one in written} == written


@pytest.mark.parametrize("name", ["django", "djangojs"])
def test_every_word_is_thai_and_keeps_its_holes(name: str) -> None:
    for english, thai in entries(name).items():
        assert re.search("[ก-๛]", thai), english
        assert re.findall(r"%\(\w+\)s", english) == re.findall(r"%\(\w+\)s", thai)


def test_the_rooms_use_them() -> None:
    with translation.override("th"):
        assert translation.gettext("More actions") == "ทำอย่างอื่น"
    with translation.override("en"):
        assert translation.gettext("More actions") == "More actions"

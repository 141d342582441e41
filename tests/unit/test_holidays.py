"""The days off of offices: how the file is made, and what the cabinet changed."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from sathana.cli import law_holidays
from sathana.cli.main import main
from sathana.law.holidays import merged
from sathana.law.load import pack

YEARS = {
    "2021": {
        "announced": "yes",
        "days": {"2021-10-25": {"th": "ชดเชย", "en": "in lieu"}},
    },
    "2027": {"announced": "unknown", "days": None},
}
MOVED = {
    "2021-10-22": {"change": "add", "th": "ชดเชย", "en": "in lieu, moved"},
    "2021-10-25": {"change": "remove", "th": "เลื่อน", "en": "moved"},
}
THAI = {
    date(2026, 5, 1): "วันแรงงานแห่งชาติ",
    date(2026, 5, 13): "วันพืชมงคล",
    date(2026, 12, 5): "วันพ่อแห่งชาติ",
    date(2026, 12, 7): "ชดเชยวันพ่อแห่งชาติ",
    date(2027, 1, 1): "วันขึ้นปีใหม่",
}


class _Library(SimpleNamespace):
    """A library of holidays with five days."""

    __version__ = "0.0"

    def country_holidays(self, _country: str, **asked: Any) -> dict[date, str]:
        return {d: n if asked["language"] == "th" else "day" for d, n in THAI.items()}


def test_the_cabinets_days_are_laid_over_the_librarys() -> None:
    rows = merged(YEARS, MOVED)
    assert list(rows["2021"]["days"]) == ["2021-10-22"]
    assert rows["2027"] == {"announced": "unknown", "days": {}}


@pytest.mark.parametrize(
    ("day", "change"),
    [
        ("2021-10-25", "add"),
        ("2021-10-26", "remove"),
        ("2021-10-26", "move"),
        ("1950-01-01", "add"),
    ],
    ids=["given twice", "not there to take", "no such change", "no such year"],
)
def test_a_change_of_the_cabinet_that_changes_nothing_is_refused(
    day: str, change: str
) -> None:
    with pytest.raises(ValueError, match=day):
        merged(YEARS, {day: {"change": change, "th": "ก", "en": "a"}})


def test_the_file_leaves_out_weekends_and_the_day_on_which_offices_work() -> None:
    text = law_holidays.written(_Library(), 2026, 2027, "2026-11-22")
    assert '2026-12-07: {th: "ชดเชยวันพ่อแห่งชาติ", en: "day"}' in text
    assert "2026-12-05" not in text
    assert "2026-05-01" not in text


def test_a_year_whose_ploughing_day_is_not_set_is_not_announced() -> None:
    text = law_holidays.written(_Library(), 2026, 2027, "2026-11-22")
    years = [line for line in text.splitlines() if line.startswith("  announced:")]
    assert years == ['  announced: "yes"', '  announced: "unknown"']


def test_without_the_library_the_command_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(law_holidays, "import_module", missing)
    assert main(["law", "holidays", "--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert "holidays" in said
    assert "make setup" in said


def test_the_pack_has_the_days_that_the_cabinet_moved() -> None:
    off = pack().holidays[2021].days
    assert date(2021, 10, 22).toordinal() in off
    assert date(2021, 10, 25).toordinal() not in off
    assert date(2020, 12, 7).toordinal() not in pack().holidays[2020].days


def test_no_day_off_is_a_labour_day_or_a_weekend() -> None:
    for year in pack().holidays.values():
        for day, name in year.days.items():
            assert "แรงงาน" not in name["th"]
            assert date.fromordinal(day).weekday() < 5

"""The calendar as RFC 5545 wants it, whatever stands in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from sathana.casework.ical import AllDay, calendar, escaped, folded

AT = datetime(2026, 6, 15, 9, 30, tzinfo=timezone(timedelta(hours=7)))


def unfolded(data: bytes) -> list[str]:
    """Read a calendar back as the standard says."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


@given(st.text(max_size=400))
def test_a_line_folds_at_75_octets_and_never_inside_a_letter(text: str) -> None:
    line = "SUMMARY:" + escaped(text)
    data = folded(line)
    assert data.endswith(b"\r\n")
    pieces = data[:-2].split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    for piece in pieces:
        piece.decode()  # no letter is cut in two
    assert b"".join([pieces[0], *(p[1:] for p in pieces[1:])]).decode() == line


@given(st.text(max_size=200))
def test_a_text_makes_no_line_of_its_own(text: str) -> None:
    value = escaped(text)
    assert "\n" not in value
    assert "\r" not in value
    bare = value.replace("\\\\", "").replace("\\;", "").replace("\\,", "")
    assert ";" not in bare
    assert "," not in bare


def test_a_day_is_a_whole_day_and_ends_on_the_next() -> None:
    days = [AllDay("b@x", date(2026, 12, 31), "กรณี A1: x, y; z"),
            AllDay("a@x", date(2026, 6, 20), "กรณี B2")]  # fmt: skip
    lines = unfolded(calendar(days, name="Sathana", made_at=AT))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTAMP:20260615T023000Z" in lines
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "SUMMARY:กรณี A1: x\\, y\\; z" in lines
    assert lines.index("UID:a@x") < lines.index("UID:b@x")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2


def test_the_same_day_has_the_same_uid_whenever_it_is_made() -> None:
    one = [AllDay("u@x", date(2026, 6, 20), "x")]
    first = calendar(one, name="S", made_at=AT)
    second = calendar(one, name="S", made_at=datetime(2026, 6, 16, tzinfo=UTC))
    uids = [[x for x in unfolded(c) if x.startswith("UID")] for c in (first, second)]
    assert uids[0] == uids[1]


def test_an_empty_calendar_is_one() -> None:
    assert b"VEVENT" not in calendar([], name="S", made_at=AT)

"""What an auditor is shown: the organisation's own entries, by Thai days and hours."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from django.db import transaction

from sathana.audit import reading, words
from sathana.audit.reading import SIZE, Wanted
from sathana.audit.record import PROGRAM, Doer, Subject, write

HOME, ELSEWHERE = uuid.uuid4(), uuid.uuid4()
ONE, OTHER = uuid.uuid4(), uuid.uuid4()
pytestmark = pytest.mark.django_db


def at(
    text: str, doer: Doer, action: str, people: int = 1, allowed: bool = True
) -> None:
    """Write entries at a Thai clock time."""
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC) - timedelta(hours=7)
    subjects = [Subject("person", uuid.uuid4().hex) for _ in range(people)]
    clock = mock.patch("django.utils.timezone.now", return_value=moment)
    with clock, transaction.atomic():
        write(doer, action, subjects, allowed=allowed)


def test_who_did_how_much_is_counted_by_thai_days() -> None:
    mine, hers = Doer(ONE, HOME), Doer(OTHER, HOME)
    at("2026-11-24T23:59", mine, "person.view")
    at("2026-11-25T00:01", mine, "person.view", people=61)
    at("2026-11-25T05:00", mine, "person.list", people=30)
    at("2026-11-25T21:59", hers, "family.export")
    at("2026-11-25T22:00", hers, "person.view", allowed=False)
    at("2026-11-25T12:00", Doer(ONE, ELSEWHERE), "person.view")
    at("2026-11-25T12:00", PROGRAM, "person.view")
    at("2026-11-26T00:00", mine, "person.view")
    told = list(reading.worked(HOME, date(2026, 11, 24), date(2026, 11, 25)))
    assert [(one.day.day, one.actor) for one in told] == [
        (25, ONE), (25, OTHER), (24, ONE),
    ]  # fmt: skip
    busy, she, eve = told
    assert (busy.opened, busy.listed, busy.nights) == (61, 30, 61)
    assert (she.opened, she.exports, she.nights, she.refused) == (1, 1, 1, 1)
    assert (eve.opened, eve.nights) == (1, 1)
    assert reading.thai(busy.first).strftime("%H:%M") == "00:01"
    assert all(one.flagged for one in told)


def test_quiet_work_is_not_flagged() -> None:
    at("2026-11-25T10:00", Doer(ONE, HOME), "person.view", people=60)
    (one,) = reading.worked(HOME, date(2026, 11, 25), date(2026, 11, 25))
    assert not one.flagged


def test_the_list_is_cut_by_day_account_deed_and_refusal() -> None:
    mine, hers = Doer(ONE, HOME), Doer(OTHER, HOME)
    at("2026-11-24T10:00", mine, "person.view")
    at("2026-11-25T10:00", mine, "person.change")
    at("2026-11-25T11:00", hers, "person.view", allowed=False)
    at("2026-11-25T12:00", Doer(ONE, ELSEWHERE), "person.view")

    def numbers(**asked: object) -> list[int]:
        page = reading.page_of(HOME, Wanted(**asked))  # type: ignore[arg-type]
        return [entry.seq for entry in page.entries]

    assert numbers() == [3, 2, 1]
    assert numbers(day=date(2026, 11, 25)) == [3, 2]
    assert numbers(actor=ONE) == [2, 1]
    assert numbers(deed="view") == [3, 1]
    assert numbers(refused=True) == [3]
    assert numbers(deed="view", actor=ONE, day=date(2026, 11, 25)) == []


def test_pages_hold_fifty() -> None:
    at("2026-11-25T10:00", Doer(ONE, HOME), "person.list", people=SIZE + 1)
    first, second = (reading.page_of(HOME, Wanted(), n) for n in (1, 2))
    assert (len(first.entries), first.more) == (SIZE, True)
    assert (len(second.entries), second.more) == (1, False)


def test_actions_have_words() -> None:
    assert words.of_action("person.view") == {
        "th": "เปิดดูบุคคล", "en": "Person opened",
    }  # fmt: skip
    assert words.of_action("person.list")["th"] == "เห็นบุคคลในรายการ"
    assert words.of_action("new.thing") == {"th": "new.thing", "en": "new.thing"}

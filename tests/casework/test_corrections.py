"""Correcting a contact: nothing is lost, and clocks run from the right days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from tests.casework.conftest import Work
from tests.casework.test_encounters import attempts, clocks, told
from tests.casework.test_pages import browser, typed
from tests.registry.house import yesterday

from sathana.audit.models import Entry
from sathana.casework.models import Encounter, EncounterBefore, OfficerName
from sathana.casework.selectors import corrections, encounters
from sathana.casework.services import correcting
from sathana.casework.services import encounters as services
from sathana.registry.errors import (
    ConflictError,
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.models import Fact
from sathana.registry.services import facts

pytestmark = pytest.mark.django_db


def correct(work: Work, row: Encounter, **more: Any) -> Encounter:
    """Correct a contact as the form does: all values, some of them new."""
    reader = more.pop("reader", work.at.worker)
    now = corrections.start(work.at.worker, row.id).values
    version = more.pop("version", now["version"])
    return correcting.correct(
        reader=reader, encounter_id=row.id, version=version,
        values={**now, **more}, reason="พิมพ์วันผิด",
    )  # fmt: skip


def test_the_old_value_stays_in_the_history(work: Work) -> None:
    row = told(work)
    day = yesterday() - timedelta(days=4)
    correct(work, row, on=day, said="หัวหน้าลา")
    shown = encounters.one(work.at.worker, row.id)
    assert (shown.on, shown.said, shown.version) == (day.isoformat(), "หัวหน้าลา", 2)
    (before,) = corrections.history(work.at.worker, row.id)
    assert before.reason == "พิมพ์วันผิด"
    old = {title["en"]: words["en"] for title, words in before.was}
    assert old["What was said"] == "หัวหน้าไม่อยู่ รับไม่ได้"
    assert set(old) == {"Day", "What was said"}
    assert Entry.objects.filter(action="encounter.change").exists()


def test_nothing_changed_is_no_correction(work: Work) -> None:
    row = told(work)
    assert correct(work, row).version == 1
    assert not EncounterBefore.rows.exists()


def test_a_day_that_is_corrected_moves_its_clocks(work: Work) -> None:
    row = told(work, outcome="refused", codes=["R5"])
    day = yesterday() - timedelta(days=10)
    before = clocks(work, row)
    correct(work, row, on=day)
    (petition,) = attempts(work)
    assert petition["notified"] == day.isoformat()
    after = clocks(work, Encounter.rows.get(id=row.id))
    due = {name for name, clock in after.items() if clock["due"]}
    assert due
    for name in due & set(before):
        assert date.fromisoformat(after[name]["due"]) < date.fromisoformat(
            before[name]["due"]
        )


def test_later_contacts_of_the_petition_follow_the_corrected_one(work: Work) -> None:
    filed = yesterday() - timedelta(days=30)
    first = told(work, on=filed, outcome="received", codes=[])
    second = told(work, outcome="refused", codes=["R5"])
    correct(work, first, on=filed - timedelta(days=5))
    (petition,) = attempts(work)
    assert petition["result"] == "refused"
    assert petition["on"] == (filed - timedelta(days=5)).isoformat()
    assert petition["notified"] == yesterday().isoformat()
    assert clocks(work, Encounter.rows.get(id=second.id))
    # What the first one tells is there again once the second is taken back.
    now = Encounter.rows.get(id=second.id)
    services.take_back(
        reader=work.at.worker, encounter_id=second.id, version=now.version
    )
    (petition,) = attempts(work)
    assert (petition["result"], "notified" in petition) == ("received", False)


def test_an_outcome_that_was_none_takes_its_petition_away(work: Work) -> None:
    row = told(work, outcome="received", codes=[])
    correct(work, row, outcome="told")
    assert attempts(work) == []
    assert Encounter.rows.get(id=row.id).fact_id is None
    correct(work, row, outcome="received")
    assert [one["result"] for one in attempts(work)] == ["received"]


def test_what_was_added_to_a_petition_by_hand_stays(work: Work) -> None:
    row = told(work, outcome="received", codes=[])
    assert row.fact is not None
    fact = Fact.rows.get(id=row.fact.id)
    complete = yesterday().isoformat()
    facts.change_fact(
        reader=work.at.worker, fact_id=fact.id, version=fact.version,
        value=[{**fact.value[0], "complete": complete}],
    )  # fmt: skip
    correct(work, row, on=yesterday() - timedelta(days=2))
    (petition,) = attempts(work)
    assert petition["complete"] == complete
    assert petition["on"] == (yesterday() - timedelta(days=2)).isoformat()


def test_words_alone_touch_no_petition(work: Work) -> None:
    row = told(work)
    correct(work, row, said="คำอื่น")
    assert Encounter.rows.get(id=row.id).fact_id == row.fact_id


def test_a_contact_that_was_taken_back_stays_so(work: Work) -> None:
    row = told(work)
    services.take_back(reader=work.at.worker, encounter_id=row.id, version=1)
    with pytest.raises(UnusableValueError):
        correct(work, row, said="คำอื่น")
    assert attempts(work) == []


def test_two_who_correct_at_once_see_both(work: Work) -> None:
    row = told(work)
    correct(work, row, said="คำของคนแรก")
    with pytest.raises(ConflictError) as clash:
        correct(work, row, said="คำของคนที่สอง", version=1)
    assert clash.value.theirs["said"] == "คำของคนแรก"
    client = browser(work.at.worker)
    page = client.post(
        reverse("case-contact-edit", args=[row.id]),
        typed(
            version=1, on=yesterday().isoformat(), office="ที่ว่าการอำเภอสมมติ",
            outcome="not_received", said="คำของคนที่สอง", channel="visit",
        ),
    )  # fmt: skip
    assert page.status_code == 409
    text = page.content.decode()
    assert "คำของคนแรก" in text
    assert "คำของคนที่สอง" in text


def test_the_form_corrects_and_the_page_shows_what_was(work: Work) -> None:
    row = told(work)
    client = browser(work.at.worker)
    address = reverse("case-contact-edit", args=[row.id])
    assert client.get(address).status_code == 200
    answer = client.post(
        address,
        typed(
            version=1, on=yesterday().isoformat(), office="เทศบาลสมมติ",
            outcome="not_received", said="หัวหน้าไม่อยู่", channel="visit", codes=["R1"],
        ),
    )  # fmt: skip
    assert answer.status_code == 302
    text = client.get(reverse("contact", args=[row.id])).content.decode()
    assert "เทศบาลสมมติ" in text
    assert "ที่ว่าการอำเภอสมมติ" in text
    assert address in text


def test_what_is_kept_apart_is_changed_by_heads_only(work: Work) -> None:
    row = told(work, officer_name="นายสมมติ ก", money_amount="100")
    begun = corrections.start(work.at.worker, row.id)
    assert not begun.apart
    assert "officer_name" not in begun.values
    with pytest.raises(NotAllowedError):
        correct(work, row, officer_name="นายสมมติ ข")
    correct(work, row, said="คำอื่น")
    head = work.at.supervisor
    begun = corrections.start(head, row.id)
    assert begun.values["officer_name"] == "นายสมมติ ก"
    correcting.correct(
        reader=head, encounter_id=row.id, version=begun.values["version"],
        values={**begun.values, "officer_name": "นายสมมติ ข"},
    )  # fmt: skip
    assert OfficerName.rows.get(encounter=row).name == "นายสมมติ ข"
    assert encounters.one(head, row.id).money is not None
    told_to_head = str(corrections.history(head, row.id))
    assert "นายสมมติ ก" in told_to_head
    assert "นายสมมติ ก" not in str(corrections.history(work.at.worker, row.id))


def test_strangers_and_stewards_correct_nothing(work: Work) -> None:
    row = told(work)
    for reader in (work.at.stranger, work.at.steward):
        with pytest.raises(NotVisibleError):
            corrections.start(reader, row.id)
        with pytest.raises(NotVisibleError):
            corrections.history(reader, row.id)

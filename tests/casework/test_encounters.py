"""Contacts with offices: what is kept apart, which clocks run, what the letter says."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from tests.casework.conftest import Work
from tests.registry.house import new_id, yesterday

from sathana.audit.models import Entry
from sathana.casework.models import Encounter, MoneyAsked, OfficerName
from sathana.casework.refusals import ATTEMPTS, LETTER, OUTCOMES, REFUSALS
from sathana.casework.selectors import encounters as selectors
from sathana.casework.services import encounters
from sathana.law.load import pack
from sathana.registry.errors import (
    ConflictError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.models import Fact
from sathana.registry.selectors import families
from sathana.registry.services import assessing, erasing

pytestmark = pytest.mark.django_db


def told(work: Work, **more: Any) -> Encounter:
    """Record a contact about the person's pathway."""
    reader = more.pop("reader", work.at.worker)
    id_ = more.pop("id", new_id())
    values = {
        "on": yesterday(), "office": "ที่ว่าการอำเภอสมมติ", "outcome": "not_received",
        "said": "หัวหน้าไม่อยู่ รับไม่ได้", "codes": ["R1"], "track_id": work.track.id,
        **more,
    }  # fmt: skip
    return encounters.record(
        reader=reader, family_id=work.family.id, values=values, id=id_
    )


def attempts(work: Work) -> list[dict[str, Any]]:
    """Return the petitions that are told of the person and count."""
    rows = Fact.rows.filter(person=work.person, withdrawn_at=None)
    return [row.value[0] for row in rows.order_by("made_at") if row.path == "attempts"]


def clocks(work: Work, row: Encounter) -> dict[str, Any]:
    shown = selectors.one(work.at.worker, row.id)
    return {clock["id"]: clock for clock in shown.clocks}


def test_the_list_of_codes_is_whole() -> None:
    assert list(REFUSALS) == [f"R{n}" for n in range(1, 21)]
    assert set(ATTEMPTS) | LETTER <= set(OUTCOMES)
    for words in (*REFUSALS.values(), *OUTCOMES.values()):
        assert words["th"]
        assert words["en"].isascii() or "“" in words["en"] or "’" in words["en"]


def test_a_contact_is_recorded_once(work: Work) -> None:
    id_ = new_id()
    assert told(work, id=id_).id == told(work, id=id_).id == id_
    assert Encounter.rows.count() == 1
    assert len(attempts(work)) == 1


def test_an_oral_refusal_starts_the_clocks_and_offers_a_letter(work: Work) -> None:
    row = told(work)
    shown = selectors.one(work.at.worker, row.id)
    assert shown.letter
    assert {"DEMAND", "ACA-52"} <= set(clocks(work, row))
    answer = assessing.assess(reader=work.at.worker, family_id=work.family.id)
    assert answer is not None
    view = families.family(work.at.worker, work.family.id)
    assert any(fact.path == "attempts" for fact in view.facts or ())


def test_the_letter_that_was_taken_starts_the_ninety_days(work: Work) -> None:
    told(work, on=yesterday() - timedelta(days=3))
    row = told(work, outcome="letter_in", codes=[])
    (petition,) = attempts(work)
    assert petition["result"] == "not_received"
    assert petition["demanded"] == yesterday().isoformat()
    found = clocks(work, row)
    due = yesterday() + timedelta(days=90)
    assert found["ACA-49-ANSWER"]["due"] == due.isoformat()
    assert found["ACA-49-ANSWER"]["verified"] in ("seen", "partly")


def test_one_petition_received_and_then_refused_stays_one(work: Work) -> None:
    filed = yesterday() - timedelta(days=30)
    told(work, on=filed, outcome="received", codes=[])
    row = told(work, outcome="refused", codes=["R5"])
    (petition,) = attempts(work)
    assert petition["on"] == filed.isoformat()
    assert petition["notified"] == yesterday().isoformat()
    assert any(clock["due"] for clock in clocks(work, row).values())
    assert selectors.one(work.at.worker, row.id).letter is False


def test_a_contact_taken_back_stops_its_clocks_and_starts_the_earlier(
    work: Work,
) -> None:
    filed = yesterday() - timedelta(days=30)
    first = told(work, on=filed, outcome="received", codes=[])
    wrong = told(work, outcome="refused", codes=["R5"])
    with pytest.raises(ConflictError):
        encounters.take_back(
            reader=work.at.worker, encounter_id=wrong.id, version=wrong.version + 1
        )
    for _ in range(2):
        encounters.take_back(
            reader=work.at.worker, encounter_id=wrong.id, version=wrong.version
        )
    (petition,) = attempts(work)
    assert (petition["result"], petition["on"]) == ("received", filed.isoformat())
    assert clocks(work, wrong) == {}
    again = told(work, outcome="refused", codes=["R5"])
    (petition,) = attempts(work)
    assert petition["result"] == "refused"
    assert clocks(work, again)
    assert selectors.one(work.at.worker, first.id).withdrawn_at is None
    shown = selectors.one(work.at.worker, wrong.id)
    assert shown.withdrawn_at
    assert not shown.letter


def test_a_contact_about_no_pathway_tells_no_petition(work: Work) -> None:
    row = told(work, track_id=None, person_id=work.other.id)
    assert row.fact_id is None
    assert row.key == work.other.key
    assert clocks(work, row) == {}
    whole = told(work, track_id=None, outcome="told", codes=[])
    assert whole.person_id is None
    assert whole.key == work.family.key


def test_names_of_officers_and_money_are_for_supervisors(work: Work) -> None:
    row = told(
        work, officer_name="นายสมมติ เจ้าหน้าที่", money_amount="4,000",
        money_by="ผู้ช่วยสมมติ", money_words="ค่าน้ำชา", codes=["R15"],
    )  # fmt: skip
    seen = selectors.one(work.at.worker, row.id)
    assert (seen.officer, seen.money, seen.apart) == (None, None, True)
    before = Entry.objects.filter(action="encounter.apart_view").count()
    head = selectors.one(work.at.supervisor, row.id)
    assert head.officer == "นายสมมติ เจ้าหน้าที่"
    assert head.money == {
        "amount": "4,000", "by": "ผู้ช่วยสมมติ", "words": "ค่าน้ำชา",
    }  # fmt: skip
    assert Entry.objects.filter(action="encounter.apart_view").count() > before


def test_nothing_is_kept_apart_where_nothing_was_told(work: Work) -> None:
    row = told(work)
    assert not OfficerName.rows.exists()
    assert not MoneyAsked.rows.exists()
    assert selectors.one(work.at.worker, row.id).apart is False


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"on": None}, "on"),
        ({"office": " "}, "office"),
        ({"outcome": "burnt"}, "outcome"),
        ({"codes": ["R21"]}, "codes"),
        ({"track_id": None, "person_id": uuid.uuid4()}, "about"),
        ({"said": "ก" * 5000}, "said"),
        ({"channel": "pigeon"}, "channel"),
    ],
)
def test_what_cannot_be_kept_says_where_and_why(
    work: Work, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(UnusableValueError) as refused:
        told(work, **values)
    assert refused.value.field == field
    assert refused.value.text["th"]
    assert not Encounter.rows.exists()


def test_a_day_to_come_is_refused(work: Work) -> None:
    today = yesterday() + timedelta(days=1)
    assert told(work, on=today).on == today.isoformat()
    with pytest.raises(UnusableValueError, match="on"):
        told(work, on=today + timedelta(days=1))


def test_strangers_and_stewards_see_no_contact(work: Work) -> None:
    row = told(work)
    for reader in (work.at.stranger, work.at.steward):
        with pytest.raises(NotVisibleError):
            selectors.one(reader, row.id)
        with pytest.raises(NotVisibleError):
            selectors.letter(reader, row.id)
    with pytest.raises(NotVisibleError):
        told(work, reader=work.at.stranger)


def test_the_letter_cites_only_what_was_checked(work: Work) -> None:
    letter = selectors.letter(work.at.worker, told(work).id)
    assert letter.petitioner == "หมี่จู สมมติ"
    assert letter.filer == "อาโล สมมติ"
    assert {one.id for one in letter.cited} == {"apa/39-1", "apa/37", "aca/49"}
    assert [one.id for one in letter.unchecked] == ["lfa-2558/7-10"]
    assert {one.id for one in letter.doubts} == {"apa/39-1"}
    assert all(one.checked.verified != "unverified" for one in letter.cited)
    assert set(pack().provisions) >= {one.id for one in letter.cited}


def test_no_letter_where_there_is_paper(work: Work) -> None:
    row = told(work, outcome="received", codes=[])
    with pytest.raises(NotVisibleError):
        selectors.letter(work.at.worker, row.id)


def test_erasing_a_person_takes_what_was_said_about_them(work: Work) -> None:
    told(work, officer_name="นายสมมติ", money_amount="100")
    kept = told(work, track_id=None, outcome="told", codes=[])
    erasing.erase_person(
        reader=work.at.supervisor, person_id=work.person.id, reason="asked"
    )
    assert [row.id for row in Encounter.rows.all()] == [kept.id]
    assert not OfficerName.rows.exists()
    assert not MoneyAsked.rows.exists()


def test_erasing_a_family_takes_cases_and_contacts(work: Work) -> None:
    from sathana.casework.models import Case, CaseMove

    told(work)
    erasing.erase_family(
        reader=work.at.supervisor, family_id=work.family.id, reason="asked"
    )
    for model in (Case, CaseMove, Encounter):
        assert not model.rows.exists()

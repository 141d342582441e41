"""The evidence plan of a case: services, pages, roles; nothing happens silently."""

from __future__ import annotations

import re
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests import worlds
from tests.casework.conftest import Work
from tests.registry.house import new_id, yesterday

from sathana.accounts.models import Account
from sathana.audit.models import Entry
from sathana.casework.models import DnaTest, PaperRequest, Settlement, Witness
from sathana.casework.selectors import plan as selectors
from sathana.casework.services import plan as services
from sathana.casework.services import tracks
from sathana.protection import keys
from sathana.registry.errors import (
    ConflictError,
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.models import Evidence, Kinship
from sathana.registry.reader import Reader
from sathana.registry.services import assessing, facts, kin

pytestmark = pytest.mark.django_db
WORDS: dict[Any, dict[str, Any]] = {
    PaperRequest: {"paper": "DELIVERY-CERTIFICATE", "holder": "โรงพยาบาลสมมติ"},
    Witness: {"name": "พยานสมมติ", "about": "เห็นตอนเกิด"},
    DnaTest: {},
    Settlement: {"path": "born.date", "seen": "0" * 32, "right": "1990"},
}


def add(work: Work, kind: Any, **more: Any) -> Any:
    values = {"person_id": work.person.id, **WORDS[kind]}
    if kind is DnaTest:
        values["other_id"] = work.other.id
    options = {
        name: more.pop(name) for name in ("reader", "id") if name in more
    }  # fmt: skip
    return services.add(
        **{"reader": work.at.worker, **options}, kind=kind, case_id=work.case.id,
        values={**values, **more},
    )  # fmt: skip


def change(work: Work, row: Any, version: int = 1, **more: Any) -> Any:
    values = {**WORDS[type(row)], "other_id": work.other.id, **more}
    return services.change(
        reader=work.at.worker, kind=type(row), row_id=row.id, version=version,
        values=values,
    )  # fmt: skip


def paper(work: Work, kind: str = "DNA report") -> Evidence:
    return worlds.paper(work.family, work.person, kind=kind)


def plan(work: Work, reader: Reader | None = None) -> Any:
    return selectors.one(reader or work.at.worker, work.case.id)


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_each_kind_is_kept_under_the_persons_key_and_told(
    work: Work, kind: Any
) -> None:
    row = add(work, kind)
    assert row.key == work.person.key
    assert Entry.objects.order_by("-seq")[0].action.startswith("plan.")
    row = kind.rows.get(id=row.id)
    assert row.version == 1


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_sent_twice_is_one_row(work: Work, kind: Any) -> None:
    form = new_id()
    assert add(work, kind, id=form).id == add(work, kind, id=form).id == form
    assert kind.rows.count() == 1


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_two_at_once_are_a_conflict(work: Work, kind: Any) -> None:
    row = add(work, kind)
    field = {Witness: "available", Settlement: "notes"}.get(kind, "notes")
    change(work, row, **{field: "หนึ่ง"})
    with pytest.raises(ConflictError):
        change(work, row, **{field: "สอง"})


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_strangers_and_stewards_add_nothing(work: Work, kind: Any) -> None:
    with pytest.raises(NotVisibleError):
        add(work, kind, reader=work.at.stranger)
    with pytest.raises((NotVisibleError, NotAllowedError)):
        add(work, kind, reader=work.at.steward)


def test_a_request_is_overdue_the_day_after(work: Work) -> None:
    today = yesterday() + timedelta(days=1)
    add(work, PaperRequest, due=today)
    assert not plan(work).requests[0].overdue
    row = add(work, PaperRequest, due=yesterday())
    shown = {one.id: one for one in plan(work).requests}
    assert shown[row.id].overdue
    assert shown[row.id].owner
    change(work, row, due=yesterday(), state="not_found")
    assert not {one.id: one for one in plan(work).requests}[row.id].overdue


def test_a_paper_that_came_is_linked_and_its_state_agrees(work: Work) -> None:
    row, came = add(work, PaperRequest), paper(work)
    with pytest.raises(UnusableValueError):
        change(work, row, evidence_id=came.id)
    change(work, row, evidence_id=came.id, state="received")
    assert plan(work).requests[0].evidence_id == came.id
    with pytest.raises(UnusableValueError):
        change(work, row, version=2, evidence_id=new_id(), state="received")


def test_a_witness_is_of_the_family_or_from_outside(work: Work) -> None:
    for wrong in (
        {"name": ""},
        {"witness_id": work.other.id},
        {"name": "", "witness_id": work.person.id},
        {"state": "stated"},
    ):
        with pytest.raises(UnusableValueError):
            add(work, Witness, **wrong)
    add(work, Witness, name="", witness_id=work.other.id, kin="no")
    shown = plan(work).witnesses[0]
    assert shown.inside
    held = {one.id: one.holds.value for one in shown.checks}
    assert held["kin"] == "no"
    assert shown.verdict == "unknown"


def test_a_witness_is_unreadable_once_the_person_is_forgotten(work: Work) -> None:
    row = add(work, Witness)
    keys.forget_all()
    stored = Witness.rows.filter(id=row.id).values_list("name", flat=True)[0]
    assert "พยานสมมติ" not in str(stored)


def test_a_result_is_told_to_kinship_only_when_asked(work: Work) -> None:
    bond = kin.relate(
        reader=work.at.worker, person_id=work.person.id, parent_id=work.other.id,
        role="father",
    )  # fmt: skip
    row, report = add(work, DnaTest, letter_on=yesterday()), paper(work)
    assert plan(work).tests[0].offers == ()
    change(work, row, result="confirmed", evidence_id=report.id)
    assert proof(bond) == "none"
    offer = plan(work).tests[0].offers[0]
    assert (offer.proof, offer.kinship_id) == ("dna", bond.id)
    services.tell_kinship(
        reader=work.at.worker, test_id=row.id, kinship_id=bond.id, version=1
    )
    assert proof(bond) == "dna"
    assert Kinship.rows.get(id=bond.id).source_id == report.id
    shown = plan(work).tests[0]
    assert shown.offers == ()
    assert shown.told_at


def proof(bond: Kinship) -> str:
    from sathana.registry import inside

    row = Kinship.rows.get(id=bond.id)
    inside.unlock([row])
    found: str = row.proof
    return found


def test_an_exclusion_makes_a_kinship_disputed_and_takes_nothing_away(
    work: Work,
) -> None:
    bond = kin.relate(
        reader=work.at.worker, person_id=work.person.id, parent_id=work.other.id,
        role="father",
    )  # fmt: skip
    row = add(work, DnaTest, result="excluded")
    services.tell_kinship(
        reader=work.at.worker, test_id=row.id, kinship_id=bond.id, version=1
    )
    assert proof(bond) == "disputed"


def test_a_kinship_that_moved_on_or_of_others_is_not_told(work: Work) -> None:
    bond = kin.relate(
        reader=work.at.worker, person_id=work.person.id, parent_id=work.other.id,
        role="father",
    )  # fmt: skip
    row = add(work, DnaTest)
    with pytest.raises(UnusableValueError):
        services.tell_kinship(
            reader=work.at.worker, test_id=row.id, kinship_id=bond.id, version=1
        )
    change(work, row, result="confirmed")
    with pytest.raises(ConflictError):
        services.tell_kinship(
            reader=work.at.worker, test_id=row.id, kinship_id=bond.id, version=7
        )
    third = work.at.person(work.family, "คนที่สาม สมมติ")
    other = kin.relate(
        reader=work.at.worker, person_id=work.person.id, parent_id=third.id,
        role="mother",
    )  # fmt: skip
    with pytest.raises(UnusableValueError):
        services.tell_kinship(
            reader=work.at.worker, test_id=row.id, kinship_id=other.id, version=1
        )
    assert proof(bond) == "none"


def differ(work: Work) -> None:
    for value, who in (("1990-05-01", "แม่"), ("1992-05-01", "ครู")):
        facts.tell(
            reader=work.at.worker, person_id=work.person.id, path="born.date",
            value=value, said_by=who,
        )  # fmt: skip


def test_a_difference_is_settled_by_a_paper_and_opens_again(work: Work) -> None:
    differ(work)
    found = plan(work).differences[0]
    assert found.settled is None
    by = paper(work, "birth certificate")
    client = browser(work.at.worker)
    address = reverse("case-settle", args=[work.case.id]) + f"?seen={found.seen}"
    assert client.get(address).status_code == 200
    told = typed(right="1990-05-01", evidence_id=str(by.id), pathway="CO-1")
    assert client.post(address, told).status_code == 302
    assert client.post(address, told).status_code == 302
    assert Settlement.rows.count() == 1
    kept = plan(work).differences[0].settled
    assert (kept.right, kept.evidence_id, kept.pathway) == ("1990-05-01", by.id, "CO-1")
    facts.tell(
        reader=work.at.worker, person_id=work.person.id, path="born.date",
        value="1993-05-01", said_by="ปู่",
    )  # fmt: skip
    again = plan(work).differences[0]
    assert (again.settled, again.stale) == (None, True)


def test_the_correction_procedures_come_from_the_law_pack(work: Work) -> None:
    told = plan(work).corrections
    assert {one for how in told for one in how.pathways} >= {"CO-1", "CO-1-NAT"}


def test_gaps_are_those_of_the_chosen_pathway(work: Work) -> None:
    assert not plan(work).assessed
    kin.relate(
        reader=work.at.worker, person_id=work.person.id, parent_id=work.other.id,
        role="mother",
    )  # fmt: skip
    track = work.track
    tracks.change_track(
        reader=work.at.worker, track_id=track.id, version=track.version,
        values={"pathway": "HR-5", "filed_by": "self"},
    )  # fmt: skip
    assessing.assess(reader=work.at.worker, family_id=work.family.id)
    shown = plan(work)
    assert shown.assessed
    assert shown.gaps
    assert all("หมี่จู สมมติ" in gap.wants for gap in shown.gaps)
    assert any(gap.helps for gap in shown.gaps)
    sure = [way for gap in shown.gaps for way in gap.papers if way.id == "ID-CARD"]
    assert all((way.costs, way.time, way.risk) == ((), None, None) for way in sure)
    text = browser(work.at.worker).get(page(work)).content.decode()
    assert "ไม่รู้" in text
    gap = next(one for one in shown.gaps if one.papers and one.person_id)
    add(
        work, PaperRequest, person_id=gap.person_id, paper=gap.papers[0].id,
        path=gap.path,
    )  # fmt: skip
    same = [one for one in plan(work).gaps if one.text == gap.text]
    assert same[0].papers[0].asked == "asked"


# --- pages ----------------------------------------------------------------------------


def browser(reader: Reader) -> Client:
    return worlds.strong_client(Account.objects.get(id=reader.actor.id))


def typed(**more: Any) -> dict[str, Any]:
    return {"id": str(uuid.uuid4()), **more}


def page(work: Work) -> str:
    return reverse("case-plan", args=[work.case.id])


def addresses(work: Work) -> list[str]:
    rows = {kind: add(work, kind) for kind in (PaperRequest, Witness, DnaTest)}
    new = [f"case-{one}-new" for one in ("request", "witness", "dna")]
    return [
        page(work),
        *(reverse(name, args=[work.case.id]) for name in new),
        reverse("case-request", args=[rows[PaperRequest].id]),
        reverse("case-witness", args=[rows[Witness].id]),
        reverse("case-dna", args=[rows[DnaTest].id]),
    ]


def test_every_page_is_there_in_both_languages(work: Work) -> None:
    client = browser(work.at.worker)
    differ(work)
    for address in addresses(work):
        for language in ("", "/en"):
            answer = client.get(language + address)
            text = answer.content.decode()
            assert answer.status_code == 200, address
            assert text.count("button--primary") <= 1, address
            assert "style=" not in text
            assert len(re.findall(r"<h1", text)) == 1


def test_the_case_leads_to_its_plan(work: Work) -> None:
    text = browser(work.at.worker).get(
        reverse("case-page", args=[work.case.id])
    )  # fmt: skip
    assert f'href="{page(work)}"' in text.content.decode()


def test_others_find_no_plan(work: Work) -> None:
    found = addresses(work)
    for reader in (work.at.stranger, work.at.steward):
        client = browser(reader)
        assert {client.get(one).status_code for one in found} == {404}


def test_by_forms_alone_and_nothing_typed_is_lost(work: Work) -> None:
    client = browser(work.at.worker)
    address = reverse("case-witness-new", args=[work.case.id])
    told = typed(
        person_id=str(work.person.id), name="", role="witness", thai="yes",
        saw="self", kin="no", interest="unknown", state="asked",
        statement="เห็นตอนเกิดด้วยตนเอง", **{"born-year": "2493"},
    )  # fmt: skip
    answer = client.post(address, told)
    assert answer.status_code == 422
    assert "เห็นตอนเกิดด้วยตนเอง" in answer.content.decode()
    told["name"] = "ยายสมมติ"
    assert client.post(address, told).status_code == 302
    assert client.post(address, told).status_code == 302
    assert Witness.rows.count() == 1
    shown = plan(work).witnesses[0]
    edit = reverse("case-witness", args=[shown.id])
    assert "ยายสมมติ" in client.get(edit).content.decode()
    later = {**told, "version": 1, "state": "agreed", "id": ""}
    assert client.post(edit, later).status_code == 302
    clash = client.post(edit, {**later, "name": "คนอื่นสมมติ"})
    assert clash.status_code == 409
    assert "คนอื่นสมมติ" in clash.content.decode()


def test_a_request_and_a_test_by_forms(work: Work) -> None:
    client = browser(work.at.worker)
    asked = typed(
        person_id=str(work.person.id), paper="SCHOOL-REGISTER", holder="โรงเรียนสมมติ",
        asked_on="2026-01-05", due="2026-01-20", state="asked", path="born.date",
    )  # fmt: skip
    new = reverse("case-request-new", args=[work.case.id])
    start = client.get(f"{new}?paper=SCHOOL-REGISTER&path=born.date").content.decode()
    assert 'value="SCHOOL-REGISTER" selected' in start
    for name in ("person_id", "paper", "path"):
        assert start.count(f'name="{name}"') == 1
    assert client.post(new, asked).status_code == 302
    row = PaperRequest.rows.get()
    edit = reverse("case-request", args=[row.id])
    assert 'value="2026-01-20"' in client.get(edit).content.decode()
    answer = client.post(edit, {**asked, "version": 1, "id": "", "state": "refused"})
    assert answer.status_code == 302
    assert PaperRequest.rows.get().state == "refused"
    dna = reverse("case-dna-new", args=[work.case.id])
    told = typed(
        person_id=str(work.person.id), other_id=str(work.other.id), result="none",
        letter_on="2026-01-31", appointment="2026-05-01",
    )  # fmt: skip
    assert client.post(dna, told).status_code == 302
    assert plan(work).tests[0].letter_ends == date(2026, 4, 30)


def test_a_closed_case_takes_nothing_more(work: Work) -> None:
    from sathana.casework.services import cases

    row = add(work, PaperRequest)
    cases.close_case(
        reader=work.at.worker, case_id=work.case.id, version=1, reason="จบแล้ว"
    )
    with pytest.raises(UnusableValueError):
        add(work, PaperRequest)
    with pytest.raises(UnusableValueError):
        change(work, row, state="refused")

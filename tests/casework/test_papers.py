"""Packs of papers of a stored case: made, checked, signed off, taken along."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image
from tests import worlds
from tests.casework.conftest import TO_READY, Work
from tests.documents.packmaking import pages, squeezed
from tests.registry.house import consent, house, new_id, yesterday

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.casework.models import CasePathway, PackComment, PaperPack, Witness
from sathana.casework.packmaking import Choices
from sathana.casework.selectors import binders, supervision
from sathana.casework.selectors import papers as selectors
from sathana.casework.services import cases, encounters, papers, plan, tracks
from sathana.notices import telling
from sathana.registry.errors import (
    ConflictError,
    ConsentMissingError,
    NotAllowedError,
    NotVisibleError,
    StepUpError,
    UnusableValueError,
)
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.services import erasing, evidence, facts

pytestmark = pytest.mark.django_db
PURPOSES = ("record", "assess", "file")


@pytest.fixture(autouse=True)
def _in_thai() -> Any:
    with translation.override("th"):
        yield


@pytest.fixture
def work(db: None) -> Work:
    """A case over a mother and her child, in which the child takes section 23."""
    return stored()


def stored() -> Work:
    """Make the case of these tests."""
    at = house()
    family = at.family(consent=consent(purposes=PURPOSES))
    child, mother = (at.person(family, name) for name in ("หมี่จู สมมติ", "อาโล สมมติ"))
    case = cases.open_case(reader=at.worker, family_id=family.id, title="ยื่นขอสัญชาติ")
    track = tracks.add_track(
        reader=at.worker, case_id=case.id, person_id=child.id,
        values={"pathway": "S23", "filed_by": "parent", "filer_id": mother.id},
    )  # fmt: skip
    return Work(at, family, child, mother, case, track)


def make(work: Work, reader: Reader | None = None, **choices: Any) -> PaperPack:
    chosen = Choices(**{"digits": "arabic", "filed_by": "อาโล สมมติ", **choices})
    return papers.make_pack(
        reader=reader or work.at.worker, track_id=work.track.id, choices=chosen
    )


def step(work: Work, pack: PaperPack, does: str, text: str = "", **more: Any) -> None:
    now = PaperPack.rows.get(id=pack.id)
    options = {"reader": work.at.supervisor, "version": now.version, **more}
    papers.step(pack_id=pack.id, does=does, text=text, **options)


def signed(work: Work) -> PaperPack:
    pack = make(work)
    step(work, pack, "hand_up", reader=work.at.worker)
    step(work, pack, "approve")
    return PaperPack.rows.get(id=pack.id)


def taken(work: Work, pack: PaperPack, paper: str = "all", kind: str = "pdf") -> bytes:
    served = selectors.file_of(work.at.worker, pack.id, paper, kind)
    assert served is not None
    return served.data


def contact(work: Work, **more: Any) -> None:
    values = {
        "on": yesterday(), "office": "ที่ว่าการอำเภอสมมติ", "outcome": "not_received",
        "codes": ["R1", "R15"], "said": "ให้รอคนใหม่มา", "companions": "ครูสมมติ",
        "track_id": work.track.id, "officer_name": "นายเจ้าหน้าที่ ลับ",
        "money_amount": "98765", **more,
    }  # fmt: skip
    encounters.record(reader=work.at.worker, family_id=work.family.id, values=values)


def picture() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((320, 200), 90).convert("RGB").save(out, "JPEG")
    return out.getvalue()


# --- making ---------------------------------------------------------------------------


def test_a_pack_holds_what_was_told_and_says_that_it_is_a_draft(work: Work) -> None:
    pack = make(work)
    read = pages(taken(work, pack))
    assert "หมี่จูสมมติ" in read.body
    assert "อาโลสมมติ" in read.body
    assert not read.outside
    assert all("ฉบับร่าง" in page for page in read.whole)
    shown = selectors.one(work.at.worker, pack.id)
    assert shown.papers
    assert shown.facts_hash in read.whole[0]
    assert shown.changes == ()


def test_the_same_pack_gives_the_same_bytes_whatever_is_told_later(work: Work) -> None:
    pack = make(work)
    before = taken(work, pack, "01-petition")
    facts.tell(
        reader=work.at.worker, person_id=work.person.id,
        path="born.place", value="ตำบลสมมติใหม่",
    )  # fmt: skip
    assert taken(work, pack, "01-petition") == before
    changes = selectors.one(work.at.worker, pack.id).changes
    assert changes
    assert any("ตำบลสมมติใหม่" in one["th"] for one in changes)


def test_contacts_go_in_and_officers_and_money_never(work: Work) -> None:
    contact(work)
    pack = make(work)
    found = {
        one.name: pages(taken(work, pack, one.name)).body
        for one in selectors.one(work.at.worker, pack.id).papers or ()
    }
    whole = "".join(found.values())
    for ending in ("chronology", "complaint"):
        text = next(body for name, body in found.items() if name.endswith(ending))
        assert squeezed("ให้รอคนใหม่มา") in text
        assert squeezed("ที่ว่าการอำเภอสมมติ") in text
    chronology = next(body for name, body in found.items() if "chronology" in name)
    assert "เรียกเงิน" not in chronology
    assert "ครูสมมติ" in whole
    receipt = next(body for name, body in found.items() if name.endswith("receipt"))
    assert squeezed("ก่อนหน้านี้ได้มาติดต่อ") in receipt
    for secret in ("นายเจ้าหน้าที่ลับ", "98765"):
        assert secret not in whole


def test_witnesses_who_agreed_go_in_and_what_they_would_gain_never(work: Work) -> None:
    said = {"about": "เห็นตอนเกิด", "conflict": "จะได้ที่ดินลับ", "person_id": work.person.id}
    for name, state in (
        ("ยายดวง", "agreed"),
        ("ลุงถอน", "withdrawn"),
        ("ป้ารอ", "asked"),
    ):
        plan.add(
            reader=work.at.worker, kind=Witness, case_id=work.case.id,
            values={**said, "name": name, "state": state, "statement": "ร่างลับ"},
        )  # fmt: skip
    mother = {**said, "witness_id": work.other.id, "state": "agreed", "saw": "told"}
    plan.add(reader=work.at.worker, kind=Witness, case_id=work.case.id, values=mother)
    pack = make(work)
    found = {
        one.name: pages(taken(work, pack, one.name)).body
        for one in selectors.one(work.at.worker, pack.id).papers or ()
    }
    statement = next(body for name, body in found.items() if name.endswith("witness"))
    listed = next(body for name, body in found.items() if name.endswith("evidence"))
    for body in (statement, listed):
        assert squeezed("ยายดวง") in body
    assert squeezed("เห็นตอนเกิด (มีคนเล่าให้ฟัง)") in listed
    for absent in ("ลุงถอน", "ป้ารอ", "จะได้ที่ดินลับ", "ร่างลับ"):
        assert squeezed(absent) not in "".join(found.values())


def test_a_contact_recorded_later_makes_the_pack_outdated(work: Work) -> None:
    pack = make(work)
    contact(work)
    changes = selectors.one(work.at.worker, pack.id).changes or ()
    assert any("การติดต่อ" in one["th"] for one in changes)


def test_stored_papers_stand_in_the_exhibits_as_cleaned_copies(work: Work) -> None:
    evidence.attach(
        reader=work.at.worker, family_id=work.family.id, upload=picture(),
        file_name="หลักฐาน.jpg",
        values={"kind": "BIRTH-CERTIFICATE", "issuer": "อำเภอสมมติ", "number": "7/2540"},
    )  # fmt: skip
    pack = make(work)
    shown = selectors.one(work.at.worker, pack.id)
    assert shown.pictures == 1
    name = next(p.name for p in shown.papers or () if p.name.endswith("exhibits"))
    import pypdfium2

    document = pypdfium2.PdfDocument(taken(work, pack, name))
    kinds = [one.type for page in document for one in page.get_objects(max_depth=8)]
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds


def test_a_zip_holds_every_paper_and_the_four_for_word(work: Work) -> None:
    pack = make(work)
    with zipfile.ZipFile(io.BytesIO(taken(work, pack, kind="zip"))) as bundle:
        names = [name.split("/")[1] for name in bundle.namelist()]
    papers_ = selectors.one(work.at.worker, pack.id).papers or ()
    assert {f"{one.name}.pdf" for one in papers_} <= set(names)
    words = {name.split("-", 1)[1] for name in names if name.endswith(".docx")}
    assert words >= {"petition.docx", "witness.docx", "complaint.docx"}
    assert not any("หมี่จู" in name for name in names)


def test_what_may_harm_is_left_out_unless_it_is_chosen(work: Work) -> None:
    facts.tell(
        reader=work.at.worker, person_id=work.person.id,
        path="conduct", value="bad",
    )  # fmt: skip
    offered = dict(selectors.making(work.at.worker, work.track.id).kept_back)
    assert "conduct" in offered
    said = f"{squeezed(offered['conduct']['th'])}ของ"
    assert said not in pages(taken(work, make(work))).body
    assert said in pages(taken(work, make(work, tell=("conduct",)))).body


def test_a_passport_of_another_state_stays_out_with_what_it_shows(work: Work) -> None:
    evidence.attach(
        reader=work.at.worker, family_id=work.family.id,
        values={"kind": "PASSPORT", "issuer": "รัฐสมมติ", "number": "ZZ7777"},
    )  # fmt: skip
    assert "ZZ7777" not in pages(taken(work, make(work))).body
    told = make(work, tell=("foreign_documents",))
    assert "ZZ7777" in pages(taken(work, told)).body


@pytest.mark.parametrize("name", ["محمد", "नाम", "สมมติ 🙂"])
def test_letters_no_font_has_are_refused_with_letter_and_field(
    work: Work, name: str
) -> None:
    work.at.person(work.family, "ไม่เกี่ยว")
    with pytest.raises(UnusableValueError) as refused:
        make(work, filed_by=name)
    assert "U+" in refused.value.text["th"]
    assert "ผู้ยื่นแทน" in refused.value.text["th"]
    assert "who files" in refused.value.text["en"]
    assert not PaperPack.rows.exists()


def test_nothing_is_made_without_consent_pathway_or_a_right_to(work: Work) -> None:
    with pytest.raises(NotVisibleError):
        make(work, work.at.stranger)
    with pytest.raises(NotVisibleError):
        selectors.making(work.at.steward, work.track.id)
    bare = tracks.add_track(
        reader=work.at.worker, case_id=work.case.id, person_id=work.other.id, values={}
    )
    with pytest.raises(UnusableValueError, match="pathway"):
        papers.make_pack(
            reader=work.at.worker, track_id=bare.id, choices=Choices("thai")
        )
    family = work.at.family("ไม่ยินยอมให้ยื่น")
    person = work.at.person(family, "สมมติ")
    case = cases.open_case(reader=work.at.worker, family_id=family.id, title="อื่น")
    track = tracks.add_track(
        reader=work.at.worker, case_id=case.id, person_id=person.id,
        values={"pathway": "S23"},
    )  # fmt: skip
    with pytest.raises(ConsentMissingError):
        papers.make_pack(
            reader=work.at.worker, track_id=track.id, choices=Choices("thai")
        )


def test_the_same_form_twice_makes_one_pack(work: Work) -> None:
    one = new_id()
    for _ in (1, 2):
        papers.make_pack(
            reader=work.at.worker,
            track_id=work.track.id,
            choices=Choices("thai"),
            id=one,
        )
    assert PaperPack.rows.count() == 1


# --- supervision ----------------------------------------------------------------------


def test_signing_off_takes_the_mark_away_and_bears_name_and_day(work: Work) -> None:
    pack = signed(work)
    read = pages(taken(work, pack))
    chief = Account.objects.get(id=work.at.supervisor.actor.id).shown_name
    assert not any("ฉบับร่าง" in page for page in read.whole)
    assert all(f"ผู้รับรอง{squeezed(chief)}เมื่อ" in page for page in read.whole)


def test_whoever_must_look_is_told_and_never_by_name(work: Work) -> None:
    pack = make(work)
    step(work, pack, "hand_up", reader=work.at.worker)
    (notice,) = telling.of(work.at.supervisor.actor.id)
    assert notice.address == reverse("pathway-pack", args=[pack.id])
    assert "หมี่จู" not in notice.text["th"]
    assert telling.of(work.at.worker.actor.id) == []
    step(work, pack, "approve")
    assert len(telling.of(work.at.worker.actor.id)) == 1


def test_what_is_outdated_is_not_offered_to_be_signed_off(work: Work) -> None:
    pack = make(work)
    step(work, pack, "hand_up", reader=work.at.worker)
    offered = selectors.one(work.at.supervisor, pack.id).steps
    assert "approve" in {one.does for one in offered}
    contact(work)
    offered = selectors.one(work.at.supervisor, pack.id).steps
    assert {one.does for one in offered} == {"send_back", "note"}


def test_comments_stay_and_each_step_is_in_the_chain(work: Work) -> None:
    pack = make(work)
    step(work, pack, "hand_up", reader=work.at.worker)
    step(work, pack, "send_back", "ที่เกิดยังไม่ตรงกับสูติบัตร")
    step(work, pack, "note", "แก้แล้ว", reader=work.at.worker)
    step(work, pack, "hand_up", reader=work.at.worker)
    step(work, pack, "approve")
    shown = selectors.one(work.at.worker, pack.id)
    assert [one.text for one in shown.comments if one.text] == [
        "ที่เกิดยังไม่ตรงกับสูติบัตร", "แก้แล้ว",
    ]  # fmt: skip
    actions = set(Entry.objects.values_list("action", flat=True))
    assert {"papers.make", "papers.hand_up", "papers.send_back", "papers.approve"} <= (
        actions
    )


def test_only_a_supervisor_signs_off_or_sends_back(work: Work) -> None:
    pack = make(work)
    for does in ("approve", "send_back"):
        with pytest.raises(NotAllowedError):
            step(work, pack, does, "x", reader=work.at.worker)
    with pytest.raises(UnusableValueError, match="does"):
        step(work, pack, "send_back", "ยังไม่ได้ส่งมา")
    step(work, pack, "hand_up", reader=work.at.worker)
    with pytest.raises(UnusableValueError, match="text"):
        step(work, pack, "send_back")
    with pytest.raises(ConflictError):
        step(work, pack, "approve", version=1)


def test_what_is_outdated_is_not_signed_off(work: Work) -> None:
    pack = make(work)
    contact(work)
    with pytest.raises(UnusableValueError, match="does"):
        step(work, pack, "approve")
    assert PaperPack.rows.get(id=pack.id).state == "draft"


def test_a_supervisor_sees_what_waits_and_how_packs_fared(work: Work) -> None:
    pack = make(work)
    step(work, pack, "hand_up", reader=work.at.worker)
    page = supervision.of(work.at.supervisor)
    assert [one.id for one in page.waiting] == [pack.id]
    step(work, pack, "approve")
    work.walk(*TO_READY, "confirm_ready", "lodge")
    page = supervision.of(work.at.supervisor)
    assert not page.waiting
    (line,) = page.numbers
    assert (line.made, line.signed, line.lodged, line.accepted) == (1, 1, 1, 1)
    assert line.share == 100
    with pytest.raises(NotVisibleError):
        supervision.of(work.at.worker)


def test_not_taken_first_counts_as_not_taken_unless_it_is_taken_back(
    work: Work,
) -> None:
    make(work)
    work.walk(*TO_READY, "confirm_ready", "not_received", "lodge")
    (line,) = supervision.of(work.at.supervisor).numbers
    assert (line.lodged, line.accepted, line.refused) == (1, 0, 1)
    work.walk("take_back", "take_back", "lodge")
    (line,) = supervision.of(work.at.supervisor).numbers
    assert (line.lodged, line.accepted, line.refused) == (1, 1, 0)


# --- taking along ---------------------------------------------------------------------


def test_taking_along_needs_the_second_factor_and_is_written_down(work: Work) -> None:
    pack = make(work)
    account = Account.objects.get(id=work.at.worker.actor.id)
    stale = worlds.reader_of(account, fresh=False)
    for ask in (
        lambda reader: selectors.file_of(reader, pack.id, "all", "pdf"),
        lambda reader: binders.of_case(reader, work.case.id, "thai"),
    ):
        with pytest.raises(StepUpError):
            ask(stale)
    before = Entry.objects.filter(action="papers.export").count()
    taken(work, pack, "01-petition", "docx")
    assert Entry.objects.filter(action="papers.export").count() > before


def test_a_leader_drafts_and_does_not_take_along(work: Work) -> None:
    account = worlds.account(work.at.organisation, Role.LEADER, team=work.at.team)
    leader = worlds.reader_of(account)
    Family.rows.filter(id=work.family.id).update(made_by=account.id)
    pack = make(work, leader)
    with pytest.raises(NotAllowedError):
        selectors.file_of(leader, pack.id, "all", "pdf")
    step(work, pack, "hand_up", reader=leader)
    with pytest.raises(NotAllowedError):
        step(work, pack, "approve", reader=leader)


def test_the_binder_holds_everybody_and_what_happened(work: Work) -> None:
    contact(work)
    evidence.attach(
        reader=work.at.worker, family_id=work.family.id, upload=picture(),
        file_name="a.jpg",
        values={"kind": "BIRTH-CERTIFICATE", "number": "7/2540",
                "person_id": work.person.id},
    )  # fmt: skip
    read = pages(binders.of_case(work.at.worker, work.case.id, "arabic").data)
    assert not read.outside
    for words in ("สารบัญ", "หมี่จูสมมติ", "ผังเครือญาติ", "ให้รอคนใหม่มา", "เปิดกรณี", "7/2540"):
        assert squeezed(words) in read.body
    assert all(squeezed("ห้ามนำไปยื่น") in page for page in read.whole)
    assert "98765" not in read.body


def test_erasing_anybody_destroys_the_packs_in_which_they_stand(work: Work) -> None:
    pack = make(work)
    step(work, pack, "note", "ความเห็น")
    erasing.erase_person(
        reader=work.at.supervisor, person_id=work.other.id, reason="asked"
    )
    assert not PaperPack.rows.filter(id=pack.id).exists()
    assert not PackComment.rows.exists()
    assert CasePathway.rows.filter(id=work.track.id).exists()


# --- pages ----------------------------------------------------------------------------


def browser(reader: Reader) -> Client:
    return worlds.strong_client(Account.objects.get(id=reader.actor.id))


def test_pages_work_without_a_script_in_both_languages(work: Work) -> None:
    client = browser(work.at.worker)
    address = reverse("pathway-papers", args=[work.track.id])
    typed = {"id": str(new_id()), "digits": "thai", "filed_by": "อาโล สมมติ"}
    made = client.post(address, typed)
    pack = PaperPack.rows.get()
    assert made.headers["Location"] == reverse("pathway-pack", args=[pack.id])
    for page in (
        address,
        reverse("case-page", args=[work.case.id]),
        reverse("case-papers", args=[work.case.id]),
        reverse("pathway-pack", args=[pack.id]),
        reverse("pathway-pack-step", args=[pack.id]),
    ):
        for language in ("", "/en"):
            response = client.get(language + page)
            assert response.status_code == 200, page
            assert "หมี่จู สมมติ" in response.content.decode()
    step_ = reverse("pathway-pack-step", args=[pack.id])
    client.post(step_, {"id": str(new_id()), "version": 1, "does": "hand_up"})
    assert PaperPack.rows.get().state == "waiting"
    chief = browser(work.at.supervisor)
    assert str(pack.id) in chief.get(reverse("supervision")).content.decode()


def test_a_file_is_handed_out_as_an_attachment_that_tells_no_name(work: Work) -> None:
    pack, client = make(work), browser(work.at.worker)
    address = reverse("pathway-pack-file", args=[pack.id])
    assert client.get(address).status_code == 302
    response = client.get(address + "?paper=01-petition")
    assert response.content.startswith(b"%PDF")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "หมี่จู" not in response.headers["Content-Disposition"]
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert client.get(address + "?paper=99-nothing").status_code == 404
    assert client.get(address + "?paper=02-index&as=docx").status_code == 404

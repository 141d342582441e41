"""After an approval: steps, corrections, the decision as a fact, whom it helps."""

from __future__ import annotations

import io
import re
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image
from tests.casework.conftest import Work
from tests.casework.test_pages import browser
from tests.registry.house import House, house, new_id, yesterday

from sathana.audit.models import Entry
from sathana.casework import after_steps, days
from sathana.casework.models import AfterBefore, AfterStep, CasePathway, Encounter
from sathana.casework.selectors import after as selectors
from sathana.casework.selectors import calendars
from sathana.casework.services import after, cases, granting, tracks
from sathana.casework.states import State
from sathana.law.load import pack
from sathana.registry.errors import (
    ConflictError,
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.models import Fact
from sathana.registry.services import evidence, facts, kin
from sathana.text.id13 import check_digit

pytestmark = pytest.mark.django_db
NUMBER = "812340000012"
GOOD = f"{NUMBER}{check_digit(NUMBER)}"
TO_APPROVED = (
    *("screen", "map_family", "choose_path", "list_gaps", "collect", "settle"),
    *("confirm_ready", "lodge", "start_check", "approve"),
)


@pytest.fixture(autouse=True)
def _in_thai() -> Any:
    with translation.override("th"):
        yield


@dataclass
class Home(Work):
    """A mother who was approved, and her two children; one has no pathway yet."""

    sister: Any = None

    @property
    def now(self) -> CasePathway:
        return CasePathway.rows.get(id=self.track.id)

    def save(self, kind: str, state: str = "done", **more: Any) -> AfterStep:
        values = {"state": state, "on": yesterday(), **more}
        version = values.pop("version", 0)
        return after.save(
            reader=values.pop("reader", self.at.worker), track_id=self.track.id,
            kind=kind, version=version, values=values,
        )  # fmt: skip

    def confirm(self, **more: Any) -> AfterStep:
        values = {"kind": "nationality_entered", "on": "2026-11-02", "seen": True}
        return granting.confirm(
            reader=self.at.worker, track_id=self.track.id, values={**values, **more}
        )

    def view(self, reader: Any = None) -> Any:
        return selectors.one(reader or self.at.worker, self.track.id)


def make_home(pathway: str = "RG-2543", *, approved: bool = True) -> Home:
    at = house()
    family = at.family()
    mother, son, sister = (
        at.person(family, name) for name in ("นาแม สมมติ", "อาเจ สมมติ", "อาหมี่ สมมติ")
    )
    tell(at, mother, "born.date", "1980-05-01")
    tell(at, mother, "sex", "female")
    for child, born in ((son, "2008-03-01"), (sister, "2010-06-01")):
        tell(at, child, "born.date", born)
        kin.relate(
            reader=at.worker, person_id=child.id, parent_id=mother.id, role="mother"
        )
    for one in (mother, son, sister):
        tell(at, one, "born.country", "TH")
    case = cases.open_case(reader=at.worker, family_id=family.id, title="แม่กับลูกสองคน")
    track, _ = (
        tracks.add_track(
            reader=at.worker, case_id=case.id, person_id=one.id,
            values={"pathway": path, "filed_by": "self"},
        )
        for one, path in ((mother, pathway), (son, "ANN-2025"))
    )  # fmt: skip
    home = Home(at, family, mother, son, case, track, sister)
    if approved:
        home.walk(*TO_APPROVED)
    return home


def tell(at: House, person: Any, path: str, value: str) -> Fact:
    return facts.tell(reader=at.worker, person_id=person.id, path=path, value=value)


@pytest.fixture
def home(db: None) -> Home:
    return make_home()


def a_scan() -> bytes:
    """Return a small picture."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30), (190, 170, 140)).save(made, "PNG")
    return made.getvalue()


# --- what the law pack says -----------------------------------------------------------


def test_an_oath_is_asked_only_where_a_text_of_the_law_pack_has_one() -> None:
    with_oath = {one for one in pack().pathways if "oath" in after_steps.steps_of(one)}
    assert with_oath == {"S10", "S12-1", "S12-MINOR"}
    assert {one.id for one in map(after_steps.oath, with_oath) if one} == {"P7"}
    assert "na-2508/12" in pack().procedures["P7"].cites
    for one in with_oath:
        assert after_steps.steps_of(one)[0] == "oath"


def test_the_steps_follow_what_a_pathway_gives() -> None:
    assert after_steps.steps_of("ANN-2025") == ("entry", "photo", "card")
    assert after_steps.steps_of("PR-2024") == ("certificate", "entry")
    assert after_steps.steps_of("BR-3") == ("entry",)
    assert after_steps.steps_of("ID-THAI") == ("photo", "card")


def test_each_thing_said_of_a_step_names_its_procedure_and_its_mark() -> None:
    for pathway in pack().pathways:
        for kind in after_steps.steps_of(pathway):
            for text, procedure, cites, mark in after_steps.said(kind, pathway):
                assert text["th"]
                assert text["en"]
                assert procedure in pack().procedures
                assert cites
                assert mark in ("seen", "partly", "unverified")
    assert list(after_steps.said("card", "RG-2543"))


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2022-03-05", "young"),
        ("2019-11-27", "young"),  # seven tomorrow
        ("2019-11-26", "must"),
        ("1980", "must"),
        ("1956-06-01", "unknown"),  # seventy: the texts can be read in two ways
        ("1955-11-26", "old"),
        ("1950", "old"),
        ("unknown", "unknown"),
    ],
)
def test_the_ages_of_the_card(born: str, age: str) -> None:
    from sathana.registry.telling import told_of

    told = told_of("born.date", born, "P", {"P"}, set())
    assert after_steps.age_told(told, date(2026, 11, 26)) == age


def test_the_sixty_days_run_from_decision_and_from_entry() -> None:
    from sathana.registry.telling import told_of

    born, day = told_of("born.date", "1980", "P", {"P"}, set()), date(2026, 11, 26)
    rows = after_steps.clocks_from(born, ["2026-10-01", "2026-11-10"], day)
    assert [(row["from"], row["due"]) for row in rows] == [
        ("2026-10-01", "2026-11-30"),
        ("2026-11-10", "2027-01-11"),  # the sixtieth day is a Saturday
    ]
    assert after_steps.clocks_from(None, ["2026-10-01"], day) == []
    assert after_steps.clocks_from(born, ["", "unknown"], day) == []
    (stay,) = after_steps.clocks_from(None, ["2026-11-10"], day, residence=True)
    # The thirtieth day is Constitution Day.
    assert (stay["id"], stay["due"]) == ("IA-47", "2026-12-11")


def test_a_child_is_told_when_the_first_card_comes() -> None:
    from sathana.registry.telling import told_of

    born = told_of("born.date", "2022-03-05", "P", {"P"}, set())
    (row,) = after_steps.child_clocks(born, date(2026, 11, 26))
    assert (row["id"], row["from"], row["due"]) == ("IDC-7", "2029-03-05", "2029-05-04")


# --- steps ----------------------------------------------------------------------------


def test_nothing_is_recorded_before_an_approval() -> None:
    home = make_home(approved=False)
    with pytest.raises(UnusableValueError) as fault:
        home.save("entry")
    assert "อนุมัติ" in fault.value.text["th"]
    assert not AfterStep.rows.exists()
    view = home.view()
    assert not view.approved
    assert view.rights == ()


def test_a_step_keeps_what_was_told_and_fills_in_nothing(home: Home) -> None:
    row = home.save("entry", place="อำเภอสมมติ", number=GOOD)
    kept = AfterStep.rows.get(id=row.id)
    assert kept.number == "8-1234-00000-12-" + GOOD[-1]
    assert (kept.state, kept.on, kept.due) == ("done", yesterday().isoformat(), None)
    assert (kept.issued, kept.expires, kept.evidence_id) == ("", "", None)
    assert kept.key == home.person.key
    assert Entry.objects.filter(action="after.add").exists()
    shown = {step.kind: step for step in home.view().steps}
    assert shown["card"].state == "open"
    assert shown["card"].version == 0
    assert home.now.state == State.APPROVED


@pytest.mark.parametrize("typed", ["12345", "๑๒๓", "x" * 14, "ชื่อคน"])
def test_a_number_that_is_none_is_refused(home: Home, typed: str) -> None:
    with pytest.raises(UnusableValueError) as fault:
        home.save("entry", number=typed)
    assert fault.value.field == "number"


def test_a_wrong_check_digit_needs_somebody_who_says_that_it_stands_so(
    home: Home,
) -> None:
    wrong = GOOD[:-1] + str((int(GOOD[-1]) + 1) % 10)
    with pytest.raises(UnusableValueError) as fault:
        home.save("entry", number=wrong)
    assert GOOD[-1] in fault.value.text["th"]
    row = home.save("entry", number=wrong, odd=True)
    assert row.odd
    assert not home.save("entry", number=GOOD, odd=True, version=1, reason="อ่านผิด").odd


def test_a_day_that_has_not_come_is_planned_and_not_done(home: Home) -> None:
    later = yesterday() + timedelta(days=9)
    for state, on in (("done", later), ("done", None), ("planned", None)):
        with pytest.raises(UnusableValueError) as fault:
            home.save("photo", state, on=on)
        assert fault.value.field == "on"
    assert home.save("photo", "planned", on=later).due == later


def test_a_correction_of_what_was_done_says_why_and_keeps_the_old(home: Home) -> None:
    row = home.save("card", issued=date(2026, 11, 1), expires=date(2034, 10, 31))
    with pytest.raises(UnusableValueError) as fault:
        home.save("card", issued=date(2026, 11, 2), version=1)
    assert fault.value.field == "reason"
    home.save("card", issued=date(2026, 11, 2), version=1, reason="ดูบัตรใหม่อีกครั้ง")
    kept = AfterBefore.rows.get(step=row)
    assert kept.was == {"issued": "2026-11-01", "expires": "2034-10-31"}
    (card,) = [one for one in home.view().steps if one.kind == "card"]
    (before,) = card.before
    assert before.reason == "ดูบัตรใหม่อีกครั้ง"
    assert len(before.was) == 2


def test_a_card_does_not_end_before_it_was_issued(home: Home) -> None:
    with pytest.raises(UnusableValueError) as fault:
        home.save("card", issued=date(2026, 11, 2), expires=date(2026, 11, 2))
    assert fault.value.field == "expires"


def test_two_who_write_the_same_step_do_not_write_over_each_other(home: Home) -> None:
    home.save("photo", place="อำเภอหนึ่ง")
    assert home.save("photo", place="อำเภอหนึ่ง").version == 1  # sent twice
    with pytest.raises(ConflictError):
        home.save("photo", place="อำเภอสอง")
    assert AfterStep.rows.get().place == "อำเภอหนึ่ง"


def test_the_pathway_moves_along_only_when_asked(home: Home) -> None:
    home.save("entry")
    assert home.now.state == State.APPROVED
    home.save("entry", version=1, words="ถูกต้อง", reason="เพิ่มบันทึก", move=True)
    assert home.now.state == State.REGISTERED
    home.save("card", move=True)
    assert home.now.state == State.CARD


def test_what_was_taken_away_can_be_read_and_not_changed(home: Home) -> None:
    home.save("entry", number=GOOD)
    home.walk("suspend")
    with pytest.raises(UnusableValueError):
        home.save("card")
    view = home.view()
    assert view.lost
    assert not view.approved
    assert view.steps[0].number


def test_a_new_round_begins_with_nothing(home: Home) -> None:
    home.save("entry", number=GOOD)
    home.walk("revoke", "object", "win")
    assert home.now.state == State.APPROVED
    entry = home.view().steps[0]
    assert (entry.kind, entry.state, entry.number) == ("entry", "open", "")
    home.save("entry", place="ใหม่")
    assert AfterStep.rows.count() == 2


def test_a_stranger_finds_nothing_and_a_steward_may_not(home: Home) -> None:
    for reader, fault in (
        (home.at.stranger, NotVisibleError),
        (home.at.steward, (NotVisibleError, NotAllowedError)),
    ):
        with pytest.raises(fault):
            home.save("entry", reader=reader)
    with pytest.raises(NotVisibleError):
        home.view(home.at.stranger)
    with pytest.raises(NotVisibleError):
        home.save("right.NOTHING")


# --- copies ---------------------------------------------------------------------------


def test_a_copy_is_missing_until_scan_two_places_and_a_witness_are_there(
    home: Home,
) -> None:
    paper = evidence.attach(
        reader=home.at.worker,
        family_id=home.family.id,
        values={"kind": "house register"},
    )
    safe = {
        "evidence_id": paper.id, "place": "บ้านยาย", "second": "สำนักงานองค์กร",
        "said_by": "ยาย",
    }  # fmt: skip
    with pytest.raises(UnusableValueError) as fault:
        home.save("copy.entry", **safe)
    assert fault.value.field == "evidence_id"  # there is no scan yet
    evidence.add_file(reader=home.at.worker, evidence_id=paper.id, upload=a_scan())
    for name in ("place", "second", "said_by"):
        with pytest.raises(UnusableValueError) as fault:
            home.save("copy.entry", **{**safe, name: ""})
        assert fault.value.field == name
    with pytest.raises(UnusableValueError):
        home.save("copy.entry", **{**safe, "second": "บ้านยาย"})
    home.save("copy.entry", **safe)
    copies = {one.kind: one for one in home.view().copies}
    assert copies["copy.entry"].settled
    assert not copies["copy.card"].settled
    for file in paper.files.all():
        evidence.withdraw_file(
            reader=home.at.worker, evidence_id=paper.id, file_id=file.id
        )
    (gone,) = [one for one in home.view().copies if one.kind == "copy.entry"]
    assert (gone.state, gone.scanned) == ("open", False)


# --- the decision, and whom it helps --------------------------------------------------


def test_the_decision_becomes_a_fact_only_when_somebody_confirms(home: Home) -> None:
    with pytest.raises(UnusableValueError) as fault:
        home.confirm(seen=False)
    assert fault.value.field == "seen"
    assert not Fact.rows.filter(person=home.person, withdrawn_at=None).filter(
        id__in=[one.id for one in Fact.rows.all() if one.path == "orders"]
    )
    row = home.confirm(by="registrar")
    assert row.fact.value == [
        {
            "kind": "nationality_entered", "on": "2026-11-02", "by": "registrar",
            "under": "RG-2543",
        }
    ]  # fmt: skip
    assert row.fact.grade == "claimed"
    assert home.confirm().fact_id == row.fact_id  # a second press writes nothing
    assert [one.path for one in Fact.rows.all()].count("orders") == 1
    assert home.view().grant.told


def test_a_fact_that_tells_it_already_is_taken(home: Home) -> None:
    value = [{"kind": "nationality_entered", "on": "2026-10-30"}]
    fact = facts.tell(
        reader=home.at.worker, person_id=home.person.id, path="orders", value=value
    )
    assert home.view().grant.already
    assert home.confirm().fact_id == fact.id


def test_a_withdrawn_fact_is_said_and_can_be_confirmed_anew(home: Home) -> None:
    row = home.confirm()
    facts.withdraw(reader=home.at.worker, fact_id=row.fact_id, version=row.fact.version)
    grant = home.view().grant
    assert (grant.told, grant.withdrawn) == (False, True)
    assert home.confirm().fact_id != row.fact_id


def test_an_order_that_the_pathway_does_not_give_is_refused(home: Home) -> None:
    with pytest.raises(UnusableValueError):
        home.confirm(kind="naturalised")
    other = make_home("BR-3")
    with pytest.raises(UnusableValueError) as fault:
        other.confirm()
    assert fault.value.field == "kind"


@pytest.mark.parametrize("told", [False, True])
def test_the_engine_says_whom_the_decision_helps(home: Home, told: bool) -> None:
    if told:
        home.confirm()
    helps = {one.called: one for one in home.view().helps}
    assert set(helps) == {"อาเจ สมมติ", "อาหมี่ สมมติ"}
    sister = helps["อาหมี่ สมมติ"]
    assert (sister.before, sister.after) == ("unknown", "yes")
    assert not sister.taken
    assert helps["อาเจ สมมติ"].taken
    offered = {key for key, *_ in sister.offers}
    assert offered
    for one in offered:
        assert after_steps.ENTERED in after_steps.gives(one) or one == "ID-THAI"
    assert [one.path for one in Fact.rows.all()].count("orders") == int(told)


def test_a_grant_that_is_none_from_birth_helps_no_child_and_says_what_closes(
    db: None,
) -> None:
    home = make_home("ANN-2025")
    helps = home.view().helps
    assert all(one.after != "yes" for one in helps)
    assert all(not one.helped for one in helps)


def test_an_earlier_order_of_another_kind_stays_in_both(home: Home) -> None:
    value = [
        {"kind": "nationality_entered", "on": "2026-11-02", "under": "RG-2543"},
        {"kind": "struck_off", "on": "2002-02-05"},
    ]
    facts.tell(
        reader=home.at.worker, person_id=home.person.id, path="orders", value=value
    )
    from sathana.casework import after_family
    from sathana.registry import dossier

    told = dossier.material(home.family)
    (who,) = [one.label for one in told.persons if one.id == home.person.id]
    bare = after_family.without(told, who, "nationality_entered")
    left = [fact.value for fact in bare.facts if fact.path == "orders"]
    assert left == [[{"kind": "struck_off", "on": "2002-02-05"}]]


def test_who_does_not_see_all_is_not_told_whom_it_helps(home: Home) -> None:
    from sathana.registry.models import Consent

    Consent.rows.filter(family=home.family).update(withdrawn_at=timezone.now())
    view = home.view()
    assert (view.helps, view.no_help) == (None, "consent")


# --- rights ---------------------------------------------------------------------------


def test_rights_are_the_answers_of_the_engine_before_and_after(home: Home) -> None:
    rights = {one.kind: one for one in home.view().rights}
    work = rights["right.WORK"]
    assert (work.right["before"], work.right["status"]) == ("unknown", "open")
    assert work.right["cite"]
    assert work.right["verified"] in ("seen", "partly", "unverified")
    for kind in ("HEALTH-FUND", "SCHOOL-15-YEARS", "LEAVE-AREA", "VOTE", "DISABILITY"):
        assert f"right.{kind}" in rights
    assert "right.OLD-AGE-ALLOWANCE" not in rights  # closed before and after: too young
    assert "right.MILITARY" not in rights  # a woman


def test_of_a_man_or_one_of_whom_nobody_said_the_service_is_to_be_asked() -> None:
    home = make_home("S10")
    assert "right.MILITARY" not in {one.kind for one in home.view().rights}
    for fact in Fact.rows.filter(person=home.person):
        if fact.path == "sex":
            facts.withdraw(reader=home.at.worker, fact_id=fact.id, version=fact.version)
    (one,) = [r for r in home.view().rights if r.kind == "right.MILITARY"]
    assert one.right is None
    assert "ยังไม่ได้อ่านตัวบท" in one.note["th"]


def test_one_naturalised_waits_for_the_vote(db: None) -> None:
    home = make_home("S10")
    (vote,) = [one for one in home.view().rights if one.kind == "right.VOTE"]
    assert vote.right["status"] == "closed"
    assert vote.right["why"]["th"]


# --- days -----------------------------------------------------------------------------


def test_planned_steps_and_the_day_of_the_law_stand_in_calendar_and_overdue(
    home: Home,
) -> None:
    worker = home.at.worker
    own(home)
    later = yesterday() + timedelta(days=5)
    home.save("photo", "planned", on=later)
    home.save("entry", on=yesterday())
    found = {one.kind: one for one in calendars.days_of(worker)}
    assert found["after"].on == later
    law = found["after_law"]
    assert (
        yesterday() + timedelta(days=60) <= law.on <= yesterday() + timedelta(days=70)
    )
    feed = calendars.feed(worker, "th").decode()
    assert days.KINDS["after"]["th"] in feed
    assert "นาแม" not in feed
    home.save("photo", version=1)
    home.save("card")
    kinds = {one.kind for one in calendars.days_of(worker)}
    assert not kinds & {"after", "after_law"}


def own(home: Home) -> None:
    """Give the next action of the case to the worker."""
    from sathana.casework.models import Case
    from sathana.casework.planning import Plan

    version = Case.rows.get(id=home.case.id).version
    cases.plan(
        reader=home.at.worker, case_id=home.case.id, version=version,
        new=Plan("ไปถ่ายรูป", home.at.worker.actor.id),
    )  # fmt: skip


def test_the_word_of_the_day_comes_when_a_step_comes_due(home: Home) -> None:
    from sathana.casework import digest
    from sathana.registry.services.common import thai_day

    own(home)
    today = thai_day(home.at.worker.now)
    assert not digest.has_something(home.at.worker, today)
    home.save("photo", "planned", on=today + timedelta(days=3))
    assert digest.has_something(home.at.worker, today)


# --- pages ----------------------------------------------------------------------------


@pytest.fixture
def client(home: Home) -> Client:
    return browser(home.at.worker)


def pages(home: Home) -> dict[str, str]:
    one = [home.track.id]
    return {
        "case": reverse("case-after", args=[home.case.id]),
        "person": reverse("pathway-after", args=one),
        "grant": reverse("pathway-after-grant", args=one),
        "entry": reverse("pathway-after-step", args=[*one, "entry"]),
        "card": reverse("pathway-after-step", args=[*one, "card"]),
        "right": reverse("pathway-after-step", args=[*one, "right.WORK"]),
        "copy": reverse("pathway-after-step", args=[*one, "copy.card"]),
    }


def test_every_page_is_there_in_both_languages(home: Home, client: Client) -> None:
    home.save("entry", number=GOOD, words="จดไว้")
    home.save("entry", number=GOOD, words="จดใหม่", version=1, reason="พิมพ์ผิด")
    for name, address in pages(home).items():
        for language in ("", "/en"):
            page = client.get(language + address)
            text = page.content.decode()
            assert page.status_code == 200, f"{name} {language}"
            assert text.count("button--primary") <= 1, name
            assert "style=" not in text
            assert len(re.findall(r"<h1", text)) == 1


def test_the_case_leads_here_and_the_overdue_list_too(
    home: Home, client: Client
) -> None:
    door = reverse("case-after", args=[home.case.id])
    assert (
        door in client.get(reverse("case-page", args=[home.case.id])).content.decode()
    )
    own(home)
    home.save("photo", "planned", on=yesterday())
    assert door in client.get(reverse("overdue")).content.decode()
    text = client.get(door).content.decode()
    assert reverse("pathway-after", args=[home.track.id]) in text


def test_a_refused_right_leads_to_a_contact(home: Home, client: Client) -> None:
    address = reverse("pathway-after-step", args=[home.track.id, "right.WORK"])
    answer = client.post(
        address, {"id": str(uuid.uuid4()), "state": "refused", "on": str(yesterday())}
    )
    assert answer.status_code == 302
    goal = answer.headers["Location"]
    assert goal.startswith(reverse("contact-new", args=[home.family.id]))
    page = client.get(goal)
    assert f'value="track:{home.track.id}" selected' in page.content.decode()
    assert not Encounter.rows.exists()


def test_a_form_that_is_refused_keeps_what_was_typed(
    home: Home, client: Client
) -> None:
    address = reverse("pathway-after-step", args=[home.track.id, "entry"])
    typed = {"id": str(new_id()), "state": "done", "on": "", "place": "อำเภอที่พิมพ์ไว้"}
    answer = client.post(address, typed)
    assert answer.status_code == 422
    assert "อำเภอที่พิมพ์ไว้" in answer.content.decode()
    assert not AfterStep.rows.exists()


def test_a_pathway_is_opened_for_the_sister_from_the_page(
    home: Home, client: Client
) -> None:
    text = client.get(pages(home)["person"]).content.decode()
    links = re.findall(r'href="([^"]*pathways/new/[^"]*)"', text)
    assert links
    assert all(str(home.sister.id) in link for link in links)
    page = client.get(links[0].replace("&amp;", "&")).content.decode()
    assert f'<option value="{home.sister.id}" selected' in page
    assert page.count(" selected") >= 2  # the pathway as well


def test_before_an_approval_the_forms_say_what_to_do_first() -> None:
    home = make_home(approved=False)
    client = browser(home.at.worker)
    for name in ("entry", "grant"):
        answer = client.get(pages(home)[name])
        assert answer.status_code == 422
        assert "บันทึก “อนุมัติ”" in answer.content.decode()
    assert client.get(pages(home)["person"]).status_code == 200


def test_who_sees_no_numbers_sees_none_and_changes_none(home: Home) -> None:
    """A partner to whom outline, names and facts are lent."""
    from sathana.accounts.decide import Group
    from sathana.casework.selectors.after_step import Shower
    from sathana.registry.selectors.sight import Sight

    row = home.save("entry", number=GOOD, place="อำเภอสมมติ")
    sight = Sight(frozenset((Group.OUTLINE, Group.FACTS)))
    shower = Shower(sight, yesterday(), [row], home.at.organisation.id)
    shown = shower.step("entry", row)
    assert shown.number is None
    assert shown.place is None
    assert shown.evidence_id is None
    values = {"state": "done", "on": yesterday(), "reason": "แก้ที่", "place": "ใหม่"}
    after.save(
        reader=home.at.worker, track_id=home.track.id, kind="entry", version=1,
        values=values,
    )  # fmt: skip
    assert AfterStep.rows.get().number.endswith(GOOD[-1])

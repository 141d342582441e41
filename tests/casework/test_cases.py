"""Cases, pathways and moves as they are stored: visibility, versions, invariants."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import worlds
from tests.casework.conftest import TO_READY, Work, a_pathway
from tests.registry.house import House, house, new_id, yesterday

from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.casework import inside
from sathana.casework.models import Case, CaseMove, CasePathway
from sathana.casework.planning import Plan
from sathana.casework.selectors import cases as selectors
from sathana.casework.services import cases, tracks
from sathana.casework.states import MOVES
from sathana.casework.tracks import IllegalMoveError, ReasonMissingError, played
from sathana.registry.errors import (
    ConflictError,
    ConsentMissingError,
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.services import consents, erasing

pytestmark = pytest.mark.django_db


def soon(days: int = 7) -> date:
    return yesterday() + timedelta(days=1 + days)


# --- cases ----------------------------------------------------------------------------


def test_a_case_is_opened_once_and_told_in_the_chain(at: House) -> None:
    family, id_ = at.family(), new_id()
    before = Entry.objects.filter(action="case.open").count()
    made = [
        cases.open_case(reader=at.worker, family_id=family.id, title="ก", id=id_)
        for _ in range(2)
    ]
    assert made[0].id == made[1].id == id_
    assert Entry.objects.filter(action="case.open").count() == before + 1
    assert CaseMove.rows.filter(case=id_).count() == 1


def test_a_case_needs_consent_and_a_name(at: House) -> None:
    family = at.family()
    with pytest.raises(UnusableValueError):
        cases.open_case(reader=at.worker, family_id=family.id, title="  ")
    consent = family_consent(at, family.id)
    consents.withdraw(reader=at.worker, consent_id=consent.id, version=consent.version)
    with pytest.raises(ConsentMissingError):
        cases.open_case(reader=at.worker, family_id=family.id, title="ก")


def family_consent(at: House, family: uuid.UUID):  # type: ignore[no-untyped-def]
    from sathana.registry.models import Consent

    return Consent.rows.get(family=family)


def test_strangers_see_no_case_and_stewards_no_stage(work: Work) -> None:
    at = work.at
    assert selectors.one(at.worker, work.case.id).title == "ยื่นขอสัญชาติ"
    assert selectors.one(at.supervisor, work.case.id).tracks[0].called == "หมี่จู สมมติ"
    for reader in (at.stranger, at.steward):
        with pytest.raises(NotVisibleError):
            selectors.one(reader, work.case.id)
        with pytest.raises(NotVisibleError):
            selectors.of_family(reader, work.family.id)
        assert not selectors.listed(reader, mine=False).lines
    with pytest.raises(NotVisibleError):
        cases.close_case(
            reader=at.stranger, case_id=work.case.id, version=1, reason="x"
        )
    with pytest.raises(NotVisibleError):
        tracks.move(
            reader=at.stranger, track_id=work.track.id, version=1, action="screen"
        )


def test_reading_a_case_is_told_before_it_is_shown(work: Work) -> None:
    for action, read in (
        ("case.view", lambda: selectors.one(work.at.worker, work.case.id)),
        ("case.list", lambda: selectors.of_family(work.at.worker, work.family.id)),
        ("case.list", lambda: selectors.listed(work.at.worker)),
    ):
        before = Entry.objects.filter(action=action).count()
        read()
        assert Entry.objects.filter(action=action).count() > before


def test_closing_needs_a_reason_and_stops_every_move(work: Work) -> None:
    at, case = work.at, work.case
    with pytest.raises(UnusableValueError):
        cases.close_case(reader=at.worker, case_id=case.id, version=1, reason=" ")
    closed = cases.close_case(
        reader=at.worker, case_id=case.id, version=1, reason="ย้ายไปแล้ว"
    )
    assert closed.state == "closed"
    with pytest.raises(UnusableValueError):
        work.move("screen")
    with pytest.raises(UnusableValueError):
        cases.plan(
            reader=at.worker, case_id=case.id, version=2, new=Plan("x", None, soon())
        )
    cases.reopen_case(
        reader=at.worker, case_id=case.id, version=closed.version, reason="กลับมา"
    )
    assert work.move("screen").state == "screened"
    said = [one.reason for one in selectors.one(at.worker, case.id).history]
    assert {"ย้ายไปแล้ว", "กลับมา"} <= set(said)


# --- the next action ------------------------------------------------------------------


def planned(work: Work, **more: object) -> Case:
    now = Case.rows.get(id=work.case.id)
    values = {"what": "โทรถามอำเภอ", "owner": work.at.worker.actor.id, "due": soon()}
    flags = {k: more.pop(k) for k in ("done", "reason") if k in more}
    return cases.plan(
        reader=work.at.worker, case_id=work.case.id, version=now.version,
        new=Plan(**{**values, **more}), **flags,  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_day_is_put_off_only_with_a_reason(work: Work) -> None:
    planned(work)
    with pytest.raises(UnusableValueError) as refused:
        planned(work, due=soon(9))
    assert refused.value.field == "reason"
    assert str(soon()) in refused.value.text["en"]
    with pytest.raises(UnusableValueError):
        planned(work, due=None)
    assert planned(work, due=soon(3)).due == soon(3)
    assert planned(work, due=soon(30), reason="ฝนตก ถนนขาด").due == soon(30)
    assert planned(work, what="ไปอำเภอ", due=soon(60), done=True).due == soon(60)
    assert planned(work, what="", due=None, done=True).owner
    history = selectors.one(work.at.worker, work.case.id).history
    said = [one.goal for one in history if isinstance(one.goal, str)]
    assert any(one.endswith("ไปอำเภอ") and "-" not in one for one in said)
    assert any("ฝนตก" in (one.reason or "") for one in history)


def test_what_is_ticked_as_done_and_left_is_planned_no_more(work: Work) -> None:
    planned(work)
    now = planned(work, done=True)
    assert (now.next_action, now.due) == ("", None)
    assert now.owner == work.at.worker.actor.id
    with pytest.raises(UnusableValueError):
        planned(work, what="", due=None, done=True)


def test_a_next_action_goes_only_to_somebody_who_may_work_on_it(work: Work) -> None:
    elsewhere = work.at.stranger.actor.id
    with pytest.raises(UnusableValueError):
        planned(work, owner=elsewhere)
    assert planned(work, owner=work.at.supervisor.actor.id).owner
    lines = selectors.listed(work.at.supervisor).lines
    assert [line.next_action for line in lines] == ["โทรถามอำเภอ"]
    assert not selectors.listed(work.at.worker).lines
    assert selectors.listed(work.at.worker, mine=False).lines


def test_what_is_overdue_comes_first(work: Work) -> None:
    at = work.at
    planned(work)
    late = cases.open_case(reader=at.worker, family_id=work.family.id, title="สาย")
    Case.rows.filter(id=late.id).update(due=yesterday())
    cases.open_case(reader=at.worker, family_id=work.family.id, title="ไม่มีกำหนด")
    lines = selectors.listed(at.worker).lines
    assert [line.title for line in lines] == ["สาย", "ยื่นขอสัญชาติ", "ไม่มีกำหนด"]
    assert [line.overdue for line in lines] == [True, False, False]


def test_two_plans_at_once_are_a_conflict(work: Work) -> None:
    planned(work)
    with pytest.raises(ConflictError):
        cases.plan(
            reader=work.at.worker, case_id=work.case.id, version=1,
            new=Plan("อื่น", None, soon(2)),
        )  # fmt: skip


# --- pathways and moves ---------------------------------------------------------------


def test_moves_are_stored_with_who_when_and_why(work: Work) -> None:
    work.walk(*TO_READY, "confirm_ready", "not_received")
    shown = selectors.one(work.at.worker, work.case.id)
    assert shown.tracks[0].state == "not_received"
    newest = shown.history[0]
    assert (newest.source, newest.goal) == (
        {"th": "พร้อมยื่น", "en": "Ready"},
        {"th": "สำนักงานไม่รับคำร้อง", "en": "Not received"},
    )
    assert newest.reason == "เหตุผลสมมติ"
    assert newest.by
    assert newest.called == "หมี่จู สมมติ"


def test_ready_is_confirmed_by_a_supervisor(work: Work) -> None:
    work.walk(*TO_READY)
    shown = selectors.one(work.at.worker, work.case.id).tracks[0]
    assert "confirm_ready" not in {move.action for move in shown.moves}
    with pytest.raises(NotAllowedError):
        work.move("confirm_ready")
    assert work.walk("confirm_ready").state == "ready"


def test_an_illegal_move_names_the_legal_ones_and_changes_nothing(work: Work) -> None:
    with pytest.raises(IllegalMoveError) as refused:
        work.move("approve")
    assert refused.value.legal == ("screen", "close", "die")
    assert "สัมภาษณ์เบื้องต้น" in refused.value.text["th"]
    assert CasePathway.rows.get(id=work.track.id).version == 1
    work.move("screen")
    with pytest.raises(ReasonMissingError):
        work.move("close")


def test_the_same_form_twice_is_one_move(work: Work) -> None:
    id_ = new_id()
    for _ in range(2):
        work.move("screen", id=id_, version=1)
    assert CaseMove.rows.filter(track=work.track).count() == 1
    with pytest.raises(ConflictError):
        work.move("map_family", version=1)


def test_no_path_is_chosen_before_there_is_one(work: Work) -> None:
    other = tracks.add_track(
        reader=work.at.worker, case_id=work.case.id, person_id=work.other.id,
        values={"pathway": ""},
    )  # fmt: skip
    work.track = other
    work.walk("screen", "map_family")
    with pytest.raises(UnusableValueError):
        work.move("choose_path")
    now = CasePathway.rows.get(id=other.id)
    tracks.change_track(
        reader=work.at.worker, track_id=other.id, version=now.version,
        values={"pathway": a_pathway()},
    )  # fmt: skip
    assert work.walk("choose_path", "list_gaps").state == "gaps_listed"
    now = CasePathway.rows.get(id=other.id)
    with pytest.raises(UnusableValueError):
        tracks.change_track(
            reader=work.at.worker, track_id=other.id, version=now.version,
            values={"pathway": ""},
        )  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {"pathway": "NO-SUCH"},
        {"filed_by": "headman"},
        {"filer_id": uuid.uuid4()},
        {"filer_name": "x" * 300},
    ],
)
def test_a_pathway_with_a_fault_is_refused(
    work: Work, values: dict[str, object]
) -> None:
    with pytest.raises(UnusableValueError):
        tracks.add_track(
            reader=work.at.worker, case_id=work.case.id, person_id=work.other.id,
            values=values,
        )  # fmt: skip


def test_who_files_is_one_of_the_family_or_somebody_named(work: Work) -> None:
    shown = selectors.one(work.at.worker, work.case.id).tracks[0]
    assert (shown.filed_by, shown.filer) == ("parent", "อาโล สมมติ")
    outside = {"pathway": a_pathway(), "filed_by": "representative"}
    tracks.change_track(
        reader=work.at.worker, track_id=work.track.id, version=1,
        values={**outside, "filer_name": "ครูสมมติ", "filer_basis": "หนังสือมอบอำนาจ"},
    )  # fmt: skip
    shown = selectors.one(work.at.worker, work.case.id).tracks[0]
    assert (shown.filer, shown.filer_basis) == ("ครูสมมติ", "หนังสือมอบอำนาจ")


def test_the_database_too_holds_that_nothing_is_decided_twice(work: Work) -> None:
    work.walk(*TO_READY, "confirm_ready", "lodge", "approve")
    decided = CaseMove.rows.get(track=work.track, decides=1)
    decided.pk, decided.number = uuid.uuid4(), 99
    with pytest.raises(IntegrityError), transaction.atomic():
        decided.save(force_insert=True)


def test_the_death_of_an_applicant_ends_a_pathway_and_can_be_corrected(
    work: Work,
) -> None:
    assert work.move("die").state == "died"
    with pytest.raises(IllegalMoveError):
        work.move("screen")
    with pytest.raises(NotAllowedError):
        work.move("correct_death", "ยังอยู่")
    assert work.walk("correct_death").state == "contact"


def test_erasing_a_person_takes_their_pathway_and_history(work: Work) -> None:
    work.walk("screen")
    erasing.erase_person(
        reader=work.at.supervisor, person_id=work.other.id, reason="asked"
    )
    assert CasePathway.rows.get(id=work.track.id).filer_id is None
    erasing.erase_person(
        reader=work.at.supervisor, person_id=work.person.id, reason="asked"
    )
    assert not CasePathway.rows.exists()
    assert not CaseMove.rows.filter(person=work.person.id).exists()
    assert selectors.one(work.at.worker, work.case.id).tracks == ()


def test_a_partner_sees_what_was_shared_and_no_more(work: Work) -> None:
    from django.utils import timezone

    from sathana.registry.models import Share

    now, of = timezone.now(), work.at.stranger.actor.organisation
    values = {"to_id": of, "begin": now, "until": now + timedelta(days=1)}
    share = worlds.row(Share, work.family, groups=["outline", "names"], **values)
    partner = worlds.account(share.to, Role.PARTNER)
    reader = worlds.reader_of(partner, now=now + timedelta(minutes=1))
    with pytest.raises(NotVisibleError):
        selectors.one(reader, work.case.id)
    share.groups = ["names", "facts"]
    share.save()
    work.walk("screen")
    seen = selectors.one(reader, work.case.id)
    assert (seen.title, seen.next_action, seen.encounters) == ("", None, None)
    assert seen.tracks[0].called == "หมี่จู สมมติ"
    assert seen.tracks[0].filer is None
    assert seen.tracks[0].moves == ()
    assert all(one.reason is None for one in seen.history)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(MOVES)), min_size=20, max_size=45))
def test_random_walks_keep_the_invariants(db: None, tried: list[str]) -> None:
    """Whatever is tried: one history, decided once a round, no day moved."""
    with transaction.atomic():
        work = walked()
        due = soon(5)
        Case.rows.filter(id=work.case.id).update(due=due)
        for action in tried:
            try:
                work.move(action, "เหตุผล", reader=work.at.supervisor)
            except UnusableValueError:
                continue
        now = CasePathway.rows.get(id=work.track.id)
        rows = list(inside.moves(now))
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        track = played(row.action for row in rows)
        assert (track.state, track.round) == (now.state, now.round)
        decided = [row.decides for row in rows if row.decides is not None]
        assert len(decided) == len(set(decided))
        assert Case.rows.get(id=work.case.id).due == due
        transaction.set_rollback(True)


def walked() -> Work:
    at = house()
    family = at.family()
    person = at.person(family, "หมี่จู สมมติ")
    case = cases.open_case(reader=at.worker, family_id=family.id, title="ก")
    track = tracks.add_track(
        reader=at.worker, case_id=case.id, person_id=person.id,
        values={"pathway": a_pathway()},
    )  # fmt: skip
    work = Work(at, family, person, person, case, track)
    work.walk(*TO_READY, "confirm_ready", "lodge")
    return work

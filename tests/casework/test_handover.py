"""A case passes between colleagues: offered, answered, assigned, taken back."""

from __future__ import annotations

from typing import Any

import pytest
from tests import worlds
from tests.casework.conftest import Work
from tests.registry.house import new_id

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.casework import handover_inside
from sathana.casework.models import Case, CaseMove, Handover
from sathana.casework.selectors import offers
from sathana.casework.services import cases, handover
from sathana.casework.services.handover import Words
from sathana.notices.models import Notice
from sathana.registry.errors import (
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.models import Assignment, Family
from sathana.registry.reader import Reader
from sathana.registry.services import access

pytestmark = pytest.mark.django_db
WHY = "ย้ายไปทำงานที่อำเภออื่น"
SUMMARY = "รอใบเกิดจากโรงพยาบาล พยานตกลงแล้ว"


@pytest.fixture
def other(work: Work) -> Reader:
    """A caseworker of the same organisation who has nothing to do with the family."""
    account = worlds.account(
        work.at.organisation, Role.CASEWORKER, team=worlds.team(work.at.organisation)
    )
    return worlds.reader_of(account)


def offer(work: Work, to: Reader, **more: Any) -> Handover:
    reader = more.pop("reader", work.at.worker)
    words = Words(to.actor.id, more.pop("reason", WHY), SUMMARY, **more)
    return handover.offer(reader=reader, case_id=work.case.id, words=words, id=new_id())


def owner(work: Work) -> Any:
    return Case.rows.get(id=work.case.id).owner


def deeds() -> list[str]:
    return list(Entry.objects.order_by("seq").values_list("action", flat=True))


def test_until_it_is_accepted_the_giver_keeps_it_and_nothing_is_seen(
    work: Work, other: Reader
) -> None:
    row = offer(work, other)
    assert owner(work) == work.at.worker.actor.id
    assert not Family.objects.visible_to(other).exists()
    shown = offers.to_me(other)
    (line,) = shown.handovers
    assert (line.id, line.people, line.case_id) == (row.id, 2, None)
    assert line.reason is None
    assert line.summary is None
    text = repr(shown)
    assert WHY not in text
    assert SUMMARY not in text
    assert "หมี่จู" not in text


def test_whoever_is_not_assigned_waits_for_a_supervisor(
    work: Work, other: Reader
) -> None:
    row = offer(work, other)
    handover.answer(reader=other, handover_id=row.id, accept=True)
    assert Handover.rows.get().state == "waiting"
    assert owner(work) == work.at.worker.actor.id
    assert not Family.objects.visible_to(other).exists()
    with pytest.raises(NotAllowedError):
        handover.settle(reader=work.at.worker, handover_id=row.id, assign=True)
    handover.settle(reader=work.at.supervisor, handover_id=row.id, assign=True)
    assert owner(work) == other.actor.id
    assert Family.objects.visible_to(other).exists()
    move = CaseMove.rows.filter(case=work.case).latest("made_at")
    assert (move.action, move.reason) == ("hand_over", WHY)
    assert {"handover.offer", "handover.accept", "handover.pass"} <= set(deeds())
    kinds = set(Notice.objects.values_list("kind", flat=True))
    assert {"handover_offered", "handover_waits", "handover_answered"} <= kinds


def test_a_supervisor_may_refuse_to_assign_with_a_reason(
    work: Work, other: Reader
) -> None:
    row = offer(work, other)
    handover.answer(reader=other, handover_id=row.id, accept=True)
    with pytest.raises(UnusableValueError):
        handover.settle(reader=work.at.supervisor, handover_id=row.id, assign=False)
    handover.settle(
        reader=work.at.supervisor, handover_id=row.id, assign=False, reason=WHY
    )
    assert Handover.rows.get().state == "refused"
    assert owner(work) == work.at.worker.actor.id
    assert not Assignment.rows.exists()


def test_who_works_on_it_already_takes_it_at_once(work: Work, other: Reader) -> None:
    access.assign(
        reader=work.at.supervisor, family_id=work.family.id, account_id=other.actor.id
    )
    row = offer(work, other)
    (line,) = offers.to_me(other).handovers
    assert (line.case_id, line.reason, line.summary) == (work.case.id, WHY, SUMMARY)
    handover.answer(reader=other, handover_id=row.id, accept=True)
    assert owner(work) == other.actor.id
    assert Handover.rows.get().state == "accepted"


def test_it_is_declined_with_a_reason_and_gone_from_the_list(
    work: Work, other: Reader
) -> None:
    row = offer(work, other)
    with pytest.raises(UnusableValueError):
        handover.answer(reader=other, handover_id=row.id, accept=False)
    handover.answer(reader=other, handover_id=row.id, accept=False, reason=WHY)
    assert owner(work) == work.at.worker.actor.id
    assert offers.to_me(other).handovers == ()
    for accept in (True, False):
        with pytest.raises(NotVisibleError):
            handover.answer(reader=other, handover_id=row.id, accept=accept, reason=WHY)


def test_what_is_taken_back_is_gone(work: Work, other: Reader) -> None:
    row = offer(work, other)
    handover.take_back(reader=work.at.worker, handover_id=row.id)
    handover.take_back(reader=work.at.worker, handover_id=row.id)
    assert deeds().count("handover.take_back") == 1
    assert offers.to_me(other).handovers == ()
    with pytest.raises(NotVisibleError):
        handover.answer(reader=other, handover_id=row.id, accept=True)


def test_only_who_it_is_offered_to_may_answer(work: Work, other: Reader) -> None:
    row = offer(work, other)
    third = worlds.reader_of(worlds.account(work.at.organisation, Role.CASEWORKER))
    for reader in (third, work.at.worker, work.at.supervisor, work.at.stranger):
        with pytest.raises(NotVisibleError):
            handover.answer(reader=reader, handover_id=row.id, accept=True)
    assert Handover.rows.get().state == "offered"


def test_one_offer_at_a_time_and_one_for_each_form(work: Work, other: Reader) -> None:
    words, key = Words(other.actor.id, WHY, ""), new_id()
    for _ in range(2):
        handover.offer(reader=work.at.worker, case_id=work.case.id, words=words, id=key)
    assert Handover.rows.count() == 1
    with pytest.raises(UnusableValueError):
        offer(work, other)


def test_a_supervisor_assigns_directly_and_a_worker_does_not(
    work: Work, other: Reader
) -> None:
    with pytest.raises(NotAllowedError):
        offer(work, other, direct=True)
    offer(work, other, reader=work.at.supervisor, direct=True)
    assert owner(work) == other.actor.id
    assert Assignment.rows.get().account_id == other.actor.id
    with pytest.raises(NotAllowedError):
        # It is no longer the giver's to hand over.
        offer(work, other)


def test_who_is_kept_from_the_family_is_not_asked(work: Work, other: Reader) -> None:
    row = offer(work, other)
    access.block(
        reader=work.at.supervisor, family_id=work.family.id,
        account_id=other.actor.id, reason=WHY,
    )  # fmt: skip
    assert offers.to_me(other).handovers == ()
    with pytest.raises(NotVisibleError):
        handover.answer(reader=other, handover_id=row.id, accept=True)
    handover.take_back(reader=work.at.worker, handover_id=row.id)
    with pytest.raises(UnusableValueError):
        offer(work, other)


def test_a_family_that_was_sealed_since_is_not_told_of(
    work: Work, other: Reader
) -> None:
    row = offer(work, other)
    officer = worlds.account(work.at.organisation, Role.PROTECTION_OFFICER)
    access.seal(
        reader=work.at.worker, family_id=work.family.id, officer_ids=[officer.id]
    )
    assert offers.to_me(other).handovers == ()
    with pytest.raises(NotVisibleError):
        handover.answer(reader=other, handover_id=row.id, accept=True)
    named = worlds.reader_of(officer)
    assert other.actor.id not in handover.receivers(
        named, handover_inside.open_handover(work.case)
    )


def test_strangers_cannot_be_chosen_and_a_closed_case_stays(
    work: Work, other: Reader
) -> None:
    with pytest.raises(UnusableValueError):
        offer(work, work.at.stranger)
    with pytest.raises(UnusableValueError):
        offer(work, work.at.steward)
    with pytest.raises(UnusableValueError):
        offer(work, other, reason="สั้น")
    version = Case.rows.get(id=work.case.id).version
    cases.close_case(
        reader=work.at.worker, case_id=work.case.id, version=version, reason=WHY
    )
    with pytest.raises(UnusableValueError):
        offer(work, other)
    assert Account.objects.filter(id=other.actor.id).exists()

"""Changing who may see a family, and breaking the glass: services."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests import worlds

from sathana.accounts.decide import Action
from sathana.accounts.models import Account, Organisation, Team
from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.notices.models import Notice
from sathana.protection import blind
from sathana.registry import models, visibility
from sathana.registry.errors import (
    ConsentMissingError,
    NotAllowedError,
    NotVisibleError,
    StepUpError,
    UnusableValueError,
)
from sathana.registry.selectors import access as reading
from sathana.registry.services import access, glass

pytestmark = pytest.mark.django_db
WHY = "ต้องพาเด็กไปโรงพยาบาลคืนนี้ และครูดอยติดต่อไม่ได้"


@dataclass
class House:
    """One organisation with a team and people, and another organisation."""

    home: Organisation
    away: Organisation
    team: Team
    worker: Account
    colleague: Account
    head: Account
    officer: Account
    partner: Account
    family: models.Family


@pytest.fixture
def house() -> House:
    home, away = worlds.organisation("บ้าน"), worlds.organisation("เพื่อน")
    team = worlds.team(home)
    worker = worlds.account(home, Role.CASEWORKER, team=team)
    return House(
        home,
        away,
        team,
        worker,
        worlds.account(home, Role.CASEWORKER, team=team),
        worlds.account(home, Role.SUPERVISOR, team=team),
        worlds.account(home, Role.PROTECTION_OFFICER),
        worlds.account(away, Role.PARTNER),
        worlds.family(home, team, worker),
    )


def sees(who: Account, family: models.Family) -> bool:
    rows = models.Family.objects.visible_to(worlds.reader_of(who))
    return bool(rows.filter(pk=family.pk).exists())


def entries(action: str) -> list[Entry]:
    return list(Entry.objects.filter(action=action))


def test_assigning_opens_and_unassigning_closes(house: House) -> None:
    head = worlds.reader_of(house.head)
    ask: dict[str, Any] = {
        "family_id": house.family.pk,
        "account_id": house.colleague.pk,
    }
    assert not sees(house.colleague, house.family)
    row = access.assign(reader=head, **ask)
    assert access.assign(reader=head, **ask).pk == row.pk
    assert sees(house.colleague, house.family)
    access.unassign(reader=head, assignment_id=row.pk)
    assert not sees(house.colleague, house.family)
    assert len(entries("family.assign")) == len(entries("family.unassign")) == 1
    assert Notice.objects.filter(account=house.colleague, kind="assigned").count() == 1


def test_only_workers_of_the_house_are_assigned(house: House) -> None:
    head = worlds.reader_of(house.head)
    idle = worlds.account(house.home, Role.CASEWORKER)
    Account.objects.filter(pk=idle.pk).update(is_active=False)
    for one in (house.partner, house.officer, idle):
        with pytest.raises(UnusableValueError):
            access.assign(reader=head, family_id=house.family.pk, account_id=one.pk)
    with pytest.raises(NotAllowedError):
        access.assign(
            reader=worlds.reader_of(house.worker),
            family_id=house.family.pk,
            account_id=house.colleague.pk,
        )
    with pytest.raises(NotVisibleError):
        access.assign(
            reader=worlds.reader_of(house.colleague),
            family_id=house.family.pk,
            account_id=house.colleague.pk,
        )


def share_with(house: House, *, fresh: bool = True, **more: Any) -> models.Share:
    asked: dict[str, Any] = {
        "family_id": house.family.pk,
        "to_id": house.away.pk,
        "groups": ["names", "facts"],
        "purpose": "ขอใบรับรองการเกิด",
        "until": timezone.now() + timedelta(days=30),
        **more,
    }
    return access.share(reader=worlds.reader_of(house.head, fresh=fresh), **asked)


def test_sharing_needs_consent_and_a_fresh_second_factor(house: House) -> None:
    with pytest.raises(ConsentMissingError):
        share_with(house)
    worlds.consent(house.family, "record", "assess")
    worlds.consent(house.family, "share", withdrawn_at=timezone.now())
    yesterday = timezone.localdate() - timedelta(days=2)
    worlds.consent(house.family, "share", until=yesterday)
    with pytest.raises(ConsentMissingError):
        share_with(house)
    worlds.consent(house.family, "share")
    with pytest.raises(StepUpError):
        share_with(house, fresh=False)
    assert not sees(house.partner, house.family)
    row = share_with(house)
    assert sees(house.partner, house.family)
    assert row.groups == ["names", "facts"]
    assert Notice.objects.filter(account=house.partner, kind="shared").exists()
    # Taking back must never wait for a second factor.
    stale = worlds.reader_of(house.head, fresh=False)
    access.withdraw_share(reader=stale, share_id=row.pk)
    assert not sees(house.partner, house.family)
    assert len(entries("family.share")) == len(entries("family.unshare")) == 1


def test_taking_the_consent_back_ends_the_share(house: House) -> None:
    consent = worlds.consent(house.family, "share")
    share_with(house)
    assert sees(house.partner, house.family)
    models.Consent.rows.filter(pk=consent.pk).update(withdrawn_at=timezone.now())
    assert not sees(house.partner, house.family)


@pytest.mark.parametrize(
    "wrong",
    [
        {"groups": []},
        {"groups": ["names", "everything"]},
        {"purpose": "งาน"},
        {"until": timezone.now() - timedelta(days=1)},
        {"until": timezone.now() + timedelta(days=1000)},
        {"to_id": uuid.uuid4()},
    ],
)
def test_a_share_must_say_what_for_whom_and_until_when(
    house: House, wrong: dict[str, Any]
) -> None:
    worlds.consent(house.family, "share")
    with pytest.raises(UnusableValueError) as fault:
        share_with(house, **wrong)
    assert fault.value.text["th"]
    assert fault.value.text["en"]
    assert not models.Share.rows.exists()


def test_a_share_never_goes_home_nor_to_a_closed_house(house: House) -> None:
    worlds.consent(house.family, "share")
    with pytest.raises(UnusableValueError):
        share_with(house, to_id=house.home.pk)
    Organisation.objects.filter(pk=house.away.pk).update(closed_at=timezone.now())
    with pytest.raises(UnusableValueError):
        share_with(house)


def test_sealing_leaves_the_named_officers_alone_with_it(house: House) -> None:
    worker = worlds.reader_of(house.worker)
    with pytest.raises(UnusableValueError):
        access.seal(reader=worker, family_id=house.family.pk, officer_ids=[])
    with pytest.raises(UnusableValueError):
        access.seal(
            reader=worker, family_id=house.family.pk, officer_ids=[house.head.pk]
        )
    foreign = worlds.account(house.away, Role.PROTECTION_OFFICER)
    with pytest.raises(UnusableValueError):
        access.seal(reader=worker, family_id=house.family.pk, officer_ids=[foreign.pk])
    other = worlds.account(house.home, Role.PROTECTION_OFFICER)
    access.seal(
        reader=worker, family_id=house.family.pk, officer_ids=[house.officer.pk]
    )
    assert sees(house.officer, house.family)
    for one in (house.worker, house.head, other):
        assert not sees(one, house.family)
        with pytest.raises(NotVisibleError):
            access.unseal(reader=worlds.reader_of(one), family_id=house.family.pk)
    officer = worlds.reader_of(house.officer)
    access.seal(reader=officer, family_id=house.family.pk, officer_ids=[other.pk])
    assert sees(other, house.family)
    assert not sees(house.officer, house.family)
    access.unseal(reader=worlds.reader_of(other), family_id=house.family.pk)
    assert sees(house.worker, house.family)
    assert not sees(other, house.family)
    assert len(entries("family.seal")) == 2


def test_a_block_hides_everything_until_it_ends(house: House) -> None:
    head = worlds.reader_of(house.head)
    with pytest.raises(UnusableValueError):
        access.block(
            reader=head,
            family_id=house.family.pk,
            account_id=house.worker.pk,
            reason="ญาติ",
        )
    row = access.block(
        reader=head,
        family_id=house.family.pk,
        account_id=house.worker.pk,
        reason="เป็นญาติของผู้ถูกกล่าวหา",
    )
    assert not sees(house.worker, house.family)
    with pytest.raises(UnusableValueError):
        access.assign(
            reader=head, family_id=house.family.pk, account_id=house.worker.pk
        )
    with pytest.raises(NotVisibleError):
        access.unblock(reader=worlds.reader_of(house.worker), block_id=row.pk)
    access.unblock(reader=head, block_id=row.pk)
    assert sees(house.worker, house.family)


# --- glass ----------------------------------------------------------------------------


def break_it(house: House, who: Account | None = None, **more: Any) -> glass.Broken:
    asked: dict[str, Any] = {
        "asked": house.family.pk.hex[:8],
        "category": "danger",
        "reason": WHY,
        **more,
    }
    reader = worlds.reader_of(who or house.colleague, fresh=asked.pop("fresh", True))
    return glass.break_glass(reader=reader, **asked)


def test_broken_glass_opens_one_family_for_reading_for_an_hour(house: House) -> None:
    other = worlds.family(house.home, house.team, house.worker)
    broken = break_it(house)
    assert broken.family_id == house.family.pk
    assert broken.glass
    assert sees(house.colleague, house.family)
    assert not sees(house.colleague, other)
    reader = worlds.reader_of(house.colleague)
    assert visibility.glass_until(reader, house.family) == broken.glass.until
    may = visibility.may(reader, house.family)
    assert may == {Action.VIEW, Action.PRINT, Action.WHO_OPENED, Action.BREAK_GLASS}
    later = timezone.now() + timedelta(minutes=61)
    after = worlds.reader_of(house.colleague, now=later)
    assert not models.Family.objects.visible_to(after).exists()
    told = set(
        Notice.objects.filter(kind="glass_broken").values_list("account", flat=True)
    )
    assert told == {house.head.pk, house.officer.pk}
    assert [entry.purpose for entry in entries("family.break_glass")] == ["danger"]
    assert break_it(house).glass is None  # seen already: no second event


def test_an_hour_is_not_theirs_who_work_with_it_anyway(house: House) -> None:
    assert break_it(house, house.worker).glass is None
    assert visibility.glass_until(worlds.reader_of(house.worker), house.family) is None


@pytest.mark.parametrize(
    "wrong", [{"reason": "เร่งด่วนมาก"}, {"category": "curiosity"}, {"reason": " " * 40}]
)
def test_glass_needs_a_reason_and_a_category(
    house: House, wrong: dict[str, Any]
) -> None:
    with pytest.raises(UnusableValueError):
        break_it(house, **wrong)


def test_glass_looks_nothing_up_without_a_fresh_factor(house: House) -> None:
    for asked in (house.family.pk.hex[:8], "00000000"):
        with pytest.raises(StepUpError):
            break_it(house, asked=asked, fresh=False)
    for one in (house.officer, house.partner, worlds.account(house.home, Role.AUDITOR)):
        with pytest.raises(NotVisibleError):
            break_it(house, one)


def test_not_there_and_not_allowed_answer_alike_and_are_written_down(
    house: House,
) -> None:
    foreign = worlds.family(house.away)
    sealed = worlds.family(house.home, house.team, sealed_at=timezone.now())
    hidden = worlds.family(house.home, house.team)
    worlds.row(models.Block, hidden, account=house.colleague)
    asked = [
        *(one.pk.hex[:8] for one in (foreign, sealed, hidden)),
        *("ffffffff", "", "น้อย", "1234567890123", "%", "' OR 1=1"),
    ]
    for text in asked:
        with pytest.raises(glass.GlassRefusedError):
            break_it(house, asked=text)
    assert not models.BreakGlass.rows.exists()
    written = entries("family.break_glass")
    assert len(written) == len(asked)
    assert not any(entry.allowed for entry in written)


def test_glass_finds_a_family_by_a_number(house: House) -> None:
    person = worlds.person(house.family)
    number = "0571234567891"
    models.NameKey.objects.create(
        organisation=house.home,
        family=house.family,
        person=person,
        kind="number",
        value=blind.number_value(house.home.pk, number),
    )
    assert break_it(house, asked="0-5712-34567-89-1").family_id == house.family.pk


def test_glass_nobody_reviewed_blocks_further_glass(house: House) -> None:
    broken = break_it(house)
    assert broken.glass
    other = worlds.family(house.home, house.team)
    long_ago = timezone.now() - timedelta(hours=71, minutes=1)
    models.BreakGlass.rows.filter(pk=broken.glass.pk).update(until=long_ago)
    with pytest.raises(glass.GlassWaitsError):
        break_it(house, asked=other.pk.hex[:8])
    review(house, house.head, broken.glass)
    assert break_it(house, asked=other.pk.hex[:8]).glass


def review(
    house: House, who: Account, row: models.BreakGlass, **more: Any
) -> models.BreakGlass:
    told = {"found": "justified", "remark": "เหตุชัดเจน แจ้งแล้ว", **more}
    return glass.review(reader=worlds.reader_of(who), glass_id=row.pk, **told)


def test_somebody_else_reviews_once_with_a_remark(house: House) -> None:
    own = break_it(house, house.head, asked=worlds.family(house.home).pk.hex[:8]).glass
    broken = break_it(house).glass
    assert own
    assert broken
    elsewhere = worlds.account(
        house.home, Role.SUPERVISOR, team=worlds.team(house.home, "อื่น")
    )
    with pytest.raises(NotVisibleError):
        review(house, house.head, own)  # one's own
    for one in (house.colleague, house.worker, house.partner, elsewhere):
        with pytest.raises(NotVisibleError):
            review(house, one, broken)
    with pytest.raises(UnusableValueError):
        review(house, house.head, broken, remark="")
    with pytest.raises(UnusableValueError):
        review(house, house.head, broken, found="perhaps")
    waiting = reading.to_review(worlds.reader_of(house.officer))
    assert {one.glass.pk for one in waiting} == {own.pk, broken.pk}
    assert not any(one.title for one in waiting)  # who reviews need not see it
    done = review(house, house.head, broken, found="not_justified")
    assert done.reviewed_by_id == house.head.pk
    again = review(house, house.officer, broken)
    assert again.found == "not_justified"  # the first review stands
    assert Notice.objects.filter(
        account=house.colleague, kind="glass_reviewed"
    ).exists()
    assert [entry.purpose for entry in entries("family.review")] == ["not_justified"]


def test_the_reason_is_sealed_and_never_in_the_chain(house: House) -> None:
    broken = break_it(house).glass
    assert broken
    assert models.BreakGlass.rows.get(pk=broken.pk).reason == WHY
    for entry in Entry.objects.all():
        assert WHY not in str(entry.__dict__)

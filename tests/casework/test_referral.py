"""A case is offered to another organisation: a card, an answer, a window that ends."""

from __future__ import annotations

import ast
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone
from tests import worlds
from tests.casework.conftest import Work
from tests.registry.house import consent, new_id

import sathana
from sathana.accounts.decide import Action, Group
from sathana.accounts.models import Account, Organisation
from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.casework import crossing
from sathana.casework.models import OfferCard, Referral
from sathana.casework.selectors import offers
from sathana.casework.services import referral
from sathana.casework.services.referral import Asked
from sathana.notices.models import Notice
from sathana.registry import visibility, walls
from sathana.registry.errors import (
    ConsentMissingError,
    NotAllowedError,
    NotVisibleError,
    RegistryError,
    StepUpError,
    UnusableValueError,
)
from sathana.registry.models import Consent, Family, Person, Share
from sathana.registry.reader import Reader
from sathana.registry.services import access, consents, erasing
from sathana.registry.services.common import thai_day

pytestmark = pytest.mark.django_db
SOURCE = Path(sathana.__file__).parent
WHY = "ต้องการทนายความว่าความที่ศาลปกครอง"
NO = "ปีนี้รับคดีใหม่ไม่ได้แล้ว"
SECRETS = ("หมี่จู", "อาโล", "ครอบครัวทดลอง", "ยื่นขอสัญชาติ", WHY)


@dataclass
class Two:
    """A case of one organisation, and somebody who answers for another."""

    work: Work
    there: Organisation
    partner: Reader
    third: Reader
    consent: Consent

    @property
    def chief(self) -> Reader:
        return self.work.at.supervisor

    def offer(self, **more: Any) -> OfferCard:
        reader = more.pop("reader", self.chief)
        given = more.pop("id", None) or new_id()
        asked = {
            "to": self.there.id, "kind": "court", "urgency": "weeks",
            "groups": ("outline", "names", "facts"), "purpose": WHY, "agreed": True,
            "until": in_days(90), **more,
        }  # fmt: skip
        return referral.offer(
            reader=reader, case_id=self.work.case.id, asked=Asked(**asked), id=given
        )

    def answer(self, card: OfferCard, *, accept: bool = True, **more: Any) -> Any:
        reader = more.pop("reader", self.partner)
        with standing(reader):
            return crossing.answer(
                reader=reader, card_id=card.id, accept=accept, **more
            )


def in_days(days: int) -> date:
    return thai_day(timezone.now()) + timedelta(days=days)


def standing(reader: Reader) -> Any:
    """Stand where a request of this reader stands: behind its own wall."""
    return walls.standing_for(connection, reader.actor.organisation)


@pytest.fixture
def two(work: Work) -> Two:
    there, elsewhere = worlds.organisation("องค์กรทนาย"), worlds.organisation("ที่สาม")
    partner = worlds.account(there, Role.PARTNER)
    third = worlds.account(elsewhere, Role.PARTNER)
    chief = Account.objects.get(id=work.at.supervisor.actor.id)
    Authenticator.objects.create(
        user=chief, type=Authenticator.Type.TOTP, data={"secret": "invented"}
    )
    given = consents.give(
        reader=work.at.worker, family_id=work.family.id,
        consent=consent(purposes=("record", "assess", "share")),
    )  # fmt: skip
    return Two(work, there, worlds.reader_of(partner), worlds.reader_of(third), given)


def deeds(organisation: uuid.UUID) -> list[tuple[str, str]]:
    rows = Entry.objects.filter(organisation=organisation).order_by("seq")
    return list(rows.values_list("action", "kind"))


def an_hour_ago() -> None:
    """Begin shares earlier: PostgreSQL's ``now()`` is when the test began."""
    Share.rows.update(begin=timezone.now() - timedelta(hours=1))


# --- before the answer ----------------------------------------------------------------


def test_the_other_side_sees_a_card_and_neither_name_nor_fact(two: Two) -> None:
    card = two.offer()
    with standing(two.partner):
        shown = offers.to_me(two.partner)
        (seen,) = shown.cards or ()
        one = offers.card(two.partner, card.id)
        assert not Family.objects.visible_to(two.partner).exists()
        assert not Person.objects.visible_to(two.partner).exists()
    assert one == seen
    assert (seen.people, seen.kind["en"]) == (2, "A case at the Administrative Court")
    assert seen.district == {"th": "ยังไม่รู้", "en": "Not known"}
    assert seen.organisation["th"] == two.work.at.organisation.name_th
    text = repr(shown)
    for secret in (*SECRETS, str(two.work.family.id), str(two.work.case.id)):
        assert secret not in text
    assert not Share.rows.exists()
    assert Notice.objects.filter(kind="referral_offered").count() == 1


def test_the_card_has_no_room_for_words(two: Two) -> None:
    plain = {field.name for field in OfferCard._meta.local_fields}
    own = {"id", "organisation", "family", "key", "made_by", "made_at"}
    own |= {"changed_by", "changed_at", "version"}
    assert plain - own == {
        *("referral", "to", "state", "until", "answered_by", "answered_at"),
        *("kind", "urgency", "district", "people", "answer"),
    }
    with pytest.raises(UnusableValueError):
        two.offer(kind="หมี่จู สมมติ")
    with pytest.raises(UnusableValueError):
        two.offer(urgency="หมี่จู สมมติ")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"agreed": False}, "agreed"),
        ({"groups": ()}, "groups"),
        ({"groups": ("everything",)}, "groups"),
        ({"purpose": "สั้น"}, "purpose"),
        ({"until": in_days(-1)}, "until"),
        ({"until": in_days(500)}, "until"),
        ({"to": uuid.UUID(int=7)}, "to"),
    ],
)
def test_what_cannot_be_offered_says_which_field(
    two: Two, more: dict[str, Any], field: str
) -> None:
    with pytest.raises(UnusableValueError) as refused:
        two.offer(**more)
    assert refused.value.field == field
    assert not Referral.rows.exists()


def test_only_who_may_share_offers_and_only_with_a_fresh_factor(two: Two) -> None:
    with pytest.raises(NotAllowedError):
        two.offer(reader=two.work.at.worker)
    stale = replace(two.chief, actor=replace(two.chief.actor, fresh=False))
    with pytest.raises(StepUpError):
        two.offer(reader=stale)
    with pytest.raises(NotVisibleError):
        two.offer(reader=two.partner)


def test_without_consent_to_share_nothing_is_offered(two: Two) -> None:
    consents.withdraw(reader=two.work.at.worker, consent_id=two.consent.id, version=1)
    with pytest.raises(ConsentMissingError):
        two.offer()


def test_the_window_never_outlasts_the_consent(two: Two) -> None:
    consents.withdraw(reader=two.work.at.worker, consent_id=two.consent.id, version=1)
    consents.give(
        reader=two.work.at.worker, family_id=two.work.family.id,
        consent=consent(purposes=("record", "share"), until=in_days(30)),
    )  # fmt: skip
    with pytest.raises(UnusableValueError) as refused:
        two.offer(until=in_days(31))
    assert refused.value.field == "until"
    assert two.offer(until=in_days(30)).state == "offered"


def test_one_open_offer_to_one_organisation_and_one_for_each_form(two: Two) -> None:
    key = new_id()
    assert two.offer(id=key).id == two.offer(id=key).id
    with pytest.raises(UnusableValueError):
        two.offer()
    assert OfferCard.rows.count() == Referral.rows.count() == 1


# --- the answer -----------------------------------------------------------------------


def test_what_opens_is_what_was_offered_and_no_more(two: Two) -> None:
    found = two.answer(two.offer())
    assert found.family == two.work.family.id
    share = Share.rows.get()
    assert (share.to_id, share.groups) == (two.there.id, ["outline", "names", "facts"])
    assert share.consent_id == two.consent.id
    assert share.until == Referral.rows.get().until
    an_hour_ago()
    with standing(two.partner):
        family = Family.objects.visible_to(two.partner).get()
        decision = visibility.decide(two.partner, family, Action.VIEW)
        assert decision.groups == {Group.OUTLINE, Group.NAMES, Group.FACTS}
        assert Action.CHANGE not in visibility.may(two.partner, family)
        assert offers.to_me(two.partner).cards == ()
    assert not Family.objects.visible_to(two.third).exists()


def test_the_window_ends_with_the_consent(two: Two) -> None:
    two.answer(two.offer())
    assert Family.objects.visible_to(two.partner).exists()
    consents.withdraw(reader=two.work.at.worker, consent_id=two.consent.id, version=1)
    assert not Family.objects.visible_to(two.partner).exists()


def test_a_decline_has_a_reason_and_leaves_nothing_visible(two: Two) -> None:
    card = two.offer()
    with pytest.raises(UnusableValueError):
        two.answer(card, accept=False)
    two.answer(card, accept=False, reason=NO)
    assert not Share.rows.exists()
    with standing(two.partner):
        assert offers.to_me(two.partner).cards == ()
        with pytest.raises(NotVisibleError):
            offers.card(two.partner, card.id)
    (told,) = offers.of_case(two.chief, two.work.case.id).referrals
    assert (told.state, told.answer) == ("declined", NO)
    assert Notice.objects.filter(kind="referral_answered").count() == 1


def test_what_is_taken_back_leaves_nothing_visible(two: Two) -> None:
    card = two.offer()
    with pytest.raises(NotAllowedError):
        referral.take_back(reader=two.work.at.worker, card_id=card.id)
    with pytest.raises(NotVisibleError):
        referral.take_back(reader=two.partner, card_id=card.id)
    referral.take_back(reader=two.chief, card_id=card.id)
    with standing(two.partner):
        assert offers.to_me(two.partner).cards == ()
    with pytest.raises(NotVisibleError):
        two.answer(card)
    assert not Share.rows.exists()


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("second", [True, False])
def test_a_second_answer_is_refused(two: Two, first: bool, second: bool) -> None:
    card = two.offer()
    two.answer(card, accept=first, reason=NO)
    with pytest.raises(NotVisibleError):
        two.answer(card, accept=second, reason=NO)
    assert Share.rows.count() == first
    with pytest.raises(UnusableValueError):
        referral.take_back(reader=two.chief, card_id=card.id)


def test_nobody_else_answers(two: Two) -> None:
    card, at = two.offer(), two.work.at
    own_partner = worlds.account(at.organisation, Role.PARTNER)
    worker = worlds.account(two.there, Role.CASEWORKER)
    admin = worlds.account(two.there, Role.ORGANISATION_ADMIN)
    weak = replace(two.partner, actor=replace(two.partner.actor, strong=False))
    others = [two.third, two.chief, at.worker, at.stranger, weak]
    others += [worlds.reader_of(one) for one in (own_partner, worker, admin)]
    for reader in others:
        for accept in (True, False):
            with pytest.raises(NotVisibleError):
                two.answer(card, accept=accept, reason=NO, reader=reader)
        with standing(reader):
            assert offers.to_me(reader).cards in (None, ())
    with pytest.raises(NotVisibleError):
        two.answer(replace_id(card), reason=NO)
    assert OfferCard.rows.get().state == "offered"
    supervisor = worlds.account(two.there, Role.SUPERVISOR)
    assert two.answer(card, reader=worlds.reader_of(supervisor)).state == "accepted"


def replace_id(card: OfferCard) -> OfferCard:
    return OfferCard(id=uuid.uuid4(), organisation_id=card.organisation_id)


def test_both_chains_tell_of_it(two: Two) -> None:
    two.answer(two.offer())
    home, there = two.work.at.organisation.id, two.there.id
    assert ("referral.offer", "family") in deeds(home)
    assert ("family.share", "family") in deeds(home)
    assert ("referral.accept", "family") in deeds(home)
    assert deeds(there)[-1] == ("referral.accept", "offer")
    # The other side's chain never learns how the family is called in the giver's.
    inner = Family.rows.get().audit_name
    assert not Entry.objects.filter(organisation=there, subject=inner).exists()


# --- when the offer no longer holds ---------------------------------------------------


def consent_gone(two: Two) -> None:
    # Past the listener, as if it had been taken back in the same moment.
    Consent.rows.filter(id=two.consent.id).update(withdrawn_at=timezone.now())


def family_sealed(two: Two) -> None:
    officer = worlds.account(two.work.at.organisation, Role.PROTECTION_OFFICER)
    access.seal(
        reader=two.chief, family_id=two.work.family.id, officer_ids=[officer.id]
    )


def role_gone(two: Two) -> None:
    chief = Account.objects.get(id=two.chief.actor.id)
    chief.grants.update(ended_at=timezone.now())


def account_closed(two: Two) -> None:
    Account.objects.filter(id=two.chief.actor.id).update(is_active=False)


def giver_blocked(two: Two) -> None:
    access.block(
        reader=two.chief, family_id=two.work.family.id,
        account_id=two.chief.actor.id, reason=NO,
    )  # fmt: skip


@pytest.mark.parametrize(
    "change", [consent_gone, family_sealed, role_gone, account_closed, giver_blocked]
)
def test_what_may_not_be_shared_any_more_does_not_open(two: Two, change: Any) -> None:
    card = two.offer()
    change(two)
    found = two.answer(card)
    assert (found.state, found.family) == ("ended", None)
    assert not Share.rows.exists()
    assert OfferCard.rows.get().state == "ended"
    assert deeds(two.there.id)[-1] == ("referral.end", "offer")


def test_a_consent_that_is_taken_back_takes_the_card_away(two: Two) -> None:
    card = two.offer()
    consents.withdraw(reader=two.work.at.worker, consent_id=two.consent.id, version=1)
    with standing(two.partner):
        assert offers.to_me(two.partner).cards == ()
    with pytest.raises(NotVisibleError):
        two.answer(card)
    assert OfferCard.rows.get().state == "ended"


def test_an_offer_whose_day_has_passed_is_not_there(two: Two) -> None:
    card = two.offer()
    past = timezone.now() - timedelta(hours=1)
    OfferCard.rows.filter(id=card.id).update(until=past)
    with standing(two.partner):
        assert offers.to_me(two.partner).cards == ()
    with pytest.raises(NotVisibleError):
        two.answer(card)


def test_erasing_the_family_erases_what_was_offered(two: Two) -> None:
    card = two.offer()
    erasing.erase_family(reader=two.chief, family_id=two.work.family.id, reason="asked")
    assert not OfferCard.rows.exists()
    assert not Referral.rows.exists()
    with pytest.raises(NotVisibleError):
        two.answer(card)


# --- the walls ------------------------------------------------------------------------


def test_only_the_crossing_stands_for_another_organisation() -> None:
    """A new place where the wall is moved must be named here, with its reason."""
    known = {
        "registry/walls.py": "the wall itself",
        "casework/crossing.py": "an answer of one organisation to another",
        "casework/digest.py": "the command goes through all organisations",
        "casework/services/calendars.py": "the organisation of the secret address",
    }
    found = set()
    for path in SOURCE.rglob("*.py"):
        name = path.relative_to(SOURCE).as_posix()
        if name.startswith("cli/"):
            continue  # whoever keeps the machine
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            asked = getattr(node, "attr", getattr(node, "name", ""))
            if asked in ("standing_for", "stand_for"):
                found.add(name)
    assert found == set(known)


def test_only_offers_ask_the_crossing() -> None:
    users = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and any(
                one.name == "crossing" for one in node.names
            ):
                users.add(path.relative_to(SOURCE).as_posix())
    assert users == {"casework/selectors/offers.py", "casework/views/offers.py"}


def test_after_an_answer_the_connection_stands_where_it_stood(two: Two) -> None:
    card = two.offer()
    with standing(two.partner):
        before = walls.stands_for(connection)
        crossing.answer(reader=two.partner, card_id=card.id, accept=True)
        assert walls.stands_for(connection) == before


@pytest.fixture
def behind_the_wall() -> Iterator[None]:
    if connection.vendor != "postgresql":
        pytest.skip("row-level security: PostgreSQL")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        if cursor.fetchone()[0]:
            pytest.skip("a superuser passes through walls: scripts/with-postgres --app")
    yield
    walls.stand_for(connection, walls.ALL)


def raw(sql: str, *values: Any) -> int:
    """Ask as a question that forgot its wall; return how many rows it met."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


@pytest.mark.usefixtures("behind_the_wall")
class TestTheRowPolicyAlone:
    def test_shows_an_open_card_to_whom_it_is_addressed_and_nothing_beside(
        self, two: Two
    ) -> None:
        two.offer()
        walls.stand_for(connection, two.there.id)
        assert raw("SELECT 1 FROM casework_offercard") == 1
        for table in ("casework_referral", "casework_handover", "casework_cost"):
            assert raw(f"SELECT 1 FROM {table}") == 0
        assert raw("SELECT 1 FROM registry_family") == 0
        walls.stand_for(connection, two.third.actor.organisation)
        assert raw("SELECT 1 FROM casework_offercard") == 0

    @pytest.mark.parametrize("state", ["declined", "taken_back", "accepted", "ended"])
    def test_hides_a_card_that_is_not_open(self, two: Two, state: str) -> None:
        card = two.offer()
        OfferCard.rows.filter(id=card.id).update(state=state)
        walls.stand_for(connection, two.there.id)
        assert raw("SELECT 1 FROM casework_offercard") == 0

    def test_hides_a_card_whose_day_has_passed(self, two: Two) -> None:
        card = two.offer()
        past = timezone.now() - timedelta(minutes=1)
        OfferCard.rows.filter(id=card.id).update(until=past)
        walls.stand_for(connection, two.there.id)
        assert raw("SELECT 1 FROM casework_offercard") == 0

    def test_lets_nobody_there_write_a_card_or_open_a_window(self, two: Two) -> None:
        card = two.offer()
        walls.stand_for(connection, two.there.id)
        assert raw("UPDATE casework_offercard SET state = 'accepted'") == 0
        assert raw("DELETE FROM casework_offercard") == 0
        now = timezone.now()
        window = Share(
            organisation_id=card.organisation_id, family_id=card.family_id,
            key=card.key, to=two.there, groups=["names"], begin=now,
            until=now + timedelta(days=1),
        )  # fmt: skip
        refused = pytest.raises(ProgrammingError, match="row-level security")
        with refused, transaction.atomic():
            window.save(force_insert=True)

    def test_refuses_the_share_without_the_crossing(self, two: Two) -> None:
        """The same service in the giver's name, from behind the other's wall."""
        two.offer()
        walls.stand_for(connection, two.there.id)
        with pytest.raises(RegistryError), transaction.atomic():
            access.share(
                reader=two.chief, family_id=two.work.family.id, to_id=two.there.id,
                groups=["names"], purpose=WHY, until=timezone.now() + timedelta(days=1),
            )  # fmt: skip

    def test_a_shared_family_does_not_show_its_costs_and_offers(self, two: Two) -> None:
        two.answer(two.offer())
        an_hour_ago()
        walls.stand_for(connection, two.there.id)
        assert raw("SELECT 1 FROM registry_family") == 1
        for table in ("referral", "handover", "cost", "offercard"):
            assert raw(f"SELECT 1 FROM casework_{table}") == 0

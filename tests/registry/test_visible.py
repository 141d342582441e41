"""What the database shows is what was agreed: no row more, no row less."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from tests import worlds
from tests.registry import truth

from sathana.accounts.decide import Action, Group, can
from sathana.accounts.models import Account, Organisation
from sathana.accounts.roles import Role
from sathana.protection import keys
from sathana.registry import models, visibility
from sathana.registry.errors import NotAllowedError, NotVisibleError, StepUpError
from sathana.registry.models.base import UnscopedError
from sathana.registry.reader import Reader

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
WORLDS_SMALL, WORLDS_CAMPAIGN = 40, 500
PARTS: tuple[tuple[Any, str | None], ...] = (
    (models.Family, None),
    (models.Person, None),
    (models.Name, "names"),
    (models.Kinship, "kinship"),
    (models.Fact, "facts"),
    (models.Evidence, "evidence"),
    (models.StoredFile, "evidence"),
    (models.Consent, "consent"),
    (models.Household, "contact"),
)
LISTED = (
    *(Action.LIST, Action.ADD, Action.EXPORT, Action.SHARE, Action.REVIEW),
    *(Action.BREAK_GLASS, Action.WHO_OPENED),
)
"""Actions that differ in who may do them."""
pytestmark = pytest.mark.django_db


def hours(number: int) -> datetime:
    return NOW + timedelta(hours=number)


@dataclass
class Stored:
    """A world in the database: accounts and families by their names."""

    accounts: dict[int, Account]
    families: dict[int, models.Family]


@contextmanager
def stored(world: truth.World) -> Iterator[Stored]:
    """Put a world into the database, for as long as it is looked at."""
    with transaction.atomic():
        yield _store(world)
        transaction.set_rollback(True)
    keys.forget_all()


def _store(world: truth.World) -> Stored:
    wanted = {
        *world.teams.values(),
        *(one.organisation for one in (*world.people, *world.cases)),
        *(share.to for case in world.cases for share in case.shares),
    }
    offices = {n: worlds.organisation(f"องค์กร {n}") for n in sorted(wanted)}
    teams = {n: worlds.team(offices[of]) for n, of in world.teams.items()}
    made = Stored({}, {})
    for one in world.people:
        made.accounts[one.name] = worlds.account(offices[one.organisation])
        for role, team in one.roles:
            worlds.grant(
                made.accounts[one.name],
                Role(role),
                None if team is None else teams[team],
            )
    for case in world.cases:
        family = worlds.family(
            offices[case.organisation],
            None if case.team is None else teams[case.team],
            None if case.owner is None else made.accounts[case.owner],
            sealed_at=hours(-9) if case.sealed else None,
        )
        made.families[case.name] = family
        _stand(case, family, made.accounts, offices)
        _fill(family)
    return made


def _stand(
    case: truth.Case,
    family: models.Family,
    accounts: dict[int, Account],
    offices: dict[int, Organisation],
) -> None:
    for model, pairs in (
        (models.Assignment, case.assigned),
        (models.NamedOfficer, case.officers),
        (models.Block, case.hidden_from),
    ):
        for name, over in pairs:
            ended = hours(-1) if over else None
            worlds.row(model, family, account=accounts[name], ended_at=ended)
    for name, until in case.glass:
        worlds.row(
            models.BreakGlass,
            family,
            account=accounts[name],
            until=hours(until),
            category="danger",
        )
    for share in case.shares:
        worlds.row(
            models.Share,
            family,
            to=offices[share.to],
            account=None if share.only is None else accounts[share.only],
            groups=list(share.groups),
            begin=hours(share.begin),
            until=hours(share.until),
            withdrawn_at=hours(-1) if share.withdrawn else None,
            consent=_consent(family, share.consent),
        )


def _consent(family: models.Family, state: str) -> models.Consent | None:
    if state == "none":
        return None
    today = NOW.date()
    last = {"over": today - timedelta(days=1), "today": today}.get(state)
    taken = hours(-1) if state == "withdrawn" else None
    return worlds.consent(family, "share", until=last, withdrawn_at=taken)


def _fill(family: models.Family) -> None:
    """Give a family one row of each kind."""
    key = family.key
    person = worlds.row(models.Person, family, key=key)
    worlds.row(models.Name, family, key=key, person=person)
    worlds.row(models.Kinship, family, key=key, person=person, parent=person)
    worlds.row(models.Fact, family, key=key, person=person)
    paper = worlds.row(models.Evidence, family, key=key)
    worlds.row(models.StoredFile, family, key=key, evidence=paper)
    worlds.row(models.Consent, family, key=key, given_on=NOW.date())
    worlds.row(models.Household, family, key=key)


def differences(world: truth.World, made: Stored) -> Iterator[tuple[Any, ...]]:
    """Yield each place where the program says other than the truth."""
    for one in world.people:
        for fresh in (True, False):
            reader = worlds.reader_of(made.accounts[one.name], fresh=fresh, now=NOW)
            told = {c.name: truth.may(one, c, fresh=fresh) for c in world.cases}
            yield from _decided(reader, made, told)
            if fresh == bool((one.name + len(world.cases)) % 2):
                yield from _listed(reader, made, told)
        weak = worlds.reader_of(made.accounts[one.name], strong=False, now=NOW)
        for row in models.Family.objects.visible_to(weak):
            yield ("weak", one, row)


def _decided(
    reader: Reader, made: Stored, told: dict[int, dict[str, set[str]]]
) -> Iterator[tuple[Any, ...]]:
    families = list(made.families.values())
    things = visibility.things_of(families)
    contexts = visibility.contexts_of(reader, families)
    for name, family in made.families.items():
        for action in Action:
            decision = can(
                reader.actor, action, things[family.pk], None, contexts[family.pk]
            )
            expected = told[name].get(action.value)
            if bool(decision) != (expected is not None):
                yield ("can", reader, name, action, expected, decision)
            if decision and decision.groups != expected:
                yield ("groups", reader, name, action, expected, decision)


def _listed(
    reader: Reader, made: Stored, told: dict[int, dict[str, set[str]]]
) -> Iterator[tuple[Any, ...]]:
    def where(action: str, group: str | None = None) -> set[uuid.UUID]:
        return {
            made.families[name].pk
            for name, may in told.items()
            if action in may and (group is None or group in may[action])
        }

    for action in LISTED:
        rows = visibility.allowed(models.Family.rows.all(), reader, action)
        yield from _unlike(reader, action, rows, where(action.value))
    for model, group in PARTS:
        yield from _unlike(
            reader, model, model.objects.visible_to(reader), where("view", group)
        )
    for model, action_name in (
        (models.Block, "block"),
        (models.Assignment, "who_opened"),
        (models.Share, "who_opened"),
    ):
        for row in model.objects.visible_to(reader):
            if row.family_id not in where(action_name):
                yield (model, reader, row)


def _unlike(
    reader: Reader, what: Any, rows: Any, expected: set[uuid.UUID]
) -> Iterator[tuple[Any, ...]]:
    seen = {getattr(row, "family_id", row.pk) for row in rows}
    if seen != expected:
        yield (what, reader, seen ^ expected)


def test_program_and_truth_agree_on_random_worlds(
    campaign: bool, record_property: Any
) -> None:
    count = WORLDS_CAMPAIGN if campaign else WORLDS_SMALL
    first = random.SystemRandom().randrange(10**9) if campaign else 1
    seen = 0
    for seed in range(first, first + count):
        world = truth.random_world(seed)
        with stored(world) as made:
            found = list(differences(world, made))
            assert not found, f"seed {seed}: {len(found)} differences: {found[:3]}"
        seen += sum(
            bool(truth.may(one, case)) for one in world.people for case in world.cases
        )
    record_property("worlds", count)
    assert seen > count  # the worlds are not all dark


def test_a_false_truth_is_found_out() -> None:
    """The comparison itself works: let the truth forget one block, and it shows."""
    for seed in range(1, 60):
        world = truth.random_world(seed)
        with stored(world) as made:
            for case in world.cases:
                case.hidden_from = []
            if list(differences(world, made)):
                return
    pytest.fail("nobody noticed that blocks were forgotten")


# --- asking about one family ----------------------------------------------------------


def test_objects_answer_only_for_a_reader() -> None:
    with pytest.raises(UnscopedError):
        models.Person.objects.all()
    with pytest.raises(UnscopedError):
        models.Family.objects.filter(state="open")


def test_drafts_are_seen_by_their_writer_alone() -> None:
    here = worlds.organisation()
    writer, other = (worlds.account(here, Role.CASEWORKER) for _ in range(2))
    draft = models.Draft(
        organisation=here, account=writer.id, key=keys.new_record_key(here.id), form="x"
    )
    draft.save()
    manager = models.Draft._default_manager.all()
    mine = visibility.seen_by(manager, worlds.reader_of(writer))
    assert list(mine) == [draft]
    assert not visibility.seen_by(manager, worlds.reader_of(other)).exists()


def test_rows_of_no_family_are_refused() -> None:
    reader = worlds.reader_of(worlds.account(worlds.organisation(), Role.CASEWORKER))
    with pytest.raises(TypeError):
        visibility.seen_by(Account.objects.all(), reader)


def test_requiring_says_no_in_three_ways() -> None:
    here = worlds.organisation()
    worker, other = (worlds.account(here, Role.CASEWORKER) for _ in range(2))
    family = worlds.family(here, owner=worker)
    reader = worlds.reader_of(worker, fresh=False)
    assert visibility.require(reader, family, Action.VIEW, Group.NUMBER)
    with pytest.raises(StepUpError):
        visibility.require(reader, family, Action.EXPORT)
    with pytest.raises(NotAllowedError):
        visibility.require(reader, family, Action.ERASE)
    for action in Action:
        with pytest.raises(NotVisibleError):
            visibility.require(worlds.reader_of(other, fresh=False), family, action)
    assert visibility.visible_family(reader, family.pk) == family
    with pytest.raises(NotVisibleError):
        visibility.visible_family(worlds.reader_of(other), family.pk)
    with pytest.raises(NotVisibleError):
        visibility.visible_family(reader, uuid.uuid4())
    assert Action.EXPORT in visibility.may(reader, family)
    assert visibility.may_open(reader)

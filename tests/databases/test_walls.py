"""Row-level security on PostgreSQL: what a question without a wall of its own sees."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.test import RequestFactory
from django.utils import timezone

from sathana.accounts.models import Account, Organisation
from sathana.protection import keys
from sathana.registry import walls
from sathana.registry.models import Family, Person, Share, Village

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'", reason="row-level security: PostgreSQL"
    ),
]
WALLED = sorted(
    model._meta.db_table
    for room in ("registry", "casework")
    for model in apps.get_app_config(room).get_models()
    if any(field.column == "organisation_id" for field in model._meta.local_fields)
)


@pytest.fixture
def two() -> Iterator[tuple[Organisation, Organisation]]:
    """Two organisations with a family, a person and a village each; nobody's wall."""
    made = [Organisation.objects.create(name_th=name) for name in ("หนึ่ง", "สอง")]
    for one in made:
        key = keys.new_record_key(one.id)
        family = Family.rows.create(organisation=one, key=key, title="x")
        Person.rows.create(organisation=one, family=family, key=key, label="P1")
        Village.objects.create(organisation=one, name_th="บ้าน")
    walls.stand_for(connection, walls.NOBODY)
    yield made[0], made[1]
    walls.stand_for(connection, walls.ALL)


def count(table: str, where: str = "true") -> int:
    """Count rows as a raw question sees them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE {where}")
        return int(cursor.fetchone()[0])


def _passes_walls() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        return bool(cursor.fetchone()[0])


@pytest.fixture(autouse=True)
def _subject(request: pytest.FixtureRequest) -> None:
    if _passes_walls():
        pytest.skip("a superuser passes through walls: scripts/with-postgres --app")


@pytest.mark.parametrize("table", WALLED)
def test_each_table_is_walled_in_and_its_owner_too(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class "
            "WHERE oid = %s::regclass",
            [table],
        )
        assert cursor.fetchone()[0], f"{table}: a new model needs walls (0002_walls)"


@pytest.mark.parametrize("table", ["registry_family", "registry_person"])
@pytest.mark.parametrize("setting", ["", "none", "ALL", "' OR true --"])
def test_who_stands_for_nobody_sees_nothing(
    two: tuple[Organisation, Organisation], table: str, setting: str
) -> None:
    walls.stand_for(connection, setting)
    assert count(table) == 0


def test_an_organisation_sees_its_own_rows_only(
    two: tuple[Organisation, Organisation],
) -> None:
    for one, other in (two, two[::-1]):
        walls.stand_for(connection, one.id)
        for table in ("registry_family", "registry_person", "registry_village"):
            assert count(table) == 1
            assert count(table, f"organisation_id = '{other.id}'") == 0


def test_a_shared_family_is_seen_while_the_share_holds(
    two: tuple[Organisation, Organisation],
) -> None:
    giver, partner = two
    walls.stand_for(connection, giver.id)
    now, family = timezone.now(), Family.rows.get()
    share = Share.rows.create(
        organisation=giver,
        family=family,
        key=family.key,
        to=partner,
        groups=["names"],
        begin=now - timedelta(hours=1),
        until=now + timedelta(hours=1),
    )
    walls.stand_for(connection, partner.id)
    assert count("registry_family") == count("registry_person") == 2
    assert count("registry_share") == 1
    assert count("registry_village") == 1
    for change in ({"withdrawn_at": now}, {"until": now - timedelta(minutes=1)}):
        walls.stand_for(connection, giver.id)
        Share.rows.filter(id=share.id).update(withdrawn_at=None)
        Share.rows.filter(id=share.id).update(**change)
        walls.stand_for(connection, partner.id)
        assert count("registry_family") == count("registry_person") == 1


def test_what_is_shared_cannot_be_changed_or_removed(
    two: tuple[Organisation, Organisation],
) -> None:
    giver, partner = two
    walls.stand_for(connection, giver.id)
    now, family = timezone.now(), Family.rows.get()
    Share.rows.create(
        organisation=giver,
        family=family,
        key=family.key,
        to=partner,
        begin=now - timedelta(hours=1),
        until=now + timedelta(hours=1),
    )
    walls.stand_for(connection, partner.id)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_person SET version = 9")
        assert cursor.rowcount == 1
        cursor.execute("DELETE FROM registry_share")
        assert cursor.rowcount == 0


def test_nobody_writes_into_another_organisation(
    two: tuple[Organisation, Organisation],
) -> None:
    walls.stand_for(connection, two[0].id)
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        Village.objects.create(organisation=two[1], name_th="x")


def test_maintenance_sees_all(two: tuple[Organisation, Organisation]) -> None:
    with walls.standing_for(connection, walls.ALL):
        assert count("registry_family") == 2
    assert count("registry_family") == 0


def _request(user: Any, seen: list[int], module: str = "sathana.registry.x") -> None:
    def view(request: Any) -> int:
        seen.append(count("registry_family"))
        return 0

    view.__module__ = module

    def answer(request: Any) -> Any:
        middle.process_view(request, view, (), {})
        return view(request)

    middle = walls.Walls(answer)
    request = RequestFactory().get("/")
    request.user = user
    middle(request)


def test_a_request_stands_for_who_is_signed_in_and_only_while_it_lasts(
    two: tuple[Organisation, Organisation],
) -> None:
    from django.contrib.auth.models import AnonymousUser

    seen: list[int] = []
    user = Account(id=uuid.uuid4(), organisation=two[0], username="a")
    _request(user, seen)
    assert count("registry_family") == 0
    _request(AnonymousUser(), seen)
    _request(user, seen, "sathana.library.views.x")
    assert seen == [1, 0, 0]
    assert walls.stands_for(connection) == walls.NOBODY

"""People of the tests: accounts with a passphrase and an authenticator app."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from datetime import timedelta

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
)
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.utils import timezone

from sathana.accounts.decide import Actor
from sathana.accounts.models import Account, Organisation, RoleGrant, Team
from sathana.accounts.reader import Reader
from sathana.accounts.roles import Role

PASSWORD = "four words for tests only"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PERIOD = 30


class Fast(MD5PasswordHasher):
    """Quick and worthless: for tests."""

    algorithm = "fast"


@dataclass
class Crew:
    """An organisation with a team, two admins and a caseworker."""

    organisation: Organisation
    team: Team
    one: Account
    two: Account
    worker: Account


def organisation(name: str = "มูลนิธิทดสอบ") -> Organisation:
    return Organisation.objects.create(name_th=name, areas=["57"])


def account(
    home: Organisation, username: str, *roles: Role, team: Team | None = None
) -> Account:
    made = Account(organisation=home, username=username, shown_name=username.title())
    made.set_password(PASSWORD)
    made.save()
    for role in roles:
        RoleGrant.objects.create(
            account=made, role=role, team=team, confirmed_at=timezone.now()
        )
    return made


def with_app(one: Account) -> Account:
    TOTP.activate(one, SECRET)
    RecoveryCodes.activate(one)
    return one


def crew(prefix: str = "") -> Crew:
    home = organisation()
    team = Team.objects.create(organisation=home, name="ทีมหนึ่ง")
    admin = Role.ORGANISATION_ADMIN
    return Crew(
        home,
        team,
        with_app(account(home, f"{prefix}admin1", admin)),
        with_app(account(home, f"{prefix}admin2", admin)),
        with_app(account(home, f"{prefix}worker", Role.CASEWORKER, team=team)),
    )


def code(step: int = 0, secret: str = SECRET) -> str:
    """The code of the app now, or some steps later."""
    counter = int(time.time()) // PERIOD + step
    return format_hotp_value(hotp_value(secret, counter))


def first_step(client: Client, one: Account, password: str = PASSWORD, **more: str):
    return client.post(
        "/sign-in/", {"login": one.username, "password": password, **more}
    )


def signed_in(one: Account, client: Client | None = None) -> Client:
    """A client that has gone through both steps as a person does."""
    from django.core.cache import cache

    client = client or Client()
    cache.clear()
    assert first_step(client, one).headers["Location"] == "/sign-in/code/"
    answer = client.post("/sign-in/code/", {"code": code()})
    assert answer.status_code == 302, answer.content.decode()
    cache.clear()
    return client


def reader(one: Account, fresh: bool = True) -> Reader:
    roles = frozenset(
        (Role(role), team) for role, team in one.grants.values_list("role", "team_id")
    )
    actor = Actor(one.id, one.organisation_id, roles, strong=True, fresh=fresh)
    return Reader(actor, timezone.now(), uuid.uuid4().hex)


def age(client: Client, seconds: float) -> None:
    """Let the session of a client grow older by so many seconds."""
    session = client.session
    for name in ("seen", "begun"):
        if name in session:
            session[name] -= seconds
    records = session.get("account_authentication_methods", [])
    for record in records:
        record["at"] -= seconds
    session["account_authentication_methods"] = records
    session.save()


LATER = timedelta(seconds=1)

"""Small worlds of stored people for tests: organisations, teams, accounts, families.

Rows are made directly, without services: a test of who may see a thing must not lean on
who was allowed to make it.
"""

from __future__ import annotations

import itertools
import time
import uuid
from datetime import datetime
from functools import cache
from typing import Any

from allauth.account.internal.userkit import user_id_to_str
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from sathana.accounts.decide import Actor
from sathana.accounts.models import Account, Organisation, RoleGrant, Team
from sathana.accounts.roles import Role
from sathana.protection import keys
from sathana.registry import models
from sathana.registry.reader import Reader

PASSWORD = "ภาษาลับของการทดสอบ เท่านั้น"
_counting = itertools.count(1)


@cache
def hashed() -> str:
    """Return the hash of the one password of all tests: hashing is slow on purpose."""
    return make_password(PASSWORD)


def organisation(name: str = "องค์กรสมมติ") -> Organisation:
    """Make an organisation."""
    return Organisation.objects.create(name_th=name, name_en="Invented organisation")


def team(of: Organisation, name: str = "ทีมสมมติ") -> Team:
    """Make a team."""
    return Team.objects.create(organisation=of, name=name)


def account(
    of: Organisation, *roles: Role, team: Team | None = None, username: str = ""
) -> Account:
    """Make an account whose roles are confirmed; its password is ``PASSWORD``."""
    username = username or f"somebody{next(_counting)}"
    made = Account(organisation=of, username=username, shown_name=f"คน {username}")
    made.password = hashed()
    made.save()
    for role in roles:
        grant(made, role, team)
    return made


def grant(to: Account, role: Role, team: Team | None = None) -> RoleGrant:
    """Give an account a confirmed role."""
    return RoleGrant.objects.create(
        account=to, role=role, team=team, confirmed_at=timezone.now()
    )


def actor_of(account: Account, *, strong: bool = True, fresh: bool = True) -> Actor:
    """Return an account as the decision knows it."""
    grants = account.grants.filter(ended_at=None).exclude(confirmed_at=None)
    roles = frozenset((Role(one.role), one.team_id) for one in grants)
    return Actor(account.id, account.organisation_id, roles, strong, fresh)


def reader_of(
    account: Account,
    *,
    strong: bool = True,
    fresh: bool = True,
    now: datetime | None = None,
) -> Reader:
    """Return an account as a reader."""
    actor = actor_of(account, strong=strong, fresh=fresh)
    return Reader(actor, now or timezone.now(), "test")


def strong_client(
    account: Account, *, fresh: bool = True, factor: bool = True, **options: Any
) -> Client:
    """Return a browser in which the account is signed in with its second factor.

    Args:
        account: Who.
        fresh: Whether the factor was shown just now, or an hour ago.
        factor: Whether a second factor was shown at all.
        options: Of Django's test client.
    """
    kinds = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP)
    if factor and not kinds.exists():
        Authenticator.objects.create(
            user=account, type=Authenticator.Type.TOTP, data={"secret": "invented"}
        )
    client = Client(**options)
    client.force_login(account)
    at = time.time() - (0 if fresh else 3600)
    shown = [{"method": "password", "at": at, "username": account.username}]
    if factor:
        shown.append({"method": "mfa", "at": at, "type": "totp"})
    session = client.session
    session["account_authentication_methods"] = shown
    session["account_authentication_methods_user"] = user_id_to_str(account)
    session.save()
    return client


def family(
    of: Organisation,
    team: Team | None = None,
    owner: Account | None = None,
    title: str = "ครอบครัวสมมติ",
    **more: Any,
) -> models.Family:
    """Make a family with a key of its own."""
    values = {"audit_name": uuid.uuid4().hex, "title": title, **more}
    made = models.Family(
        organisation=of,
        team=team,
        made_by=owner.id if owner else None,
        key=keys.new_record_key(of.id),
        **values,
    )
    made.save()
    return made


def person(
    family: models.Family, name: str = "น้อย สมมติ", number: str = "", **more: Any
) -> models.Person:
    """Make a person with a key of its own, a Thai name and a number."""
    key = keys.new_record_key(family.organisation_id)
    values = {"audit_name": uuid.uuid4().hex, "label": "P", **more}
    made = row(models.Person, family, key=key, **values)
    row(models.Name, family, key=key, person=made, kind="thai", text=name, main=True)
    if number:
        told(made, "id13", number)
    return made


def told(
    person: models.Person, path: str, value: Any, grade: str = "claimed"
) -> models.Fact:
    """Tell a fact of a person."""
    values = {"path": path, "value": value, "grade": grade}
    return row(models.Fact, person.family, key=person.key, person=person, **values)


def paper(
    family: models.Family, person: models.Person | None = None, **more: Any
) -> models.Evidence:
    """Make a paper with a key of its own."""
    key = keys.new_record_key(family.organisation_id)
    values = {"kind": "birth certificate", **more}
    return row(models.Evidence, family, key=key, person=person, **values)


def consent(
    family: models.Family,
    *purposes: str,
    person: models.Person | None = None,
    **more: Any,
) -> models.Consent:
    """Give consent for a family, or a person of it."""
    values = {
        "who": "แม่สมมติ",
        "language": "Thai",
        "how": "spoken",
        "witness": "พยานสมมติ",
        "purposes": list(purposes or ("record", "assess", "share")),
        "given_on": timezone.localdate(),
        **more,
    }
    key = person.key if person else family.key
    return row(models.Consent, family, key=key, person=person, **values)


def row[M: Any](model: type[M], family: models.Family, **values: Any) -> M:
    """Make any row of a family; under the family's key if none is given."""
    values.setdefault("key", family.key)
    made = model(organisation_id=family.organisation_id, family=family, **values)
    made.save()
    return made

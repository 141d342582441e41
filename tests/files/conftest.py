"""A family of an invented organisation, its caseworker, and a store of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.test import Client
from django.utils import translation
from tests import worlds

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.protection import keys
from sathana.registry import models
from sathana.registry.reader import Reader


@dataclass
class House:
    """A family, its two persons, and those who work with it."""

    family: models.Family
    child: models.Person
    mother: models.Person
    caseworker: Account
    stranger: Account
    reader: Reader


@pytest.fixture
def house(db, settings, tmp_path: Path) -> Iterator[House]:
    """A family that consented, with two persons and told facts."""
    settings.SATHANA_DATA = tmp_path
    keys.forget_all()
    own, other = worlds.organisation(), worlds.organisation("องค์กรอื่น")
    team = worlds.team(own)
    caseworker = worlds.account(own, Role.CASEWORKER)
    family = worlds.family(own, team, caseworker, title="บ้านสมมติ")
    worlds.consent(family, "record")
    child = worlds.person(family, "น้อย สมมติ", label="Child")
    mother = worlds.person(family, "แม่ สมมติ", label="Mother")
    worlds.told(child, "born.date", "2008-04-12")
    worlds.told(child, "born.country", "TH")
    worlds.told(mother, "born.date", "1980")
    stranger = worlds.account(other, Role.SUPERVISOR, team=worlds.team(other))
    reader = worlds.reader_of(caseworker)
    yield House(family, child, mother, caseworker, stranger, reader)
    keys.forget_all()


@pytest.fixture
def pages(house: House) -> Iterator[Client]:
    """The caseworker's browser, signed in with a second factor."""
    # A request leaves its language behind: addresses here are made in Thai.
    with translation.override("th"):
        yield signed_in(house.caseworker)


def signed_in(account: Account) -> Client:
    """Return a browser in which somebody is signed in with a second factor."""
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    client = Client()
    client.force_login(account)
    session = client.session
    request = HttpRequest()
    request.user, request.session = account, session
    record_authentication(request, account, method="mfa")
    session.save()
    return client

"""The editors' rooms: who comes in, and which of the framework's doors are shut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from tests import worlds
from tests.publishing.conftest import Desk, strong

from sathana.accounts.models import Account, RoleGrant
from sathana.accounts.roles import EDITORIAL, Role
from sathana.editorial.door import is_room

pytestmark = pytest.mark.django_db

SAMPLES = {"int": 4, "uuid": "6b1c1a44-3a0c-4b6e-9a55-1c1f5f0a9d11", "str": "word"}


def addresses() -> list[tuple[str, str]]:
    """Return every address below the editors' path, with its full name."""
    in_languages = [
        one for one in get_resolver().url_patterns if str(one.pattern) == ""
    ]
    every = [each for one in in_languages for each in one.url_patterns]
    found = [one for one in every if _begins(one, "edit/")]
    return [pair for one in found for pair in _walk([one], "/", "")]


def _begins(entry: Any, path: str) -> bool:
    return str(entry.pattern).startswith(path)


def _walk(entries: Any, path: str, space: str) -> Iterator[tuple[str, str]]:
    for entry in entries:
        here = path + _filled(entry.pattern)
        if isinstance(entry, URLPattern):
            yield space + str(entry.name), here
        else:
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry.url_patterns, here, inner)


def _filled(pattern: Any) -> str:
    text = str(pattern)
    if text.startswith("^"):  # the framework's last resort: any path
        return "anything/"
    for name, kind in pattern.converters.items():
        sort = type(kind).__name__.removesuffix("Converter").lower()
        sort = "str" if sort == "string" else sort
        value = str(SAMPLES.get(sort, SAMPLES["str"]))
        text = text.replace(f"<{sort}:{name}>", value).replace(f"<{name}>", value)
    return text


OTHERS = [role for role in Role if role not in EDITORIAL]


def test_the_walk_finds_the_framework() -> None:
    names = {name for name, _ in addresses()}
    assert {"wagtailadmin_home", "wagtailusers_users:index", "editorial:stale"} <= names
    assert len(names) > 150


def test_shut_doors_are_as_if_they_were_not_there(desk: Desk) -> None:
    clients = [strong(desk.editor), strong(desk.law)]
    shut = [(name, path) for name, path in addresses() if not is_room(name)]
    assert len(shut) > 80
    for number, (name, path) in enumerate(shut):
        client = clients[number % 2]
        assert client.get(path).status_code == 404, name
        assert client.post(path).status_code == 404, name


@pytest.mark.parametrize("role", OTHERS)
def test_other_roles_find_nothing_behind_the_door(
    desk: Desk, role: Role, campaign: bool
) -> None:
    client = strong(worlds.account(desk.editor.organisation, role))
    step = 1 if campaign else len(OTHERS)
    for name, path in addresses()[0 if campaign else OTHERS.index(role) :: step]:
        assert client.get(path).status_code == 404, name
        assert client.post(path).status_code == 404, name


def test_nobody_comes_in_without_signing_in(desk: Desk) -> None:
    client = Client()
    for name, path in addresses():
        answer = client.get(path)
        assert answer.status_code == 302, name
        assert answer.headers["Location"].startswith("/sign-in/"), name


def test_a_password_alone_does_not_open(desk: Desk) -> None:
    client = worlds.strong_client(desk.editor, factor=False)
    answer = client.get(reverse("wagtailadmin_home"))
    assert answer.status_code == 302


@pytest.mark.parametrize("who", ["editor", "language", "law", "community"])
def test_no_open_door_fails(desk: Desk, who: str) -> None:
    client = strong(getattr(desk, who))
    client.raise_request_exception = False
    for name, path in addresses():
        if is_room(name):
            assert client.get(path).status_code < 500, (name, path)


def test_the_relaxed_policy_holds_on_the_editors_path_only(desk: Desk) -> None:
    client = strong(desk.editor)
    inside = client.get("/edit/").headers["Content-Security-Policy"]
    assert "'unsafe-inline'" in inside
    assert "http" not in inside
    for path in ("/", "/media/", "/law/", "/my/"):
        outside = client.get(path).headers["Content-Security-Policy"]
        assert "unsafe" not in outside, path


def test_a_role_that_ended_opens_nothing(desk: Desk) -> None:
    client = strong(desk.editor)
    assert client.get("/edit/").status_code == 200
    RoleGrant.objects.filter(account=desk.editor).update(confirmed_at=None)
    assert client.get("/edit/").status_code == 404


def test_nobody_can_be_made_a_superuser(desk: Desk) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.filter(pk=desk.editor.pk).update(is_superuser=True)


def test_menus_of_users_groups_and_sites_are_gone(desk: Desk) -> None:
    page = strong(desk.editor).get("/edit/").content.decode()
    for gone in ("/edit/users/", "/edit/groups/", "/edit/sites/", "/edit/workflows/"):
        assert gone not in page


def test_taking_down_is_at_once_and_says_why(desk: Desk) -> None:
    from sathana.editorial.reviews import by_the_house

    page = desk.item("harmful")
    with by_the_house():
        page.get_latest_revision().publish()
    address = reverse("editorial:take-down", args=[page.pk])
    assert strong(desk.language).post(address, {"why": "x"}).status_code == 403
    assert strong(desk.law).post(address, {"why": " "}).status_code == 422
    page.refresh_from_db()
    assert page.live
    assert strong(desk.law).post(address, {"why": "dead rule"}).status_code == 302
    page.refresh_from_db()
    assert not page.live

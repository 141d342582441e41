"""Every URL for every role in every relation: no leak, no fault, refusals tell nothing.

The routes come from the URL resolver, what is expected from ``groups.py``, and who may
what from the slow truth of ``tests.registry.truth``; nothing here asks the program.
"""

from __future__ import annotations

import copy
import sys
import time
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from tests import worlds
from tests.matrix.groups import PAGES, SAMPLES, Family, Office, Open, Own, Page
from tests.matrix.routes import Route, address, routes
from tests.matrix.village import RELATIONS, Stored, Village, build, relations
from tests.registry import truth

from sathana.protection import keys

pytestmark = pytest.mark.django_db
WENT_WELL = frozenset((200, 302, 303))
TOOK_NOTHING = frozenset((400, 409, 422, 429))
"""A form that was looked at, and whose empty fields were refused."""
FEWER = ("own", "team", "shared", "other_team")
"""Relations of the short run, two of them by turns, besides one of the others."""


@pytest.fixture(scope="module")
def village(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Village]:
    """The world, stored once for all cells and taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)
    keys.forget_all()


@dataclass
class Cell:
    """One question: who asks what of which family, and what came back."""

    route: Route
    role: str
    relation: str
    method: str
    fresh: bool
    language: str


class Asker:
    """Asks cell by cell, and keeps count."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self.clients: dict[tuple[str, bool], tuple[Client, Any, float]] = {}
        self.count: Counter[str] = Counter()
        self.unknown = {part: uuid.uuid4() for part in _IDS}
        self.missing: dict[tuple[Any, ...], tuple[int, str]] = {}
        self.faults: defaultdict[str, list[str]] = defaultdict(list)

    def client(self, role: str, fresh: bool) -> Client:
        """Return a browser as it was after signing in, whatever it did since.

        A long run outlasts the minutes for which a shown factor counts as fresh.
        """
        known = self.clients.get((role, fresh))
        if known is None or time.monotonic() - known[2] > _RENEWED:
            account = self.village.accounts[role]
            made = worlds.strong_client(
                account, fresh=fresh, raise_request_exception=False
            )
            cookies = copy.deepcopy(made.cookies)
            self.clients[role, fresh] = made, cookies, time.monotonic()
        client, cookies, _ = self.clients[role, fresh]
        client.cookies = copy.deepcopy(cookies)
        return client

    def ask(self, cell: Cell, values: dict[str, Any]) -> Any:
        path = cell.language + address(cell.route, values)
        client = self.client(cell.role, cell.fresh)
        with transaction.atomic():
            response = getattr(client, cell.method)(path)
            response.text_ = _text(response)
            transaction.set_rollback(True)
        keys.forget()
        return response

    def judge(self, cell: Cell, stored: Stored | None, values: dict[str, Any]) -> None:
        response = self.ask(cell, values)
        self.count[type(PAGES[cell.route.name]).__name__] += 1
        for fault in self.wrong(cell, stored, response, values):
            stale = "" if cell.fresh else " (stale)"
            asked = f"{cell.route.name} {cell.method}{stale}{cell.language}: {fault}"
            self.faults[asked].append(f"{cell.role} {cell.relation}".strip())

    def wrong(
        self, cell: Cell, stored: Stored | None, response: Any, values: dict[str, Any]
    ) -> Iterator[str]:
        status = response.status_code
        page = PAGES[cell.route.name]
        if status >= 500:
            yield f"a fault of ours, {status}"
            return
        if not _is_expected(page, cell, self.may(cell, stored), response):
            yield f"{status} was not expected ({response.headers.get('Location', '')})"
        yield from self.leaks(cell, response.text_)
        if status == 404 and set(_IDS) & set(cell.route.parts):
            yield from self.unlike_nothing(cell, response, values)

    def may(self, cell: Cell, stored: Stored | None) -> dict[str, set[str]]:
        if stored is None:
            return {}
        return self.village.may(cell.role, stored, fresh=cell.fresh)

    def leaks(self, cell: Cell, text: str) -> Iterator[str]:
        """Yield what stands on a page and is not for this role."""
        for family, group in self.village.shown(text):
            may = self.village.may(cell.role, family)
            if group not in may.get("view", ()):
                yield f"shows {group} of family {family.number}"

    def unlike_nothing(
        self, cell: Cell, refused: Any, values: dict[str, Any]
    ) -> Iterator[str]:
        """Yield if a refusal differs from the answer about an id that there is not."""
        status, text = self.nothing(cell, values)
        for part, one in self.unknown.items():
            text = text.replace(str(one), str(values.get(part)))
        if status != 404 or text != refused.text_:
            yield "differs from the answer about something that is not there"

    def nothing(self, cell: Cell, values: dict[str, Any]) -> tuple[int, str]:
        """Return the answer about an id that there is not; asked once of each kind."""
        kind = (cell.route.path, cell.role, cell.method, cell.fresh, cell.language)
        if kind not in self.missing:
            missing = self.ask(cell, {**values, **self.unknown})
            self.missing[kind] = missing.status_code, missing.text_
        return self.missing[kind]


_RENEWED = 120.0
"""Seconds after which a browser signs in anew; a factor counts as fresh for 300."""
_IDS = (
    *("family", "person", "fact", "kinship", "consent", "evidence", "file"),
    *("household", "case", "track", "encounter", "appointment", "office", "note"),
    *("account", "team", "invitation", "organisation"),
    *("pack",),
    *("sheet", "pupil"),
    *("asking", "witness", "test"),
    *("handover", "card", "passing", "offer", "cost"),
)


def _text(response: Any) -> str:
    body = b"".join(response) if response.streaming else response.content
    return body.decode("utf-8", "replace")


def _is_expected(
    page: Page, cell: Cell, may: dict[str, set[str]], response: Any
) -> bool:
    status, posted = response.status_code, cell.method == "post"
    if isinstance(page, Open):
        return status in WENT_WELL | TOOK_NOTHING | {301, 403, 404, 405}
    if isinstance(page, Own):
        return status in WENT_WELL | TOOK_NOTHING | {404, 405}
    if isinstance(page, Office):
        return _office(page, cell, response)
    return _family(page, may, cell, response, posted)


def _office(page: Office, cell: Cell, response: Any) -> bool:
    status = response.status_code
    if cell.method == "post" and status == 405:
        return True
    foreign = cell.relation == "elsewhere" and not page.everywhere
    if cell.role not in page.roles or (foreign and not page.stepped):
        return status in page.refused
    if foreign:
        return status in page.refused or _asks_again(response)
    if page.stepped and not cell.fresh:
        return _asks_again(response)
    if cell.method == "post" and page.about and status == 404:
        return True  # the form named nothing to do it with
    return status in WENT_WELL | TOOK_NOTHING and not _asks_again(response)


def _family(
    page: Family, may: dict[str, set[str]], cell: Cell, response: Any, posted: bool
) -> bool:
    status = response.status_code
    if posted and not page.change:
        return status in (404, 405)
    if not posted and page.only_post:
        return status in (404, 405)
    if page.of and page.of not in may.get("view", ()):
        return status in ((403, 404) if "view" in may else (404,))
    if "view" not in may:
        return status == 404
    action = page.change if posted else page.look
    if action not in may:
        refused = status in (403, 404)
        return refused or (page.stepped and not cell.fresh and _asks_again(response))
    return status in WENT_WELL | TOOK_NOTHING and not _asks_again(response)


def _asks_again(response: Any) -> bool:
    """Say whether somebody is led to sign in, or to show the second factor again."""
    goal = response.headers.get("Location", "")
    doors = ("sign-in", "reauthenticate", "second-factor")
    return response.status_code == 302 and any(door in goal for door in doors)


def cells(campaign: bool) -> Iterator[Cell]:
    """Yield every question; the short run asks each route of each role, less often."""
    for number, route in enumerate(routes()):
        page = PAGES.get(route.name)
        about = RELATIONS if isinstance(page, Family) else ("",)
        if isinstance(page, Office) and page.about:
            about = ("here", "elsewhere")
        for place, role in enumerate(truth.ROLES):
            if not campaign and _is_spared(page, role, number + place):
                continue
            chosen = set(RELATIONS) if campaign else _turn(number + place)
            chosen &= set(relations(role))
            for relation in about:
                if relation in RELATIONS and relation not in chosen:
                    continue
                yield from _ways(route, role, relation, page, campaign)


def _is_spared(page: Page | None, role: str, number: int) -> bool:
    """Whether a role that opens no family is not asked this time: three of four."""
    about_families = isinstance(page, Family)
    return about_families and role in truth.OPEN_NO_FAMILY and number % 4 != 0


def _turn(number: int) -> set[str]:
    others = [one for one in RELATIONS if one not in FEWER]
    return {
        *FEWER[number % 2 :: 2],
        *(others[(number + n) % len(others)] for n in (0, 3)),
    }


def _ways(
    route: Route, role: str, relation: str, page: Page | None, campaign: bool
) -> Iterator[Cell]:
    languages = ("", "/en") if campaign and isinstance(page, Family) else ("",)
    spared = isinstance(page, Open) and not campaign
    if spared and (len(route.path) + truth.ROLES.index(role)) % 4:
        return  # these know nobody: the short run asks them for some roles only
    for language in languages:
        for method in ("get",) if spared else ("get", "post"):
            yield Cell(route, role, relation, method, True, language)
    if campaign and not isinstance(page, Open):
        for method in ("get", "post"):
            yield Cell(route, role, relation, method, False, "")


def test_every_route_has_an_expectation() -> None:
    unknown = sorted({route.name for route in routes()} - set(PAGES))
    assert not unknown, f"say in tests/matrix/groups.py what is expected of: {unknown}"


def test_every_part_of_an_address_has_a_value(village: Village) -> None:
    rows = village.values("leader", "own")
    parts = {part for route in routes() for part in route.parts}
    unknown = sorted(parts - set(rows) - set(SAMPLES))
    assert not unknown, f"give these a row in tests/matrix/village.py: {unknown}"


def test_every_url_for_every_role_in_every_relation(
    village: Village, campaign: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    asker = Asker(village)
    chosen = list(cells(campaign))
    if not campaign:  # the two databases share them
        chosen = chosen[connection.vendor == "postgresql" :: 2]
    for cell in chosen:
        stored = village.families.get((cell.role, cell.relation))
        values = {**SAMPLES, **village.values(cell.role, cell.relation)}
        asker.judge(cell, stored, values)
    total = sum(asker.count.values())
    with capsys.disabled():
        sys.stdout.write(f"\nmatrix: {total:,} cells {dict(asker.count)}\n")
    shown = [
        f"{asked} [{len(who)}: {', '.join(who[:6])}]"
        for asked, who in asker.faults.items()
    ]
    assert not shown, f"{len(shown)} kinds of faults:\n" + "\n".join(shown[:150])
    if campaign:
        assert total >= 10_000


def test_nobody_who_is_not_signed_in_gets_further_than_the_door(
    village: Village,
) -> None:
    values = {**SAMPLES, **village.values("caseworker", "own")}
    account = village.accounts["caseworker"]
    weak = worlds.strong_client(account, factor=False)
    for client in (Client(), weak):
        for route in routes():
            if not isinstance(PAGES.get(route.name), Family | Office):
                continue
            for method in ("get", "post"):
                page = getattr(client, method)(address(route, values))
                text = _text(page)
                assert page.status_code in (302, 405), f"{route.name} {method}"
                assert "KNR" not in text
                if page.status_code == 302:
                    assert _asks_again(page), f"{route.name} leads elsewhere"


def test_a_search_finds_no_more_than_the_list(village: Village) -> None:
    """The list of families, asked for a canary, shows only what may be listed.

    The name is asked for in small letters: what the page repeats is then no canary.
    """
    asker, seen = Asker(village), 0
    for role in truth.ROLES:
        client = asker.client(role, True)
        for number, stored in enumerate(village.families.values()):
            if number % 40 and (role, "shared") != stored.place:
                continue
            asked = {"q": stored.canary("names").lower()}
            text = _text(client.get(reverse("families"), asked))
            found = list(asker.leaks(Cell(ROUTE, role, "", "get", True, ""), text))
            assert not found, f"{role}: {found}"
            seen += stored.canary("names") in text
    assert seen  # what may be found is found


ROUTE = Route("families", "families/", (), "")


def test_the_matrix_sees_a_leak(village: Village) -> None:
    """The canaries sing: what a page must not show is found on it."""
    asker = Asker(village)
    cell = Cell(ROUTE, "partner", "", "get", True, "")
    hidden = village.families["caseworker", "own"]
    assert list(asker.leaks(cell, f"<p>{hidden.canary('names')}</p>"))
    lent = village.families["caseworker", "shared"]
    assert not list(asker.leaks(cell, f"<p>{lent.canary('names')}</p>"))
    assert list(asker.leaks(cell, f"<p>{lent.canary('contact')}</p>"))
    assert settings.DEBUG is False

"""The pages of access: what was typed stays, refusals tell nothing."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from tests import worlds
from tests.registry.test_access import WHY, House, house

from sathana.notices import telling
from sathana.registry import models

__all__ = ["house"]
pytestmark = [pytest.mark.django_db]
TITLE = "บ้านลุงติ๊บ กนารี"


@pytest.fixture(autouse=True)
def _with_all_addresses():
    with override_settings(ROOT_URLCONF="tests.registry.access_urls"):
        yield


@pytest.fixture
def head(house: House) -> Client:
    house.family.title = TITLE
    house.family.save()
    return worlds.strong_client(house.head)


def address(house: House) -> str:
    return reverse("family-access", args=[house.family.pk])


@pytest.mark.parametrize("language", ["", "/en"])
def test_who_heads_the_team_sees_all_forms(
    house: House, head: Client, language: str
) -> None:
    page = head.get(language + address(house))
    text = page.content.decode()
    assert page.status_code == 200
    assert TITLE in text
    for verb in ("assign", "share", "seal", "block"):
        assert f'value="{verb}"' in text
    assert text.count("button--primary") <= 1


def test_who_works_with_it_sees_who_else_does_but_not_the_forms(house: House) -> None:
    text = worlds.strong_client(house.worker).get(address(house)).content.decode()
    for verb in ("assign", "share", "block"):
        assert f'value="{verb}"' not in text
    assert 'value="seal"' in text


def test_forms_do_what_they_say(house: House, head: Client) -> None:
    worlds.consent(house.family, "share")
    page = head.post(
        address(house), {"do": "assign", "worker": house.colleague.pk}, follow=True
    )
    assert page.status_code == 200
    assert models.Assignment.rows.get().account == house.colleague
    form = {
        "do": "share",
        "to": house.away.pk,
        "groups": ["names", "facts"],
        "purpose": "ขอใบรับรองการเกิด",
        "until": "2026-12-31",
        "username": house.partner.username,
    }
    page = head.post(address(house), form, follow=True)
    assert page.status_code == 200
    share = models.Share.rows.get()
    assert share.account == house.partner
    assert "ขอใบรับรองการเกิด" in page.content.decode()
    for verb, model in (("unshare", models.Share), ("unassign", models.Assignment)):
        row = model.rows.get()
        assert head.post(address(house), {"do": verb, "row": row.pk}).status_code == 302
    blocked = {"do": "block", "account": house.worker.pk, "reason": "เป็นญาติของคู่กรณี"}
    assert head.post(address(house), blocked).status_code == 302
    row = models.Block.rows.get()
    assert (
        head.post(address(house), {"do": "unblock", "row": row.pk}).status_code == 302
    )


def test_what_cannot_be_done_comes_back_with_what_was_typed(
    house: House, head: Client
) -> None:
    form = {"do": "share", "to": house.away.pk, "groups": ["names"], "purpose": "เพื่อน"}
    page = head.post(address(house), {**form, "until": "พรุ่งนี้"})
    text = page.content.decode()
    assert page.status_code == 422
    for typed in ("เพื่อน", "พรุ่งนี้", str(house.away.pk)):
        assert typed in text
    assert 'value="names" checked' in text
    for broken in ({}, {"do": "dream"}, {"do": "assign", "worker": "x"}):
        assert head.post(address(house), broken).status_code == 422


def test_a_stale_second_factor_keeps_the_form(house: House) -> None:
    worlds.consent(house.family, "share")
    stale = worlds.strong_client(house.head, fresh=False)
    form = {"do": "share", "to": house.away.pk, "purpose": "ขอใบรับรองการเกิด"}
    page = stale.post(
        address(house), {**form, "groups": "names", "until": "2026-12-31"}
    )
    assert page.status_code == 302
    assert not models.Share.rows.exists()
    fresh = worlds.strong_client(house.head)
    assert "ขอใบรับรองการเกิด" in fresh.get(address(house)).content.decode()


def test_sealing_ends_on_a_page_that_tells_nothing_more(house: House) -> None:
    worker = worlds.strong_client(house.worker)
    page = worker.post(address(house), {"do": "seal", "officers": [house.officer.pk]})
    assert page.status_code == 200
    assert worker.get(address(house)).status_code == 404


def test_not_visible_and_not_there_are_the_same_page(house: House) -> None:
    partner = worlds.strong_client(house.partner)
    other = uuid.uuid4()
    nowhere = reverse("family-access", args=[other])
    for method in (partner.get, partner.post):
        refused, missing = method(address(house)), method(nowhere)
        assert refused.status_code == missing.status_code == 404
        # The page leads to itself in the other language: its address stands in it.
        same = missing.content.decode().replace(str(other), str(house.family.pk))
        assert refused.content.decode() == same


def test_glass_leads_to_the_family_or_tells_nothing(house: House) -> None:
    client = worlds.strong_client(house.colleague)
    glass = reverse("glass")
    assert client.get(glass).status_code == 200
    form = {"category": "danger", "reason": WHY}
    sealed = worlds.family(house.home, house.team, sealed_at=house.family.made_at)
    pages = [
        client.post(glass, {**form, "asked": asked}).content.decode().replace(asked, "")
        for asked in (sealed.pk.hex[:8], "0123abcd")
    ]
    same = [page.split("csrfmiddlewaretoken") for page in pages]
    assert [part[90:] for part in same[0]] == [part[90:] for part in same[1]]
    assert WHY in pages[0]
    page = client.post(glass, {**form, "asked": house.family.pk.hex[:8]})
    assert page.url == reverse("family", args=[house.family.pk])
    assert client.get(glass).status_code == 200
    for one in (house.officer, house.partner):
        assert worlds.strong_client(one).get(glass).status_code == 404
    stale = worlds.strong_client(house.colleague, fresh=False)
    assert stale.get(glass).status_code == 302


def test_reviewing_on_the_page(house: House) -> None:
    colleague = worlds.strong_client(house.colleague)
    form = {"category": "danger", "reason": WHY, "asked": house.family.pk.hex[:8]}
    colleague.post(reverse("glass"), form)
    officer = worlds.strong_client(house.officer)
    review = reverse("glass-review")
    text = officer.get(review).content.decode()
    assert WHY in text
    row = models.BreakGlass.rows.get()
    short = officer.post(review, {"row": row.pk, "found": "justified", "remark": "ดี"})
    assert short.status_code == 422
    assert 'value="ดี"' in short.content.decode()
    done = officer.post(
        review, {"row": row.pk, "found": "justified", "remark": "โทรถามแล้ว เหตุจริง"}
    )
    assert done.status_code == 302
    assert WHY not in officer.get(review).content.decode()
    assert officer.post(review, {"row": "x"}).status_code == 422
    assert officer.post(review, {"row": uuid.uuid4()}).status_code == 404
    assert worlds.strong_client(house.worker).get(review).status_code == 404


def test_notices_are_read_by_their_owner_alone(house: House) -> None:
    telling.tell([house.officer.pk, house.head.pk], "glass_broken", house.family.pk)
    telling.tell([house.officer.pk], "something_new")
    officer = worlds.strong_client(house.officer)
    page = officer.get(reverse("notices")).content.decode()
    assert page.count("<li class=") == 2
    assert reverse("glass-review") in page
    theirs = house.head.notices.get()
    for notice in (theirs.pk, "x"):
        assert officer.post(reverse("notices"), {"notice": notice}).status_code == 302
    assert telling.unread(house.officer.pk) == 2
    assert telling.unread(house.head.pk) == 1
    officer.post(reverse("notices"), {"notice": house.officer.notices.first().pk})
    assert telling.unread(house.officer.pk) == 1
    officer.post(reverse("notices"))
    assert telling.unread(house.officer.pk) == 0

"""What is taken back is gone at once, from wherever a reader could meet it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.media import making
from tests.publishing.conftest import Desk

from sathana.editorial.reviews import by_the_house
from sathana.library import siteindex
from sathana.media import services as media
from sathana.publishing import going_public
from sathana.publishing.models import CONSENTED, ListPage, StoryPage
from sathana.web import dates

pytestmark = pytest.mark.django_db
WORD = "กำแพงเพชรพลอยใส"


@pytest.fixture(autouse=True)
def searched() -> Iterator[None]:
    siteindex.connect()
    yield
    siteindex.connect(there=False)


def story(desk: Desk, until: date) -> StoryPage:
    home = desk.media.get_parent().specific
    stories = ListPage(title="เล่า", slug="tales", shows="stories", locale=home.locale)
    home.add_child(instance=stories)
    page = StoryPage(
        title=WORD,
        slug="told",
        locale=home.locale,
        consent=CONSENTED,
        consent_kept="ตู้ 3",
        consent_on=until - timedelta(days=9),
        consent_until=until,
    )
    stories.add_child(instance=page)
    with by_the_house():
        page.save_revision().publish()
    return page


def seen(page: Any) -> set[str]:
    """Return where a reader meets the story."""
    paths = {
        "page": page.url,
        "list": "/tales/",
        "map": "/sitemap.xml",
        "front": "/",
        "search": f"/search/?q={WORD}",
    }
    needle = {"map": "/told/", "search": "/told/"}
    return {
        name
        for name, path in paths.items()
        if needle.get(name, WORD) in Client().get(path).content.decode()
    }


def test_a_story_is_gone_everywhere_on_the_day_after_its_consent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = dates.today()
    page = story(desk, last)
    assert {"page", "list", "map", "search"} <= seen(page)
    _set_day(monkeypatch, last + timedelta(days=1))
    assert seen(page) == set()


def test_a_recording_is_public_while_its_page_may_be_read(desk: Desk) -> None:
    taken = media.take(making.wav(), desk.editor.pk, timezone.now(), language="th")
    last = dates.today()
    page = story(desk, last)
    page.body = [("recording", {"recording": taken})]
    with by_the_house():
        page.save_revision().publish()
    for day, public in ((last, True), (last + timedelta(days=1), False), (last, True)):
        going_public.settle_recordings(day)
        taken.refresh_from_db()
        assert (taken.published_at is not None) == public, day


def _set_day(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Let it be a day, for whoever has taken the function along already."""
    import sys

    real = dates.today
    for name, module in list(sys.modules.items()):
        if not name.startswith("sathana."):
            continue
        for own in ("today", "today_in_thailand"):
            if getattr(module, own, None) is real:
                monkeypatch.setattr(module, own, lambda: day)


def test_captions_that_were_withdrawn_live_in_no_cache(
    desk: Desk, tmp_path: Any
) -> None:
    taken = media.take(making.wav(), desk.editor.pk, timezone.now(), language="th")
    media.set_captions(taken.pk, "th", b"WEBVTT\n\n00:00.100 --> 00:01.000\nhello\n")
    media.publish(taken.pk, timezone.now())
    address = reverse("media-captions", args=[taken.pk, "th"])
    answer = Client().get(address)
    assert answer.headers["Cache-Control"] == "no-cache"
    tag = answer.headers["ETag"]
    again = Client().get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    media.withdraw(taken.pk)
    assert Client().get(address, headers={"If-None-Match": tag}).status_code == 404


def test_a_pack_made_for_one_address_is_not_handed_to_another(desk: Desk) -> None:
    page = desk.item("leads", topic="birth")
    page.medium = "poster"
    with by_the_house():
        page.save_revision().publish()

    def paper(host: str) -> bytes:
        answer = Client().get("/packs/all/1.zip", headers={"host": host})
        assert answer.status_code == 200
        held = ZipFile(BytesIO(answer.content))
        name = next(one for one in held.namelist() if one.endswith(".pdf"))
        return held.read(name)

    odd = paper("testserver:6666")
    assert paper("testserver") != odd

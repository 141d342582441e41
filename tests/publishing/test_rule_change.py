"""When a rule changes, exactly the pages that teach it are flagged or hidden."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.publishing.conftest import Desk, strong

from sathana.accounts.models import Account
from sathana.editorial import stale
from sathana.editorial.reviews import by_the_house
from sathana.law.load import pack, using
from sathana.law.references import reference
from sathana.learning import indexing
from sathana.notices.models import Notice
from sathana.publishing import listing
from sathana.publishing.models import MediaPage
from sathana.web.dates import today

pytestmark = pytest.mark.django_db
CHANGED, OTHER = "7BIS-2", "BC"


@contextmanager
def one_version_changed(rule: str) -> Iterator[None]:
    """Use the law with another note in the last version of one rule."""
    law = pack()
    info = law.rules[rule]
    last = replace(info.versions[-1], note={"th": "ข้อความใหม่", "en": "a new wording"})
    changed = replace(info, versions=(*info.versions[:-1], last))
    with using(replace(law, version="drill@1", rules={**law.rules, rule: changed})):
        yield


@contextmanager
def without(rule: str) -> Iterator[None]:
    law = pack()
    left = {key: info for key, info in law.rules.items() if key != rule}
    with using(replace(law, version="drill@2", rules=left)):
        yield


def published(desk: Desk, slug: str, *rules: str, **more: Any) -> Any:
    page = desk.item(slug, rules, **more)
    with by_the_house():
        page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def flagged(day: date | None = None) -> dict[str, set[str]]:
    return {
        item.page.slug: {one.why for one in item.stale}
        for item in stale.items(day or today())
    }


def test_exactly_what_teaches_the_changed_rule_is_flagged(desk: Desk) -> None:
    published(desk, "teaches", CHANGED)
    published(desk, "teaches-both", OTHER, CHANGED)
    published(desk, "other", OTHER)
    published(desk, "nothing")
    desk.item("draft", (CHANGED,))
    assert flagged() == {}
    with one_version_changed(CHANGED):
        assert flagged() == {"teaches": {"changed"}, "teaches-both": {"changed"}}
    assert flagged() == {}


@pytest.mark.parametrize("rule", sorted(pack().rules)[::9])
def test_every_rule_has_its_own_pages(desk: Desk, rule: str) -> None:
    published(desk, "one", rule)
    published(desk, "two", OTHER if rule != OTHER else CHANGED)
    with one_version_changed(rule):
        assert flagged() == {"one": {"changed"}}


def test_reading_a_rule_again_flags_nothing(desk: Desk) -> None:
    published(desk, "read-again", CHANGED)
    law = pack()
    info = law.rules[CHANGED]
    last = info.versions[-1]
    checked = replace(last.checked, on=last.checked.on + 30)
    again = replace(
        info, versions=(*info.versions[:-1], replace(last, checked=checked))
    )
    with using(replace(law, version="drill@3", rules={**law.rules, CHANGED: again})):
        assert flagged() == {}


def test_a_day_of_rechecking_that_has_come_is_told(desk: Desk) -> None:
    published(desk, "due", CHANGED)
    day = date.fromordinal(reference(CHANGED).recheck_on)
    assert flagged(day - timedelta(days=1)) == {}
    assert flagged(day) == {"due": {"recheck"}}


@pytest.mark.parametrize(
    ("policy", "status", "warned"),
    [("mark", 200, True), ("hide", 404, False), ("flag", 200, False)],
)
def test_readers_see_what_the_page_says_should_happen(
    desk: Desk, policy: str, status: int, warned: bool
) -> None:
    page = published(desk, "policy", CHANGED, on_change=policy)
    client = Client()
    assert client.get(page.url).status_code == 200
    with one_version_changed(CHANGED):
        answer = client.get(page.url)
        assert answer.status_code == status
        assert ("กฎเปลี่ยนหลังจากเขียนหน้านี้" in answer.content.decode()) == warned
        listed = [one.slug for one in listing.below(desk.media, today())]
        assert ("policy" in listed) == (status == 200)


def test_a_rule_that_is_gone_hides_whatever_taught_it(desk: Desk) -> None:
    page = published(desk, "gone", CHANGED, on_change="flag")
    with without(CHANGED):
        assert Client().get(page.url).status_code == 404
        assert flagged() == {"gone": {"gone"}}


def test_a_new_review_takes_the_flag_away(desk: Desk) -> None:
    page = published(desk, "renewed", CHANGED)
    with one_version_changed(CHANGED):
        assert flagged()
        with by_the_house():
            page.save_revision().publish()
        assert flagged() == {}


def test_editors_and_law_reviewers_are_told_once(desk: Desk) -> None:
    published(desk, "told", CHANGED)
    assert stale.tell_editors(today()) == 0
    with one_version_changed(CHANGED):
        assert stale.tell_editors(today()) == 2
        assert stale.tell_editors(today()) == 0
    told = Notice.objects.filter(kind=stale.KIND).values_list("account_id", flat=True)
    assert set(told) == {desk.editor.pk, desk.law.pk}
    assert Account.objects.count() == 4


def test_what_was_taken_down_teaches_nothing(desk: Desk) -> None:
    page = published(desk, "down", CHANGED)
    page.unpublish()
    with one_version_changed(CHANGED):
        assert flagged() == {}


def test_editors_see_lessons_beside_pages_and_where_to_read_them(desk: Desk) -> None:
    published(desk, "beside", CHANGED)
    indexing.refresh(today())
    lesson = "/learn/first-word-to-petition/seven-bis/"
    with one_version_changed(CHANGED):
        page = strong(desk.editor).get(reverse("editorial:stale"))
    assert page.status_code == 200
    assert f'{lesson}">' in page.content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[_pk("beside")]) in page.text


def _pk(slug: str) -> int:
    return MediaPage.objects.get(slug=slug).pk

"""A story is made up, or it is told with a consent that is recorded and ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from tests.publishing.conftest import Desk

from sathana.editorial.reviews import by_the_house
from sathana.publishing import listing
from sathana.publishing.models import CONSENTED, MADE_UP, ListPage, StoryPage
from sathana.web.dates import today

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def stories(desk: Desk) -> ListPage:
    home = desk.media.get_parent().specific
    made = ListPage(
        title="เรื่องเล่า", slug="stories", shows="stories", locale=home.locale
    )
    home.add_child(instance=made)
    return made


def told(stories: ListPage, **consent: Any) -> StoryPage:
    page = StoryPage(title="เรื่อง", slug="one", locale=stories.locale, **consent)
    stories.add_child(instance=page)
    with by_the_house():
        page.save_revision().publish()
    return page


def agreed(begun: date, until: date, ended: date | None = None) -> dict[str, Any]:
    return {
        "consent": CONSENTED,
        "consent_kept": "ตู้ 3 แฟ้ม 7",
        "consent_on": begun,
        "consent_until": until,
        "consent_ended": ended,
    }


def test_a_made_up_story_says_so(stories: ListPage) -> None:
    page = told(stories, consent=MADE_UP)
    assert "แต่งขึ้น" in Client().get(page.url).content.decode()


def test_a_true_story_is_shown_while_consent_holds(stories: ListPage) -> None:
    page = told(stories, **agreed(today() - DAY, today()))
    answer = Client().get(page.url)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "ถอนความยินยอมได้ทุกเมื่อ" in text
    assert "ตู้ 3" not in text


@pytest.mark.parametrize(
    ("begun", "until", "ended"),
    [(-9, -1, None), (1, 9, None), (-9, 9, 0)],
    ids=["over", "not-begun", "taken-back"],
)
def test_without_a_consent_that_holds_it_is_not_shown(
    stories: ListPage, begun: int, until: int, ended: int | None
) -> None:
    back = None if ended is None else today()
    page = told(stories, **agreed(today() + begun * DAY, today() + until * DAY, back))
    assert Client().get(page.url).status_code == 404
    assert listing.below(stories, today()) == []


@pytest.mark.parametrize("missing", ["consent_on", "consent_until", "consent_kept"])
def test_a_true_story_without_a_recorded_consent_is_refused(
    stories: ListPage, missing: str
) -> None:
    consent = {**agreed(today(), today() + DAY), missing: None}
    if missing == "consent_kept":
        consent[missing] = ""
    page = StoryPage(title="เรื่อง", slug="one", locale=stories.locale, **consent)
    with pytest.raises(ValidationError, match="ยินยอม"):
        page.clean()


def test_an_address_of_another_room_is_refused(desk: Desk) -> None:
    from sathana.publishing.models import TextPage

    page = TextPage(title="x", slug="law", locale=desk.media.locale)
    with pytest.raises(ValidationError, match="law"):
        page.clean()

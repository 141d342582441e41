"""What can be learnt stands in the search, and a changed rule flags what teaches it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import translation
from tests.publishing.test_rule_change import one_version_changed, without

from sathana.editorial import stale
from sathana.law.load import pack
from sathana.law.references import reference
from sathana.learning import courses as library
from sathana.learning import indexing
from sathana.learning.courses import Course, courses
from sathana.learning.models import Indexed
from sathana.learning.practice import families
from sathana.search import selectors
from sathana.search.models import Entry, Teaching

pytestmark = pytest.mark.django_db
WHOLE = next(iter(courses().values()))
LESSON = WHOLE.lessons[3]
ITEM = f"lesson:{WHOLE.slug}/{LESSON.slug}"
DAY = date.fromordinal(LESSON.law_date)
RULES = sorted({key for key in WHOLE.keys() if key in pack().rules})  # noqa: SIM118


@pytest.fixture
def filled() -> indexing.Refreshed:
    return indexing.refresh(DAY)


@pytest.fixture
def rewritten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the lesson say something else."""
    title = {"th": "บทใหม่", "en": "Written anew"}
    lessons = tuple(
        replace(one, title=title) if one is LESSON else one for one in WHOLE.lessons
    )
    changed: dict[str, Course] = {WHOLE.slug: replace(WHOLE, lessons=lessons)}
    monkeypatch.setattr(library, "courses", lambda: changed)
    monkeypatch.setattr(indexing, "courses", lambda: changed)


def flagged() -> set[str]:
    return {one.item for one in selectors.stale(DAY) if one.why != "recheck"}


def wanted(rule: str) -> set[str]:
    """Return what teaches a rule, as its files say."""
    items = {one.key for one in indexing.items() if rule in one.teaches}
    assert f"course:{WHOLE.slug}" in items
    return items


def test_all_stands_in_the_search_in_both_languages(
    filled: indexing.Refreshed,
) -> None:
    count = len(WHOLE.lessons) + 1 + len(families.names())
    assert filled.written == 2 * count
    assert len(filled.tied) == count
    assert filled.waiting == ()
    assert Entry.objects.filter(kind__in=indexing.KINDS).count() == 2 * count
    english = Entry.objects.get(key=ITEM, language="en")
    assert english.url == f"/en/learn/{WHOLE.slug}/{LESSON.slug}/"
    assert english.title == LESSON.title["en"]
    thai = Entry.objects.get(key=ITEM, language="th")
    assert thai.url == f"/learn/{WHOLE.slug}/{LESSON.slug}/"


def test_the_addresses_in_the_search_open(
    filled: indexing.Refreshed, client: Client
) -> None:
    for url in Entry.objects.filter(kind__in=indexing.KINDS).values_list("url"):
        assert client.get(*url).status_code == 200


def test_what_a_family_tells_only_when_asked_is_not_in_the_search(
    filled: indexing.Refreshed,
) -> None:
    for key in families.names():
        told = Entry.objects.get(key=f"practice:{key}", language="en").text
        good = [q for q in families.family(key).questions if q.reveals]
        assert not any(question.say["en"] in told for question in good)


def test_a_second_refresh_writes_nothing(filled: indexing.Refreshed) -> None:
    before = list(Teaching.objects.order_by("id").values_list())
    again = indexing.refresh(DAY + timedelta(days=1))
    assert again == indexing.Refreshed(0, (), ())
    assert list(Teaching.objects.order_by("id").values_list()) == before


@pytest.mark.parametrize("rule", RULES[::4])
def test_exactly_what_teaches_a_changed_rule_is_flagged(
    filled: indexing.Refreshed, rule: str
) -> None:
    assert flagged() == set()
    with one_version_changed(rule):
        assert flagged() == wanted(rule)
        indexing.refresh(DAY)
        assert flagged() == wanted(rule)
    assert flagged() == set()


def test_readers_of_exactly_those_lessons_are_warned(
    filled: indexing.Refreshed, client: Client
) -> None:
    rule = "BR-4"
    with one_version_changed(rule):
        for lesson in WHOLE.lessons:
            page = client.get(f"/en/learn/{WHOLE.slug}/{lesson.slug}/").text
            warned = "the rule changed after this page was written" in page
            assert warned == (rule in lesson.keys()), lesson.slug  # noqa: SIM118


def test_a_lesson_whose_rule_is_gone_still_opens_and_says_so(
    filled: indexing.Refreshed, client: Client
) -> None:
    with without("BR-4"):
        page = client.get(f"/en/learn/{WHOLE.slug}/{LESSON.slug}/")
        assert page.status_code == 200
        assert "This rule is no longer there (BR-4)" in page.text
        assert "it is no longer there" in page.text or "no such rule" in page.text


def test_a_lesson_that_was_mended_is_reviewed_and_its_course_waits_for_the_others(
    filled: indexing.Refreshed, request: pytest.FixtureRequest
) -> None:
    with one_version_changed("BR-4"):
        before = flagged()
        request.getfixturevalue("rewritten")
        done = indexing.refresh(DAY)
        assert done.tied == (ITEM,)
        assert done.waiting == (f"course:{WHOLE.slug}",)
        assert flagged() == before - {ITEM}
    assert Entry.objects.get(key=ITEM, language="en").title == "Written anew"


def test_a_lesson_that_is_no_more_is_forgotten(
    filled: indexing.Refreshed, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = tuple(one for one in WHOLE.lessons if one is not LESSON)
    fewer = {WHOLE.slug: replace(WHOLE, lessons=rest)}
    monkeypatch.setattr(indexing, "courses", lambda: fewer)
    indexing.refresh(DAY)
    assert not Entry.objects.filter(key=ITEM).exists()
    assert not Teaching.objects.filter(item=ITEM).exists()
    assert not Indexed.objects.filter(item=ITEM).exists()


def test_the_editors_list_names_lessons_courses_and_families(
    filled: indexing.Refreshed,
) -> None:
    with one_version_changed("BR-4"), translation.override("th"):
        told = {one.url: one for one in stale.items(DAY) if _changed(one)}
        lesson = told[f"/learn/{WHOLE.slug}/{LESSON.slug}/"]
        assert lesson.title == LESSON.title["th"]
        assert lesson.page is None
        assert not lesson.hidden
        assert len(told) == len(wanted("BR-4"))


def test_a_day_of_rechecking_is_told_from_that_day_on(
    filled: indexing.Refreshed,
) -> None:
    day = date.fromordinal(reference("BR-4").recheck_on)
    with translation.override("th"):
        urls = {one.url for one in stale.items(day)}
    assert f"/learn/{WHOLE.slug}/{LESSON.slug}/" in urls


def _changed(item: stale.Item) -> bool:
    return any(one.why == "changed" for one in item.stale)

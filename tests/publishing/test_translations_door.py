"""Translations: by no address of the framework do they get past the reviews."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from tests.publishing.conftest import Desk, strong
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from sathana.editorial.reviews import by_the_house

pytestmark = pytest.mark.django_db


def translated(desk: Desk, slug: str) -> Any:
    """Return an unreviewed English translation of a public Thai page."""
    page = desk.item(slug)
    with by_the_house():
        page.get_latest_revision().publish()
    english = Locale.objects.get(language_code="en")
    desk.media.copy_for_translation(english, copy_parents=True)
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    strong(desk.editor).post(address, {"locales": [english.pk]})
    made = Page.objects.get(translation_key=page.translation_key, locale=english)
    assert not made.live
    return made.specific


def is_live(page: Any) -> bool:
    return bool(Page.objects.get(pk=page.pk).live)


def test_a_translation_is_not_made_public_as_a_copy(desk: Desk) -> None:
    page = translated(desk, "alias")
    address = f"/edit/localize/page/{page.pk}/convert_to_alias/"
    answer = strong(desk.editor).post(address)
    assert answer.status_code == 404
    assert not is_live(page)
    assert Page.objects.get(pk=page.pk).alias_of is None


def test_the_page_of_a_translation_still_opens(desk: Desk) -> None:
    page = translated(desk, "opens")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client = strong(desk.editor)
    assert client.get(edit).status_code == 200
    told = Translation.objects.get(source__object_id=page.translation_key)
    stop = reverse("wagtail_localize:stop_translation", args=[told.pk])
    assert client.post(stop).status_code == 302
    opened = client.get(edit)
    assert opened.status_code == 200
    assert "localize-convert-to-alias" not in opened.text
    client.post(edit, {"localize-restart-translation": "1"})
    told.refresh_from_db()
    assert told.enabled
    assert not is_live(page)


@pytest.mark.parametrize("public", [False, True])
def test_updating_translations_publishes_nothing(
    desk: Desk, public: bool, django_capture_on_commit_callbacks: Any
) -> None:
    page = translated(desk, "update")
    if public:
        with by_the_house():
            page.save_revision().publish()
    source = TranslationSource.objects.get(object_id=page.translation_key)
    original = source.get_source_instance()
    original.title = "words nobody reviewed"
    original.save_revision(user=desk.editor)
    Page.objects.filter(pk=original.pk).update(title="words nobody reviewed")
    before = Page.objects.get(pk=page.pk).title
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    client = strong(desk.editor)
    assert client.get(address).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address, {"publish_translations": "on"})
    assert answer.status_code == 403
    assert "ผู้ตรวจ" in answer.text
    after = Page.objects.get(pk=page.pk)
    assert (after.live, after.title) == (public, before)
    assert client.post(address, {}).status_code == 302
    after.refresh_from_db()
    assert (after.live, after.title) == (public, before)


@pytest.mark.parametrize("who", ["editor", "language", "law", "community"])
def test_the_framework_s_publish_button_opens_nothing(
    desk: Desk, who: str, django_capture_on_commit_callbacks: Any
) -> None:
    page = translated(desk, "button")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    with django_capture_on_commit_callbacks(execute=True):
        answer = strong(getattr(desk, who)).post(address, {"action": "publish"})
    assert answer.status_code in (302, 403)
    assert not is_live(page)


@pytest.mark.parametrize("who", ["language", "law", "community"])
def test_reviewers_do_not_translate(desk: Desk, who: str) -> None:
    page = translated(desk, "reviewers")
    told = Translation.objects.get(source__object_id=page.translation_key)
    client = strong(getattr(desk, who))
    for name, key in (
        ("submit_page_translation", page.pk),
        ("update_translations", told.source_id),
        ("stop_translation", told.pk),
    ):
        answer = client.post(reverse(f"wagtail_localize:{name}", args=[key]))
        assert answer.status_code in (302, 403), name
    told.refresh_from_db()
    assert told.enabled

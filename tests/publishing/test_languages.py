"""Further languages by configuration, and translations that pass the reviews too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import reverse
from tests.publishing.conftest import Desk, strong
from wagtail.models import Locale, Page

from sathana.editorial.reviews import NotReviewedError, by_the_house
from sathana.project.languages import more

_IN_SHAN = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.test import Client
from sathana.editorial.reviews import by_the_house
from sathana.publishing import sites
from sathana.publishing.models import TextPage
home = sites.home_of("shn")
page = TextPage(title="Mai sung", slug="about", locale=home.locale)
home.add_child(instance=page)
with by_the_house():
    page.save_revision().publish()
answer = Client().get(page.url)
print(page.url, answer.status_code, 'lang="shn"' in answer.content.decode())
"""


def test_a_language_is_added_by_the_environment_alone(tmp_path: Path) -> None:
    told = {"SATHANA_LANGUAGES": "shn", "SATHANA_DATA": str(tmp_path)}
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, **told, "PYTHONPATH": paths, "DATABASE_URL": ""}
    environment["DJANGO_SETTINGS_MODULE"] = "sathana.project.settings"
    environment["SATHANA_HOSTS"] = "testserver"
    done = subprocess.run(
        [sys.executable, "-c", _IN_SHAN],
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.stdout.split() == ["/shn/about/", "200", "True"], done.stderr[-2000:]


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(SystemExit, match="klingon"):
        more({"SATHANA_LANGUAGES": "shn,klingon"})
    assert more({}) == []


@pytest.mark.django_db
def test_a_translation_is_a_draft_until_it_is_reviewed(desk: Desk) -> None:
    page = desk.item("to-translate")
    with by_the_house():
        page.get_latest_revision().publish()
    english = Locale.objects.get(language_code="en")
    desk.media.copy_for_translation(english, copy_parents=True)
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    client = strong(desk.editor)
    assert client.get(address).status_code == 200
    client.post(address, {"locales": [english.pk], "include_subtree": ""})
    made = Page.objects.filter(translation_key=page.translation_key, locale=english)
    assert made.count() == 1
    translated = made.get().specific
    assert not translated.live
    with pytest.raises(NotReviewedError):
        translated.save_revision(user=desk.editor).publish(user=desk.editor)

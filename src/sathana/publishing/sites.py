"""Laying the site: languages, first pages, what lists what. Safe to repeat."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page, Site

from sathana.editorial.reviews import lay_reviews
from sathana.publishing.models import HomePage

FIRST = "th"
_TITLES = {"th": "สถานะ", "en": "Sathana"}


def lay_site() -> HomePage:
    """Make what the site needs to stand at all; return its first page."""
    locales = {code: _locale(code) for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES}
    root = _root(locales[FIRST])
    home = HomePage.objects.filter(locale=locales[FIRST]).first()
    if home is None:
        home = _home(root, locales[FIRST])
    _site(home)
    for code, locale in locales.items():
        if code != FIRST and not home.has_translation(locale):
            _translated(home, locale, code)
    lay_reviews(root)
    return home


def home_of(code: str) -> HomePage:
    """Return the first page of a language.

    Raises:
        HomePage.DoesNotExist: The site has no such language.
    """
    return HomePage.objects.get(locale__language_code=code)


def _locale(code: str) -> Locale:
    found, _ = Locale.objects.get_or_create(language_code=code)
    return found


def _root(locale: Locale) -> Page:
    root: Page | None = Page.get_first_root_node()
    if root is None:
        root = Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    return root


def _home(root: Page, locale: Locale) -> HomePage:
    """Make the first page, and take away the framework's own one."""
    for other in root.get_children().filter(content_type__model="page"):
        other.delete()
    return _added(root, locale, FIRST, None)


def _translated(home: HomePage, locale: Locale, code: str) -> HomePage:
    return _added(home.get_parent(), locale, code, home.translation_key)


def _added(parent: Page, locale: Locale, code: str, key: Any) -> HomePage:
    page = HomePage(title=_TITLES.get(code, code), slug=f"home-{code}", locale=locale)
    if key is not None:
        page.translation_key = key
    parent.refresh_from_db()
    made: HomePage = parent.add_child(instance=page)
    return made


def _site(home: HomePage) -> None:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(
            hostname="localhost",
            root_page=home,
            is_default_site=True,
            site_name="Sathana",
        )
    elif site.root_page_id != home.pk:
        site.root_page = home
        site.save()

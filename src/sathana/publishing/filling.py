"""Filling the site with what is shipped: texts in two languages, reviewed by us.

What stands on the site already is never overwritten: an editor's words win.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from wagtail.models import Locale, Page

from sathana.editorial.reviews import by_the_house
from sathana.publishing import filled_blocks, sites
from sathana.publishing.models import (
    HelpersPage,
    HomePage,
    ListPage,
    MediaPage,
    NewsPage,
    StoryPage,
    TextPage,
)

CONTENT = Path(__file__).parent / "content"
LISTS: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "media": (
        "media",
        {"th": "ศูนย์สื่อเพื่อการคุ้มครองสิทธิ", "en": "Rights-Protection Media Centre"},
        {
            "th": "คู่มือ โปสเตอร์ การ์ตูน และบทเสียง อ่านได้ ฟังได้ พิมพ์ได้ และนำไปใช้ต่อได้",
            "en": "Handbooks, posters, a comic and scripts to read, hear and print.",
        },
    ),
    "stories": (
        "stories",
        {"th": "เรื่องเล่า", "en": "Stories"},
        {
            "th": "เรื่องเล่าจากหมู่บ้าน เล่าเมื่อเจ้าของเรื่องยินยอมเท่านั้น",
            "en": "Stories from the villages, told only with consent.",
        },
    ),
    "news": ("news", {"th": "ข่าว", "en": "News"}, {"th": "", "en": ""}),
}
FOLDERS = {
    "handbook": "media",
    "posters": "media",
    "articles": "media",
    "article": "media",
    "scripts": "media",
    "comic": "media",
    "stories": "stories",
    "news": "news",
}
"""Which folder of texts belongs below which list."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling did: pages made, and pages that were there already."""

    made: int
    kept: int


@transaction.atomic
def fill() -> Filled:
    """Put every shipped text on the site that is not there yet, in each language."""
    sites.lay_site()
    done = [_put(parent, values) for parent, values in _texts()]
    return Filled(sum(done), len(done) - sum(done))


def _texts() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each text with the list below which it belongs; lists come first."""
    for shows, (slug, title, summary) in LISTS.items():
        yield (
            "",
            {
                "kind": "list",
                "shows": shows,
                "slug": slug,
                "title": title,
                "summary": summary,
            },
        )
    for path in sorted(CONTENT.rglob("*.yaml")):
        values = yaml.safe_load(path.read_text("utf-8"))
        yield FOLDERS.get(path.parent.name, ""), values


def _put(parent: str, values: Mapping[str, Any]) -> bool:
    with by_the_house():
        made = [_in_language(parent, values, code) for code in ("th", "en")]
    return any(made)


def _in_language(parent: str, values: Mapping[str, Any], code: str) -> bool:
    home = sites.home_of(code)
    if values["kind"] == "home":
        return _fill_home(home, values, code)
    above: Any = home
    if parent:
        above = home.get_children().get(slug=LISTS[parent][0])
    if above.get_children().filter(slug=values["slug"]).exists():
        return False
    page = _page(values, code)
    page.locale = Locale.objects.get(language_code=code)
    other = _other(values["slug"], code, type(page))
    if other is not None:
        page.translation_key = other.translation_key
    above.add_child(instance=page)
    page.save_revision().publish()
    return True


def _fill_home(home: HomePage, values: Mapping[str, Any], code: str) -> bool:
    if home.summary:
        return False
    home.seo_title = values["title"][code]
    home.summary = values["summary"][code]
    home.body = filled_blocks.body(values.get("body", ()), code)
    home.save_revision().publish()
    return True


def _other(slug: str, code: str, model: type[Page]) -> Any:
    rows = model.objects.filter(slug=slug).exclude(locale__language_code=code)
    return rows.first()


def _page(values: Mapping[str, Any], code: str) -> Any:
    """Return a page of the right kind, not stored yet."""
    kind = values["kind"]
    common = {
        "title": values["title"][code],
        "slug": values["slug"],
        "summary": (values.get("summary") or {}).get(code, ""),
        "topic": values.get("topic") or "",
        "law_date": values.get("law_date"),
        "body": filled_blocks.body(values.get("body", ()), code),
        "audience": [("one", one) for one in values.get("audience", ())],
        "pathways": [("one", one) for one in values.get("pathways", ())],
        "rules": [("one", one) for one in values.get("rules", ())],
    }
    if kind == "list":
        return ListPage(**common, shows=values["shows"])
    if kind == "news":
        return NewsPage(**common, day=values.get("day") or values["law_date"])
    if kind == "story":
        return StoryPage(**common, consent=values["consent"]["kind"])
    if kind == "helpers":
        return HelpersPage(**common)
    if kind in filled_blocks.MEDIA:
        return MediaPage(**{**common, **filled_blocks.item(values, code)})
    return TextPage(**common)

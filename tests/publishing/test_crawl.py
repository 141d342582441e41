"""Every public page, in each language: whole, linked, named, and from nowhere else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from django.db import transaction
from django.test import Client

from sathana.learning import indexing
from sathana.publishing.filling import fill
from sathana.web.dates import today

VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
        *("source", "track", "wbr", "path", "circle", "rect", "use", "line", "polygon"),
    )
)
MOST = 400
"""Pages that are walked: all of the site, and of the law as far as it leads there."""
ROOMS = ("/media/", "/news/", "/stories/", "/about/", "/contact/", "/helpers/")
ROOMS += ("/privacy/", "/learn/", "/packs/", "/search/")


class Page(HTMLParser):
    """What a page holds, and what is wrong with its form."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.faults: list[str] = []
        self.language = ""
        self.labelled: set[str] = set()
        self.fields: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        if len(told) != len(attrs):
            self.faults.append(f"<{tag}> names an attribute twice")
        if tag not in VOID:
            self.open.append(tag)
        self._note(tag, told)
        self._judge(tag, told)

    def _note(self, tag: str, told: dict[str, str]) -> None:
        if "id" in told:
            self.ids[told["id"]] += 1
        if tag == "html":
            self.language = told.get("lang", "")
        if tag == "a" and "href" in told:
            self.links.append(told["href"])
        if tag in ("img", "script", "source", "track", "audio", "video", "iframe"):
            self.loads += [told[name] for name in ("src", "poster") if name in told]
        if tag == "link" and told.get("rel") in ("stylesheet", "icon", "preload"):
            self.loads.append(told["href"])

    def _judge(self, tag: str, told: dict[str, str]) -> None:
        if tag == "img" and "alt" not in told:
            self.faults.append(f"a picture without words: {told.get('src')}")
        if "style" in told or any(name.startswith("on") for name in told):
            self.faults.append(f"<{tag}> holds a style or a script")
        if tag == "script" and "src" not in told:
            self.faults.append("a script stands in the page")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        elif self.open:
            self.open.pop()


@pytest.fixture(scope="module")
def filled(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """The shipped site, put there once and taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        fill()
        indexing.refresh(today())
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def walked(filled: None) -> dict[str, tuple[int, str]]:
    """Every page that links lead to, from the first pages of both languages."""
    client = Client()
    todo, seen = ["/", "/en/"], {}
    while todo and len(seen) < MOST:
        path = todo.pop(0)
        if path in seen:
            continue
        answer = client.get(path)
        html = answer.headers.get("Content-Type", "").startswith("text/html")
        text = answer.content.decode() if html else ""
        seen[path] = (answer.status_code, text)
        if text and _is_ours(path):
            todo += [link for link in _links(path, text) if link not in seen]
            # Of what lies beside the site as much is walked as there is room for.
            todo.sort(key=lambda link: not _is_ours(link))
    return seen


def _other(path: str) -> str:
    return path.removeprefix("/en") if path.startswith("/en/") else f"/en{path}"


def _is_ours(path: str) -> bool:
    bare = path.removeprefix("/en")
    return bare == "/" or bare.startswith(ROOMS)


def _links(path: str, text: str) -> list[str]:
    found = []
    for link in Page(text).links:
        parts = urlsplit(urldefrag(link).url)
        if parts.scheme or parts.netloc or parts.query or not parts.path:
            continue
        if parts.path.startswith("/"):
            found.append(unquote(parts.path))
    return list(dict.fromkeys(found))


def ours(walked: dict[str, tuple[int, str]]) -> dict[str, str]:
    return {path: text for path, (_, text) in walked.items() if _is_ours(path) and text}


@pytest.mark.django_db
def test_no_link_is_broken(walked: dict[str, tuple[int, str]]) -> None:
    codes = {path: code for path, (code, _) in walked.items()}
    broken = {path: code for path, code in codes.items() if code not in (200, 302)}
    assert broken == {}
    assert len(ours(walked)) > 100


@pytest.mark.django_db
def test_every_page_is_well_formed(walked: dict[str, tuple[int, str]]) -> None:
    for path, text in ours(walked).items():
        page = Page(text)
        assert page.faults == [], path
        assert [one for one, count in page.ids.items() if count > 1] == [], path
        assert page.tags["h1"] == page.tags["main"] == 1, path
        assert page.tags["header"] >= 1, path
        assert page.tags["footer"] >= 1, path
        assert page.tags["nav"] >= 1, path
        assert page.language == ("en" if path.startswith("/en/") else "th"), path


@pytest.mark.django_db
def test_nothing_is_loaded_from_elsewhere(walked: dict[str, tuple[int, str]]) -> None:
    for path, text in ours(walked).items():
        for address in Page(text).loads:
            assert address.startswith("/"), (path, address)
            assert not address.startswith("//"), (path, address)


@pytest.mark.django_db
def test_every_page_has_its_other_language(walked: dict[str, tuple[int, str]]) -> None:
    pages = ours(walked)
    for path in pages:
        assert _other(path) in pages, path


@pytest.mark.django_db
def test_english_pages_are_english(walked: dict[str, tuple[int, str]]) -> None:
    """Thai stands on an English page only as a name, a word explained, or a link."""
    thai = re.compile("[\u0e00-\u0e7f]")
    for path, text in ours(walked).items():
        if path.startswith("/en/"):
            inside = text.partition("<main")[2].partition("</main")[0]
            main = re.sub(r"<[^>]+>", "", inside)
            share = len(thai.findall(main)) / max(1, len(main))
            assert share < 0.05, (path, share)


@pytest.mark.django_db
def test_a_page_that_rests_on_law_says_when_it_was_read(
    walked: dict[str, tuple[int, str]],
) -> None:
    from sathana.publishing.models import MediaPage

    for page in MediaPage.objects.live():
        assert page.references(), page.slug
        text = walked[page.url][1]
        word = "was last read" if page.url.startswith("/en/") else "อ่านตัวบทครั้งล่าสุด"
        assert word in text, page.slug


@pytest.mark.django_db
def test_filling_again_changes_nothing(filled: None) -> None:
    assert fill().made == 0


@pytest.mark.django_db
def test_feeds_maps_and_papers_answer(walked: dict[str, tuple[int, str]]) -> None:
    client = Client()
    for path in (
        *("/feeds/news.xml", "/en/feeds/news.xml", "/feeds/listen/th.xml"),
        *("/sitemap.xml", "/robots.txt", "/packs/birth/1.zip", "/en/packs/all/1.zip"),
        *("/print/th/five-papers.pdf", "/en/print/en/witness-card.pdf"),
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert len(answer.content) > 100, path
    listed = client.get("/sitemap.xml").content.decode()
    assert "/media/birth-registration/" in listed
    assert "/en/media/birth-registration/" in listed
    assert "/edit/" not in listed

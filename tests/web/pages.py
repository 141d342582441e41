"""The pages of the site, and how tests read them."""

from __future__ import annotations

from html.parser import HTMLParser

from sathana.law import cases
from sathana.law.load import pack

SMALL_FAMILY = """\
sathana: 1
case: family
persons:
  P:
    name: {th: น้อย, en: Noi}
    sex: female
    born: {date: 1975-03-02, country: TH}
    father: F
    mother: M
    parents_marriage: never
  M: {sex: female, born: {date: 1950, country: TH}}
  F: {sex: male, thai: no, entered: 1946}
"""
ONE_CASE = cases.names()[0]
ONE_RULE = "7BIS-1"
ADDRESSES = (
    "/",
    "/cases/",
    f"/cases/{ONE_CASE}/",
    "/law/",
    f"/law/{ONE_RULE}/",
    f"/law/{next(iter(pack().contested))}/",
    "/try/",
    "/search/",
    "/law/limits/",
    "/scenarios/",
    "/design/",
)
BOTH = tuple(prefix + address for prefix in ("", "/en") for address in ADDRESSES)


class _Words(HTMLParser):
    """Collects the words of a page that stand in the language of the page."""

    VOID = frozenset(
        ("meta", "link", "img", "input", "br", "hr", "source", "use", "path", "circle")
    )
    SILENT = frozenset(("script", "style", "textarea", "pre"))

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.stack: list[tuple[str, str]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        outer = self.stack[-1][1] if self.stack else self.language
        spoken = told.get("lang") or outer
        for name in ("alt", "title", "aria-label", "placeholder"):
            if told.get(name) and spoken == self.language:
                self.words.append(str(told[name]))
        if tag not in self.VOID:
            self.stack.append((tag, spoken))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        while self.stack:
            if self.stack.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.stack}
        spoken = self.stack[-1][1] if self.stack else self.language
        if data.strip() and not tags & self.SILENT and spoken == self.language:
            self.words.append(data.strip())


def words_of(html: str, language: str) -> list[str]:
    """Return the texts of a page that claim to be in its language."""
    reader = _Words(language)
    reader.feed(html)
    return reader.words


def is_thai(text: str) -> bool:
    """Say whether a text holds a Thai letter."""
    return any("\u0e00" <= letter <= "\u0e7f" for letter in text)

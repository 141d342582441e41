"""HTML for a page that is opened from a USB stick: words, lists and tables, no more.

Pure. Whatever is given, what comes out loads nothing, runs nothing and leads nowhere
outside: only tags of a short list stay, without attributes; the address of a link is
written after its words.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

_KEPT = frozenset(
    (
        *("h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
        *("strong", "b", "em", "i", "br", "hr", "div", "section", "span"),
    )
)
_VOID = frozenset(("br", "hr"))
_SILENT = frozenset(
    ("script", "style", "template", "head", "title", "svg", "math", "iframe", "object")
)
"""Tags whose inside is not words for a reader."""
_LANGUAGES = frozenset(("th", "en"))
MOST_DEEP = 60
"""Tags inside one another; a text of ours has ten at most."""


def plain(source: str) -> str:
    """Return the words of some HTML with the tags that structure them."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    """Writes anew what it reads, as far as it is on the list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.open: list[str] = []
        self.silent: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent.append(tag)
        if self.silent:
            return
        told = dict(attrs)
        if tag == "a":
            self.links.append(_outside(told.get("href") or ""))
        elif tag in _VOID:
            self.out.append(f"<{tag}>")
        elif tag in _KEPT and len(self.open) < MOST_DEEP:
            self.open.append(tag)
            self.out.append(f"<{tag}{_language(told.get('lang') or '')}>")

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag == self.silent[-1]:
                self.silent.pop()
            return
        if tag == "a" and self.links:
            where = self.links.pop()
            self.out.append(f" ({escape(where)})" if where else "")
        elif tag in self.open:
            self._close_to(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.out.append(escape(data, quote=False))

    def finished(self) -> str:
        if self.open:
            self._close_to(self.open[0])
        return "".join(self.out)

    def _close_to(self, tag: str) -> None:
        while self.open:
            last = self.open.pop()
            self.out.append(f"</{last}>")
            if last == tag:
                return


def _outside(address: str) -> str:
    """Return an address of the web, to be written down; ``""`` for any other."""
    return address if address.startswith(("https://", "http://")) else ""


def _language(code: str) -> str:
    return f' lang="{code}"' if code in _LANGUAGES else ""

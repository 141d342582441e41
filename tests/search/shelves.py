"""What tests push into the search."""

from __future__ import annotations

from sathana.search.entries import Readable


def readable(
    key: str,
    *,
    language: str = "th",
    kind: str = "page",
    url: str = "/a/",
    title: str = "หน้าหนึ่ง",
    text: str = "",
) -> Readable:
    """Return an entry of which a test names only what it is about."""
    return Readable(key, language, kind, url, title, text)

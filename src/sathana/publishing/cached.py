"""Public pages kept ready, whole, for readers who are all alike.

Outermost of all: a page that is kept costs no session, no database and no template. It
belongs to one edition (``publishing.edition``), so that a publishing, a change of the
law and a new day empty it. Only pages of the open rooms are kept, asked for without a
question; they set no cookie and know nobody.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sathana.web.seats import Sent

MARK = "X-Sathana-Public"
"""Set on an answer that may be kept; it never leaves this machine."""
MOST = 3_000
LARGEST = 400_000
"""Pages kept at most, and bytes of one."""
HEAVIEST = 200_000_000
"""Bytes kept at most, of all pages together. A host may be asked for at any port, so
that a stranger could otherwise have every page kept thousands of times."""
LOOK_EVERY = 1.0
"""Seconds after which the edition is looked at again."""
_ASKED_AGAIN = ("HTTP_RANGE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_NONE_MATCH")
_ZIPPED = (
    *("text/", "application/xml", "application/atom+xml", "application/json"),
    *("image/svg", "application/javascript", "application/rss+xml"),
)

type Start = Callable[..., Any]
type Application = Callable[[dict[str, Any], Start], Iterable[bytes]]
type Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it is sent: plain, and zipped where that is smaller."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    zipped: bytes | None

    @property
    def weight(self) -> int:
        """Return how many bytes its two bodies take."""
        return len(self.body) + len(self.zipped or b"")


class Shelf:
    """The pages of one edition."""

    def __init__(
        self, edition: Callable[[], str], most: int = MOST, heaviest: int = HEAVIEST
    ) -> None:
        self._edition = edition
        self._most, self._heaviest = most, heaviest
        self._weight = 0
        self._lock = threading.Lock()
        self._pages: OrderedDict[str, Kept] = OrderedDict()
        self._known, self._looked = "", 0.0

    def get(self, key: str) -> Kept | None:
        """Return a page of the edition of now; ``None`` if it is not kept."""
        self._look()
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: str, page: Kept, edition: str) -> None:
        """Keep a page, unless a new edition began while it was made."""
        with self._lock:
            if edition != self._known:
                return
            before = self._pages.pop(key, None)
            self._pages[key] = page
            self._weight += page.weight - (before.weight if before else 0)
            while len(self._pages) > self._most or self._weight > self._heaviest:
                self._weight -= self._pages.popitem(last=False)[1].weight

    @property
    def weight(self) -> int:
        """Bytes that are kept now."""
        return self._weight

    @property
    def edition(self) -> str:
        """The edition that was last seen."""
        return self._known

    def look(self) -> None:
        """Look at the edition now, whenever it was looked at last."""
        now = self._edition()
        with self._lock:
            if now != self._known:
                self._pages.clear()
                self._weight = 0
                self._known = now
            self._looked = time.monotonic()

    def _look(self) -> None:
        if time.monotonic() - self._looked > LOOK_EVERY:
            self.look()


def kept_ready(application: Application, shelf: Shelf) -> Application:
    """Return the application, whose public pages are made once for each edition."""

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        key = _key(environ)
        if key is None:
            return _unmarked(application, environ, start)
        page = shelf.get(key)
        if page is None:
            edition = shelf.edition
            status, headers, body = _made(application, environ)
            if not isinstance(body, bytes):  # a large file on its way: never kept
                start(status, _without_mark(headers))
                return body
            if status.startswith("200") and _may_be_kept(headers, body):
                page = _kept(headers, body)
                shelf.put(key, page, edition)
            else:
                start(status, _without_mark(headers))
                return [body]
        return _sent(page, environ, start)

    return answer


def _key(environ: dict[str, Any]) -> str | None:
    """Return under which name a page would be kept; ``None`` for what never is."""
    if environ.get("REQUEST_METHOD") != "GET" or environ.get("QUERY_STRING"):
        return None
    if any(environ.get(name) for name in _ASKED_AGAIN):
        return None
    host = environ.get("HTTP_HOST", "")
    return f"{_scheme(environ)}://{host}{environ.get('PATH_INFO', '')}"


def _scheme(environ: dict[str, Any]) -> str:
    """Return one of two schemes, read as the framework reads them.

    Whatever else a stranger writes there would have every page made and kept again.
    """
    told = environ.get("HTTP_X_FORWARDED_PROTO", environ.get("wsgi.url_scheme", ""))
    return "https" if told.split(",", 1)[0].strip() == "https" else "http"


def _may_be_kept(headers: Headers, body: bytes) -> bool:
    names = {name.lower() for name, _ in headers}
    return MARK.lower() in names and "set-cookie" not in names and len(body) <= LARGEST


def _kept(headers: Headers, body: bytes) -> Kept:
    left = tuple(
        (name, value)
        for name, value in _without_mark(headers)
        if name.lower() not in ("content-length", "vary")
    )
    kind = next((value for name, value in left if name.lower() == "content-type"), "")
    small = gzip.compress(body, 6, mtime=0) if kind.startswith(_ZIPPED) else None
    return Kept(left, body, small if small and len(small) < len(body) else None)


def _sent(page: Kept, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    zips = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
    body = page.zipped if zips and page.zipped else page.body
    headers = [
        *page.headers,
        ("Content-Length", str(len(body))),
        ("Vary", "Accept-Encoding"),
    ]
    if body is page.zipped:
        headers.append(("Content-Encoding", "gzip"))
    start("200 OK", headers)
    return [body]


def _unmarked(
    application: Application, environ: dict[str, Any], start: Start
) -> Iterable[bytes]:
    def without(status: str, headers: Headers, *rest: Any) -> Any:
        return start(status, _without_mark(headers), *rest)

    return application(environ, without)


def _made(
    application: Application, environ: dict[str, Any]
) -> tuple[str, Headers, bytes | Sent]:
    begun: list[tuple[str, Headers]] = []

    def start(status: str, headers: Headers, *_: Any) -> None:
        begun.append((status, headers))

    parts = application(environ, start)
    if isinstance(parts, Sent):
        return *begun[-1], parts
    try:
        body = b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    return *begun[-1], body


def _without_mark(headers: Headers) -> Headers:
    return [(name, value) for name, value in headers if name.lower() != MARK.lower()]

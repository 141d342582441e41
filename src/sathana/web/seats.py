"""Few pages are made at one time; whoever sends or reads slowly takes no seat.

Python computes for one page at a time, and each connection to SQLite reads anew what
another one has changed: so two or three threads make the pages, in the order in which
they were asked for. A phone that sends a photograph for a minute is waited for by a
thread of the server's that does nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

type Start = Callable[..., Any]
type Application = Callable[[dict[str, Any], Start], Iterable[bytes]]
type Answer = tuple[str, list[tuple[str, str]], bytes]


def seated(application: Application, seats: int, largest: int) -> Application:
    """Return the application, made by so many threads of its own.

    Args:
        application: What makes the pages (WSGI).
        seats: How many pages are made at one time.
        largest: Bytes of the largest form that is read beforehand. What is larger is
            left unread, since the application refuses it.
    """
    pool = ThreadPoolExecutor(seats, thread_name_prefix="page")

    def waited_for(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        _read_form(environ, largest)
        # A file handed out would be read by this thread, without what closes it.
        environ.pop("wsgi.file_wrapper", None)
        status, headers, body = pool.submit(_made, application, environ).result()
        start(status, headers)
        return [body]

    return waited_for


def _read_form(environ: dict[str, Any], largest: int) -> None:
    length = str(environ.get("CONTENT_LENGTH") or "")
    if length.isascii() and length.isdecimal() and int(length) <= largest:
        environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(int(length)))


def _made(application: Application, environ: dict[str, Any]) -> Answer:
    """Make a page whole, from the request to the last byte, in one thread."""
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], *_: Any) -> None:
        begun.append((status, headers))

    parts = application(environ, start)
    try:
        body = b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    status, headers = begun[-1]
    return status, headers, body

"""Few pages are made at one time; whoever sends or reads slowly takes no seat.

Python computes for one page at a time, and each connection to SQLite reads anew what
another one has changed: so two or three threads make the pages, in the order in which
they were asked for. A phone that sends a photograph for a minute is waited for by a
thread of the server's that does nothing else. A large file that is asked for whole
(:class:`FromDisk`) is read and sent by that waiting thread too, piece by piece: the
seat only finds out who may have it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import IO, Any

from django.http import StreamingHttpResponse

type Start = Callable[..., Any]
type Application = Callable[[dict[str, Any], Start], Iterable[bytes]]
type Answer = tuple[str, list[tuple[str, str]], bytes | Sent]

SENT_AT_ONCE = 12
"""Large files sent at one time; each holds one of the server's waiting threads."""
_PIECE = 1 << 16
_BUSY = (
    "มีผู้ดาวน์โหลดพร้อมกันมากเกินไป รอครึ่งนาทีแล้วลองใหม่\n"
    "Too many downloads at one time. Wait half a minute and try again.\n"
)


class Sent:
    """A file on its way to a reader, piece by piece; closed when it is over."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._over: Callable[[], None] | None = None

    def takes(self, places: threading.BoundedSemaphore) -> bool:
        """Take one of the places until it is closed; whether there was one."""
        if not places.acquire(blocking=False):
            return False
        self._over = places.release
        return True

    def __iter__(self) -> Iterator[bytes]:
        """Read it piece by piece."""
        while piece := self._file.read(_PIECE):
            yield piece
        self.close()

    def close(self) -> None:
        """Close the file and give the place back; a second time does nothing."""
        self._file.close()
        over, self._over = self._over, None
        if over:
            over()

    def __del__(self) -> None:
        # A reader who goes away in the middle: no server promises to close it then.
        self.close()


class FromDisk(StreamingHttpResponse):
    """A whole file that is too large to be held: sent outside of the seats."""

    def __init__(self, file: IO[bytes], status: int, headers: dict[str, str]) -> None:
        self._sent: Sent | None = Sent(file)
        super().__init__(iter(self._sent), status=status, headers=headers)

    def let_go(self) -> Sent:
        """Hand the file over to whoever sends it; closing the answer leaves it open.

        Raises:
            ValueError: It was handed over before.
        """
        sent, self._sent = self._sent, None
        if sent is None:
            raise ValueError("already handed over")
        return sent

    def close(self) -> None:
        """Close the answer, and the file unless it was handed over."""
        if self._sent is not None:
            self._sent.close()
        super().close()


def seated(application: Application, seats: int, largest: int) -> Application:
    """Return the application, made by so many threads of its own.

    Args:
        application: What makes the pages (WSGI).
        seats: How many pages are made at one time.
        largest: Bytes of the largest form that is read beforehand. What is larger is
            left unread, since the application refuses it.
    """
    pool = ThreadPoolExecutor(seats, thread_name_prefix="page")
    places = threading.BoundedSemaphore(SENT_AT_ONCE)

    def waited_for(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        _read_form(environ, largest)
        # A file handed out would be read by this thread, without what closes it.
        environ.pop("wsgi.file_wrapper", None)
        status, headers, body = pool.submit(_made, application, environ).result()
        if isinstance(body, bytes):
            start(status, headers)
            return [body]
        if not body.takes(places):
            body.close()
            return _busy(start)
        start(status, headers)
        return body

    return waited_for


def _busy(start: Start) -> list[bytes]:
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Retry-After", "30")]
    start("503 Service Unavailable", headers)
    return [_BUSY.encode()]


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
        body: bytes | Sent
        body = parts.let_go() if isinstance(parts, FromDisk) else b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    status, headers = begun[-1]
    return status, headers, body

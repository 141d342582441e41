"""Few pages are made at one time, whole, and slow senders take no seat."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest

from sathana.web.seats import seated


class Slow:
    """A form that comes only when it is let."""

    def __init__(self) -> None:
        self.let, self.asked = threading.Event(), threading.Event()

    def read(self, length: int) -> bytes:
        self.asked.set()
        assert self.let.wait(20)
        return b"x" * length


def ask(application: Any, body: Any = None, length: str = "") -> tuple[str, bytes]:
    begun: list[str] = []
    environ = {"wsgi.input": body or BytesIO(), "CONTENT_LENGTH": length}
    parts = application(environ, lambda status, headers: begun.append(status))
    return begun[0], b"".join(parts)


def echo(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    data = environ["wsgi.input"].read(10)
    start("200 OK", [])
    return [data, b"!"]


def test_a_form_is_read_before_and_the_page_is_whole() -> None:
    assert ask(seated(echo, 1, 100), BytesIO(b"hello"), "5") == ("200 OK", b"hello!")


@pytest.mark.parametrize("length", ["", "x", "-5", "101", "٥"])
def test_what_is_too_large_or_unclear_is_left_to_the_application(length: str) -> None:
    body = BytesIO(b"hello")
    seen: list[Any] = []

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        seen.append(environ["wsgi.input"])
        start("413 Too large", [])
        return []

    assert ask(seated(application, 1, 100), body, length)[0] == "413 Too large"
    assert seen == [body]


def test_who_sends_slowly_takes_no_seat() -> None:
    application, slow = seated(echo, 1, 100), Slow()
    answers: list[Any] = []
    sender = threading.Thread(
        target=lambda: answers.append(ask(application, slow, "3"))
    )
    sender.start()
    assert slow.asked.wait(20)
    assert ask(application, BytesIO(b"quick"), "5") == ("200 OK", b"quick!")
    slow.let.set()
    sender.join(20)
    assert answers == [("200 OK", b"xxx!")]


def test_no_more_pages_at_one_time_than_seats() -> None:
    now, most, guard = [0], [0], threading.Lock()

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        with guard:
            now[0] += 1
            most[0] = max(most[0], now[0])
        threading.Event().wait(0.01)
        with guard:
            now[0] -= 1
        start("200 OK", [])
        return [b"."]

    page = seated(application, 2, 100)
    askers = [threading.Thread(target=ask, args=(page,)) for _ in range(12)]
    for one in askers:
        one.start()
    for one in askers:
        one.join(20)
    assert most[0] == 2


def test_an_answer_is_closed_in_the_thread_that_made_it() -> None:
    threads: list[str] = []

    class Parts:
        def __iter__(self) -> Iterator[bytes]:
            threads.append(threading.current_thread().name)
            yield b"a"

        def close(self) -> None:
            threads.append(threading.current_thread().name)

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Parts:
        assert "wsgi.file_wrapper" not in environ
        start("200 OK", [])
        return Parts()

    assert ask(seated(application, 1, 100)) == ("200 OK", b"a")
    assert len(set(threads)) == 1
    assert threads[0].startswith("page")


def test_a_fault_of_the_application_reaches_the_server() -> None:
    def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        ask(seated(application, 1, 100))

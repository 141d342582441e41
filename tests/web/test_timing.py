"""The bench may ask the server for its own time; nobody else is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sathana.project import timing


def _plain(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    start("200 OK", [("Content-Type", "text/plain")])
    return [b"here"]


def _headers(environment: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        found.update(headers)

    assert timing.told(_plain, environment)({}, start) == [b"here"]
    return found


def test_nobody_is_told_unless_it_is_asked_for() -> None:
    assert _headers({}) == {"Content-Type": "text/plain"}
    assert timing.told(_plain, {timing.ASKED: ""}) is _plain


def test_where_it_is_asked_for_the_answer_tells_milliseconds() -> None:
    told = _headers({timing.ASKED: "1"})[timing.HEADER]
    assert 0 <= float(told.removeprefix("app;dur=")) < 1000

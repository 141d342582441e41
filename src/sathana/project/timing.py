"""How long the server itself worked on a request, told where it is asked for.

For the bench only: what the site does for people is not timed for strangers to read.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

ASKED = "SATHANA_TIMED"
HEADER = "Server-Timing"

type Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def told(application: Application, environment: Mapping[str, str]) -> Application:
    """Return the application; where it is asked for, each answer tells its time.

    The time runs from when a seat takes the request up until the answer is made, in
    milliseconds. What the request waited for a free seat is not in it.
    """
    if not environment.get(ASKED):
        return application

    def timed(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        began = time.perf_counter()

        def started(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            took = (time.perf_counter() - began) * 1000
            return start(status, [*headers, (HEADER, f"app;dur={took:.1f}")], *rest)

        return application(environ, started)

    return timed

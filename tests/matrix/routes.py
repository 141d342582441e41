"""All routes of the site, from the URL resolver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver


@dataclass(frozen=True)
class Route:
    """One address: its name, its path without the language, the parts it takes."""

    name: str
    path: str
    parts: tuple[str, ...]
    module: str


EDITORS = "edit/"
"""The framework's rooms: every address of theirs is asked for every role in
``tests/publishing/test_door.py``, since one door stands before all of them."""


def routes() -> list[Route]:
    """Return every route that the site answers, but those of the editors' rooms."""
    found = _walk(get_resolver().url_patterns, "", ())
    return [route for route in found if not route.path.startswith(EDITORS)]


def _walk(entries: Any, before: str, parts: tuple[str, ...]) -> Iterator[Route]:
    for entry in entries:
        told = (*parts, *entry.pattern.converters)
        here = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Route(str(entry.name), here, told, entry.callback.__module__)
        else:
            yield from _walk(entry.url_patterns, here, told)


def address(route: Route, values: dict[str, Any]) -> str:
    """Return the path of a route with its parts filled in."""
    path = route.path
    for part in route.parts:
        begin, _, rest = path.partition("<")
        _, _, end = rest.partition(">")
        path = f"{begin}{values[part]}{end}"
    return "/" + path

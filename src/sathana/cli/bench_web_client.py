"""One client of the bench: signs in with a second factor, then reads and writes."""

from __future__ import annotations

import http.client
import re
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field

_SECRET = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_DURATION = re.compile(r"dur=([0-9.]+)")
_COOKIE = re.compile(r"([^=;,\s]+)=([^;]*)")


class BenchError(Exception):
    """The site answered something that no user should see."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answered, and how long it took (seconds)."""

    status: int
    text: str
    seconds: float
    place: str


@dataclass
class Client:
    """A browser without a screen: one connection, its cookies, its times.

    Attributes:
        times: Seconds by kind of page, in order: until the last byte was here.
        worked: Seconds that the server itself worked on them, as it told.
    """

    host: str
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    times: dict[str, list[float]] = field(default_factory=dict)
    worked: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the connection."""
        self._connection = http.client.HTTPConnection(self.host, self.port, timeout=120)

    def get(self, address: str, kind: str = "") -> Answer:
        """Read a page; its time is kept under its kind."""
        return self._ask("GET", address, None, kind)

    def post(self, address: str, told: dict[str, str], kind: str = "") -> Answer:
        """Send a form."""
        return self._ask("POST", address, told, kind)

    def _ask(
        self, method: str, address: str, told: dict[str, str] | None, kind: str
    ) -> Answer:
        body = urllib.parse.urlencode(told).encode() if told is not None else None
        headers = {
            "Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items()),
            "Accept-Language": "th",
        }
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://{self.host}:{self.port}"
        began = time.perf_counter()
        self._connection.request(method, address, body, headers)
        response = self._connection.getresponse()
        text = response.read().decode()
        seconds = time.perf_counter() - began
        self._keep(response)
        if response.status >= 400:
            raise BenchError(f"{method} {address}: {response.status}")
        if kind:
            self.times.setdefault(kind, []).append(seconds)
            self.worked.setdefault(kind, []).append(_worked(response))
        place = response.headers.get("Location", "")
        return Answer(response.status, text, seconds, place)

    def forget_times(self) -> None:
        """Begin anew, as after signing in."""
        self.times.clear()
        self.worked.clear()

    def _keep(self, response: http.client.HTTPResponse) -> None:
        for line in response.headers.get_all("Set-Cookie") or ():
            found = _COOKIE.match(line)
            if found:
                self.cookies[found[1]] = found[2]

    def sign_in(self, name: str, password: str, code: str) -> None:
        """Sign in with password and second factor.

        Raises:
            BenchError: The site did not let the client in.
        """
        page = self.get("/sign-in/")
        told = {"login": name, "password": password, **secret_of(page.text)}
        answer = self.post("/sign-in/", told)
        if answer.status != 302:
            raise BenchError(f"sign-in of {name} was refused")
        page = self.get(answer.place)
        answer = self.post(answer.place, {"code": code, **secret_of(page.text)})
        if answer.status != 302:
            raise BenchError(f"the second factor of {name} was refused")


def _worked(response: http.client.HTTPResponse) -> float:
    """Return how long the server says it worked, in seconds.

    Raises:
        BenchError: It does not say: it was not started for the bench.
    """
    told = _DURATION.search(response.headers.get("Server-Timing", ""))
    if told is None:
        raise BenchError("the server does not tell its own time")
    return float(told[1]) / 1000


def secret_of(text: str) -> dict[str, str]:
    """Return the secret of a form, as its field."""
    found = _SECRET.search(text)
    return {"csrfmiddlewaretoken": found[1]} if found else {}


def hidden_of(text: str) -> dict[str, str]:
    """Return the hidden fields of a page's forms."""
    return dict(_HIDDEN.findall(text))


def links_of(text: str, pattern: str) -> Iterator[str]:
    """Return the addresses on a page that fit a pattern."""
    return (found[0] for found in re.finditer(rf'(?<=href="){pattern}(?=")', text))

"""The real server on a free port, and pages of the real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.demo import Demo
from tests.browser.demo import start as start_demo

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SOURCES = Path(__file__).parents[2] / "src"
PATIENCE = 30.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Serve the demo as ``make run`` does, made anew."""
    started = start_demo(tmp_path_factory.mktemp("demo"), _free_port())
    yield started
    started.server.terminate()
    started.server.wait(timeout=15)


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Serve the site as ``sathana start`` does; return its address."""
    port = _free_port()
    command = f"from sathana.cli.serve import serve; serve('127.0.0.1', {port})"
    paths = os.pathsep.join([str(SOURCES), os.environ.get("PYTHONPATH", "")])
    server = subprocess.Popen(
        [sys.executable, "-c", command],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    end = time.monotonic() + PATIENCE
    while not _answers(address + "/"):
        if server.poll() is not None or time.monotonic() > end:
            server.kill()
            pytest.fail("the site did not start")
        time.sleep(0.1)
    yield address
    server.terminate()
    server.wait(timeout=10)


class Visitor:
    """Opens pages as one reader sees them, and keeps what went wrong."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site

    def open(
        self, address: str, *, width: int = 1280, dark: bool = False, js: bool = True
    ):
        """Return a page of the site, with its requests and console errors noted."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if dark else "light",
            java_script_enabled=js,
        )
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.requested = []
        page.errors = []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on(
            "console",
            lambda said: (
                page.errors.append(said.text) if said.type == "error" else None
            ),
        )
        page.on("pageerror", lambda fault: page.errors.append(str(fault)))
        page.goto(self.site + address)
        return page


@pytest.fixture(scope="session")
def visitor(browser: Browser, site: str) -> Visitor:
    """One reader with a browser."""
    return Visitor(browser, site)

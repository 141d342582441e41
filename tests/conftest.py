"""What every test may lean on: Hypothesis profiles, the long run, the browser.

``SATHANA_CAMPAIGN=1`` lengthens the generative tests and lets the ones marked
``campaign`` run. ``SATHANA_REQUIRE_BROWSER=1`` turns "no Chromium" from a skip into a
failure: a gate must not be green because it did not look.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from sathana.protection import keyfile

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["tests.audit_flush", "tests.postgres_walls"]

HERE = Path(__file__).parent
# Updates of the law that are installed on this machine are no part of a test.
os.environ["SATHANA_DATA"] = tempfile.mkdtemp(prefix="sathana-tests-")
# A browser that one test of a worker opened runs a loop of its own beside later ones;
# Django would take their questions to the database for asynchronous ones.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
# Nor are its keys: each run has keys of its own.
os.environ["SATHANA_KEYS"] = f"{os.environ['SATHANA_DATA']}.keys.json"
keyfile.write(Path(os.environ["SATHANA_KEYS"]), keyfile.fresh())
CAMPAIGN = os.environ.get("SATHANA_CAMPAIGN", "") not in ("", "0")
BROWSER_REQUIRED = os.environ.get("SATHANA_REQUIRE_BROWSER", "") not in ("", "0")
CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
NO_CHROMIUM = "no Chromium on this machine"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Headless, as root, and silent: a browser under test calls nobody."""

# Times differ between machines more than between changes, so no example has a deadline.
_CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("dev", max_examples=30, **_CALM)
settings.register_profile("ci", max_examples=30, derandomize=True, **_CALM)
settings.register_profile("campaign", max_examples=3000, print_blob=True, **_CALM)
settings.load_profile(
    "campaign" if CAMPAIGN else "ci" if os.environ.get("CI") else "dev"
)


def find_chromium() -> str | None:
    """Return the path of the system's Chromium, or ``None`` where there is none."""
    wanted = os.environ.get("SATHANA_CHROMIUM")
    names = (wanted,) if wanted else CHROMIUM_NAMES
    return next(filter(None, map(shutil.which, names)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by their folder, and skip what this run cannot or need not do."""
    chromium = find_chromium()
    for item in items:
        for folder in ("browser", "generative"):
            if item.path.is_relative_to(HERE / folder):
                item.add_marker(folder)
        if "campaign" in getattr(item, "fixturenames", ()):
            item.add_marker("generative")  # it asks how long the run may be
        if item.get_closest_marker("campaign") and not CAMPAIGN:
            item.add_marker(pytest.mark.skip(reason="a long run: make campaign"))
        if item.get_closest_marker("browser") and not (chromium or BROWSER_REQUIRED):
            item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in the last lines when nobody looked at the pages."""
    unseen = sum(NO_CHROMIUM in str(r.longrepr) for r in _skipped(terminalreporter))
    if unseen:
        terminalreporter.section("browser tests were skipped", yellow=True)
        terminalreporter.line(
            f"{unseen} browser tests did not run: {NO_CHROMIUM}. Install the package "
            "`chromium` (or name a browser in SATHANA_CHROMIUM) and run again."
        )


def _skipped(reporter: pytest.TerminalReporter) -> list[pytest.TestReport]:
    return reporter.stats.get("skipped", [])


@pytest.fixture(scope="session", autouse=True)
def _site_without_updates() -> None:
    """Let the site too forget what is installed on this machine."""
    from django.conf import settings

    from sathana.library import updated

    settings.SATHANA_DATA = Path(os.environ["SATHANA_DATA"])
    updated.start(settings.SATHANA_DATA)


@pytest.fixture(scope="session")
def campaign() -> bool:
    """Whether this is the long run: choose the number of cases by it."""
    return CAMPAIGN


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium."""
    path = find_chromium()
    if path is None:
        pytest.fail(f"{NO_CHROMIUM}, and SATHANA_REQUIRE_BROWSER asks for one")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One headless browser for the whole run; open a context of your own in it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=CHROMIUM_ARGUMENTS
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix(request: pytest.FixtureRequest) -> None:
    """Give each worker a database of its own name, where it has a name.

    The plug-in knows Django's own engines: under ours, a test database of SQLite, which
    lives in memory, would be taken for a file.
    """
    from django.conf import settings
    from pytest_django.fixtures import _set_suffix_to_test_databases

    suffix = getattr(request.config, "workerinput", {}).get("workerid")
    if suffix and "sqlite" not in settings.DATABASES["default"]["ENGINE"]:
        _set_suffix_to_test_databases(suffix=suffix)

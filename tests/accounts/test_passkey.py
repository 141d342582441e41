"""A passkey in the real browser: added, used to sign in, under the strict policy."""

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
from tests.accounts import people

from sathana.protection import keyfile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
SEED = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.accounts import people
people.crew()
"""
SERVE = "from sathana.cli.serve import serve; serve('127.0.0.1', {port})"
PATIENCE = 60.0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real server on a database of its own; by name, since keys need one."""
    folder = tmp_path_factory.mktemp("passkey")
    keyring = tmp_path_factory.mktemp("keyring") / "keys.json"
    keyfile.write(keyring, keyfile.fresh())
    environment = {
        **{k: v for k, v in os.environ.items() if k != "DATABASE_URL"},
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "SATHANA_DATA": str(folder),
        "SATHANA_KEYS": str(keyring),
        "DJANGO_SETTINGS_MODULE": "sathana.project.settings",
    }
    subprocess.run([sys.executable, "-c", SEED], env=environment, check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE.format(port=port)],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    end = time.monotonic() + PATIENCE
    while not _answers(f"http://127.0.0.1:{port}/sign-in/"):
        if server.poll() is not None or time.monotonic() > end:
            server.kill()
            pytest.fail("the site did not start")
        time.sleep(0.2)
    yield address
    server.terminate()
    server.wait(timeout=10)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def with_authenticator(page: Page) -> None:
    """Give the page a device with a built-in key, as a phone has."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_signs_in(browser: Browser, site: str) -> None:
    context = browser.new_context(locale="th-TH")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda fault: said.append(str(fault)))
    with_authenticator(page)
    page.goto(f"{site}/sign-in/")
    page.get_by_label("ชื่อผู้ใช้").fill("admin1")
    page.get_by_label("รหัสผ่าน").fill(people.PASSWORD)
    page.get_by_role("button", name="ต่อไป").click()
    page.get_by_label("รหัสจากแอป").fill(people.code())
    page.get_by_role("button", name="เข้าสู่ระบบ").click()
    page.wait_for_url("**/organisation/")

    page.goto(f"{site}/my/second-factor/keys/new/")
    page.get_by_label("ชื่อกุญแจ").fill("โทรศัพท์ทดสอบ")
    page.get_by_label("ใช้เข้าสู่ระบบแทนรหัสผ่านได้").check()
    page.get_by_role("button", name="เพิ่มกุญแจ").click()
    page.wait_for_url("**/my/")
    assert page.get_by_text("โทรศัพท์ทดสอบ").is_visible()

    page.get_by_role("button", name="ออกจากระบบ").first.click()
    page.goto(f"{site}/sign-in/")
    page.get_by_role("button", name="ใช้พาสคีย์แทน").click()
    page.wait_for_url("**/organisation/")
    # A passkey is a second factor that was just shown: no second question.
    page.goto(f"{site}/organisation/invite/")
    assert page.get_by_role("heading", name="เชิญคนใหม่").is_visible()
    assert said == []
    context.close()


def test_a_device_without_a_key_is_told_what_to_do(browser: Browser, site: str) -> None:
    context = browser.new_context(locale="th-TH")
    page = context.new_page()
    page.goto(site.replace("localhost", "127.0.0.1") + "/sign-in/")
    page.get_by_role("button", name="ใช้พาสคีย์แทน").click()
    page.get_by_text("ใช้กุญแจไม่สำเร็จ").wait_for(state="visible")
    context.close()

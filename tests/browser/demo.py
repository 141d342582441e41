"""The demo as a new user starts it, and somebody who signs in to it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src"
PATIENCE = 600.0
_COMMAND = "import sys; from sathana.cli.main import main; sys.exit(main())"
_WHO = re.compile(r"^ {2}(\w+) +(\S+-\d{4}) ", re.MULTILINE)


@dataclass
class Demo:
    """A village that is served on this machine.

    Attributes:
        passwords: Shown once, when the village was made.
        used: The last code that each has used: none works twice.
    """

    address: str
    folder: Path
    passwords: dict[str, str]
    server: subprocess.Popen[str]
    used: dict[str, str] = field(default_factory=dict)

    def code(self, name: str) -> str:
        """Ask the command for the second factor, as the README says."""
        told = subprocess.run(
            [sys.executable, "-c", _COMMAND, "demo", "code", name],
            env=environment(self.folder),
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return told.stdout.strip()

    def next_code(self, name: str) -> str:
        """Wait for a code that was not used yet, as somebody with the app does."""
        last = self.used.get(name)
        while (code := self.code(name)) == last:
            time.sleep(2)
        self.used[name] = code
        return code


def environment(folder: Path) -> dict[str, str]:
    """Return the environment in which the demo lives in a folder."""
    paths = os.pathsep.join([str(SOURCES), os.environ.get("PYTHONPATH", "")])
    own = {"PYTHONPATH": paths, "SATHANA_DEMO": str(folder), "PYTHONUNBUFFERED": "1"}
    return {**os.environ, **own}


def start(folder: Path, port: int) -> Demo:
    """Run ``sathana demo start`` and wait until it answers."""
    log = folder / "said.txt"
    folder.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as said:
        server = subprocess.Popen(
            [sys.executable, "-c", _COMMAND, "demo", "start", "--port", str(port)],
            env=environment(folder),
            stdout=said,
            stderr=said,
            text=True,
        )
    address = f"http://127.0.0.1:{port}"
    end = time.monotonic() + PATIENCE
    while not _answers(address + "/sign-in/"):
        if server.poll() is not None or time.monotonic() > end:
            server.kill()
            raise AssertionError(log.read_text("utf-8")[-3000:])
        time.sleep(0.2)
    passwords = dict(_WHO.findall(log.read_text("utf-8")))
    return Demo(address, folder, passwords, server)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False

"""A PostgreSQL server of the tests' own, where the machine has PostgreSQL."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

START = Path(__file__).parents[3] / "scripts" / "with-postgres"
NOT_HERE = 69
"""Exit status of the script where there is no PostgreSQL."""
NO_POSTGRES = (
    "no PostgreSQL on this machine: nobody looked whether the law as SQL runs on it. "
    "Install the package `postgresql` (or name its programs' folder in "
    "SATHANA_POSTGRES) and run again"
)
_REQUIRED = os.environ.get("SATHANA_REQUIRE_POSTGRES", "") not in ("", "0")
_SAY = 'echo "$PGHOST $PGUSER $PGDATABASE $PATH"; cat >/dev/null'


@pytest.fixture(scope="session")
def postgres() -> Iterator[Mapping[str, str]]:
    """Start a server; return the environment that leads to it."""
    server = subprocess.Popen(
        [str(START), "sh", "-c", _SAY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stdin
    assert server.stdout
    assert server.stderr
    said = server.stdout.readline().split()
    if not said:
        trouble, status = server.stderr.read(), server.wait()
        if status == NOT_HERE and not _REQUIRED:
            pytest.skip(NO_POSTGRES)
        pytest.fail(trouble)
    names = ("PGHOST", "PGUSER", "PGDATABASE", "PATH")
    yield {**os.environ, **dict(zip(names, said, strict=True))}
    server.stdin.close()  # the command ends, and the server with it
    server.wait(timeout=30)
    server.stdout.close()
    server.stderr.close()

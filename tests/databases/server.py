"""A PostgreSQL server that keeps its word (fsync on), to be killed by tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from sathana.registry.keeping import snapshot
from sathana.registry.keeping.faults import KeepingError


def programs() -> Path | None:
    """Return the folder with ``initdb``; ``None`` where there is none."""
    try:
        return Path(snapshot.program_of("initdb")).resolve().parent
    except KeepingError:
        return None


@dataclass(slots=True)
class Server:
    """A server of its own, on a socket in a folder of its own."""

    bin: Path
    folder: Path = field(
        default_factory=lambda: Path(tempfile.mkdtemp(prefix="sathana-kill.", dir="/tmp"))
    )

    def make(self) -> str:
        """Make and start it; return the address of its database."""
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-U", "sathana", "-A", "trust", "-E", "UTF8", "--locale=C")
        self.start()
        for command in (
            "CREATE ROLE sathana_app LOGIN CREATEDB",
            "CREATE DATABASE sathana_app OWNER sathana_app",
        ):
            subprocess.run(
                [self.bin / "psql", "-qX", "-U", "sathana", "-c", command, "postgres"],
                env={**os.environ, "PGHOST": str(self.folder)},
                check=True,
            )
        return f"postgresql://sathana_app@/sathana_app?host={self.folder}"

    def start(self) -> None:
        """Start it; after a kill it first brings back what was acknowledged."""
        told = f"-c listen_addresses= -c unix_socket_directories={self.folder}"
        self._run("pg_ctl", "-l", f"{self.folder}/log", "-w", "-o", told, "start")

    def backends(self) -> list[int]:
        """Return the processes that serve a client of the site."""
        found = subprocess.run(
            [
                *(self.bin / "psql", "-qXAt", "-U", "sathana", "-c"),
                "SELECT pid FROM pg_stat_activity WHERE usename = 'sathana_app'",
                "postgres",
            ],
            env={**os.environ, "PGHOST": str(self.folder)},
            check=True,
            capture_output=True,
            text=True,
        )
        return [int(line) for line in found.stdout.split()]

    def kill(self) -> None:
        """Kill the whole server at once, as a power cut of its machine would."""
        head = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        for pid in (head, *_children(head)):
            _kill(pid)
        while Path(f"/proc/{head}").exists():
            time.sleep(0.01)

    def wait(self) -> None:
        """Wait until it takes connections again."""
        for _ in range(200):
            done = subprocess.run(
                [self.bin / "pg_isready", "-q", "-h", self.folder], check=False
            )
            if done.returncode == 0:
                return
            time.sleep(0.05)
        raise AssertionError("the server did not come back")

    def close(self) -> None:
        """Stop it, and leave nothing behind."""
        self._run("pg_ctl", "-m", "immediate", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        owner = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run(
            [*owner, self.bin / program, "-D", f"{self.folder}/data", *arguments],
            cwd="/",
            check=check,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _children(parent: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(told[1]) == parent:
            found.append(int(status.parent.name))
    return found


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def kill(pid: int) -> None:
    """Kill a process, if it is still there."""
    _kill(pid)

"""Making the copy that people see: by content, in a process of its own, or not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import sathana
from sathana.files.kinds import MEDIA, kind_of
from sathana.files.refusals import FROM_WORKER, LARGEST, RefusedError

SECONDS = 15
"""After so long a worker is ended; its own limit of processor time is shorter."""
AT_ONCE = 2
LARGEST_COPY = 3 * LARGEST
_PATIENCE = 40
_workers = threading.BoundedSemaphore(AT_ONCE)
_STARTS = {
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "application/pdf": b"%PDF-",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """A cleaned copy.

    Attributes:
        media: Its media type.
        data: Its bytes.
        kib: Memory the worker took at most, in KiB.
    """

    media: str
    data: bytes
    kib: int = 0


def cleaned(data: bytes) -> Copy:
    """Return a copy of an upload in which nothing hides.

    Args:
        data: The bytes as they came; neither a name nor a told type counts.

    Raises:
        RefusedError: It is not taken; the error says why and what to do.
    """
    if len(data) > LARGEST:
        raise RefusedError("large")
    kind = kind_of(data)
    if kind not in MEDIA:
        raise RefusedError(kind)
    if not _workers.acquire(timeout=_PATIENCE):
        raise RefusedError("busy")
    try:
        return _read_answer(_run(data, kind))
    finally:
        _workers.release()


def _run(data: bytes, kind: str) -> bytes:
    """Let a worker clean a file; a worker that broke says nothing."""
    command = [sys.executable, "-s", "-P", "-m", "sathana.files.worker", kind]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            env=_environment(),
            cwd="/",
        )
    except subprocess.TimeoutExpired:
        raise RefusedError("heavy") from None
    if done.returncode:
        # Ended by a limit (memory, time), or broken by the file.
        raise RefusedError("heavy" if done.returncode < 0 else "damaged")
    return done.stdout


def _environment() -> dict[str, str]:
    """Return what the worker is told: where our code stands, and nothing else."""
    ours = str(Path(sathana.__file__).parent.parent)
    told = {"PYTHONPATH": ours, "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"}
    if "LD_LIBRARY_PATH" in os.environ:
        told["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return told


def _read_answer(stdout: bytes) -> Copy:
    """Read what the worker said; it may have been taken over, so it is not believed."""
    line, _, copy = stdout.partition(b"\n")
    try:
        said = json.loads(line)
        refused, media = said.get("refused"), said.get("media")
        kib = int(said.get("kib", 0))
    except (ValueError, AttributeError, TypeError):
        raise RefusedError("damaged") from None
    if refused is not None:
        raise RefusedError(refused if refused in FROM_WORKER else "damaged", kib)
    start = _STARTS.get(media)
    if start is None or not copy.startswith(start):
        raise RefusedError("damaged")
    if len(copy) > LARGEST_COPY:
        raise RefusedError("heavy")
    return Copy(media, copy, kib)

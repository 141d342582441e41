"""Making the copy that people see: by content, in a process of its own, or not."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import sathana
from sathana.files.kinds import MEDIA, kind_of
from sathana.files.refusals import FROM_WORKER, LARGEST, RefusedError

SECONDS = 15
"""After so long a worker is ended; its own limit of processor time is shorter."""
AT_ONCE = 2
LARGEST_COPY = 3 * LARGEST
"""Bytes that a worker may answer with."""
_LONGEST_LINE = 200
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
    """Let a worker clean a file, and return what it said: never more than a copy is."""
    command = [sys.executable, "-s", "-P", "-m", "sathana.files.worker", kind]
    with subprocess.Popen(  # noqa: S603 - our own program, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd="/",
    ) as process:
        said = _talk(process, data)
    if process.returncode:
        # Ended by a limit (memory, time), or broken by the file.
        raise RefusedError("heavy" if process.returncode < 0 else "damaged")
    return said


def _talk(process: subprocess.Popen[bytes], data: bytes) -> bytes:
    """Give a worker the file and listen; it is ended when it takes or says too much."""
    assert process.stdin is not None  # noqa: S101 - pipes, as asked for
    assert process.stdout is not None  # noqa: S101
    ending = threading.Timer(SECONDS, process.kill)
    feeding = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
    ending.start()
    feeding.start()
    try:
        said = process.stdout.read(LARGEST_COPY + 1)
        if len(said) > LARGEST_COPY:
            process.kill()
        process.wait()
        return said
    finally:
        ending.cancel()
        process.kill()
        feeding.join()


def _feed(pipe: IO[bytes], data: bytes) -> None:
    # A worker that ended early reads no more: what it left says why.
    with contextlib.suppress(OSError), pipe:
        pipe.write(data)


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
        said = json.loads(line[:_LONGEST_LINE])
        refused, media = said.get("refused"), str(said.get("media"))
        kib = int(said.get("kib", 0))
    except (ValueError, AttributeError, TypeError, OverflowError, RecursionError):
        raise RefusedError("damaged") from None
    if refused is not None:
        code = str(refused)
        raise RefusedError(code if code in FROM_WORKER else "damaged", kib)
    start = _STARTS.get(media)
    if start is None or not copy.startswith(start):
        raise RefusedError("damaged")
    return Copy(media, copy, kib)

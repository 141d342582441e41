"""The process that reads what strangers made: a file comes in, a copy goes out.

``python -m sathana.files.worker KIND`` reads a file from standard input and writes one
line of JSON and then the copy to standard output. It may open no file and no socket,
write none, and has little time and memory: whatever breaks it, breaks only it. It
knows nothing of Django, a database or keys.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import IO

from sathana.files.refusals import LARGEST, RefusedError

SECONDS = 10
MEMORY = 600_000_000
"""Bytes of address space: a picture of 40 million dots, turned, and the libraries."""


def bound() -> None:
    """Give up what is not needed; called once everything is loaded."""
    _at_most(resource.RLIMIT_CPU, SECONDS)
    _at_most(resource.RLIMIT_AS, MEMORY)
    _at_most(resource.RLIMIT_FSIZE, 0)
    _at_most(resource.RLIMIT_CORE, 0)
    # Input, output and errors are open (and our own state): nothing else can be.
    _at_most(resource.RLIMIT_NOFILE, 3)


def answer(data: bytes, kind: str) -> tuple[dict[str, str | int], bytes]:
    """Return what is said of a file, and its copy (empty if it is refused)."""
    try:
        media, copy = _clean(data, kind)
    except RefusedError as refusal:
        return {"refused": refusal.code}, b""
    except (MemoryError, RecursionError):
        return {"refused": "heavy"}, b""
    # Whatever a broken file makes a reader raise, it is a broken file.
    except Exception:
        return {"refused": "damaged"}, b""
    return {"media": media}, copy


def _clean(data: bytes, kind: str) -> tuple[str, bytes]:
    if kind == "pdf":
        from sathana.files import pdfs

        return pdfs.cleaned(data)
    from sathana.files import pictures

    return pictures.cleaned(data, kind)


def _load(kind: str) -> None:
    """Load what reads this kind, while files may still be opened."""
    if kind == "pdf":
        from sathana.files import pdfs  # noqa: F401
    else:
        from sathana.files import pictures

        pictures.prepare()


def _at_most(what: int, limit: int) -> None:
    resource.setrlimit(what, (limit, limit))


def main(kind: str) -> None:
    """Clean the file that standard input holds."""
    _load(kind)
    status = _status()
    bound()
    said, copy = answer(sys.stdin.buffer.read(LARGEST + 1), kind)
    said["kib"] = _most_memory(status)
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + copy)
    sys.stdout.buffer.flush()


def _status() -> IO[bytes] | None:
    """Open what the kernel says of this process, where it says so in a file."""
    try:
        return open("/proc/self/status", "rb", buffering=0)
    except OSError:
        return None


def _most_memory(status: IO[bytes] | None) -> int:
    """Return the memory taken at most, in KiB.

    The figure of ``getrusage`` counts what the parent held when it started us.
    """
    if status is None:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    line = next(line for line in status.read(8192).splitlines() if b"VmHWM" in line)
    return int(line.split()[1])


if __name__ == "__main__":
    main(sys.argv[1])

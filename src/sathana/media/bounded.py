"""The step before ffmpeg: give up what is not needed, then become ffmpeg.

``python -m sathana.media.bounded CPU_SECONDS MEMORY FILE_BYTES PROGRAM ...`` sets the
limits, leaves the network where the system lets it, and starts the program in its own
place. Limits are set here and not in the server: what runs between fork and exec in a
process with threads may lock itself up.
"""

from __future__ import annotations

import contextlib
import os
import resource
import sys


def main(words: list[str]) -> None:
    """Bound this process and become the program."""
    seconds, memory, size = (int(word) for word in words[:3])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
    os.nice(10)
    _leave_network()
    os.execv(words[3], words[3:])  # noqa: S606 - our own program, no shell


def _leave_network() -> None:
    # A second wall only: not every system lets a process do this, and the protocols
    # that ffmpeg may use are few already.
    if hasattr(os, "unshare"):
        with contextlib.suppress(OSError):
            os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)


if __name__ == "__main__":
    main(sys.argv[1:])

"""A bar on standard error for what takes long, on a terminal only."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_QUIET = 2.0
"""Seconds of work that nobody needs to be told about."""
_WIDTH = 30
_OFTEN = 0.1


class Progress:
    """Shows how much of some work is done, once it has taken two seconds."""

    def __init__(self, total: int, label: str) -> None:
        """Begin to count; nothing is shown yet."""
        self.total, self.label, self.done = total, label, 0
        self.began = time.monotonic()
        self.drawn = 0.0
        self.seen = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        """Return itself."""
        return self

    def step(self) -> None:
        """Count one piece of work as done."""
        self.reach(self.done + 1)

    def reach(self, done: int) -> None:
        """Count so much of the work as done."""
        self.done = done
        now = time.monotonic()
        if not self.seen or now - self.began < _QUIET or now - self.drawn < _OFTEN:
            return
        self.drawn = now
        full = _WIDTH * self.done // max(self.total, 1)
        bar = "#" * full + "." * (_WIDTH - full)
        sys.stderr.write(f"\r{self.label} [{bar}] {self.done}/{self.total}")
        sys.stderr.flush()

    def hide(self) -> None:
        """Take the bar away for a while, so that a line can be written."""
        if self.drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self.drawn = 0.0

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away, also when the work was broken off."""
        self.hide()

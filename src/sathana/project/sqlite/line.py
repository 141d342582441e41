"""A lock that is given in the order in which it was asked for.

SQLite lets those who wait for its write lock try again and again; whoever is unlucky
waits long. Within the one process that writes, this line is fair.
"""

from __future__ import annotations

import threading
from collections import deque


class Line:
    """One holder at a time; the others wait in the order in which they came."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._gates: deque[threading.Lock] = deque()
        self._held = False

    def enter(self, seconds: float) -> bool:
        """Wait for the turn; return whether it came in time."""
        with self._guard:
            if not self._held:
                self._held = True
                return True
            gate = threading.Lock()
            gate.acquire()
            self._gates.append(gate)
        return gate.acquire(timeout=seconds) or self._came_late(gate)

    def leave(self) -> None:
        """Give the turn to whoever has waited longest."""
        with self._guard:
            if self._gates:
                self._gates.popleft().release()
            else:
                self._held = False

    def _came_late(self, gate: threading.Lock) -> bool:
        """Stop waiting; return whether the turn was given in this very moment."""
        with self._guard:
            if gate in self._gates:
                self._gates.remove(gate)
                return False
            return True


_lines: dict[str, Line] = {}
_guard = threading.Lock()


def of(database: str) -> Line:
    """Return the line before a database, the same for all threads."""
    with _guard:
        return _lines.setdefault(database, Line())

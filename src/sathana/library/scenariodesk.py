"""Where scenarios are worked out for pages: few at once, and nothing twice.

The people of a page are made, a hundred thousand of them, once in a process. At most
two scenarios are worked out at the same time; a third waits for a moment and is then
asked to come back. Results are kept by what was asked, the last ones only, so that no
visitor can make the memory grow.
"""

from __future__ import annotations

import json
import threading
import zlib
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sathana.law.kept import follows_pack
from sathana.law.load import pack

if TYPE_CHECKING:
    from sathana.population.scenario import Scenario

AT_ONCE = 2
"""Scenarios worked out at the same time."""
MOST_WAITING = 1
"""Visitors who may wait for their turn; the server has threads for others then."""
PATIENCE = 5.0
"""Seconds after which somebody who waits is asked to come back."""
MOST_KEPT = 64
"""Results kept, each some twenty-five kilobytes."""


class BusyError(Exception):
    """Too many scenarios are being worked out just now."""


class Desk:
    """Lets few do their work at once, and few wait."""

    def __init__(self, at_once: int, waiting: int, patience: float) -> None:
        """Open the desk.

        Args:
            at_once: How many may work at the same time.
            waiting: How many may wait.
            patience: Seconds they wait at most.
        """
        self._places = threading.BoundedSemaphore(at_once)
        self._chairs = threading.BoundedSemaphore(waiting)
        self.patience = patience

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Do something when it is one's turn.

        Raises:
            BusyError: Nobody may wait any more, or the waiting was too long.
        """
        if not self._places.acquire(blocking=False):
            self._wait()
        try:
            yield
        finally:
            self._places.release()

    def _wait(self) -> None:
        if not self._chairs.acquire(blocking=False):
            raise BusyError
        try:
            if not self._places.acquire(timeout=self.patience):
                raise BusyError
        finally:
            self._chairs.release()


class Kept:
    """The last results, packed; the one that was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        """Begin with nothing; hold at most so many."""
        self.most = most
        self._found: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._found)

    def get(self, key: Hashable) -> dict[str, Any] | None:
        """Return a result, or ``None`` where it is not kept; nobody shares it."""
        with self._lock:
            packed = self._found.get(key)
            if packed is None:
                return None
            self._found.move_to_end(key)
        found: dict[str, Any] = json.loads(zlib.decompress(packed))
        return found

    def put(self, key: Hashable, result: dict[str, Any]) -> None:
        """Keep a result."""
        packed = zlib.compress(json.dumps(result, ensure_ascii=False).encode())
        with self._lock:
            self._found[key] = packed
            self._found.move_to_end(key)
            while len(self._found) > self.most:
                self._found.popitem(last=False)

    def cache_clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._found.clear()


DESK = Desk(AT_ONCE, MOST_WAITING, PATIENCE)
KEPT = follows_pack(Kept(MOST_KEPT))
_MAKING = threading.Lock()


@follows_pack
@lru_cache(maxsize=1)
def scenarios() -> dict[str, Scenario]:
    """Return the scenarios that ship, by name; no others are ever worked out here."""
    from sathana.population.scenario import load, shipped

    return {name: load(name) for name in shipped()}


def answer(scenario: Scenario) -> dict[str, Any]:
    """Return the result of a scenario over a hundred thousand made people.

    Raises:
        BusyError: Too many others are being worked out.
        ScenarioError: A reform cannot be made.
    """
    key = (pack().version, scenario.name, tuple(sorted(scenario.values.items())))
    found = KEPT.get(key)
    if found is not None:
        return found
    with DESK.turn():
        found = KEPT.get(key)  # somebody may have asked the same meanwhile
        if found is None:
            found = _worked_out(scenario)
            KEPT.put(key, found)
    return found


def _worked_out(scenario: Scenario) -> dict[str, Any]:
    from sathana.population.scenario import run_small
    from sathana.population.scenario.model import Synthetic
    from sathana.population.scenario.persons import small

    named = scenario.population
    with _MAKING:  # two at once would make the people twice
        small(*((named.area, named.seed) if isinstance(named, Synthetic) else ()))
    return run_small(scenario)

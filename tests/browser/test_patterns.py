"""The twelve patterns end to end: first contact to card or court, and their packs."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.browser.demo import Demo
from tests.browser.hands import Hands, signed_in
from tests.browser.patterns.golden import KEPT, MAKE, marked, text_of, told_in
from tests.browser.patterns.player import WAIT, Player, Seat
from tests.browser.patterns.steps import COURT, Drafted
from tests.browser.patterns.table import IN_EVERY_RUN, PATTERNS

from sathana.seeds.village import village

pytestmark = pytest.mark.browser
LONG = [
    pytest.param(name, marks=() if name in IN_EVERY_RUN else pytest.mark.campaign)
    for name in PATTERNS
]
_FAMILIES = {one.number: one for one in village()}


@pytest.fixture(scope="module")
def seat(demo: Demo, browser: Any) -> Iterator[Callable[[str], Seat]]:
    """Whoever works on a family: signed in once, and kept."""
    kept: dict[str, Any] = {}
    contexts: list[Any] = []

    def of(name: str) -> Seat:
        if name not in kept:
            kept[name] = signed_in(demo, browser, name)
        contexts.append(browser.new_context(storage_state=kept[name]))
        page = contexts[-1].new_page()
        page.set_default_timeout(WAIT)
        return Seat(name, Hands(page))

    yield of
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", LONG)
def test_a_pattern_is_played_from_first_contact_to_its_end(
    name: str, demo: Demo, seat: Callable[[str], Seat], tmp_path: Path
) -> None:
    pattern = PATTERNS[name]
    worker = seat(pattern.seats[0])
    alone = pattern.seats[0] == pattern.seats[1]
    chief = worker if alone else seat(pattern.seats[1])
    family = _FAMILIES[pattern.family]
    player = Player(demo, pattern, family, worker, chief, tmp_path)
    player.play()
    drafts = [step.step for step in pattern.steps if isinstance(step, Drafted)]
    assert list(player.drafts) == drafts
    assert all(one[:4] in (b"PK\x03\x04", b"%PDF") for one in player.drafts.values())
    assert (pattern.end == COURT) is ("ฟ้องศาลปกครอง" in drafts)
    _as_kept(name, player)
    for one in {id(s): s for s in (worker, chief)}.values():
        one.page.close()


def _as_kept(name: str, player: Player) -> None:
    """Hold the text of the pack against the golden one, or make that anew."""
    assert player.golden, "no pack was kept"
    today = (datetime.now(UTC) + timedelta(hours=7)).date()
    text = marked(text_of(player.golden), today)
    kept = KEPT / f"{name}.txt"
    if os.environ.get(MAKE) == "1":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, "utf-8")
    assert kept.exists(), f"no text of {name} is kept yet: make it with {MAKE}=1"
    before, now = told_in(kept.read_text("utf-8")), told_in(text)
    differs = difflib.unified_diff(before, now, "kept", "now", n=1, lineterm="")
    assert before == now, "\n".join(list(differs)[:60])

"""The drill: an update extends the windows of 2025, and what was foretold happens.

``law diff`` asks only the cases whose answers can turn. Here all cases are asked under
both laws, so that the test also holds that saving to be safe.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.sample import some
from tests.unit.signing_room import Room, law
from tests.unit.test_law_update_file import DRILL

from sathana.cli.compare import compare
from sathana.cli.days import days_of
from sathana.law import cases, installed, load
from sathana.law.load import using
from sathana.status import assess
from sathana.status.flips import flips

EXPECTED = {
    ("HW-ANN-2025-after-the-year", "P", "pathways.ANN-2025", "window_unknown", "open"),
    (
        "HW-ANN-2025-after-the-year",
        "F",
        "pathways.PR-2024",
        "window_unknown",
        "needs_facts",
    ),
    (
        "HW-ANN-2025-after-the-year",
        "M",
        "pathways.PR-2024",
        "window_unknown",
        "needs_facts",
    ),
    # Q's Thai, which the resolution asks for (C21), is not told.
    ("HW-PR-2024-granted", "Q", "pathways.PR-2024", "window_unknown", "needs_facts"),
}
"""Found by hand: families of the library asked about a day of the added year."""
ADDED = (date(2026, 6, 30).toordinal(), date(2027, 6, 30).toordinal())


def _was_open_to_doubt(name: str, who: str, key: str, old: str, new: str) -> bool:
    """Say whether a flip is one that the extension must bring about, and no other."""
    asked = days_of(cases.case(name), None, None)[0]
    return (
        key in ("pathways.ANN-2025", "pathways.PR-2024")
        and ADDED[0] <= asked < ADDED[1]
        and old == "window_unknown"
        and new in ("open", "needs_facts")
    )


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    made = Room(tmp_path)
    monkeypatch.setenv("SATHANA_DATA", str(made.data))
    yield made
    load.use(None)


def test_exactly_the_answers_that_diff_named_flip_once_it_is_installed(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = room.file(DRILL.read_bytes())
    law("diff", draft, "--json")
    foretold = json.loads(capsys.readouterr().out)
    named = {
        (f["case"], f["person"], f["key"], f["before"], f["after"])
        for f in foretold["flips"]
    }
    assert named >= EXPECTED
    assert all(_was_open_to_doubt(*flip) for flip in named)
    assert foretold["touches"]["pathways"] == ["ANN-2025", "PR-2024"]
    assert foretold["cases"]["asked"] < foretold["cases"]["of"]
    assert [record["record"] for record in foretold["records"]] == [
        "rule/ANN-2025",
        "rule/PR-2024",
    ]

    room.trust_all()
    law("update", room.signed(DRILL.read_bytes()))
    before = _answers()
    updated = installed.load(room.data)
    assert updated is not None
    with using(updated):
        after = _answers()
        failing = _failing(after)
    assert failing - _failing(before) == {
        (f["case"], f["person"], f["key"])
        for f in foretold["fails"]
        if f["case"] in before
    }
    happened = {
        (name, flip.person, flip.key, flip.before, flip.after)
        for name, answer in before.items()
        for flip in flips(answer, after[name])
    }
    assert happened == {flip for flip in named if flip[0] in before}


def test_the_diff_for_people_says_the_same(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    law("diff", room.file(DRILL.read_bytes()))
    said = " ".join(capsys.readouterr().out.split())
    for case, who, key, old, new in EXPECTED:
        assert f"{case} {who} {key}: {old} -> {new}" in said
    assert "P pathways.ANN-2025: expected window_unknown" in said
    assert "nobody yet" in said


def _answers() -> dict[str, dict[str, object]]:
    found = {}
    foretold = {case for case, *_ in EXPECTED}
    for name in sorted({*some(cases.names(), 8), *foretold}):
        case = cases.case(name)
        as_of, law_at = days_of(case, None, None)
        found[name] = assess(case, as_of=as_of, law_at=law_at)
    return found


def _failing(found: dict[str, dict[str, object]]) -> set[tuple[str, str, str]]:
    return {
        (difference.case, difference.person, difference.key)
        for name, answer in found.items()
        for difference in compare(cases.case(name), answer)
    }

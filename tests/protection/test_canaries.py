"""Stolen bytes tell nothing: database, journal, files, temporary files, logs.

And what was erased is told by nothing, with all the keys that remain, in a backup that
was made before the erasure neither.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.protection import thief
from tests.protection.canaries import LATIN, MARKS, NUMBER, THAI, forms, found_in

from sathana.protection import keyfile

ROOT = Path(__file__).parents[2]
CANARY = re.compile(
    f"{LATIN}[ -][a-p]{{8}}|{THAI}[\u0e00-\u0e7f]{{7}}|{NUMBER}\\d{{6}}"
)


@dataclass(frozen=True)
class World:
    """What the program left behind.

    Attributes:
        told: What it says of itself.
    """

    folder: Path
    told: dict
    keys: keyfile.Keys

    def stage(self, name: str) -> Path:
        return self.folder / "stages" / name


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, campaign: bool) -> World:
    folder = tmp_path_factory.mktemp("canaries")
    for name in ("stages", "tmp", "logs"):
        (folder / name).mkdir()
    environment = {
        **{k: v for k, v in os.environ.items() if k != "DATABASE_URL"},
        "SATHANA_DATA": str(folder / "data"),
        "SATHANA_KEYS": str(folder / "keys.json"),
        "SATHANA_STAGES": str(folder / "stages"),
        "TMPDIR": str(folder / "tmp"),
        "DJANGO_SETTINGS_MODULE": "sathana.project.settings",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }
    program = ["-m", "tests.protection.canary_world", "500" if campaign else "50"]
    ran = subprocess.run(
        [sys.executable, *program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=900,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()[-3000:]
    (folder / "logs" / "errors.log").write_bytes(ran.stderr)
    keys = keyfile.from_text((folder / "keys.json").read_text())
    return World(folder, json.loads(ran.stdout), keys)


def test_there_are_enough_canaries(world: World, campaign: bool) -> None:
    stored = world.stage("stored")
    told = thief.readable(stored, thief.record_keys(stored, world.keys))
    seen = {one for value in told for one in CANARY.findall(value.text)}
    assert len(seen) >= (500 if campaign else 50)
    assert {mark for mark in MARKS for one in seen if one.startswith(mark)} == {*MARKS}
    tables = {value.table for value in thief.readable(
        stored, thief.record_keys(stored, world.keys)
    ) if CANARY.search(value.text)}  # fmt: skip
    assert len(tables) >= 12


@pytest.mark.parametrize("stage", ["during", "stored", "erased"])
def test_no_canary_stands_in_the_data_folder(world: World, stage: str) -> None:
    """Database, journal, sealed files: at rest, and in the middle of writing."""
    assert found_in([world.stage(stage)]) == []


def test_the_journal_was_looked_at(world: World) -> None:
    names = {one.name for one in world.stage("during").iterdir()}
    assert names & {f"{thief.FILE}-journal", f"{thief.FILE}-wal"}
    assert list((world.stage("stored") / "files").glob("??/*"))


def test_no_canary_stands_in_temporary_files_or_logs(world: World) -> None:
    assert (world.folder / "logs" / "errors.log").stat().st_size > 0
    assert found_in([world.folder / "tmp", world.folder / "logs"]) == []
    assert found_in([world.folder / "data"], [THAI, NUMBER]) == []


def test_a_canary_in_the_clear_is_found(world: World, tmp_path: Path) -> None:
    """The control: what is looked for would be seen."""
    assert found_in([world.stage("control")])
    for mark in MARKS:
        for form, seen in forms(mark).items():
            file = tmp_path / f"{form}.bin"
            file.write_bytes(os.urandom(999) + seen + os.urandom(999))
            assert found_in([tmp_path], [mark]), form
            file.unlink()


def erased_canaries(world: World) -> set[str]:
    """Return every canary that stood in a row of what was erased later."""
    stored, gone = world.stage("stored"), world.told["gone"]
    told = thief.readable(stored, thief.record_keys(stored, world.keys))
    return {
        one
        for value in told
        if value.family in gone["families"] or value.person in gone["persons"]
        for one in CANARY.findall(value.text)
    }


@pytest.mark.parametrize("copy", ["erased", "stored"])
def test_what_was_erased_is_read_nowhere(world: World, copy: str) -> None:
    """With all keys that remain: in the database, and in a backup made before."""
    remaining = thief.record_keys(world.stage("erased"), world.keys)
    gone = erased_canaries(world)
    assert len(gone) > 20
    seen: set[str] = set()
    others = 0
    for value in thief.readable(world.stage(copy), remaining):
        found = set(CANARY.findall(value.text))
        seen |= found & gone
        others += len(found - gone)
    assert seen == set()
    assert others > 20, "the control: those who were not erased are still read"


def test_erased_rows_and_files_are_gone(world: World) -> None:
    erased, stored = world.stage("erased"), world.stage("stored")
    gone = world.told["gone"]
    keys = thief.record_keys(erased, world.keys)
    told = list(thief.readable(erased, keys))
    assert not [v for v in told if v.family in gone["families"]]
    assert not [v for v in told if v.person in gone["persons"]]
    before = set((stored / "files").glob("??/*"))
    after = set((erased / "files").glob("??/*"))
    assert len(after) < len(before)
    raw = (erased / thief.FILE).read_bytes()
    names = {one.name for one in before} - {one.name for one in after}
    assert not [name for name in names if name.replace("-", "").encode() in raw]


def test_the_certificate_speaks_thai_and_english(world: World) -> None:
    thai, english = world.told["certificate"]["th"], world.told["certificate"]["en"]
    assert "ทำลายกุญแจ" in thai
    assert "keys were destroyed" in english
    assert not CANARY.search(thai + english)

"""Recordings in backups: once each, whole or told, and back bit for bit."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyrage import x25519
from tests.databases.place import Place, drop_database, make

from sathana.registry.keeping import making, opening, recordings, sealing
from sathana.registry.keeping.faults import KeepingError

SIZE = 3_000_001
TAKE = """
import random
from datetime import UTC, datetime
from sathana.media import store
from sathana.media.models import Recording, Variant
made = []
for number in NUMBERS:
    data = b"HEARD-BY-ALL" + random.Random(number).randbytes(SIZE)
    row = Recording.objects.create(
        kind="sound", format="mp3", sha256=store.keep(data), bytes=len(data),
        taken_at=datetime.now(UTC),
    )
    small = store.keep(data[:1000])
    row.variants.create(kind="opus", state=Variant.DONE, sha256=small, bytes=1000,
                        progress=100, bitrate=24000)
    row.variants.create(kind="m4a", state=Variant.FAILED, fault="damaged", tries=3)
    made.append([row.sha256, small])
print(json.dumps(made))
"""
QUEUE = """
from sathana.media.models import Variant
rows = Variant.objects.order_by("recording__sha256", "kind")
print(json.dumps([list(one) for one in rows.values_list(
    "kind", "state", "sha256", "progress")]))
"""


def take(place: Place, *numbers: int) -> list[list[str]]:
    """Put recordings into a place; return the digests of each and its small copy."""
    code = TAKE.replace("NUMBERS", str(list(numbers))).replace("SIZE", str(SIZE))
    made: list[list[str]] = place.ask(code)
    return made


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, Any]]:
    """An installation with two recordings, and a backup of it."""
    place = make(tmp_path_factory.mktemp("installation"), 1)
    packs = place.data / "packs"
    packs.mkdir()
    (packs / "all.zip").write_bytes(b"made anew")
    made = take(place, 1, 2)
    done = place.cli("backup")
    assert done.returncode == 0, done.stderr
    assert "2 recordings" in done.stdout
    yield place, made
    place.close()


def stored(place: Place, digest: str) -> Path:
    return place.data / "media" / digest[:2] / digest


def copies(out: Path) -> dict[str, int]:
    """Return the files of recordings in a folder of backups, and when each was made."""
    return {one.name: one.stat().st_mtime_ns for one in out.glob("media/??/*")}


def tried(place: Place, out: Path) -> tuple[int, str]:
    done = place.cli("restore", str(out), "--verify", "--identity", str(place.identity))
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def test_a_backup_holds_each_original_once_and_no_small_copy(taken: Any) -> None:
    place, made = taken
    assert set(copies(place.backups)) == {f"{original}.age" for original, _ in made}
    main = making.newest(place.backups)
    assert main
    assert main.stat().st_size < SIZE, "the archive must not hold the recordings"
    names = making.small_files(place.data)
    assert not [one for one in names if one.startswith(("media", "packs"))]


def test_recordings_lie_sealed_and_private_in_a_backup(taken: Any) -> None:
    place, _ = taken
    for file in place.backups.rglob("*"):
        if file.is_file():
            assert b"HEARD-BY-ALL" not in file.read_bytes()
            assert file.stat().st_mode & 0o077 == 0, file
    assert (place.backups / "media").stat().st_mode & 0o077 == 0


def test_a_restore_brings_them_back_bit_for_bit_and_queues_small_copies(
    taken: Any,
) -> None:
    place, made = taken
    new = place.beside("restored")
    try:
        done = new.cli("restore", str(place.backups), "--identity", str(place.identity))
        assert done.returncode == 0, done.stdout + done.stderr
        assert "all 2 recordings of the backup are whole" in done.stdout
        for original, small in made:
            back = stored(new, original)
            assert back.read_bytes() == stored(place, original).read_bytes()
            assert back.stat().st_mode & 0o077 == 0
            assert not stored(new, small).exists()
        assert not (new.data / "packs").exists()
        # What failed had a reason: it stays for somebody to see.
        failed, anew = ["m4a", "failed", "", 0], ["opus", "waiting", "", 0]
        assert new.ask(QUEUE) == [failed, anew] * 2
    finally:
        if new.url:
            drop_database(new.url)


def test_one_that_is_damaged_is_told_and_holds_nothing_up(
    taken: Any, tmp_path: Path
) -> None:
    place, made = taken
    file = stored(place, made[0][0])
    good = file.read_bytes()
    out = tmp_path / "backups"
    file.write_bytes(good[:-1])
    try:
        done = place.cli("backup", "--out", str(out))
    finally:
        file.write_bytes(good)
    assert done.returncode == 1
    assert "1 recordings are missing or damaged" in done.stderr
    assert set(copies(out)) == {f"{made[1][0]}.age"}
    code, told = tried(place, out)
    assert code == 0, told
    assert "1 were lost before the backup was made" in told


def test_a_recording_that_was_changed_in_the_backup_is_noticed(
    taken: Any, tmp_path: Path
) -> None:
    place, made = taken
    out = tmp_path / "backups"
    shutil.copytree(place.backups, out)
    change(recordings._place(out, made[0][0]))
    code, told = tried(place, out)
    assert code == 1
    assert "1 of 2 recordings in the backup are missing or damaged" in told


class Store:
    """A data folder and a folder of backups, without a database."""

    def __init__(self, folder: Path) -> None:
        self.data, self.out, self.new = (folder / name for name in ("d", "o", "n"))
        for one in (self.data, self.out, self.new):
            one.mkdir()
        self.key = x25519.Identity.generate()

    def keep(self, data: bytes) -> str:
        digest = hashlib.sha256(data).hexdigest()
        file = self.file(digest)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return digest

    def file(self, digest: str) -> Path:
        return self.data / "media" / digest[:2] / digest

    def backed_up(self, *wanted: str) -> dict[str, int]:
        to = str(self.key.to_public())
        return recordings.copy_new(self.data, wanted, self.out, to)

    def restored(self, wanted: dict[str, int]) -> list[str]:
        """Bring back; return what is not whole."""
        return list(recordings.bring_back(self.out, wanted, self.new, [self.key]))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def change(file: Path) -> None:
    """Change one bit of a file somewhere in its middle."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 4
    file.write_bytes(data)


def test_a_second_backup_copies_only_what_is_new(store: Store) -> None:
    first = store.keep(b"first" * 1000)
    assert store.backed_up(first) == {first: 5000}
    before = copies(store.out)
    assert store.backed_up(first) == {first: 5000}
    assert copies(store.out) == before
    second = store.keep(b"second")
    assert store.backed_up(first, second) == {first: 5000, second: 6}
    assert before.items() <= copies(store.out).items()
    assert len(copies(store.out)) == 2
    assert store.restored({first: 5000, second: 6}) == []
    assert recordings._stored(store.new, second).read_bytes() == b"second"


@pytest.mark.parametrize("how", ["lost", "damaged", "folder"])
def test_what_is_not_whole_in_the_store_is_not_copied_until_it_is(
    store: Store, how: str
) -> None:
    digest = store.keep(b"good")
    store.file(digest).unlink()
    if how == "damaged":
        store.file(digest).write_bytes(b"bad")
    if how == "folder":
        store.file(digest).mkdir()
    assert store.backed_up(digest) == {}
    assert copies(store.out) == {}
    if how == "folder":
        store.file(digest).rmdir()
    assert store.backed_up(store.keep(b"good")) == {digest: 4}


def test_one_that_a_backup_holds_stays_in_it_when_the_store_loses_it(
    store: Store,
) -> None:
    digest = store.keep(b"good")
    store.backed_up(digest)
    store.file(digest).unlink()
    assert store.backed_up(digest) == {digest: 4}


def test_one_that_went_from_the_folder_of_backups_is_copied_again(
    store: Store,
) -> None:
    digest = store.keep(b"good")
    store.backed_up(digest)
    recordings._place(store.out, digest).unlink()
    assert store.backed_up(digest) == {digest: 4}
    assert len(copies(store.out)) == 1


@pytest.mark.parametrize("how", ["changed", "missing", "cut", "another"])
def test_what_is_not_whole_in_the_backup_is_named_and_nothing_of_it_stays(
    store: Store, how: str
) -> None:
    digest, other = store.keep(b"good" * 50_000), store.keep(b"other")
    wanted = store.backed_up(digest, other)
    sealed = recordings._place(store.out, digest)
    if how == "changed":
        change(sealed)
    elif how == "missing":
        sealed.unlink()
    elif how == "cut":
        sealed.write_bytes(sealed.read_bytes()[:-70_000])
    else:  # opens with the key, but is another recording
        shutil.copy(recordings._place(store.out, other), sealed)
    assert store.restored(wanted) == [digest]
    assert not recordings._stored(store.new, digest).exists()
    assert recordings._stored(store.new, other).is_file()


def test_a_name_that_is_no_digest_is_never_looked_for(store: Store) -> None:
    (store.data / "media").mkdir(exist_ok=True)
    assert store.backed_up("", "../../x", "A" * 64) == {}


def test_what_a_killed_backup_left_is_removed(taken: Any, tmp_path: Path) -> None:
    _, made = taken
    digest = made[0][0]
    folder = tmp_path / "media" / digest[:2]
    folder.mkdir(parents=True)
    (folder / f".{digest}.age.0a0b0c0d").write_bytes(b"half")
    (folder / f"{digest}.age").write_bytes(b"whole")
    (tmp_path / "media.tsv").write_text(f"{digest}\t{SIZE}\n{digest[:30]}")
    making.remove_unfinished(tmp_path)
    assert [one.name for one in folder.iterdir()] == [f"{digest}.age"]
    assert recordings._read_index(tmp_path) == {digest: SIZE}


def test_a_backup_of_before_the_media_centre_still_opens(
    taken: Any, tmp_path: Path
) -> None:
    manifest = unpacked(taken[0], tmp_path)
    told = json.loads(manifest.read_text())
    del told["recordings"], told["recordings_lacking"]
    manifest.write_text(json.dumps(told))
    assert opening._manifest_of(manifest)["recordings"] == {}


@pytest.mark.parametrize("name", ["../../../etc/x", "", "A" * 64, "a" * 63, "a/" * 32])
def test_a_list_that_names_a_place_elsewhere_is_refused(
    taken: Any, name: str, tmp_path: Path
) -> None:
    manifest = unpacked(taken[0], tmp_path)
    told = json.loads(manifest.read_text())
    told["recordings"] = {name: 1}
    manifest.write_text(json.dumps(told))
    with pytest.raises(KeepingError):
        opening._manifest_of(manifest)


def unpacked(place: Place, folder: Path) -> Path:
    main = making.newest(place.backups)
    assert main
    opening._unpack(main, sealing.identities(place.identity.read_text()), folder)
    return folder / making.MANIFEST

"""The store of sealed blobs: what was kept comes back, and nothing else does."""

from __future__ import annotations

import os
import random
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from sathana.files import store
from sathana.protection.crypto import SealBrokenError, new_key

FRAME = store.FRAME
SEALED_FRAME = FRAME + 16
HEAD = 36


@pytest.fixture(autouse=True)
def _folder_of_its_own(settings, tmp_path: Path) -> None:
    settings.SATHANA_DATA = tmp_path / "data"


def path_of(name: UUID) -> Path:
    return store.root() / str(name)[:2] / str(name)


def kept(size: int, key: bytes, place: str = "here") -> tuple[UUID, bytes]:
    name, data = uuid4(), random.Random(size).randbytes(size)
    store.keep(name, data, key, place)
    return name, data


@pytest.mark.parametrize("size", [0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME + 7])
def test_what_was_kept_comes_back(size: int) -> None:
    key = new_key()
    name, data = kept(size, key)
    assert store.read(name, key, "here") == data


def test_nothing_plain_stands_on_the_disk_and_only_the_owner_may_read() -> None:
    key, name = new_key(), uuid4()
    canary = b"CANARY-" + os.urandom(12).hex().encode()
    store.keep(name, canary * 90_000, key, "here")
    files = [one for one in store.root().rglob("*") if one.is_file()]
    assert [one.name for one in files] == [str(name)]
    assert b"CANARY" not in files[0].read_bytes()
    assert files[0].stat().st_mode & 0o077 == 0
    assert store.root().stat().st_mode & 0o077 == 0


def test_another_key_place_or_name_does_not_open_it() -> None:
    key = new_key()
    name, _ = kept(10, key)
    with pytest.raises(SealBrokenError):
        store.read(name, new_key(), "here")
    with pytest.raises(SealBrokenError):
        store.read(name, key, "there")
    other = uuid4()
    path_of(other).parent.mkdir(exist_ok=True)
    path_of(other).write_bytes(path_of(name).read_bytes())
    with pytest.raises(SealBrokenError):
        store.read(other, key, "here")


def damaged(stored: bytes) -> dict[str, bytes]:
    head, body = stored[:HEAD], stored[HEAD:]
    frames = [body[i : i + SEALED_FRAME] for i in range(0, len(body), SEALED_FRAME)]
    first, second, third = frames
    return {
        "cut inside": stored[:-5],
        "last frame gone": head + first + second,
        "first frame gone": head + second + third,
        "swapped": head + second + first + third,
        "twice": head + first + first + third,
        "last one twice": stored + third,
        "grown": stored + b"\0",
        "only its head": head,
        "empty": b"",
        "other version": b"SBF2" + stored[4:],
    }


def test_cut_reordered_and_grown_blobs_are_refused() -> None:
    key = new_key()
    name, data = kept(2 * FRAME + 100, key)
    whole = path_of(name).read_bytes()
    for bytes_ in damaged(whole).values():
        path_of(name).write_bytes(bytes_)
        with pytest.raises(SealBrokenError):
            store.read(name, key, "here")
    path_of(name).write_bytes(whole)
    assert store.read(name, key, "here") == data


def test_frames_of_another_blob_under_the_same_key_are_refused() -> None:
    key = new_key()
    one, _ = kept(FRAME + 5, key)
    two, _ = kept(FRAME + 9, key)
    mixed = bytearray(path_of(one).read_bytes())
    other = path_of(two).read_bytes()
    mixed[HEAD : HEAD + SEALED_FRAME] = other[HEAD : HEAD + SEALED_FRAME]
    path_of(one).write_bytes(mixed)
    with pytest.raises(SealBrokenError):
        store.read(one, key, "here")


def test_every_changed_bit_is_seen() -> None:
    key = new_key()
    name, _ = kept(64, key)
    whole = path_of(name).read_bytes()
    for bit in range(len(whole) * 8):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        path_of(name).write_bytes(changed)
        with pytest.raises(SealBrokenError):
            store.read(name, key, "here")


def test_a_name_is_used_once() -> None:
    key = new_key()
    name, data = kept(10, key)
    with pytest.raises(FileExistsError):
        store.keep(name, b"another", key, "here")
    assert store.read(name, key, "here") == data


def test_a_disk_that_refuses_leaves_nothing_behind(monkeypatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        kept(10, new_key())
    assert not [one for one in store.root().rglob("*") if one.is_file()]


def test_it_is_on_the_disk_before_its_name_is(monkeypatch) -> None:
    """File first, then its name, then the folder: the order that survives a cut."""
    done: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def seen_fsync(handle: int) -> None:
        target = os.readlink(f"/proc/self/fd/{handle}")
        done.append("folder" if os.path.isdir(target) else "file")
        fsync(handle)

    def seen_rename(self: Path, target: Path) -> Path:
        done.append("name")
        return rename(self, target)

    kept(3, new_key())  # the folders above are there now
    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(Path, "rename", seen_rename)
    kept(3, new_key())
    assert done[-3:] == ["file", "name", "folder"]


def test_removed_and_missing_ones() -> None:
    key = new_key()
    name, _ = kept(10, key)
    store.remove(name)
    store.remove(name)
    with pytest.raises(store.MissingFileError):
        store.read(name, key, "here")


def test_orphans_are_found_but_not_the_young_ones() -> None:
    key = new_key()
    mine, _ = kept(10, key)
    lost, _ = kept(20, key)
    torn = path_of(lost).with_name(f"{uuid4()}.part-00ff")
    torn.write_bytes(b"half")
    assert store.orphans({mine}) == []
    assert {one.name for one in store.orphans({mine}, older=0)} == {
        str(lost),
        torn.name,
    }

"""Making a backup: everything needed to begin again on another machine.

A folder of backups holds ``sathana-TIME.age`` (the database and the small files of the
data folder, without keys), one ``keys-TIME.age`` (the keys of now, and the key file),
``files/`` (the sealed blobs, each once) and ``media/`` (the recordings of the media
centre, each once). Everything is encrypted to the offline key; nothing on this machine
opens it.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import IO, Any

from sathana import __version__
from sathana.protection import keyfile
from sathana.registry.keeping import blobs, onebox, recordings, sealing, snapshot
from sathana.registry.keeping.faults import KeepingError

MAIN, KEYS = "sathana-", "keys-"
MANIFEST = "manifest.json"
_NOT_OURS = (onebox.STARTING, onebox.WRITING, "law.lock", "backups")
_OF_THEIR_OWN = (blobs.FOLDER, recordings.FOLDER)
_MADE_ANEW = ("packs",)
"""Folders of what the site writes again by itself when somebody asks for it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made.

    Attributes:
        main: Its file.
        keys: The file of the keys of now.
        rows, blobs: How many rows and blobs it holds.
        missing: Blobs that rows name but that are not in the store.
        recordings: How many recordings of the media centre it holds.
        lacking: Recordings that rows name, but that are lost or damaged.
    """

    main: Path
    keys: Path
    rows: int
    blobs: int
    missing: tuple[str, ...]
    recordings: int
    lacking: tuple[str, ...]


def make(database: Mapping[str, Any], data: Path, out: Path, now: datetime) -> Made:
    """Make a backup beside whatever runs.

    Args:
        database: One of Django's ``DATABASES``.
        data: The data folder.
        out: The folder of backups; made if it is not there.
        now: The time, UTC: part of the names.

    Raises:
        KeepingError: There is no recipient, or the database cannot be read.
        OSError: The disk would not take it; no part of it is left.
    """
    to = _recipient(data)
    out.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(out):
        remove_unfinished(out)
        return _make(database, data, out, to, now)


def _alone(out: Path) -> onebox.Held:
    try:
        return onebox.only(out, "backup.lock", "sathana backup")
    except onebox.TakenError as fault:
        raise KeepingError(
            f"กำลังสำรองข้อมูลลง {out} อยู่แล้ว ({fault.by}) รอให้เสร็จก่อน",
            f"A backup into {out} is being made already ({fault.by}): wait for it.",
        ) from fault


def _make(
    database: Mapping[str, Any], data: Path, out: Path, to: str, now: datetime
) -> Made:
    stamp = f"{now:%Y%m%dT%H%M%SZ}"
    with tempfile.TemporaryDirectory(prefix=".making-", dir=out) as folder:
        moment = snapshot.take(database, Path(folder))
        stored = blobs.copy_new(data, out, to)
        missing = tuple(sorted(moment.blobs - stored.keys()))
        heard = recordings.copy_new(data, moment.recordings, out, to)
        lacking = tuple(sorted(moment.recordings - heard.keys()))
        small = _copied(data, Path(folder) / "small")
        manifest = _manifest(moment, stored, missing, small, now)
        manifest |= {"recordings": heard, "recordings_lacking": lacking}
        keys = out / f"{KEYS}{stamp}.age"
        sealing.write(keys, to, lambda sink: _write_keys(sink, moment, now))
        main = out / f"{MAIN}{stamp}.age"
        sealing.write(main, to, lambda sink: _pack(sink, manifest, moment.file, small))
    # Only now: until the new keys are safe the old ones are needed.
    for old in out.glob(f"{KEYS}*.age"):
        if old != keys:
            old.unlink()
    sealing.sync_folder(out)
    rows = sum(moment.tables.values())
    return Made(main, keys, rows, len(stored), missing, len(heard), lacking)


def newest(out: Path, kind: str = MAIN) -> Path | None:
    """Return the newest backup of a folder (or its keys); ``None`` without one."""
    return max(out.glob(f"{kind}*.age"), default=None)


def thin_out(out: Path, keep: int) -> int:
    """Remove all backups but the newest so many; return how many were removed."""
    old = sorted(out.glob(f"{MAIN}*.age"), reverse=True)[max(keep, 1) :]
    for one in old:
        one.unlink()
    return len(old)


def small_files(data: Path) -> list[str]:
    """Return the files of the data folder that a backup takes along, by their path.

    Not the database (its snapshot is taken), the blobs, the recordings, what is made
    anew, the locks, the backups and the key file, wherever they lie.
    """
    keys = keyfile.path().absolute()
    return [
        name
        for name in _names(data)
        if not name.startswith((snapshot.DATABASE["sqlite"], "."))
        and name.split("/")[0] not in (*_NOT_OURS, *_OF_THEIR_OWN, *_MADE_ANEW)
        and (data / name).absolute() != keys
    ]


def _names(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]


def _copied(data: Path, small: Path) -> Path:
    """Copy the small files: they may be written to while they are packed."""
    for name in small_files(data):
        (small / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(data / name, small / name)
    return small


def _recipient(data: Path) -> str:
    to = sealing.recipient(data)
    if to is None:
        raise KeepingError(
            f"ใน {data} ไม่มีกุญแจสาธารณะสำหรับข้อมูลสำรอง "
            f"({' หรือ '.join(sealing.RECIPIENTS)}) "
            "sathana init สร้างให้ หรือใส่บรรทัด age1... ของกุญแจที่เก็บไว้นอกเครื่อง",
            f"There is no public key for backups in {data} "
            f"({' or '.join(sealing.RECIPIENTS)}): 'sathana init' makes one, or put "
            "the line age1... of a key that is kept off this machine there.",
        )
    return to


def _manifest(
    moment: snapshot.Moment,
    stored: blobs.Known,
    missing: tuple[str, ...],
    small: Path,
    now: datetime,
) -> dict[str, Any]:
    return {
        "sathana-backup": 1,
        "made_at": now.isoformat(),
        "program": __version__,
        "vendor": moment.vendor,
        "version": moment.version,
        "head": list(moment.head),
        "tables": moment.tables,
        "migrations": moment.migrations,
        "database": _digest(moment.file),
        "small": {name: _digest(small / name) for name in _names(small)},
        "files": stored,
        "missing": missing,
    }


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _write_keys(sink: IO[bytes], moment: snapshot.Moment, now: datetime) -> None:
    plain = {
        "sathana-backup-keys": 1,
        "made_at": now.isoformat(),
        "keyfile": keyfile.path().read_text("utf-8"),
        "tables": moment.keys,
    }
    text = io.TextIOWrapper(sink, "utf-8", write_through=True)
    json.dump(plain, text)
    text.flush()
    text.detach()


def _pack(
    sink: IO[bytes], manifest: dict[str, Any], database: Path, small: Path
) -> None:
    """Write the archive: the manifest first, so that the rest can be checked by it."""
    told = json.dumps(manifest, indent=1).encode()
    with tarfile.open(fileobj=sink, mode="w|") as archive:
        entry = tarfile.TarInfo(MANIFEST)
        entry.size = len(told)
        archive.addfile(entry, io.BytesIO(told))
        _add(archive, database, f"database/{database.name}")
        for name in manifest["small"]:
            _add(archive, small / name, f"data/{name}")


def _add(archive: tarfile.TarFile, file: Path, name: str) -> None:
    entry = tarfile.TarInfo(name)
    with file.open("rb") as opened:
        entry.size = file.stat().st_size
        entry.mode = 0o600
        archive.addfile(entry, opened)


def remove_unfinished(out: Path) -> None:
    """Remove what a backup left that was killed: it may hold a plain snapshot."""
    for left in out.glob(".making-*"):
        shutil.rmtree(left, ignore_errors=True)
    inside = [out.glob(f"{folder}/??/.*.age.*") for folder in _OF_THEIR_OWN]
    for part in chain(out.glob(".*.age.*"), *inside):
        part.unlink(missing_ok=True)

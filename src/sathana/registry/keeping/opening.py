"""Opening a backup into an empty folder: every byte is checked on the way."""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sathana.protection import keyfile
from sathana.registry.keeping import blobs, making, recordings, sealing, snapshot
from sathana.registry.keeping.faults import KeepingError

_NOT_ONE = (
    "ไฟล์นี้ไม่ใช่ข้อมูลสำรองของสถานะ หรือเป็นรุ่นที่โปรแกรมนี้ไม่รู้จัก",
    "this is no backup of Sathana, or one of a version that this program does not know",
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup laid out in a folder, not yet in use.

    Attributes:
        folder: A data folder: database (embedded only), small files, blobs.
        dump: The dump of a PostgreSQL database; ``None`` if it is embedded.
        manifest: What the backup says of itself.
        keys: What the file of keys says: ``keyfile`` and ``tables``.
        lost: Blobs that are not whole.
        unheard: Recordings of the media centre that are not whole.
    """

    folder: Path
    dump: Path | None
    manifest: Mapping[str, Any]
    keys: Mapping[str, Any]
    lost: list[str] = field(default_factory=list)
    unheard: list[str] = field(default_factory=list)


def lay_out(main: Path, keys: Path, identities: list[Any], folder: Path) -> Opened:
    """Open a backup into an empty folder.

    Args:
        main: ``sathana-TIME.age``; the blobs lie beside it.
        keys: The newest file of keys.
        identities: The secret halves of the offline key.
        folder: An empty folder on a disk with room.

    Raises:
        KeepingError: A byte was changed, or it was made for another key.
    """
    told = _keys_of(sealing.opened(keys, identities))
    data = folder / "data"
    data.mkdir(mode=0o700)
    manifest = _unpack(main, identities, folder)
    database = folder / "database" / snapshot.DATABASE[manifest["vendor"]]
    dump = None if manifest["vendor"] == "sqlite" else database
    if dump is None:
        database = database.rename(data / database.name)
        database.chmod(0o600)
        _put_keys(database, told["tables"])
    out = main.parent
    lost = list(blobs.bring_back(out, manifest["files"], data, identities))
    heard = recordings.bring_back(out, manifest["recordings"], data, identities)
    return Opened(data, dump, manifest, told, lost, list(heard))


def keys_as(vendor: str, value: Any) -> Any:
    """Return a value of the tables of keys as a database takes it."""
    if isinstance(value, dict):
        return base64.b64decode(value["b"])
    return value


def _keys_of(content: bytes) -> dict[str, Any]:
    try:
        told = json.loads(content)
        keyfile.from_text(told["keyfile"])
        if told["sathana-backup-keys"] == 1 and set(told["tables"]) == set(
            snapshot.KEYS
        ):
            return dict(told)
    except (ValueError, KeyError, TypeError) as fault:
        raise KeepingError(*_NOT_ONE) from fault
    raise KeepingError(*_NOT_ONE)


def _unpack(main: Path, identities: list[Any], folder: Path) -> dict[str, Any]:
    with tempfile.TemporaryFile(dir=folder) as plain:
        sealing.open_into(main, identities, plain)
        plain.seek(0)
        try:
            with tarfile.open(fileobj=plain, mode="r:") as archive:
                archive.extractall(folder, filter="data")
        except (tarfile.TarError, OSError) as fault:
            raise KeepingError(*_NOT_ONE) from fault
    manifest = _manifest_of(folder / making.MANIFEST)
    _compare(folder, manifest)
    return manifest


def _manifest_of(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_bytes())
        if told["sathana-backup"] == 1 and told["vendor"] in snapshot.DATABASE:
            told["files"] = {
                k: (int(v[0]), str(v[1])) for k, v in told["files"].items()
            }
            told["recordings"] = _recordings_of(told)
            return dict(told)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise KeepingError(*_NOT_ONE) from fault
    raise KeepingError(*_NOT_ONE)


def _recordings_of(told: Mapping[str, Any]) -> recordings.Known:
    """Return the recordings of a manifest; backups of before the media hold none."""
    named = dict(told.get("recordings", {}))
    if not all(recordings.whole_name(digest) for digest in named):
        raise ValueError("a recording without a digest")
    return {digest: int(size) for digest, size in named.items()}


def _compare(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Compare what was unpacked with the hashes of the manifest."""
    name = snapshot.DATABASE[manifest["vendor"]]
    wanted = {f"database/{name}": manifest["database"]}
    wanted |= {f"data/{name}": digest for name, digest in manifest["small"].items()}
    for path, digest in wanted.items():
        file = folder / path
        if not file.is_file() or _digest(file) != digest:
            raise KeepingError(
                f"ในข้อมูลสำรอง {path} ไม่ตรงกับรายการ: ข้อมูลสำรองนี้เสียหรือถูกแก้",
                f"{path} in the backup is not as its list says: the backup is damaged "
                "or was changed",
            )


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _put_keys(database: Path, tables: Mapping[str, Any]) -> None:
    """Put the keys of now into a snapshot, which holds none."""
    own = sqlite3.connect(database)
    try:
        with own:
            for table in snapshot.KEYS:
                columns = tables[table]["columns"]
                places = ", ".join("?" * len(columns))
                own.executemany(
                    f"INSERT INTO {table} ({snapshot.listed(columns)}) "  # noqa: S608
                    f"VALUES ({places})",
                    [[keys_as("sqlite", v) for v in r] for r in tables[table]["rows"]],
                )
    finally:
        own.close()

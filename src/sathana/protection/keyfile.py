"""The key file: master keys and the signing key, kept outside the data folder."""

from __future__ import annotations

import base64
import json
import os
import secrets
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from sathana.law.stored import data_folder
from sathana.protection import crypto

ENVIRONMENT = "SATHANA_KEYS"
"""Path of the key file; without it, where the platform keeps such things."""


class KeyFileError(ValueError):
    """The key file is not used: it is none, or it does not stand safely.

    Attributes:
        th, en: What is wrong with it, why it matters, and what to do.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep what is to be said."""
        super().__init__(en)
        self.th, self.en = th, en


class KeySource(Protocol):
    """Where the master keys come from; a file here, a key service elsewhere."""

    @property
    def newest(self) -> str:
        """Id of the master key under which new keys are wrapped."""

    def master(self, key: str) -> bytes:
        """Return a master key by its id; raises ``KeyError`` if it is not there."""

    @property
    def signing(self) -> bytes:
        """Seed (32 bytes) of the Ed25519 key that signs the head of the audit chain."""

    @property
    def secret(self) -> str:
        """Secret of the site's own signatures (cookies, forms)."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys held in memory, as a file gave them."""

    masters: dict[str, bytes]
    newest: str
    signing: bytes
    secret: str

    def master(self, key: str) -> bytes:
        """Return a master key by its id."""
        return self.masters[key]


def fresh() -> Keys:
    """Return new random keys."""
    name = f"m-{secrets.token_hex(4)}"
    return Keys(
        {name: crypto.new_key()},
        name,
        secrets.token_bytes(32),
        secrets.token_urlsafe(50),
    )


def as_text(keys: Keys) -> str:
    """Write keys as the text of a key file."""
    plain = {
        "sathana-keys": 1,
        "newest": keys.newest,
        "masters": {name: _b64(key) for name, key in keys.masters.items()},
        "signing": _b64(keys.signing),
        "secret": keys.secret,
    }
    return json.dumps(plain, indent=1) + "\n"


def from_text(text: str) -> Keys:
    """Read the text of a key file.

    Raises:
        KeyFileError: It is not a key file.
    """
    try:
        plain = json.loads(text)
        masters = {n: base64.b64decode(k) for n, k in plain["masters"].items()}
        signing = base64.b64decode(plain["signing"])
        found = Keys(masters, plain["newest"], signing, plain["secret"])
    except (KeyError, TypeError, AttributeError, ValueError) as fault:
        raise _no_keys() from fault
    whole = all(len(key) == crypto.KEY_BYTES for key in (*masters.values(), signing))
    if not whole or found.newest not in masters:
        raise _no_keys()
    return found


def write(path: Path, keys: Keys) -> None:
    """Write a key file that only its owner can read; never over another one.

    Raises:
        FileExistsError: There is one already.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(path, keys)
    _sync_folder(path.parent)


def replace(path: Path, keys: Keys) -> None:
    """Put other keys into a key file, whole or not at all: after a rotation."""
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        _write(new, keys)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    source.cache_clear()


def path() -> Path:
    """Return the path of the key file: ``SATHANA_KEYS``, else the platform's."""
    told = os.environ.get(ENVIRONMENT)
    if told:
        return Path(told)
    config = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return Path(config) / "sathana" / "keys.json"


@lru_cache(maxsize=1)
def source() -> KeySource:
    """Return the keys of this installation, read once.

    Raises:
        FileNotFoundError: There is no key file; ``sathana init`` makes one.
        KeyFileError: The file is not a key file, or does not stand safely.
    """
    return read(path(), data_folder(os.environ, Path(os.path.expanduser("~"))))


def read(file: Path, data: Path) -> Keys:
    """Read a key file, if it stands where nobody else comes.

    Args:
        file: The key file.
        data: The data folder: who takes that must not have the keys with it.

    Raises:
        FileNotFoundError: It is not there.
        KeyFileError: It is not a key file, others can read it, or it stands in the
            data folder.
    """
    be_apart(file, data)
    mode = stat.S_IMODE(file.stat().st_mode)
    # Elsewhere than on POSIX the mode does not say who can read a file.
    if os.name == "posix" and mode & 0o077:
        raise _open_to_others(file, mode)
    return from_text(file.read_text("utf-8"))


def be_apart(file: Path, data: Path) -> None:
    """Refuse a key file in the data folder, links followed.

    Raises:
        KeyFileError: It stands there.
    """
    if file.resolve().is_relative_to(data.resolve()):
        raise KeyFileError(
            f"ไฟล์กุญแจ {file} อยู่ในโฟลเดอร์ข้อมูล {data} ใครได้โฟลเดอร์นั้นไปก็อ่านทุกอย่างได้ "
            "ย้ายไฟล์กุญแจไปไว้นอกโฟลเดอร์ข้อมูล แล้วตั้ง SATHANA_KEYS ให้ตรง",
            f"the key file {file} stands in the data folder {data}: who takes the "
            "folder could read everything. Move the key file out of it and set "
            "SATHANA_KEYS to its new place",
        )


def _open_to_others(file: Path, mode: int) -> KeyFileError:
    return KeyFileError(
        f"ผู้ใช้อื่นของเครื่องนี้อ่านไฟล์กุญแจ {file} ได้ (สิทธิ {mode:04o}) จึงไม่ใช้ไฟล์นี้ "
        f"สั่ง chmod 600 {file} และถ้าอาจมีผู้อื่นอ่านไปแล้วให้สั่ง sathana keys rotate ด้วย",
        f"other users of this machine can use the key file {file} (mode {mode:04o}), "
        f"so it is not used. Run: chmod 600 {file}; and if somebody may have read it, "
        "then: sathana keys rotate",
    )


def _no_keys() -> KeyFileError:
    return KeyFileError(
        "ไฟล์นี้ไม่ใช่ไฟล์กุญแจ หรือเสียหาย กู้ไฟล์กุญแจคืนได้ด้วย sathana keys recover",
        "this is not a key file, or it is damaged. sathana keys recover brings the "
        "key file back from two recovery papers",
    )


def _write(path: Path, keys: Keys) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(as_text(keys))
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a new name durable too, where folders can be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _b64(value: bytes) -> str:
    return base64.b64encode(value).decode()

"""Sealed blobs in the data folder: nothing of an upload ever stands plain on a disk.

A blob is sealed under a key made from the key of its record, a salt of its own and the
place it belongs to (HKDF), in frames of 1 MiB (AES-256-GCM). The number of a frame and
whether it is the last one are its nonce, so that frames which were cut off, reordered
or taken from another blob do not open.

What :func:`keep` returned from is on the disk: keep first, then commit the row that
names it. A row therefore never names a file that is missing; a file that no row names
(the commit failed) is found by :func:`orphans`.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from sathana.files import durable
from sathana.protection.crypto import KEY_BYTES, SealBrokenError

FOLDER = "files"
FRAME = 1 << 20
"""Plain bytes of a frame; the last one may be shorter, and empty."""
_TAG = 16
_MAGIC = b"SBF1"
_SALT = 32


class MissingFileError(Exception):
    """The blob is not in the store: lost, or removed."""


def keep(name: UUID, data: bytes, key: bytes, place: str) -> None:
    """Seal bytes and put them on the disk, so that a power cut cannot take them back.

    Args:
        name: Id of the blob; must be new.
        data: What is sealed.
        key: Key of the record it belongs to (32 bytes).
        place: What it belongs to; not kept, but bound in.

    Raises:
        FileExistsError: There is a blob of this name.
        OSError: The disk would not take it; nothing was left behind.
    """
    target = _path(name)
    if target.exists():
        raise FileExistsError(str(name))
    durable.write(target, _sealed(name, data, key, place))


def read(name: UUID, key: bytes, place: str) -> bytes:
    """Return the bytes of a blob.

    Raises:
        MissingFileError: It is not there.
        SealBrokenError: Another key, another place, or a byte was changed.
    """
    try:
        stored = _path(name).read_bytes()
    except FileNotFoundError as fault:
        raise MissingFileError(str(name)) from fault
    start = len(_MAGIC) + _SALT
    if stored[: len(_MAGIC)] != _MAGIC or len(stored) < start + _TAG:
        raise SealBrokenError(place)
    cipher = _cipher(key, stored[len(_MAGIC) : start], name, place)
    try:
        return b"".join(_opened(cipher, memoryview(stored)[start:]))
    except InvalidTag as fault:
        raise SealBrokenError(place) from fault


def remove(name: UUID) -> None:
    """Remove a blob; it is no fault if it is not there."""
    target = _path(name)
    if target.exists():
        target.unlink(missing_ok=True)
        durable.sync_folder(target.parent)


def size(name: UUID) -> int:
    """Return how many bytes of the disk a blob takes; 0 if it is not there."""
    target = _path(name)
    return target.stat().st_size if target.exists() else 0


def orphans(known: Collection[UUID], *, older: float = 3600) -> list[Path]:
    """Return files of the store that no row names: commits that failed, torn writes.

    Args:
        known: Ids of the blobs that rows name.
        older: Only files at least so many seconds old: a younger one may belong to a
            transaction that is not committed yet.
    """
    names = {str(one) for one in known}
    before = time.time() - older
    return [
        file
        for file in sorted(root().glob("??/*"))
        if file.name not in names and file.stat().st_mtime <= before
    ]


def root() -> Path:
    """Return the folder of the store."""
    return Path(settings.SATHANA_DATA) / FOLDER


def _path(name: UUID) -> Path:
    text = str(name)
    return root() / text[:2] / text


def _cipher(key: bytes, salt: bytes, name: UUID, place: str) -> AESGCM:
    """Return the cipher of one blob: no two blobs share a key, so nonces may count."""
    about = f"sathana file|{name}|{place}".encode()
    derived = HKDF(SHA256(), KEY_BYTES, salt, about).derive(key)
    return AESGCM(derived)


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _sealed(name: UUID, data: bytes, key: bytes, place: str) -> Iterator[bytes]:
    salt = secrets.token_bytes(_SALT)
    cipher = _cipher(key, salt, name, place)
    yield _MAGIC + salt
    frames = max(1, -(-len(data) // FRAME))
    for number in range(frames):
        frame = data[number * FRAME : (number + 1) * FRAME]
        yield cipher.encrypt(_nonce(number, number == frames - 1), frame, _MAGIC)


def _opened(cipher: AESGCM, body: memoryview) -> Iterator[bytes]:
    step = FRAME + _TAG
    frames = -(-len(body) // step)
    for number in range(frames):
        frame = bytes(body[number * step : (number + 1) * step])
        yield cipher.decrypt(_nonce(number, number == frames - 1), frame, _MAGIC)

"""Sealing of one value: AES-256-GCM, bound to the place where it stands."""

from __future__ import annotations

import json
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"

type Jsonable = str | int | float | bool | list[Jsonable] | dict[str, Jsonable] | None
"""What a sealed field can hold."""


class SealBrokenError(Exception):
    """A sealed value does not open: wrong key, wrong place, or changed bytes."""


def new_key() -> bytes:
    """Return a new random key of 256 bits."""
    return AESGCM.generate_key(bit_length=256)


def seal_bytes(key: bytes, plain: bytes, place: str) -> bytes:
    """Seal bytes so that they open with this key at this place only.

    Args:
        key: 32 bytes.
        plain: What is sealed.
        place: Where it stands (table, row, field, key); not kept, but bound in.
    """
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, place.encode())


def open_bytes(key: bytes, sealed: bytes, place: str) -> bytes:
    """Open what :func:`seal_bytes` sealed.

    Raises:
        SealBrokenError: The key or the place is another one, or a byte was changed.
    """
    if sealed[:1] != _VERSION or len(sealed) <= _NONCE_BYTES:
        raise SealBrokenError(place)
    nonce, body = sealed[1 : _NONCE_BYTES + 1], sealed[_NONCE_BYTES + 1 :]
    try:
        return AESGCM(key).decrypt(nonce, body, place.encode())
    except InvalidTag as fault:
        raise SealBrokenError(place) from fault


def seal(key: bytes, value: Jsonable, place: str) -> bytes:
    """Seal a plain value as JSON."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return seal_bytes(key, plain.encode(), place)


def unseal(key: bytes, sealed: bytes, place: str) -> Jsonable:
    """Open a value that :func:`seal` sealed.

    Raises:
        SealBrokenError: It does not open.
    """
    value: Jsonable = json.loads(open_bytes(key, sealed, place))
    return value

"""The signed head: how far the chain had come, for somebody outside to keep.

Whoever holds the database can cut off the end of the chain, or write the whole chain
anew. Nobody can do so unnoticed once its head lies elsewhere: with a partner, on paper.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from dataclasses import dataclass, replace
from enum import Enum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from sathana.audit.chain import Head

_MARK = "sathana-head"
_TEXTS = {
    "hash": r"[0-9a-f]{64}",
    "at": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00",
    "database": r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "key": r"[0-9a-f]{16}",
    "signature": r"[A-Za-z0-9+/]{86}==",
}


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A head as it is handed to a witness.

    Attributes:
        count: How many entries there were; the same as ``seq`` in a whole chain.
        at: When it was signed, ISO, UTC.
        database: Id of the database.
        key: Id of the key that signed.
        signature: Ed25519, base64.
    """

    seq: int
    hash: str
    count: int
    at: str
    database: str
    key: str
    signature: str = ""

    @property
    def head(self) -> Head:
        """What the chain is compared with."""
        return Head(self.seq, self.hash)


class Seal(Enum):
    """Whether the signature of a head holds."""

    GOOD = "good"
    OTHER_KEY = "other key"
    BROKEN = "broken"


class NoHeadError(ValueError):
    """A text that is no signed head."""


def sign(head: Head, *, count: int, at: str, database: str, seed: bytes) -> SignedHead:
    """Return the head, signed.

    Args:
        head: Where the chain ends.
        count: How many entries are stored.
        at: Now, ISO to the second, UTC.
        database: Id of the database.
        seed: ``signing`` of the key file, 32 bytes.
    """
    private = Ed25519PrivateKey.from_private_bytes(seed)
    bare = SignedHead(head.seq, head.hash, count, at, database, key_id(seed))
    signature = base64.b64encode(private.sign(_signed_bytes(bare))).decode()
    return replace(bare, signature=signature)


def key_id(seed: bytes) -> str:
    """Return the id of a signing key: the begin of its public half's SHA-256."""
    return hashlib.sha256(_public(seed).public_bytes_raw()).hexdigest()[:16]


def check(head: SignedHead, seed: bytes) -> Seal:
    """Say whether this installation's own key signed a head, and just this head."""
    if head.key != key_id(seed):
        return Seal.OTHER_KEY
    try:
        signature = base64.b64decode(head.signature, validate=True)
        _public(seed).verify(signature, _signed_bytes(head))
    except (InvalidSignature, binascii.Error):
        return Seal.BROKEN
    return Seal.GOOD


def as_text(head: SignedHead) -> str:
    """Write a signed head as the text of its file."""
    return json.dumps({_MARK: 1, **_plain(head)}, indent=1) + "\n"


def from_text(text: str) -> SignedHead:
    """Read the text of a signed head.

    Raises:
        NoHeadError: It is none.
    """
    try:
        plain = json.loads(text)
        version = plain.pop(_MARK)
        made = SignedHead(**plain)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as fault:
        raise NoHeadError("not a signed head") from fault
    if version != 1 or not _well_formed(made):
        raise NoHeadError("not a signed head")
    return made


def _well_formed(head: SignedHead) -> bool:
    plain = _plain(head)
    return all(type(plain[name]) is int for name in ("seq", "count")) and all(
        isinstance(plain[name], str) and re.fullmatch(shape, str(plain[name]))
        for name, shape in _TEXTS.items()
    )


def _plain(head: SignedHead) -> dict[str, str | int]:
    names = ("seq", "hash", "count", "at", "database", "key", "signature")
    return {name: getattr(head, name) for name in names}


def _signed_bytes(head: SignedHead) -> bytes:
    plain = {_MARK: 1, **_plain(head)}
    del plain["signature"]
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()


def _public(seed: bytes) -> Ed25519PublicKey:
    return Ed25519PrivateKey.from_private_bytes(seed).public_key()

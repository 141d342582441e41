"""Keys and signatures of updates of the law: Ed25519, from the library cryptography.

Only the commands that make or verify a signature load this module. What is signed is
said in :mod:`sathana.law.update_file`.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from sathana.law.update_file import is_name, signed_bytes
from sathana.law.update_model import LawUpdate, Signature

_PREFIX = "ed25519:"
_HEAD = "sathana signing key of "
"""First line of a private key file, before the name."""


class WrongKeyError(Exception):
    """A file that is no private key, or that its passphrase does not open."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key with the name of its holder."""

    name: str
    private: Ed25519PrivateKey

    @property
    def public(self) -> str:
        """The public key as the keyring writes it."""
        raw = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return _PREFIX + base64.b64encode(raw).decode()


def make(name: str) -> SigningKey:
    """Return a new key for a person."""
    return SigningKey(name, Ed25519PrivateKey.generate())


def write(key: SigningKey, path: Path, passphrase: bytes | None) -> None:
    """Write a private key that only its owner can read; never over another file.

    Args:
        key: The key.
        path: The new file.
        passphrase: What encrypts it; ``None`` leaves it open to whoever gets the file.

    Raises:
        FileExistsError: There is such a file already.
        OSError: The file cannot be written.
    """
    encryption: KeySerializationEncryption = NoEncryption()
    if passphrase is not None:
        encryption = BestAvailableEncryption(passphrase)
    pem = key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(f"{_HEAD}{key.name}\n".encode() + pem)
        file.flush()
        os.fsync(file.fileno())


def is_locked(data: bytes) -> bool:
    """Tell whether a private key file needs a passphrase."""
    return b"ENCRYPTED PRIVATE KEY" in data


def load(data: bytes, passphrase: bytes | None) -> SigningKey:
    """Return the key of a private key file.

    Raises:
        WrongKeyError: It is none, or the passphrase is another one.
    """
    head, _, pem = data.partition(b"\n")
    try:
        name = head.decode("utf-8").strip().removeprefix(_HEAD)
        private = load_pem_private_key(pem, passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise WrongKeyError from error
    if not isinstance(private, Ed25519PrivateKey) or not is_name(name):
        raise WrongKeyError
    return SigningKey(name, private)


def sign(update: LawUpdate, key: SigningKey, on: str) -> Signature:
    """Return the signature of one person under an update.

    Args:
        update: What is signed.
        key: Whose signature it is.
        on: Day of signing, ISO.
    """
    mark = key.private.sign(signed_bytes(update.content, key.name, on))
    return Signature(key.name, key.public, on, base64.b64encode(mark).decode())


def holds(update: LawUpdate, signature: Signature) -> bool:
    """Tell whether a signature is that of its key under this very text."""
    try:
        raw = base64.b64decode(signature.key.removeprefix(_PREFIX), validate=True)
        mark = base64.b64decode(signature.mark, validate=True)
        text = signed_bytes(update.content, signature.name, signature.on)
        Ed25519PublicKey.from_public_bytes(raw).verify(mark, text)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def altered(update: LawUpdate) -> Iterator[Signature]:
    """Yield the signatures that do not hold: the text or the signature was changed."""
    yield from (one for one in update.signatures if not holds(update, one))

"""The key file: master keys and the signing key, kept outside the data folder."""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from sathana.protection import crypto

ENVIRONMENT = "SATHANA_KEYS"
"""Path of the key file; without it, where the platform keeps such things."""


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
        ValueError: It is not a key file.
    """
    try:
        plain = json.loads(text)
        masters = {n: base64.b64decode(k) for n, k in plain["masters"].items()}
        signing = base64.b64decode(plain["signing"])
        return Keys(masters, plain["newest"], signing, plain["secret"])
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError("not a key file") from fault


def write(path: Path, keys: Keys) -> None:
    """Write a key file that only its owner can read; never over another one.

    Raises:
        FileExistsError: There is one already.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(as_text(keys))
        file.flush()
        os.fsync(file.fileno())


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
        ValueError: The file is not a key file.
    """
    return from_text(path().read_text("utf-8"))


def _b64(value: bytes) -> str:
    return base64.b64encode(value).decode()

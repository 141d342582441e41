"""One-time codes that are handed over in person: a hundred bits, easy to read out."""

from __future__ import annotations

import hashlib
import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0, O, 1, I, L or U: they are misread."""
_LENGTH, _GROUP = 20, 5


def new() -> str:
    """Return a new code in groups: ``K7QF2-...``."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(_LENGTH))
    return "-".join(drawn[i : i + _GROUP] for i in range(0, _LENGTH, _GROUP))


def token(code: str) -> str:
    """Return what is stored of a code: its hash, however it was typed."""
    told = "".join(letter for letter in code.upper() if letter in LETTERS)
    return hashlib.sha256(told.encode()).hexdigest()

"""How passwords are kept: Argon2id, 64 MiB, three passes, a few at a time."""

from __future__ import annotations

import threading

from django.contrib.auth.hashers import Argon2PasswordHasher

AT_ONCE = threading.BoundedSemaphore(4)
"""A flood of sign-ins must not eat the memory: 4 x 64 MiB at most."""


class Hasher(Argon2PasswordHasher):
    """Argon2id as the house wants it."""

    time_cost = 3
    memory_cost = 65536
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """Hash a password, waiting for a free place."""
        with AT_ONCE:
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        """Check a password, waiting for a free place."""
        with AT_ONCE:
            return super().verify(password, encoded)

"""Long answers packed: an assessment is most of a megabyte of words that repeat."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

_PLAIN = ":"
"""Stands before what is written in base 64, quickly; in base 85 it is no letter."""


def pack(value: Any, *, level: int = 6) -> str:
    """Return a plain value as short text.

    Args:
        value: Anything that JSON holds.
        level: How hard to pack, 1 (quick) to 9 (short).
    """
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return _PLAIN + base64.b64encode(zlib.compress(plain, level)).decode()


def unpack(text: str) -> Any:
    """Return what :func:`pack` packed; ``None`` for an empty text.

    What was packed before November 2026 is in base 85.
    """
    if not text:
        return None
    quick = text.startswith(_PLAIN)
    packed = base64.b64decode(text[1:]) if quick else base64.b85decode(text)
    return json.loads(zlib.decompress(packed))

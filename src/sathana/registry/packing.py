"""Long answers packed: an assessment is most of a megabyte of words that repeat."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any


def pack(value: Any) -> str:
    """Return a plain value as short text."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b85encode(zlib.compress(plain, 6)).decode()


def unpack(text: str) -> Any:
    """Return what :func:`pack` packed; ``None`` for an empty text."""
    return json.loads(zlib.decompress(base64.b85decode(text))) if text else None

"""Thai text made comparable: normaliser, digits, near words, thirteen-digit numbers."""

from __future__ import annotations

from sathana.text.near import nearest
from sathana.text.thai import arabic_digits, normalise, thai_digits

__all__ = ["arabic_digits", "nearest", "normalise", "thai_digits"]

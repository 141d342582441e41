"""Two languages, Thai first, chosen by the address and by nothing else.

``/law/`` is Thai and ``/en/law/`` is English. No cookie and no browser header has
a say, so that an address shows everybody the same page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from django.utils import translation

_THAI = re.compile("[\u0e00-\u0e7f]")

type Language = Literal["th", "en"]
type Text = Mapping[str, str]
"""A text people read: ``{"th": ..., "en": ...}``."""


def current() -> Language:
    """Return the language of the page being made; Thai unless it is English."""
    return "en" if (translation.get_language() or "").startswith("en") else "th"


def other() -> Language:
    """Return the language the reader could switch to."""
    return "th" if current() == "en" else "en"


def pick(text: Text | str | None) -> str:
    """Return a text in the language of the page.

    A text that exists in one language only is returned in that language: a reader
    is better served by a foreign sentence than by none. ``None`` gives ``""``.
    """
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    language = current()
    return text.get(language) or text.get("en" if language == "th" else "th") or ""


def language_of(text: str) -> Language:
    """Say which language a text is written in: Thai if it holds a Thai letter."""
    return "th" if _THAI.search(text) else "en"

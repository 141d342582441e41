"""Words that are chosen when they are read: for forms and labels made at the start."""

from __future__ import annotations

from typing import Any

from django.utils.functional import lazy

from sathana.web.languages import pick

_lazy = lazy(pick, str)


def both(th: str, en: str) -> Any:
    """Return a text that is in the language of the page when it is shown."""
    return _lazy({"th": th, "en": en})

"""A recovery paper: the words of one share, and what to do with them, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.documents.typesetting import one_page

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0)
_KEYS = (
    *("title", "lang", "dated", "facts", "words_heading", "words", "keep_heading"),
    *("keep", "use_heading", "use", "note"),
)


def recovery_paper(values: Mapping[str, Any]) -> bytes:
    """Return a recovery paper as a tagged PDF/A of one page.

    Args:
        values: Texts in the reader's language: ``title``, ``lang``, ``dated`` (a day,
            ISO), ``facts`` (pairs of what and value), ``words`` in their order, three
            headings, ``keep`` and ``use`` (lists of sentences), ``note``.

    Raises:
        DoesNotFitError: It is longer than a page.
    """
    data = {key: values[key] for key in _KEYS}
    return one_page("recovery.typ", data, SIZES)

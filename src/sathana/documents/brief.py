"""A scenario on one page, Thai or English, to be left on a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from sathana.documents.drawing import drawing
from sathana.documents.typesetting import one_page

type Lang = Literal["th", "en"]

SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""Points; Thai below eight is hard to read, so tables are kept short by the caller."""
_KEYS = (
    "title",
    "question",
    "people",
    "mark",
    "charts",
    "tables",
    "lists",
    "footer",
    "dated",
)


def brief(values: Mapping[str, Any], lang: Lang) -> bytes:
    """Return a brief as a tagged PDF/A of one page.

    Args:
        values: Texts in the reader's language: ``title``, ``question``, ``people``,
            ``mark`` (empty: none), ``footer``; ``dated``, a day (ISO) that the file
            bears, so that the same values give the same bytes; ``charts``, each with
            ``heading``, ``svg`` (fixed colours) and ``alt``; ``tables``: ``bands``,
            ``gains``, ``unreached`` and ``settle``, each ``heading``, ``head``,
            ``rows`` and ``note``; ``lists``, each with ``heading`` and ``items``.
        lang: Language of the texts, for line breaks and for screen readers.

    Raises:
        KeyError: A value is missing.
        DoesNotFitError: More is to be said than a page holds.
    """
    data = {key: values[key] for key in _KEYS}
    data["charts"] = [
        {"heading": c["heading"], "alt": c["alt"], "picture": drawing(c["svg"])}
        for c in values["charts"]
    ]
    return one_page("brief.typ", {**data, "lang": lang}, SIZES)

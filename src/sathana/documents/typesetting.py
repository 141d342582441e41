"""Papers set with Typst: data in, one PDF out, the same on every machine.

Data goes in as JSON and is never read as markup. Only the fonts that ship here are
used, so no machine's own fonts change a page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

_FOLDER = Path(__file__).parent
FONTS = _FOLDER / "fonts"
TEMPLATES = _FOLDER / "templates"
STANDARD: Literal["a-2a"] = "a-2a"
"""PDF/A, level 2, tagged: a screen reader can follow it, an archive can keep it."""


class DoesNotFitError(Exception):
    """A paper of one page is longer than a page, however small its letters."""


class CannotBeSetError(Exception):
    """A paper cannot be set, mostly for a sign that the font lacks; the text says."""


def one_page(template: str, data: Mapping[str, Any], sizes: Sequence[float]) -> bytes:
    """Return a paper of one page, in the largest letters with which it fits.

    Args:
        template: Name of a file in ``templates``.
        data: What the template shows; plain values.
        sizes: Sizes of letters in points, the largest first.

    Raises:
        DoesNotFitError: It does not fit in any of them.
        CannotBeSetError: A text holds a sign that the font does not have.
    """
    import typst

    for size in sizes:
        inputs = {"data": json.dumps(data, ensure_ascii=False), "size": str(size)}
        try:
            if _pages(template, inputs) == 1:
                return _pdf(template, inputs)
        except typst.TypstError as fault:
            raise CannotBeSetError(str(fault)) from fault
    raise DoesNotFitError(template)


def _pages(template: str, inputs: Mapping[str, str]) -> int:
    import typst

    # One page comes as bytes, several as a list; the types know only the former.
    pages: object = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="svg",
        sys_inputs=dict(inputs),
    )
    return len(pages) if isinstance(pages, list) else 1


def _pdf(template: str, inputs: Mapping[str, str]) -> bytes:
    import typst

    made: bytes = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=dict(inputs),
        pdf_standards=[STANDARD],
    )
    return made

"""Pictures for paper: the drawing as an image, its words as words of the page.

Words inside an SVG image lose their Thai marks for whoever copies or listens to the
page, and PDF/A refuses them. So they are taken out of the drawing and set by Typst in
the same places.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_MOVE = re.compile(r"translate\(([-0-9.]+)[ ,]+([-0-9.]+)\)")
_BOLD = 600


def drawing(svg: str) -> dict[str, Any]:
    """Return a picture taken apart, as the templates draw it.

    Args:
        svg: A picture of ours with fixed colours; its groups are moved, not turned.

    Returns:
        ``svg`` without words, ``width`` and ``height`` in its own units, and ``words``:
        each with ``text``, ``x``, ``y`` of the baseline, ``size``, ``fill``, ``bold``
        and ``anchor`` (0 begins there, 0.5 is centred, 1 ends).

    Raises:
        ValueError: The picture has no size, or a group is turned or scaled.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)  # noqa: S314  # our own picture
    words: list[dict[str, Any]] = []
    _take(root, 0.0, 0.0, words)
    for title in root.findall(f"{{{_SVG}}}title"):
        root.remove(title)
    return {
        "svg": ElementTree.tostring(root, encoding="unicode"),
        "width": float(root.attrib["width"]),
        "height": float(root.attrib["height"]),
        "words": words,
    }


def _take(
    node: ElementTree.Element, x: float, y: float, words: list[dict[str, Any]]
) -> None:
    """Take the words out of a group, and of the groups inside it."""
    for child in list(node):
        dx, dy = (x, y) if child.tag.endswith("pattern") else _moved(child, x, y)
        if child.tag == f"{{{_SVG}}}text":
            words.append(_word(child, dx, dy))
            node.remove(child)
        else:
            _take(child, dx, dy, words)


def _moved(node: ElementTree.Element, x: float, y: float) -> tuple[float, float]:
    written = node.attrib.get("transform")
    if written is None:
        return x, y
    found = _MOVE.fullmatch(written)
    if found is None:
        raise ValueError(f"a picture for paper may only be moved, not: {written}")
    return x + float(found[1]), y + float(found[2])


def _word(node: ElementTree.Element, x: float, y: float) -> dict[str, Any]:
    told = node.attrib
    return {
        "text": node.text or "",
        "x": x + float(told["x"]),
        "y": y + float(told["y"]),
        "size": float(told["font-size"]),
        "fill": told["fill"],
        "bold": int(told.get("font-weight", "400")) >= _BOLD,
        "anchor": {"middle": 0.5, "end": 1.0}.get(told.get("text-anchor", ""), 0.0),
    }

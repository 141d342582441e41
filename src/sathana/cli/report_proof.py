"""A proof as an indented tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.cli.naming import citation
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker

type Row = Mapping[str, Any]

_DEEPEST = 12
"""Steps of indentation; deeper findings stand under the last: words need room."""


def tree(page: Page, node: Row, say: Speaker, depth: int = 1) -> None:
    """Write a finding, and below it the findings that it rests on.

    The sentence says whether the condition holds; ``?`` stands before what is not
    known.

    Args:
        page: Where it is written.
        node: The proof, or a part of it.
        say: The language.
        depth: Steps of indentation.
    """
    mark = "?" if node["value"] == "unknown" else "-"
    page.item(_text(node, say), depth=min(depth, _DEEPEST), mark=mark)
    for child in node["because"]:
        tree(page, child, say, depth + 1)


def _text(node: Row, say: Speaker) -> str:
    said = say.of(node["text"])
    if node.get("see_above"):
        return f"{said} ({say('ดูข้างบน', 'see above')})"
    if not node.get("rule"):
        return said
    cites = str(node.get("cite") or "").split("; ")
    first = citation(cites[0], say.lang) if cites[0] else ""
    more = say(f" และอีก {len(cites) - 1}", f" and {len(cites) - 1} more")
    source = first + (more if len(cites) > 1 else "")
    return f"{said} [{node['rule']}" + (f": {source}]" if source else "]")

"""Shipped texts as the blocks of a page: one language at a time. Pure: no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

MEDIA = {
    "handbook": "handbook",
    "chapter": "handbook",
    "article": "article",
    "poster": "poster",
    "card": "card",
    "comic": "comic",
    "radio": "radio",
    "audio": "audio",
}
"""Kinds of shipped texts that are items of the media centre, and what they become."""
HIDDEN_ON_CHANGE = frozenset(("poster", "card"))
"""What is printed cannot carry a warning: it is hidden when its law changes."""


def body(blocks: Iterable[Mapping[str, Any]], code: str) -> list[tuple[str, Any]]:
    """Return blocks in one language, as a body takes them.

    Raises:
        ValueError: A block is of no kind that is known.
    """
    return [_block(block, code) for block in blocks]


def item(values: Mapping[str, Any], code: str) -> dict[str, Any]:
    """Return the fields of an item of the media centre, its points in its body."""
    medium = MEDIA[values["kind"]]
    fields: dict[str, Any] = {"medium": medium, "spoken": code}
    if medium in HIDDEN_ON_CHANGE:
        fields |= {
            "size": values.get("size") or "",
            "foot": (values.get("foot") or {}).get(code, ""),
            "chapter": values.get("link") or "",
            "on_change": "hide",
            "body": [("list", {"items": values["points"][code], "rules": []})],
        }
    if medium == "comic":
        fields["body"] = [("panels", _panels(values, code))]
    return fields


def paragraphs(text: str) -> str:
    """Return plain paragraphs, with **bold** words, as the rich text of a page."""
    return "".join(f"<p>{_bold(part)}</p>" for part in _split(text))


def _block(block: Mapping[str, Any], code: str) -> tuple[str, Any]:
    rules = list(block.get("rules") or ())
    if "heading" in block:
        return "heading", block["heading"][code]
    if "text" in block:
        return "text", {"text": paragraphs(block["text"][code]), "rules": rules}
    for name in ("list", "steps"):
        if name in block:
            items = [_flat(one) for one in block[name][code]]
            return name, {"items": items, "rules": rules}
    if "table" in block:
        rows = "\n".join(" | ".join(map(str, row)) for row in block["table"][code])
        return "table", {"rows": rows, "rules": rules}
    return _other(block, code, rules)


def _other(
    block: Mapping[str, Any], code: str, rules: list[str]
) -> tuple[str, dict[str, Any]]:
    if "caution" in block:
        return "caution", {"text": _flat(block["caution"][code]), "rules": rules}
    if "question" in block:
        question, answer = block["question"][code], block["answer"][code]
        return "question", {
            "question": _flat(question),
            "answer": answer.strip(),
            "rules": rules,
        }
    if "lines" in block:
        return "lines", {"lines": _lines(block["lines"], code), "rules": rules}
    raise ValueError(f"a block of no known kind: {sorted(block)}")


def _panels(values: Mapping[str, Any], code: str) -> dict[str, Any]:
    panels = [
        {"shows": panel["picture"][code], "lines": _lines(panel["lines"], code)}
        for panel in values["panels"]
    ]
    return {"panels": panels, "rules": list(values.get("rules") or ())}


def _lines(lines: Iterable[Mapping[str, Any]], code: str) -> list[dict[str, str]]:
    return [{"who": one["who"][code], "says": one["says"][code]} for one in lines]


def _split(text: str) -> Iterator[str]:
    return (part.strip() for part in str(text).split("\n\n") if part.strip())


def _bold(text: str) -> str:
    parts = escape(_flat(text), quote=False).split("**")
    return "".join(
        f"<b>{part}</b>" if number % 2 else part for number, part in enumerate(parts)
    )


def _flat(text: Any) -> str:
    return " ".join(str(text).split())

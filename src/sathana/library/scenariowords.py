"""Figures and answers of a scenario in the words of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.web.languages import Text, current, pick

FEW: Text = {"th": "น้อยกว่า 10", "en": "fewer than 10"}
STATES: Mapping[str, Text] = {
    "yes": {"th": "ใช่แน่", "en": "surely yes"},
    "unknown": {"th": "ยังไม่ทราบ", "en": "not known"},
    "no": {"th": "ไม่ใช่แน่", "en": "surely no"},
}
"""What the three answers are called, as in the picture."""
SHOWN = ("yes", "unknown", "no")
"""Their order on the page."""
READINGS: Mapping[str, Text] = {
    "court": {"th": "แนวของศาลและนักวิชาการ", "en": "as courts and academics read it"},
    "administration": {"th": "แนวของฝ่ายปกครอง", "en": "as offices read it"},
}

AREAS: Mapping[str, Text] = {
    "chiang-rai": {"th": "ในจังหวัดเชียงราย", "en": " in Chiang Rai"},
    "north": {"th": "ในภาคเหนือ", "en": " in the north"},
    "thailand": {"th": "ในประเทศไทย", "en": " in Thailand"},
}
"""Where made people live, as a sentence goes on after their number."""


def say(th: str, en: str) -> str:
    """Return the text in the language of the page."""
    return th if current() == "th" else en


def head(text: Text) -> str:
    """Return a text as it stands at the head of a line or a column."""
    words = pick(text)
    return words[:1].upper() + words[1:]


def count(cell: Mapping[str, Any]) -> str:
    """Return a figure as people, or that it is hidden."""
    people = cell["people"]
    return pick(FEW) if people is None else f"{people:,}"


def span_words(states: Mapping[str, Any]) -> str:
    """Return the least and the most who may be yes, as words."""
    least, most = count(states["least"]), count(states["most"])
    if least == most:
        return say(f"{least} คน แน่นอน", f"{least}, surely")
    return say(f"อย่างน้อย {least} อย่างมาก {most}", f"at least {least}, at most {most}")


def span(states: Mapping[str, Any]) -> str:
    """Return the least and the most who may be yes, as short as a table needs it."""
    least, most = count(states["least"]), count(states["most"])
    return least if least == most else f"{least}–{most}"

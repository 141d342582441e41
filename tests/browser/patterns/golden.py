"""The text of a pack as it is kept: what changes from run to run becomes a mark."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2

from sathana.calendars.show import show_day

KEPT = Path(__file__).parents[1] / "packs"
MAKE = "SATHANA_GOLDEN"
"""Set to 1, the texts are made anew; then a lawyer reads each."""
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_MONTHS = {
    show_day(date(2024, month, 1).toordinal(), "th").split()[1]: month
    for month in range(1, 13)
}
_DAY = re.compile(
    rf"([0-9๐-๙]{{1,2}})\s+({'|'.join(_MONTHS)})\s+(?:พ\.ศ\. )?([0-9๐-๙]{{4}})"
)
_HASH = re.compile(r"\b[0-9a-f๐-๙]{16}\b")


def text_of(path: Path) -> str:
    """Return the text of a PDF, page by page."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join(
        f"=== {number}\n{text}" for number, text in enumerate(pages, 1)
    ).replace("\r\n", "\n")


def marked(text: str, today: date) -> str:
    """Return a text with marks for today, for days after it, and for hashes."""

    def day(found: re.Match[str]) -> str:
        number, month, year = found.groups()
        told = date(
            int(year.translate(_DIGITS)) - 543,
            _MONTHS[month],
            int(number.translate(_DIGITS)),
        )
        if told < today:
            return found.group()
        return "«วันนี้»" if told == today else "«วันหลังวันนี้»"

    lines = _HASH.sub("«รหัส»", _DAY.sub(day, text)).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def told_in(text: str) -> list[str]:
    """Return what a text tells, sentence by sentence, without lines and pages.

    Days of other lengths break lines and pages elsewhere: that is no other text. The
    foot of each page goes too; its marks stand in the text that is kept.
    """
    joined = "".join(re.sub(r"^=== \d+$", "", text, flags=re.MULTILINE).split())
    whole = re.sub(r"กฎหมายth@.{1,160}?หน้า[๐-๙]+/[๐-๙]+", "", joined)
    return re.split(r"(?<=[)»])|(?=[๐-๙]+\.)", whole)

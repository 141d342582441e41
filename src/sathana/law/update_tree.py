"""YAML of update files, looked at twice.

First strictly, for what makes YAML ambiguous (anchors, tags, keys written twice), and
for the lines; then as the data of the law is read, for the types of the values.
"""

from __future__ import annotations

import re
from datetime import date

from sathana.facts.casefile_faults import Faults
from sathana.facts.casefile_nodes import Map, Node, Seq
from sathana.facts.casefile_tree import compose
from sathana.law.compile import parse
from sathana.law.source import Row, SourceError

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def tree(text: str, faults: Faults, above: int) -> tuple[Node | None, Row | None]:
    """Return a part of the file with its lines, and with the types of its values.

    Args:
        text: The part.
        faults: Where faults are noted.
        above: Lines of the file above the part.

    Returns:
        The tree with its lines, and the values; nothing where there are faults.
    """
    own = Faults()
    node = compose(text, own)
    if node is not None:
        _look_through(node, own)
    if node is not None and not isinstance(node, Map) and not own.found:
        own.add(
            1,
            "update.not_a_map",
            th="ไฟล์ต้องเป็นรายการ ชื่อ: ค่า เริ่มด้วย sathana_law_update: 1",
            en="the file must be lines of 'name: value', the first "
            "'sathana_law_update: 1'",
        )
    for found in own.found:
        faults.add(found.line + above, found.code, th=found.th, en=found.en)
    if node is None or own.found:
        return None, None
    try:
        return node, parse(text, "update")
    except (SourceError, ValueError, TypeError) as error:
        # A value that is written like a date or a number and is none: 2026-02-31.
        faults.add(
            1 + above,
            "update.unreadable",
            th=f"มีค่าที่อ่านไม่ได้ ({error}) ตรวจวันที่และตัวเลขทุกค่า",
            en=f"a value cannot be read ({error}): check every date and number",
        )
        return None, None


def _look_through(node: Node, faults: Faults) -> None:
    """Refuse ``<<`` (what a record says must stand in it), and days that are none."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Seq):
            waiting += part.items
        elif isinstance(part, Map):
            waiting += part.entries.values()
            if "<<" in part.entries:
                faults.add(
                    part.lines["<<"],
                    "yaml.alias",
                    th="ใช้เครื่องหมาย << ของ YAML ไม่ได้ ให้เขียนค่าเต็ม ๆ",
                    en="the YAML sign << is not allowed: write the values out",
                )
        elif _DAY.fullmatch(part.text) and not _exists(part.text):
            faults.add(
                part.line,
                "value.day",
                th=f"ไม่มีวันที่ {part.text} ในปฏิทิน เขียนเป็น ปี ค.ศ.-เดือน-วัน",
                en=f"there is no day {part.text}: write year, month and day of the "
                "common era",
            )


def _exists(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True

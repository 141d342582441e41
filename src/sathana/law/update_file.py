r"""Update files: read strictly, split from their signatures, made signable.

A file is YAML. Its signatures, if it has any, are the last block, and begin with a
line ``signatures:`` that starts at the left edge. **What is signed** is everything
above that line: the text of the file as UTF-8, line ends written as ``\n``, white
space at its end taken away and one ``\n`` set instead. Before it stand, one a line,
the words ``sathana law update 1``, ``name: `` with the signer's name, ``day: `` with
the day, and an empty line. So every letter of the content, comments too, and the name
and day of each signer are held by that signer's signature, and no signature depends
on another. Both parts are parsed apart: no trick of quoting moves text between them.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from sathana.facts.casefile_bytes import to_text
from sathana.facts.casefile_faults import Fault, Faults, FloodError, RefusedError
from sathana.facts.casefile_nodes import Map
from sathana.law.source import Row
from sathana.law.update_changes import changes
from sathana.law.update_fields import TEXT, WORDS, Shape, is_day
from sathana.law.update_model import LawUpdate, Signature, UpdateError
from sathana.law.update_tree import tree

MAX_BYTES = 200_000
"""Largest update file that is read."""
FORMAT = 1
"""Value of ``sathana_law_update``; other numbers are for other programs."""
KEYS = ("sathana_law_update", "id", "title", "base", "made_on", "source", "changes")
ID = re.compile(r"[a-z0-9][a-z0-9-]{2,39}")
_SIGNATURES = re.compile(r"^signatures:", re.MULTILINE)
_NAME = re.compile(r"[^\x00-\x1f\x7f:]{2,80}")
_KEY = re.compile(r"ed25519:[A-Za-z0-9+/]{43}=")
_MARK = re.compile(r"[A-Za-z0-9+/]{86}==")
_REWORDED = {
    "file.empty": (
        "ไฟล์ว่างเปล่า ให้เริ่มด้วยบรรทัด sathana_law_update: 1",
        "the file is empty: begin with the line 'sathana_law_update: 1'",
    ),
    "yaml.several_documents": (
        "หนึ่งไฟล์มีได้หนึ่งฉบับเท่านั้น ให้แยกส่วนที่อยู่หลัง --- ไปไว้อีกไฟล์หนึ่ง",
        "one file holds one update: put what follows '---' into a file of its own",
    ),
}
"""Faults of any YAML of ours whose words speak of case files."""


def read(data: bytes, *, name: str = "") -> LawUpdate:
    """Return the update of a file; its signatures are read but not verified.

    Args:
        data: The file.
        name: What to call it in faults.

    Raises:
        UpdateError: With every fault that was found.
    """
    faults = Faults()
    found: LawUpdate | None = None
    try:
        found = _read(data, faults)
    except RefusedError as refused:
        faults.refuse(refused)
    except FloodError:
        pass
    if faults.found or found is None:
        raise UpdateError([_reworded(f) for f in faults.found], name=name)
    return found


def signed_bytes(content: str, name: str, on: str) -> bytes:
    """Return the bytes that one person signs; the docstring of the module says how.

    Args:
        content: ``LawUpdate.content``.
        name: Of the signer.
        on: Day of signing, ``2026-11-25``.
    """
    return f"sathana law update {FORMAT}\nname: {name}\nday: {on}\n\n{content}".encode()


def with_signature(update: LawUpdate, added: Signature) -> str:
    """Return the text of the file with one more signature at its end."""
    lines = [update.content, "signatures:\n"]
    for one in (*update.signatures, added):
        lines += [
            f"  - name: {_quoted(one.name)}\n",
            f"    key: {one.key}\n",
            f'    day: "{one.on}"\n',
            f"    signature: {one.mark}\n",
        ]
    return "".join(lines)


def is_name(text: str) -> bool:
    """Tell whether a text can be the name of a signer."""
    return _NAME.fullmatch(text) is not None and text == text.strip()


def is_key(text: str) -> bool:
    """Tell whether a text has the shape of a public key."""
    return _KEY.fullmatch(text) is not None


def same_name(name: str) -> str:
    """Return a name so that two ways of writing it are equal."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _read(data: bytes, faults: Faults) -> LawUpdate | None:
    if len(data) > MAX_BYTES:
        raise RefusedError(
            1,
            "file.too_large",
            th=f"ไฟล์มีขนาด {len(data):,} ไบต์ รับได้ไม่เกิน {MAX_BYTES:,} ให้แบ่งเป็นหลายฉบับ",
            en=f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read: "
            "split it into several updates",
        )
    text = to_text(data).replace("\r\n", "\n").replace("\r", "\n")
    at = _SIGNATURES.search(text)
    head, tail = (text[: at.start()], text[at.start() :]) if at else (text, "")
    node, row = tree(head, faults, 0)
    if row is None or not isinstance(node, Map):
        return None
    signatures = _signatures(tail, faults, head.count("\n")) if tail else ()
    _head(row, node, faults)
    made = changes(row.get("changes"), node.entries.get("changes"), faults)
    if faults.found:
        return None
    return LawUpdate(
        id=row["id"],
        title=row["title"],
        base=row["base"],
        made_on=row["made_on"].toordinal(),
        source=row["source"],
        changes=made,
        signatures=signatures,
        content=head.rstrip() + "\n",
    )


def _reworded(fault: Fault) -> Fault:
    th, en = _REWORDED.get(fault.code, (fault.th, fault.en))
    return Fault(fault.line, th, en, fault.code)


def _head(row: Row, node: Map, faults: Faults) -> None:
    """Note what is wrong with the lines that say what the file is."""
    for key in row:
        if key not in KEYS:
            faults.add(
                node.lines.get(key, 1),
                "key.unknown",
                th=f"ไม่รู้จัก “{key}” ที่ใช้ได้คือ {', '.join(KEYS)}",
                en=f"'{key}' is not known; a file may have {', '.join(KEYS)}",
            )
    for key, shape in _HEAD.items():
        line = node.lines.get(key, 1)
        if key not in row:
            faults.add(
                line,
                "key.missing",
                th=f"ยังไม่มี “{key}” ต้องเป็น{shape.th}",
                en=f"'{key}' is missing; it must be {shape.en}",
            )
        elif not shape.fits(row[key]):
            faults.add(
                line,
                "value.shape",
                th=f"“{key}” ต้องเป็น{shape.th}",
                en=f"'{key}' must be {shape.en}",
            )


def _made_on(value: object) -> bool:
    # A year of the Buddhist era would lie five centuries ahead, and win for ever.
    return is_day(value) and isinstance(value, date) and 2000 < value.year < 2400


_HEAD: dict[str, Shape] = {
    "sathana_law_update": Shape(
        f"เลข {FORMAT}",
        f"the number {FORMAT}",
        lambda v: type(v) is int and v == FORMAT,
    ),
    "id": Shape(
        "รหัส 3 ถึง 40 ตัว ใช้ a-z 0-9 และ - เช่น window-2025-extended",
        "3 to 40 of a-z, 0-9 and -, as window-2025-extended",
        lambda v: isinstance(v, str) and ID.fullmatch(v) is not None,
    ),
    "title": TEXT,
    "base": Shape(
        "ชื่อชุดกฎหมาย เช่น th@2026.11", "the edition it changes, as th@2026.11", WORDS.fits
    ),
    "made_on": Shape(
        "วันที่ทำ เป็น ค.ศ. เช่น 2026-11-25",
        "the day it was made, common era, as 2026-11-25",
        _made_on,
    ),
    "source": Shape(
        "ที่มา เป็นที่อยู่เว็บหรือข้อความ", "an address, or words that say on what it rests",
        WORDS.fits,
    ),
}  # fmt: skip


def _signatures(tail: str, faults: Faults, above: int) -> tuple[Signature, ...]:
    """Read the block of signatures; verifying them is for the command line."""
    node, row = tree(tail, faults, above)
    if row is None or node is None:
        return ()
    rows = row.get("signatures")
    good = isinstance(rows, list) and 0 < len(rows) <= 20 and set(row) == {"signatures"}
    if not good or not all(_is_signature(one) for one in rows or ()):
        faults.add(
            node.line + above,
            "signatures.shape",
            th="บล็อกลายมือชื่อเสียหาย ให้ลบตั้งแต่บรรทัด signatures: ลงไป แล้วลงนามใหม่ทั้งหมด",
            en="the signatures are damaged: delete from the line 'signatures:' on, "
            "and let everybody sign again",
        )
        return ()
    return tuple(
        Signature(one["name"], one["key"], one["day"], one["signature"])
        for one in rows or ()
    )


def _is_signature(row: object) -> bool:
    if not isinstance(row, dict) or set(row) != {"name", "key", "day", "signature"}:
        return False
    if not all(isinstance(value, str) for value in row.values()):
        return False
    return (
        is_name(row["name"])
        and is_key(row["key"])
        and re.fullmatch(r"\d{4}-\d\d-\d\d", row["day"]) is not None
        and _MARK.fullmatch(row["signature"]) is not None
    )

"""Notes that something of the law is wrong, kept without a word about a person.

One JSON line a note, added at the end and never changed: the day, the edition, what
it is about, a reason from a list, and optionally an address and a short text. No
name, no address of a machine, no hour.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from sathana.law.load import LawPack
from sathana.law.model import Text
from sathana.text import nearest
from sathana.text.personal import Personal, personal

NOTES = "law-notes.jsonl"
"""Name of the file in the data folder."""
LONGEST_TEXT = 400
LONGEST_ADDRESS = 300
MOST_NOTES = 10_000
MOST_A_DAY = 200
MOST_BYTES = 4_000_000
"""Largest file of notes: a form that anybody can send must not fill a disk."""

REASONS: Mapping[str, Text] = {
    "window": {
        "th": "ช่องทางนี้ปิดแล้ว หรือเปิดใหม่แล้ว",
        "en": "A window is shut, or open again",
    },
    "fee": {"th": "ค่าธรรมเนียมไม่ตรง", "en": "The fee is another one"},
    "office": {"th": "สำนักงานหรือเบอร์ไม่ตรง", "en": "Wrong office or number"},
    "day": {"th": "วันหรือกำหนดเวลาไม่ตรง", "en": "A day or a time limit is wrong"},
    "office-says-otherwise": {
        "th": "เจ้าหน้าที่บอกอย่างอื่น",
        "en": "The office says otherwise",
    },
    "text-misread": {"th": "อ่านตัวบทผิด", "en": "The text is misread"},
    "translation": {"th": "คำแปลไม่ตรง", "en": "The translation is wrong"},
    "other": {"th": "อย่างอื่น", "en": "Something else"},
}
"""How something can be wrong, by code."""

_PAGE = re.compile(r"(?:page|case)/[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,}")


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    Attributes:
        on: ISO day; the hour is not kept.
        law: Edition of the law that was looked at, ``th@2026.11``.
        about: Id of the record, ``case/NAME`` or ``page/NAME``.
        reason: A code of :data:`REASONS`.
        source: Web address; empty if none is given.
        says: Short text; empty if none is given.
    """

    on: str
    law: str
    about: str
    reason: str
    source: str = ""
    says: str = ""


class NoteError(ValueError):
    """A note that is not taken.

    Attributes:
        field: ``about``, ``reason``, ``source`` or ``says``.
        text: What is wrong and what to do, in both languages.
    """

    def __init__(self, field: str, th: str, en: str) -> None:
        """Keep both texts; the English one is the message."""
        super().__init__(en)
        self.field = field
        self.text: Text = {"th": th, "en": en}


class FullError(Exception):
    """There are so many notes that no more are taken, today or at all."""


def ids(law: LawPack) -> dict[str, Text]:
    """Return everything of the law that a note can be about, with its title."""
    found: dict[str, Text] = {i.id: i.title for i in law.instruments.values()}
    found |= {p.id: p.section for p in law.provisions.values()}
    found |= {c.id: c.question for c in law.contested.values()}
    found |= {r.id: r.title for r in law.rules.values()}
    found |= {p.id: p.title for p in law.procedures.values()}
    found |= {f.id: f.title for f in law.fees.values()}
    found |= {t.id: t.title for t in law.limits.values()}
    found |= {d.id: d.title for d in law.doors.values()}
    found |= {f.id: f.title for f in law.forms.values()}
    return found


def check(note: Note, law: LawPack) -> Note:
    """Return a note as it is kept.

    Raises:
        NoteError: It is about nothing known, or holds what seems to be personal.
    """
    about = _about(note.about.strip(), law)
    if note.reason not in REASONS:
        raise NoteError(
            "reason",
            "เลือกว่าผิดอย่างไร",
            f"choose how it is wrong: one of {', '.join(REASONS)}",
        )
    source, says = note.source.strip(), " ".join(note.says.split())
    _length("source", source, LONGEST_ADDRESS)
    _length("says", says, LONGEST_TEXT)
    if source and not _ADDRESS.fullmatch(source):
        raise NoteError(
            "source",
            "ที่มาต้องเป็นที่อยู่เว็บ ขึ้นต้นด้วย https:// หรือเว้นว่าง",
            "the source must be a web address that begins with https://, or empty",
        )
    for field, text in (("source", source), ("says", says)):
        _not_personal(field, personal(text, address=field == "source"))
    return Note(note.on, law.version, about, note.reason, source, says)


def _about(key: str, law: LawPack) -> str:
    known = ids(law)
    if key in known or _PAGE.fullmatch(key):
        return key
    near = nearest(key, known) if key else None
    raise NoteError(
        "about",
        f"ไม่รู้จักรหัส “{key[:40]}”" + (f" หมายถึง {near} ใช่หรือไม่" if near else "")
        + " ดูรหัสได้ในหน้าของกฎแต่ละข้อ หรือด้วย sathana law list",
        f"'{key[:40]}' is no id of the law"
        + (f"; did you mean {near}?" if near else "")
        + ". Ids stand on the page of each rule, and in 'sathana law list'",
    )  # fmt: skip


def _length(field: str, text: str, most: int) -> None:
    if len(text) > most:
        raise NoteError(
            field,
            f"ยาว {len(text)} ตัวอักษร รับได้ไม่เกิน {most} ให้ย่อลง",
            f"it has {len(text)} letters; at most {most} are taken: make it shorter",
        )


def _not_personal(field: str, found: list[Personal]) -> None:
    if found:
        th, en = (
            "; ".join(f"“{one.found}” ({one.th})" for one in found),
            "; ".join(f"'{one.found}' ({one.en})" for one in found),
        )
        raise NoteError(
            field,
            f"ดูเหมือนมีข้อมูลของคน: {th} ยังไม่ได้เก็บอะไร ให้ลบส่วนนั้นแล้วเขียนถึงกฎหมายอย่างเดียว",
            f"this seems to be about a person: {en}. Nothing was kept. Take it out, "
            "and write of the law only",
        )


# --- the file -------------------------------------------------------------------------


def line_of(note: Note, indent: int | None = None) -> str:
    """Return a note as one line of JSON, without the line end; indented: for people."""
    optional = ("source", "says")
    kept = {k: v for k, v in asdict(note).items() if v or k not in optional}
    return json.dumps(kept, ensure_ascii=False, indent=indent)


def add(folder: Path, note: Note) -> None:
    """Add a note to the file; hold the lock of the folder meanwhile.

    The very same note of the very same day is kept once.

    Raises:
        FullError: There are too many.
        OSError: The file cannot be written to.
    """
    path = folder / NOTES
    text = path.read_text("utf-8", errors="replace") if path.exists() else ""
    lines = text.splitlines()
    if line_of(note) in lines:
        return  # A button pressed twice, or a page sent again.
    today = sum(f'"on": "{note.on}"' in line for line in lines)
    if len(lines) >= MOST_NOTES or today >= MOST_A_DAY or len(text) > MOST_BYTES // 4:
        raise FullError
    # A line that a crash cut short must not swallow the next one.
    mended = "\n" if text and not text.endswith("\n") else ""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, f"{mended}{line_of(note)}\n".encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def read(folder: Path) -> tuple[list[Note], int]:
    """Return all notes, the oldest first, and how many lines cannot be read.

    Raises:
        OSError: The file is there and cannot be read.
    """
    path = folder / NOTES
    if not path.exists():
        return [], 0
    found, bad = [], 0
    for line in path.read_text("utf-8", errors="replace").splitlines():
        try:
            row = json.loads(line)
            found.append(Note(**{str(k): str(v) for k, v in row.items()}))
        except (ValueError, TypeError, AttributeError):
            bad += bool(line.strip())
    return found, bad

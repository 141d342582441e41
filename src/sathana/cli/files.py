"""Case files from the disk or from standard input, with plain words when it fails."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from sathana.cli.faults import UnusableError
from sathana.cli.terminal import Lang
from sathana.facts.casefile import CaseFileError, read
from sathana.facts.casefile_bytes import MAX_BYTES
from sathana.facts.model import CaseFile

STDIN = "-"


def load(file: str, lang: Lang) -> CaseFile:
    """Return the family of a case file.

    Args:
        file: A path, or ``-`` for standard input.
        lang: Language of the messages.

    Raises:
        UnusableError: The file cannot be read, or holds faults.
    """
    try:
        return read(_bytes(file, lang), name=file)
    except CaseFileError as error:
        raise UnusableError(tuple(error.lines(lang))) from error


def _bytes(file: str, lang: Lang) -> bytes:
    """Read a file, never much more of it than a case file may hold."""
    try:
        if file == STDIN:
            return _standard_input()
        with Path(file).open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        th, en = reason(error)
        raise UnusableError((f"{file}:0: {th if lang == 'th' else en}",)) from error


def _standard_input() -> bytes:
    if isinstance(sys.stdin, io.TextIOWrapper):
        data: bytes = sys.stdin.buffer.read(MAX_BYTES + 1)
        return data
    return sys.stdin.read(MAX_BYTES + 1).encode("utf-8", "surrogateescape")


def reason(error: Exception) -> tuple[str, str]:
    """Say why a file cannot be read, and what to do, in Thai and in English."""
    match error:
        case FileNotFoundError():
            return (
                "ไม่พบไฟล์นี้ ตรวจชื่อและโฟลเดอร์อีกครั้ง",
                "there is no such file; check its name and folder",
            )
        case IsADirectoryError():
            return (
                "นี่คือโฟลเดอร์ ไม่ใช่แฟ้มกรณี ให้ระบุไฟล์ .yaml ในโฟลเดอร์นั้น",
                "this is a folder, not a case file; name a .yaml file inside it",
            )
        case PermissionError():
            return (
                "ไม่มีสิทธิอ่านไฟล์นี้ ให้ขอสิทธิจากเจ้าของไฟล์",
                "you are not allowed to read this file; ask its owner",
            )
        case _:
            return (f"อ่านไฟล์นี้ไม่ได้ ({error})", f"this file cannot be read ({error})")

"""Faults of a case file: each with its line, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MAX_FAULTS = 100
"""More faults than this are counted off: nobody reads them, and work is bounded."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a case file.

    Attributes:
        line: Line of the file, 1-based; 0 when the fault has no line.
        th: What is wrong and what would be right, in Thai.
        en: The same in English.
        code: Stable name of the kind of fault, such as ``key.unknown``.
    """

    line: int
    th: str
    en: str
    code: str


class CaseFileError(ValueError):
    """A case file that cannot be used, with all its faults.

    Attributes:
        faults: At least one, in the order of their lines.
        name: The file, as the caller called it; ``""`` when it has no name.
    """

    def __init__(self, faults: Iterable[Fault], *, name: str = "") -> None:
        """Sort the faults by line; the message is one ``FILE:LINE: text`` a line."""
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        self.name = name
        super().__init__("\n".join(self.lines("en")))

    def lines(self, lang: str) -> list[str]:
        """Return one ``FILE:LINE: what is wrong`` for each fault, ``th`` or ``en``."""
        return [
            f"{self.name or '-'}:{fault.line}: {fault.th if lang == 'th' else fault.en}"
            for fault in self.faults
        ]


class RefusedError(Exception):
    """Raised inside the reader where a value cannot be read; becomes a fault."""

    def __init__(self, line: int, code: str, *, th: str, en: str) -> None:
        """Keep what the fault will say, without the path of the value."""
        super().__init__(en)
        self.line = line
        self.code = code
        self.th = th
        self.en = en


class FloodError(Exception):
    """Raised inside the reader when there are too many faults to go on."""


class Faults:
    """Collects the faults of one file, up to :data:`MAX_FAULTS`."""

    def __init__(self) -> None:
        """Start without a fault."""
        self.found: list[Fault] = []

    def add(self, line: int, code: str, *, th: str, en: str) -> None:
        """Note one fault.

        Raises:
            FloodError: When the file has more faults than are worth reading.
        """
        self.found.append(Fault(line, th, en, code))
        if len(self.found) >= MAX_FAULTS:
            self.found.append(
                Fault(
                    line,
                    f"พบข้อผิดพลาดครบ {MAX_FAULTS} ข้อแล้วจึงหยุดอ่าน "
                    "ให้แก้ข้อเหล่านี้ก่อน แล้วอ่านไฟล์ใหม่",
                    f"reading stopped after {MAX_FAULTS} faults: mend these first, "
                    "then read the file again",
                    "file.too_many_faults",
                )
            )
            raise FloodError

    def refuse(self, refused: RefusedError, path: str = "") -> None:
        """Note a refused value, with the path at which it stands."""
        front = f"{path}: " if path else ""
        self.add(
            refused.line, refused.code, th=front + refused.th, en=front + refused.en
        )

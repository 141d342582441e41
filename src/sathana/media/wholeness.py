"""Whether a file was cut short, told from the sizes that it states of itself.

Pure but for reading the file. Only containers that say how long they are can be asked;
of the others the length of the first copy tells.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO

_MOST_BOXES = 100_000


def is_whole(file: Path, kind: str) -> bool:
    """Whether nothing is missing at the end, as far as a file of this kind tells."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        if kind == "mp4":
            return _boxes_fit(opened, size)
        if kind == "wav":
            return _chunks_fit(opened, size)
    return True


def _boxes_fit(opened: IO[bytes], size: int) -> bool:
    """Walk the outermost boxes: the last one must end inside the file."""
    at, names = 0, set()
    for _ in range(_MOST_BOXES):
        if at + 8 > size:
            break
        opened.seek(at)
        head = opened.read(16)
        length, begin = int.from_bytes(head[:4], "big"), 8
        if length == 1:
            length, begin = int.from_bytes(head[8:16], "big"), 16
        if length == 0:  # the last one: to the end of the file
            length = size - at
        if length < begin or at + length > size:
            return False
        names.add(head[4:8])
        at += length
    return b"moov" in names


def _chunks_fit(opened: IO[bytes], size: int) -> bool:
    stated = int.from_bytes(opened.read(8)[4:8], "little")
    # Recorders that cannot go back state nothing, or all ones.
    return stated in (0, 0xFFFFFFFF) or stated + 8 <= size + 1

"""Canaries: names and numbers that are looked for wherever bytes come to rest.

Every canary begins with the same mark, so that one search finds all of them, in
whatever form a layer may have written it.
"""

from __future__ import annotations

import base64
import itertools
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

LATIN = "Zqxkanari"
THAI = "ฌฑฆกณารี"
NUMBER = "6973515"
MARKS = (LATIN, THAI, NUMBER)


@dataclass
class Aviary:
    """Makes canaries, each another one."""

    chance: random.Random
    numbers: Iterator[int]

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.numbers = itertools.count(1)

    def latin(self) -> str:
        """A name in Latin letters."""
        return f"{LATIN} {self._letters()}"

    def thai(self) -> str:
        """A name in Thai letters."""
        tail = "".join(self.chance.choices("กขคงจชดตนบปมยรลวสอ", k=7))
        return f"{THAI}{tail}"

    def number(self) -> str:
        """A 13-digit number whose check digit is right."""
        body = f"{NUMBER}{next(self.numbers):05}"
        weighed = sum(int(digit) * (13 - at) for at, digit in enumerate(body))
        return f"{body}{(11 - weighed % 11) % 10}"

    def _letters(self) -> str:
        return "".join(self.chance.choices("abcdefghijklmnop", k=8))


def forms(text: str) -> dict[str, bytes]:
    """Return a mark as bytes, in each form in which it might be written."""
    plain = text.encode()
    found = {
        "UTF-8": plain,
        "UTF-16 little": text.encode("utf-16-le"),
        "UTF-16 big": text.encode("utf-16-be"),
        "UTF-32": text.encode("utf-32-le"),
        "JSON": json.dumps(text)[1:-1].encode(),
        "address": quote(text).encode(),
        "reversed": plain[::-1],
        "hexadecimal": plain.hex().encode(),
    }
    for shift in range(3):
        # Base64 of the same text is written in three ways, by what stands before it.
        coded = base64.b64encode(b"\0" * shift + plain + b"\0" * 3)
        found[f"base64 {shift}"] = coded[4 if shift else 0 : -8]
    return found


def found_in(folders: Iterable[Path], marks: Iterable[str] = MARKS) -> list[str]:
    """Return every file, also a file's name, that holds a mark, and in which form."""
    wanted = [
        (mark, form, seen) for mark in marks for form, seen in forms(mark).items()
    ]
    hits = []
    for file in sorted(one for folder in folders for one in folder.rglob("*")):
        data = file.name.encode()
        if file.is_file():
            data += b"\0" + file.read_bytes()
        lower = data.lower()
        hits += [
            f"{file.name}: {mark} ({form})"
            for mark, form, seen in wanted
            if seen in data or (mark == LATIN and seen.lower() in lower)
        ]
    return hits

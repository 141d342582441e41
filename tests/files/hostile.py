"""Uploads that mean harm, made anew from a seed: files, and names they come with."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.files import hostile_pdfs, hostile_pictures

CANARY = hostile_pdfs.CANARY
SCRIPT = f"<script>alert('{CANARY}')</script>"
NAMES = (
    "../../../etc/passwd", "..\\..\\windows\\system32\\a.exe", "/etc/cron.d/x",
    "a\0.jpg",
    "photo.jpg\0.exe", "x" * 4096 + ".jpg", "\u202egpj.exe", "a\r\nSet-Cookie: x=y.jpg",
    'a"; filename="b.html', "", ".", "..", "con.jpg", "ชื่อ นามสกุล.jpg", "a/b\\c.pdf",
    "<img src=x onerror=alert(1)>.png", "{{ 7*7 }}.jpg", "%2e%2e%2fetc.jpg",
    "\ufeff.jpg",
    "a" + "\u0e49" * 500 + ".jpg", "😀" * 300, "file.pdf.exe", "`id`.jpg", "|ls.jpg",
)  # fmt: skip
TOLD = ("image/jpeg", "application/pdf", "text/html", "image/svg+xml", "", "x" * 300)


@dataclass(frozen=True, slots=True)
class Hostile:
    """One upload.

    Attributes:
        what: Who made it, and the seed.
        name: The file name it comes with.
        told: The media type it says it has.
    """

    what: str
    data: bytes
    name: str
    told: str


def zip_bomb(chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(chance.randint(1, 4)):
            packed.writestr(f"{number}.jpg", b"\0" * 10_000_000)
    return out.getvalue()


def office_bomb(chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", billion_laughs(chance))
        packed.writestr("word/document.xml", b"A" * 5_000_000)
    return out.getvalue()


def billion_laughs(chance: random.Random) -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    front = chance.choice(["svg", "html", "x"])
    return (
        f'<?xml version="1.0"?><!DOCTYPE {front} [<!ENTITY l0 "lol">{lines}]>'
        f"<{front}>&l9;</{front}>"
    ).encode(chance.choice(["utf-8", "utf-16"]))


def outside_entity(chance: random.Random) -> bytes:
    return (
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<svg><text>&x;</text></svg>"
    )


def drawing(chance: random.Random) -> bytes:
    front = chance.choice(["", "\ufeff", " \n", "<!-- -->"])
    return f'{front}<svg xmlns="http://www.w3.org/2000/svg">{SCRIPT}</svg>'.encode()


def web_page(chance: random.Random) -> bytes:
    front = chance.choice(["<!DOCTYPE html>", "<HTML>", "  \r\n<html>", ""])
    return f"{front}<body onload=alert(1)>{SCRIPT}".encode(
        chance.choice(["utf-8", "utf-16-le"])
    )


def gif_and_jar(chance: random.Random) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("P", (8, 8)).save(out, "GIF")
    return out.getvalue() + zip_bomb(chance)


def other_kind(chance: random.Random) -> bytes:
    start = chance.choice([
        b"MZ\x90\0", b"\x7fELF", b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypavif",
        b"\0\0\0\x18ftypisom", b"ID3\4", b"II*\0", b"MM\0*", b"BM",
        b"7z\xbc\xaf\x27\x1c",
        b"Rar!\x1a", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1",
        b"%!PS-Adobe", b"#!/bin/sh\n", b"RIFF\0\0\0\0WAVE", b"OggS",
        b"\xca\xfe\xba\xbe",
    ])  # fmt: skip
    return start + chance.randbytes(chance.choice([0, 10, 5000])) + SCRIPT.encode()


def noise(chance: random.Random) -> bytes:
    start = chance.choice([
        b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\1\0\0WEBP", b"%PDF-1.7\n",
    ])  # fmt: skip
    return start + chance.randbytes(chance.choice([0, 1, 50, 4000, 200_000]))


def cut(chance: random.Random) -> bytes:
    """Something whole, cut off somewhere."""
    data = chance.choice(_SMALL)(chance)
    return data[: chance.randrange(len(data))]


def bent(chance: random.Random) -> bytes:
    """Something whole with some bytes changed, doubled or missing."""
    data = bytearray(chance.choice(_SMALL)(chance))
    for _ in range(chance.choice([1, 3, 30])):
        place = chance.randrange(4, len(data))
        way = chance.randrange(3)
        if way == 0:
            data[place] = chance.randrange(256)
        elif way == 1:
            del data[place : place + chance.randrange(1, 9)]
        else:
            data[place:place] = data[place : place + chance.randrange(1, 99)]
    return bytes(data)


_SMALL: tuple[Callable[[random.Random], bytes], ...] = (
    hostile_pictures.with_exif, hostile_pictures.png_told, hostile_pictures.webp_told,
    hostile_pictures.moving, hostile_pdfs.open_action, hostile_pdfs.annotations,
    hostile_pdfs.photo_inside, hostile_pdfs.form_field, hostile_pdfs.told,
    hostile_pdfs.hidden_deep,
)  # fmt: skip
MAKERS: tuple[Callable[[random.Random], bytes], ...] = (
    *hostile_pdfs.MAKERS, *hostile_pictures.MAKERS, zip_bomb, office_bomb,
    billion_laughs, outside_entity, drawing, web_page, gif_and_jar, other_kind, noise,
    cut, bent,
)  # fmt: skip
OFTEN = (cut, bent, noise, other_kind)
"""Makers of which no two files are alike: most of a long run."""


def uploads(count: int) -> Iterator[Hostile]:
    """Make so many uploads: each maker once, then the most varied ones more often."""
    for number in range(count):
        if number < len(MAKERS):
            maker = MAKERS[number]
        else:
            maker = random.Random(number).choice([*MAKERS, *OFTEN * 8])
        chance = random.Random(f"{maker.__name__} {number}")
        name = NAMES[number % len(NAMES)]
        what = f"{maker.__name__}-{number}"
        yield Hostile(what, maker(chance), name, chance.choice(TOLD))

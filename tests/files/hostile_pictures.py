"""Pictures that hide, swell, loop or are two things at once."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from functools import cache

from PIL import Image, PngImagePlugin

CANARY = "CANARY-7f3a"
SCRIPT = f"<script>alert('{CANARY}')</script>".encode()


def picture(chance: random.Random, size: tuple[int, int] = (64, 48)) -> Image.Image:
    mode = chance.choice(["RGB", "RGB", "L"])
    bands = 3 if mode == "RGB" else 1
    return Image.frombytes(mode, size, chance.randbytes(size[0] * size[1] * bands))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def exif_of(chance: random.Random) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = exif[0x010E] = exif[0x013B] = exif[0x9286] = CANARY
    exif[0x0112] = chance.randint(1, 8)
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[29] = "N", (20.0, 9.0, 30.5), CANARY
    exif.get_ifd(0x8769)[0xA431] = CANARY
    return exif


def with_exif(chance: random.Random) -> bytes:
    return saved(
        picture(chance), "JPEG", exif=exif_of(chance), comment=CANARY.encode(),
        xmp=f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode(), icc_profile=CANARY.encode(),
        progressive=chance.random() < 0.3,
    )  # fmt: skip


def png_told(chance: random.Random) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", CANARY)
    info.add_itxt("XML:com.adobe.xmp", CANARY)
    info.add_text("Author", CANARY, zip=True)
    return saved(picture(chance), "PNG", pnginfo=info, exif=exif_of(chance))


def webp_told(chance: random.Random) -> bytes:
    return saved(
        picture(chance), "WEBP", exif=exif_of(chance), xmp=SCRIPT,
        icc_profile=CANARY.encode(), lossless=chance.random() < 0.5,
    )  # fmt: skip


def preview(chance: random.Random) -> bytes:
    """A preview in Exif that shows what was cut away, as a web page too."""
    data = with_exif(chance)
    inside = b"Exif\0\0II*\0\x08\0\0\0" + b"\0\0\0\0\0\0" + SCRIPT * 200
    return (
        data[:2] + b"\xff\xe1" + struct.pack(">H", len(inside) + 2) + inside + data[2:]
    )


def tail(chance: random.Random) -> bytes:
    """A picture with something else behind it."""
    from tests.files import hostile_pdfs

    kind = chance.choice(["JPEG", "PNG", "WEBP"])
    other = chance.choice([
        SCRIPT * 20, b"PK\3\4" + CANARY.encode() * 20, f"<?php {CANARY} ?>".encode(),
        hostile_pdfs.open_action(chance), b"MZ" + CANARY.encode(),
    ])  # fmt: skip
    return saved(picture(chance), kind) + other


def comment(chance: random.Random) -> bytes:
    return saved(picture(chance), "JPEG", comment=SCRIPT * 100)


def png_chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def png(
    width: int, height: int, body: bytes, more: bytes = b"", colour: int = 2
) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + more
        + png_chunk(b"IDAT", body) + png_chunk(b"IEND", b"")
    )  # fmt: skip


@cache
def swollen(size: int) -> bytes:
    """Packed bytes that open to this size."""
    machine = zlib.compressobj(9)
    piece = b"\0" * 10_000_000
    body = [machine.compress(piece) for _ in range(size // len(piece))]
    return b"".join([*body, machine.flush()])


def png_flood(chance: random.Random) -> bytes:
    side = chance.choice([65_535, 30_000, 2**31 - 1, 7_000])
    return png(side, side, swollen(50_000_000))


def png_swelling(chance: random.Random) -> bytes:
    """Far more dots are packed in it than it says it has."""
    return png(8, 8, swollen(300_000_000))


def png_text_bomb(chance: random.Random) -> bytes:
    body = swollen(200_000_000)
    which = chance.choice([b"zTXt", b"iCCP", b"iTXt"])
    front = b"x\0\1\0\0\0" if which == b"iTXt" else b"x\0\0"
    return png(2, 2, zlib.compress(b"\0" * 14), png_chunk(which, front + body))


def png_many_chunks(chance: random.Random) -> bytes:
    many = png_chunk(b"tEXt", b"a\0" + CANARY.encode()) * 60_000
    return png(2, 2, zlib.compress(b"\0" * 14), many)


def png_lies(chance: random.Random) -> bytes:
    width, height = chance.choice([(0, 0), (1, 2**31 - 1), (2**32 - 1, 1), (5, 5)])
    return png(width, height, b"no dots here", colour=chance.choice([0, 2, 3, 6, 9]))


def jpeg_flood(chance: random.Random) -> bytes:
    data = bytearray(saved(picture(chance), "JPEG", progressive=chance.random() < 0.5))
    for marker in (b"\xff\xc0", b"\xff\xc2"):
        place = data.find(marker)
        if place > 0:
            side = chance.choice([65_535, 65_500, 20_000, 6_300])
            data[place + 5 : place + 9] = struct.pack(">HH", side, side)
    return bytes(data)


def jpeg_scans(chance: random.Random) -> bytes:
    """Thousands of scans over the same dots: each is small, all take for ever."""
    image = Image.new("L", (3000, 3000))
    data = saved(image, "JPEG", progressive=True)
    start = data.rindex(b"\xff\xda")
    scan = data[start:-2]
    return data[:start] + scan * (4_000_000 // max(1, len(scan))) + b"\xff\xd9"


def jpeg_lies(chance: random.Random) -> bytes:
    data = bytearray(saved(picture(chance), "JPEG"))
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(2, len(data))] = chance.randrange(256)
    return bytes(data)


def exif_loop(chance: random.Random) -> bytes:
    """Lists of notes that lead to themselves, or claim to be endless."""
    order = chance.choice(["<", ">"])
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    entry = struct.pack(order + "HHII", chance.choice([0x8769, 0x8825, 0x112]), 4, 1, 8)
    entries = chance.choice([1, 40, 65_535])
    body = b"Exif\0\0" + head + struct.pack(order + "H", entries)
    body += (entry * min(entries, 4000)) + struct.pack(order + "I", 8)
    body = body[:65_000]
    data = saved(picture(chance), "JPEG")
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + data[2:]


def exif_large(chance: random.Random) -> bytes:
    piece = b"\xff\xe1\xff\xff" + (b"Exif\0\0" + CANARY.encode() * 6000)[:65_533]
    data = saved(picture(chance), "JPEG")
    return data[:2] + piece * chance.randint(10, 200) + data[2:]


def webp_flood(chance: random.Random) -> bytes:
    side = chance.choice([16_384, 16_777_216, 8_000])
    canvas = struct.pack("<I", side - 1)[:3]
    chunk = b"VP8X" + struct.pack("<I", 10) + b"\x10\0\0\0" + canvas * 2
    body = b"WEBP" + chunk + saved(picture(chance), "WEBP", lossless=True)[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def webp_huge_plain(chance: random.Random) -> bytes:
    size = chance.choice([(7000, 5600), (16_000, 2_000)])
    return saved(Image.new("RGBA", size), "WEBP", lossless=True, quality=0, method=0)


def moving(chance: random.Random) -> bytes:
    frames = [picture(chance) for _ in range(30)]
    kind = chance.choice(["PNG", "WEBP"])
    frames = [one.convert("RGB") for one in frames]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def transparent(chance: random.Random) -> bytes:
    return saved(picture(chance).convert("RGBA"), chance.choice(["PNG", "WEBP"]))


def odd_mode(chance: random.Random) -> bytes:
    mode = chance.choice(["1", "P", "I;16", "LA", "CMYK"])
    image = picture(chance).convert("L").convert(mode if mode != "LA" else "LA")
    return saved(image, "JPEG" if mode == "CMYK" else "PNG")


MAKERS: tuple[Callable[[random.Random], bytes], ...] = (
    with_exif, png_told, webp_told, preview, tail, comment, png_flood, png_swelling,
    png_text_bomb, png_many_chunks, png_lies, jpeg_flood, jpeg_scans, jpeg_lies,
    exif_loop, exif_large, webp_flood, webp_huge_plain, moving, transparent, odd_mode,
)  # fmt: skip

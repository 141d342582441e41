"""Small recordings made for tests by ffmpeg itself, and some that mean harm."""

from __future__ import annotations

import io
import struct
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from sathana.media import converter

SECRET = "SECRETPLACE"
TONE = ("-f", "lavfi", "-i", "sine=frequency=440:duration=1.5")


def _picture_source(size: str) -> tuple[str, ...]:
    return ("-f", "lavfi", "-i", f"testsrc=size={size}:duration=1.5:rate=10")


@cache
def made(name: str, *words: str) -> bytes:
    """Return what ffmpeg writes, with a note that must not come through."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / name
        notes = ("-metadata", f"title={SECRET}", "-metadata", "location=+19.9+099.8/")
        command = [converter.program(), "-v", "error", "-nostdin", *words, *notes]
        subprocess.run([*command, "-shortest", str(out)], check=True)
        return out.read_bytes()


def mp3() -> bytes:
    return made("a.mp3", *TONE)


def wav() -> bytes:
    return made("a.wav", *TONE)


def m4a() -> bytes:
    return made("a.m4a", *TONE, "-c:a", "aac")


def aac() -> bytes:
    return made("a.aac", *TONE)


def flac() -> bytes:
    return made("a.flac", *TONE)


def opus() -> bytes:
    return made("a.ogg", *TONE, "-c:a", "libopus")


def video(size: str = "160x120") -> bytes:
    x264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
    return made("a.mp4", *TONE, *_picture_source(size), *x264, "-c:a", "aac")


def mov() -> bytes:
    x264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
    return made("a.mov", *TONE, *_picture_source("160x120"), *x264, "-c:a", "aac")


def silent() -> bytes:
    x264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
    return made("s.mp4", *_picture_source("120x160"), *x264)


def webm() -> bytes:
    vp8 = ("-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus")
    return made("a.webm", *TONE, *_picture_source("160x120"), *vp8)


def mp3_with_cover() -> bytes:
    cover = ("-f", "lavfi", "-i", "testsrc=size=64x64:duration=0.1:rate=10")
    how = ("-map", "0:a", "-map", "1:v", "-frames:v", "1", "-c:v", "mjpeg")
    return made("c.mp3", *TONE, *cover, *how, "-disposition:v", "attached_pic")


def picture(width: int = 900, height: int = 600) -> bytes:
    """Return a photograph that tells where it was taken."""
    image = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif.get_ifd(0x8825)[2] = (19.0, 54.0, 0.0)
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=SECRET.encode())
    return out.getvalue()


def claiming(seconds: int) -> bytes:
    """Return a video whose head claims another length."""
    data = bytearray(webm())
    at = data.index(b"\x44\x89\x88") + 3
    data[at : at + 8] = struct.pack(">d", seconds * 1000.0)
    return bytes(data)


def wide() -> bytes:
    """Return a video that is wider than any screen."""
    x264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
    source = "color=size=8192x16:duration=0.2:rate=5"
    return made("w.mp4", "-f", "lavfi", "-i", source, *x264)


def huge_claim() -> bytes:
    """Return a video of VP8 whose first frame claims 16,000 dots a side."""
    data = bytearray(webm())
    at = data.index(b"\x9d\x01\x2a")
    data[at + 3 : at + 7] = struct.pack("<HH", 16_000, 16_000)
    return bytes(data)


def id3(text: bytes) -> bytes:
    """Return something in the clothes of an MP3."""
    return b"ID3\x04\0\0" + bytes([0, 0, 0, 0]) + text


def riff(text: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(text) + 4) + b"WAVE" + text


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\0" * 10_000_000)
    return out.getvalue()


M3U = (
    b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST"
)
CONCAT = b"ffconcat version 1.0\nfile /etc/passwd\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"

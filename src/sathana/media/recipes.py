"""Which copies are made of a recording, and how: small enough for the slowest phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one kind of copy is made and handed out.

    Attributes:
        kind: Code of the copy.
        media: Its media type.
        ending: Of its file name, with the dot.
        bits: Bits of sound and picture per second, at most about; 0 for pictures.
        options: For ffmpeg; empty for pictures, which Pillow makes.
        width: Dots that a picture is wide at most; 0 for sound and video.
    """

    kind: str
    media: str
    ending: str
    bits: int = 0
    options: tuple[str, ...] = ()
    width: int = 0


_OPUS = (
    *("-map", "0:a:0", "-vn", "-c:a", "libopus", "-b:a", "24k", "-ac", "1"),
    *("-application", "voip", "-f", "ogg"),
)
_AAC = (
    *("-map", "0:a:0", "-vn", "-c:a", "aac", "-b:a", "32k", "-ac", "1"),
    *("-ar", "22050", "-movflags", "+faststart", "-f", "ipod"),
)


def _scaled(dots: int) -> str:
    """Return a filter that makes the shorter side so long at most, both sides even."""
    short = f"min({dots}\\,min(iw\\,ih))"
    by = f"*{short}/min(iw\\,ih)/2)*2"
    return f"scale=w=trunc(iw{by}:h=trunc(ih{by},setsar=1"


def _video(
    dots: int, profile: str, level: str, crf: str, rate: int, fps: str
) -> Recipe:
    options = (
        *("-map", "0:V:0", "-map", "0:a:0?", "-vf", _scaled(dots), "-fpsmax", fps),
        *("-c:v", "libx264", "-profile:v", profile, "-level", level, "-crf", crf),
        *("-preset", "veryfast", "-pix_fmt", "yuv420p", "-g", "100"),
        *("-maxrate", f"{rate}k", "-bufsize", f"{2 * rate}k"),
        *("-c:a", "aac", "-b:a", "32k", "-ac", "1", "-ar", "22050"),
        *("-movflags", "+faststart", "-f", "mp4"),
    )
    bits = (rate + 32) * 1000
    return Recipe(f"v{dots}", "video/mp4", ".mp4", bits, options)


_POSTER = (
    *("-map", "0:V:0", "-an", "-vf", f"{_scaled(360)},thumbnail=50"),
    *("-frames:v", "1"),
    *("-c:v", "mjpeg", "-q:v", "4", "-strict", "unofficial", "-f", "image2"),
    *("-update", "1"),
)

RECIPES: dict[str, Recipe] = {
    one.kind: one
    for one in (
        Recipe("opus", "audio/ogg", ".opus", 24_000, _OPUS),
        Recipe("m4a", "audio/mp4", ".m4a", 32_000, _AAC),
        _video(240, "baseline", "3.0", "30", 160, "15"),
        _video(480, "main", "3.1", "28", 500, "25"),
        Recipe("poster", "image/jpeg", ".jpg", 0, _POSTER),
        Recipe("w320", "image/jpeg", ".jpg", width=320),
        Recipe("w640", "image/jpeg", ".jpg", width=640),
        Recipe("w1280", "image/jpeg", ".jpg", width=1280),
    )
}
"""Opus is the smallest; M4A is for phones that do not know it (iOS, feature phones)."""
PLAYS = frozenset(("opus", "m4a", "v240", "v480"))
"""Copies whose beginning counts as a play."""


def wanted(kind: str, *, sound: bool, width: int, height: int) -> list[str]:
    """Return the copies to make of a recording, the smallest and soonest ready first.

    Nothing is made larger than it came: of a small video there is one size only.

    Args:
        kind: ``sound``, ``video`` or ``picture``.
        sound: Whether it has a track of sound.
        width: Dots; 0 where it shows nothing.
        height: Dots, as ``width``.
    """
    makers: dict[str, Callable[[], list[str]]] = {
        "sound": lambda: ["opus", "m4a"],
        "video": lambda: [
            "poster",
            *(["opus", "m4a"] if sound else []),
            "v240",
            *(["v480"] if min(width, height) > 240 else []),
        ],
        "picture": lambda: _widths(width),
    }
    return makers[kind]()


def _widths(width: int) -> list[str]:
    sizes = [320, 640, 1280]
    return [
        f"w{size}" for n, size in enumerate(sizes) if n == 0 or width > sizes[n - 1]
    ]

"""What the media centre takes: a list of its own, wider than that of papers.

Evidence (``kinds``) goes on refusing sound and video; this list is asked by
``sathana.media`` alone. Here too the bytes decide, never a name or a told type. A
playlist (m3u, HLS, ffconcat, SDP) is no recording: it would make the converter read
other files or addresses, so its text is refused, and each kind that is taken names the
one reader that may open it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sathana.files import kinds

HEAD = 4096
"""Bytes from the beginning that are enough to tell what a file is."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is taken.

    Attributes:
        code: Our name for it.
        reader: Name of the one demuxer of ffmpeg that may open it; ``""`` for what
            ffmpeg never sees (pictures, captions).
    """

    code: str
    reader: str = ""


SOUND_OR_VIDEO = {
    "mp3": Kind("mp3", "mp3"),
    "aac": Kind("aac", "aac"),
    "mp4": Kind("mp4", "mov"),
    "ogg": Kind("ogg", "ogg"),
    "wav": Kind("wav", "wav"),
    "flac": Kind("flac", "flac"),
    "webm": Kind("webm", "matroska"),
}
"""``mp4`` stands for M4A, MP4 and MOV alike: what is inside says which."""
PICTURES = {code: Kind(code) for code in ("jpeg", "png", "webp")}
CAPTIONS = {code: Kind(code) for code in ("vtt", "srt")}
TAKEN = {**SOUND_OR_VIDEO, **PICTURES, **CAPTIONS}

_LISTS = (b"#extm3u", b"#extinf", b"#ext-x-", b"ffconcat", b"[playlist]", b"v=0\r\no=")
"""Beginnings of lines that make a text a list of other files or addresses."""
_FILMS = (
    *(b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"M4A ", b"M4B "),
    *(b"M4V ", b"qt  ", b"avc1", b"dash", b"MSNV", b"3gp4", b"3gp5", b"3gp6", b"3g2a"),
    *(b"f4v ", b"mmp4"),
)
"""Brands of the MP4 family; others (AVIF, HEIC, encrypted ones) are refused."""


def kind_of(head: bytes) -> str:
    """Return a key of ``TAKEN``, or the code of why a file is refused.

    Args:
        head: The first ``HEAD`` bytes of it, or all of a shorter one.

    Returns:
        A key of ``TAKEN``, or one of ``empty``, ``list``, ``heic``, ``picture``,
        ``office``, ``archive``, ``page``, ``program``, ``pdf``, ``sound`` (a kind of
        sound or video that is not taken) and ``unknown``.
    """
    found = kinds.kind_of(head)
    if found == "sound":
        return _recording(head)
    if found in ("unknown", "page"):
        return _text(head, found)
    return found


def _recording(head: bytes) -> str:
    if head[:4] == b"RIFF":
        return "wav" if head[8:12] == b"WAVE" else "sound"
    if head[4:8] == b"ftyp":
        return "mp4" if head[8:12] in _FILMS else "sound"
    if head[:4] == b"OggS":
        return "ogg"
    if head[:4] == b"fLaC":
        return "flac"
    if head[:4] == b"\x1aE\xdf\xa3":
        return "webm" if b"webm" in head[:64] or b"matroska" in head[:64] else "sound"
    return _behind_tag(head)


def _behind_tag(head: bytes) -> str:
    """Tell an MP3 by what follows its tag, where the tag is short enough to see."""
    if len(head) < 10:
        return "sound"
    size = 0
    for byte in head[6:10]:
        size = size << 7 | (byte & 0x7F)
    after = head[10 + size :]
    return "mp3" if not after or _frame(after.lstrip(b"\0")) != "" else "sound"


def _frame(data: bytes) -> str:
    """Return which raw frames begin here: ``mp3``, ``aac``, or ``""``."""
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xE0 != 0xE0:
        return ""
    version, layer = data[1] >> 3 & 3, data[1] >> 1 & 3
    if data[1] & 0xF6 == 0xF0:
        return "aac"
    rate, samples = data[2] >> 4, data[2] >> 2 & 3
    sound = version != 1 and layer == 1 and rate not in (0, 15) and samples != 3
    return "mp3" if sound else ""


def _text(head: bytes, found: str) -> str:
    if frame := _frame(head):
        return frame
    bare = head.removeprefix(b"\xef\xbb\xbf")
    lines = [line.strip().lower() for line in bare.splitlines()[:200]]
    if bare.lower().startswith(_LISTS) or any(x.startswith(_LISTS) for x in lines):
        return "list"
    if bare[:6] == b"WEBVTT" and bare[6:7] in (b"", b" ", b"\t", b"\n", b"\r"):
        return "vtt"
    if found == "unknown" and _is_srt(lines):
        return "srt"
    return found


def _is_srt(lines: list[bytes]) -> bool:
    full = [line for line in lines if line]
    return len(full) > 2 and full[0].isdigit() and b"-->" in full[1]

"""ffmpeg, which reads what strangers made, in a process with little room and time.

It may open files and pipes only, by the one reader that the bytes call for, with
decoders from a short list; it has limits of processor time, memory and file size, an
empty environment, a folder of its own, and no network where the system can take it
away. What comes out is always encoded anew, without notes, chapters, subtitles or
attached data, from the first sound and the first picture track only.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sathana
from sathana.files.recordings import SOUND_OR_VIDEO
from sathana.media.refusals import LARGEST, LONGEST, WIDEST, NotTakenError

MEMORY = 2_500_000_000
"""Bytes of address space; the program itself maps about 250 MB."""
PROBE_SECONDS = 20
SLACK = 120
"""Seconds that any copy may take, besides what its length allows."""
PER_SECOND = 3
"""Seconds of processor time for one second of recording: large video, old machine."""
SHORT_BY = 2.0
"""Seconds by which a copy may be shorter than was promised, besides 5 %."""
_SAID = 200_000
_DECODERS = ",".join(
    (
        *("mp3", "mp3float", "aac", "opus", "libopus", "vorbis", "libvorbis", "flac"),
        *("alac", "amrnb", "amrwb", "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be"),
        *("pcm_s32le", "pcm_u8", "pcm_f32le", "pcm_mulaw", "pcm_alaw"),
        *("h264", "hevc", "vp8", "vp9", "libvpx", "libvpx-vp9", "av1", "libdav1d"),
        *("mpeg4", "h263", "mjpeg"),
    )
)
type Told = Callable[[float], None]
"""Is told how many seconds of the copy are made."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a recording is, as its file claims.

    Attributes:
        seconds: Its length; ``None`` where the file does not tell.
        sound: Whether it has a track of sound that can be read.
        width, height: Of its picture; 0 where it has none.
    """

    seconds: float | None
    sound: bool
    width: int = 0
    height: int = 0


@cache
def program() -> str:
    """Return the path of ffmpeg.

    Raises:
        RuntimeError: There is none for this kind of machine.
    """
    import imageio_ffmpeg

    return str(imageio_ffmpeg.get_ffmpeg_exe())


def look(file: Path, kind: str) -> Found:
    """Return what a file claims to be.

    Args:
        file: The recording.
        kind: Key of ``SOUND_OR_VIDEO``, told from its bytes.

    Raises:
        NotTakenError: ``damaged``, ``nothing``, ``long`` or ``pixels``.
    """
    said = _listen([*_reading(file, kind)], PROBE_SECONDS)
    found = read_claims(said)
    if not found.sound and not found.width:
        raise NotTakenError("nothing" if "Input #0" in said else "damaged")
    if found.seconds is not None and found.seconds > LONGEST:
        raise NotTakenError("long")
    if max(found.width, found.height) > WIDEST:
        raise NotTakenError("pixels")
    return found


def taste(file: Path, kind: str, folder: Path) -> None:
    """Decode the first seconds, so that what nobody can play is refused at once.

    Raises:
        NotTakenError: ``damaged`` or ``heavy``.
    """
    out = folder / "taste.wav"
    tracks = ["-map", "0:V:0?", "-map", "0:a:0?", "-t", "2"]
    seen: list[float] = []
    _convert([*_reading(file, kind), *tracks, "-f", "null", str(out)], folder, 60, seen)
    if not seen or seen[-1] <= 0:
        raise NotTakenError("damaged")


def make(
    file: Path,
    kind: str,
    options: Sequence[str],
    out: Path,
    promised: float | None,
    told: Told | None = None,
) -> float:
    """Make a copy, and return its length in seconds.

    Args:
        file: The recording.
        kind: Key of ``SOUND_OR_VIDEO``.
        options: How it is encoded: tracks, codecs and container.
        out: Where it is written; its folder is the working folder.
        promised: Seconds that the file claims; ``None`` if it does not tell.
        told: Is told how far it is, about twice a second.

    Raises:
        NotTakenError: ``damaged`` (also: shorter than promised), ``long``, ``heavy``.
    """
    length = LONGEST if promised is None else promised
    seen: list[float] = []
    words = [
        *_reading(file, kind),
        *("-map_metadata", "-1", "-map_chapters", "-1", "-dn", "-sn"),
        *("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"),
        *("-threads", "1", "-filter_threads", "1", "-t", str(LONGEST + 1)),
        *options,
        *("-y", str(out)),
    ]
    _convert(words, out.parent, SLACK + int(PER_SECOND * length), seen, told)
    made = max(seen, default=0.0)
    if made > LONGEST:
        raise NotTakenError("long")
    if promised is not None and made < promised * 0.95 - SHORT_BY:
        raise NotTakenError("damaged")
    return made


def read_claims(said: str) -> Found:
    """Read what ffmpeg says of a file before it does anything.

    Lines of notes inside the file stand further in, so that they cannot pass for ours.
    """
    seconds, sound, width, height = None, False, 0, 0
    for line in said.splitlines():
        if found := re.match(r"  Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)", line):
            hours, minutes, rest = found.groups()
            seconds = (int(hours) * 60 + int(minutes)) * 60 + float(rest)
        elif re.match(r"  Stream #0:\d+\S*: Audio: (?!none)", line):
            sound = True
        elif not width and "(attached pic)" not in line:
            width, height = _dots(line)
    return Found(seconds, sound, width, height)


def _dots(line: str) -> tuple[int, int]:
    if not re.match(r"  Stream #0:\d+\S*: Video: (?!none)", line):
        return 0, 0
    found = re.search(r", (\d{1,6})x(\d{1,6})[ ,]", line + ",")
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _reading(file: Path, kind: str) -> Iterator[str]:
    reader = SOUND_OR_VIDEO[kind].reader
    yield from ("-nostdin", "-hide_banner", "-protocol_whitelist", "file,pipe")
    yield from ("-format_whitelist", reader, "-codec_whitelist", _DECODERS)
    yield from ("-max_pixels", str(WIDEST * WIDEST), "-max_streams", "20")
    yield from ("-threads", "1", "-f", reader, "-i", f"file:{file}")


def _bounded(words: Sequence[str], seconds: int) -> list[str]:
    limits = (str(seconds), str(MEMORY), str(LARGEST))
    step = [sys.executable, "-s", "-P", "-m", "sathana.media.bounded"]
    return [*step, *limits, program(), *words]


def _environment() -> dict[str, str]:
    ours = str(Path(sathana.__file__).parent.parent)
    return {"PYTHONPATH": ours, "PYTHONDONTWRITEBYTECODE": "1"}


def _listen(words: Sequence[str], seconds: int) -> str:
    """Return what ffmpeg says on its errors' pipe, where it tells about files."""
    with subprocess.Popen(  # noqa: S603 - our own program, no shell
        _bounded(words, seconds),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=_environment(),
        cwd="/",
    ) as process:
        assert process.stderr is not None  # noqa: S101 - a pipe, as asked for
        ending = threading.Timer(2 * seconds, process.kill)
        ending.start()
        try:
            said = process.stderr.read(_SAID)
        finally:
            ending.cancel()
            process.kill()
    return said.decode("utf-8", "replace")


def _convert(
    words: Sequence[str],
    folder: Path,
    seconds: int,
    seen: list[float],
    told: Told | None = None,
) -> None:
    """Let ffmpeg work, and write down how far it came."""
    more = ["-v", "error", "-nostats", "-progress", "pipe:1", "-stats_period", "0.5"]
    with subprocess.Popen(  # noqa: S603 - our own program, no shell
        _bounded([*more, *words], seconds),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd=folder,
    ) as process:
        assert process.stdout is not None  # noqa: S101 - a pipe, as asked for
        ending = threading.Timer(3 * seconds, process.kill)
        ending.start()
        try:
            for line in process.stdout:
                if (at := _time_of(line)) is not None:
                    seen.append(at)
                    if told:
                        told(at)
            process.wait()
        finally:
            ending.cancel()
            process.kill()
    if process.returncode:
        raise NotTakenError("heavy" if process.returncode < 0 else "damaged")


def _time_of(line: bytes) -> float | None:
    found = re.match(rb"out_time_us=(\d+)\s*$", line)
    return int(found[1]) / 1_000_000 if found else None

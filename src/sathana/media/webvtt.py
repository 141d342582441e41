"""Captions: WebVTT and SRT read strictly, written anew by us, never passed on.

Pure: no file, no clock. Times are milliseconds from the beginning of the recording.
What reaches a player is only what :func:`write` makes: cue times and lines of text with
``<v name>``, ``<i>`` and ``<b>``. Style, region and note blocks, cue settings, names of
cues and all other tags are left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sathana.media.refusals import NotTakenError

LARGEST = 2_000_000
"""Bytes of one file of captions: many times those of a three-hour talk."""
MOST_CUES = 20_000
LONGEST_CUE = 500
"""Letters of one cue: more does not fit a screen."""
LONGEST_MS = 3 * 60 * 60 * 1000
LETTERS_A_SECOND = 14
"""How fast a Thai text is read aloud, roughly; for timing scripts evenly."""
LEAST_MS = 1200

type Text = dict[str, str]

FAULTS: dict[str, Text] = {
    "large": {
        "th": "แฟ้มคำบรรยายใหญ่เกิน 2 เมกะไบต์ คำบรรยายเป็นข้อความสั้น ๆ ตรวจว่าเลือกแฟ้มถูก",
        "en": "These captions are larger than 2 MB. Captions are short text: check "
        "that you chose the right file.",
    },
    "letters": {
        "th": "อ่านตัวอักษรไม่ได้ ให้บันทึกคำบรรยายเป็นข้อความ UTF-8 ที่ไม่มีอักขระควบคุม",
        "en": "The letters cannot be read. Save the captions as UTF-8 text without "
        "control characters.",
    },
    "kind": {
        "th": "ไม่ใช่คำบรรยาย WebVTT หรือ SRT แฟ้ม WebVTT ขึ้นต้นด้วยคำว่า WEBVTT",
        "en": "This is no WebVTT and no SRT. A WebVTT file begins with the word "
        "WEBVTT.",
    },
    "time": {
        "th": "อ่านเวลาไม่ได้ เวลาเขียนแบบ 00:01:02.500 --> 00:01:05.000",
        "en": "This time cannot be read. Times are written 00:01:02.500 --> "
        "00:01:05.000.",
    },
    "backwards": {
        "th": "เวลาจบมาก่อนหรือตรงกับเวลาเริ่ม ให้แก้เวลาของข้อความนี้",
        "en": "This cue ends before it begins, or in the same moment. Correct its "
        "times.",
    },
    "order": {
        "th": "ข้อความนี้เริ่มก่อนข้อความที่อยู่ข้างหน้า ให้เรียงตามเวลา",
        "en": "This cue begins before the one above it. Put the cues in order of time.",
    },
    "late": {
        "th": "เวลาเกิน 3 ชั่วโมง ซึ่งยาวกว่าสื่อทุกชิ้นที่รับ",
        "en": "This time is past 3 hours, longer than any recording that is taken.",
    },
    "long": {
        "th": "ข้อความยาวเกิน 500 ตัวอักษร อ่านบนจอไม่ทัน ให้แบ่งเป็นหลายข้อความ",
        "en": "This cue has more than 500 letters, too many to read on a screen. "
        "Split it.",
    },
    "many": {
        "th": "มีเกิน 20,000 ข้อความ ให้แบ่งสื่อเป็นหลายตอน",
        "en": "There are more than 20,000 cues. Split the recording into parts.",
    },
    "none": {
        "th": "ไม่มีข้อความใดเลยในคำบรรยายนี้ ตรวจว่าบันทึกครบ",
        "en": "There is not one cue in these captions. Check that they were saved "
        "fully.",
    },
}


class CaptionsError(NotTakenError):
    """Captions that are not taken.

    Attributes:
        code: Key of ``FAULTS``.
        line: Number of the line, from 1; 0 where it is about the whole file.
        value: What stands there, shortened.
        text: Why, and what to do, in Thai and English, with line and value.
    """

    def __init__(self, code: str, line: int = 0, value: str = "") -> None:
        super().__init__(code)
        self.line = line
        self.value = value[:60]
        where = {
            "th": f"บรรทัด {line}: “{self.value}” " if line else "",
            "en": f"Line {line}: “{self.value}”. " if line else "",
        }
        self.text = {lang: where[lang] + FAULTS[code][lang] for lang in where}


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from one moment to another.

    Attributes:
        begin, end: Milliseconds; ``end`` is later.
        text: Its lines, as plain text without any tag.
        who: Who speaks; ``""`` if it is not told.
        marked: Its lines as written to a player; ``""``: the plain text, escaped.
    """

    begin: int
    end: int
    text: str
    who: str = ""
    marked: str = ""


_TIME = re.compile(r"(?:(\d{1,2}):)?([0-5]\d):([0-5]\d)[.,](\d{3})", re.ASCII)
_ARROW = "-->"
_DROPPED = re.compile(r"(STYLE|REGION|NOTE)(\s|$)")
_TAG = re.compile(r"<(/?)([a-zA-Z0-9:_-]*)([^<>]*)>")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe]")


def read(data: bytes) -> list[Cue]:
    """Return the cues of a file of WebVTT or SRT.

    Raises:
        CaptionsError: It is not taken; the error says where and why.
    """
    if len(data) > LARGEST:
        raise CaptionsError("large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CaptionsError("letters") from None
    if _BAD.search(text):
        raise CaptionsError("letters")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _check_kind(lines)
    cues = list(_cues(lines))
    if not cues:
        raise CaptionsError("none")
    return cues


def write(cues: Sequence[Cue]) -> str:
    """Return WebVTT, as it is handed out."""
    blocks = (
        f"{_written(cue.begin)} {_ARROW} {_written(cue.end)}\n{_body(cue)}\n"
        for cue in cues
    )
    return "WEBVTT\n\n" + "\n".join(blocks)


def transcript(cues: Sequence[Cue]) -> str:
    """Return what is said, as plain text: a new paragraph where somebody else speaks.

    The speaker stands before a colon where captions tell it.
    """
    paragraphs: list[str] = []
    speaker: str | None = None
    for cue in cues:
        said = " ".join(cue.text.split())
        if speaker is None or cue.who != speaker:
            paragraphs.append(f"{cue.who}: {said}" if cue.who else said)
        else:
            paragraphs[-1] += f" {said}"
        speaker = cue.who
    return "\n\n".join(paragraphs)


def from_script(
    lines: Sequence[tuple[str, str]], length: int | None = None
) -> list[Cue]:
    """Return cues for a script that is read aloud, timed evenly by its letters.

    Args:
        lines: Who speaks (``""``: not told) and what is said, in order.
        length: Milliseconds of the recording; ``None`` while there is none: then the
            speed of reading aloud is supposed, and the times are only an estimate.
    """
    pieces = [(who, part) for who, said in lines for part in _pieces(said)]
    weights = [max(len(part), 1) for _, part in pieces]
    if length is None:
        spans = [max(n * 1000 // LETTERS_A_SECOND, LEAST_MS) for n in weights]
    else:
        total = sum(weights) or 1
        spans = [length * n // total for n in weights]
    cues, at = [], 0
    for (who, part), span in zip(pieces, spans, strict=True):
        cues.append(Cue(at, at + max(span, 1), part, " ".join(who.split())))
        at += max(span, 1)
    return cues


def _check_kind(lines: list[str]) -> None:
    first = lines[0] if lines else ""
    if re.match(r"WEBVTT([ \t]|$)", first):
        return
    full = [line.strip() for line in lines if line.strip()]
    if not (len(full) > 1 and full[0].isdecimal() and _ARROW in full[1]):
        raise CaptionsError("kind")


def _cues(lines: list[str]) -> Iterator[Cue]:
    before, count = 0, 0
    for number, block in _blocks(lines):
        found = _cue(number, block)
        if found is None:
            continue
        count += 1
        if count > MOST_CUES:
            raise CaptionsError("many")
        if found.begin < before:
            raise CaptionsError("order", number, block[0])
        before = found.begin
        if found.text:
            yield found


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between blank lines, with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield number - len(block), block
            block = []


def _cue(number: int, block: list[str]) -> Cue | None:
    """Read one block; ``None`` for the head and for blocks that are dropped."""
    if number == 1 and block[0].startswith("WEBVTT"):
        return None
    if _DROPPED.match(block[0]) and _ARROW not in block[0]:
        return None
    at = 0 if _ARROW in block[0] else 1
    if len(block) <= at or _ARROW not in block[at]:
        raise CaptionsError("time", number, block[0])
    begin, end = _times(number + at, block[at])
    return _texts(number + at, begin, end, block[at + 1 :])


def _times(number: int, line: str) -> tuple[int, int]:
    left, _, right = line.partition(_ARROW)
    ends = right.split()  # settings of the cue follow its end; they are dropped
    begin, end = _time(left.strip()), _time(ends[0] if ends else "")
    if begin is None or end is None:
        raise CaptionsError("time", number, line)
    if end <= begin:
        raise CaptionsError("backwards", number, line)
    if end > LONGEST_MS:
        raise CaptionsError("late", number, line)
    return begin, end


def _time(text: str) -> int | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds, thousandths = (int(part or 0) for part in found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _texts(number: int, begin: int, end: int, lines: list[str]) -> Cue:
    source = "\n".join(lines)
    if len(source) > 4 * LONGEST_CUE:
        raise CaptionsError("long", number, source)
    who, marked, plain = _tidied(source)
    if len(plain) > LONGEST_CUE:
        raise CaptionsError("long", number, plain)
    return Cue(begin, end, plain, who, marked)


def _tidied(source: str) -> tuple[str, str, str]:
    """Return the speaker, the text with the tags that stay, and the plain text."""
    who, marked, plain, at = "", "", "", 0
    opened: list[str] = []
    for tag in _TAG.finditer(source):
        words = _words(source[at : tag.start()])
        at = tag.end()
        plain, marked = plain + words, marked + _escaped(words)
        closing, name = bool(tag[1]), tag[2].lower()
        if name == "v" and not closing:
            who = who or " ".join(_words(tag[3].partition(" ")[2]).split())[:60]
        elif name in ("i", "b"):
            marked += _turned(name, closing, opened)
    words = _words(source[at:])
    plain, marked = plain + words, marked + _escaped(words)
    marked += "".join(f"</{name}>" for name in reversed(opened))
    return who, marked.strip(), plain.strip()


def _turned(name: str, closing: bool, opened: list[str]) -> str:
    """Return a tag that keeps the nesting right, or nothing."""
    if not closing and name not in opened:
        opened.append(name)
        return f"<{name}>"
    if closing and opened and opened[-1] == name:
        opened.pop()
        return f"</{name}>"
    return ""


def _words(source: str) -> str:
    return _BAD.sub("", html.unescape(source)).replace("-->", "→")


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _body(cue: Cue) -> str:
    body = cue.marked or _escaped(" ".join(cue.text.split()))
    who = _escaped(" ".join(cue.who.split()))
    return f"<v {who}>{body}" if who else body


def _written(at: int) -> str:
    seconds, thousandths = divmod(at, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"


def _pieces(said: str) -> Iterator[str]:
    """Cut what is said at its spaces into pieces that fit a screen (80 letters)."""
    piece = ""
    for word in said.split():
        if piece and len(piece) + 1 + len(word) > 80:
            yield piece
            piece = ""
        piece = f"{piece} {word}".strip()
        while len(piece) > LONGEST_CUE:
            yield piece[:LONGEST_CUE]
            piece = piece[LONGEST_CUE:]
    if piece:
        yield piece

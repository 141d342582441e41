"""Why the media centre does not take a file, and what to do: said to the person."""

from __future__ import annotations

from sathana.files.refusals import REFUSALS as OF_PAPERS

LARGEST = 500_000_000
"""Bytes of one sound or video: an hour of a phone's video in 480p, or three hours of
sound that was not packed at all."""
LARGEST_PICTURE = 20_000_000
LONGEST = 3 * 60 * 60
"""Seconds of one recording."""
WIDEST = 4096
"""Dots of the longer side of a video."""

type Text = dict[str, str]

REFUSALS: dict[str, Text] = {
    "empty": OF_PAPERS["empty"],
    "office": OF_PAPERS["office"],
    "heic": OF_PAPERS["heic"],
    "picture": OF_PAPERS["picture"],
    "archive": OF_PAPERS["archive"],
    "busy": OF_PAPERS["busy"],
    "large": {
        "th": "แฟ้มนี้ใหญ่เกินไป: รับเสียงและวิดีโอไม่เกิน 500 เมกะไบต์ ภาพไม่เกิน 20 เมกะไบต์ "
        "ให้บันทึกใหม่ด้วยความละเอียดต่ำลง หรือแบ่งเป็นหลายตอน",
        "en": "This file is too large: sound and video are taken up to 500 MB, "
        "pictures up to 20 MB. Save it again with less detail, or split it into parts.",
    },
    "list": {
        "th": "เป็นรายการเล่น (M3U, HLS, ffconcat) ซึ่งชี้ไปที่แฟ้มหรือเว็บไซต์อื่น "
        "ไม่ใช่เสียงหรือวิดีโอ ให้ส่งแฟ้มเสียงหรือวิดีโอนั้นเอง",
        "en": "This is a playlist (M3U, HLS, ffconcat): it points to other files or "
        "sites and is no recording. Send the recording itself.",
    },
    "page": {
        "th": "เป็นหน้าเว็บหรือภาพลายเส้น (HTML, SVG, XML) ซึ่งมีโปรแกรมซ่อนอยู่ได้ "
        "ให้บันทึกภาพเป็น JPEG หรือ PNG",
        "en": "This is a web page or a line drawing (HTML, SVG, XML), which can hide a "
        "program. Save the picture as JPEG or PNG.",
    },
    "pdf": {
        "th": "เป็น PDF ซึ่งศูนย์สื่อไม่รับเป็นเสียง วิดีโอ หรือภาพ "
        "ให้บันทึกหน้าที่ต้องการเป็นภาพ JPEG หรือ PNG",
        "en": "This is a PDF, which is no sound, video or picture. Save the page you "
        "want as JPEG or PNG.",
    },
    "program": {
        "th": "เป็นโปรแกรม ไม่ใช่สื่อ เราไม่รับ ตรวจว่าเลือกแฟ้มถูกหรือไม่",
        "en": "This is a program, not a recording. It is not taken. Check that you "
        "chose the right file.",
    },
    "sound": {
        "th": "เป็นเสียงหรือวิดีโอชนิดที่เราไม่รับ ให้บันทึกเป็น MP3, M4A, WAV, FLAC, Opus "
        "(เสียง) หรือ MP4, WebM, MOV (วิดีโอ)",
        "en": "This kind of sound or video is not taken. Save it as MP3, M4A, WAV, "
        "FLAC or Opus (sound), or as MP4, WebM or MOV (video).",
    },
    "unknown": {
        "th": "ไม่ใช่เสียง วิดีโอ ภาพ หรือคำบรรยายชนิดที่เรารับ (MP3, M4A, WAV, FLAC, Opus, "
        "MP4, WebM, MOV, JPEG, PNG, WebP, WebVTT, SRT)",
        "en": "This is no sound, video, picture or captions of a kind that is taken "
        "(MP3, M4A, WAV, FLAC, Opus, MP4, WebM, MOV, JPEG, PNG, WebP, WebVTT, SRT).",
    },
    "captions": {
        "th": "เป็นคำบรรยาย ไม่ใช่เสียงหรือวิดีโอ ให้เปิดสื่อที่คำบรรยายนี้เป็นของ แล้วแนบที่ช่องคำบรรยาย",
        "en": "These are captions, not a recording. Open the recording they belong to "
        "and add them there as captions.",
    },
    "damaged": {
        "th": "แฟ้มนี้เสียหรือขาดหาย จึงเล่นไม่ได้ครบ ให้คัดลอกใหม่จากต้นทาง หรือบันทึกออกมาใหม่",
        "en": "This file is damaged or cut short, so that not all of it plays. Copy it "
        "again from where it came, or export it again.",
    },
    "long": {
        "th": "ยาวเกิน 3 ชั่วโมง ให้แบ่งเป็นหลายตอน คนฟังบนโทรศัพท์ก็สะดวกกว่า",
        "en": "This is longer than 3 hours. Split it into parts; they are easier to "
        "listen to on a phone, too.",
    },
    "pixels": {
        "th": "ภาพนี้มีจุดมากเกินไป (ภาพนิ่งเกิน 40 ล้านจุด หรือวิดีโอกว้างเกิน 4,096 จุด) "
        "ให้บันทึกใหม่ในขนาดที่เล็กลง",
        "en": "There are too many dots (a picture of more than 40 million, or a video "
        "wider than 4,096). Save it again in a smaller size.",
    },
    "heavy": {
        "th": "แฟ้มนี้ซับซ้อนหรือใหญ่เกินไปเมื่อเปิดออก จึงทำชุดขนาดเล็กไม่ได้ "
        "ให้บันทึกออกมาใหม่เป็น MP4 หรือ MP3 ธรรมดา",
        "en": "Opened, this file is too large or too complicated to make small copies "
        "of. Export it again as a plain MP4 or MP3.",
    },
    "nothing": {
        "th": "ในแฟ้มนี้ไม่มีเสียงหรือภาพที่เล่นได้ ให้ตรวจว่าเลือกแฟ้มถูก แล้วบันทึกออกมาใหม่",
        "en": "Nothing in this file can be played. Check that you chose the right "
        "one, and export it again.",
    },
}
"""Texts by code."""


class NotTakenError(Exception):
    """A file that is not taken, or a copy that could not be made.

    Attributes:
        code: Key of ``REFUSALS``.
        text: Why, and what to do, in Thai and English.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.text = REFUSALS.get(code, REFUSALS["damaged"])

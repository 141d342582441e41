"""Why a file is not taken, and what to do instead: said to the person, not logged."""

from __future__ import annotations

LARGEST = 20_000_000
"""Bytes of one file."""
MOST_PIXELS = 40_000_000
"""Pixels of one picture."""
MOST_PAGES = 300
"""Pages of one PDF file."""

type Text = dict[str, str]

REFUSALS: dict[str, Text] = {
    "empty": {
        "th": "แฟ้มนี้ว่างเปล่า (0 ไบต์) อาจคัดลอกมาไม่ครบ เลือกแฟ้มใหม่หรือถ่ายภาพอีกครั้ง",
        "en": "This file is empty (0 bytes): it may not have been copied fully. "
        "Choose it again, or take the photo again.",
    },
    "large": {
        "th": "แฟ้มนี้ใหญ่กว่า 20 เมกะไบต์ ให้สแกนใหม่ด้วยความละเอียดต่ำลง "
        "(300 จุดต่อนิ้วก็อ่านได้ชัด) หรือแบ่งเป็นหลายแฟ้ม",
        "en": "This file is larger than 20 MB. Scan it with less detail (300 dots per "
        "inch are enough to read a paper), or split it into several files.",
    },
    "heic": {
        "th": "เป็นภาพ HEIC ของไอโฟน ซึ่งเครื่องอื่นเปิดไม่ได้ ให้บันทึกเป็น JPEG ก่อน: "
        "ในไอโฟน ตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด แล้วถ่ายใหม่ "
        "หรือส่งภาพออกเป็น JPEG",
        "en": "This is an HEIC picture of an iPhone, which other devices cannot open. "
        "Save it as JPEG: Settings > Camera > Formats > Most Compatible and take it "
        "again, or export it as JPEG.",
    },
    "picture": {
        "th": "เป็นภาพชนิดที่เราไม่รับ (เช่น GIF, TIFF, BMP, AVIF) "
        "ให้เปิดภาพแล้วบันทึกเป็น JPEG หรือ PNG",
        "en": "This kind of picture is not taken (GIF, TIFF, BMP, AVIF and such). "
        "Open it and save it as JPEG or PNG.",
    },
    "office": {
        "th": "เป็นเอกสาร Word, Excel หรือโปรแกรมสำนักงานอื่น ให้เปิดแล้วพิมพ์หรือบันทึกเป็น PDF",
        "en": "This is a document of Word, Excel or another office program. Open it "
        "and print or save it as PDF.",
    },
    "archive": {
        "th": "เป็นแฟ้มบีบอัด (ZIP และอื่น ๆ) ซึ่งเราไม่เปิด ให้แตกแฟ้มออกแล้วแนบทีละแฟ้ม",
        "en": "This is an archive (ZIP and such), which is not opened here. Unpack it "
        "and attach the files one by one.",
    },
    "page": {
        "th": "เป็นหน้าเว็บหรือภาพลายเส้น (HTML, SVG, XML) ซึ่งมีโปรแกรมซ่อนอยู่ได้ "
        "ให้พิมพ์เป็น PDF หรือถ่ายภาพหน้าจอ",
        "en": "This is a web page or a line drawing (HTML, SVG, XML), which can hide "
        "a program. Print it as PDF, or take a picture of the screen.",
    },
    "sound": {
        "th": "เป็นเสียงหรือวิดีโอ ซึ่งยังเก็บที่นี่ไม่ได้ ให้จดคำพูดเป็นข้อความในช่องบันทึก "
        "และเก็บต้นฉบับไว้ที่ปลอดภัย",
        "en": "This is sound or video, which cannot be kept here yet. Write down what "
        "is said in the notes, and keep the recording in a safe place.",
    },
    "program": {
        "th": "เป็นโปรแกรม ไม่ใช่เอกสาร เราไม่รับ ตรวจว่าเลือกแฟ้มถูกหรือไม่",
        "en": "This is a program, not a paper. It is not taken. Check that you chose "
        "the right file.",
    },
    "unknown": {
        "th": "ไม่ใช่ JPEG, PNG, WebP หรือ PDF ซึ่งเป็นสี่ชนิดที่เรารับ "
        "ให้ถ่ายภาพเอกสาร หรือพิมพ์เป็น PDF",
        "en": "This is no JPEG, PNG, WebP or PDF, the four kinds that are taken. Take "
        "a photo of the paper, or print it as PDF.",
    },
    "damaged": {
        "th": "แฟ้มนี้เสียหรือขาดหาย จึงอ่านไม่ได้ครบ ให้คัดลอกใหม่จากต้นทาง ถ่ายใหม่ หรือสแกนใหม่",
        "en": "This file is damaged or cut short, so that not all of it can be read. "
        "Copy it again from where it came, or take or scan it again.",
    },
    "pixels": {
        "th": "ภาพนี้มีเกิน 40 ล้านจุด (40 เมกะพิกเซล) ให้ตั้งกล้องเป็นความละเอียดปกติแล้วถ่ายใหม่ "
        "หรือย่อภาพลง",
        "en": "This picture has more than 40 million dots (40 megapixels). Set the "
        "camera to its normal size and take it again, or make the picture smaller.",
    },
    "pages": {
        "th": "PDF นี้มีเกิน 300 หน้า ให้แบ่งเป็นหลายแฟ้ม หรือแนบเฉพาะหน้าที่เกี่ยวข้อง",
        "en": "This PDF has more than 300 pages. Split it into several files, or "
        "attach only the pages that matter.",
    },
    "locked": {
        "th": "PDF นี้ถูกล็อกไว้ (ใส่รหัสผ่าน หรือห้ามคัดลอก) จึงทำสำเนาที่ปลอดภัยไม่ได้ "
        "ให้เปิดแล้วพิมพ์เป็น PDF ใหม่ที่ไม่ล็อก",
        "en": "This PDF is locked (by a password, or against copying), so that no safe "
        "copy can be made. Open it and print it as a new PDF that is not locked.",
    },
    "heavy": {
        "th": "แฟ้มนี้ซับซ้อนหรือใหญ่เกินไปเมื่อเปิดออก จึงทำสำเนาที่ปลอดภัยไม่ได้ "
        "ให้พิมพ์เป็น PDF ใหม่ หรือถ่ายภาพเอกสารแทน",
        "en": "Opened, this file is too large or too complicated to make a safe copy "
        "of. Print it as a new PDF, or take a photo of the paper instead.",
    },
    "busy": {
        "th": "ขณะนี้มีแฟ้มอื่นกำลังตรวจอยู่ รอหนึ่งนาทีแล้วส่งอีกครั้ง",
        "en": "Other files are being checked now. Wait a minute and send it again.",
    },
}
"""Texts by code. A code the worker may give: damaged, pixels, pages, locked, heavy."""
FROM_WORKER = frozenset(("damaged", "pixels", "pages", "locked", "heavy"))


class RefusedError(Exception):
    """A file that is not taken.

    Attributes:
        code: Key of ``REFUSALS``.
        text: Why, and what to do, in Thai and English.
        kib: Memory the worker took at most, in KiB; 0 if it did not say.
    """

    def __init__(self, code: str, kib: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.kib = kib
        self.text = REFUSALS[code]

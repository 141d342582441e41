"""From bytes to text: size, encoding and characters of a case file."""

from __future__ import annotations

from sathana.facts.casefile_faults import RefusedError
from sathana.facts.casefile_nodes import forbidden_character

MAX_BYTES = 1_000_000
"""Largest case file that is read."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def to_text(data: bytes | str) -> str:
    """Return the text of a case file.

    Raises:
        RefusedError: If it is too large, not UTF-8 without a byte order mark, or
            holds control characters.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(len(data))
    text = data if isinstance(data, str) else _decode(data)
    if isinstance(data, str) and len(text) * 4 > MAX_BYTES:
        size = len(text.encode("utf-8", "surrogatepass"))
        if size > MAX_BYTES:
            raise _too_large(size)
    if text.startswith("\ufeff"):
        raise _byte_order_mark()
    bad = forbidden_character(text)
    if bad is not None:
        raise _control_character(text, bad.start())
    return text


def _decode(data: bytes) -> str:
    if data.startswith(_BOMS):
        raise _byte_order_mark()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(
            data.count(b"\n", 0, error.start) + 1,
            "file.not_utf8",
            th=f"ไบต์ 0x{data[error.start]:02X} ไม่ใช่ UTF-8 "
            "ให้บันทึกไฟล์ใหม่โดยเลือกรหัสอักขระ UTF-8 (ไฟล์เก่าอาจเป็น TIS-620)",
            en=f"the byte 0x{data[error.start]:02X} is not UTF-8: save the file again "
            "with the encoding UTF-8 (old Thai files are often TIS-620)",
        ) from None


def _too_large(size: int) -> RefusedError:
    return RefusedError(
        1,
        "file.too_large",
        th=f"ไฟล์มีขนาด {size:,} ไบต์ รับได้ไม่เกิน {MAX_BYTES:,} ไบต์ ให้แบ่งเป็นหลายครอบครัว",
        en=f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read: split it "
        "into several families",
    )


def _byte_order_mark() -> RefusedError:
    return RefusedError(
        1,
        "file.byte_order_mark",
        th="ไฟล์ขึ้นต้นด้วยเครื่องหมายลำดับไบต์ (BOM) ให้บันทึกใหม่เป็น UTF-8 แบบไม่มี BOM",
        en="the file begins with a byte order mark: save it again as UTF-8 without one",
    )


def _control_character(text: str, at: int) -> RefusedError:
    code = f"U+{ord(text[at]):04X}"
    return RefusedError(
        text.count("\n", 0, at) + 1,
        "file.control_character",
        th=f"ไฟล์มีอักขระควบคุม {code} ซึ่งใช้ไม่ได้ ให้ลบออก หรือตรวจว่าเลือกไฟล์ถูกต้อง",
        en=f"the file holds the control character {code}: delete it, or check that "
        "this is the right file",
    )

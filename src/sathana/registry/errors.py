"""What the registry refuses, with words for the person in front of the page.

No personal value is ever part of an error's own message: what is logged is a code.
Values that somebody typed travel in attributes, for the page that shows them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

type Text = dict[str, str]
"""The same in Thai and English."""


class RegistryError(Exception):
    """Something that the registry refuses; ``text`` says so to the person."""

    text: Text = {  # noqa: RUF012 - never changed
        "th": "ทำรายการนี้ไม่ได้",
        "en": "This cannot be done.",
    }


class NotVisibleError(RegistryError):
    """It does not exist, or not for this reader: nobody is told which of the two."""

    text: Text = {  # noqa: RUF012 - never changed
        "th": "ไม่พบหน้านี้",
        "en": "There is no such page.",
    }


class NotAllowedError(RegistryError):
    """The reader sees it, but may not do this with it.

    Attributes:
        why: The code of the decision; for the audit chain, not for the page.
    """

    text: Text = {  # noqa: RUF012 - never changed
        "th": "บทบาทของคุณในครอบครัวนี้ทำรายการนี้ไม่ได้ หากจำเป็นให้ขอหัวหน้าทีม",
        "en": "Your role with this family does not include this. If it is needed, ask "
        "your supervisor.",
    }

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


class StepUpError(NotAllowedError):
    """It needs the second factor once more, shown within the last five minutes."""

    text: Text = {  # noqa: RUF012 - never changed
        "th": "รายการนี้ต้องยืนยันตัวด้วยปัจจัยที่สองอีกครั้ง",
        "en": "This needs your second factor once more.",
    }

    def __init__(self) -> None:
        super().__init__("step_up")


class ConsentMissingError(RegistryError):
    """No consent that holds covers this purpose.

    Attributes:
        purpose: Code of the purpose: ``record``, ``assess`` ...
    """

    def __init__(self, purpose: str) -> None:
        super().__init__(purpose)
        self.purpose = purpose
        self.text = {
            "th": "ยังไม่มีความยินยอมที่มีผลสำหรับเรื่องนี้ จึงบันทึกไม่ได้ "
            "ให้อธิบายและขอความยินยอมก่อน แล้วบันทึกไว้ที่หน้าความยินยอม",
            "en": "No consent that holds covers this, so it cannot be recorded. "
            "Explain and ask first, and record the consent on the consent page.",
        }


class ConflictError(RegistryError):
    """Somebody else saved another version meanwhile: both are shown, none is lost.

    Attributes:
        mine: What this form wanted to write.
        theirs: What stands there now, by the same names.
        version: The version that stands there now.
        row: The row that stands there now.
    """

    text: Text = {  # noqa: RUF012 - never changed
        "th": "มีคนอื่นบันทึกไปก่อนแล้ว ด้านล่างคือค่าทั้งสองฝ่าย เลือกแล้วบันทึกอีกครั้ง",
        "en": "Somebody else saved this meanwhile. Both values are shown below: "
        "choose, and save again.",
    }

    def __init__(
        self, mine: Mapping[str, Any], theirs: Mapping[str, Any], version: int, row: Any
    ) -> None:
        super().__init__("conflict")
        self.mine = dict(mine)
        self.theirs = dict(theirs)
        self.version = version
        self.row = row


class UnusableValueError(RegistryError):
    """A value that cannot be recorded as it was typed.

    Attributes:
        field: Which field of the form or path of the fact.
        text: What is wrong with it, and what to do.
    """

    def __init__(self, field: str, th: str, en: str) -> None:
        super().__init__(field)
        self.field = field
        self.text = {"th": th, "en": en}

"""A fault of the law data: which record, what is wrong, what would be right."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.law.model import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of the law data that must not be shipped.

    Attributes:
        code: Short name of the kind of fault, for tests and filters.
        subject: Id of the record.
        message: What is wrong and what would be right.
    """

    code: str
    subject: str
    message: Text

    def __str__(self) -> str:
        """Return the fault as one English line."""
        return f"{self.subject}: {self.message['en']} [{self.code}]"


def fault(code: str, subject: str, th: str, en: str) -> Fault:
    """Return a fault with its message in both languages."""
    return Fault(code, subject, {"th": th, "en": en})


def unknown(subject: str, kind: str, key: str) -> Fault:
    """Return the fault of naming something that the pack does not hold."""
    return fault(
        f"unknown-{kind}",
        subject,
        f"อ้างถึง {kind} '{key}' ซึ่งไม่มีอยู่ในข้อมูลกฎหมาย",
        f"names the {kind} '{key}', which does not exist in this pack",
    )

"""Whether there is an installation on this machine, told without loading Django."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

type Text = Mapping[str, str]

HOW = {
    "th": "ผู้ดูแลเครื่อง: สร้างระบบจริงด้วย sathana init หรือทดลองกับหมู่บ้านสมมติด้วย "
    "sathana demo start แล้วเปิดเว็บใหม่",
    "en": "Whoever runs this machine: make a real installation with 'sathana init', or "
    "try a fictional village with 'sathana demo start', then start the site again.",
}
"""How to set up, without a path of this machine in it."""


def file_of(database: Mapping[str, Any]) -> Path | None:
    """Return the file of an embedded database; ``None`` for any other.

    Args:
        database: One of Django's ``DATABASES``.
    """
    name = str(database["NAME"])
    if not str(database["ENGINE"]).endswith("sqlite"):
        return None
    return None if name.startswith(("file:", ":memory:")) else Path(name)


def missing(database: Mapping[str, Any], keys: Path) -> Text | None:
    """Return what is missing for work with stored people, and how to get it.

    Args:
        database: One of Django's ``DATABASES``.
        keys: Where the key file should be.
    """
    file = file_of(database)
    if file is not None and not file.is_file():
        return {
            "th": f"เครื่องนี้ยังไม่มีฐานข้อมูล ({file}) {HOW['th']}",
            "en": f"There is no database on this machine yet ({file}). {HOW['en']}",
        }
    if not keys.is_file():
        return {
            "th": f"ไม่พบไฟล์กุญแจ {keys} จึงเปิดข้อมูลที่เก็บไว้ไม่ได้ นำไฟล์กลับมาไว้ที่เดิม "
            "ระบุที่อยู่ใน SATHANA_KEYS หรือกู้จากกระดาษกู้คืน (docs/protection.md) "
            f"ถ้ายังไม่เคยติดตั้ง {HOW['th']}",
            "en": f"The key file {keys} is not there, so nothing that is stored can be "
            "opened. Put it back, name it in SATHANA_KEYS, or recover it from the "
            "recovery papers (docs/protection.md). If nothing was ever installed: "
            f"{HOW['en']}",
        }
    return None

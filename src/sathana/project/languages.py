"""Further languages of the public site, by the environment.

Thai and English are always there. ``SATHANA_LANGUAGES=shn,lhu`` adds Shan and Lahu:
the site gets a first page and addresses below ``/shn/`` and ``/lhu/``, and editors
translate pages into them. The frame of a page (menus, buttons) stays Thai there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

KNOWN = Path(__file__).parent / "locale"
"""An empty translation for each language that Django itself does not know."""
NAMES = {
    "ahk": "Akha",
    "hmn": "Hmoob",
    "ium": "Mienh",
    "khb": "ไทลื้อ",
    "kjp": "Pwo Karen",
    "ksw": "S'gaw Karen",
    "lhu": "Lahu",
    "lis": "Lisu",
    "my": "မြန်မာ",
    "nod": "คำเมือง",
    "shn": "Shan",
}


def more(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the further languages that the environment asks for, with their names.

    Raises:
        SystemExit: A code is not known; the message names those that are.
    """
    told = environment.get("SATHANA_LANGUAGES", "").split(",")
    codes = [code.strip() for code in told if code.strip()]
    for code in codes:
        if code not in NAMES:
            raise SystemExit(
                f"SATHANA_LANGUAGES: ไม่รู้จักภาษา “{code}” ที่ใช้ได้คือ {', '.join(NAMES)}\n"
                f"SATHANA_LANGUAGES: no language “{code}”; known are {', '.join(NAMES)}"
            )
    return [(code, NAMES[code]) for code in dict.fromkeys(codes)]

"""Words of appointments: how it stands with the permit to travel."""

from __future__ import annotations

from collections.abc import Mapping

from sathana.web.languages import Text

PERMITS: Mapping[str, Text] = {
    "unknown": {"th": "ยังไม่รู้ว่าต้องใช้หรือไม่", "en": "Not known whether one is needed"},
    "not_needed": {"th": "ไม่ต้องใช้", "en": "Not needed"},
    "needed": {"th": "ต้องใช้ ยังไม่มี", "en": "Needed, not held yet"},
    "asked": {"th": "ขอไปแล้ว ยังไม่ได้", "en": "Asked for, not held yet"},
    "held": {"th": "มีแล้ว", "en": "Held"},
}
"""The permit to leave the area, for those whose card ties them to one."""
LACKING = frozenset(("unknown", "needed", "asked"))
"""Where somebody must still look before the family sets out."""

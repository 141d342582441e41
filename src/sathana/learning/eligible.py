"""What badges say about a role that somebody is to be given."""

from __future__ import annotations

from sathana.accounts.eligibility import NOTHING_SAID, Said
from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.learning import badges, standing


def of(account: Account, role: Role) -> Said:
    """Return whether badges make an account eligible for a role, and why."""
    kind = badges.first_for(role)
    if kind is None:
        return None, NOTHING_SAID
    title = badges.TITLES[kind]
    found = standing.of(account).held
    held = [one for one in found if role in badges.roles([one.badge.kind])]
    if any(not one.due and not one.unknown for one in held):
        return True, {
            "th": f"มีเข็ม {title['th']} และกฎหมายที่เรียนยังไม่เปลี่ยน",
            "en": f"Holds what the badge {title['en']} takes, by the law of today.",
        }
    if any(one.unknown for one in held):
        return False, {
            "th": f"ยังไม่รู้ว่าเข็ม {title['th']} ยังนับอยู่ไหม เพราะผลการฝึกเดิมไม่ได้เก็บไว้ว่า"
            "ตรวจตามกฎหมายใด ให้ฝึกกับครอบครัวสมมติอีกครั้ง",
            "en": f"Whether the badge {title['en']} still counts is not known: of "
            "older practice nobody kept by which law it was marked. Practise again.",
        }
    if held:
        return False, {
            "th": f"เข็ม {title['th']} ต้องทบทวนก่อน เพราะกฎหมายที่เรียนเปลี่ยนไปแล้ว "
            "ให้ทำบทหรือครอบครัวสมมติที่ถึงกำหนดทบทวนอีกครั้ง",
            "en": f"A refresher of the badge {title['en']} is due, since the law that "
            "was learnt changed. Take the lessons and the practice that are due again.",
        }
    return False, {
        "th": f"ยังไม่มีเข็ม {title['th']} ซึ่งหน้าที่นี้ต้องมี ดูสิ่งที่ยังขาดได้ที่หน้า การเรียนของฉัน",
        "en": f"The badge {title['en']}, which leads to this role, is not held yet. "
        "What it still takes stands on the page My learning.",
    }

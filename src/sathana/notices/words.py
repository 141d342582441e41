"""What a notice says, by its kind: never a name, never a value."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice.

    Attributes:
        text: What happened, and what to do.
        page: Name of the address that leads to it; ``""`` if it leads nowhere.
        with_id: Whether that address takes the id of what the notice is about.
    """

    text: Text
    page: str = ""
    with_id: bool = False


KINDS: dict[str, Kind] = {
    "media_stale": Kind(
        {
            "th": "มีสื่อหรือหน้าเว็บที่สอนกฎหมายซึ่งเปลี่ยนไป หรือถึงวันที่ต้องตรวจใหม่ โปรดแก้",
            "en": "Some public pages teach law that has changed, or that is due to be "
            "read again. Please mend them.",
        },
        "editorial:stale",
    ),
    "glass_broken": Kind(
        {
            "th": "มีผู้เปิดครอบครัวกรณีฉุกเฉิน โปรดตรวจเหตุผลภายใน 72 ชั่วโมง",
            "en": "Somebody opened a family in an emergency. Please review the reason "
            "within 72 hours.",
        },
        "glass-review",
    ),
    "glass_reviewed": Kind(
        {
            "th": "การเปิดกรณีฉุกเฉินของคุณได้รับการตรวจแล้ว",
            "en": "Your emergency opening was reviewed.",
        },
        "glass",
    ),
    "assigned": Kind(
        {
            "th": "มีครอบครัวที่มอบหมายให้คุณดูแล",
            "en": "A family was assigned to you.",
        },
        "family",
        True,
    ),
    "law_changed": Kind(
        {
            "th": "กฎหมายเปลี่ยน และคำตอบของบางคนที่คุณดูแลเปลี่ยนตาม โปรดดูรายการ",
            "en": "The law changed, and so did answers about people you work for. "
            "Please look at the list.",
        },
        "case-law-changes",
    ),
    "shared": Kind(
        {
            "th": "มีครอบครัวที่องค์กรอื่นแบ่งปันให้คุณอ่าน",
            "en": "Another organisation shared a family with you to read.",
        },
        "family",
        True,
    ),
    "named": Kind(
        {
            "th": "คุณได้รับมอบให้ดูแลครอบครัวที่ปิดผนึก",
            "en": "You were named for a sealed family.",
        },
        "family",
        True,
    ),
    "papers_waiting": Kind(
        {
            "th": "มีชุดเอกสารรอให้คุณตรวจ",
            "en": "A pack of papers waits for you to check it.",
        },
        "pathway-pack",
        True,
    ),
    "papers_checked": Kind(
        {
            "th": "ชุดเอกสารที่คุณทำมีคนตรวจแล้ว",
            "en": "A pack of papers that you made was checked.",
        },
        "pathway-pack",
        True,
    ),
    "handover_offered": Kind(
        {
            "th": "มีเพื่อนร่วมงานเสนอกรณีให้คุณดูแลต่อ",
            "en": "A colleague offers you a case to take over.",
        },
        "case-offers",
    ),
    "handover_waits": Kind(
        {
            "th": "มีคนรับกรณีต่อแล้ว รอคุณมอบหมาย",
            "en": "A colleague accepted a case and waits for you to assign it.",
        },
        "case-handover",
        True,
    ),
    "handover_answered": Kind(
        {
            "th": "มีคำตอบเรื่องกรณีที่คุณเสนอส่งมอบ",
            "en": "A case that you offered to hand over has its answer.",
        },
        "case-handover",
        True,
    ),
    "handover_settled": Kind(
        {
            "th": "กรณีที่คุณรับไว้ หัวหน้าทีมตอบแล้ว",
            "en": "A supervisor answered about a case that you had accepted.",
        },
        "my-cases",
    ),
    "referral_offered": Kind(
        {
            "th": "มีองค์กรอื่นขอให้องค์กรของคุณช่วยครอบครัวหนึ่ง",
            "en": "Another organisation asks yours to help a family.",
        },
        "case-offers",
    ),
    "referral_answered": Kind(
        {
            "th": "องค์กรอื่นตอบเรื่องที่คุณขอให้ช่วยแล้ว",
            "en": "Another organisation answered your offer.",
        },
        "case-handover",
        True,
    ),
    "cost_waits": Kind(
        {
            "th": "มีค่าใช้จ่ายของกรณีรอคุณอนุมัติ",
            "en": "A cost of a case waits for you to approve it.",
        },
        "case-costs",
        True,
    ),
    "cost_decided": Kind(
        {
            "th": "ค่าใช้จ่ายที่คุณขอ มีคำตอบแล้ว",
            "en": "A cost that you asked for was decided.",
        },
        "case-costs",
        True,
    ),
    "digest": Kind(
        {
            "th": "สรุปของวัน: มีงานที่เลยกำหนดหรือใกล้ครบ",
            "en": "The word of the day: something is overdue or near.",
        },
        "overdue",
    ),
    "role_asked": Kind(
        {
            "th": "มีคำขอบทบาทที่รอคนที่สองยืนยัน",
            "en": "A role was asked for and waits for a second person.",
        },
        "organisation",
    ),
    "invitation_asked": Kind(
        {
            "th": "มีคำเชิญที่รอคนที่สองยืนยัน",
            "en": "An invitation waits for a second person.",
        },
        "organisation",
    ),
    "role_given": Kind(
        {
            "th": "คุณได้รับหน้าที่ใหม่ ดูได้ในหน้าของฉัน",
            "en": "You were given a role. It stands on your page.",
        },
        "my",
    ),
    "recovery_asked": Kind(
        {
            "th": "มีคำขอตั้งรหัสผ่านและรหัสชั้นที่สองใหม่ให้เพื่อนร่วมงาน รอคนที่สองยืนยัน "
            "ยืนยันเมื่อได้คุยกับเจ้าตัวแล้วเท่านั้น",
            "en": "Somebody asked to reset a colleague's passphrase and second factor. "
            "Confirm only after talking with that colleague.",
        },
        "colleague",
        True,
    ),
    "recovery_confirmed": Kind(
        {
            "th": "รหัสผ่านและรหัสชั้นที่สองของบัญชีหนึ่งถูกตั้งใหม่ ใช้ได้หลัง 24 ชั่วโมง "
            "ถ้าเจ้าตัวไม่ได้ขอ ให้ถอนและแจ้งผู้ดูแลทันที",
            "en": "An account's passphrase and second factor were reset; it opens "
            "after 24 hours. If its owner did not ask: withdraw it, tell the admins.",
        },
        "colleague",
        True,
    ),
}
"""The kinds there are; an unknown one says only that there is something to look at."""
UNKNOWN = Kind({"th": "มีเรื่องให้ดู", "en": "There is something to look at."})

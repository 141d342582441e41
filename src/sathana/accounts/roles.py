"""The roles: what each is for, in one table."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an account may be; an account may hold several."""

    LEADER = "leader"
    CASEWORKER = "caseworker"
    LAWYER = "lawyer"
    SUPERVISOR = "supervisor"
    PROTECTION_OFFICER = "protection_officer"
    DATA_STEWARD = "data_steward"
    ORGANISATION_ADMIN = "organisation_admin"
    SYSTEM_ADMIN = "system_admin"
    AUDITOR = "auditor"
    PARTNER = "partner"
    EDITOR = "editor"
    LANGUAGE_REVIEWER = "language_reviewer"
    LAW_REVIEWER = "law_reviewer"
    COMMUNITY_REVIEWER = "community_reviewer"
    LEARNER = "learner"


TITLES: dict[Role, dict[str, str]] = {
    Role.LEADER: {"th": "ผู้นำชุมชน", "en": "Community leader"},
    Role.CASEWORKER: {"th": "เจ้าหน้าที่ดูแลกรณี", "en": "Caseworker"},
    Role.LAWYER: {"th": "ทนายความ", "en": "Lawyer"},
    Role.SUPERVISOR: {"th": "หัวหน้าทีม", "en": "Supervisor"},
    Role.PROTECTION_OFFICER: {"th": "เจ้าหน้าที่คุ้มครอง", "en": "Protection officer"},
    Role.DATA_STEWARD: {"th": "ผู้ดูแลคุณภาพข้อมูล", "en": "Data steward"},
    Role.ORGANISATION_ADMIN: {"th": "ผู้ดูแลองค์กร", "en": "Organisation admin"},
    Role.SYSTEM_ADMIN: {"th": "ผู้ดูแลระบบ", "en": "System admin"},
    Role.AUDITOR: {"th": "ผู้ตรวจสอบการใช้งาน", "en": "Auditor"},
    Role.PARTNER: {"th": "องค์กรภาคี", "en": "Partner"},
    Role.EDITOR: {"th": "บรรณาธิการ", "en": "Editor"},
    Role.LANGUAGE_REVIEWER: {"th": "ผู้ตรวจภาษา", "en": "Language reviewer"},
    Role.LAW_REVIEWER: {"th": "ผู้ตรวจกฎหมาย", "en": "Law reviewer"},
    Role.COMMUNITY_REVIEWER: {"th": "ผู้ตรวจจากชุมชน", "en": "Community reviewer"},
    Role.LEARNER: {"th": "ผู้เรียน", "en": "Learner"},
}

EDITORIAL = frozenset(
    (
        *(Role.EDITOR, Role.LANGUAGE_REVIEWER),
        *(Role.LAW_REVIEWER, Role.COMMUNITY_REVIEWER),
    )
)
"""Who works on the public site; none of them opens a family by it."""

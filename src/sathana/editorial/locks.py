"""What a page says while it is reviewed."""

from __future__ import annotations

from typing import Any

from wagtail.locks import WorkflowLock

from sathana.accounts.roles import TITLES, Role
from sathana.web.languages import pick


class ReviewLock(WorkflowLock):
    """Nobody changes a page under review, its reviewers neither."""

    def get_message(self, user: Any) -> str:
        """Say whose review it waits for, and what one can do meanwhile."""
        title = TITLES[Role(self.task.specific.role)]
        return pick(
            {
                "th": f"หน้านี้กำลังรอ {title['th']} ระหว่างตรวจไม่มีใครแก้ได้ "
                "ถ้าพบข้อผิดให้ส่งกลับพร้อมเหตุผล",
                "en": f"This page waits for the {title['en'].lower()}. Nobody changes "
                "it meanwhile: who finds a fault sends it back with the reason.",
            }
        )

    def get_locked_by(self, user: Any, can_lock: bool = False) -> str:
        """Say that the review holds it."""
        return pick({"th": "กำลังตรวจ", "en": "Under review"})

    def get_description(self, user: Any, can_lock: bool = False) -> str:
        """Say who can do what."""
        return self.get_message(user)

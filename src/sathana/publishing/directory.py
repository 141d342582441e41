"""The directory of helpers: proposed by one, verified by another, revoked at once."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from sathana.accounts.reader import Reader
from sathana.accounts.roles import Role
from sathana.audit import record
from sathana.publishing import edition
from sathana.publishing.models import Helper
from sathana.web.languages import Text

HOLDS = timedelta(days=365)
"""How long a verification holds: people and offices change."""
NEEDED = ("name_th", "name_en", "areas_th", "areas_en", "contact")
MAY_PROPOSE = frozenset((Role.EDITOR,))
MAY_VERIFY = frozenset((Role.LAW_REVIEWER, Role.COMMUNITY_REVIEWER))
MAY_REVOKE = MAY_PROPOSE | MAY_VERIFY


class DirectoryError(Exception):
    """Something that cannot be done with the directory; ``text`` says why."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(en)
        self.text: Text = {"th": th, "en": en}


@transaction.atomic
def propose(reader: Reader, told: Mapping[str, str]) -> Helper:
    """Propose a helper; nobody sees them in public yet.

    Raises:
        DirectoryError: The account may not, or something is missing.
    """
    _be_able(reader, MAY_PROPOSE)
    missing = [name for name in NEEDED if not told.get(name, "").strip()]
    if missing:
        raise DirectoryError(
            "ต้องมีชื่อ พื้นที่ (สองภาษา) และช่องทางติดต่อ สิ่งที่กรอกยังอยู่ครบ",
            "Names, areas (in both languages) and a contact are needed. What you "
            "typed is still there.",
        )
    kept = {name: told[name].strip()[:200] for name in NEEDED}
    made = Helper.objects.create(
        **{**kept, "name_th": kept["name_th"][:120], "name_en": kept["name_en"][:120]},
        languages=told.get("languages", "").strip()[:120],
        proposed_by_id=reader.actor.id,
    )
    _note(reader, "helper.add", made)
    return made


@transaction.atomic
def verify(reader: Reader, helper: uuid.UUID, today: date) -> None:
    """Verify a helper for a year; only another person than who proposed them may.

    Raises:
        DirectoryError: The account may not, or proposed this helper itself.
    """
    _be_able(reader, MAY_VERIFY)
    found = Helper.objects.select_for_update().get(pk=helper)
    if found.proposed_by_id == reader.actor.id:
        raise DirectoryError(
            "คนที่เสนอชื่อรับรองเองไม่ได้ ต้องให้อีกคนตรวจ",
            "Who proposed a helper cannot verify them: another person must.",
        )
    found.verified_by_id = reader.actor.id
    found.verified_on, found.valid_until = today, today + HOLDS
    found.revoked_on, found.revoked_why_th, found.revoked_why_en = None, "", ""
    found.save()
    _note(reader, "helper.approve", found)


@transaction.atomic
def revoke(
    reader: Reader, helper: uuid.UUID, today: date, why: Mapping[str, str]
) -> None:
    """Revoke a helper at once: one person is enough, and readers are told why.

    Raises:
        DirectoryError: The account may not, or no reason was given.
    """
    _be_able(reader, MAY_REVOKE)
    th, en = why.get("th", "").strip(), why.get("en", "").strip()
    if not (th and en):
        raise DirectoryError(
            "เขียนเหตุผลทั้งสองภาษา ผู้อ่านจะเห็น",
            "Say why in both languages: readers see it.",
        )
    found = Helper.objects.select_for_update().get(pk=helper)
    found.revoked_on = today
    found.revoked_why_th, found.revoked_why_en = th[:200], en[:200]
    found.save()
    _note(reader, "helper.withdraw", found)


def _be_able(reader: Reader, roles: frozenset[Role]) -> None:
    if not {role for role, _ in reader.actor.roles} & roles:
        raise DirectoryError("บทบาทของคุณทำสิ่งนี้ไม่ได้", "Your role does not allow this.")


def _note(reader: Reader, action: str, helper: Helper) -> None:
    record.write(reader.doer, action, [record.Subject("helper", str(helper.pk))])
    edition.next_one()

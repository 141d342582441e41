"""Checks of what was typed and chosen when access to a family is changed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sathana.accounts.decide import Group
from sathana.accounts.models import Account
from sathana.accounts.roles import Role
from sathana.registry import inside, staffing
from sathana.registry.errors import ConsentMissingError, UnusableValueError
from sathana.registry.models import Block, Consent, Family
from sathana.registry.reader import Reader
from sathana.registry.services import common

LONGEST_SHARE = timedelta(days=366)
SHORTEST_REASON = 10
"""Letters of the purpose of a share and of the reason of a block."""


def chosen(field: str, rows: Any, chosen: uuid.UUID) -> Any:
    """Return the row that was chosen from a list.

    Raises:
        UnusableValueError: It is not in the list (any more).
    """
    row = rows.filter(pk=chosen).first()
    if row is None:
        raise UnusableValueError(
            field,
            "ตัวเลือกนี้ใช้ไม่ได้แล้ว เลือกจากรายการอีกครั้ง",
            "This choice can no longer be used. Choose from the list again.",
        )
    return row


def not_blocked(field: str, family: Family, account: Account) -> None:
    """Stop where somebody is kept from the family.

    Raises:
        UnusableValueError: They are.
    """
    if Block.rows.filter(family=family, account=account, ended_at=None).exists():
        raise UnusableValueError(
            field,
            f"{account.shown_name} ถูกกันออกจากครอบครัวนี้เพราะมีส่วนได้เสีย จึงเลือกไม่ได้ "
            "ถ้าเหตุนั้นหมดไปแล้ว ให้ยกเลิกการกันก่อน",
            f"{account.shown_name} is kept from this family because of a conflict of "
            "interest. If that is over, end the block first.",
        )


def officers(family: Family, officer_ids: Sequence[uuid.UUID]) -> list[Account]:
    """Return the protection officers who are named.

    Raises:
        UnusableValueError: Nobody, or somebody who cannot be.
    """
    able = staffing.holders(family.organisation_id, [Role.PROTECTION_OFFICER])
    officers = [chosen("officers", able, one) for one in dict.fromkeys(officer_ids)]
    for officer in officers:
        not_blocked("officers", family, officer)
    if not officers:
        raise UnusableValueError(
            "officers",
            "ต้องเลือกเจ้าหน้าที่คุ้มครองอย่างน้อยหนึ่งคน มิฉะนั้นจะไม่มีใครเปิดครอบครัวนี้ได้อีก",
            "Name at least one protection officer: otherwise nobody could ever open "
            "this family again.",
        )
    return officers


def groups(groups: Iterable[str]) -> list[str]:
    """Return the groups of fields that are shared, in their order.

    Raises:
        UnusableValueError: None, or one that there is not.
    """
    asked = set(groups)
    known: list[str] = [group.value for group in Group if group.value in asked]
    if not known or len(known) != len(asked):
        raise UnusableValueError(
            "groups",
            "เลือกกลุ่มข้อมูลที่จะแบ่งปันอย่างน้อยหนึ่งกลุ่ม",
            "Choose at least one group of fields to share.",
        )
    return known


def until(reader: Reader, until: datetime) -> datetime:
    """Return until when a share holds.

    Raises:
        UnusableValueError: It is over already, or longer than a year.
    """
    if not reader.now < until <= reader.now + LONGEST_SHARE:
        raise UnusableValueError(
            "until",
            f"วันสิ้นสุดต้องอยู่หลังวันนี้และไม่เกิน {LONGEST_SHARE.days} วัน",
            "The last day must lie after today, at most "
            f"{LONGEST_SHARE.days} days from now.",
        )
    return until


def reason(field: str, words: str) -> str:
    """Return a reason in words.

    Raises:
        UnusableValueError: It is too short to say anything.
    """
    words = common.short_text(field, words)
    if len(words) < SHORTEST_REASON:
        raise UnusableValueError(
            field,
            f"เขียนเหตุผลอย่างน้อย {SHORTEST_REASON} ตัวอักษร (เขียนมา {len(words)}) "
            "ผู้ที่ตรวจภายหลังจะอ่านข้อความนี้",
            f"Give a reason of at least {SHORTEST_REASON} letters (these are "
            f"{len(words)}): whoever reviews it later reads this.",
        )
    return words


def consent_to_share(reader: Reader, family: Family) -> Consent:
    """Return the family's consent under which something is shared."""
    consents = [one for one in inside.consents(family) if one.person_id is None]
    inside.unlock(consents)
    day = common.thai_day(reader.now)
    for one in consents:
        if common.holds(one, day) and "share" in one.purposes:
            return one
    raise ConsentMissingError("share")

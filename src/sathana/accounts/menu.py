"""The entries of the menu of work: which pages somebody has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import NoReverseMatch, reverse

from sathana.accounts.models import Account
from sathana.accounts.roles import EDITORIAL, Role
from sathana.web.languages import Text

CASEWORK = frozenset(
    (
        *(Role.LEADER, Role.CASEWORKER, Role.LAWYER, Role.SUPERVISOR),
        *(Role.PROTECTION_OFFICER, Role.DATA_STEWARD, Role.PARTNER),
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the name of its address, its title, and who has it.

    Attributes:
        roles: Who has it; empty: everybody.
        count: How many things wait there; 0 if none.
    """

    name: str
    title: Text
    roles: frozenset[Role] = frozenset()
    count: int = 0


ENTRIES: tuple[Entry, ...] = (
    Entry("families", {"th": "ครอบครัว", "en": "Families"}, CASEWORK),
    Entry(
        "my-cases",
        {"th": "งานของฉัน", "en": "My cases"},
        CASEWORK - {Role.DATA_STEWARD},
    ),
    Entry(
        "supervision",
        {"th": "งานหัวหน้าทีม", "en": "Supervision"},
        frozenset((Role.SUPERVISOR, Role.PROTECTION_OFFICER)),
    ),
    Entry(
        "family-new",
        {"th": "บันทึกครอบครัวใหม่", "en": "New family"},
        frozenset((Role.LEADER, Role.CASEWORKER, Role.LAWYER, Role.SUPERVISOR)),
    ),
    Entry("notices", {"th": "แจ้งเตือน", "en": "Notices"}),
    Entry(
        "organisation",
        {"th": "คนในองค์กร", "en": "People"},
        frozenset((Role.ORGANISATION_ADMIN,)),
    ),
    Entry(
        "organisations",
        {"th": "องค์กร", "en": "Organisations"},
        frozenset((Role.SYSTEM_ADMIN,)),
    ),
    Entry("audit", {"th": "ตรวจการใช้งาน", "en": "Audit"}, frozenset((Role.AUDITOR,))),
    Entry("wagtailadmin_home", {"th": "เว็บสาธารณะ", "en": "Public site"}, EDITORIAL),
    Entry(
        "organisation-learning",
        {"th": "การเรียนขององค์กร", "en": "Learning of the organisation"},
        frozenset((Role.SUPERVISOR, Role.ORGANISATION_ADMIN)),
    ),
    Entry("my-learning", {"th": "การเรียนของฉัน", "en": "My learning"}),
    Entry("my", {"th": "หน้าของฉัน", "en": "My page"}),
)


def entries(held: Iterable[Role], unread: int = 0) -> list[Entry]:
    """Return the entries that somebody with these roles has, in order."""
    roles = frozenset(held)
    return [
        replace(entry, count=unread if entry.name == "notices" else 0)
        for entry in ENTRIES
        if (not entry.roles or entry.roles & roles) and _is_there(entry.name)
    ]


def first(account: Account) -> str:
    """Return the name of the page where an account begins its work."""
    held = roles_of(account)
    named = (entry.name for entry in entries(held) if entry.roles)
    return next(named, "my")


def roles_of(account: Account) -> list[Role]:
    """Return the roles that an account holds now."""
    grants = account.grants.filter(ended_at=None).exclude(confirmed_at=None)
    return [Role(code) for code in sorted(set(grants.values_list("role", flat=True)))]


def _is_there(name: str) -> bool:
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True

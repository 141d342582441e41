"""The entries of the menu of work: which pages somebody has."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.accounts.models import Account
from sathana.accounts.roles import Role
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
    Entry("my", {"th": "หน้าของฉัน", "en": "My page"}),
)


def entries(account: Account, unread: int = 0) -> list[Entry]:
    """Return the entries that an account has, in order."""
    held = {Role(role) for role in roles_of(account)}
    return [
        Entry(e.name, e.title, e.roles, unread if e.name == "notices" else 0)
        for e in ENTRIES
        if not e.roles or e.roles & held
    ]


def roles_of(account: Account) -> list[str]:
    """Return the codes of the roles that an account holds now."""
    grants = account.grants.filter(ended_at=None).exclude(confirmed_at=None)
    return sorted(set(grants.values_list("role", flat=True)))

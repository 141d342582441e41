"""The table of the decision: what each role may do in each relation. No line, no right.

Read a line as: "a leader, to a family of their own, may ...". Nothing else in the
program grants anything; the query sets of the registry are made from this table too.
"""

from __future__ import annotations

from collections.abc import Mapping

from sathana.accounts.decide_words import EVERY_GROUP, OFFER, Action, Group, Relation
from sathana.accounts.roles import Role

type Opens = Mapping[Action, frozenset[Group]]
type Table = Mapping[tuple[Role, Relation], Opens]


def _opens(*actions: Action, groups: frozenset[Group] = EVERY_GROUP) -> Opens:
    return dict.fromkeys(actions, groups)


_LEADER = _opens(
    Action.LIST,
    Action.VIEW,
    Action.ADD,
    Action.CHANGE,
    Action.ATTACH,
    Action.CONSENT,
    Action.ASSESS,
    Action.PRINT,
    Action.WHO_OPENED,
)
_WORKER = {**_LEADER, **_opens(Action.EXPORT, Action.SEAL)}
_HEAD = {
    **_WORKER,
    **_opens(Action.ASSIGN, Action.SHARE, Action.BLOCK, Action.ERASE, Action.REVIEW),
}
_STEWARD = _opens(
    Action.LIST,
    Action.VIEW,
    groups=frozenset((Group.OUTLINE, Group.NAMES, Group.KINSHIP)),
)
_GLASS = _opens(Action.VIEW, Action.PRINT, Action.WHO_OPENED)
# A share narrows the groups to its own.
_SHARED = _opens(Action.LIST, Action.VIEW, Action.PRINT)
_OFFICE = _opens(
    *(Action.LIST, Action.VIEW, Action.INVITE, Action.APPROVE, Action.MANAGE),
    groups=frozenset(),
)

# What others offer to the organisation: it is looked at, and answered.
_ANSWERS = _opens(Action.LIST, Action.VIEW, Action.REVIEW, groups=frozenset())

TABLE: Table = {
    (Role.LEADER, Relation.NEW): _opens(Action.ADD),
    (Role.LEADER, Relation.OWN): _LEADER,
    (Role.LEADER, Relation.SHARED): _SHARED,
    (Role.CASEWORKER, Relation.NEW): _opens(Action.ADD),
    (Role.CASEWORKER, Relation.OWN): _WORKER,
    (Role.CASEWORKER, Relation.ASSIGNED): _WORKER,
    (Role.CASEWORKER, Relation.ORGANISATION): _opens(Action.BREAK_GLASS),
    (Role.CASEWORKER, Relation.BROKEN_GLASS): _GLASS,
    (Role.CASEWORKER, Relation.SHARED): _SHARED,
    (Role.LAWYER, Relation.NEW): _opens(Action.ADD),
    (Role.LAWYER, Relation.OWN): _WORKER,
    (Role.LAWYER, Relation.ASSIGNED): _WORKER,
    (Role.LAWYER, Relation.ORGANISATION): _opens(Action.BREAK_GLASS),
    (Role.LAWYER, Relation.BROKEN_GLASS): _GLASS,
    (Role.LAWYER, Relation.SHARED): _SHARED,
    (Role.SUPERVISOR, Relation.NEW): _opens(Action.ADD),
    (Role.SUPERVISOR, Relation.TEAM): _HEAD,
    (Role.SUPERVISOR, Relation.ORGANISATION): _opens(Action.BREAK_GLASS),
    (Role.SUPERVISOR, Relation.BROKEN_GLASS): _GLASS,
    (Role.SUPERVISOR, Relation.SHARED): _SHARED,
    (Role.PROTECTION_OFFICER, Relation.NAMED): _HEAD,
    (Role.PROTECTION_OFFICER, Relation.ORGANISATION): _opens(Action.REVIEW),
    (Role.PROTECTION_OFFICER, Relation.SHARED): _SHARED,
    (Role.DATA_STEWARD, Relation.ORGANISATION): _STEWARD,
    (Role.PARTNER, Relation.SHARED): _SHARED,
    (Role.PARTNER, Relation.OFFICE): _ANSWERS,
    (Role.SUPERVISOR, Relation.OFFICE): _ANSWERS,
    (Role.ORGANISATION_ADMIN, Relation.OFFICE): _OFFICE,
    (Role.SYSTEM_ADMIN, Relation.SYSTEM): _opens(
        Action.LIST, Action.VIEW, Action.MANAGE, groups=frozenset()
    ),
    (Role.AUDITOR, Relation.OFFICE): _opens(Action.AUDIT, groups=frozenset()),
}
"""Deny by default: what does not stand here is refused."""

OFFICE_OF: Mapping[Role, frozenset[str]] = {
    Role.ORGANISATION_ADMIN: frozenset(
        ("account", "invitation", "role", "team", "learning")
    ),
    Role.AUDITOR: frozenset(("audit",)),
    Role.PARTNER: frozenset((OFFER,)),
    Role.SUPERVISOR: frozenset((OFFER, "learning")),
}
"""Which kinds of office things a role works with, in its own organisation."""

SYSTEM_KINDS = frozenset(("organisation", "system"))
"""Kinds with which the system admin works, in every organisation."""

SHARED_TO_ALL = frozenset((Role.PARTNER, Role.CASEWORKER, Role.LAWYER, Role.SUPERVISOR))
"""Who may read a share that names no single account."""

STEP_UP = frozenset(
    (
        *(Action.EXPORT, Action.SHARE, Action.ERASE, Action.BREAK_GLASS),
        *(Action.INVITE, Action.APPROVE, Action.MANAGE),
    )
)
"""What needs the second factor once more, shown within five minutes."""

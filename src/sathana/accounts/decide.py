"""Who may do what: one pure function, one table, deny by default.

Nothing here reads a database or a clock. Views and query sets ask only this.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sathana.accounts.roles import Role


class Action(StrEnum):
    """What somebody may want to do with a thing."""

    LIST = "list"
    VIEW = "view"
    ADD = "add"
    CHANGE = "change"
    CONSENT = "consent"
    ATTACH = "attach"
    ASSESS = "assess"
    EXPORT = "export"
    PRINT = "print"
    ASSIGN = "assign"
    SHARE = "share"
    SEAL = "seal"
    BLOCK = "block"
    ERASE = "erase"
    WHO_OPENED = "who_opened"
    BREAK_GLASS = "break_glass"
    REVIEW = "review"
    INVITE = "invite"
    APPROVE = "approve"
    MANAGE = "manage"
    AUDIT = "audit"


class Group(StrEnum):
    """Groups of fields; a share and a role open groups, not single fields."""

    OUTLINE = "outline"
    NAMES = "names"
    NUMBER = "number"
    CONTACT = "contact"
    FACTS = "facts"
    KINSHIP = "kinship"
    EVIDENCE = "evidence"
    CONSENT = "consent"
    NOTES = "notes"


EVERY_GROUP = frozenset(Group)


class Relation(StrEnum):
    """How somebody stands to a family."""

    OWN = "own"
    ASSIGNED = "assigned"
    TEAM = "team"
    ORGANISATION = "organisation"
    SHARED = "shared"
    NAMED = "named"
    BROKEN_GLASS = "broken_glass"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who is signed in.

    Attributes:
        roles: Each confirmed role with its team (``None`` where it has none).
        strong: Whether a second factor was shown in this session.
        fresh: Whether it was shown within the last five minutes.
    """

    id: uuid.UUID
    organisation: uuid.UUID
    roles: frozenset[tuple[Role, uuid.UUID | None]]
    strong: bool = True
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A family shared with another organisation.

    Attributes:
        account: The one person who may look; ``None``: partners of the organisation.
        until: First moment at which it no longer holds.
    """

    organisation: uuid.UUID
    account: uuid.UUID | None
    groups: frozenset[Group]
    begin: datetime
    until: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """What it is about: a family and all that belongs to it, or an office thing.

    Attributes:
        kind: ``family`` (persons, papers and all else of it too), ``account``,
            ``invitation``, ``organisation``, ``audit``.
        owner: Who recorded it; ``None`` if nobody of now.
        sealed: Whether only the named protection officers may see it.
    """

    kind: str
    organisation: uuid.UUID | None = None
    team: uuid.UUID | None = None
    owner: uuid.UUID | None = None
    assigned: frozenset[uuid.UUID] = frozenset()
    sealed: bool = False
    named: frozenset[uuid.UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What else counts at the moment of asking.

    Attributes:
        blocked: Accounts from whom this family is hidden (conflict of interest).
        glass_until: Until when this actor has broken the glass for this family.
    """

    now: datetime
    shares: tuple[Share, ...] = ()
    blocked: frozenset[uuid.UUID] = frozenset()
    glass_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, and why: a code that is audited, never shown to who was refused."""

    allowed: bool
    why: str
    groups: frozenset[Group] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        """Whether it is allowed."""
        return self.allowed


type Table = Mapping[tuple[Role, Relation], Mapping[Action, frozenset[Group]]]


def can(
    actor: Actor, action: Action, thing: Thing, group: Group | None, context: Context
) -> Decision:
    """Decide whether somebody may do something; what no line allows is denied.

    Args:
        actor: Who asks.
        action: What for.
        thing: With what.
        group: Which fields; ``None`` asks for the thing as such.
        context: Shares, blocks, broken glass and the time.
    """
    raise NotImplementedError

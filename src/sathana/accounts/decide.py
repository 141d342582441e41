"""Who may do what: one pure function, one table, deny by default.

Nothing here reads a database or a clock. Views and query sets ask only this; the lines
of the table stand in :mod:`sathana.accounts.decide_table`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sathana.accounts.decide_table import (
    OFFICE_OF,
    SHARED_TO_ALL,
    STEP_UP,
    SYSTEM_KINDS,
    TABLE,
)
from sathana.accounts.decide_words import (
    EVERY_GROUP,
    FAMILY,
    NEW_FAMILY,
    OFFER,
    Action,
    Group,
    Relation,
)
from sathana.accounts.roles import Role

__all__ = [
    "EVERY_GROUP", "FAMILY", "NEW_FAMILY", "OFFER", "Action", "Actor", "Context",
    "Decision", "Group", "Relation", "Share", "Thing", "can", "every_relation",
    "new_family", "what_may",
]  # fmt: skip


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
        kind: ``family`` (persons, papers and all else of it too), ``new_family`` (one
            that is not there yet), ``account``, ``invitation``, ``role``, ``team``,
            ``organisation``, ``system``, ``audit``, ``offer`` (of another organisation
            to this one).
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


type Hold = tuple[Role, Relation]
"""A role that somebody has, and how that role stands to the thing."""


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

    Returns:
        The decision; ``groups`` are all that this action opens, whatever was asked.
    """
    if actor.id in context.blocked:
        return Decision(False, "blocked")
    if not actor.strong:
        return Decision(False, "second_factor")
    lines = [
        (hold, _narrowed(TABLE[hold][action], hold, actor, context))
        for hold in sorted(every_relation(actor, thing, context))
        if action in TABLE.get(hold, {})
    ]
    groups = frozenset[Group]().union(*(opened for _, opened in lines))
    if not lines or (group is not None and group not in groups):
        return Decision(False, "sealed" if thing.sealed else "no_line")
    if action in STEP_UP and not actor.fresh:
        return Decision(False, "step_up")
    return Decision(True, _why(lines[0][0]), groups)


def what_may(actor: Actor, thing: Thing, context: Context) -> frozenset[Action]:
    """Return all that somebody may do with a thing, for the buttons of a page.

    What only waits for a fresh second factor counts as allowed: its button leads there.
    """
    if actor.id in context.blocked or not actor.strong:
        return frozenset()
    holds = every_relation(actor, thing, context)
    return frozenset(action for hold in holds for action in TABLE.get(hold, {}))


def every_relation(actor: Actor, thing: Thing, context: Context) -> frozenset[Hold]:
    """Return each role of an actor with each relation it has to a thing.

    A sealed family knows its named protection officers only.
    """
    holds = frozenset(
        (role, relation)
        for role, team in actor.roles
        for relation in _relations(actor, role, team, thing, context)
    )
    if not thing.sealed:
        return holds
    return holds & {(Role.PROTECTION_OFFICER, Relation.NAMED)}


def new_family(organisation: uuid.UUID, team: uuid.UUID | None = None) -> Thing:
    """Return the thing to ask about before a family is opened."""
    return Thing(NEW_FAMILY, organisation, team)


def _relations(
    actor: Actor, role: Role, team: uuid.UUID | None, thing: Thing, context: Context
) -> Iterator[Relation]:
    at_home = thing.organisation == actor.organisation
    if thing.kind == FAMILY:
        if at_home:
            yield from _at_home(actor, team, thing, context)
        if any(_holds(share, actor, role, context.now) for share in context.shares):
            yield Relation.SHARED
    elif thing.kind == NEW_FAMILY and at_home:
        yield Relation.NEW
    elif thing.kind in OFFICE_OF.get(role, ()) and at_home:
        yield Relation.OFFICE
    elif thing.kind in SYSTEM_KINDS:
        yield Relation.SYSTEM


def _at_home(
    actor: Actor, team: uuid.UUID | None, thing: Thing, context: Context
) -> Iterator[Relation]:
    """Yield relations that exist only inside the actor's own organisation."""
    yield Relation.ORGANISATION
    if thing.owner == actor.id:
        yield Relation.OWN
    if actor.id in thing.assigned:
        yield Relation.ASSIGNED
    if actor.id in thing.named:
        yield Relation.NAMED
    if team is not None and team == thing.team:
        yield Relation.TEAM
    if context.glass_until is not None and context.now < context.glass_until:
        yield Relation.BROKEN_GLASS


def _holds(share: Share, actor: Actor, role: Role, now: datetime) -> bool:
    """Say whether a share holds now for this role of this actor."""
    meant = (
        role in SHARED_TO_ALL if share.account is None else share.account == actor.id
    )
    here = share.organisation == actor.organisation
    return here and meant and not share.withdrawn and share.begin <= now < share.until


def _narrowed(
    groups: frozenset[Group], hold: Hold, actor: Actor, context: Context
) -> frozenset[Group]:
    """Cut what a line opens to what the shares open, where the line is about shares."""
    role, relation = hold
    if relation != Relation.SHARED:
        return groups
    shares = (s for s in context.shares if _holds(s, actor, role, context.now))
    return groups & frozenset[Group]().union(*(share.groups for share in shares))


def _why(hold: Hold) -> str:
    return f"{hold[0]}.{hold[1]}"

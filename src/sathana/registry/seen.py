"""Which rows a reader may see, as a question to the database.

The conditions are made from the same table as ``accounts.decide.can``; a test compares
both with a slow third opinion on random worlds. Each relation is a small set found by
an index (what is mine, my team's, shared with us), so that a hundred thousand persons
are never walked through for one reader.
"""

from __future__ import annotations

import uuid
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from sathana.accounts.decide import Action, Group, Relation
from sathana.accounts.decide_table import SHARED_TO_ALL, STEP_UP, TABLE
from sathana.accounts.roles import Role
from sathana.registry import models
from sathana.registry.models.base import FamilyRow
from sathana.registry.reader import Reader

THAILAND = timedelta(hours=7)
NEEDS: dict[type[Model], tuple[Action, Group | None]] = {
    models.Name: (Action.VIEW, Group.NAMES),
    models.Kinship: (Action.VIEW, Group.KINSHIP),
    models.Fact: (Action.VIEW, Group.FACTS),
    models.Event: (Action.VIEW, Group.FACTS),
    models.Assessment: (Action.VIEW, Group.FACTS),
    models.Household: (Action.VIEW, Group.CONTACT),
    models.Evidence: (Action.VIEW, Group.EVIDENCE),
    models.StoredFile: (Action.VIEW, Group.EVIDENCE),
    models.Consent: (Action.VIEW, Group.CONSENT),
    models.Assignment: (Action.WHO_OPENED, None),
    models.Share: (Action.WHO_OPENED, None),
    models.NamedOfficer: (Action.WHO_OPENED, None),
    models.BreakGlass: (Action.WHO_OPENED, None),
    models.Block: (Action.BLOCK, None),
}
"""What a reader must be allowed for rows of a kind; any other: to view the family."""


def seen_by[Q_: Any](rows: Q_, reader: Reader) -> Q_:
    """Cut a query set to what the reader may see: the same that ``can`` says."""
    return allowed(rows, reader, *NEEDS.get(rows.model, (Action.VIEW, None)))


def allowed[Q_: Any](
    rows: Q_, reader: Reader, action: Action, group: Group | None = None
) -> Q_:
    """Cut a query set to the rows with whose family the reader may do something.

    Args:
        rows: Families, or rows that belong to families, or drafts.
        reader: Who asks.
        action: What for; ``LIST`` for lists (a broken glass is not listed).
        group: With which fields; ``None``: with the family as such.

    Raises:
        TypeError: Rows of another kind.
    """
    if rows.model is models.Draft:
        return rows.filter(
            account=reader.actor.id, organisation=reader.actor.organisation
        )
    if rows.model is models.Family:
        return rows.filter(_families(reader, action, group))
    if not issubclass(rows.model, FamilyRow):
        raise TypeError(f"{rows.model.__name__} belongs to no family")
    seen = models.Family.rows.filter(pk=OuterRef("family_id"))
    return rows.filter(Exists(seen.filter(_families(reader, action, group))))


def consent_holds(reader: Reader) -> Q:
    """Return the condition on shares that the consent under each holds today.

    A consent that is taken back ends what was shared by it at once.
    """
    day = (reader.now + THAILAND).date()
    still = Q(consent__until=None) | Q(consent__until__gte=day)
    return Q(consent=None) | (Q(consent__withdrawn_at=None) & still)


def _families(reader: Reader, action: Action, group: Group | None) -> Q:
    """Return the condition on families: what ``can`` says, blocks and seals first."""
    actor = reader.actor
    if not actor.strong or (action in STEP_UP and not actor.fresh):
        return _NOTHING
    lines = [
        (role, team, relation)
        for role, team in actor.roles
        for relation in _WAYS
        if _opens(role, relation, action, group)
    ]
    ways = [
        _WAYS[relation](reader, role, team, group) for role, team, relation in lines
    ]
    seen = reduce(or_, ways, _NOTHING) & Q(sealed_at=None)
    if any(role == Role.PROTECTION_OFFICER for role, _, way in lines if way == "named"):
        seen |= _named(reader)
    blocks = models.Block.rows.filter(account=actor.id, ended_at=None)
    return seen & ~Q(pk__in=blocks.values("family"))


_NOTHING = Q(pk__in=[])


def _opens(role: Role, relation: Relation, action: Action, group: Group | None) -> bool:
    groups = TABLE.get((role, relation), {}).get(action)
    return groups is not None and (group is None or group in groups)


def _home(reader: Reader, **more: Any) -> Q:
    """Return a condition that holds in the reader's own organisation only."""
    return Q(organisation=reader.actor.organisation, **more)


def _mine(reader: Reader, rows: QuerySet[Any]) -> Q:
    """Return the condition that one of these rows names the reader.

    The rows are of the organisation of their family: asked of them, not of the family,
    which would let SQLite walk through all families of it.
    """
    home = reader.actor.organisation
    named = rows.filter(account=reader.actor.id, organisation=home)
    return Q(pk__in=named.values("family"))


def _named(reader: Reader, *_: Any) -> Q:
    return _mine(reader, models.NamedOfficer.rows.filter(ended_at=None))


def _in_team(reader: Reader, _: Role, team: uuid.UUID | None, *__: Any) -> Q:
    return _NOTHING if team is None else _home(reader, team=team)


def _shared(reader: Reader, role: Role, _: uuid.UUID | None, group: Group | None) -> Q:
    meant = Q(account=reader.actor.id)
    if role in SHARED_TO_ALL:
        meant |= Q(account=None)
    shares = models.Share.rows.filter(
        meant,
        consent_holds(reader),
        to=reader.actor.organisation,
        begin__lte=reader.now,
        until__gt=reader.now,
        withdrawn_at=None,
    )
    if group is not None:
        # A JSON list as text holds the name in quotes, on both databases.
        shares = shares.filter(
            Contains(Cast("groups", TextField()), Value(f'"{group}"'))
        )
    return Q(pk__in=shares.values("family"))


_WAYS: dict[Relation, Any] = {
    Relation.OWN: lambda reader, *_: _home(reader, made_by=reader.actor.id),
    Relation.ASSIGNED: lambda reader, *_: _mine(
        reader, models.Assignment.rows.filter(ended_at=None)
    ),
    Relation.TEAM: _in_team,
    Relation.ORGANISATION: lambda reader, *_: _home(reader),
    Relation.SHARED: _shared,
    Relation.NAMED: _named,
    Relation.BROKEN_GLASS: lambda reader, *_: _mine(
        reader, models.BreakGlass.rows.filter(until__gt=reader.now)
    ),
}
"""Each relation to a stored family as a condition; offices have no families."""

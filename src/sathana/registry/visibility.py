"""What a reader may do with a stored family, asked of the one decision.

The same as a question to the database (which rows a reader may see) stands in
:mod:`sathana.registry.seen`.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sathana.accounts import decide as deciding
from sathana.accounts.decide import Action, Context, Decision, Group, Thing
from sathana.registry import models
from sathana.registry.errors import NotAllowedError, NotVisibleError, StepUpError
from sathana.registry.reader import Reader
from sathana.registry.seen import allowed, consent_holds, seen_by

__all__ = [
    "allowed",
    "consent_holds",
    "context_of",
    "contexts_of",
    "decide",
    "glass_until",
    "may",
    "may_open",
    "require",
    "seen_by",
    "thing_of",
    "things_of",
    "visible_family",
]  # fmt: skip


def visible_family(reader: Reader, family_id: uuid.UUID) -> models.Family:
    """Return a family by its id.

    Raises:
        NotVisibleError: Not there, or not for this reader.
    """
    found = models.Family.objects.visible_to(reader).filter(pk=family_id).first()
    if found is None:
        raise NotVisibleError
    return found


def decide(
    reader: Reader, family: models.Family, action: Action, group: Group | None = None
) -> Decision:
    """Decide about a stored family as it stands now."""
    thing, context = thing_of(family), context_of(reader, family)
    return deciding.can(reader.actor, action, thing, group, context)


def require(
    reader: Reader, family: models.Family, action: Action, group: Group | None = None
) -> Decision:
    """Return the decision if it is yes.

    Raises:
        NotVisibleError: The reader may not even know that the family is there.
        StepUpError: It waits for a fresh second factor.
        NotAllowedError: The reader sees the family, but may not do this.
    """
    thing, context = thing_of(family), context_of(reader, family)
    decision = deciding.can(reader.actor, action, thing, group, context)
    if decision:
        return decision
    if not deciding.can(reader.actor, Action.VIEW, thing, None, context):
        raise NotVisibleError
    raise StepUpError if decision.why == "step_up" else NotAllowedError(decision.why)


def may(reader: Reader, family: models.Family) -> frozenset[Action]:
    """Return all that the reader may do with a family, for the buttons of its page."""
    thing, context = thing_of(family), context_of(reader, family)
    return deciding.what_may(reader.actor, thing, context)


def glass_until(reader: Reader, family: models.Family) -> datetime | None:
    """Return until when the reader sees a family by a broken glass only."""
    thing, context = thing_of(family), context_of(reader, family)
    without = replace(context, glass_until=None)
    if deciding.can(reader.actor, Action.VIEW, thing, None, without):
        return None
    return context.glass_until


def may_open(reader: Reader, team_id: uuid.UUID | None = None) -> bool:
    """Say whether the reader may open a new family."""
    thing = deciding.new_family(reader.actor.organisation, team_id)
    return bool(
        deciding.can(reader.actor, Action.ADD, thing, None, Context(reader.now))
    )


def thing_of(family: models.Family) -> Thing:
    """Return a family as the decision knows it."""
    return things_of([family])[family.pk]


def context_of(reader: Reader, family: models.Family) -> Context:
    """Return what else counts for this reader and family."""
    return contexts_of(reader, [family])[family.pk]


def things_of(families: Iterable[models.Family]) -> dict[uuid.UUID, Thing]:
    """Return many families as the decision knows them: two questions in all."""
    families = list(families)
    ids = [family.pk for family in families]
    assigned, named = (
        _accounts(rows.filter(family__in=ids, ended_at=None))
        for rows in (models.Assignment.rows, models.NamedOfficer.rows)
    )
    return {
        one.pk: Thing(
            deciding.FAMILY,
            one.organisation_id,
            one.team_id,
            one.made_by,
            frozenset(assigned[one.pk]),
            one.sealed_at is not None,
            frozenset(named[one.pk]),
        )
        for one in families
    }


def contexts_of(
    reader: Reader, families: Iterable[models.Family]
) -> dict[uuid.UUID, Context]:
    """Return what counts for this reader and many families: three questions in all."""
    ids = [family.pk for family in families]
    mine = {"family__in": ids, "account": reader.actor.id}
    blocked = set(_ids(models.Block.rows.filter(**mine, ended_at=None)))
    glass = dict(
        models.BreakGlass.rows.filter(**mine, until__gt=reader.now)
        .order_by("until")
        .values_list("family", "until")
    )
    shares = _shares(ids, reader)
    itself = frozenset((reader.actor.id,))
    return {
        one: Context(
            reader.now,
            tuple(shares[one]),
            itself if one in blocked else frozenset(),
            glass.get(one),
        )
        for one in ids
    }


def _accounts(rows: Any) -> defaultdict[uuid.UUID, set[uuid.UUID]]:
    found: defaultdict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for family, account in rows.values_list("family", "account"):
        found[family].add(account)
    return found


def _ids(rows: Any) -> Iterable[uuid.UUID]:
    found: Iterable[uuid.UUID] = rows.values_list("family", flat=True)
    return found


def _shares(
    ids: list[uuid.UUID], reader: Reader
) -> defaultdict[uuid.UUID, list[deciding.Share]]:
    known = set(Group)
    found: defaultdict[uuid.UUID, list[deciding.Share]] = defaultdict(list)
    rows = models.Share.rows.filter(family__in=ids, to=reader.actor.organisation)
    for row in rows.filter(consent_holds(reader)):
        found[row.family_id].append(
            deciding.Share(
                row.to_id,
                row.account_id,
                frozenset(Group(name) for name in row.groups if name in known),
                row.begin,
                row.until,
                row.withdrawn_at is not None,
            )
        )
    return found

"""Who has access to a family, and broken glass, as their pages show them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from sathana.accounts.decide import Action, Group
from sathana.accounts.models import Account, Organisation
from sathana.accounts.roles import Role
from sathana.protection import keys
from sathana.registry import staffing, visibility
from sathana.registry.glassfinding import reference
from sathana.registry.models import (
    Assignment,
    Block,
    BreakGlass,
    Family,
    NamedOfficer,
    Share,
)
from sathana.registry.reader import Reader
from sathana.registry.services import common


@dataclass(frozen=True, slots=True)
class AccessView:
    """Who may see a family, and what the reader may change about it.

    Attributes:
        reference: What somebody types to break the glass for it.
        workers, shares, officers, blocks: What holds now; ``blocks`` is empty for those
            who may not block.
        glass: Every time the glass was broken for it, the newest first.
        free_workers, organisations, able_officers, colleagues: Choices of the forms.
    """

    family: Family
    reference: str
    may: frozenset[Action]
    workers: Sequence[Assignment]
    shares: Sequence[Share]
    officers: Sequence[NamedOfficer]
    blocks: Sequence[Block]
    glass: Sequence[BreakGlass]
    free_workers: Sequence[Account]
    organisations: Sequence[Organisation]
    able_officers: Sequence[Account]
    colleagues: Sequence[Account]


@dataclass(frozen=True, slots=True)
class ToReview:
    """A broken glass that waits for the reader's review.

    Attributes:
        title: How the family is called; ``""`` where the reader may not see that.
    """

    glass: BreakGlass
    reference: str
    title: str


def access(reader: Reader, family_id: uuid.UUID) -> AccessView:
    """Return who has access to a family; looking is written down.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader sees the family, but not who else does.
    """
    family = visibility.visible_family(reader, family_id)
    visibility.require(reader, family, Action.WHO_OPENED)
    may = visibility.may(reader, family)
    keys.unlock([family.key])
    view = _view(reader, family, may)
    with transaction.atomic():
        subject = common.family_subject(family)
        common.tell_chain(reader, "family.view", [subject], Group.OUTLINE)
    return view


def my_glass(reader: Reader) -> Sequence[BreakGlass]:
    """Return the reader's own broken glass, the newest first.

    A family that was sealed, or hidden from the reader, since then is not told of.
    """
    rows = visibility.allowed(BreakGlass.rows.all(), reader, Action.BREAK_GLASS)
    return list(rows.filter(account=reader.actor.id).order_by("-until")[:20])


def to_review(reader: Reader) -> Sequence[ToReview]:
    """Return what waits for the reader's review, the oldest first; written down."""
    rows = visibility.allowed(BreakGlass.rows.all(), reader, Action.REVIEW)
    rows = rows.filter(reviewed_at=None).exclude(account=reader.actor.id)
    found = list(rows.select_related("family", "account").order_by("until")[:100])
    keys.unlock({row.key for row in found})
    seen = _titles(reader, [row.family for row in found])
    with transaction.atomic():
        subjects = {row.family_id: common.family_subject(row.family) for row in found}
        if subjects:
            common.tell_chain(reader, "family.list", list(subjects.values()))
    return [
        ToReview(row, reference(row.family_id), seen.get(row.family_id, ""))
        for row in found
    ]


def reviews(reader: Reader) -> bool:
    """Say whether the reader's roles ever review broken glass."""
    held = {role for role, _ in reader.actor.roles}
    return bool(held & {Role.SUPERVISOR, Role.PROTECTION_OFFICER})


def _view(reader: Reader, family: Family, may: frozenset[Action]) -> AccessView:
    home = family.organisation_id
    workers = list(_now(reader, Assignment, family))
    hidden = set(
        Block.rows.filter(family=family, ended_at=None).values_list(
            "account", flat=True
        )
    )
    taken = {row.account_id for row in workers} | hidden
    return AccessView(
        family=family,
        reference=reference(family.pk),
        may=may,
        workers=workers,
        shares=_shares(reader, family),
        officers=list(_now(reader, NamedOfficer, family)),
        blocks=list(_now(reader, Block, family)),
        glass=_glass(reader, family),
        free_workers=_people(
            Action.ASSIGN in may, staffing.holders(home, staffing.WORKERS), taken
        ),
        organisations=list(staffing.others(home)) if Action.SHARE in may else [],
        able_officers=_people(
            Action.SEAL in may,
            staffing.holders(home, [Role.PROTECTION_OFFICER]),
            hidden if Action.BLOCK in may else set(),
        ),
        colleagues=_people(Action.BLOCK in may, staffing.active(home), hidden),
    )


def _now(reader: Reader, model: Any, family: Family) -> QuerySet[Any]:
    rows = model.objects.visible_to(reader).filter(family=family, ended_at=None)
    found: QuerySet[Any] = rows.select_related("account").order_by("made_at")
    return found


def _shares(reader: Reader, family: Family) -> list[Share]:
    rows = Share.objects.visible_to(reader).filter(
        family=family, withdrawn_at=None, until__gt=reader.now
    )
    held = rows.filter(visibility.consent_holds(reader))
    return list(held.select_related("to", "account").order_by("made_at"))


def _glass(reader: Reader, family: Family) -> list[BreakGlass]:
    rows = BreakGlass.objects.visible_to(reader).filter(family=family)
    return list(rows.select_related("account", "reviewed_by").order_by("-until")[:50])


def _people(
    asked: bool, rows: QuerySet[Account], without: set[uuid.UUID]
) -> list[Account]:
    return [one for one in rows if one.pk not in without] if asked else []


def _titles(reader: Reader, families: list[Family]) -> dict[uuid.UUID, str]:
    """Return the titles that the reader may see anyway."""
    visible = Family.objects.visible_to(reader).filter(
        pk__in={family.pk for family in families}
    )
    return {family.pk: family.title for family in visible}

"""Rows of cases that were opened already: one door, so that a lint can watch it.

As in ``registry.inside``: everything takes a family or case that came out of
``visible_to(reader)``, or what :func:`listed` cuts by the same decision.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db.models import Count, F, QuerySet

from sathana.accounts.decide import Action, Group
from sathana.casework.models import (
    Case,
    CaseMove,
    CasePathway,
    Encounter,
    EncounterBefore,
    MoneyAsked,
    OfficerName,
    PackComment,
    PaperPack,
    Readiness,
    ReadyCheck,
)
from sathana.registry import visibility
from sathana.registry.models import Family
from sathana.registry.reader import Reader


def cases(family: Family) -> QuerySet[Case]:
    """Return the cases of a family: open ones first, what is due first comes first."""
    rows = Case.rows.filter(family=family)
    return rows.order_by("-state", F("due").asc(nulls_last=True), "made_at", "id")


def listed(reader: Reader) -> QuerySet[Case]:
    """Return the cases that a list may show, what is due first comes first."""
    rows = Case.rows.filter(family__in=_families(reader))
    return rows.order_by(F("due").asc(nulls_last=True), "-changed_at", "id")


def _families(reader: Reader) -> QuerySet[Family]:
    """Return the families whose cases a list may show.

    They are found once and not asked of each line: with 20,000 lines that is 15
    instead of 340 ms.
    """
    return visibility.allowed(Family.rows.all(), reader, Action.LIST, Group.FACTS)


def pathways(cases: Sequence[Case]) -> QuerySet[CasePathway]:
    """Return the pathways of cases, the first recorded first."""
    return CasePathway.rows.filter(case__in=cases).order_by("made_at", "id")


def history(case: Case) -> QuerySet[CaseMove]:
    """Return all moves of a case, the newest first."""
    return CaseMove.rows.filter(case=case).order_by("-made_at", "-number", "id")


def moves(track: CasePathway) -> QuerySet[CaseMove]:
    """Return the moves of a pathway, the first first."""
    return CaseMove.rows.filter(track=track).order_by("number")


def encounters(family: Family) -> QuerySet[Encounter]:
    """Return the contacts of a family with offices, the last recorded first."""
    return Encounter.rows.filter(family=family).order_by("-made_at", "id")


def officer(encounter: Encounter) -> OfficerName | None:
    """Return the name of the officer of a contact, if one was told."""
    found: OfficerName | None = OfficerName.rows.filter(encounter=encounter).first()
    return found


def money(encounter: Encounter) -> MoneyAsked | None:
    """Return what money was asked for in a contact, if any was."""
    found: MoneyAsked | None = MoneyAsked.rows.filter(encounter=encounter).first()
    return found


def track_of(family: Family, track_id: uuid.UUID | None) -> CasePathway | None:
    """Return a pathway of a family."""
    rows = CasePathway.rows.select_related("case", "person").filter(family=family)
    found: CasePathway | None = rows.filter(id=track_id).first() if track_id else None
    return found


def packs_in(case_id: uuid.UUID) -> QuerySet[PaperPack]:
    """Return the packs of a case, the newest first; their bulk waits until asked."""
    rows = PaperPack.rows.filter(case=case_id).order_by("-made_at", "id")
    return rows.defer("values", "facts")


type Packs = QuerySet[PaperPack]


def all_packs() -> Packs:
    """Return packs, to be cut by a decision; their bulk waits until asked for."""
    return PaperPack.rows.all().defer("values", "facts", "scans")


def sent_back(packs: Sequence[PaperPack]) -> list[tuple[uuid.UUID | None, int]]:
    """Return how often each pack was sent back, by who made it."""
    rows = PackComment.rows.filter(pack__in=packs, does="send_back")
    counted = rows.values("pack__made_by").order_by().annotate(n=Count("id"))
    return [(row["pack__made_by"], row["n"]) for row in counted]


def packs_made(track: CasePathway) -> int:
    """Return how many packs of a pathway were made."""
    return PaperPack.rows.filter(track=track).count()


def comments(pack: PaperPack) -> QuerySet[PackComment]:
    """Return what was said about a pack and done with it, the first first."""
    return PackComment.rows.filter(pack=pack).order_by("made_at", "id")


def moves_of(tracks: Sequence[CasePathway]) -> QuerySet[CaseMove]:
    """Return the moves of several pathways, each of them in its order."""
    return CaseMove.rows.filter(track__in=tracks).order_by("track_id", "number")


def before(encounter: Encounter) -> QuerySet[EncounterBefore]:
    """Return the corrections of a contact, the newest first."""
    rows = EncounterBefore.rows.filter(encounter=encounter)
    return rows.order_by("-made_at", "id")


def readiness(tracks: Sequence[CasePathway]) -> QuerySet[Readiness]:
    """Return what is kept of the readiness of pathways."""
    return Readiness.rows.filter(track__in=tracks)


def worklist(reader: Reader) -> QuerySet[Readiness]:
    """Return the lines of open cases that a list of work may show."""
    return Readiness.rows.filter(family__in=_families(reader), case__state="open")


def last_check(track: CasePathway) -> ReadyCheck | None:
    """Return what was found when a pathway was last confirmed as ready."""
    rows = ReadyCheck.rows.filter(track=track).order_by("-made_at")
    found: ReadyCheck | None = rows.first()
    return found


def told_anew(family_id: uuid.UUID) -> None:
    """Mark what is kept of a family's readiness: something was told since."""
    Readiness.rows.filter(family=family_id, stale=False).update(stale=True)


def drop_readiness(track_ids: Sequence[uuid.UUID]) -> None:
    """Take pathways on which nothing is done any more out of the list of work."""
    Readiness.rows.filter(track__in=track_ids).delete()


def families_to_look_at(*, law: str, every: bool = False) -> QuerySet[Family]:
    """Return the families whose list of work must be made anew, for the command."""
    rows = Readiness.rows.filter(case__state="open")
    if not every:
        rows = rows.exclude(stale=False, law_version=law)
    return Family.rows.filter(id__in=rows.values("family")).order_by("id")


def has_lines(family_id: uuid.UUID) -> bool:
    """Say whether a family has lines in the list of work."""
    found: bool = Readiness.rows.filter(family=family_id).exists()
    return found


def family_to_look_at(family_id: uuid.UUID) -> Family | None:
    """Return a family for the command that makes the list of work anew."""
    found: Family | None = Family.rows.filter(id=family_id).first()
    return found

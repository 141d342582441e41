"""Cases, the pathways of persons in them, and every move that was made."""

from __future__ import annotations

from django.db import models

from sathana.protection.classes import Sensitivity
from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, plain

P2, P3 = Sensitivity.P2, Sensitivity.P3


class Case(FamilyRow):
    """Work on a family, from first contact on.

    Attributes:
        state: ``open`` or ``closed``.
        owner: Account that does the next action; ``None``: nobody yet.
        due: By which day; ``None``: no day was set.
        title: How the team calls it.
        next_action: What is to be done next; ``""``: nothing planned.
    """

    state = models.CharField(max_length=12, default="open")
    owner = models.UUIDField(null=True)
    due = models.DateField(null=True)
    title = Sealed(P3)
    next_action = Sealed(P3)

    class Meta(FamilyRow.Meta):
        indexes = [
            # The list of work: what is due first comes first.
            models.Index(fields=["organisation", "state", "due"]),
            models.Index(fields=["owner", "state", "due"]),
        ]

    PLAIN = plain("state", "owner", "due")


class CasePathway(FamilyRow):
    """The pathway that one person of the family takes, under the person's key.

    Attributes:
        round: As ``casework.tracks.Track.round``.
        moves: How many moves were made.
        filer: The person of the family who files; ``None``: see ``filed_by``.
        pathway: Id of a pathway of the law pack; ``""``: not chosen yet.
        state: Its stage, a copy of what its moves make.
        filed_by: ``self``, ``parent``, ``guardian``, ``representative`` or ``unknown``.
        filer_name: Who files, where it is nobody of the family.
        filer_basis: By what right: a court's order, a power of attorney ...
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="pathways")
    person = models.ForeignKey("registry.Person", models.CASCADE, related_name="+")
    filer = models.ForeignKey(
        "registry.Person", models.SET_NULL, null=True, related_name="+"
    )
    round = models.PositiveIntegerField(default=0)
    moves = models.PositiveIntegerField(default=0)
    pathway = Sealed(P2)
    state = Sealed(P2)
    filed_by = Sealed(P2)
    filer_name = Sealed(P3)
    filer_basis = Sealed(P3)

    PLAIN = plain("case", "person", "filer", "round", "moves")


class CaseMove(FamilyRow):
    """One line of the history of a case; it is never changed.

    Who made it and when are ``made_by`` and ``made_at``.

    Attributes:
        track: Which pathway moved; ``None``: the case itself.
        number: Counts the moves of a pathway from 1; ``None`` for the case itself.
        decides: The round that it decided; ``None`` if none. Once a round.
        action: Code of the move; of the case: ``open``, ``plan``, ``done``, ``close``,
            ``reopen``.
        source, goal: Stages before and after; of a plan the days.
        reason: Why.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="history")
    track = models.ForeignKey(
        CasePathway, models.CASCADE, null=True, related_name="history"
    )
    person = models.ForeignKey(
        "registry.Person", models.CASCADE, null=True, related_name="+"
    )
    number = models.PositiveIntegerField(null=True)
    decides = models.PositiveIntegerField(null=True)
    action = Sealed(P2)
    source = Sealed(P2)
    goal = Sealed(P2)
    reason = Sealed(P3)

    class Meta(FamilyRow.Meta):
        constraints = [
            # One history, and nothing decided twice: the database holds it too.
            models.UniqueConstraint(
                fields=["track", "number"], name="casework_one_history"
            ),
            models.UniqueConstraint(
                fields=["track", "decides"], name="casework_decided_once"
            ),
        ]

    PLAIN = plain("case", "track", "person", "number", "decides")

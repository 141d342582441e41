"""Whom a decision helps, asked of the engine for a stored family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sathana import status
from sathana.accounts.decide import Group
from sathana.casework import after_family
from sathana.casework.after_shown import HelpShown
from sathana.casework.models import CasePathway
from sathana.casework.selectors.readiness import WHOLE
from sathana.casework.shown import CaseView
from sathana.law.load import pack
from sathana.registry import dossier
from sathana.registry.casebuilding import Material, build
from sathana.registry.errors import ConsentMissingError
from sathana.registry.reader import Reader
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common
from sathana.web.languages import Text

type Rights = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Helps:
    """What the engine says.

    Attributes:
        people: Whose answer turned; ``None`` where that could not be asked.
        why_not: ``hidden``, ``consent``, ``loop``, ``none``; ``""``: it was asked.
        before, after: Rights of the person without the decision and with it, by id.
    """

    people: tuple[HelpShown, ...] | None = None
    why_not: str = ""
    before: Rights = field(default_factory=dict)
    after: Rights = field(default_factory=dict)


def asked(
    reader: Reader,
    track: CasePathway,
    case: CaseView,
    sight: Sight,
    order: Mapping[str, str] | None,
) -> Helps:
    """Assess the family without a decision and with it.

    Args:
        reader: Who looks.
        track: Whose pathway; its family’s keys are open.
        case: Its case as it is shown.
        sight: What of the family is open.
        order: The decision; ``None``: the pathway gives none, or none was made.
    """
    if order is None:
        return Helps(why_not="none")
    if not sight.groups >= WHOLE | {Group.NUMBER}:
        # An assessment tells of all these at once.
        return Helps(why_not="hidden")
    try:
        common.require_consent(reader, track.family, "assess")
    except ConsentMissingError:
        return Helps(why_not="consent")
    told = dossier.material(track.family)
    label = {one.id: one.label for one in told.persons}[track.person_id]
    try:
        return _helps(told, label, order, case, common.thai_day(reader.now))
    except status.TimeLoopError:
        return Helps(why_not="loop")


def _helps(
    told: Material, label: str, order: Mapping[str, str], case: CaseView, day: date
) -> Helps:
    if label not in build(told).persons:
        return Helps(why_not="none")
    found = after_family.compared(told, label, order, day)
    ids = {one.label: one.id for one in told.persons}
    called = dict(case.people)
    taken = {track.person_id for track in case.tracks}
    people = tuple(
        HelpShown(
            person_id=ids[one.who],
            called=called.get(ids[one.who], one.who),
            before=one.before,
            after=one.after,
            helped=one.helped,
            offers=tuple(
                (offer.id, _title(offer.id), offer.status, offer.before != offer.status)
                for offer in one.offers
            ),
            closes=tuple(_title(key) for key in one.closes),
            rights=len(one.rights),
            taken=ids[one.who] in taken,
        )
        for one in found.turned
        if one.who in ids
    )
    return Helps(people, "", _rights(found.before, label), _rights(found.after, label))


def _rights(answer: Mapping[str, Any], label: str) -> Rights:
    return {one["id"]: one for one in answer["persons"][label]["rights"]}


def _title(pathway: str) -> Text:
    return dict(pack().rules[pathway].title)

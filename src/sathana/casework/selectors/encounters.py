"""One contact with an office; what is kept apart is shown to few."""

from __future__ import annotations

import uuid
from dataclasses import replace

from sathana.accounts.decide import Action, Group
from sathana.casework import inside, letters, showing
from sathana.casework.models import Encounter
from sathana.casework.selectors import cases
from sathana.casework.shown import EncounterShown
from sathana.casework.states import HEAD
from sathana.registry import inside as rows_of
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.familytree import pathway_name
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common


def one(reader: Reader, encounter_id: uuid.UUID) -> EncounterShown:
    """Return a contact for its page, with the clocks that run from it.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    row, sight, names = _opened(reader, encounter_id)
    today = common.thai_day(reader.now)
    shown = showing.encounter(row, row.family, names, sight, today)
    shown = _with_what_is_apart(reader, row, shown, sight)
    cases.tell(reader, row.family, sight, "encounter.view")
    return shown


def letter(reader: Reader, encounter_id: uuid.UUID) -> letters.Letter:
    """Return the letter to print after a contact that left no paper.

    Raises:
        NotVisibleError: It is not there, not for this reader, or needs no letter.
        NotAllowedError: The reader may not print.
    """
    row, sight, names = _opened(reader, encounter_id)
    shown = showing.encounter(row, row.family, names, sight)
    if Action.PRINT not in sight.may:
        raise NotAllowedError("print")
    if not shown.letter:
        raise NotVisibleError
    fit, unchecked = letters.provisions()
    track = row.track
    filer = (names.person(track.filer_id) or track.filer_name) if track else ""
    cases.tell(reader, row.family, sight, "encounter.letter")
    return letters.Letter(
        outcome=row.outcome,
        office=row.office,
        role=row.role,
        on=row.on,
        today=common.thai_day(reader.now),
        petitioner=names.person(row.person_id),
        filer=filer,
        about=pathway_name(track.pathway) if track else None,
        codes=tuple(words for _, words in shown.codes),
        cited=tuple(fit),
        unchecked=tuple(unchecked),
        doubts=tuple(p for p in fit if p.checked.verified != "seen"),
    )


def _opened(
    reader: Reader, encounter_id: uuid.UUID
) -> tuple[Encounter, Sight, showing.Names]:
    rows = Encounter.objects.visible_to(reader)
    row = rows.select_related("family", "track", "fact").filter(id=encounter_id).first()
    if row is None:
        raise NotVisibleError
    sight = seeing.of_family(reader, row.family)
    if not sight.sees(Group.NOTES):
        raise NotVisibleError
    names = showing.names_of({row.family: sight}, reader.actor.organisation)
    related = [one for one in (row.track, row.fact) if one is not None]
    rows_of.unlock([row.family, row], related)
    return row, sight, names


def _with_what_is_apart(
    reader: Reader, row: Encounter, shown: EncounterShown, sight: Sight
) -> EncounterShown:
    """Add the officer's name and the money, for those who may see them."""
    officer, money = inside.officer(row), inside.money(row)
    if officer is None and money is None:
        return shown
    if not set(HEAD) <= sight.may:
        return replace(shown, apart=True)
    cases.tell(reader, row.family, sight, "encounter.apart_view")
    return replace(
        shown,
        officer=officer.name if officer else None,
        money={"amount": money.amount, "by": money.by, "words": money.words}
        if money
        else None,
    )

"""Pathways of persons in a case: who takes which, who files, and every move."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.casework import inside, tracks
from sathana.casework.models import Case, CaseMove, CasePathway
from sathana.casework.services import readiness, shared
from sathana.casework.states import MOVES, TITLES, Move
from sathana.law.load import pack
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotAllowedError, UnusableValueError
from sathana.registry.reader import Reader
from sathana.registry.services import common

FILERS = ("self", "parent", "guardian", "representative", "unknown")
"""Who files for a person."""


@transaction.atomic
def add_track(
    *,
    reader: Reader,
    case_id: uuid.UUID,
    person_id: uuid.UUID,
    values: Mapping[str, Any],
    id: uuid.UUID | None = None,
) -> CasePathway:
    """Let a person of the family take a pathway in a case.

    Args:
        reader: Who records.
        case_id: In which case.
        person_id: Whose pathway.
        values: ``pathway``, ``filed_by``, ``filer_id``, ``filer_name``,
            ``filer_basis``.
        id: Minted by the form: the same id twice is one pathway.

    Raises:
        NotVisibleError: The case is not there, or not for this reader.
        NotAllowedError: The reader may not add to the family.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    case = shared.case_for(reader, case_id, Action.ADD)
    shared.must_be_open(case)
    person = shared.person_of(case.family, person_id, "person_id")
    common.require_consent(reader, case.family, "record", person.id)
    wanted = _values(case, person_id, values)
    rows_of.unlock([person])

    def make() -> CasePathway:
        row = CasePathway(
            id=id or uuid.uuid4(),
            family_id=case.family_id,
            organisation_id=case.organisation_id,
            case=case,
            person=person,
            key=person.key,
            state=tracks.Track().state,
            **wanted,
        )
        common.keep_new(row, reader)
        _tell(case, row, reader, "case.pathway_add")
        return row

    return common.made_once(CasePathway, id, make, within=case.family_id)


@transaction.atomic
def change_track(
    *, reader: Reader, track_id: uuid.UUID, version: int, values: Mapping[str, Any]
) -> CasePathway:
    """Change which pathway a person takes, or who files.

    The pathway changes only while none is filed: afterwards there is the move
    ``change_path``.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConflictError: Somebody else changed it meanwhile.
        UnusableValueError: A value cannot be kept; its text says what is wrong.
    """
    track = _for_change(reader, track_id)
    case = track.case
    shared.must_be_open(case)
    wanted = _values(case, track.person_id, values)
    if wanted["pathway"] != track.pathway and track.state not in _FREE:
        raise UnusableValueError(
            "pathway",
            f"เรื่องอยู่ที่ขั้น “{TITLES[track.state]['th']}” จึงเปลี่ยนช่องทางตรงนี้ไม่ได้ "
            f"ให้บันทึก “{MOVES['change_path'].title['th']}” พร้อมเหตุผลก่อน",
            f"This stands at “{TITLES[track.state]['en']}”, so the pathway is not "
            f"changed here: record “{MOVES['change_path'].title['en']}” with its "
            "reason first.",
        )
    if common.change(track, reader, version, wanted):
        _tell(case, track, reader, "case.pathway_change")
    return track


_FREE = frozenset(("contact", "screened", "family_mapped", "path_chosen"))
"""Stages in which a pathway can simply be chosen anew."""


@transaction.atomic
def move(
    *,
    reader: Reader,
    track_id: uuid.UUID,
    version: int,
    action: str,
    reason: str = "",
    id: uuid.UUID | None = None,
) -> CasePathway:
    """Move a pathway by one line of the table.

    Days by which something must be done stay what they are.

    Args:
        reader: Who records it.
        track_id: Which pathway.
        version: The version that the form saw.
        action: Code of the move.
        reason: Why; needed where the table says so.
        id: Minted by the form: the same id twice is one move.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The move needs more than the reader may do.
        ConflictError: Somebody else moved it meanwhile.
        IllegalMoveError: There is no such move from here; it names those there are.
        ReasonMissingError: The move must be explained.
        NotReadyError: It is confirmed as ready while something stands in the way, and
            no reason is given (see ``services.readiness``).
    """
    track = _for_change(reader, track_id)
    common.made_once(
        CaseMove,
        id,
        lambda: _moved(reader, track, version, action, reason, id),
        within=track.family_id,
    )
    return track


@transaction.atomic
def move_on(
    *,
    reader: Reader,
    track_id: uuid.UUID,
    version: int,
    action: str,
    reason: str = "",
    id: uuid.UUID | None = None,
) -> CasePathway:
    """Move a pathway as :func:`move` does; preparing moves take those before along.

    Each is a move of its own in the history; if one is refused, none is made.
    """
    track = _for_change(reader, track_id)

    def make() -> CaseMove:
        *before, last = tracks.way(standing(track), action)
        seen = version
        for one in before:
            _moved(reader, track, seen, one, "", None)
            seen = track.version
        return _moved(reader, track, seen, last, reason, id)

    common.made_once(CaseMove, id, make, within=track.family_id)
    return track


def _moved(
    reader: Reader,
    track: CasePathway,
    version: int,
    action: str,
    reason: str,
    given: uuid.UUID | None,
) -> CaseMove:
    case = track.case
    shared.must_be_open(case)
    common.same_version(track, version)
    reason = common.short_text("reason", reason)
    before = standing(track)
    after = tracks.after(before, action, reason)
    found = MOVES[action]
    _may(reader, case, found)
    _has_pathway(track, found)
    asked = readiness.gate(reader, track, reason) if action == "confirm_ready" else None
    common.change(
        track,
        reader,
        version,
        {"state": after.state, "round": after.round, "moves": track.moves + 1},
    )
    row = shared.write_move(
        case,
        reader,
        id=given or uuid.uuid4(),
        key=track.key,
        track=track,
        person_id=track.person_id,
        number=track.moves,
        decides=after.round if found.decides else None,
        action=action,
        source=before.state,
        goal=after.state,
        reason=reason,
    )
    if asked:
        readiness.keep_check(reader, track, row, asked)
    _tell(case, track, reader, "case.move")
    return row


def standing(track: CasePathway) -> tracks.Track:
    """Return where a pathway stands, by its moves."""
    rows = list(inside.moves(track))
    rows_of.unlock(rows)
    return tracks.played(row.action for row in rows)


def _for_change(reader: Reader, track_id: uuid.UUID) -> CasePathway:
    track = common.row_for(CasePathway, reader, track_id, Action.CHANGE, Group.FACTS)
    rows_of.unlock([track.family, track])
    return track


def _may(reader: Reader, case: Case, move: Move) -> None:
    """Stop whoever may not make a move that others may.

    Raises:
        NotAllowedError: The reader may not.
    """
    if not set(move.needs) <= visibility.may(reader, case.family):
        raise NotAllowedError(move.action)


def _has_pathway(track: CasePathway, move: Move) -> None:
    if move.action == "choose_path" and not track.pathway:
        raise UnusableValueError(
            "action",
            "ยังไม่ได้เลือกช่องทางของคนนี้ ให้เลือกที่ “ช่องทางและผู้ยื่น” ก่อน",
            "No pathway is chosen for this person: choose it under “pathway and who "
            "files” first.",
        )


def _values(
    case: Case, person_id: uuid.UUID, values: Mapping[str, Any]
) -> dict[str, Any]:
    pathway = str(values.get("pathway", ""))
    if pathway:
        common.one_of("pathway", pathway, tuple(pack().pathways))
    filed_by = common.one_of("filed_by", values.get("filed_by", "unknown"), FILERS)
    filer = values.get("filer_id")
    if filer == person_id:
        filed_by, filer = "self", None
    person = shared.person_of(case.family, filer, "filer_id") if filer else None
    texts = {
        name: common.short_text(name, values.get(name, ""), longest=200)
        for name in ("filer_name", "filer_basis")
    }
    if person and texts["filer_name"]:
        raise UnusableValueError(
            "filer_name",
            "เลือกคนในครอบครัว หรือพิมพ์ชื่อคนนอก อย่างใดอย่างหนึ่ง",
            "Choose somebody of the family, or type a name from outside: one of both.",
        )
    return {"pathway": pathway, "filed_by": filed_by, "filer": person, **texts}


def _tell(case: Case, track: CasePathway, reader: Reader, action: str) -> None:
    common.touch(case.family, reader)
    person = track.person
    rows_of.unlock([person])
    subject = common.person_subject(person, case.family)
    common.tell_chain(reader, action, [subject], Group.FACTS)

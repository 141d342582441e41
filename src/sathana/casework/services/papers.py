"""Packs of papers: made as drafts, commented, sent back, signed off."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.accounts.models import Account
from sathana.casework import inside, outdated, owners, packmaking, supervising
from sathana.casework.models import CasePathway, PackComment, PaperPack
from sathana.casework.packmaking import Choices, Made
from sathana.casework.services import shared
from sathana.documents.glyphs import LacksSignError, check
from sathana.documents.pack_plain import as_plain
from sathana.facts.writer import write
from sathana.notices import telling
from sathana.registry import changed, packing, visibility
from sathana.registry import inside as rows_of
from sathana.registry.errors import (
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.services import common

DIGITS = ("thai", "arabic")


def make_pack(
    *,
    reader: Reader,
    track_id: uuid.UUID,
    choices: Choices,
    id: uuid.UUID | None = None,
) -> PaperPack:
    """Make a pack of a person's pathway: a draft, kept with what it was made from.

    The law is worked out before anything is locked: others can save meanwhile. What
    they save makes the pack outdated, and it says so.

    Args:
        reader: Who makes it.
        track_id: Of which pathway.
        choices: Digits, facts to be told, who files.
        id: Minted by the form: the same id twice is one pack.

    Raises:
        NotVisibleError: The pathway is not there, or not for this reader.
        NotAllowedError: The reader may not make it, or sees less than it tells.
        ConsentMissingError: Nobody consented to filing.
        UnusableValueError: No pathway is chosen, a value cannot be kept, or a text
            holds a letter that papers cannot show.
        status.TimeLoopError: The nationality of persons hangs on itself.
    """
    rows = CasePathway.objects.visible_to(reader).select_related("family", "case")
    track = rows.filter(id=track_id).first()
    if track is None:
        raise NotVisibleError
    family = track.family
    visibility.require(reader, family, Action.ADD, Group.FACTS)
    packmaking.must_see_all(seeing.of_family(reader, family))
    shared.must_be_open(track.case)
    common.require_consent(reader, family, "file", track.person_id)
    rows_of.unlock([family, track])
    choices = _checked(choices)
    _has_pathway(track)
    made = packmaking.made(family, track, choices, common.thai_day(reader.now))
    return _keep(reader, track, choices, made, id)


@transaction.atomic
def step(
    *,
    reader: Reader,
    pack_id: uuid.UUID,
    version: int,
    does: str,
    text: str = "",
    id: uuid.UUID | None = None,
) -> PaperPack:
    """Comment a pack, hand it up, send it back, or sign it off.

    Args:
        reader: Who does it.
        pack_id: Which pack.
        version: The version that the form saw.
        does: A code of ``supervising.STEPS``.
        text: The comment.
        id: Minted by the form: the same id twice is one step.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The step needs more than the reader may do.
        ConflictError: Somebody else took a step meanwhile.
        UnusableValueError: There is no such step from here, words are missing, or what
            is to be signed off is outdated.
    """
    pack = common.row_for(PaperPack, reader, pack_id, Action.ADD, Group.NOTES)
    rows_of.unlock([pack.family, pack])
    common.made_once(
        PackComment,
        id,
        lambda: _stepped(reader, pack, version, does, text, id),
        within=pack.family_id,
    )
    return pack


def _stepped(
    reader: Reader,
    pack: PaperPack,
    version: int,
    does: str,
    text: str,
    given: uuid.UUID | None,
) -> PackComment:
    found = supervising.STEPS.get(does)
    may = visibility.may(reader, pack.family)
    if found and not set(found.needs) <= may:
        raise NotAllowedError(does)
    text = common.short_text("text", text)
    _exists(pack, found, text)
    assert found is not None  # noqa: S101 (asked in _exists)
    if found.goal:
        common.same_version(pack, version)
        _move(reader, pack, found)
        telling.tell(*_who_must_look(reader, pack, found), pack.id)
    row = PackComment(
        id=given or uuid.uuid4(),
        family_id=pack.family_id,
        organisation_id=pack.organisation_id,
        key=pack.key,
        pack=pack,
        person_id=pack.person_id,
        does=does,
        text=text,
    )
    common.keep_new(row, reader)
    _tell(reader, pack, f"papers.{does}", Group.NOTES)
    return row


def _who_must_look(
    reader: Reader, pack: PaperPack, found: supervising.Step
) -> tuple[list[uuid.UUID], str]:
    """Return whom a step concerns, and the kind of notice they get."""
    if found.goal == supervising.WAITING:
        heads = owners.who_may(pack.family, supervising.HEAD)
        return [one for one in heads if one != reader.actor.id], "papers_waiting"
    maker = pack.made_by
    told = [maker] if maker and maker != reader.actor.id else []
    return told, "papers_checked"


def _exists(pack: PaperPack, found: supervising.Step | None, text: str) -> None:
    """Stop where there is no such step, or its words are missing.

    Raises:
        UnusableValueError: So it is; the text says what there is.
    """
    here = supervising.STATES[pack.state]
    if found is None or pack.state not in found.sources:
        raise UnusableValueError(
            "does",
            f"ทำขั้นนี้ไม่ได้ เพราะชุดเอกสารอยู่ที่ “{here['th']}” เลือกขั้นอื่น",
            f"This cannot be done, as the pack stands at “{here['en']}”: choose "
            "another step.",
        )
    if found.text and not text:
        raise UnusableValueError(
            "text",
            "เขียนด้วยว่าอะไร เพราะคนทำร่างต้องรู้ว่าต้องแก้ตรงไหน",
            "Write what about: whoever made the draft must know what to change.",
        )


def _move(reader: Reader, pack: PaperPack, found: supervising.Step) -> None:
    if found.goal == supervising.APPROVED:
        _fit_to_sign(reader, pack)
        pack.signer = _signer(reader)
    elif found.goal == supervising.SENT_BACK:
        pack.signer = ""
    if Action.REVIEW in found.needs:
        pack.decided_by, pack.decided_at = reader.actor.id, reader.now
    pack.state = found.goal
    common.keep_changed(pack, reader)


def _fit_to_sign(reader: Reader, pack: PaperPack) -> None:
    """Stop where what is to be signed off is not what the facts and the law say now.

    Raises:
        NotAllowedError: The reader sees less than the pack tells.
        UnusableValueError: Facts, law or contacts changed since it was made.
    """
    packmaking.must_see_all(seeing.of_family(reader, pack.family))
    if outdated.since(pack.family, pack):
        raise UnusableValueError(
            "does",
            "ข้อเท็จจริง กฎหมาย หรือการติดต่อเปลี่ยนไปหลังทำชุดนี้ จึงรับรองไม่ได้ "
            "ให้ทำชุดใหม่แล้วตรวจอีกครั้ง",
            "Facts, law or contacts changed since this pack was made, so it is not "
            "signed off: make it anew, and check that one.",
        )


def _signer(reader: Reader) -> str:
    """Return the name that the papers bear.

    Raises:
        UnusableValueError: Papers cannot show it.
    """
    account = Account.objects.get(id=reader.actor.id)
    name: str = account.shown_name or account.username
    try:
        check(name)
    except LacksSignError as fault:
        raise UnusableValueError("does", fault.th, fault.en) from None
    return name


def _checked(choices: Choices) -> Choices:
    common.one_of("digits", choices.digits, DIGITS)
    filed_by = common.short_text("filed_by", choices.filed_by, longest=200)
    return replace(choices, filed_by=filed_by)


def _has_pathway(track: CasePathway) -> None:
    if not track.pathway:
        raise UnusableValueError(
            "pathway",
            "ยังไม่ได้เลือกช่องทางของคนนี้ ให้เลือกที่ “ช่องทางและผู้ยื่น” ก่อน",
            "No pathway is chosen for this person: choose it under “pathway and who "
            "files” first.",
        )


@transaction.atomic
def _keep(
    reader: Reader,
    track: CasePathway,
    choices: Choices,
    made: Made,
    given: uuid.UUID | None,
) -> PaperPack:
    """Keep a pack, if the reader may still make it."""
    family = common.open_for(reader, track.family_id, Action.ADD, Group.FACTS)

    def make() -> PaperPack:
        pack = PaperPack(
            id=given or uuid.uuid4(),
            family=family,
            organisation_id=family.organisation_id,
            key=common.new_key(family),
            number=inside.packs_made(track) + 1,
            **_values(track, choices, made),
        )
        common.keep_new(pack, reader)
        _tell(reader, pack, "papers.make", *packmaking.TOLD_IN_A_CASE_FILE)
        return pack

    return common.made_once(PaperPack, given, make, within=family.id)


def _values(track: CasePathway, choices: Choices, made: Made) -> dict[str, Any]:
    return {
        "case": track.case,
        "track": track,
        "person_id": track.person_id,
        "pathway": track.pathway,
        "choices": choices.plain(),
        "values": packing.pack(as_plain(made.facts)),
        "facts": packing.pack(write(made.told.case)),
        "law": changed.law_now(),
        "scans": dict(made.scans),
    }


def _tell(reader: Reader, pack: PaperPack, action: str, *groups: Group) -> None:
    """Write it down: a pack tells of everybody in the family."""
    family: Family = pack.family
    common.touch(family, reader)
    persons = list(rows_of.persons(family))
    rows_of.unlock([family], persons)
    subjects = [common.person_subject(one, family) for one in persons]
    whole = [common.family_subject(family), *subjects]
    common.tell_chain(reader, action, whole, *sorted(groups))

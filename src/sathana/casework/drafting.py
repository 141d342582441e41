"""A draft for each step against a refusal or silence: the paper of the pack, as a file.

Every paper carries the law version and the hash of the facts it was made from, and is
marked as a draft: nobody has signed it off here.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sathana.accounts.decide import Action, Group
from sathana.casework.clocks_shown import code_of
from sathana.casework.models import CasePathway
from sathana.documents.blocks import Paper
from sathana.documents.glyphs import LacksSignError
from sathana.documents.pack_values import PackFacts
from sathana.documents.paper_docx import docx
from sathana.documents.paper_pdf import pdf
from sathana.documents.papers.demand import demand, to_superior
from sathana.documents.papers.remedies import appeal, chronology, complaint
from sathana.facts.model import CaseFile
from sathana.packs import lawful, persons
from sathana.packs.making import Asked, NoProcedureError, pack_facts
from sathana.registry import dossier, visibility
from sathana.registry import inside as rows_of
from sathana.registry.errors import (
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.status import assess

PAPERS: Mapping[str, Callable[[PackFacts], Paper]] = {
    "demand": demand,
    "appeal": appeal,
    "superior": to_superior,
    "complaint": complaint,
    "court": chronology,
    "civil": chronology,
}
"""The paper of each step of ``casework.ladder``; a court has forms of its own."""


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper as a file; its name says nothing of anybody."""

    name: str
    data: bytes
    media: str


def of_step(reader: Reader, track_id: uuid.UUID, step: str) -> Draft:
    """Return the draft for a step: to edit where a paper can be edited, else a PDF.

    Raises:
        NotVisibleError: The pathway or the step is not there, or not for this reader.
        NotAllowedError: The reader may not print.
        UnusableValueError: No paper can be made; its text says why.
    """
    if step not in PAPERS:
        raise NotVisibleError
    rows = CasePathway.objects.visible_to(reader).select_related("family", "person")
    track = rows.filter(id=track_id).first()
    if track is None:
        raise NotVisibleError
    family = track.family
    visibility.require(reader, family, Action.PRINT, Group.FACTS)
    facts = _facts(reader, track)
    made = _file(PAPERS[step](facts), f"{code_of(track.case_id)}-{step}")
    subject = common.person_subject(track.person, family)
    common.tell_read(reader, common.telling("case.draft", [subject], Group.FACTS))
    return made


def _facts(reader: Reader, track: CasePathway) -> PackFacts:
    case = _case_file(reader, track)
    rows_of.unlock([track.family, track, track.person])
    if not track.pathway:
        raise _unusable(
            "ยังไม่ได้เลือกช่องทางของคนนี้ จึงทำร่างไม่ได้ ให้เลือกช่องทางก่อน",
            "No pathway is chosen for this person, so there is nothing to draft: "
            "choose one first.",
        )
    day, who = common.thai_day(reader.now).toordinal(), track.person.label
    asked = Asked(
        person=who, pathway=track.pathway, as_of=day, law_at=day, made_on=day,
        filed_by=track.filer_name or None,
    )  # fmt: skip
    answer: dict[str, Any] = assess(persons.called(case, who), as_of=day, law_at=day)
    try:
        made = pack_facts(case, answer["persons"], asked)
    except NoProcedureError:
        raise _unusable(
            f"ชุดกฎหมายยังไม่มีขั้นตอนของช่องทาง {track.pathway} "
            "จึงทำร่างไม่ได้ "
            "ใช้หนังสือที่หน้าการติดต่อแทนได้",
            f"The law pack has no procedure for pathway {track.pathway}, so no draft "
            "can be made; the letter on the page of a contact can be used instead.",
        ) from None
    # What a demand rests on belongs to what the office owes.
    return replace(made, duties=(*made.duties, *lawful.laws(("aca/49",))))


def _case_file(reader: Reader, track: CasePathway) -> CaseFile:
    """Return the whole file, or say that it is not all open.

    Raises:
        UnusableValueError: The reader sees only a part of it.
    """
    try:
        return dossier.case_file(reader, track.family_id)
    except NotAllowedError:
        raise _unusable(
            "ร่างเล่าจากทั้งแฟ้ม ซึ่งไม่ได้เปิดให้คุณทั้งหมด ขอให้องค์กรที่ดูแลครอบครัวทำร่าง",
            "A draft tells from the whole file, which is not all open to you: ask the "
            "organisation that looks after the family to make it.",
        ) from None


def _file(paper: Paper, name: str) -> Draft:
    try:
        if paper.editable:
            return Draft(f"{name}.docx", docx(paper), _DOCX)
        return Draft(f"{name}.pdf", pdf(paper), "application/pdf")
    except LacksSignError as fault:
        raise _unusable(fault.th, fault.en) from fault


def _unusable(th: str, en: str) -> UnusableValueError:
    return UnusableValueError("step", th, en)

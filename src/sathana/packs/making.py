"""A pack of one person and one pathway: family, answer and law, as values."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sathana.calendars.iso import day_text, from_text
from sathana.calendars.show import show, show_day
from sathana.documents.blocks import Digits
from sathana.documents.pack_values import Contact, Correction, PackFacts, Witness
from sathana.facts.model import CaseFile, Grade
from sathana.facts.writer import write
from sathana.law.load import pack
from sathana.packs import drawn, lawful, lives, papers_held, persons, saying
from sathana.status import practice
from sathana.vocabulary.facts import FACTS, fact_name
from sathana.vocabulary.papers import PAPERS

type Row = Mapping[str, Any]


class NoProcedureError(LookupError):
    """The law pack has no procedure for a pathway, so no papers can be made for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """For whom and for what a pack is made.

    Attributes:
        as_of: Day asked about, ordinal.
        law_at: Day whose texts are read.
        made_on: Day on which the pack is made, ordinal.
        tell: Facts that are usually kept back and are to be told.
        signed_off_by: The person who stands behind the pack.
        filed_by: Who files for the applicant.
    """

    person: str
    pathway: str
    as_of: int
    law_at: int
    made_on: int
    digits: Digits = "arabic"
    tell: frozenset[str] = frozenset()
    signed_off_by: str | None = None
    filed_by: str | None = None


def facts_hash(case: CaseFile) -> str:
    """Return the fingerprint of a family's facts, written as a case file."""
    return hashlib.sha256(write(case).encode()).hexdigest()


def procedure_of(pathway: str, day: int) -> Row:
    """Return how a pathway is asked for on a day.

    Raises:
        NoProcedureError: The law pack has no procedure for it.
    """
    rows = practice.procedures({pathway: "open"}, {}, (), day)
    if not rows:
        raise NoProcedureError(pathway)
    return rows[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known beside the case file, where families are stored.

    Attributes:
        contacts: Contacts with offices, the first first.
        witnesses: Who can say what they saw.
    """

    contacts: tuple[Contact, ...] = ()
    witnesses: tuple[Witness, ...] = ()


NOTHING = Given()


def pack_facts(
    case: CaseFile, answers: Row, asked: Asked, given: Given = NOTHING
) -> PackFacts:
    """Return all that the papers say.

    Args:
        case: The family as told.
        answers: The ``persons`` of its assessment; best of :func:`persons.called`, so
            that sentences name everybody.
        asked: For whom and for what.
        given: What is known beside the case file.

    Raises:
        NoProcedureError: The law pack has no procedure for the pathway.
    """
    who, answer = asked.person, answers[asked.person]
    procedure = procedure_of(asked.pathway, asked.as_of)
    rule = pack().rules[asked.pathway]
    door = next(row for row in answer["pathways"] if row["id"] == asked.pathway)
    cites = lawful.split(door["cite"])
    said = {key: _sentence(row) for key, row in answers.items()}
    family = persons.everybody(case, who, said, asked.tell)
    hidden = persons.KEPT_BACK - asked.tell
    return PackFacts(
        applicant=family[0],
        pathway=rule.title["th"],
        procedure=procedure["title"]["th"],
        subject=procedure["title"]["th"],
        office=procedure["file_with"]["th"],
        addressee=lawful.addressee(procedure["file_with"]["th"]),
        deciders=tuple(one["th"] for one in procedure["decider"]),
        laws=lawful.laws(cites),
        procedure_laws=lawful.laws(lawful.split(procedure["cite"])),
        duties=lawful.laws(lawful.DUTIES),
        doubts=tuple(dict.fromkeys(lawful.doubts(door, procedure, cites))),
        warning=rule.warn["th"] if rule.warn else None,
        exhibits=papers_held.exhibits(case, procedure["papers"], hidden),
        more_held=papers_held.more_held(case, procedure["papers"], hidden),
        persons=family,
        life=lives.life(case, who, asked.tell),
        attempts=lives.attempts(case, who, asked.pathway),
        remedies=lawful.remedies(procedure["remedies"], asked.law_at),
        helpers=lawful.helpers(procedure["doors"]),
        fees=lawful.fees(procedure["fees"]),
        missing=tuple(_missing(answer, door)),
        to_document=tuple(_to_document(case, answer, asked.pathway, hidden)),
        contradictions=tuple(_contradictions(case, _with_parents(case, who))),
        answer=said[who],
        deadlines=tuple(_deadlines(answer, asked.pathway)),
        tree=drawn.tree(case, who),
        timeline=drawn.timeline(case, who, answer, asked.as_of),
        law_version=pack().version,
        facts_hash=facts_hash(case),
        law_day=show_day(asked.law_at, "th"),
        made_on=day_text(asked.made_on),
        signed_off_by=asked.signed_off_by,
        filed_by=asked.filed_by,
        filed_as=persons.kin_by_name(case, who, asked.filed_by),
        corrections=tuple(_corrections(case, asked)),
        digits=asked.digits,
        contacts=given.contacts,
        witnesses=(*given.witnesses, *papers_held.witnesses(case, hidden)),
    )


def _sentence(answer: Row) -> str:
    """Return what follows for a person, without the ids of rules."""
    return re.sub(r" \([A-Z0-9/-]+\)", "", str(answer["sentence"]["th"]))


def _missing(answer: Row, door: Row) -> Iterator[str]:
    needs = set(door["needs"])
    names = (row["name"]["th"] for row in answer["needs"] if row["fact"] in needs)
    yield from dict.fromkeys(names)


def _to_document(
    case: CaseFile, answer: Row, pathway: str, hidden: frozenset[str]
) -> Iterator[str]:
    for row in answer["to_document"]:
        shown = papers_held.key_of(case, row["fact"]) not in hidden
        if shown and pathway in row["opens"]:
            papers = (PAPERS.get(key) for key in row["papers"])
            names = " หรือ ".join(paper.name.th for paper in papers if paper)
            yield f"{row['name']['th']}" + (f": {names}" if names else "")


def _with_parents(case: CaseFile, who: str) -> list[str]:
    above = (persons.parent(case, who, which) for which in ("father", "mother"))
    return [who, *(one for one in above if one)]


def _contradictions(case: CaseFile, about: list[str]) -> Iterator[str]:
    for who in about:
        for key, told in case.persons[who].told.items():
            if told.others and told.grade is Grade.CONTRADICTED:
                said = (saying.value(case, key, one.value) for one in told.others)
                values = " / ".join(one or "ไม่ทราบ" for one in said)
                yield f"{papers_held.path_words(case, f'{who}.{key}')}: {values}"
        for paper in case.evidence.values():
            for path in paper.contradicts:
                if path.startswith(f"{who}."):
                    what = papers_held.path_words(case, path)
                    yield f"{papers_held.paper_words(paper)} ขัดกับ{what}"


def _corrections(case: CaseFile, asked: Asked) -> Iterator[Correction]:
    """Yield the entries to correct; one to be written where none is told."""
    if asked.pathway not in practice.CORRECTIONS:
        return
    wrong = [
        (paper, path.removeprefix(f"{asked.person}."))
        for paper in case.evidence.values()
        for path in paper.contradicts
        if path.startswith(f"{asked.person}.")
    ]
    for paper, key in wrong:
        told = case.persons[asked.person].told.get(key)
        yield Correction(
            what=fact_name(key, "th") if key in FACTS else key,
            wrong_in=papers_held.paper_words(paper),
            right=saying.value(case, key, told.value) if told else None,
        )
    if not wrong:
        yield Correction()


def _deadlines(answer: Row, pathway: str) -> Iterator[str]:
    for row in answer["deadlines"]:
        if row["pathway"] != pathway:
            continue
        if row["any_time"]:
            yield f"{row['title']['th']}: เมื่อใดก็ได้"
        elif row["due"]:
            due = show(from_text(row["due"]), "th")
            late = " (พ้นแล้ว)" if row["passed"] == "yes" else ""
            yield f"{row['title']['th']}: ภายในวันที่ {due}{late}"

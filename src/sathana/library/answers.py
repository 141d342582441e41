"""An assessment turned into what a page shows, person by person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sathana.facts.model import CaseFile, Parent, Person
from sathana.law.load import pack
from sathana.library.engine import Assessment
from sathana.library.people import Names, birth
from sathana.library.work import work
from sathana.library.workparts import Work
from sathana.vocabulary.codes import (
    NATIONALITY_ANSWERS,
    PARENTS,
    PATHWAY_STATUSES,
    READINGS,
)
from sathana.vocabulary.facts import FACTS
from sathana.vocabulary.papers import PAPERS
from sathana.web import dates
from sathana.web.languages import Text

STATUS_ORDER = (
    "open",
    "needs_facts",
    "window_unknown",
    "granted",
    "closed",
    "not_needed",
)
"""The board from what a family can do to what it need not do."""

ENTERED_AS_THAI = FACTS["registered_as_thai"].en
"""What a register says of nationality is read off the number, not asked here."""


@dataclass(frozen=True, slots=True)
class Group:
    """The pathways of one status."""

    status: str
    words: Text
    pathways: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """One missing fact as a question.

    Attributes:
        of_nationality: Whether a rule hangs on it that gives or takes nationality.
        only_read_off: Whether the fact is read off others and cannot itself be told.
    """

    fact: str
    about: Text
    question: Text
    at: str | None
    decides: tuple[str, ...]
    papers: tuple[Text, ...]
    of_nationality: bool
    only_read_off: bool


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """Everything an assessment says of one person, ready for a page.

    Attributes:
        raw: The assessment of the person as the contract writes it.
        differ: Whether the readings differ.
        work: What the person can do: steps, deadlines, rights, how to ask.
    """

    id: str
    name: Text
    kin: Text | None
    answer: str
    sentence: Text
    readings: tuple[tuple[Text, str], ...]
    differ: bool
    groups: tuple[Group, ...]
    asks: tuple[Ask, ...]
    notes: Mapping[str, tuple[Any, ...]]
    work: Work
    raw: Mapping[str, Any]


def person_answer(assessment: Assessment, person: str, called: Names) -> PersonAnswer:
    """Gather what a page shows of one person.

    Raises:
        KeyError: The assessment does not hold this person.
    """
    raw = assessment["persons"][person]
    thai, warnings = raw["thai"], raw.get("warnings", ())
    readings = tuple(
        (READINGS[key].both() if key in READINGS else {"th": key, "en": key}, value)
        for key, value in thai.get("readings", {}).items()
    )
    return PersonAnswer(
        id=person,
        name=called.of.get(person, {"th": person, "en": person}),
        kin=called.kin.get(person),
        answer=thai["answer"],
        sentence=raw.get("sentence") or NATIONALITY_ANSWERS[thai["answer"]].both(),
        readings=readings,
        differ=len({value for _, value in readings}) > 1,
        groups=_board(raw.get("pathways", ())),
        asks=tuple(ask(need, called) for need in raw.get("needs", ())),
        notes={
            "contradictions": tuple(raw.get("contradictions", ())),
            "warnings": tuple(row for row in warnings if "readings" not in row),
            "contested": tuple(_point(row) for row in warnings if "readings" in row),
            "assumed": tuple(
                {"who": called.of.get(called.split(row["fact"])[0]), **row}
                for row in raw.get("assumed", ())
            ),
            "to_document": tuple(
                {
                    "name": called.fact(row["fact"]),
                    "papers": [_paper(paper) for paper in row.get("papers", ())],
                }
                for row in raw.get("to_document", ())
            ),
        },
        work=work(raw, called),
        raw=raw,
    )


def _point(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Add the id under which a contested point has its page."""
    return {"point": str(row["id"]).removeprefix("CONTESTED-"), **row}


def everybody(
    case: CaseFile, assessment: Assessment, called: Names
) -> tuple[PersonAnswer, ...]:
    """Return the answers of all persons that the assessment holds, in file order."""
    return tuple(
        person_answer(assessment, key, called)
        for key in case.persons
        if key in assessment["persons"]
    )


def family_rows(
    case: CaseFile, everybody: Iterable[PersonAnswer], called: Names
) -> tuple[Mapping[str, Any], ...]:
    """Return the family as the table beside the picture shows it."""
    return tuple(
        {
            "id": person.id,
            "name": person.name,
            "kin": person.kin,
            "born": dates.show(birth(case.persons[person.id])),
            "father": _parent_name(case.persons[person.id], "father", called),
            "mother": _parent_name(case.persons[person.id], "mother", called),
            "answer": person.answer,
        }
        for person in everybody
    )


def _parent_name(person: Person, which: str, called: Names) -> Text | None:
    """Name a parent, or say that nobody knows or can know who it is."""
    told = person.told.get(which)
    if told is None:
        return None
    if isinstance(told.value, Parent):
        return PARENTS[told.value.value].both()
    if told.value is None:
        return PARENTS["unknown"].both()
    return called.of.get(str(told.value))


def ask(need: Mapping[str, Any], called: Names) -> Ask:
    """Make a question out of one entry of ``needs``."""
    return Ask(
        fact=need["fact"],
        about=called.fact(need["fact"]),
        question=need["question"],
        at=need.get("at"),
        decides=tuple(need.get("decides", ())),
        papers=tuple(_paper(paper) for paper in need.get("evidence", ())),
        of_nationality=any(map(_is_of_nationality, need.get("decides", ()))),
        only_read_off=need.get("name", {}).get("en", "").startswith(ENTERED_AS_THAI),
    )


def _is_of_nationality(rule: str) -> bool:
    known = pack().rules.get(rule)
    return known is not None and known.kind in ("gain", "loss", "bar")


def _paper(paper: str | Text) -> Text:
    if isinstance(paper, str):
        known = PAPERS.get(paper)
        return known.name.both() if known else {"th": paper, "en": paper}
    return paper


def _board(pathways: Iterable[dict[str, Any]]) -> tuple[Group, ...]:
    """Group pathways by status; within a status in the order of the law pack."""
    found: dict[str, list[dict[str, Any]]] = {status: [] for status in STATUS_ORDER}
    for pathway in pathways:
        found.setdefault(pathway["status"], []).append(pathway)
    return tuple(
        Group(
            status,
            PATHWAY_STATUSES[status].both()
            if status in PATHWAY_STATUSES
            else {"th": status, "en": status},
            tuple(rows),
        )
        for status, rows in found.items()
        if rows
    )

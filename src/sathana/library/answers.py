"""An assessment turned into what a page shows, person by person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sathana.facts.model import CaseFile
from sathana.library.engine import Assessment
from sathana.library.people import Names
from sathana.vocabulary.codes import NATIONALITY_ANSWERS, PATHWAY_STATUSES, READINGS
from sathana.vocabulary.papers import PAPERS
from sathana.web.languages import Text

STATUS_ORDER = ("open", "needs_facts", "window_unknown", "granted", "closed", "not_needed")
"""The board from what a family can do to what it need not do."""


@dataclass(frozen=True, slots=True)
class Group:
    """The pathways of one status."""

    status: str
    words: Text
    pathways: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """One missing fact as a question."""

    fact: str
    about: Text
    question: Text
    at: str | None
    decides: tuple[str, ...]
    papers: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """Everything an assessment says of one person, ready for a page.

    Attributes:
        raw: The assessment of the person as the contract writes it.
        differ: Whether the readings differ.
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
    raw: Mapping[str, Any]


def person_answer(assessment: Assessment, person: str, called: Names) -> PersonAnswer:
    """Gather what a page shows of one person.

    Raises:
        KeyError: The assessment does not hold this person.
    """
    raw = assessment["persons"][person]
    thai = raw["thai"]
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
            "warnings": tuple(raw.get("warnings", ())),
            "assumed": tuple(raw.get("assumed", ())),
        },
        raw=raw,
    )


def everybody(
    case: CaseFile, assessment: Assessment, called: Names
) -> tuple[PersonAnswer, ...]:
    """Return the answers of all persons that the assessment holds, in file order."""
    return tuple(
        person_answer(assessment, key, called)
        for key in case.persons
        if key in assessment["persons"]
    )


def ask(need: Mapping[str, Any], called: Names) -> Ask:
    """Make a question out of one entry of ``needs``."""
    return Ask(
        fact=need["fact"],
        about=called.fact(need["fact"]),
        question=need["question"],
        at=need.get("at"),
        decides=tuple(need.get("decides", ())),
        papers=tuple(_paper(paper) for paper in need.get("evidence", ())),
    )


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

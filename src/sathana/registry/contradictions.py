"""Values and papers of a family that cannot all be right."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sathana.facts.casefile import told_text
from sathana.facts.model import CaseFile
from sathana.registry import casebuilding, changed, clashes, telling
from sathana.registry.casebuilding import Material
from sathana.registry.errors import Text
from sathana.registry.shown import (
    Contradiction,
    EvidenceShown,
    FactShown,
    FamilyView,
    KinshipShown,
)

_LISTS = ("orders", "marriages", "stay", "residence", "registers", "care", "attempts")


def of_family(view: FamilyView) -> list[Contradiction]:
    """Return what does not fit together, told for a family page.

    Where facts or kinship are hidden from the reader, nothing is compared: what is
    hidden must not show through what it contradicts.
    """
    if view.facts is None or view.kinship is None or view.evidence is None:
        return []
    called = {person.id: person.called for person in view.persons}
    papers = {paper.id: paper.kind or paper.label for paper in view.evidence}
    return [
        *_told_twice(view.facts, called, papers),
        *_two_parents(view.kinship, called, papers),
        *_by_papers(view, called),
        *_clashes(view, called),
    ]


def _told_twice(
    facts: Sequence[FactShown],
    called: dict[uuid.UUID, str],
    papers: dict[uuid.UUID, str],
) -> Iterator[Contradiction]:
    several: dict[tuple[uuid.UUID, str], list[FactShown]] = defaultdict(list)
    for fact in facts:
        known = fact.withdrawn_at is None and not fact.hidden
        if known and fact.value != "unknown" and fact.path not in _LISTS:
            several[fact.person_id, fact.path].append(fact)
    for (person, path), some in several.items():
        values = tuple(
            (telling.one_line(one.value), _who_says(one, papers)) for one in some
        )
        if len({value for value, _ in values}) > 1:
            yield Contradiction(person, path, values, _differ(called[person], path))


def _two_parents(
    kinship: Sequence[KinshipShown],
    called: dict[uuid.UUID, str],
    papers: dict[uuid.UUID, str],
) -> Iterator[Contradiction]:
    several: dict[tuple[uuid.UUID, str], list[KinshipShown]] = defaultdict(list)
    for kin in kinship:
        if kin.kind == "biological" and kin.role in telling.PARENTS:
            several[kin.person_id, kin.role].append(kin)
    for (person, role), some in several.items():
        if len({kin.parent_id for kin in some}) > 1:
            values = tuple(
                (
                    called.get(kin.parent_id, "?"),
                    _source(kin.source_id, kin.said_by, papers),
                )
                for kin in some
            )
            yield Contradiction(person, role, values, _differ(called[person], role))


def _by_papers(
    view: FamilyView, called: dict[uuid.UUID, str]
) -> Iterator[Contradiction]:
    """Yield facts that a paper speaks against, and papers that speak for them."""
    told: dict[tuple[str, str], list[FactShown]] = defaultdict(list)
    for fact in view.facts or ():
        if fact.withdrawn_at is None:
            told[str(fact.person_id), fact.path].append(fact)
    papers = {paper.id: paper.kind or paper.label for paper in view.evidence or ()}
    for paper in view.evidence or ():
        for whose, path in paper.contradicts:
            person = uuid.UUID(whose) if whose else None
            if person not in called:
                continue
            values = [
                (fact.text, _who_says(fact, papers)) for fact in told[whose, path]
            ]
            values += [("≠", _paper(paper))]
            values += [
                ("=", _paper(other))
                for other in view.evidence or ()
                if (whose, path) in other.supports
            ]
            who, what = called[person], changed.about(path)
            yield Contradiction(
                person,
                path,
                tuple(values),
                {
                    "th": f"{what['th']} ({who}): มีเอกสารที่ขัดแย้ง",
                    "en": f"{what['en']} ({who}): a paper speaks against it.",
                },
            )


def _clashes(view: FamilyView, called: dict[uuid.UUID, str]) -> Iterator[Contradiction]:
    case = casebuilding.build(
        Material(
            "view", "", view.persons, view.kinship or (), view.facts or (),
            view.evidence or (),
        ),
        settle=False,
    )  # fmt: skip
    ids = {person.label: person.id for person in view.persons}
    names = {person.label: person.called for person in view.persons}
    for clash in clashes.find(case, names):
        label, path = clash.places[0]
        values = tuple(
            (
                _value(case, *place),
                f"{names[place[0]]}: {changed.about(place[1])['th']}",
            )
            for place in clash.places
        )
        yield Contradiction(ids[label], path, values, clash.text)


def _value(case: CaseFile, label: str, path: str) -> str:
    return told_text(case, label, path)


def _who_says(fact: FactShown, papers: dict[uuid.UUID, str]) -> str:
    return _source(fact.source_id, fact.said_by, papers)


def _source(
    source: uuid.UUID | None, said_by: str, papers: dict[uuid.UUID, str]
) -> str:
    """Return what or who says so: the paper, else the person, else nobody named."""
    return papers.get(source, "") if source else said_by


def _paper(paper: EvidenceShown) -> str:
    return paper.kind or paper.label


def _differ(who: str, path: str) -> Text:
    what = changed.about(path)
    return {
        "th": f"{what['th']} ({who}): มีคำบอกเล่าหรือเอกสารไม่ตรงกัน",
        "en": f"{what['en']} ({who}): what is told or written differs.",
    }

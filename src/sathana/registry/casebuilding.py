"""A case file built from what was told: names, facts, kinship and papers.

Several values of one path that differ are contradicted, as in a case file; that
somebody does not know does not contradict somebody who does. Lists that were told in
parts (stays, registers, petitions) are put together. Withdrawn facts are left out.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.calendars.spans import UNKNOWN_DAY, DateSpan
from sathana.facts.casefile_faults import CaseFileError
from sathana.facts.casefile_nodes import Plain
from sathana.facts.keys import KEYS
from sathana.facts.model import CaseFile, Evidence, Person, Told
from sathana.registry import clashes, telling
from sathana.registry.shown import (
    EvidenceShown,
    FactShown,
    KinshipShown,
    NameShown,
    PersonShown,
)

GRADE_OF_PROOF = {
    "dna": "documented",
    "court": "documented",
    "paper": "documented",
    "statement": "witnessed",
    "none": "claimed",
    "disputed": "contradicted",
}
"""How well a kinship is known, by its proof."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that is told of a family, opened."""

    case: str
    title: str
    persons: Sequence[PersonShown]
    kinship: Sequence[KinshipShown]
    facts: Sequence[FactShown]
    evidence: Sequence[EvidenceShown]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling of one path: its plain value, grade and paper."""

    plain: Plain
    grade: str
    source: str | None


def build(material: Material, *, settle: bool = True) -> CaseFile:
    """Return the case file of a family.

    Args:
        material: What is told.
        settle: Whether of values that cannot be true together the weaker one counts
            as unknown, so that the rules can be asked.
    """
    labels = {person.id: person.label for person in material.persons}
    papers = paper_labels(material.evidence)
    told = _tellings(material, labels, papers)
    persons = {
        one.label: Person(
            one.label,
            dict(_told(one, told[one.id], set(labels.values()), set(papers.values()))),
            names_of(one.names or ()),
            one.notes or "",
        )
        for one in material.persons
    }
    case = CaseFile(
        case=material.case,
        persons=persons,
        title=material.title,
        notes=material.notes,
        evidence=dict(_papers(material.evidence, papers, labels)),
    )
    return clashes.settled(case) if settle else case


def paper_labels(evidence: Iterable[EvidenceShown]) -> dict[uuid.UUID, str]:
    """Return the id of each paper in the case file: its own, else the next free one."""
    evidence = list(evidence)
    taken = {paper.label for paper in evidence}
    free = (
        name for n in range(1, 2 * len(evidence) + 2) if (name := f"E{n}") not in taken
    )
    return {paper.id: paper.label or next(free) for paper in evidence}


def names_of(names: Iterable[NameShown]) -> dict[str, str]:
    """Return the name of a person by language: the first Thai one, the first Latin."""
    found: dict[str, str] = {}
    for name in names:
        thai = any("\u0e00" <= letter <= "\u0e7f" for letter in name.text)
        language = "th" if thai else "en"
        if name.text and (language not in found):
            found[language] = name.text
    return dict(sorted(found.items(), reverse=True))


def _tellings(
    material: Material, labels: Mapping[uuid.UUID, str], papers: Mapping[uuid.UUID, str]
) -> dict[uuid.UUID, dict[str, list[_Telling]]]:
    """Gather what is told of each person, by path: facts, and parents by kinship."""
    found: dict[uuid.UUID, dict[str, list[_Telling]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for fact in material.facts:
        if fact.withdrawn_at is None and not fact.hidden:
            one = _Telling(fact.value, fact.grade, _paper(fact.source_id, papers))
            found[fact.person_id][fact.path].append(one)
    for kin in material.kinship:
        if kin.parent_id in labels:
            grade = GRADE_OF_PROOF.get(kin.proof, "claimed")
            label, source = labels[kin.parent_id], _paper(kin.source_id, papers)
            if kin.kind == "biological" and kin.role in telling.PARENTS:
                one = _Telling(label, grade, source)
                found[kin.person_id][kin.role].append(one)
            elif kin.kind == "adoptive":
                _adopt(found[kin.person_id]["adopted"], label, kin, grade, source)
    return found


def _adopt(
    told: list[_Telling], by: str, kin: KinshipShown, grade: str, source: str | None
) -> None:
    """Tell an adoption from its kinship, unless a fact tells it better."""
    entries = (e for one in told if isinstance(one.plain, list) for e in one.plain)
    if any(isinstance(entry, dict) and entry.get("by") == by for entry in entries):
        return
    registered = kin.begin or "unknown"
    told.append(_Telling([{"by": by, "registered": registered}], grade, source))


def _told(
    person: PersonShown,
    tellings: Mapping[str, list[_Telling]],
    labels: set[str],
    papers: set[str],
) -> Iterator[tuple[str, Told]]:
    for path in KEYS:
        if path not in tellings:
            continue
        plain = _together(path, tellings[path])
        try:
            yield path, telling.told_of(path, plain, person.label, labels, papers)
        except CaseFileError:
            # It names a person or paper that was erased: nothing is known of it now.
            continue


def _together(path: str, tellings: list[_Telling]) -> Plain:
    """Return all tellings of one path as one value of a case file."""
    known = [one for one in tellings if one.plain != "unknown"] or tellings[:1]
    if len(known) == 1:
        return telling.graded(known[0].plain, known[0].grade, known[0].source)
    if KEYS[path].has_entries and all(_is_list(one.plain) for one in known):
        return [item for one in known for item in _entries(one)]
    several: list[Plain] = []
    for one in known:
        if isinstance(one.plain, list) and telling.several(one.plain):
            several.extend(one.plain)
        else:
            several.append(_wrapped(one))
    return several


def _is_list(plain: Plain) -> bool:
    return isinstance(plain, list) and not telling.several(plain)


def _entries(one: _Telling) -> Iterator[Plain]:
    """Yield the entries of a list, each with the grade and paper of the whole."""
    for item in one.plain:
        if not isinstance(item, dict):
            yield item
            continue
        entry = dict(item)
        if one.source is not None:
            entry.setdefault("source", one.source)
        if one.grade != "claimed":
            entry.setdefault("grade", one.grade)
        yield entry


def _wrapped(one: _Telling) -> Plain:
    found: dict[str, Plain] = {"value": one.plain, "grade": one.grade}
    if one.source is not None:
        found["source"] = one.source
    return found


def _paper(source: uuid.UUID | None, papers: Mapping[uuid.UUID, str]) -> str | None:
    return papers.get(source) if source else None


def _papers(
    evidence: Iterable[EvidenceShown],
    papers: Mapping[uuid.UUID, str],
    labels: Mapping[uuid.UUID, str],
) -> Iterator[tuple[str, Evidence]]:
    known = {str(key): label for key, label in labels.items()}
    for paper in evidence:
        label = papers[paper.id]
        yield (
            label,
            Evidence(
                label,
                kind=paper.kind,
                issuer=paper.issuer,
                number=paper.number or "",
                date=_date(paper.date),
                supports=tuple(_paths(paper.supports, known)),
                contradicts=tuple(_paths(paper.contradicts, known)),
            ),
        )


def _paths(
    pairs: Iterable[tuple[str, str]], labels: Mapping[str, str]
) -> Iterator[str]:
    return (f"{labels[whose]}.{path}" for whose, path in pairs if whose in labels)


def _date(written: Any) -> DateSpan:
    """Return the day of a paper; what was typed but is no date is not known."""
    try:
        return parse_date(written) if written else UNKNOWN_DAY
    except DateError:
        return UNKNOWN_DAY

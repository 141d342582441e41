"""What the chosen pathways of a case still need, and the papers that would show it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sathana.casework.plan_shown import Cost, Gap, PaperWay
from sathana.law.load import pack
from sathana.law.model import weakest
from sathana.vocabulary.getting import getting
from sathana.vocabulary.papers import PAPERS
from sathana.web.languages import Text

MOST = 15
"""More gaps than these on one page help nobody choose."""


@dataclass
class _Found:
    kind: str
    text: Text
    papers: tuple[str, ...]
    wants: list[str] = field(default_factory=list)
    helps: list[str] = field(default_factory=list)


def of_case(
    answer: Mapping[str, Any],
    chosen: Iterable[tuple[uuid.UUID, str]],
    ids: Mapping[str, uuid.UUID],
    names: Mapping[uuid.UUID, str],
    asked: Mapping[tuple[str, str], str],
) -> list[Gap]:
    """Return the gaps of chosen pathways, those that help most people first.

    Args:
        answer: The whole answer of an assessment.
        chosen: Persons with the pathway that each takes; ``""``: none chosen.
        ids: Label in the answer to person.
        names: What to call each person.
        asked: State of the last request by paper and fact (``label.path``).
    """
    labels = {one: label for label, one in ids.items()}
    found: dict[tuple[str, str], _Found] = {}
    for person, pathway in chosen:
        label = labels.get(person, "")
        for kind, row, text, papers in _rows(answer, label):
            opens = row["opens"] if kind == "to_document" else row["decides"]
            if pathway not in opens or not pathway:
                continue
            one = found.setdefault((row["fact"], kind), _Found(kind, text, papers))
            _once(one.wants, names.get(person, label))
    _others(answer, found, ids, names)
    ordered = sorted(
        found.items(),
        key=lambda item: (
            -len(item[1].wants) - len(item[1].helps), item[1].kind == "missing",
        ),
    )  # fmt: skip
    return [_gap(fact, one, ids, asked) for (fact, _), one in ordered]


def _rows(
    answer: Mapping[str, Any], label: str
) -> Iterator[tuple[str, Mapping[str, Any], Text, tuple[str, ...]]]:
    person = answer["persons"].get(label, {})
    for row in person.get("to_document", ()):
        yield "to_document", row, row["name"], tuple(row["papers"])
    for row in person.get("needs", ()):
        if not row["fact"].startswith("law."):
            yield "missing", row, row["question"], tuple(row["evidence"])


def _others(
    answer: Mapping[str, Any],
    found: Mapping[tuple[str, str], _Found],
    ids: Mapping[str, uuid.UUID],
    names: Mapping[uuid.UUID, str],
) -> None:
    """Note whom else in the family the same fact helps."""
    for label, person in ids.items():
        for kind, row, _, _ in _rows(answer, label):
            one = found.get((row["fact"], kind))
            name = names.get(person, label)
            if one is not None and name not in one.wants:
                _once(one.helps, name)


def _once(some: list[str], name: str) -> None:
    if name not in some:
        some.append(name)


def _gap(
    fact: str,
    one: _Found,
    ids: Mapping[str, uuid.UUID],
    asked: Mapping[tuple[str, str], str],
) -> Gap:
    label, _, path = fact.partition(".")
    ways = tuple(way(paper, asked.get((paper, fact), "")) for paper in one.papers)
    return Gap(
        ids.get(label), path, one.kind, one.text, ways,
        tuple(one.wants), tuple(one.helps),
    )  # fmt: skip


def way(paper_id: str, asked: str = "") -> PaperWay:
    """Return what is known of getting a paper."""
    paper, known = PAPERS[paper_id], getting(paper_id)
    fee = pack().fees.get(known.fee)
    costs = tuple(
        Cost(one.baht, one.in_force, one.ceiling, one.note, one.checked.verified)
        for one in (fee.values if fee else ())
    )
    marks = [known.verified, *(one.verified for one in costs)]
    return PaperWay(
        id=paper_id,
        name=paper.name.both(),
        holder=paper.holder.both(),
        costs=costs,
        time=known.time.both() if known.time else None,
        risk=known.risk.both() if known.risk else None,
        sources=known.sources,
        verified=weakest(marks) if known.sources else "unverified",  # type: ignore[arg-type]
        asked=asked,
    )

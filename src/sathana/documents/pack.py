"""The papers of a pack in the order in which an office takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sathana.documents.blocks import Paper
from sathana.documents.pack_values import PackFacts
from sathana.documents.papers.counter import not_received, power, receipt
from sathana.documents.papers.family import chart, life
from sathana.documents.papers.lists import evidence_list, exhibits, index
from sathana.documents.papers.petition import petition
from sathana.documents.papers.remedies import appeal, chronology, complaint
from sathana.documents.papers.summary import summary
from sathana.documents.papers.witness import witness

type Part = Literal["filing", "remedies", "all"]
"""What is printed: what is handed in, what answers a refusal, or both."""


@dataclass(frozen=True, slots=True)
class Named:
    """A paper under the name of its file, without its ending: ``01-petition``."""

    name: str
    paper: Paper


def pack_of(facts: PackFacts, part: Part = "all") -> tuple[Named, ...]:
    """Return the papers of one person and one pathway, numbered in their order."""
    found: list[Paper] = []
    if part in ("filing", "all"):
        found += _filing(facts)
    if part in ("remedies", "all"):
        # Orders of the Minister have no appeal: the way is the court.
        appeals = any(remedy.appeal for remedy in facts.remedies)
        found += [appeal(facts)] if appeals else []
        found += [complaint(facts), chronology(facts)]
    return tuple(
        Named(f"{number:02}-{paper.key}", paper)
        for number, paper in enumerate(found, start=1)
    )


def _filing(facts: PackFacts) -> Iterator[Paper]:
    first = petition(facts)
    behind = [evidence_list(facts), chart(facts), life(facts), witness(facts)]
    covers = [exhibits(facts)] if any(one.held for one in facts.exhibits) else []
    handed_in = [first, *behind, power(facts)]
    yield first
    yield index(facts, tuple(paper.title for paper in handed_in))
    yield from behind
    yield from covers
    yield from (receipt(facts), not_received(facts), summary(facts), power(facts))

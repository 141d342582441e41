"""Packs for the tests of papers, and what can be read back from a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2

from sathana.documents import blocks as b
from sathana.documents.blocks import Digits, Paper
from sathana.documents.pack import Named, Part, pack_of
from sathana.documents.pack_values import PackFacts
from sathana.documents.writing import clean
from sathana.facts.casefile import read
from sathana.facts.model import CaseFile
from sathana.packs.making import Asked, pack_facts
from sathana.packs.persons import called
from sathana.status import assess

FAMILY = Path(__file__).with_name("family.yaml")
MM = 72 / 25.4
LEFT, RIGHT, BOTTOM, TOP = 30 * MM, 190 * MM, 24 * MM, (297 - 25) * MM
MADE_ON = 739_945
_UNSEEN = re.compile("[\\s\u200b\u00ad\ufffe\x02\u00a0-]+")


@cache
def family() -> CaseFile:
    return read(FAMILY.read_bytes(), name=FAMILY.name)


def renamed(text: str) -> CaseFile:
    """Return the family with one name for the applicant, the mother and a place."""
    case = family()
    persons = dict(case.persons)
    for who in ("A", "M"):
        persons[who] = replace(persons[who], name={"th": text})
    told = dict(persons["A"].told)
    told["born.place"] = replace(told["born.place"], value=text)
    persons["A"] = replace(persons["A"], told=told)
    return replace(case, persons=persons)


@cache
def answers() -> dict[str, Any]:
    return answered(family(), "A")


def answered(case: CaseFile, who: str) -> dict[str, Any]:
    day = case.as_of or MADE_ON
    answer: dict[str, Any] = assess(
        called(case, who), as_of=day, law_at=case.law_at or day
    )
    found: dict[str, Any] = answer["persons"]
    return found


def facts(
    pathway: str = "S23",
    case: CaseFile | None = None,
    *,
    digits: Digits = "thai",
    who: str = "A",
    **other: Any,
) -> PackFacts:
    family_ = case or family()
    day = family_.as_of or MADE_ON
    asked = Asked(
        person=who,
        pathway=pathway,
        as_of=day,
        law_at=family_.law_at or day,
        made_on=MADE_ON,
        digits=digits,
        **other,
    )
    # The answer does not hang on names, so that of the family is taken for all.
    found = answers() if who == "A" else answered(family_, who)
    return pack_facts(family_, found, asked)


def papers(pathway: str = "S23", part: Part = "all", **other: Any) -> tuple[Named, ...]:
    return pack_of(facts(pathway, **other), part)


def squeezed(text: str) -> str:
    """Return a text without what line ends add or take: spaces, hyphens, breaks."""
    return _UNSEEN.sub("", text)


@dataclass(frozen=True, slots=True)
class Pages:
    """What can be read back from a PDF.

    Attributes:
        body: Text between the margins of all pages, squeezed.
        whole: All text, squeezed, each page.
        outside: Letters beyond the margins, with their page.
    """

    body: str
    whole: tuple[str, ...]
    outside: tuple[tuple[int, str], ...]


def pages(pdf: bytes) -> Pages:
    document = pypdfium2.PdfDocument(pdf)
    body, whole, outside = [], [], []
    for number, page in enumerate(document):
        text = page.get_textpage()
        body.append(text.get_text_bounded(0, BOTTOM - 4, 600, TOP + 6))
        whole.append(squeezed(text.get_text_range()))
        outside += [(number, sign) for sign in _outside(text)]
    return Pages(squeezed("".join(body)), tuple(whole), tuple(outside))


def _outside(text: Any) -> Iterator[str]:
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        sign = text.get_text_range(place, 1)
        inside = left > LEFT - 2 and right < RIGHT + 2 and bottom > 0 and top < 842
        if right > left and sign.strip() and not inside:
            yield sign


def texts(paper: Paper) -> Iterator[str]:
    """Yield every text of a paper as it should stand on it, squeezed."""
    for one in _texts(paper):
        yield squeezed(clean(one, paper.digits))


def _texts(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        if isinstance(block, b.Heading):
            yield block.text
        elif isinstance(block, b.Signatures):
            for one in block.signers:
                yield from (one.role, one.name or "")
        elif isinstance(block, b.Box):
            yield block.title
        else:
            yield from _in_lines(block)


def _in_lines(block: b.Block) -> Iterator[str]:
    if isinstance(block, b.Paragraph):
        yield from _of_lines(block.lines)
    elif isinstance(block, b.Numbered):
        yield from _of_lines(block.items)
    elif isinstance(block, b.Table):
        yield from block.head
        for row in block.rows:
            yield from _of_lines(row)


def _of_lines(lines: tuple[b.Line, ...]) -> Iterator[str]:
    for line in lines:
        yield from (piece.text for piece in line if isinstance(piece, b.Run))

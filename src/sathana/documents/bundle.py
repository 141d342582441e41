"""Several papers as one file: a pack to print at once, and the binder of a family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sathana.documents.blocks import (
    Block,
    Digits,
    Heading,
    Line,
    PageBreak,
    Paper,
    Picture,
    Run,
    Table,
    line,
    paragraph,
    told,
    words,
)
from sathana.documents.pack import Named
from sathana.documents.pack_values import Contact, PackFacts
from sathana.documents.papers.family import chart
from sathana.documents.papers.remedies import happening
from sathana.documents.papers.summary import summary

INSIDE = "แฟ้มภายในของทีม ห้ามนำไปยื่นต่อสำนักงาน"
"""At the head of every page of a binder: it tells more than an office needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """One paper at hand, as a binder shows it: number, words, whose, pictures."""

    what: str
    whose: str | None = None
    proves: tuple[str, ...] = ()
    scans: tuple[bytes, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Petitioner:
    """One person of a case: the stage of the pathway, and what a pack would say.

    Attributes:
        facts: ``None`` where no pathway is chosen, or none that has a procedure.
    """

    name: str
    pathway: str | None
    stage: str
    filer: str | None = None
    facts: PackFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Binder:
    """All that the binder of a family says.

    Attributes:
        history: Moves of the case: day, whose, what, why; the first first.
        contacts: Contacts with offices, the first first.
        foot: The line under every page.
        dated: Day (ISO) on which it is made.
    """

    title: str
    people: tuple[Petitioner, ...]
    papers: tuple[Shelved, ...]
    history: tuple[tuple[str, str, str, str], ...]
    contacts: tuple[Contact, ...]
    foot: Line
    dated: str
    digits: Digits = "arabic"


def joined(papers: Sequence[Named], title: tuple[str, str]) -> Paper:
    """Return the papers of a pack as one, each on a page of its own.

    Args:
        papers: At least one.
        title: In Thai and in English.
    """
    first = papers[0].paper
    return replace(
        first,
        key="pack",
        title=title[0],
        title_en=title[1],
        blocks=_behind_each_other((p.paper.blocks, p.paper.one_page) for p in papers),
        editable=False,
        one_page=False,
    )


def binder(of: Binder) -> Paper:
    """Return the binder: contents, summaries, chart, petitions, papers, history."""
    parts = [part for part in _parts(of) if part[1]]
    contents = tuple(
        (words(str(n)), words(part[0])) for n, part in enumerate(parts, start=1)
    )
    cover: tuple[Block, ...] = (
        Heading("แฟ้มครอบครัว", 1),
        paragraph("{title}", indent=False, title=of.title),
        Heading("สารบัญ"),
        Table(("ที่", "ส่วน"), contents, (1, 9)),
    )
    return Paper(
        key="binder",
        title="แฟ้มครอบครัว",
        title_en="Family binder",
        blocks=_behind_each_other([(cover, False), *(part[1:] for part in parts)]),
        foot=of.foot,
        draft=INSIDE,
        dated=of.dated,
        digits=of.digits,
    )


def _behind_each_other(
    papers: Iterable[tuple[tuple[Block, ...], bool]],
) -> tuple[Block, ...]:
    """Return papers as one; each comes with whether it has to fit on one page."""
    found: list[Block] = []
    for blocks, one_page in papers:
        found += [PageBreak(one_page)] if found else []
        found += blocks
    return tuple(found)


def _parts(of: Binder) -> list[tuple[str, tuple[Block, ...], bool]]:
    """Return title, blocks, and whether these have to fit on one page."""
    packed = [one for one in of.people if one.facts]
    found = [
        (f"บันทึกส่งต่อเรื่อง {one.name}", summary(one.facts).blocks, True)
        for one in packed
        if one.facts
    ]
    if packed and packed[0].facts:
        found.append(("ผังเครือญาติ", chart(packed[0].facts).blocks, False))
    return [
        *found,
        ("คำร้องของแต่ละคน", _petitions(of), False),
        ("เอกสารที่มี", _papers(of), False),
        ("ลำดับเหตุการณ์", _history(of), False),
        ("การติดต่อสำนักงาน", _contacts(of), False),
    ]


def _petitions(of: Binder) -> tuple[Block, ...]:
    rows = tuple(
        (
            words(one.name),
            told(one.pathway),
            told(one.facts.office if one.facts else None),
            words(one.stage),
            told(one.filer),
        )
        for one in of.people
    )
    head = ("ชื่อ", "ช่องทาง", "ยื่นที่", "ขั้น", "ผู้ยื่น")
    return Heading("คำร้องของแต่ละคน", 1), Table(head, rows, (4, 5, 5, 4, 3))


def _papers(of: Binder) -> tuple[Block, ...]:
    if not of.papers:
        return ()
    rows = tuple(
        (words(str(n)), words(one.what), told(one.whose), told("; ".join(one.proves)))
        for n, one in enumerate(of.papers, start=1)
    )
    blocks: list[Block] = [
        Heading("เอกสารที่มี", 1),
        Table(("ที่", "เอกสาร", "ของใคร", "แสดงข้อเท็จจริง"), rows, (1, 6, 3, 5)),
    ]
    for number, one in enumerate(of.papers, start=1):
        if not (one.scans or one.beside):
            continue
        blocks += [PageBreak(), Heading(f"เอกสารที่ {number} {one.what}")]
        blocks += [paragraph("แนบแฟ้ม {name}", name=name) for name in one.beside]
        blocks += [
            Picture(f"ภาพของ{one.what}", scan=s, height_mm=190) for s in one.scans
        ]
    return tuple(blocks)


def _history(of: Binder) -> tuple[Block, ...]:
    rows = tuple(tuple(told(text) for text in row) for row in of.history)
    if not rows:
        return ()
    head = ("เมื่อ", "ใคร", "อะไร", "เหตุผล")
    return Heading("ลำดับเหตุการณ์", 1), Table(head, rows, (4, 3, 5, 4))


def _contacts(of: Binder) -> tuple[Block, ...]:
    rows = tuple(
        (
            told(one.when),
            line("{office}{role}", office=one.office, role=_role(one)),
            words(happening(one)),
            told(one.papers),
        )
        for one in of.contacts
    )
    if not rows:
        return ()
    head = ("เมื่อ", "สำนักงาน", "เกิดอะไรขึ้น", "เอกสารที่ได้")
    return Heading("การติดต่อสำนักงาน", 1), Table(head, rows, (4, 4, 7, 3))


def _role(one: Contact) -> Run:
    return Run(f" ({one.role})" if one.role else "")

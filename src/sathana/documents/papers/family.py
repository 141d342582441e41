"""The family over three generations, and the life of the applicant in order of days."""

from __future__ import annotations

from sathana.documents.blocks import (
    Block,
    Heading,
    Line,
    Paper,
    Picture,
    Table,
    line,
    paragraph,
    told,
    words,
)
from sathana.documents.pack_values import Moment, PackFacts, PersonValues
from sathana.documents.papers.frame import birthplace, paper

_FREE_LINES = 6


def chart(facts: PackFacts) -> Paper:
    """Return the chart of the family, and the same as a table, to be read aloud."""
    blocks: list[Block] = [
        Heading("ผังเครือญาติ", 1),
        paragraph("ผู้ร้อง {name:40}", indent=False, name=facts.applicant.name),
    ]
    if facts.tree:
        blocks.append(Picture(facts.tree.alt, svg=facts.tree.svg, height_mm=92))
    head = ("ชื่อ", "เป็นอะไรกับผู้ร้อง", "เกิดเมื่อ", "เกิดที่", "เลขประจำตัว")
    eldest_first = sorted(facts.persons, key=lambda one: -one.generation)
    rows = tuple(_relative(one) for one in eldest_first)
    blocks.append(Table(head, rows, (5, 3, 4, 4, 7)))
    return paper(facts, "family-chart", ("ผังเครือญาติ", "Family chart"), tuple(blocks))


def _relative(person: PersonValues) -> tuple[Line, ...]:
    died = " (เสียชีวิตแล้ว)" if person.died else ""
    return (
        line("{name}" + died, name=person.name),
        told(person.kin),
        line("{born}", born=person.born),
        told(birthplace(person)),
        line("{number}", number=person.number),
    )


def life(facts: PackFacts) -> Paper:
    """Return the life of the applicant, with free lines for what is still untold."""
    rows = [_moment(moment) for moment in facts.life]
    rows += [(told(None), told(None), told(None))] * _FREE_LINES
    blocks: list[Block] = [
        Heading("ประวัติชีวิต", 1),
        paragraph("ของ {name:40}", indent=False, name=facts.applicant.name),
        Table(("เมื่อ", "เกิดอะไรขึ้น", "หลักฐาน"), tuple(rows), (3, 6, 4)),
    ]
    if facts.timeline:
        blocks += [
            Heading("เส้นเวลา"),
            Picture(facts.timeline.alt, svg=facts.timeline.svg, height_mm=150),
            paragraph(
                "สีของเส้นเวลาเป็นผลวิเคราะห์จากข้อเท็จจริงที่บอกไว้ การวินิจฉัยสัญชาติเป็นอำนาจของรัฐ",
                indent=False,
            ),
        ]
    title = ("ประวัติชีวิตและเส้นเวลา", "Life history and timeline")
    return paper(facts, "life-history", title, tuple(blocks))


def _moment(moment: Moment) -> tuple[Line, ...]:
    return told(moment.when), words(moment.what), told(moment.by)

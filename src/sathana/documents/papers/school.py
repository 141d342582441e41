"""Papers for a school: a list that stays there, a sheet of numbers, a sheet back.

The list of names is printed empty and filled in by hand; no other paper has room for a
name, and none names the school or the class.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sathana.documents.blocks import (
    Block,
    Heading,
    Line,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
    told,
    words,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about each number: its heading, and the answers there are."""

    title: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What comes back about one number: what may open, and what to ask."""

    number: int
    said: str
    opens: tuple[str, ...]
    asks: tuple[str, ...]


def blank_sheet(
    code: str, size: int, questions: Sequence[Question], warning: str, dated: str
) -> Paper:
    """Return the list of names that stays at the school, and the sheet of numbers.

    Args:
        code: Four signs that stand on all papers of the class.
        size: How many numbers there are.
        questions: What is asked.
        warning: What is to be careful of, from the law pack.
        dated: Day (ISO) the file bears.
    """
    blocks = (
        *_list(code, size),
        PageBreak(),
        *_answers(code, size, questions),
        *([Paragraph((words(warning),))] if warning else []),
    )
    titles = "ใบคัดกรองชั้นเรียน", "Screening sheet for a class"
    return _paper("class-blank", titles, blocks, code, dated, "")


def _list(code: str, size: int) -> tuple[Block, ...]:
    rows = tuple((words(str(n)), told(None)) for n in range(1, size + 1))
    keep = (
        words("บัญชีนี้อยู่ที่โรงเรียนเท่านั้น ครูเก็บไว้ในที่ปิด อย่าถ่ายรูป อย่าส่งออก อย่าให้ใครคัดลอก"),
        words("ส่งกลับเฉพาะใบตัวเลขหน้าถัดไป เมื่อเสร็จงานแล้วให้ทำลายบัญชีนี้"),
    )
    return (
        Heading(f"บัญชีของโรงเรียน รหัสใบ {code}", 1),
        Numbered(keep),
        Table(("เลข", "ชื่อ (ครูเขียนด้วยมือ)"), rows, (1, 8)),
    )


def _answers(code: str, size: int, questions: Sequence[Question]) -> tuple[Block, ...]:
    how = tuple(
        words(f"{' และ '.join(titles)}: {' / '.join(answers)}")
        for answers, titles in _by_answers(questions).items()
    )
    head = ("เลข", *(one.title for one in questions))
    empty = tuple(told(None) for _ in questions)
    rows = tuple((words(str(n)), *empty) for n in range(1, size + 1))
    return (
        Heading(f"ใบตัวเลข รหัสใบ {code}", 1),
        Paragraph((words("ใบนี้ไม่มีชื่อ ใช้เลขจากบัญชีของโรงเรียน ไม่รู้ให้เว้นว่าง ไม่ต้องเดา"),)),
        Numbered(how),
        Table(head, rows, (1, *(2 for _ in questions))),
    )


def _by_answers(questions: Sequence[Question]) -> dict[tuple[str, ...], list[str]]:
    """Return the headings of questions that have the same answers, together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for one in questions:
        found.setdefault(one.answers, []).append(one.title)
    return found


def result_sheet(
    code: str, found: Sequence[Found], law: str, warning: str, dated: str
) -> Paper:
    """Return what goes back to the teacher, to be matched to names at the school.

    Args:
        code: Four signs that stand on all papers of the class.
        found: Numbers of which something was noted.
        law: Edition of the law pack.
        warning: What is to be careful of, from the law pack.
        dated: Day (ISO) the file bears.
    """
    rows = tuple(_found(one) for one in found)
    how = (
        words("เทียบเลขกับชื่อที่โรงเรียนเท่านั้น อย่าเขียนชื่อลงในใบนี้"),
        words("คุยกับครอบครัวทีละครอบครัว เปิดแฟ้มได้ต่อเมื่อครอบครัวยินยอมเอง"),
        words("ใบนี้เป็นการดูเบื้องต้นจากคำบอก ไม่ใช่ผลวิเคราะห์และไม่ใช่คำวินิจฉัยของรัฐ"),
    )
    blocks: tuple[Block, ...] = (
        Heading(f"ใบตอบกลับถึงครู รหัสใบ {code}", 1),
        Numbered((*how, *([words(warning)] if warning else []))),
        Table(("เลข", "อาจเปิดทางใด", "ถามอะไรต่อ"), rows, (1, 6, 6)),
    )
    titles = "ใบตอบกลับถึงครู", "Sheet back to the teacher"
    return _paper("class-result", titles, blocks, code, dated, law)


def _found(one: Found) -> tuple[Line, ...]:
    opens = "; ".join(one.opens)
    first = f"{one.said} {opens}".strip()
    return words(str(one.number)), words(first), words("; ".join(one.asks) or "–")


def _paper(
    key: str,
    titles: tuple[str, str],
    blocks: tuple[Block, ...],
    code: str,
    dated: str,
    law: str,
) -> Paper:
    foot: Line = (Run("รหัสใบ "), Run(code, exact=True))
    if law:
        foot += (Run(" · กฎหมาย "), Run(law, exact=True))
    return Paper(
        key=key,
        title=titles[0],
        title_en=titles[1],
        blocks=blocks,
        foot=foot,
        draft="",
        dated=dated,
    )

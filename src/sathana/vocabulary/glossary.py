"""The glossary page, written from the vocabulary and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sathana.vocabulary.codes import CODE_LISTS
from sathana.vocabulary.countries import COUNTRIES
from sathana.vocabulary.facts import DERIVED_FACTS, TOLD_FACTS
from sathana.vocabulary.names import Name
from sathana.vocabulary.papers import PAPERS
from sathana.vocabulary.terms import TERMS

_TITLES: Mapping[str, Name] = {
    "sex": Name("Sex", "เพศ"),
    "stay": Name("Standing under immigration law", "สถานะการอยู่ในประเทศไทย"),
    "registers": Name("Registers", "ทะเบียน"),
    "orders": Name("Orders of the state", "คำสั่งของทางราชการ"),
    "orders.by": Name("Who made the order", "ผู้ออกคำสั่ง"),
    "attempts.result": Name("Results of petitions", "ผลของคำร้อง"),
    "born.notified": Name("Notification of the birth", "การแจ้งเกิด"),
    "education": Name("Education", "การศึกษา"),
    "conduct": Name("Conduct", "ความประพฤติ"),
    "alien_certificate.by": Name("Who asked for the certificate", "ผู้ขอใบสำคัญ"),
    "number_class": Name("Classes of the 13-digit number", "ประเภทของเลข 13 หลัก"),
    "pathway_status": Name("Status of a pathway", "สถานะของช่องทาง"),
    "right_status": Name("Status of a right", "สถานะของสิทธิ"),
    "answer": Name("Answers", "คำตอบ"),
    "nationality_answer": Name("Answers on nationality", "คำตอบเรื่องสัญชาติ"),
    "grade": Name("Grades of facts", "ระดับหลักฐาน"),
    "verified": Name("Verified marks", "สถานะการตรวจสอบตัวบท"),
    "reading": Name("Readings", "แนวตีความ"),
    "parent": Name("A parent who is no person of the file", "บิดามารดาที่ไม่มีรายการ"),
    "happened": Name("Whether something happened", "เหตุการณ์เกิดขึ้นหรือไม่"),
    "basis": Name("Grounds of nationality", "เหตุแห่งการได้สัญชาติ"),
}

_HEAD = """# Glossary · อภิธานศัพท์

One word for one thing, in the code, in the files and on every page.
คำหนึ่งคำใช้เรียกสิ่งเดียว ทั้งในโปรแกรม ในแฟ้ม และบนทุกหน้า

This page is written by `sathana glossary` from `sathana.vocabulary`; do not edit it.
"""


def glossary() -> str:
    """Return the text of GLOSSARY.md: always the same for the same vocabulary."""
    sections = [_HEAD, _terms(), *_code_sections(), _facts(), _papers(), _countries()]
    return "\n".join(sections)


def _section(
    title: Name, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> str:
    lines = [f"## {title.en} · {title.th}", "", _row(heads), "|" + "---|" * len(heads)]
    return "\n".join([*lines, *(_row(row) for row in rows), ""])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _terms() -> str:
    rows = (
        (
            f"**{term.name.en}**<br>{term.name.th}",
            f"{term.definition.en}<br>{term.definition.th}",
            term.source,
        )
        for term in TERMS
    )
    return _section(Name("Terms", "คำศัพท์"), ("Word", "Meaning", "Source"), rows)


def _named(names: Mapping[str, Name]) -> Iterable[tuple[str, ...]]:
    return ((f"`{code}`", name.en, name.th) for code, name in names.items())


def _code_sections() -> Iterable[str]:
    heads = ("Code", "English", "ไทย")
    return (
        _section(_TITLES[key], heads, _named(CODE_LISTS[key])) for key in CODE_LISTS
    )


def _facts() -> str:
    return _section(
        Name("Facts of a person", "ข้อเท็จจริงของบุคคล"),
        ("Key", "English", "ไทย"),
        _named({**TOLD_FACTS, **DERIVED_FACTS}),
    )


def _papers() -> str:
    rows = (
        (f"`{p.id}`", p.name.en, p.name.th, f"{p.holder.en}<br>{p.holder.th}", p.code)
        for p in PAPERS.values()
    )
    heads = ("Id", "English", "ไทย", "Where to look", "Name and code")
    return _section(Name("Papers", "เอกสารและหลักฐาน"), heads, rows)


def _countries() -> str:
    heads = ("Code", "English", "ไทย")
    return _section(Name("Countries", "ประเทศ"), heads, _named(COUNTRIES))

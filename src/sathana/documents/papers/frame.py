"""What the papers of a pack share: how they begin and end, what stands below."""

from __future__ import annotations

from sathana.documents.blocks import (
    Block,
    Heading,
    Line,
    Numbered,
    Paper,
    Paragraph,
    Run,
    Signature,
    Signatures,
    line,
    words,
)
from sathana.documents.pack_values import Exhibit, Law, PackFacts, PersonValues

DRAFT = "ฉบับร่าง ยังไม่มีผู้ตรวจและลงนามรับรอง ห้ามนำไปยื่น"
UNTOLD = "ยังไม่ได้บอก"
EXHIBIT = "เอกสารหมายเลข {number}"


def paper(
    facts: PackFacts,
    key: str,
    title: tuple[str, str],
    blocks: tuple[Block, ...],
    *,
    editable: bool = False,
    one_page: bool = False,
) -> Paper:
    """Return a paper of the pack: marked as a draft until somebody stands behind it."""
    return Paper(
        key=key,
        title=title[0],
        title_en=title[1],
        blocks=blocks,
        foot=foot(facts),
        draft="" if facts.signed_off_by else DRAFT,
        dated=facts.made_on,
        digits=facts.digits,
        editable=editable,
        one_page=one_page,
    )


def foot(facts: PackFacts) -> Line:
    """Return the line under every page: law, facts, and who stands behind it."""
    by = f" · ผู้รับรอง {facts.signed_off_by}" if facts.signed_off_by else ""
    by += f" เมื่อ {facts.signed_off_on}" if by and facts.signed_off_on else ""
    return (
        Run("กฎหมาย "),
        Run(facts.law_version, exact=True),
        Run(f" (ตัวบทของวันที่ {facts.law_day}) · ข้อเท็จจริง "),
        Run(facts.facts_hash[:16], exact=True),
        Run(by),
    )


def at_hand(facts: PackFacts) -> int:
    """Return of how many lines of the official list a paper is at hand."""
    return sum(1 for one in facts.exhibits if one.held)


def letter_head(
    facts: PackFacts, subject: str, to: str | None, enclosed: str | None = None
) -> tuple[Block, ...]:
    """Return how a letter to an office begins: place and day, about what, to whom."""
    place = Paragraph(
        (
            line("เขียนที่ {:34}"),
            line("วันที่ {:5} เดือน {:14} พ.ศ. {:8}"),
        ),
        align="right",
    )
    lines: list[Line] = [
        (Run("เรื่อง  ", bold=True), Run(subject)),
        (Run("เรียน  ", bold=True), *line("{to:40}", to=to)),
    ]
    if enclosed:
        lines.append((Run("สิ่งที่ส่งมาด้วย  ", bold=True), Run(enclosed)))
    return place, *(Paragraph((each,)) for each in lines)


def who(facts: PackFacts) -> Block:
    """Return the paragraph that says who is writing, and for whom."""
    person = facts.applicant
    begin: Line = (Run("ข้าพเจ้า "),)
    if facts.filed_by:
        begin = line(
            "ข้าพเจ้า {by} เกี่ยวข้องเป็น {kin:14} ยื่นแทน ",
            by=Run(facts.filed_by, whole=True),
            kin=facts.filed_as,
        )
    rest = line(
        "{name:40} เลขประจำตัว {number:26} เกิดเมื่อ {born:24} ณ {place:30} "
        "บิดาชื่อ {father:30} มารดาชื่อ {mother:30} ปัจจุบันอยู่บ้านเลขที่ {:8} หมู่ที่ {:5} "
        "ตำบล {:16} อำเภอ {:16} จังหวัด {:16} โทรศัพท์ {:18}",
        name=person.name,
        number=person.number,
        born=person.born,
        place=birthplace(person),
        father=person.father,
        mother=person.mother,
    )
    return Paragraph(((*begin, *rest),), indent=True)


def birthplace(person: PersonValues) -> str | None:
    """Return where somebody was born, as far as it is told."""
    country = person.country or ""
    if country and not country.startswith("ประเทศ"):
        country = f"ประเทศ{country}"
    return " ".join(filter(None, (person.place, country))) or None


def law_line(law: Law) -> Line:
    """Return one provision: where it stands, what it says, and whether it was seen."""
    doubt = "" if law.seen else f" ({law.mark})"
    return Run(law.cite, bold=True), Run(f" {law.gist}{doubt}")


def exhibit_title(number: int, exhibit: Exhibit) -> str:
    """Return what an exhibit is called: its number, its name, its form."""
    form = exhibit.form or ""
    code = f" (แบบ {form})" if form and form not in exhibit.name else ""
    return f"{EXHIBIT.format(number=number)} {exhibit.name}{code}"


def closing(facts: PackFacts) -> tuple[Block, ...]:
    """Return how a letter ends: nobody signs a page that says nothing."""
    end, respect = words("จึงเรียนมาเพื่อโปรดพิจารณา"), words("ขอแสดงความนับถือ")
    return (
        Paragraph((end,), indent=True, stays=True),
        Paragraph((respect,), align="centre", stays=True),
        Signatures(signers(facts)),
    )


def signers(facts: PackFacts) -> tuple[Signature, ...]:
    """Return who signs for the applicant's side."""
    applicant = Signature("ผู้ร้อง", facts.applicant.name)
    if facts.filed_by:
        return Signature("ผู้ร้อง (ถ้าลงชื่อได้)", facts.applicant.name), Signature(
            "ผู้ยื่นแทน", facts.filed_by
        )
    return (applicant,)


def draft_notes(facts: PackFacts) -> tuple[Block, ...]:
    """Return what whoever checks a draft must know; nothing once it is signed off."""
    notes = [f"ข้อมูลขัดกัน {text}" for text in facts.contradictions]
    notes += facts.doubts
    if facts.warning:
        notes.append(facts.warning)
    if facts.signed_off_by or not notes:
        return ()
    return (
        Heading("หมายเหตุถึงผู้ตรวจร่าง: สิ่งที่ยังไม่ได้ยืนยัน"),
        Numbered(tuple(words(note) for note in notes)),
    )

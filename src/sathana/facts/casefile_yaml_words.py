"""What the YAML parser complains of, in words a writer of case files can use."""

from __future__ import annotations

from sathana.calendars.faults import excerpt

# Part of the parser's message, then the words for it. The first that fits wins.
_WORDS = (
    (
        "mapping values are not allowed",
        "มีเครื่องหมาย : เกินมา หรือเว้นวรรคหน้าบรรทัดไม่ตรงกัน ข้อความที่มี : ให้ใส่ในเครื่องหมายคำพูด",
        (
            "there is a ':' too many, or lines are not indented alike; text that holds "
            "': ' goes in quotes"
        ),
    ),
    (
        "cannot start any token",
        (
            "บรรทัดขึ้นต้นด้วยอักขระที่ใช้ไม่ได้ เช่น แท็บ @ หรือ ` "
            "ให้เว้นวรรคด้วยช่องว่างแทนแท็บ ข้อความให้ใส่ในเครื่องหมายคำพูด"
        ),
        (
            "a value begins with a character that cannot stand there, such as a tab, "
            "@ or `: indent with spaces, and put such text in quotes"
        ),
    ),
    (
        "tab",
        "มีแท็บอยู่ตรงที่ต้องเป็นช่องว่าง ให้เว้นวรรคหน้าบรรทัดด้วยช่องว่าง",
        "there is a tab where spaces must be: indent with spaces",
    ),
    (
        "expected ',' or '}'",
        "วงเล็บปีกกา { ไม่ได้ปิด หรือขาดเครื่องหมาย , ระหว่างรายการ",
        "a brace { is not closed, or a comma is missing between two entries",
    ),
    (
        "expected ',' or ']'",
        "วงเล็บเหลี่ยม [ ไม่ได้ปิด หรือขาดเครื่องหมาย , ระหว่างรายการ",
        "a bracket [ is not closed, or a comma is missing between two items",
    ),
    (
        "end of stream",
        "ไฟล์จบก่อนที่เครื่องหมายคำพูดหรือวงเล็บจะปิด",
        "the file ends before a quotation mark or a bracket is closed",
    ),
    (
        "expected ':'",
        "ขาดเครื่องหมาย : หลังชื่อรายการ",
        "a ':' is missing after a key",
    ),
    (
        "expected key",
        "เว้นวรรคหน้าบรรทัดไม่ตรงกับบรรทัดอื่นในกลุ่มเดียวกัน",
        "the line is not indented like the others of its group",
    ),
    (
        "expected '-' indicator",
        "เว้นวรรคหน้าบรรทัดไม่ตรงกัน หรือขาดเครื่องหมาย - หน้ารายการ",
        "the line is not indented like the others, or a '-' is missing before it",
    ),
    (
        "alias",
        "อ่านเครื่องหมาย * ไม่ได้ ข้อความที่มี * ให้ใส่ในเครื่องหมายคำพูด",
        "a '*' cannot be read: text that begins with * goes in quotes",
    ),
    (
        "anchor",
        "อ่านเครื่องหมาย & ไม่ได้ ข้อความที่มี & ให้ใส่ในเครื่องหมายคำพูด",
        "a '&' cannot be read: text that begins with & goes in quotes",
    ),
    (
        "escape",
        "มีเครื่องหมาย \\ ที่อ่านไม่ได้ในเครื่องหมายคำพูดคู่ ให้ใช้คำพูดเดี่ยวแทน",
        "there is a '\\' in double quotes that cannot be read: use single quotes",
    ),
)


def plain_words(problem: str) -> tuple[str, str]:
    """Return Thai and English words for a complaint of the YAML parser.

    A complaint without words of its own is given with the parser's text.
    """
    for part, th, en in _WORDS:
        if part in problem:
            return f"อ่านเป็น YAML ไม่ได้: {th}", f"this is not YAML: {en}"
    said = excerpt(problem)
    return (
        f"อ่านเป็น YAML ไม่ได้: ให้ตรวจบรรทัดนี้และบรรทัดก่อนหน้า (ตัวอ่านแจ้งว่า {said})",
        f"this is not YAML: look at this line and the one before it ({said})",
    )

"""What a script says of itself before its first statement."""

from __future__ import annotations

from collections.abc import Iterable

from sathana.population.sql.citing import broken
from sathana.population.sql.dialects import Dialect
from sathana.population.sql.tables import Tables
from sathana.population.sql.words import Words

_UNTRIED_TH = (
    "ยังไม่เคยรันกับฐานข้อมูลชนิดนี้: พิมพ์ผ่าน SQLGlot โปรดตรวจก่อนใช้ "
    "และเทียบผลกับ DuckDB หรือ PostgreSQL"
)
_UNTRIED_EN = (
    "Not executed on this database: printed through SQLGlot. Check before use, and "
    "compare the counts with DuckDB or PostgreSQL."
)
_WHAT_TH = (
    "กฎหมายสัญชาติไทยในรูป SQL พิมพ์จากกฎชุดเดียวกับที่โปรแกรมใช้ "
    "ผลเป็นการวิเคราะห์ตามข้อเท็จจริงในตาราง ไม่ใช่คำวินิจฉัยของรัฐ"
)
_WHAT_EN = (
    "Thai nationality law as SQL, printed from the one set of rules that the program "
    "reads. Answers follow from the facts in the table; the state determines."
)
_TABLES_TH = (
    "อ่านตาราง {table} (คอลัมน์ตาม docs/population-file.md และ person คือเลขแถว) "
    "สร้าง sathana_answers: TRUE ใช่ FALSE ไม่ใช่ NULL ไม่ทราบ แล้วนับเฉพาะแถวที่ counted = 1"
)
_TABLES_EN = (
    "Reads the table {table} (columns as in docs/population-file.md, and person, the "
    "number of the row). Makes sathana_answers: TRUE yes, FALSE no, NULL unknown; then "
    "counts the rows with counted = 1."
)
_NEEDS = ("คอลัมน์ที่อ่าน: person, ", "Columns that are read: person, ")
_ANSWERS = ("คำตอบ: ", "Answers: ")


def head(
    dialect: Dialect,
    words: Words,
    tables: Tables,
    answers: Iterable[str],
    notes: Iterable[str],
) -> str:
    """Return the comment with which a script begins."""
    say = words.say
    paragraphs = [
        f"sathana law sql --dialect {dialect.name}",
        say(_WHAT_TH, _WHAT_EN),
        *notes,
    ]
    if not dialect.executed:
        paragraphs.insert(1, say(_UNTRIED_TH, _UNTRIED_EN))
    slots = ",".join(f"{k}={v}" for k, v in tables.program.slots.items() if v)
    paragraphs += [
        say(_TABLES_TH, _TABLES_EN).format(table=tables.source),
        say(f"ช่องที่อ่าน: {slots}", f"Slots that are read: {slots}"),
        say(*_NEEDS) + ", ".join(tables.columns),
        say(*_ANSWERS) + ", ".join(answers),
    ]
    lines = [line for text in paragraphs for line in broken(text)]
    return "".join(f"-- {line}\n" for line in lines) + "\n"

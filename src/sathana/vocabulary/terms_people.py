"""Words of the law over a whole people: tables, rulebooks, scenarios."""

from __future__ import annotations

from sathana.vocabulary.names import Name
from sathana.vocabulary.term import Term

_OWN = "our own word"

PEOPLE_TERMS: tuple[Term, ...] = (
    Term(
        "people_table",
        Name("table of people", "ตารางผู้คน"),
        Name(
            "Facts of many persons and their relatives, a row each, as the rules read them.",
            "ข้อเท็จจริงของคนจำนวนมากและญาติ คนละหนึ่งแถว ตามที่กฎอ่าน",
        ),
        _OWN,
    ),
    Term(
        "synthetic_people",
        Name("synthetic people", "ผู้คนสมมติ"),
        Name(
            "People made by a program to fit published totals; none of them is anybody.",
            "ผู้คนที่โปรแกรมสร้างให้ตรงกับยอดที่เผยแพร่ ไม่มีใครเป็นบุคคลจริง",
        ),
        "synthetic population, statistics",
    ),
    Term(
        "published_total",
        Name("published total", "ยอดที่เผยแพร่"),
        Name(
            "A number of persons that somebody made public, with what it counts, its day "
            "and its source.",
            "จำนวนคนที่มีผู้เผยแพร่ไว้ พร้อมนิยาม วันที่ และแหล่งที่มา",
        ),
        _OWN,
    ),
    Term(
        "rulebook",
        Name("rulebook", "ชุดกฎ"),
        Name(
            "The texts of a day, as one reading and perhaps a reform take them.",
            "ตัวบทของวันหนึ่งตามแนวตีความหนึ่ง และอาจมีข้อเสนอแก้กฎหมายด้วย",
        ),
        _OWN,
    ),
    Term(
        "reform",
        Name("reform", "ข้อเสนอแก้กฎหมาย"),
        Name(
            "A changed number, day or class in a text, or another text, read as if it "
            "were law.",
            "การเปลี่ยนตัวเลข วัน หรือกลุ่มในตัวบท หรือตัวบทอื่น ที่อ่านเสมือนเป็นกฎหมาย",
        ),
        "as in microsimulation",
    ),
    Term(
        "scenario",
        Name("scenario", "สถานการณ์สมมติ"),
        Name(
            "One people under one law and under one or more alternatives, side by side.",
            "ผู้คนชุดเดียวภายใต้กฎหมายหนึ่งและทางเลือกอื่น เทียบเคียงกัน",
        ),
        "as in microsimulation",
    ),
    Term(
        "band",
        Name("band", "ช่วง"),
        Name(
            "The least and the most: those who surely are, and those with all of whom it "
            "is not known.",
            "อย่างน้อยและอย่างมาก คือผู้ที่ใช่แน่ และรวมกับผู้ที่ยังไม่ทราบ",
        ),
        _OWN,
    ),
)
"""These words, in the order in which a reader meets them."""

"""Sentences that go with every result: the mark, the method, what it cannot say."""

from __future__ import annotations

from sathana.calendars.dates import from_text, show, show_day
from sathana.facts.wording import fact_phrase
from sathana.law.load import pack
from sathana.law.reform import Change
from sathana.logic.nodes import Condition
from sathana.population.scenario.model import Chosen, Parameter
from sathana.vocabulary.codes import CODE_LISTS
from sathana.vocabulary.names import LANGUAGES, Lang, Name

MARK = Name(
    th="ผู้คนสมมติ: ไม่ใช่ข้อความเกี่ยวกับประเทศไทย",
    en="synthetic people: not a statement about Thailand",
)
"""Stands in everything that is made from people who were made."""
FEW = Name(th="น้อยกว่า 10", en="fewer than 10")

METHOD = (
    Name(
        th="กฎชุดเดียวกับที่ใช้วิเคราะห์รายบุคคล คำนวณกับทุกแถวของตารางผู้คน "
        "ทั้งตามกฎหมายฐานและตามทางเลือก",
        en="The same rules that assess one person are worked out for every row of the "
        "table of people, under the base law and under each alternative.",
    ),
    Name(
        th="นับเฉพาะผู้ที่ถามถึง ญาติอยู่ในตารางเพื่อข้อเท็จจริงของเขาเท่านั้น",
        en="Only the people asked about are counted; relatives stand in the table for "
        "their facts alone.",
    ),
    Name(
        th="สิ่งที่ไม่มีใครทราบยังคงเป็นไม่ทราบ: อย่างน้อยคือผู้ที่ใช่แน่ อย่างมากคือรวมผู้ที่ยังไม่ทราบด้วย",
        en="What nobody knows stays unknown: at least those who surely are, at most "
        "those and the unknown.",
    ),
)
LIMITS = (
    Name(
        th="คำนวณก่อนการแยกกรณี ผู้ที่ “ยังไม่ทราบ” บางคนอาจได้คำตอบเมื่อวิเคราะห์เป็นรายครอบครัว",
        en="Worked out before the case split: some who are unknown here get an answer "
        "when their family is assessed by itself.",
    ),
    Name(
        th="เป็นผลของกฎตามข้อเท็จจริงในตาราง ไม่ใช่คำวินิจฉัยของรัฐ "
        "และไม่ใช่การพยากรณ์ว่าใครจะยื่นคำร้อง",
        en="What follows from the facts of the table, not a decision of the state, nor "
        "a forecast of who will file.",
    ),
)
LIMIT_SYNTHETIC = Name(
    th="ผู้คนในตารางถูกสร้างขึ้นให้ตรงกับยอดที่ประกาศ "
    "ตัวเลขจึงแสดงว่ากฎทำงานอย่างไร ไม่ใช่ว่ามีคนจริงเท่าใด",
    en="The people were made to fit published totals: the figures show how the rules "
    "work, not how many real people there are.",
)
LIMIT_SMALL = Name(
    th="ตัวเลขที่น้อยกว่า 10 ถูกปิดไว้ แต่ยังไม่ป้องกันการเทียบหลายตารางเข้าด้วยกัน อย่าเผยแพร่ก่อนตรวจ",
    en="Figures below 10 are hidden, yet tables compared with each other may still "
    "tell them: have them checked before you publish.",
)


def rule_title(rule: str) -> Name:
    """Return what a rule is called; its id where it has no name."""
    if rule in _OTHERS:
        return _OTHERS[rule]
    info = pack().rules.get(rule)
    if info is None:
        return Name(th=rule, en=rule)
    return Name(th=info.title["th"], en=info.title["en"])


_OTHERS = {
    "thai": Name(th="มีสัญชาติไทย", en="Thai nationality"),
    "": Name(
        th="โดยกฎข้อใดข้อหนึ่งจากหลายข้อ", en="by one of several rules, not known which"
    ),
    "GIVEN": Name(th="ตามที่บอกไว้เป็นข้อเท็จจริง", en="told as a fact"),
    "ENTERED": Name(
        th="นายทะเบียนลงรายการสัญชาติไทยแล้ว", en="entered as Thai by the registrar"
    ),
}


def unmet(part: Condition) -> Name:
    """Return the sentence that one part of what a pathway asks is not met."""

    def title(rule: str, lang: str) -> str:
        return rule_title(rule).in_("th" if lang == "th" else "en")

    said = {lang: fact_phrase(part, "no", lang, rule_title=title) for lang in LANGUAGES}
    return Name(th=said["th"], en=said["en"])


def chosen(parameter: Parameter, value: Chosen) -> Name:
    """Return a value of a parameter in words."""
    if parameter.kind == "years":
        return Name(th=f"{value} ปี", en=f"{value} years")
    if parameter.kind == "day":
        span = from_text(str(value))
        return Name(th=show(span, "th"), en=show(span, "en"))
    named = {option.value: option.title for option in parameter.options}
    values = value if isinstance(value, tuple) else (str(value),)
    return Name(
        th=" หรือ".join(named[v].th for v in values),
        en=" or ".join(named[v].en for v in values),
    )


def change_text(change: Change) -> Name:
    """Return what a change does to a rule, as one line."""
    pairs = {lang: _pair(change, lang) for lang in LANGUAGES}
    return Name(
        th=f"{change.rule}: เปลี่ยน {pairs['th'][0]} เป็น {pairs['th'][1]}",
        en=f"{change.rule}: {pairs['en'][0]} becomes {pairs['en'][1]}",
    )


def _pair(change: Change, lang: Lang) -> tuple[str, str]:
    return _value(change, change.old, lang), _value(change, change.new, lang)


def _value(change: Change, value: int | tuple[str, ...], lang: Lang) -> str:
    if isinstance(value, tuple):
        names = CODE_LISTS.get(change.fact, {})
        words = (names[v].in_(lang) if v in names else v for v in value)
        return (" หรือ" if lang == "th" else " or ").join(words)
    if change.what == "day":
        return show_day(value, lang)
    return f"{value} ปี" if lang == "th" else f"{value} years"

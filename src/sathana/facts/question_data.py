"""The questions themselves, with papers, cost and answers: a table, no code to it.

``{who}`` is the person; ``{when}`` the day with its preposition, or nothing. Papers
follow the lists that the Department of Provincial Administration asks for, and what
field workers bring in their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sathana.vocabulary.codes import (
    CERTIFICATE_TAKERS,
    CONDUCT,
    EDUCATION,
    NOTICE_OF_BIRTH,
    REGISTER_KINDS,
    SEXES,
    STAY_KINDS,
)
from sathana.vocabulary.countries import ABROAD, country_name
from sathana.vocabulary.names import Name

type AnswerForm = Literal[
    "choice", "date", "event", "person", "text", "spans", "list", "none"
]


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        papers: Ids of the vocabulary's papers, the usual first.
        cost: 1, 2, 3, 5 or 8; see :func:`sathana.facts.questions.cost`.
        answers: Name of an entry of :data:`ANSWERS`.
    """

    text: Name
    papers: tuple[str, ...]
    cost: int
    answers: str


type _Choice = tuple[str, str, str]

_DONT_KNOW: _Choice = ("unknown", "ไม่ทราบ", "Don't know")
_YES_NO: tuple[_Choice, ...] = (("yes", "ใช่", "Yes"), ("no", "ไม่ใช่", "No"), _DONT_KNOW)
_BIRTH_COUNTRIES = ("TH", "MM", "LA", "KH", "CN", "VN", "MY", ABROAD)


def _from_codes(names: Mapping[str, Name]) -> tuple[_Choice, ...]:
    known = (
        (code, name.th, name.en) for code, name in names.items() if code != "unknown"
    )
    return (*known, _DONT_KNOW)


def _entries(names: Mapping[str, Name]) -> tuple[_Choice, ...]:
    known = ((f"[{{kind: {code}}}]", name.th, name.en) for code, name in names.items())
    return (*known, _DONT_KNOW)


ANSWERS: Mapping[str, tuple[AnswerForm, tuple[_Choice, ...]]] = {
    "yes_no": ("choice", _YES_NO),
    "sex": ("choice", _from_codes(SEXES)),
    "country": (
        "choice",
        (
            *(
                (c, country_name(c, "th"), country_name(c, "en"))
                for c in _BIRTH_COUNTRIES
            ),
            _DONT_KNOW,
        ),
    ),
    "notified": ("choice", _from_codes(NOTICE_OF_BIRTH)),
    "conduct": ("choice", _from_codes(CONDUCT)),
    "education": ("choice", _from_codes(EDUCATION)),
    "stay": ("choice", _from_codes(STAY_KINDS)),
    "registers": ("list", _entries(REGISTER_KINDS)),
    "certificate_by": ("choice", _from_codes(CERTIFICATE_TAKERS)),
    "date": ("date", (_DONT_KNOW,)),
    "event": ("event", (("never", "ไม่เคย", "Never"), _DONT_KNOW)),
    "death": ("event", (("never", "ยังมีชีวิตอยู่", "Is alive"), _DONT_KNOW)),
    "married": ("event", (("never", "ไม่ได้จดทะเบียน", "Never registered"), _DONT_KNOW)),
    "kept": ("event", (("never", "ยังถืออยู่", "Still has it"), _DONT_KNOW)),
    "ended": ("event", (("never", "ยังสมรสกันอยู่", "Still married"), _DONT_KNOW)),
    "wedding": ("date", (_DONT_KNOW,)),
    "person": (
        "person",
        (
            _DONT_KNOW,
            ("unidentifiable", "ไม่มีใครสืบหาได้", "Nobody can find out"),
        ),
    ),
    "text": ("text", (_DONT_KNOW,)),
    "spans": ("spans", (_DONT_KNOW,)),
    "documents": ("text", (("none", "ไม่มี", "None"), _DONT_KNOW)),
    "convictions": ("list", (("none", "ไม่เคย", "None"), _DONT_KNOW)),
    "list": ("list", (("[]", "ไม่มี", "None"), _DONT_KNOW)),
    "evidence": ("none", ()),
    "law": ("none", ()),
}
"""Form of an answer, and its buttons."""

_BIRTH = (
    "BIRTH-CERTIFICATE", "DELIVERY-CERTIFICATE", "BIRTH-CERTIFICATION",
    "BIRTHPLACE-CERTIFICATE", "BIRTH-NOTICE-SLIP", "MIDWIFE-STATEMENT",
    "HEADMAN-STATEMENT", "WITNESS-STATEMENT",
)  # fmt: skip
_REGISTERS = (
    "HOUSE-REGISTER-14", "HOUSE-REGISTER-13", "HISTORY-REGISTER",
    "HISTORY-REGISTER-38K", "HISTORY-REGISTER-38KH", "HISTORY-REGISTER-381",
    "SURVEY-1985", "SURVEY-1969",
)  # fmt: skip
_CARDS = ("ID-CARD", "NON-THAI-CARD", "NO-STATUS-CARD", "OLD-GROUP-CARD")
_KIN = (
    "BIRTH-CERTIFICATE", "DNA-REPORT", "KINSHIP-CHART", "SIBLING-PAPERS",
    "WITNESS-STATEMENT",
)  # fmt: skip
_STAY = (
    "RESIDENCE-CERTIFICATE", "ALIEN-CERTIFICATE", "ENTRY-STAMP", "LENIENCY-RECORD",
    "NON-THAI-CARD", "OLD-GROUP-CARD", "HISTORY-REGISTER-38KH",
)  # fmt: skip
_ORDERS = ("MINISTER-ORDER", "GAZETTE", "COURT-JUDGMENT", "REGISTRAR-LETTER")


def _ask(
    en: str, th: str, answers: str, cost: int, papers: tuple[str, ...] = ()
) -> Question:
    return Question(Name(en, th), papers, cost, answers)


QUESTIONS: Mapping[str, Question] = {
    "sex": _ask(
        "Is {who} a woman or a man?",
        "{who}เป็นหญิงหรือชาย",
        "sex", 1, _CARDS,
    ),
    "born.date": _ask(
        "When was {who} born? The year alone helps too.",
        "{who}เกิดเมื่อไร ถ้าจำวันไม่ได้ บอกแค่ปีก็ได้",
        "date", 1, (*_BIRTH[:2], *_CARDS, "SCHOOL-REGISTER", "HEALTH-RECORD"),
    ),
    "born.country": _ask(
        "In which country was {who} born?",
        "{who}เกิดที่ประเทศไหน",
        "country", 2, _BIRTH,
    ),
    "born.place": _ask(
        "In which village, district and province, or in which hospital, was {who} "
        "born?",
        "{who}เกิดที่หมู่บ้าน อำเภอ จังหวัดไหน หรือโรงพยาบาลไหน",
        "text", 2, _BIRTH,
    ),
    "born.notified": _ask(
        "Was the birth of {who} notified to an office, in time or later?",
        "มีคนไปแจ้งเกิดให้{who}หรือไม่ แจ้งทันกำหนดหรือแจ้งภายหลัง",
        "notified", 3,
        ("BIRTH-CERTIFICATE", "BIRTH-NOTICE-SLIP", "BIRTH-REGISTER"),
    ),
    "died": _ask(
        "Is {who} still alive? If not, when did {who} die?",
        "{who}ยังมีชีวิตอยู่หรือไม่ ถ้าเสียชีวิตแล้ว เสียเมื่อไร",
        "death", 1, ("DEATH-CERTIFICATE", "HEADMAN-STATEMENT"),
    ),
    "found": _ask(
        "Was {who} found in Thailand as an abandoned child? If so, when?",
        "{who}เป็นเด็กที่ถูกทิ้งและมีคนพบในประเทศไทยใช่หรือไม่ ถ้าใช่ พบเมื่อไร",
        "event", 3, ("FOUNDLING-RECORD", "HOME-CERTIFICATE", "WITNESS-STATEMENT"),
    ),
    "father": _ask(
        "Who is the biological father of {who}?",
        "ใครเป็นพ่อผู้ให้กำเนิดของ{who}",
        "person", 2, _KIN,
    ),
    "mother": _ask(
        "Who gave birth to {who}?",
        "ใครเป็นแม่ผู้ให้กำเนิดของ{who}",
        "person", 2, _KIN,
    ),
    "parents_marriage": _ask(
        "Did the parents of {who} register their marriage? If so, when?",
        "พ่อกับแม่ของ{who}จดทะเบียนสมรสกันหรือไม่ ถ้าจด จดเมื่อไร",
        "married", 3, ("MARRIAGE-CERTIFICATE", "MARRIAGE-REGISTER"),
    ),
    "legitimation": _ask(
        "Did the father register {who} as his lawful child, or did a court say so? "
        "When?",
        "พ่อเคยจดทะเบียนรับรองว่า{who}เป็นลูก หรือศาลเคยตัดสินเช่นนั้นหรือไม่ เมื่อไร",
        "event", 3, ("LEGITIMATION-REGISTER", "COURT-JUDGMENT"),
    ),
    "paternity_proved": _ask(
        "Was it proved, for example by a DNA test, who the father of {who} is? When?",
        "เคยพิสูจน์ว่าใครเป็นพ่อของ{who}หรือไม่ เช่น ตรวจดีเอ็นเอ เมื่อไร",
        "event", 8, ("DNA-REPORT", "COURT-JUDGMENT", "REGISTRAR-LETTER"),
    ),
    "thai": _ask(
        "Did {who} hold Thai nationality{when}?",
        "{who}มีสัญชาติไทย{when}หรือไม่",
        "yes_no", 3,
        ("ID-CARD", "HOUSE-REGISTER-14", "OLD-HOUSE-REGISTER", "BIRTH-CERTIFICATE"),
    ),
    "foreign_nationality": _ask(
        "Does {who} hold the nationality of another country?",
        "{who}มีสัญชาติของประเทศอื่นหรือไม่",
        "yes_no", 1, ("PASSPORT", "EMBASSY-LETTER"),
    ),
    "foreign_documents": _ask(
        "Does {who} have a passport or other papers of another country?",
        "{who}มีหนังสือเดินทางหรือเอกสารของประเทศอื่นหรือไม่",
        "documents", 1, ("PASSPORT",),
    ),
    "entered": _ask(
        "Did {who} come into Thailand from another country? If so, when?",
        "{who}เข้ามาจากประเทศอื่นหรือไม่ ถ้าใช่ เข้ามาเมื่อไร",
        "event", 2,
        ("SURVEY-SHEET", "ENTRY-STAMP", "HISTORY-REGISTER", "ELDER-STATEMENT"),
    ),
    "stay": _ask(
        "With which permission did {who} stay in Thailand{when}?",
        "{who}อยู่ในประเทศไทย{when}โดยได้รับอนุญาตแบบไหน",
        "stay", 5, _STAY,
    ),
    "residence": _ask(
        "Where has {who} lived, from year to year, and was {who} ever away from "
        "Thailand?",
        "{who}อยู่ที่ไหนมาบ้างในแต่ละปี และเคยออกไปอยู่นอกประเทศไทยหรือไม่",
        "spans", 2,
        ("HEADMAN-STATEMENT", *_REGISTERS[:5], "SCHOOL-REGISTER", "HEALTH-RECORD"),
    ),
    "registers": _ask(
        "In which register, or in which survey, was {who} entered{when}?",
        "{who}มีชื่ออยู่ในทะเบียนหรือการสำรวจแบบไหน{when}",
        "registers", 3, _REGISTERS,
    ),
    "registered": _ask(
        "Was {who} ever entered in a house register, a history register or a survey? "
        "Since when?",
        "{who}เคยมีชื่อในทะเบียนบ้าน ทะเบียนประวัติ หรือการสำรวจหรือไม่ ตั้งแต่เมื่อไร",
        "registers", 3, _REGISTERS,
    ),
    "id13": _ask(
        "Does {who} have a card with a 13-digit number? The first digit, and digits 6 "
        "and 7, are enough.",
        "{who}มีบัตรที่มีเลข 13 หลักหรือไม่ บอกเฉพาะหลักแรก กับหลักที่ 6 และ 7 ก็พอ",
        "text", 1, _CARDS,
    ),
    "number_class": _ask(
        "Please look at the card of {who}: what are the first digit and digits 6 and 7 "
        "of the number?",
        "ช่วยดูบัตรของ{who} เลขหลักแรก และหลักที่ 6 กับ 7 คือเลขอะไร",
        "text", 1, _CARDS,
    ),
    "group": _ask(
        "In which group do the official papers list {who}?",
        "เอกสารของทางราชการระบุว่า{who}เป็นคนกลุ่มไหน",
        "text", 1, ("OLD-GROUP-CARD", "NON-THAI-CARD", "HISTORY-REGISTER-38KH"),
    ),
    "alien_certificate": _ask(
        "Did {who} ever have an alien identification certificate? If so, when was it "
        "made?",
        "{who}เคยมีใบสำคัญประจำตัวคนต่างด้าวหรือไม่ ถ้าเคย ทำเมื่อไร",
        "event", 5, ("ALIEN-CERTIFICATE", "ALIEN-REGISTER"),
    ),
    "alien_certificate.taken": _ask(
        "When was the alien identification certificate of {who} made?",
        "ใบสำคัญประจำตัวคนต่างด้าวของ{who}ทำเมื่อไร",
        "event", 5, ("ALIEN-CERTIFICATE", "ALIEN-REGISTER"),
    ),
    "alien_certificate.by": _ask(
        "Who asked for the alien identification certificate of {who}: {who}, or a "
        "parent?",
        "ใครเป็นคนขอใบสำคัญประจำตัวคนต่างด้าวของ{who} ขอเอง หรือพ่อแม่ขอให้",
        "certificate_by", 5, ("ALIEN-REGISTER", "ELDER-STATEMENT"),
    ),
    "alien_certificate.voluntary": _ask(
        "Did {who} take the alien identification certificate of free will?",
        "{who}ทำใบสำคัญประจำตัวคนต่างด้าวโดยสมัครใจหรือไม่",
        "yes_no", 5, ("ALIEN-REGISTER", "WITNESS-STATEMENT"),
    ),
    "alien_certificate.kept_until": _ask(
        "Does {who} still have the alien identification certificate? If not, since "
        "when not?",
        "{who}ยังถือใบสำคัญประจำตัวคนต่างด้าวอยู่หรือไม่ ถ้าไม่ เลิกถือเมื่อไร",
        "kept", 3, ("ALIEN-CERTIFICATE", "ALIEN-REGISTER"),
    ),
    "could_hold_parents_nationality": _ask(
        "Does the law of the foreign parent's country give {who} that country's "
        "nationality?",
        "กฎหมายของประเทศของพ่อหรือแม่ที่เป็นคนต่างประเทศ ให้สัญชาติแก่{who}หรือไม่",
        "yes_no", 5, ("EMBASSY-LETTER", "FOREIGN-LAW"),
    ),
    "orders": _ask(
        "Did the state ever decide about the nationality or the stay of {who}: grant, "
        "take away, strike off? When?",
        "ทางราชการเคยมีคำสั่งเรื่องสัญชาติหรือการอยู่อาศัยของ{who}หรือไม่ เช่น ให้ ถอน "
        "หรือจำหน่ายชื่อ เมื่อไร",
        "list", 3, _ORDERS,
    ),
    "marriages": _ask(
        "Did {who} register a marriage? With whom, and when?",
        "{who}เคยจดทะเบียนสมรสหรือไม่ กับใคร เมื่อไร",
        "list", 2, ("MARRIAGE-CERTIFICATE", "MARRIAGE-REGISTER"),
    ),
    "marriages.to": _ask(
        "Whom did {who} marry, and of which country is that person?",
        "{who}สมรสกับใคร และคนนั้นเป็นคนของประเทศไหน",
        "person", 1, ("MARRIAGE-CERTIFICATE", "MARRIAGE-REGISTER"),
    ),
    "marriages.registered": _ask(
        "On which day was the marriage of {who} registered?",
        "{who}จดทะเบียนสมรสวันไหน",
        "wedding", 3, ("MARRIAGE-CERTIFICATE", "MARRIAGE-REGISTER"),
    ),
    "marriages.ended": _ask(
        "Is {who} still married to the same person? If not, since when?",
        "{who}ยังสมรสกับคนเดิมอยู่หรือไม่ ถ้าไม่ สิ้นสุดเมื่อไร",
        "ended", 2, ("DIVORCE-CERTIFICATE", "DEATH-CERTIFICATE", "COURT-JUDGMENT"),
    ),
    "marriages.gives_nationality": _ask(
        "Did {who} become a national of the spouse's country by the marriage?",
        "{who}ได้สัญชาติของคู่สมรสเพราะการสมรสหรือไม่",
        "yes_no", 5, ("EMBASSY-LETTER", "PASSPORT", "FOREIGN-LAW"),
    ),
    "adopted": _ask(
        "Was {who} adopted by registration? By whom, and when?",
        "มีใครจดทะเบียนรับ{who}เป็นบุตรบุญธรรมหรือไม่ ใคร และเมื่อไร",
        "list", 3, ("ADOPTION-REGISTER",),
    ),
    "adopted_by_thai": _ask(
        "Was {who} adopted, by registration, by a Thai national?",
        "มีคนสัญชาติไทยจดทะเบียนรับ{who}เป็นบุตรบุญธรรมหรือไม่",
        "list", 3, ("ADOPTION-REGISTER", "ID-CARD"),
    ),
    "registered_as_thai": _ask(
        "Does the house register hold {who} as a Thai national?",
        "ในทะเบียนบ้าน ลงรายการว่า{who}มีสัญชาติไทยหรือไม่",
        "registers", 1, ("HOUSE-REGISTER-14", "ID-CARD"),
    ),
    "record_contradicted": _ask(
        "Is there a paper that says something else than the register about {who}?",
        "มีเอกสารที่บอกเรื่องของ{who}ไม่ตรงกับในทะเบียนหรือไม่",
        "evidence", 1, (*_BIRTH[:3], "SCHOOL-REGISTER", "SIBLING-PAPERS"),
    ),
    "conduct": _ask(
        "How do the neighbours and the village head judge the conduct of {who}?",
        "เพื่อนบ้านและผู้ใหญ่บ้านเห็นว่า{who}มีความประพฤติอย่างไร",
        "conduct", 2,
        ("CONDUCT-LETTER", "HEADMAN-STATEMENT", "CRIMINAL-RECORD-CHECK"),
    ),
    "convictions": _ask(
        "Was {who} ever sentenced by a court for a crime? When, and to what?",
        "{who}เคยถูกศาลตัดสินลงโทษคดีอาญาหรือไม่ เมื่อไร โทษอะไร",
        "convictions", 3,
        ("CRIMINAL-RECORD-CHECK", "COURT-JUDGMENT", "RELEASE-PAPER"),
    ),
    "service": _ask(
        "Has {who} done something for the community or the country?",
        "{who}เคยทำประโยชน์ให้ชุมชนหรือประเทศหรือไม่",
        "yes_no", 2, ("SERVICE-AWARD", "HEADMAN-STATEMENT"),
    ),
    "livelihood": _ask(
        "Does {who} have regular work?",
        "{who}มีอาชีพการงานเป็นหลักแหล่งหรือไม่",
        "yes_no", 1, ("EMPLOYER-LETTER", "HEADMAN-STATEMENT"),
    ),
    "speaks_thai": _ask(
        "Does {who} speak and understand Thai?",
        "{who}พูดและฟังภาษาไทยได้หรือไม่",
        "yes_no", 1, ("SCHOOL-REGISTER", "DEGREE"),
    ),
    "education": _ask(
        "What is the highest school or degree that {who} has completed?",
        "{who}เรียนจบชั้นสูงสุดชั้นไหน",
        "education", 1, ("DEGREE", "SCHOOL-REGISTER"),
    ),
    "student": _ask(
        "Is {who} a pupil or student now?",
        "ตอนนี้{who}กำลังเรียนอยู่หรือไม่",
        "yes_no", 1, ("STUDENT-CERTIFICATE", "SCHOOL-REGISTER"),
    ),
    "care": _ask(
        "Was {who} in the care of a home? Which one, from when to when?",
        "{who}เคยอยู่ในความดูแลของสถานสงเคราะห์หรือไม่ ที่ไหน ตั้งแต่เมื่อไรถึงเมื่อไร",
        "spans", 3, ("HOME-CERTIFICATE", "FOUNDLING-RECORD"),
    ),
    "care.certified": _ask(
        "Has the Ministry of Social Development and Human Security certified the care "
        "of {who}?",
        "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์ออกหนังสือรับรองให้{who}แล้วหรือไม่",
        "yes_no", 5, ("HOME-CERTIFICATE",),
    ),
    "original_highlander": _ask(
        "Is {who}, by parents and grandparents, of one of the original highland "
        "peoples, such as Karen, Hmong, Mien, Akha, Lahu, Lisu, Lua, Khmu or Mlabri?",
        "{who}สืบเชื้อสายจากปู่ย่าตายายที่เป็นชาวไทยภูเขาดั้งเดิมหรือไม่ เช่น กะเหรี่ยง ม้ง เมี่ยน "
        "อาข่า ลาหู่ ลีซู ลัวะ ขมุ มลาบรี",
        "yes_no", 2,
        ("SURVEY-1969", "SURVEY-1985", "ELDER-STATEMENT", "KINSHIP-CHART"),
    ),
    "displaced_thai": _ask(
        "Are the forebears of {who} Thai, in a place that came to another country when "
        "the border moved?",
        "บรรพบุรุษของ{who}เป็นคนไทยในที่ซึ่งตกไปเป็นของประเทศอื่นเมื่อเขตแดนเปลี่ยนหรือไม่",
        "yes_no", 5, ("GENEALOGY", "ELDER-STATEMENT", "SURVEY-SHEET"),
    ),
    "findings": _ask(
        "Has a court or an office already decided something about {who}? What, and is "
        "it final?",
        "ศาลหรือหน่วยงานเคยวินิจฉัยเรื่องของ{who}แล้วหรือไม่ ว่าอย่างไร และถึงที่สุดแล้วหรือยัง",
        "list", 3, ("COURT-JUDGMENT", "REGISTRAR-LETTER"),
    ),
    "attempts": _ask(
        "Has {who} filed a petition before? Which, where, when, and what came of it?",
        "{who}เคยยื่นคำร้องมาก่อนหรือไม่ เรื่องอะไร ที่ไหน เมื่อไร ผลเป็นอย่างไร",
        "list", 1, ("PETITION-RECEIPT", "REFUSAL-LETTER"),
    ),
    "law": _ask(
        "The text of this rule could not be verified. Please ask the Department of "
        "Provincial Administration (telephone 1548) whether it is in force{when}.",
        "เรายังตรวจสอบตัวบทของกฎข้อนี้ไม่ได้ โปรดถามกรมการปกครอง โทร. 1548 "
        "ว่ายังใช้บังคับอยู่{when}หรือไม่",
        "law", 8, ("LAW-TEXT", "GAZETTE"),
    ),
}  # fmt: skip
"""One question for every fact a rule may ask, and for those a case file can tell."""

"""The words for single facts: what happened, and what is so, said and denied.

Only tables: ``facts.wording`` puts them together. Every key that a rule may ask has
its entry; a key without one is an error of ours, found by the tests.
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
    NUMBER_CLASSES,
    ORDER_MAKERS,
    SEXES,
)
from sathana.vocabulary.countries import ABROAD, COUNTRIES, country_name
from sathana.vocabulary.names import Name

type SubjectOf = Literal["person", "parents", "father"]
"""Of whom the sentence speaks: the one who has the fact, or the parents or father."""


@dataclass(frozen=True, slots=True)
class EventWords:
    """How an event is told.

    Attributes:
        past: English past: "came into Thailand".
        done: English after "had not": "come into Thailand".
        thai: Thai, that it happened.
        thai_not: Thai, that it did not, or not yet.
        subject: Of whom the sentence speaks.
    """

    past: str
    done: str
    thai: str
    thai_not: str
    subject: SubjectOf = "person"


EVENTS: Mapping[str, EventWords] = {
    "born.date": EventWords("was born", "been born", "เกิด", "ยังไม่เกิด"),
    "died": EventWords("died", "died", "เสียชีวิต", "ยังไม่เสียชีวิต"),
    "found": EventWords(
        "was found in Thailand as an abandoned child",
        "been found in Thailand as an abandoned child",
        "ถูกพบในประเทศไทยเป็นเด็กถูกทอดทิ้ง",
        "ไม่ได้ถูกพบในประเทศไทยเป็นเด็กถูกทอดทิ้ง",
    ),
    "entered": EventWords(
        "came into Thailand from outside",
        "come into Thailand from outside",
        "เข้ามาในประเทศไทยจากต่างประเทศ",
        "ไม่ได้เข้ามาในประเทศไทยจากต่างประเทศ",
    ),
    "parents_marriage": EventWords(
        "registered their marriage to each other",
        "registered their marriage to each other",
        "จดทะเบียนสมรสกัน",
        "ไม่ได้จดทะเบียนสมรสกัน",
        "parents",
    ),
    "legitimation": EventWords(
        "was registered as the father's lawful child",
        "been registered as the father's lawful child",
        "ได้รับการจดทะเบียนรับรองบุตรจากบิดา",
        "ไม่ได้รับการจดทะเบียนรับรองบุตรจากบิดา",
    ),
    "paternity_proved": EventWords(
        "was proved to be the biological father",
        "been proved to be the biological father",
        "ได้รับการพิสูจน์ว่าเป็นบิดาผู้ให้กำเนิด",
        "ไม่ได้รับการพิสูจน์ว่าเป็นบิดาผู้ให้กำเนิด",
        "father",
    ),
    "registered": EventWords(
        "was entered in a civil register",
        "been entered in a civil register",
        "มีชื่อในทะเบียนของทางราชการ",
        "ไม่มีชื่อในทะเบียนของทางราชการ",
    ),
    "alien_certificate.taken": EventWords(
        "was given an alien identification certificate",
        "been given an alien identification certificate",
        "ได้รับใบสำคัญประจำตัวคนต่างด้าว",
        "ไม่ได้รับใบสำคัญประจำตัวคนต่างด้าว",
    ),
    "alien_certificate.kept_until": EventWords(
        "gave up the alien identification certificate",
        "given up the alien identification certificate",
        "เลิกถือใบสำคัญประจำตัวคนต่างด้าว",
        "ไม่ได้เลิกถือใบสำคัญประจำตัวคนต่างด้าว",
    ),
    "adopted": EventWords(
        "was adopted by registration",
        "been adopted by registration",
        "ได้รับการจดทะเบียนเป็นบุตรบุญธรรม",
        "ไม่ได้รับการจดทะเบียนเป็นบุตรบุญธรรม",
    ),
    "ended": EventWords("ended", "ended", "สิ้นสุดลง", "ยังไม่สิ้นสุดลง"),
}
"""Events by fact key; ``registered`` of a marriage is :data:`WEDDING`."""

WEDDING = EventWords("was registered", "been registered", "จดทะเบียน", "ไม่ได้จดทะเบียน")


@dataclass(frozen=True, slots=True)
class StateWords:
    """How it is told that something is so, and that it is not.

    ``{}`` stands for the values; a fact of yes and no has none. ``head`` is the part
    that neighbouring sentences share ("was born").
    """

    en: str
    en_not: str
    th: str
    th_not: str
    values: Mapping[str, Name] | None = None
    yes: str = "yes"
    no: str = "no"
    head: Name | None = None


_COUNTRY_VALUES = {
    code: Name(country_name(code, "en"), country_name(code, "th"))
    for code in (*COUNTRIES, ABROAD, "unknown")
}

STATES: Mapping[str, StateWords] = {
    "sex": StateWords("is {}", "is not {}", "เป็นเพศ{}", "ไม่ได้เป็นเพศ{}", SEXES),
    "born.country": StateWords(
        "in {}", "was not born in {}", "ใน{}", "ไม่ได้เกิดใน{}", _COUNTRY_VALUES,
        head=Name("was born", "เกิด"),
    ),
    "born.notified": StateWords(
        "is one whose birth was {}", "is not one whose birth was {}",
        "เป็นผู้ที่{}", "ไม่ใช่ผู้ที่{}", NOTICE_OF_BIRTH,
    ),
    "foreign_nationality": StateWords(
        "holds the nationality of another state",
        "does not hold the nationality of another state",
        "มีสัญชาติของประเทศอื่น", "ไม่มีสัญชาติของประเทศอื่น",
    ),
    "foreign_documents": StateWords(
        "has papers of another state", "has no papers of another state",
        "มีเอกสารของประเทศอื่น", "ไม่มีเอกสารของประเทศอื่น", yes="some", no="none",
    ),
    "conduct": StateWords(
        "has {} conduct", "does not have {} conduct",
        "มีความประพฤติ{}", "ไม่ใช่ผู้ที่มีความประพฤติ{}", CONDUCT,
    ),
    "convictions": StateWords(
        "has been convicted of a crime", "has not been convicted of a crime",
        "เคยต้องคำพิพากษาให้ลงโทษ", "ไม่เคยต้องคำพิพากษาให้ลงโทษ",
        yes="some", no="none",
    ),
    "service": StateWords(
        "has done service to society or the country",
        "has not done service to society or the country",
        "ทำประโยชน์แก่สังคมหรือประเทศ", "ไม่ได้ทำประโยชน์แก่สังคมหรือประเทศ",
    ),
    "livelihood": StateWords(
        "has an established occupation", "has no established occupation",
        "มีอาชีพเป็นหลักฐาน", "ไม่มีอาชีพเป็นหลักฐาน",
    ),
    "speaks_thai": StateWords(
        "knows the Thai language", "does not know the Thai language",
        "มีความรู้ภาษาไทย", "ไม่มีความรู้ภาษาไทย",
    ),
    "education": StateWords(
        "has as the highest education completed: {}",
        "does not have as the highest education completed: {}",
        "จบการศึกษาสูงสุดระดับ{}", "ไม่ได้จบการศึกษาสูงสุดระดับ{}", EDUCATION,
    ),
    "student": StateWords(
        "is a student now", "is not a student now",
        "กำลังศึกษาอยู่", "ไม่ได้กำลังศึกษาอยู่",
    ),
    "original_highlander": StateWords(
        "is an original highlander by descent",
        "is not an original highlander by descent",
        "เป็นชาวไทยภูเขาดั้งเดิม", "ไม่ใช่ชาวไทยภูเขาดั้งเดิม",
    ),
    "displaced_thai": StateWords(
        "is of Thai descent and became another state's subject when the border moved",
        "is not a Thai displaced when the border moved",
        "เป็นคนเชื้อสายไทยที่พลัดถิ่นเพราะการเปลี่ยนอาณาเขต", "ไม่ใช่คนไทยพลัดถิ่น",
    ),
    "alien_certificate.by": StateWords(
        "has an alien certificate asked for by {}",
        "does not have an alien certificate asked for by {}",
        "มีใบสำคัญประจำตัวคนต่างด้าวที่{}", "ไม่มีใบสำคัญประจำตัวคนต่างด้าวที่{}",
        CERTIFICATE_TAKERS,
    ),
    "alien_certificate.voluntary": StateWords(
        "took the alien certificate of free will",
        "did not take the alien certificate of free will",
        "ขอใบสำคัญประจำตัวคนต่างด้าวโดยสมัครใจ",
        "ไม่ได้ขอใบสำคัญประจำตัวคนต่างด้าวโดยสมัครใจ",
    ),
    "could_hold_parents_nationality": StateWords(
        "could hold the foreign parent's nationality under that state's law",
        "could not hold the foreign parent's nationality under that state's law",
        "มีสิทธิถือสัญชาติของบิดาหรือมารดาตามกฎหมายของประเทศนั้น",
        "ไม่มีสิทธิถือสัญชาติของบิดาหรือมารดาตามกฎหมายของประเทศนั้น",
    ),
    "adopted": StateWords(
        "has been adopted by registration", "has not been adopted by registration",
        "ได้รับการจดทะเบียนเป็นบุตรบุญธรรม", "ไม่ได้รับการจดทะเบียนเป็นบุตรบุญธรรม",
    ),
    "number_class": StateWords(
        "has the 13-digit number of: {}", "does not have the 13-digit number of: {}",
        "มีเลข 13 หลักประเภท{}", "ไม่มีเลข 13 หลักประเภท{}", NUMBER_CLASSES,
    ),
    "adopted_by_thai": StateWords(
        "has been adopted by a Thai", "has not been adopted by a Thai",
        "เป็นบุตรบุญธรรมของคนสัญชาติไทย", "ไม่ได้เป็นบุตรบุญธรรมของคนสัญชาติไทย",
    ),
    "registered_as_thai": StateWords(
        "is entered as Thai in the house register",
        "is not entered as Thai in the house register",
        "มีชื่อในทะเบียนบ้านในฐานะคนสัญชาติไทย", "ไม่มีชื่อในทะเบียนบ้านในฐานะคนสัญชาติไทย",
    ),
    "record_contradicted": StateWords(
        "has a paper that contradicts the register",
        "has no paper that contradicts the register",
        "มีเอกสารที่ขัดกับรายการในทะเบียน", "ไม่มีเอกสารที่ขัดกับรายการในทะเบียน",
    ),
    "orders.by": StateWords(
        "was made by {}", "was not made by {}", "ออกโดย{}", "ไม่ได้ออกโดย{}",
        ORDER_MAKERS,
    ),
    "gives_nationality": StateWords(
        "gave the nationality of the spouse's state",
        "did not give the nationality of the spouse's state",
        "ทำให้ได้สัญชาติของคู่สมรส", "ไม่ทำให้ได้สัญชาติของคู่สมรส",
    ),
    "certified": StateWords(
        "is certified by the social ministry",
        "is not certified by the social ministry",
        "ได้รับการรับรองจากกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
        "ไม่ได้รับการรับรองจากกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
    ),
}  # fmt: skip
"""Facts that are so or are not, by key."""

STAY_MANNERS: Mapping[str, Name] = {
    "permanent": Name(
        "with permission to stay permanently", "โดยได้รับอนุญาตให้มีถิ่นที่อยู่ถาวร"
    ),
    "temporary": Name("with permission to stay for a time", "โดยได้รับอนุญาตให้อยู่ชั่วคราว"),
    "lenient": Name("by individual leniency", "โดยได้รับการผ่อนผันเป็นกรณีพิเศษเฉพาะราย"),
    "unpermitted": Name(
        "having come in from outside without permission",
        "โดยเข้ามาจากต่างประเทศและไม่ได้รับอนุญาตตามกฎหมายคนเข้าเมือง",
    ),
    "precarious": Name(
        "for a time, by leniency or without permission (not known which)",
        "โดยชั่วคราว ได้รับการผ่อนผัน หรือไม่ได้รับอนุญาต (ไม่ทราบว่าแบบใด)",
    ),
    "diplomatic": Name(
        "as a diplomat, consul or official of another state, or of their household",
        "ในฐานะทูต กงสุล เจ้าหน้าที่ของรัฐต่างประเทศ หรือคนในครอบครัวหรือคนรับใช้",
    ),
    "unknown": Name("in a way that is not known", "โดยไม่ทราบว่าได้รับอนุญาตแบบใด"),
}
"""How a person stays in Thailand, as an adverb."""

SPELLS: Mapping[str, StateWords] = {
    "stay": StateWords(
        "stayed in Thailand", "did not stay in Thailand",
        "อยู่ในประเทศไทย", "ไม่ใช่ผู้ที่อยู่ในประเทศไทย",
    ),
    "registers": StateWords(
        "was entered in {}", "was not entered in {}", "มีชื่อใน{}", "ไม่มีชื่อใน{}",
    ),
    "residence": StateWords(
        "lived in Thailand", "did not live in Thailand",
        "อาศัยอยู่ในประเทศไทย", "ไม่ได้อาศัยอยู่ในประเทศไทย",
    ),
    "care": StateWords(
        "was in the care of a state or registered home",
        "was not in the care of a state or registered home",
        "อยู่ในความดูแลของสถานสงเคราะห์", "ไม่ได้อยู่ในความดูแลของสถานสงเคราะห์",
    ),
}  # fmt: skip
"""What lasted over time; ``{}`` stands for registers, the manner of a stay follows."""

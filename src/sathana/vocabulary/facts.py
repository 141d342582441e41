"""Noun phrases for every fact key of the case file, and for those derived from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sathana.vocabulary.names import Lang, Name, look_up

TOLD_FACTS: Mapping[str, Name] = MappingProxyType(
    {
        "name": Name("name", "ชื่อ"),
        "notes": Name("notes", "บันทึก"),
        "sex": Name("sex", "เพศ"),
        "born": Name("birth", "การเกิด"),
        "born.date": Name("date of birth", "วันเกิด"),
        "born.country": Name("country of birth", "ประเทศที่เกิด"),
        "born.place": Name("place of birth", "สถานที่เกิด"),
        "born.notified": Name("notification of the birth", "การแจ้งเกิด"),
        "died": Name("death", "การเสียชีวิต"),
        "father": Name("biological father", "บิดาผู้ให้กำเนิด"),
        "mother": Name("woman who gave birth", "มารดาผู้ให้กำเนิด"),
        "found": Name("finding as an abandoned child", "การพบเป็นเด็กถูกทอดทิ้ง"),
        "parents_marriage": Name(
            "registered marriage of the parents to each other",
            "การจดทะเบียนสมรสของบิดามารดา",
        ),
        "legitimation": Name(
            "registration as the father's lawful child, or a judgment of it",
            "การจดทะเบียนรับรองบุตร หรือคำพิพากษาว่าเป็นบุตรชอบด้วยกฎหมาย",
        ),
        "paternity_proved": Name("proof of fatherhood", "การพิสูจน์ความเป็นบิดา"),
        "thai": Name("Thai nationality", "สัญชาติไทย"),
        "foreign_nationality": Name("nationality of another state", "สัญชาติอื่น"),
        "foreign_documents": Name("papers of another state", "เอกสารของประเทศอื่น"),
        "entered": Name("entry into Thailand", "การเข้ามาในประเทศไทย"),
        "stay": Name("permission to stay in Thailand", "การอนุญาตให้อยู่ในประเทศไทย"),
        "residence": Name("residence in Thailand", "การอยู่อาศัยในประเทศไทย"),
        "registers": Name("entries in civil registers", "รายการในทะเบียนราษฎร"),
        "id13": Name("13-digit number", "เลขประจำตัว 13 หลัก"),
        "group": Name("officially recognised group", "กลุ่มตามทะเบียนของทางราชการ"),
        "alien_certificate": Name(
            "alien identification certificate", "ใบสำคัญประจำตัวคนต่างด้าว"
        ),
        "alien_certificate.taken": Name(
            "day the alien certificate was taken",
            "วันที่รับใบสำคัญประจำตัวคนต่างด้าว",
        ),
        "alien_certificate.by": Name(
            "who asked for the alien certificate",
            "ผู้ที่ขอใบสำคัญประจำตัวคนต่างด้าว",
        ),
        "alien_certificate.voluntary": Name(
            "whether the alien certificate was taken of free will",
            "การขอใบสำคัญประจำตัวคนต่างด้าวโดยสมัครใจ",
        ),
        "alien_certificate.kept_until": Name(
            "how long the alien certificate was kept",
            "ระยะเวลาที่ถือใบสำคัญประจำตัวคนต่างด้าว",
        ),
        "could_hold_parents_nationality": Name(
            "whether the foreign parent's law would give that parent's nationality",
            "การมีสิทธิถือสัญชาติของบิดามารดาตามกฎหมายของประเทศนั้น",
        ),
        "orders": Name("orders of the state", "คำสั่งของทางราชการ"),
        "marriages": Name("marriages", "การสมรส"),
        "marriages.to": Name("spouse", "คู่สมรส"),
        "marriages.registered": Name("day of the wedding", "วันจดทะเบียนสมรส"),
        "marriages.ended": Name("end of the marriage", "การสิ้นสุดการสมรส"),
        "marriages.gives_nationality": Name(
            "whether the marriage gave the spouse's nationality",
            "การได้สัญชาติของคู่สมรสเพราะการสมรส",
        ),
        "adopted": Name("adoption", "การเป็นบุตรบุญธรรม"),
        "conduct": Name("conduct", "ความประพฤติ"),
        "convictions": Name("convictions", "ประวัติต้องโทษ"),
        "service": Name("service to society", "การทำประโยชน์แก่สังคม"),
        "livelihood": Name("established occupation", "อาชีพเป็นหลักฐาน"),
        "speaks_thai": Name("knowledge of Thai", "ความรู้ภาษาไทย"),
        "education": Name("highest education completed", "การศึกษาสูงสุดที่จบ"),
        "student": Name("present studies", "การกำลังศึกษา"),
        "care": Name("care in a home", "การอยู่ในความดูแลของสถานสงเคราะห์"),
        "care.certified": Name(
            "certificate of the social ministry",
            "หนังสือรับรองของกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
        ),
        "original_highlander": Name(
            "descent from an original highland people",
            "การเป็นชาวไทยภูเขาดั้งเดิม",
        ),
        "displaced_thai": Name("being a displaced Thai", "การเป็นคนไทยพลัดถิ่น"),
        "findings": Name(
            "findings of courts and authorities", "คำวินิจฉัยของศาลหรือหน่วยงาน"
        ),
        "attempts": Name("petitions made so far", "คำร้องที่เคยยื่น"),
    }
)
"""Facts that a case file can tell of a person, maps written with a dot."""

DERIVED_FACTS: Mapping[str, Name] = MappingProxyType(
    {
        "registered": Name("entry in any civil register", "การมีชื่อในทะเบียนใดทะเบียนหนึ่ง"),
        "number_class": Name(
            "class of the 13-digit number", "ประเภทของเลขประจำตัว 13 หลัก"
        ),
        "adopted_by_thai": Name(
            "adoption by a Thai national", "การเป็นบุตรบุญธรรมของคนสัญชาติไทย"
        ),
        "registered_as_thai": Name(
            "entry as Thai in the house register",
            "การมีชื่อในทะเบียนบ้านในฐานะคนสัญชาติไทย",
        ),
        "record_contradicted": Name(
            "contradiction between the papers", "ความขัดแย้งกันของเอกสาร"
        ),
        "law": Name("text of the law that is not verified", "ตัวบทกฎหมายที่ยังไม่ได้ตรวจสอบ"),
    }
)
"""Facts that rules ask and that are read off told ones; ``law`` is none of a person."""

SAME_FACT: Mapping[str, str] = MappingProxyType(
    {
        "ended": "marriages.ended",
        "gives_nationality": "marriages.gives_nationality",
        "certified": "care.certified",
    }
)
"""Short keys that rules use of a marriage or a spell, and the fact they mean."""

FACTS: Mapping[str, Name] = MappingProxyType({**TOLD_FACTS, **DERIVED_FACTS})
"""All facts that have a name."""


def fact_key(key: str) -> str:
    """Return the full key of a fact that may be written short."""
    return SAME_FACT.get(key, key)


def fact_name(key: str, lang: Lang) -> str:
    """Return the noun phrase of a fact, such as "date of birth".

    Raises:
        LookupError: No fact has this key.
    """
    return look_up(FACTS, fact_key(key), what="fact").in_(lang)

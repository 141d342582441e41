"""Code lists of the case file and the assessment, with names in Thai and English.

The codes are those of the case-file contract; a code that is written in a file or an
answer and has no name here is a fault, never shown raw.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sathana.vocabulary.names import Lang, Name, look_up


def _codes(**names: tuple[str, str]) -> Mapping[str, Name]:
    return MappingProxyType({code: Name(*pair) for code, pair in names.items()})


SEXES = _codes(
    female=("female", "หญิง"), male=("male", "ชาย"), unknown=("not known", "ไม่ทราบ")
)

STAY_KINDS = _codes(
    permanent=("permission to stay permanently", "ได้รับอนุญาตให้มีถิ่นที่อยู่ถาวร"),
    temporary=("permission to stay for a time", "ได้รับอนุญาตให้อยู่ชั่วคราว"),
    lenient=(
        "allowed to stay by individual leniency",
        "ได้รับการผ่อนผันให้พักอาศัยเป็นกรณีพิเศษเฉพาะราย",
    ),
    unpermitted=(
        "came in from outside without permission",
        "เข้ามาอยู่โดยไม่ได้รับอนุญาตตามกฎหมายคนเข้าเมือง",
    ),
    precarious=(
        "for a time, by leniency or without permission; not known which",
        "อยู่ชั่วคราว ได้รับการผ่อนผัน หรือไม่ได้รับอนุญาต แต่ไม่ทราบว่าแบบใด",
    ),
    diplomatic=(
        "diplomat, consul or official of another state, or their household",
        "ทูต กงสุล หรือเจ้าหน้าที่ของรัฐต่างประเทศ หรือคนในครอบครัวหรือคนรับใช้",
    ),
    unknown=("not known", "ไม่ทราบ"),
)
"""Standing under immigration law; `diplomatic` as in section 8 of the Nationality Act."""

REGISTER_KINDS = _codes(
    TR14=("house register TR.14 (blue)", "ทะเบียนบ้าน ท.ร.14"),
    TR13=("house register TR.13 (yellow)", "ทะเบียนบ้าน ท.ร.13"),
    TR38=("history register TR.38", "ทะเบียนประวัติ ท.ร.38"),
    TR38_1=(
        "history register TR.38/1 (migrant workers)",
        "ทะเบียนประวัติ ท.ร.38/1 (แรงงานข้ามชาติ)",
    ),
    TR38K=(
        "history register TR.38 Kor (persons without registration status)",
        "ทะเบียนประวัติ ท.ร.38 ก (บุคคลที่ไม่มีสถานะทางทะเบียน)",
    ),
    TR38KH=(
        "history register TR.38 Khor (recognised groups)",
        "ทะเบียนประวัติ ท.ร.38 ข (ชนกลุ่มน้อย)",
    ),
    HIGHLAND_1969=(
        "highland survey of 1969 and 1970",
        "ทะเบียนสำรวจชาวเขา พ.ศ. 2512-2513 (ท.ร.ช.ข.)",
    ),
    HIGHLAND_1985=(
        "highland survey of 1985 to 1988",
        "ทะเบียนสำรวจบุคคลในบ้านบนพื้นที่สูง พ.ศ. 2528-2531",
    ),
    SHELTER=(
        "register of a temporary shelter at the border",
        "ทะเบียนผู้หนีภัยในพื้นที่พักพิงชั่วคราว",
    ),
    OTHER=("another civil register", "ทะเบียนอื่นของทางราชการ"),
)

ORDER_KINDS = _codes(
    grant_7bis2=(
        "nationality granted under section 7 bis paragraph 2",
        "ให้สัญชาติไทยตามมาตรา 7 ทวิ วรรคสอง",
    ),
    spared_337=(
        "exempted by the Minister from Announcement 337",
        "รัฐมนตรีสั่งยกเว้นจากประกาศของคณะปฏิวัติ ฉบับที่ 337",
    ),
    naturalised=("naturalised as Thai", "แปลงสัญชาติเป็นไทย"),
    marriage_s9=(
        "nationality by marriage under section 9",
        "ให้สัญชาติไทยตามสามี มาตรา 9",
    ),
    displaced_thai_s9_6=(
        "certified as a displaced Thai under section 9/6",
        "รับรองความเป็นคนไทยพลัดถิ่นตามมาตรา 9/6",
    ),
    roofless_s19_2=(
        "nationality under section 19/2 of the Civil Registration Act",
        "ให้สัญชาติไทยตามมาตรา 19/2 แห่งกฎหมายการทะเบียนราษฎร",
    ),
    permanent_residence=(
        "permission to stay permanently granted",
        "ให้มีถิ่นที่อยู่ถาวรในราชอาณาจักร",
    ),
    revoked=("Thai nationality revoked", "ถอนสัญชาติไทย"),
    renounced=("Thai nationality renounced", "สละสัญชาติไทย"),
    regained=("Thai nationality regained", "กลับคืนสัญชาติไทย"),
    struck_off=("name struck off the register", "จำหน่ายชื่อออกจากทะเบียน"),
    restored=("name put back into the register", "คืนชื่อเข้าทะเบียน"),
    granted=(
        "Thai nationality granted, section not known",
        "ให้สัญชาติไทย ไม่ทราบว่าตามมาตราใด",
    ),
    nationality_entered=(
        "Thai nationality entered in the register",
        "นายทะเบียนลงรายการสัญชาติไทยในทะเบียน",
    ),
    unknown=("an order, not known which", "คำสั่งที่ไม่ทราบว่าเป็นเรื่องใด"),
)

ORDER_MAKERS = _codes(
    minister=("the Minister of the Interior", "รัฐมนตรีว่าการกระทรวงมหาดไทย"),
    court=("a court", "ศาล"),
    registrar=("a registrar", "นายทะเบียน"),
    other=("another authority", "หน่วยงานอื่น"),
    unknown=("not known by whom", "ไม่ทราบว่าผู้ใดสั่ง"),
)

ATTEMPT_RESULTS = _codes(
    not_received=("the office did not take the petition", "สำนักทะเบียนไม่รับคำร้อง"),
    received=("received, not yet decided", "รับคำร้องแล้ว ยังไม่ได้วินิจฉัย"),
    refused=("refused", "มีคำสั่งไม่อนุมัติ"),
    silent=("no answer in time", "เกินกำหนดแล้วยังไม่มีคำตอบ"),
    granted=("granted", "อนุมัติ"),
    unknown=("result not known", "ไม่ทราบผล"),
)

NOTICE_OF_BIRTH = _codes(
    in_time=("notified in time", "แจ้งเกิดภายในกำหนด"),
    late=("notified late", "แจ้งเกิดเกินกำหนด"),
    none=("not notified", "ไม่ได้แจ้งเกิด"),
    unknown=("not known", "ไม่ทราบ"),
)

EDUCATION = _codes(
    none=("no schooling completed", "ยังไม่จบชั้นใด"),
    primary=("primary school", "ประถมศึกษา"),
    secondary=("secondary school", "มัธยมศึกษา"),
    vocational=("vocational certificate", "อาชีวศึกษา (ปวช. หรือ ปวส.)"),
    bachelor=("bachelor's degree", "ปริญญาตรี"),
    higher=("a degree above bachelor's", "สูงกว่าปริญญาตรี"),
    unknown=("not known", "ไม่ทราบ"),
)

CONDUCT = _codes(
    good=("good", "ดี"), bad=("not good", "ไม่ดี"), unknown=("not known", "ไม่ทราบ")
)

CERTIFICATE_TAKERS = _codes(
    self=("the person", "ไปขอเอง"),
    parent=("a parent, for the person", "พ่อหรือแม่ขอให้"),
    unknown=("not known", "ไม่ทราบ"),
)

NUMBER_CLASSES = _codes(
    recognised_group=(
        "a recognised group (first digit 6, digits 6-7 from 50 to 72)",
        "ชนกลุ่มน้อยที่ทางราชการรับรอง (ขึ้นต้นด้วย 6 หลักที่ 6-7 เป็น 50 ถึง 72)",
    ),
    resident=(
        "first digit 5 or 8 (resident, or added later)",
        "ขึ้นต้นด้วย 5 หรือ 8 (ผู้มีถิ่นที่อยู่ หรือผู้ที่เพิ่มชื่อภายหลัง)",
    ),
    no_status_89=(
        "a person without registration status (first digit 0, digits 6-7 are 89)",
        "บุคคลที่ไม่มีสถานะทางทะเบียน (ขึ้นต้นด้วย 0 หลักที่ 6-7 เป็น 89)",
    ),
    no_status_00=(
        "first digit 0, digits 6-7 are 00",
        "ขึ้นต้นด้วย 0 หลักที่ 6-7 เป็น 00",
    ),
    thai=("a Thai national", "คนสัญชาติไทย"),
    migrant=("a migrant worker", "แรงงานข้ามชาติ"),
    shelter=(
        "a person in a temporary shelter",
        "ผู้หนีภัยในพื้นที่พักพิงชั่วคราว",
    ),
    other=("another class", "ประเภทอื่น"),
)
"""What the 13-digit number says of the register a person is in; no proof of nationality."""

PATHWAY_STATUSES = _codes(
    open=(
        "open: all conditions are met on the facts given",
        "เปิด: ข้อเท็จจริงที่ให้มาครบทุกเงื่อนไข",
    ),
    closed=("closed: a condition is not met", "ปิด: มีเงื่อนไขที่ไม่เข้า"),
    needs_facts=("facts are missing", "ยังขาดข้อเท็จจริง"),
    window_unknown=(
        "not verified that it is in force on this day",
        "ยังตรวจสอบไม่ได้ว่าวันนี้ยังใช้บังคับอยู่หรือไม่",
    ),
    granted=("granted already", "ได้รับแล้ว"),
    not_needed=("not needed: the person is Thai", "ไม่จำเป็น เพราะมีสัญชาติไทยแล้ว"),
)

RIGHT_STATUSES = _codes(
    open=("open", "ใช้สิทธิได้"),
    permit_needed=("a permit is needed", "ต้องขออนุญาตก่อน"),
    closed=("closed", "ใช้สิทธิไม่ได้"),
    unknown=("not known", "ยังไม่ทราบ"),
)

ANSWERS = _codes(
    yes=("yes", "ใช่"),
    no=("no", "ไม่ใช่"),
    unknown=("not known", "ยังไม่ทราบ"),
    contested=("contested: the readings differ", "ยังโต้แย้งกัน: แนวตีความต่างกัน"),
)

NATIONALITY_ANSWERS = _codes(
    yes=("Thai on these facts", "มีสัญชาติไทยตามข้อเท็จจริงที่ให้มา"),
    no=("not Thai on these facts", "ไม่มีสัญชาติไทยตามข้อเท็จจริงที่ให้มา"),
    unknown=("facts are missing", "ยังขาดข้อเท็จจริง"),
    contested=(
        "contested: courts and offices read the law differently",
        "ยังโต้แย้งกัน: ศาลกับฝ่ายปกครองตีความกฎหมายต่างกัน",
    ),
)

GRADES = _codes(
    documented=("shown by a paper", "มีเอกสาร"),
    witnessed=("shown by witnesses", "มีพยานบุคคล"),
    claimed=("told, not yet shown", "บอกเล่า ยังไม่มีหลักฐาน"),
    contradicted=("the evidence conflicts", "หลักฐานขัดแย้งกัน"),
)

VERIFIED_MARKS = _codes(
    seen=("text seen", "เห็นตัวบทแล้ว"),
    partly=("seen in part", "เห็นตัวบทเพียงบางส่วน"),
    unverified=("not verified", "ยังไม่ได้ตรวจสอบกับตัวบท"),
)

READINGS = _codes(
    court=("reading of the courts", "แนวตีความของศาล"),
    administration=("reading of the administration", "แนวตีความของฝ่ายปกครอง"),
)

PARENTS = _codes(
    unknown=("not known who", "ไม่ทราบว่าเป็นใคร"),
    unidentifiable=("nobody can find out who", "ไม่มีใครสืบหาได้ว่าเป็นใคร"),
)

HAPPENINGS = _codes(
    yes=("happened", "เกิดขึ้นแล้ว"),
    never=("never happened", "ไม่เคยเกิดขึ้น"),
    unknown=("not known whether", "ไม่ทราบว่าเคยหรือไม่"),
)

NATIONALITY_BASES = _codes(
    blood=("through a parent", "โดยหลักสืบสายโลหิต"),
    soil=("by birth in Thailand", "โดยหลักดินแดน"),
    grant=("granted by the state", "โดยทางราชการให้"),
    displaced=("as a displaced Thai", "ในฐานะคนไทยพลัดถิ่น"),
    highland=("as an original highlander", "ในฐานะชาวไทยภูเขาดั้งเดิม"),
    given=("told as a fact of the case", "ตามที่บอกไว้เป็นข้อเท็จจริง"),
    marriage=("by marriage", "โดยการสมรส"),
)

CODE_LISTS: Mapping[str, Mapping[str, Name]] = MappingProxyType(
    {
        "sex": SEXES,
        "stay": STAY_KINDS,
        "registers": REGISTER_KINDS,
        "orders": ORDER_KINDS,
        "orders.by": ORDER_MAKERS,
        "attempts.result": ATTEMPT_RESULTS,
        "born.notified": NOTICE_OF_BIRTH,
        "education": EDUCATION,
        "conduct": CONDUCT,
        "alien_certificate.by": CERTIFICATE_TAKERS,
        "number_class": NUMBER_CLASSES,
        "pathway_status": PATHWAY_STATUSES,
        "right_status": RIGHT_STATUSES,
        "answer": ANSWERS,
        "nationality_answer": NATIONALITY_ANSWERS,
        "grade": GRADES,
        "verified": VERIFIED_MARKS,
        "reading": READINGS,
        "parent": PARENTS,
        "happened": HAPPENINGS,
        "basis": NATIONALITY_BASES,
    }
)
"""Every code list by the name under which :func:`code_name` finds it."""


def code_name(list_name: str, code: str, lang: Lang) -> str:
    """Return the name of a code of one of the lists, in one language.

    Raises:
        LookupError: There is no such list or no such code.
    """
    if list_name not in CODE_LISTS:
        raise LookupError(
            f"There is no code list {list_name!r}. "
            f"Known lists: {', '.join(sorted(CODE_LISTS))}."
        )
    return look_up(CODE_LISTS[list_name], code, what=f"entry of {list_name}").in_(lang)

"""Papers, statements and tests that show a fact, with their official Thai names.

Form codes marked ``memory`` were not seen on the form itself: ask the office before
relying on the number; the name is in common use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sathana.vocabulary.names import Name, look_up


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of evidence.

    Attributes:
        name: In English and Thai, with the form's code where it has one.
        holder: Where a family would look for it.
        code: ``seen`` if name and form code stand in a source we read, ``memory``
            if not.
    """

    id: str
    name: Name
    holder: Name
    code: Literal["seen", "memory"]


_HOLDERS = {
    "family": Name("the family", "ครอบครัว"),
    "village": Name("the village", "หมู่บ้าน"),
    "hospital": Name("the hospital or health station", "โรงพยาบาลหรือสถานีอนามัย"),
    "school": Name("the school", "โรงเรียน"),
    "district": Name(
        "the district office or municipality", "ที่ว่าการอำเภอหรือสำนักทะเบียนท้องถิ่น"
    ),
    "dopa": Name(
        "the Department of Provincial Administration", "กรมการปกครอง กระทรวงมหาดไทย"
    ),
    "immigration": Name(
        "the Immigration Bureau or the police", "สำนักงานตรวจคนเข้าเมืองหรือตำรวจ"
    ),
    "court": Name("the court", "ศาล"),
    "laboratory": Name("a forensic institute", "สถาบันนิติวิทยาศาสตร์"),
    "ministry": Name(
        "the Ministry of Social Development and Human Security",
        "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
    ),
    "embassy": Name("the embassy of that state", "สถานทูตของประเทศนั้น"),
    "gazette": Name("the Royal Gazette", "ราชกิจจานุเบกษา"),
}

_ROWS = """
DELIVERY-CERTIFICATE|hospital|seen|delivery certificate (TR.1/1)|หนังสือรับรองการเกิดจากโรงพยาบาลหรือผู้ทำคลอด (ท.ร.1/1)
BIRTH-NOTICE-SLIP|family|memory|village head's receipt of the birth notice (TR.1, front part)|ใบรับแจ้งการเกิดของผู้ใหญ่บ้าน (ท.ร.1 ตอนหน้า)
BIRTH-CERTIFICATE|family|seen|birth certificate|สูติบัตร
BIRTH-CERTIFICATION|district|seen|registrar's certification of birth (TR.20/1)|หนังสือรับรองการเกิดที่นายทะเบียนออกให้ (ท.ร.20/1)
BIRTHPLACE-CERTIFICATE|district|seen|certificate of the place of birth|หนังสือรับรองสถานที่เกิด
BIRTH-REGISTER|district|memory|birth register kept at the office|ทะเบียนคนเกิดที่เก็บไว้ที่สำนักทะเบียน
FOUNDLING-RECORD|district|seen|record of receiving an abandoned child|บันทึกการรับตัวเด็กที่ถูกทอดทิ้ง
DEATH-CERTIFICATE|district|memory|death certificate (TR.4)|มรณบัตร (ท.ร.4)
HOUSE-REGISTER-14|district|seen|house register (TR.14)|ทะเบียนบ้าน (ท.ร.14)
HOUSE-REGISTER-13|district|seen|house register (TR.13)|ทะเบียนบ้าน (ท.ร.13)
HISTORY-REGISTER|district|seen|history register (TR.38)|ทะเบียนประวัติ (ท.ร.38)
HISTORY-REGISTER-381|district|seen|history register of migrant workers (TR.38/1)|ทะเบียนประวัติแรงงานข้ามชาติ (ท.ร.38/1)
HISTORY-REGISTER-38K|district|seen|history register of persons without registration status (TR.38 Kor)|ทะเบียนประวัติบุคคลที่ไม่มีสถานะทางทะเบียน (ท.ร.38 ก)
HISTORY-REGISTER-38KH|district|seen|history register of recognised groups (TR.38 Khor)|ทะเบียนประวัติชนกลุ่มน้อย (ท.ร.38 ข)
SURVEY-1969|district|seen|highland survey register of 1969 and 1970|ทะเบียนสำรวจชาวเขา พ.ศ. 2512-2513 (ท.ร.ช.ข.)
SURVEY-1985|district|seen|highland house survey of 1985 to 1988|ทะเบียนสำรวจบุคคลในบ้านบนพื้นที่สูง พ.ศ. 2528-2531
SURVEY-SHEET|district|seen|survey form of the person (form 89)|แบบสำรวจเพื่อจัดทำทะเบียนประวัติ (แบบ 89)
OLD-HOUSE-REGISTER|district|seen|old house register of 1956 or 1972|สำเนาทะเบียนบ้านฉบับ พ.ศ. 2499 หรือ พ.ศ. 2515
ID-CARD|family|seen|national identity card|บัตรประจำตัวประชาชน
NON-THAI-CARD|family|memory|card of a person without Thai nationality|บัตรประจำตัวคนซึ่งไม่มีสัญชาติไทย
NO-STATUS-CARD|family|seen|card of a person without registration status|บัตรประจำตัวบุคคลที่ไม่มีสถานะทางทะเบียน
OLD-GROUP-CARD|family|seen|old coloured card of a recognised group|บัตรประจำตัวชนกลุ่มน้อยแบบเดิม (บัตรสี)
SHELTER-LIST|district|memory|list of persons in a temporary shelter|บัญชีรายชื่อผู้หนีภัยในพื้นที่พักพิงชั่วคราว
MIDWIFE-STATEMENT|village|seen|statement of the midwife or of one who saw the birth|คำให้การของหมอตำแยหรือผู้รู้เห็นการเกิด
HEADMAN-STATEMENT|village|seen|statement of the village head|คำรับรองของผู้ใหญ่บ้านหรือกำนัน
WITNESS-STATEMENT|village|seen|statements of witnesses who know the family|บันทึกถ้อยคำพยานที่รู้จักครอบครัว
ELDER-STATEMENT|village|seen|statement of elders of the group|คำบอกเล่าของผู้เฒ่าผู้แก่ในกลุ่ม
KINSHIP-CHART|family|seen|family tree over three generations|ผังเครือญาติสามชั่วคน
LIFE-HISTORY|family|seen|written life history|บันทึกเส้นทางชีวิต
DNA-REPORT|laboratory|seen|DNA report|ผลตรวจสารพันธุกรรม (ดีเอ็นเอ)
SIBLING-PAPERS|family|seen|papers of brothers and sisters|เอกสารของพี่น้องร่วมบิดามารดา
PARENT-PAPERS|family|seen|identity papers of the parents|เอกสารแสดงตัวของบิดามารดา
SCHOOL-REGISTER|school|seen|school register|ทะเบียนนักเรียน
DEGREE|school|seen|certificate of education or degree|ใบรับรองวุฒิการศึกษาหรือปริญญาบัตร
STUDENT-CERTIFICATE|school|seen|certificate of present studies|หนังสือรับรองการเป็นนักเรียนนักศึกษา
HEALTH-RECORD|hospital|seen|vaccination book and health records|สมุดวัคซีนและประวัติการรักษา
TEMPLE-RECORD|village|seen|record of a temple, church or mission|บันทึกของวัดหรือโบสถ์
PHOTOGRAPHS|family|seen|dated photographs|รูปถ่ายที่บอกเวลาได้
MARRIAGE-CERTIFICATE|family|memory|marriage certificate (KR.3)|ใบสำคัญการสมรส (คร.3)
MARRIAGE-REGISTER|district|memory|marriage register (KR.2)|ทะเบียนสมรส (คร.2)
DIVORCE-CERTIFICATE|family|memory|divorce certificate (KR.7)|ใบสำคัญการหย่า (คร.7)
LEGITIMATION-REGISTER|district|memory|register of legitimation (KR.11)|ทะเบียนรับรองบุตร (คร.11)
ADOPTION-REGISTER|district|memory|register of adoption (KR.14)|ทะเบียนรับบุตรบุญธรรม (คร.14)
ALIEN-CERTIFICATE|family|seen|alien identification certificate|ใบสำคัญประจำตัวคนต่างด้าว
ALIEN-REGISTER|immigration|memory|register of aliens at the police|ทะเบียนคนต่างด้าวที่สถานีตำรวจ
RESIDENCE-CERTIFICATE|family|seen|residence certificate|ใบสำคัญถิ่นที่อยู่
ENTRY-STAMP|immigration|memory|entry stamp, visa or entry card|ตราประทับขาเข้า วีซ่า หรือบัตรขาเข้า
LENIENCY-RECORD|district|memory|record of the leniency to stay|หลักฐานการผ่อนผันให้พักอาศัยเป็นกรณีพิเศษ
PASSPORT|family|seen|passport or identity paper of another state|หนังสือเดินทางหรือเอกสารแสดงตัวของประเทศอื่น
EMBASSY-LETTER|embassy|memory|letter of an embassy on nationality|หนังสือรับรองเรื่องสัญชาติจากสถานทูต
FOREIGN-LAW|embassy|memory|text of the other state's nationality law|ตัวบทกฎหมายสัญชาติของประเทศนั้น
OFFICIAL-POST-LETTER|dopa|memory|letter on a diplomatic or official post|หนังสือรับรองตำแหน่งทางทูตหรือกงสุล
COURT-JUDGMENT|court|seen|court judgment and certificate that it is final|คำพิพากษาและหนังสือรับรองคดีถึงที่สุด
MINISTER-ORDER|dopa|seen|order of the Minister of the Interior|คำสั่งรัฐมนตรีว่าการกระทรวงมหาดไทย
GAZETTE|gazette|seen|announcement in the Royal Gazette|ประกาศในราชกิจจานุเบกษา
REGISTRAR-LETTER|district|seen|letter or order of the registrar|หนังสือหรือคำสั่งของนายทะเบียน
PETITION-RECEIPT|family|seen|receipt of the petition|ใบรับคำร้อง
REFUSAL-LETTER|family|seen|written refusal|หนังสือแจ้งคำสั่งไม่อนุมัติ
CRIMINAL-RECORD-CHECK|immigration|seen|criminal record check|ผลตรวจสอบประวัติอาชญากรรม
RELEASE-PAPER|family|seen|prison release paper|หนังสือสำคัญการปล่อยตัวพ้นโทษ
CONDUCT-LETTER|village|memory|letter on good conduct|หนังสือรับรองความประพฤติ
SERVICE-AWARD|family|seen|award or letter on service to society|เกียรติบัตรหรือหนังสือรับรองการทำประโยชน์
EMPLOYER-LETTER|family|memory|letter of the employer, or tax papers|หนังสือรับรองการทำงานหรือหลักฐานภาษี
HOME-CERTIFICATE|ministry|seen|certificate of the home or the social ministry|หนังสือรับรองของสถานสงเคราะห์หรือ พม.
GENEALOGY|village|seen|genealogy certified in the community|ผังตระกูลที่ชุมชนรับรอง
ID-PHOTOS|family|seen|photos of the person, front view|รูปถ่ายหน้าตรง
REGISTER-EXTRACT|district|seen|certified copy of a register entry (TR.14/1)|แบบรับรองรายการทะเบียนราษฎร (ท.ร.14/1)
OLD-ENTRY|family|seen|proof of the entry as it stood before|หลักฐานรายการทะเบียนเดิม
PROXY-LETTER|family|seen|letter of authority|หนังสือมอบอำนาจ
DNA-REFERRAL|district|seen|office's letter of referral to a DNA test|หนังสือส่งตัวตรวจสารพันธุกรรม
INTERIOR-LETTER|dopa|seen|letter of the Ministry of Interior for travel abroad|หนังสือกระทรวงมหาดไทยเพื่อขอเอกสารเดินทาง
LAW-TEXT|gazette|seen|text of the law or announcement|ตัวบทกฎหมายหรือประกาศฉบับเต็ม
"""


def _paper(row: str) -> Paper:
    paper_id, holder, code, en, th = row.split("|")
    mark: Literal["seen", "memory"] = "seen" if code == "seen" else "memory"
    return Paper(paper_id, Name(en, th), _HOLDERS[holder], mark)


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {paper.id: paper for paper in map(_paper, _ROWS.strip().splitlines())}
)
"""Every kind of evidence by id."""
STATEMENTS = frozenset(
    ("MIDWIFE-STATEMENT", "HEADMAN-STATEMENT", "WITNESS-STATEMENT", "ELDER-STATEMENT")
)
"""Somebody's word on paper: it confirms a fact, and shows none by itself."""
OWN_WORDS = frozenset(("KINSHIP-CHART", "LIFE-HISTORY", "PHOTOGRAPHS", "ID-PHOTOS"))
"""What the family or the team made itself."""


def paper_name(paper_id: str) -> Name:
    """Return the name of a paper.

    Raises:
        LookupError: No paper has this id.
    """
    names = {key: paper.name for key, paper in PAPERS.items()}
    return look_up(names, paper_id, what="paper")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


_NAMED: Mapping[str, str] = MappingProxyType(
    {
        _folded(text): paper.id
        for paper in PAPERS.values()
        for text in (paper.id, paper.name.en, paper.name.th)
    }
)


def paper_kind(text: str) -> str:
    """Return the id of the kind that a text names; else the text as it was written.

    People write the name, as the page offers it; a case file may hold the id.
    """
    return _NAMED.get(_folded(text), text)


def names_paper(text: str, name: Mapping[str, str]) -> bool:
    """Say whether somebody wrote one of the two names that a checklist uses."""
    return _folded(text) in {_folded(one) for one in name.values()}

"""Sources in the words of the reader. Pure: no Django.

Sources of points and of cases are written in short English: "Nationality Act s. 5",
"Supreme Court 7376/2537 (on 337)", "Reported practice; no text seen". A Thai reader
is told the same in Thai. What is not known here stays as it was written.
"""

from __future__ import annotations

import re

from sathana.calendars.show import ENGLISH_MONTHS, THAI_MONTHS
from sathana.library.lawsearch import Text

_LAWS = {
    "Administrative Courts Act": "พระราชบัญญัติจัดตั้งศาลปกครองและวิธีพิจารณาคดีปกครอง",
    "Administrative Court Act": "พระราชบัญญัติจัดตั้งศาลปกครองและวิธีพิจารณาคดีปกครอง",
    "Administrative Procedure Act": "พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง",
    "Procedure Act": "พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง",
    "Civil Registration Act": "พระราชบัญญัติการทะเบียนราษฎร",
    "Civil and Commercial Code": "ประมวลกฎหมายแพ่งและพาณิชย์",
    "Constitution": "รัฐธรรมนูญ",
    "Elderly Persons Act": "พระราชบัญญัติผู้สูงอายุ",
    "Empowerment of Persons with Disabilities Act": (
        "พระราชบัญญัติส่งเสริมและพัฒนาคุณภาพชีวิตคนพิการ"
    ),
    "Foreign Workers Decree": "พระราชกำหนดการบริหารจัดการการทำงานของคนต่างด้าว",
    "Identity Card Act": "พระราชบัญญัติบัตรประจำตัวประชาชน",
    "Immigration Act": "พระราชบัญญัติคนเข้าเมือง",
    "Land Code": "ประมวลกฎหมายที่ดิน",
    "Motor Vehicle Act": "พระราชบัญญัติรถยนต์",
    "National Education Act": "พระราชบัญญัติการศึกษาแห่งชาติ",
    "National Health Security Act": "พระราชบัญญัติหลักประกันสุขภาพแห่งชาติ",
    "Nationality Act": "พระราชบัญญัติสัญชาติ",
    "Announcement 337": "ประกาศของคณะปฏิวัติ ฉบับที่ 337",
    "Regulation": "ระเบียบ",
    "regulation": "ระเบียบสำนักทะเบียนกลางว่าด้วยการจัดทำทะเบียนราษฎร",
    "Ministerial Regulation": "กฎกระทรวง",
    "Announcement": "ประกาศ",
    "Announcement of the Ministry of Interior": "ประกาศกระทรวงมหาดไทย",
    "Announcement of the Ministry of Education": "ประกาศกระทรวงศึกษาธิการ",
    "announcement": "ประกาศ",
    "Cabinet resolution": "มติคณะรัฐมนตรี",
    "Cabinet resolutions": "มติคณะรัฐมนตรี",
}
_PHRASES = {
    "Academic reading": "ความเห็นทางวิชาการ",
    "Academic reading from s. 39 of the Constitution and vested rights": (
        "ความเห็นทางวิชาการ จากรัฐธรรมนูญ มาตรา 39 และหลักสิทธิที่ได้มาแล้ว"
    ),
    "Cabinet resolutions of the 1990s (list of groups)": (
        "มติคณะรัฐมนตรีช่วง พ.ศ. 2533-2542 (บัญชีกลุ่ม)"
    ),
    "Convention on the Rights of the Child, art. 7": ("อนุสัญญาว่าด้วยสิทธิเด็ก ข้อ 7"),
    "Inference from s. 23 of No. 4 and s. 7(1)": (
        "อนุมานจากมาตรา 23 ของฉบับที่ 4 และมาตรา 7(1)"
    ),
    "Official reason of No. 2 (1992), in the consolidated Act": (
        "หมายเหตุท้ายพระราชบัญญัติ ฉบับที่ 2 (พ.ศ. 2535) ในฉบับรวม"
    ),
    "Practice of the embassy in Singapore, which asks for proof of paternity": (
        "แนวปฏิบัติของสถานทูตที่สิงคโปร์ ซึ่งขอให้พิสูจน์ความเป็นบิดา"
    ),
    "Published examination keys since 1992": ("แนวคำตอบข้อสอบที่เผยแพร่ ตั้งแต่ พ.ศ. 2535"),
    "Regulations on card and allowance": "ระเบียบเรื่องบัตรและเบี้ยความพิการ",
    "Regulation on the personal status of highland persons B.E. 2543": (
        "ระเบียบว่าด้วยสถานะบุคคลของบุคคลบนพื้นที่สูง พ.ศ. 2543"
    ),
    "Reported": "ตามที่มีรายงาน",
    "Reported practice": "แนวปฏิบัติที่มีรายงาน",
    "Reported refusals": "การปฏิเสธที่มีรายงาน",
    "custom before the Nationality Act B.E. 2456": (
        "จารีตประเพณีก่อนพระราชบัญญัติสัญชาติ พ.ศ. 2456"
    ),
    "hand-written": "เขียนขึ้นเป็นตัวอย่าง",
    "s. 23 of No. 4 (2008)": "มาตรา 23 ของฉบับที่ 4 (พ.ศ. 2551)",
    "s. 21 of No. 4": "มาตรา 21 ของฉบับที่ 4",
    "survey regulation of 2005": "ระเบียบการสำรวจ พ.ศ. 2548",
}
_REMARKS = {
    "no text seen": "ยังไม่เห็นตัวบท",
    "no text found": "ไม่พบตัวบท",
    "no official text found": "ไม่พบตัวบททางการ",
    "not read": "ยังไม่ได้อ่าน",
    "text read": "อ่านตัวบทแล้ว",
    "opening read": "อ่านเฉพาะตอนต้น",
    "read in part": "อ่านบางส่วน",
    "cut": "ข้อความถูกตัด",
    "memory": "จากความจำ",
    "on 337": "เรื่องประกาศ ฉบับที่ 337",
    "TR.1/1 or DNA": "ท.ร.1/1 หรือผลตรวจดีเอ็นเอ",
    "summary by a member of parliament": "สรุปโดยสมาชิกสภาผู้แทนราษฎร",
    "the announcement of 17 May 2019; list cut": (
        "ประกาศวันที่ 17 พฤษภาคม พ.ศ. 2562 บัญชีถูกตัด"
    ),
    "content known from secondary sources": "ทราบเนื้อหาจากแหล่งชั้นรอง",
    "as first made": "ตามที่ตราครั้งแรก",
    "before 2008": "ก่อน พ.ศ. 2551",
}
_LONGEST = 300
"""Letters of a source that is read; a longer one is no short English."""
_PARAGRAPHS = {"1": "หนึ่ง", "2": "สอง", "3": "สาม", "4": "สี่"}
_DAY = rf"(\d+) ({'|'.join(ENGLISH_MONTHS)}) (\d{{4}})"
_NUMBER = (
    r"\d+(?:/\d+)?(?:\(\d+\))?(?: bis)?(?: para\. \d)?"
    r"(?:(?:, | and | to | )\d+(?:/\d+)?(?:\(\d+\))?(?: bis)?(?: para\. \d)?)*"
)
_CITED = re.compile(
    rf"(?P<law>{'|'.join(sorted(_LAWS, key=len, reverse=True))})"
    r"(?: No\. (?P<no>\d))?"
    rf"(?P<days>(?: (?:and )?of {_DAY})+)?(?: of (?P<of>\d{{4}}))?"
    r"(?: B\.E\. (?P<year>\d{4}))?"
    rf"(?: (?P<unit>under s\.|ss?\.|clauses?) (?P<parts>{_NUMBER}))?"
    r"(?: (?P<first>as first made|before 2008))?"
    r"(?: as amended (?P<amended>\d{4}))?"
    r"(?: \((?P<wording>\d{4})\))?"
)
_COURT = re.compile(r"Supreme (Administrative )?Court (Or )?(\d+)/(\d{4})")
_REMARK = re.compile(r"^(.*\S) ?\(([^()]+)\)$")
_JOINT = re.compile(r"(?:,| and) (?=[A-Z]|s\. )")
_ARCHIVED = re.compile(
    r"commit (?P<commit>\w+)(?:, file(?: id)? (?P<file>\S+?))?"
    r"(?:, (?P<by>Council of State )?consolidation"
    r" to No\. (?P<no>\d), (?P<year>\d{4}))?"
)
_LINKED = re.compile(r"(secondary|reservation withdrawn from .+): (https?://\S+)")


def source_words(source: str) -> Text:
    """Return a source in both languages; as it was written where it is not known."""
    return {"th": _thai(source) or source, "en": source}


def remark_words(remark: str) -> Text:
    """Return what stands beside an address, as "(opening read)", in both languages."""
    thai = _noted(remark[1:-1]) if remark[:1] + remark[-1:] == "()" else None
    return {"th": f"({thai})" if thai else _thai(remark) or remark, "en": remark}


def _thai(source: str) -> str | None:
    """Return a source in Thai; ``None`` where a part of it is not known."""
    if source in _PHRASES or len(source) > _LONGEST:
        return _PHRASES.get(source)
    return (
        _court(source)
        or _law(source)
        or _with_remark(source)
        or _joined(_JOINT.split(source), " และ")
    )


def _court(source: str) -> str | None:
    found = _COURT.fullmatch(source)
    if not found:
        return None
    court, letter = ("ศาลปกครองสูงสุด", "อ.") if found[1] else ("ศาลฎีกา", "")
    return f"คำพิพากษา{court}ที่ {letter}{found[3]}/{found[4]}"


def _law(source: str) -> str | None:
    found = _CITED.fullmatch(source)
    if not found or found[0] == found["law"]:
        return None
    said = [_LAWS[found["law"]]]
    said += [f"(ฉบับที่ {found['no']})"] if found["no"] else []
    said += [_days(found["days"])] if found["days"] else []
    said += [f"พ.ศ. {int(found['of']) + 543}"] if found["of"] else []
    said += [f"พ.ศ. {found['year']}"] if found["year"] else []
    said += [_sections(found["unit"], found["parts"])] if found["unit"] else []
    said += [_REMARKS[found["first"]]] if found["first"] else []
    return " ".join([*said, *_amended(found["amended"] or found["wording"])])


def _amended(year: str | None) -> list[str]:
    return [f"(ตามที่แก้ไข พ.ศ. {int(year) + 543})"] if year else []


def _days(days: str) -> str:
    """Write days as Thai readers tell them; all here are after the year 1940."""
    return " และ".join(
        f"วันที่ {day} {THAI_MONTHS[ENGLISH_MONTHS.index(month)]} พ.ศ. {int(year) + 543}"
        for day, month, year in re.findall(_DAY, days)
    )


def _sections(unit: str, parts: str) -> str:
    said = re.sub(
        r"para\. (\d)",
        lambda found: "วรรค" + _PARAGRAPHS.get(found[1], found[1]),
        parts,
    )
    for english, thai in ((" bis", " ทวิ"), (" and ", " และ "), (" to ", " ถึง ")):
        said = said.replace(english, thai)
    word = "ข้อ" if unit.startswith("clause") else "มาตรา"
    return f"{'ตาม' if unit.startswith('under') else ''}{word} {said.replace(',', '')}"


def _with_remark(source: str) -> str | None:
    """Return a source that has a remark in brackets or after a sign."""
    found = _REMARK.match(source)
    if found:
        said, remark = _thai(found[1]), _noted(found[2])
        return f"{said} ({remark})" if said and remark else None
    head, sign, remark = source.partition("; ")
    said = _thai(head) if sign else None
    return f"{said} {_REMARKS[remark]}" if said and remark in _REMARKS else None


def _noted(remark: str) -> str | None:
    """Return a remark in Thai, with the address in it if it has one."""
    archived, found = _ARCHIVED.fullmatch(remark), _LINKED.fullmatch(remark)
    if archived:
        return _kept(archived)
    if not found:
        return _REMARKS.get(remark)
    if found[1] == "secondary":
        return f"แหล่งชั้นรอง: {found[2]}"
    day = re.search(_DAY, found[1])
    return f"ถอนข้อสงวนตั้งแต่{_days(day[0])}: {found[2]}" if day else None


def _kept(found: re.Match[str]) -> str:
    """Return in Thai where in an archive a text was read."""
    said = [f"รุ่น {found['commit']}"]
    said += [f"แฟ้ม {found['file']}"] if found["file"] else []
    if found["no"]:
        year = int(found["year"]) + 543
        by = "ของสำนักงานคณะกรรมการกฤษฎีกา" if found["by"] else ""
        said.append(f"ฉบับรวม{by}ถึงฉบับที่ {found['no']} พ.ศ. {year}")
    return " ".join(said)


def _joined(parts: list[str], link: str) -> str | None:
    """Return parts in Thai, put together; ``None`` where one is not known."""
    said = [_thai(part) for part in parts] if len(parts) > 1 else [None]
    return link.join(one for one in said if one) if all(said) else None

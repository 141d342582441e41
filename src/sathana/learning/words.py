"""Words of the pages on which results are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sathana.calendars.show import show_day
from sathana.web.languages import Text

LESSON_STATES: Mapping[str, Text] = {
    "new": {"th": "ยังไม่ได้ทำ", "en": "Not taken yet"},
    "tried": {"th": "ทำแล้ว ยังไม่ถึงเกณฑ์", "en": "Taken, not enough yet"},
    "passed": {"th": "ผ่าน", "en": "Passed"},
    "due": {"th": "ถึงเวลาทบทวน", "en": "Refresher due"},
}
CERTIFICATE_STATES: Mapping[str, Text] = {
    "valid": {"th": "ใช้ได้", "en": "Valid"},
    "due": {"th": "ถึงเวลาทบทวน", "en": "Refresher due"},
    "withdrawn": {"th": "ถอนแล้ว", "en": "Withdrawn"},
}
NO_SUCH_CERTIFICATE: Text = {
    "th": "ไม่รู้จักใบรับรองนี้",
    "en": "No such certificate is known",
}
OUTCOMES: Mapping[str, Text] = {
    "unknown": {"th": "ยังไม่รู้", "en": "Not known yet"},
    "accepted": {"th": "สำนักงานรับในครั้งแรก", "en": "Accepted at first lodging"},
    "sent_back": {"th": "สำนักงานส่งกลับ", "en": "Sent back"},
}
REVIEWS: Mapping[bool | None, Text] = {
    None: {"th": "ยังไม่ได้ตรวจ", "en": "Not reviewed yet"},
    True: {"th": "ผ่านการตรวจ", "en": "Passed review"},
    False: {"th": "ไม่ผ่านการตรวจ", "en": "Did not pass review"},
}
REVIEW_CHOICES: Mapping[str, Text] = {
    "": REVIEWS[None],
    "yes": REVIEWS[True],
    "no": REVIEWS[False],
}
QUIZZES: Text = {"th": "คำถามท้ายบท (เฉลี่ย)", "en": "Quizzes of the lessons (mean)"}
FAMILIES: Text = {"th": "ครอบครัวฝึกหัด (เฉลี่ย)", "en": "Practice families (mean)"}
PRACTICE_KEPT: Text = {
    "th": "เก็บผลการฝึกแล้ว",
    "en": "The result of the practice is kept.",
}
PACK_KEPT: Text = {"th": "บันทึกชุดคำร้องแล้ว", "en": "The pack is recorded."}
OUTCOME_KEPT: Text = {"th": "บันทึกผลแล้ว", "en": "The outcome is recorded."}
WITHDRAWN: Text = {
    "th": "ถอนใบรับรองแล้ว ใครตรวจจะเห็นว่าถอน",
    "en": "The certificate is withdrawn; whoever checks it will see that.",
}


def law_of(day: date) -> Text:
    """Say the law of which day a course taught."""
    told = day.toordinal()
    return {
        "th": f"สอนตามกฎหมายที่อ่านถึงวันที่ {show_day(told, 'th')}",
        "en": f"Taught by the law as read on {show_day(told, 'en')}",
    }

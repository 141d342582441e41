"""Kinds of offices, and what a note about one is about: words only."""

from __future__ import annotations

from collections.abc import Mapping

from sathana.web.languages import Text

KINDS: Mapping[str, Text] = {
    "district": {"th": "ที่ว่าการอำเภอ (สำนักทะเบียนอำเภอ)", "en": "District office"},
    "municipality": {
        "th": "เทศบาล (สำนักทะเบียนท้องถิ่น)",
        "en": "Municipality (local registrar)",
    },
    "province": {"th": "ศาลากลางจังหวัด", "en": "Provincial hall"},
    "central": {"th": "หน่วยงานส่วนกลาง", "en": "Central authority"},
    "consulate": {"th": "สถานทูตหรือสถานกงสุล", "en": "Embassy or consulate"},
    "court": {"th": "ศาล", "en": "Court"},
    "complaint": {"th": "หน่วยงานรับเรื่องร้องเรียน", "en": "Complaint body"},
    "hospital": {"th": "โรงพยาบาลหรือห้องตรวจ", "en": "Hospital or laboratory"},
    "other": {"th": "อื่น ๆ", "en": "Other"},
}
ABOUT: Mapping[str, Text] = {
    "papers": {"th": "เอกสารที่ขอจริง", "en": "Papers really asked for"},
    "witnesses": {"th": "พยานและผู้รับรอง", "en": "Witnesses and who must certify"},
    "days": {"th": "วัน เวลา และคิว", "en": "Days, hours and queue"},
    "time": {"th": "ใช้เวลานานเท่าไรจริง", "en": "How long it really takes"},
    "way": {"th": "ช่องทางที่รับหรือไม่รับ", "en": "Which pathways it takes"},
    "receipt": {"th": "ใบรับและหนังสือตอบ", "en": "Receipts and written answers"},
    "other": {"th": "อื่น ๆ", "en": "Other"},
}
SOURCES: Mapping[str, Text] = {
    "seen": {"th": "เราเห็นเอง", "en": "We saw it ourselves"},
    "family": {"th": "ครอบครัวเล่า", "en": "Families told us"},
    "office": {"th": "สำนักงานบอก", "en": "The office said so"},
    "paper": {"th": "ป้ายหรือหนังสือของสำนักงาน", "en": "A notice or letter of the office"},
    "partner": {"th": "องค์กรอื่นบอก", "en": "Another organisation said so"},
}

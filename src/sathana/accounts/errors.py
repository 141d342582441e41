"""Refusals that a person reads, in Thai and English."""

from __future__ import annotations

from sathana.web.languages import Text


class OfficeError(Exception):
    """Something about accounts cannot be done, and why.

    Attributes:
        text: What a person is told.
        field: Name of the field it is about; ``""`` if none.
    """

    def __init__(self, text: Text, field: str = "") -> None:
        self.text, self.field = text, field
        super().__init__(text["en"])


class StepUpError(Exception):
    """It needs the second factor once more."""


class NotThereError(Exception):
    """It does not exist, or not for who asked: both look the same."""


SAME_PERSON: Text = {
    "th": "คนที่ขอยืนยันเองไม่ได้ ต้องให้ผู้ดูแลองค์กรอีกคนยืนยัน เพราะทุกเรื่องเกี่ยวกับสิทธิ์ต้องมีคนสองคน",
    "en": "Who asked cannot confirm: another admin of the organisation must, since "
    "everything about rights takes two people.",
}
ABOUT_ONESELF: Text = {
    "th": "ยืนยันเรื่องของตัวเองไม่ได้ ต้องให้ผู้ดูแลองค์กรอีกคนยืนยัน",
    "en": "Nobody confirms what is about themselves: another admin must.",
}
NO_LONGER: Text = {
    "th": "เรื่องนี้มีคนทำไปแล้ว หรือถูกถอนไปแล้ว กลับไปดูรายการล่าสุด",
    "en": "Somebody has settled this already, or it was withdrawn. Look at the list.",
}
NAME_TAKEN: Text = {
    "th": "ชื่อนี้มีคนใช้แล้ว เลือกชื่ออื่น",
    "en": "This name is in use. Choose another.",
}
NAME_UNUSABLE: Text = {
    "th": "ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลข จุด หรือขีด 3 ถึง 40 ตัว เช่น somjai.k",
    "en": "Use 3 to 40 small Latin letters, digits, dots or hyphens: somjai.k",
}
NAME_MISSING: Text = {
    "th": "กรอกชื่อที่เพื่อนร่วมงานเรียก",
    "en": "Say what colleagues call the person.",
}
ROLE_MISSING: Text = {"th": "เลือกหน้าที่", "en": "Choose a role."}
TEAM_MISSING: Text = {
    "th": "หน้าที่นี้ต้องเลือกทีม เพราะเห็นเฉพาะครอบครัวของทีมนั้น",
    "en": "This role needs a team: it sees the families of that team only.",
}
ROLE_HELD: Text = {
    "th": "มีหน้าที่นี้อยู่แล้ว หรือมีคนขอไว้แล้ว",
    "en": "This role is held already, or somebody has asked for it.",
}
SYSTEM_ONLY: Text = {
    "th": "หน้าที่ผู้ดูแลระบบ ให้ได้โดยผู้ดูแลระบบสองคนเท่านั้น",
    "en": "Only two system admins can make a system admin.",
}
CODE_UNKNOWN: Text = {
    "th": "รหัสเชิญนี้ใช้ไม่ได้: พิมพ์ผิด หมดอายุ (72 ชั่วโมง) ใช้ไปแล้ว หรือยังไม่ถึงเวลา "
    "ตรวจตัวอักษรอีกครั้ง หรือขอรหัสใหม่จากผู้ดูแลองค์กร",
    "en": "This code does not open anything: mistyped, older than 72 hours, used "
    "already, or not open yet. Check the letters, or ask your admin for a new one.",
}
PASSWORDS_DIFFER: Text = {
    "th": "รหัสผ่านสองช่องไม่ตรงกัน พิมพ์ใหม่ทั้งสองช่อง",
    "en": "The two passphrases are not the same. Type both again.",
}
LAST_ADMIN: Text = {
    "th": "ต้องเหลือผู้ดูแลองค์กรอย่างน้อยสองคน ตั้งคนใหม่ก่อนแล้วค่อยทำ",
    "en": "Two admins must remain. Appoint another one first.",
}
ONESELF: Text = {
    "th": "ปิดบัญชีของตัวเองไม่ได้ ให้ผู้ดูแลองค์กรอีกคนทำ",
    "en": "Nobody closes their own account: another admin does.",
}
TEAM_NAME: Text = {
    "th": "กรอกชื่อทีมที่ยังไม่มี ไม่เกิน 100 ตัวอักษร",
    "en": "Give a team name that is not there yet, at most 100 letters.",
}
AREAS_UNKNOWN: Text = {
    "th": "มีรหัสพื้นที่ที่ไม่รู้จัก: {codes} ใช้รหัสจังหวัด 2 หลัก อำเภอ 4 หลัก หรือตำบล 6 หลัก",
    "en": "Unknown area codes: {codes}. Use a province (2 digits), a district (4) or a "
    "sub-district (6).",
}
ORGANISATION_NAME: Text = {
    "th": "กรอกชื่อองค์กรเป็นภาษาไทย",
    "en": "Give the organisation's name in Thai.",
}
TWO_ADMINS: Text = {
    "th": "ต้องมีผู้ดูแลสองคนที่ชื่อไม่ซ้ำกัน เพราะทุกเรื่องเกี่ยวกับสิทธิ์ต้องมีคนสองคน",
    "en": "Two admins with different names are needed: everything about rights takes "
    "two people.",
}
ONLY_A_LEARNER: Text = {
    "th": "คนนี้ยังเป็นผู้เรียนเท่านั้น หน้าที่อื่นต้องมีเข็มที่นำไปสู่หน้าที่นั้นก่อน",
    "en": "This person is a learner only: another role takes a badge that leads to it.",
}


def because(text: Text, why: Text) -> Text:
    """Return a refusal, and behind it what it rests on."""
    return {language: f"{text[language]} {why[language]}" for language in text}

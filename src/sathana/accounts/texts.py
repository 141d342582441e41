"""Sentences of signing in that allauth says, in Thai and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import lazy

from sathana.web.languages import Text, pick

FAULTS: Mapping[str, Text] = {
    "username_password_mismatch": {
        "th": "ชื่อหรือรหัสผ่านไม่ถูกต้อง ตรวจแป้นพิมพ์ภาษาและตัวพิมพ์ใหญ่ แล้วลองใหม่",
        "en": "The name or the passphrase is not right. Check the keyboard's language "
        "and capital letters, then try again.",
    },
    "too_many_login_attempts": {
        "th": "ลองผิดหลายครั้งเกินไป รอ 5 นาทีแล้วลองใหม่ ถ้าลืมรหัสผ่าน บอกผู้ดูแลองค์กร",
        "en": "Too many failed tries. Wait five minutes and try again. If you forgot "
        "the passphrase, tell your organisation's admin.",
    },
    "rate_limited": {
        "th": "ลองหลายครั้งเกินไป รอสักครู่แล้วลองใหม่",
        "en": "Too many tries. Wait a little, then try again.",
    },
    "incorrect_code": {
        "th": "รหัสไม่ถูกต้อง",
        "en": "This code is not right.",
    },
    "incorrect_password": {
        "th": "รหัสผ่านไม่ถูกต้อง",
        "en": "This passphrase is not right.",
    },
    "account_inactive": {
        "th": "บัญชีนี้ปิดอยู่หรือต้องรอ",
        "en": "This account is closed, or has to wait.",
    },
    "enter_current_password": {
        "th": "รหัสผ่านเดิมไม่ถูกต้อง",
        "en": "The present passphrase is not right.",
    },
}
FACTOR_FAULTS: Mapping[str, Text] = {
    "incorrect_code": {
        "th": "รหัสไม่ถูกต้องหรือใช้ไปแล้ว รอรหัสถัดไปในแอป (เปลี่ยนทุก 30 วินาที) แล้วลองใหม่",
        "en": "This code is not right, or was used already. Wait for the next one in "
        "the app (every 30 seconds) and try again.",
    },
    "too_many_login_attempts": FAULTS["too_many_login_attempts"],
    "rate_limited": FAULTS["rate_limited"],
    "cannot_generate_recovery_codes": {
        "th": "ตั้งแอปสร้างรหัสหรือกุญแจก่อน แล้วจึงทำรหัสสำรอง",
        "en": "Set up the app or a key first, then make recovery codes.",
    },
    "cannot_delete_authenticator": {
        "th": "ลบไม่ได้: ต้องมีรหัสชั้นที่สองอย่างน้อยหนึ่งอย่างเสมอ",
        "en": "It cannot be removed: there must always be one second factor.",
    },
}

KEY_NAME: Text = {"th": "กุญแจ", "en": "Key"}


def in_language(texts: Mapping[str, Text]) -> dict[str, Any]:
    """Return texts that are picked in the language of the page when they are shown."""
    said = lazy(pick, str)
    return {name: said(text) for name, text in texts.items()}

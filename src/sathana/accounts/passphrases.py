"""What a passphrase must be, said in Thai and English."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import password_validation as django_rules
from django.core.exceptions import ValidationError

from sathana.accounts.texts import in_language

_SAID = in_language(
    {
        "short": {
            "th": "รหัสผ่านสั้นเกินไป ต้องมีอย่างน้อย {least} ตัวอักษร (พิมพ์มา {given}) "
            "ลองใช้คำสี่ห้าคำที่จำได้",
            "en": "The passphrase is too short: at least {least} letters are needed, "
            "and these are {given}. Try four or five words that you can remember.",
        },
        "common": {
            "th": "รหัสผ่านนี้มีคนใช้มาก จึงเดาได้ง่าย เลือกคำอื่น",
            "en": "Many people use this passphrase, so it is easily guessed. Choose "
            "other words.",
        },
        "alike": {
            "th": "รหัสผ่านคล้ายชื่อของคุณ จึงเดาได้ง่าย เลือกคำอื่น",
            "en": "The passphrase is like your name, so it is easily guessed. Choose "
            "other words.",
        },
    }
)


class Long(django_rules.MinimumLengthValidator):
    """Long enough."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse a short passphrase."""
        if len(password) < self.min_length:
            said = str(_SAID["short"])
            told = said.format(least=self.min_length, given=len(password))
            raise ValidationError(told, code="password_too_short")


class Uncommon(django_rules.CommonPasswordValidator):
    """Not one that many people use."""

    def get_error_message(self) -> str:
        """Say so."""
        return str(_SAID["common"])


class Unlike(django_rules.UserAttributeSimilarityValidator):
    """Not like one's own name."""

    def get_error_message(self) -> str:
        """Say so."""
        return str(_SAID["alike"])

"""An office in words, in Thai and English."""

from __future__ import annotations

from datetime import date

from sathana.calendars.show import Lang, show_day
from sathana.places.offices import Office, Text, office

_BANGKOK = "10"


def office_words(found: Office) -> Text:
    """Say which office four digits name, or what of it is not known."""
    return {"th": _thai(found), "en": _english(found)}


def _thai(found: Office) -> str:
    if found.kind == "no_province":
        return (
            f"ไม่มีจังหวัดใดใช้รหัส {found.code[:2]} ในรายการปัจจุบัน ควรดูหลักที่ 2-3 ในเอกสารอีกครั้ง"
        )
    if found.province is None:
        return "ยังไม่ได้ให้หลักที่ 2-3 จึงบอกจังหวัดไม่ได้"
    where = _province(found, "th")
    if found.kind == "not_given":
        return f"สำนักทะเบียนแห่งหนึ่งใน{where} (ให้หลักที่ 4-5 ไม่ครบ)"
    if found.kind == "other":
        return (
            f"สำนักทะเบียนเทศบาลหรือสำนักทะเบียนเฉพาะแห่งหนึ่งใน{where} "
            f"ไม่ทราบชื่อ (รหัส {found.code} ไม่ใช่รหัสอำเภอในรายการที่มี)"
        )
    name = found.name["th"] if found.name else ""
    if found.kind == "district":
        return f"{_district(name)} {where}"
    since = f"รหัสเดิม ไม่อยู่ในรายการตั้งแต่ {_ended(found, 'th')}"
    return f"{name} {where} ({since}){_now(found, 'th')}"


def _english(found: Office) -> str:
    if found.kind == "no_province":
        return (
            f"No province has the digits {found.code[:2]} in today's list; look at "
            "digits 2-3 on the paper once more"
        )
    if found.province is None:
        return "Digits 2-3 are not given, so no province can be named"
    where = _province(found, "en")
    if found.kind == "not_given":
        return f"An office in {where} (digits 4-5 are not both given)"
    if found.kind == "other":
        return (
            f"A municipal or special registry in {where}, name not known "
            f"({found.code} is no district in the list we have)"
        )
    name = found.name["en"] if found.name else ""
    if found.kind == "district":
        return f"{name} District, {where}"
    return (
        f"{name}, {where} (an old code, not in the list since "
        f"{_ended(found, 'en')}){_now(found, 'en')}"
    )


def _district(name: str) -> str:
    return name if name.startswith("เขต") else f"อำเภอ{name}"


def _province(found: Office, lang: Lang) -> str:
    if found.province is None:
        return ""
    name = found.province.name[lang]
    plain = lang == "en" or found.province.code == _BANGKOK
    return name if plain else f"จังหวัด{name}"


def _ended(found: Office, lang: Lang) -> str:
    return show_day(date.fromisoformat(found.ended or "").toordinal(), lang)


def _now(found: Office, lang: Lang) -> str:
    """Say which district took its place, where that is known."""
    now = [office_words(office(code))[lang] for code in found.successors]
    if not now:
        return ""
    return (" ปัจจุบันคือ " if lang == "th" else "; now ") + ", ".join(now)

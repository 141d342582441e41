"""Areas where an organisation works: codes of provinces, districts, sub-districts."""

from __future__ import annotations

from collections.abc import Iterable

from sathana import places
from sathana.accounts import errors
from sathana.web.languages import Text, pick

_PROVINCE, _DISTRICT, _SUBDISTRICT = 2, 4, 6


def checked(told: Iterable[str]) -> list[str]:
    """Return the codes, each once, in the order of the places.

    Raises:
        OfficeError: A code names no place.
    """
    codes = sorted({code.strip() for code in told if code.strip()})
    wrong = [code for code in codes if not _is_known(code)]
    if wrong:
        text = {
            language: sentence.format(codes=", ".join(code[:12] for code in wrong[:5]))
            for language, sentence in errors.AREAS_UNKNOWN.items()
        }
        raise errors.OfficeError(text, "areas")
    return codes


def names(codes: Iterable[str]) -> list[str]:
    """Return the names of areas in the language of the page."""
    return [pick(_name(code)) for code in codes]


def _is_known(code: str) -> bool:
    if not code.isascii() or not code.isdecimal():
        return False
    if len(code) == _PROVINCE:
        return code in places.provinces()
    if len(code) == _DISTRICT:
        return places.office(code).kind == "district"
    # Sub-districts are not listed: their district is.
    return len(code) == _SUBDISTRICT and places.office(code[:4]).kind == "district"


def _name(code: str) -> Text:
    province = places.provinces().get(code[:_PROVINCE])
    if province is None or len(code) == _PROVINCE:
        return province.name if province else {"th": code, "en": code}
    found = places.office(code[:_DISTRICT])
    name = found.name or {"th": code, "en": code}
    more = f" ({code})" if len(code) == _SUBDISTRICT else ""
    return {
        "th": f"{name['th']} {province.name['th']}{more}",
        "en": f"{name.get('en') or name['th']}, {province.name['en']}{more}",
    }

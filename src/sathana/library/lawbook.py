"""One rule of the law as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sathana.calendars.show import show
from sathana.law.load import LawPack, pack
from sathana.law.model import (
    Bound,
    ContestedPoint,
    Gazette,
    Instrument,
    Provision,
    RuleInfo,
    RuleVersion,
)
from sathana.web.languages import Text, current

KINDS: dict[str, Text] = {
    "gain": {"th": "ได้สัญชาติไทย", "en": "Gaining nationality"},
    "loss": {"th": "เสียสัญชาติไทย", "en": "Losing nationality"},
    "bar": {"th": "ข้อยกเว้นที่ทำให้ไม่ได้สัญชาติ", "en": "Bars to nationality"},
    "stay": {"th": "สิทธิอยู่ในประเทศไทย", "en": "Staying in Thailand"},
    "definition": {"th": "ความหมายของถ้อยคำ", "en": "Meanings of words"},
    "pathway": {"th": "ช่องทางที่ยื่นขอได้", "en": "Pathways to apply for"},
}


@dataclass(frozen=True, slots=True)
class Cited:
    """One provision with the instrument it stands in.

    Attributes:
        gazette: Where the Royal Gazette printed it; empty when not known.
        source: Where the text was read, an address or words.
    """

    provision: Provision
    instrument: Instrument
    in_force: str
    gazette: Text
    source: str


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One text of a rule with its three windows in words."""

    version: RuleVersion
    births: str
    law: str
    effect: str


def versions(rule: RuleInfo) -> tuple[VersionPage, ...]:
    """Return the texts of a rule with their windows in the language of the page."""
    return tuple(
        VersionPage(
            version,
            window(version.births_from, version.births_until),
            window(version.law_from, version.law_until),
            window(version.effect_from, version.effect_until)
            if version.works_on_events
            else "",
        )
        for version in rule.versions
    )


def window(start: Bound, end: Bound) -> str:
    """Write a half-open window of the law, whose end is the first day outside."""
    thai = current() == "th"
    if start is None and end is None:
        return "ไม่จำกัดวัน" if thai else "any day"
    begin = show(start, current()) if start else ""
    until = show(end, current()) if end else ""
    if not until:
        return f"ตั้งแต่ {begin}" if thai else f"from {begin}"
    if not begin:
        return f"ก่อน {until}" if thai else f"before {until}"
    return (
        f"ตั้งแต่ {begin} จนถึงก่อน {until}"
        if thai
        else f"from {begin}, until before {until}"
    )


def citations(rule: RuleInfo) -> tuple[Cited, ...]:
    """Return the provisions that a rule rests on, the operative one first."""
    law = pack()
    return tuple(
        _cited(law, law.provisions[cite])
        for cite in rule.cites
        if cite in law.provisions
    )


def _cited(law: LawPack, provision: Provision) -> Cited:
    instrument = law.instruments[provision.instrument]
    return Cited(
        provision,
        instrument,
        window(provision.in_force_from, provision.in_force_until),
        gazette(instrument.gazette),
        provision.source or instrument.source,
    )


def gazette(printed: Gazette | None) -> Text:
    """Write a gazette reference in the usual form; empty when nothing is known."""
    if printed is None:
        return {"th": "", "en": ""}
    thai, english = ["ราชกิจจานุเบกษา"], ["Royal Gazette"]
    for value, th, en in (
        (printed.volume, "เล่ม", "vol."),
        (printed.part, "ตอนที่", "part"),
        (printed.page, "หน้า", "p."),
    ):
        if value is not None:
            thai.append(f"{th} {value}")
            english.append(f"{en} {value}")
    if printed.date:
        thai.append(show(printed.date, "th"))
        english.append(show(printed.date, "en"))
    return {"th": " ".join(thai), "en": ", ".join(english)}


def contested(rule: RuleInfo) -> tuple[ContestedPoint, ...]:
    """Return the contested points that bear on a rule."""
    law = pack()
    named = set(rule.contested)
    return tuple(
        point
        for key, point in law.contested.items()
        if key in named or rule.id in point.bears_on
    )


def by_kind() -> tuple[tuple[Text, tuple[RuleInfo, ...]], ...]:
    """Return all rules, grouped by what they do, in the order of the pack."""
    return tuple(
        (words, tuple(rules))
        for kind, words in KINDS.items()
        if (rules := list(_of_kind(pack().rules.values(), kind)))
    )


def _of_kind(rules: Iterable[RuleInfo], kind: str) -> Iterable[RuleInfo]:
    return (rule for rule in rules if rule.kind == kind)

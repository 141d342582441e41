"""One rule of the law as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sathana.calendars.iso import is_whole_month, is_whole_year
from sathana.calendars.show import show
from sathana.calendars.spans import DateSpan
from sathana.law.load import pack, within
from sathana.law.model import (
    Bound,
    Checked,
    ContestedPoint,
    Gazette,
    Instrument,
    Provision,
    RuleInfo,
    RuleVersion,
)
from sathana.logic.truth import Truth
from sathana.web.languages import Text, current

KINDS: dict[str, Text] = {
    "gain": {"th": "ได้สัญชาติไทย", "en": "Gaining nationality"},
    "loss": {"th": "เสียสัญชาติไทย", "en": "Losing nationality"},
    "bar": {"th": "ข้อยกเว้นที่ทำให้ไม่ได้สัญชาติ", "en": "Bars to nationality"},
    "stay": {"th": "สิทธิอยู่ในประเทศไทย", "en": "Staying in Thailand"},
    "definition": {"th": "ความหมายของถ้อยคำ", "en": "Meanings of words"},
    "pathway": {"th": "ช่องทางที่ยื่นขอได้", "en": "Pathways to apply for"},
    "right": {"th": "สิทธิ", "en": "Rights"},
}
GROUPS: dict[str, Text] = {
    "nationality": {"th": "สัญชาติไทย", "en": "Thai nationality"},
    "residence": {"th": "ถิ่นที่อยู่และการอยู่อาศัย", "en": "Residence and stay"},
    "registration": {"th": "ทะเบียนราษฎร", "en": "Civil registration"},
}
"""What pathways lead to."""


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


def oldest_check(rule: RuleInfo) -> Checked:
    """Return the weakest mark of a rule's texts, with the first day to look again."""
    checks = [version.checked for version in rule.versions]
    return Checked(
        rule.verified,
        min(check.on for check in checks),
        min(check.recheck for check in checks),
    )


def window(start: Bound, end: Bound) -> str:
    """Write a half-open window of the law, whose end is the first day outside."""
    thai = current() == "th"
    if start is None and end is None:
        return "ไม่จำกัดวัน" if thai else "any day"
    if start is None:
        return _before(end, thai)
    if end is None:
        return _since(start, thai)
    until = f"จนถึง{_before(end, thai)}" if thai else f"until {_before(end, thai)}"
    return (
        f"{_since(start, thai)} {until}" if thai else f"{_since(start, thai)}, {until}"
    )


def _since(start: DateSpan, thai: bool) -> str:
    told = show(start, current())
    if start.is_exact or is_whole_year(start) or is_whole_month(start):
        return f"ตั้งแต่ {told}" if thai else f"from {told}"
    return f"ตั้งแต่วันหนึ่ง {told}" if thai else f"from a day {told}"


def _before(end: Bound, thai: bool) -> str:
    told = show(end, current()) if end else ""
    if end and end.is_exact:
        return f"ก่อน {told}" if thai else f"before {told}"
    return f"วันหนึ่ง {told}" if thai else f"a day {told}"


def citations(rule: RuleInfo) -> tuple[Cited, ...]:
    """Return the provisions that a rule rests on, the operative one first."""
    law = pack()
    return tuple(
        cited(law.provisions[cite]) for cite in rule.cites if cite in law.provisions
    )


def cited(provision: Provision) -> Cited:
    """Return a provision with the instrument that made it."""
    instrument = pack().instruments[provision.instrument]
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
    words = " ".join(thai).replace(" special", " ฉบับพิเศษ").replace(" ko", " ก")
    return {"th": words, "en": ", ".join(english)}


@dataclass(frozen=True, slots=True)
class Opening:
    """One window of a pathway: when, and ``open``, ``closed`` or ``window_unknown``."""

    when: str
    state: str


def openings(rule: RuleInfo) -> tuple[Opening, ...]:
    """Return the windows of a pathway with what is known of each."""
    return tuple(
        Opening(
            window(opened.opens, opened.closes),
            "open" if opened.known else "window_unknown",
        )
        for opened in (rule.pathway.windows if rule.pathway else ())
    )


def state_on(rule: RuleInfo, day: int) -> str:
    """Say if a pathway takes applications on a day, whoever the person is.

    Args:
        rule: A rule with a pathway.
        day: Ordinal.

    Returns:
        ``open`` only where somebody verified the window, ``closed`` where no window
        holds the day, ``window_unknown`` between.
    """
    windows = rule.pathway.windows if rule.pathway else ()
    found = [(within(day, w.opens, w.closes), w.known) for w in windows]
    if any(held is Truth.YES and known for held, known in found):
        return "open"
    return "closed" if all(held is Truth.NO for held, _ in found) else "window_unknown"


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


def pathways(day: int) -> tuple[tuple[Text, tuple[tuple[RuleInfo, str], ...]], ...]:
    """Return all pathways by what they lead to, each with its state on a day.

    Args:
        day: Ordinal.
    """
    found: dict[str, list[tuple[RuleInfo, str]]] = {group: [] for group in GROUPS}
    for rule in pack().rules.values():
        if rule.pathway is not None:
            row = (rule, state_on(rule, day))
            found.setdefault(rule.pathway.group, []).append(row)
    return tuple(
        (GROUPS.get(group, {"th": group, "en": group}), tuple(rows))
        for group, rows in found.items()
        if rows
    )


def _of_kind(rules: Iterable[RuleInfo], kind: str) -> Iterable[RuleInfo]:
    return (rule for rule in rules if rule.kind == kind)

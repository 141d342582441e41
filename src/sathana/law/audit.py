"""The data check: what must be true of a law pack before anybody relies on it.

Every fault names the record, says what is wrong and what would be right, in Thai and
English. A pack with faults may be loaded (so that it can be examined) but `make check`
refuses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sathana.law.load import LawPack
from sathana.law.model import (
    MARKS,
    Bound,
    Checked,
    Provision,
    RuleInfo,
    RuleVersion,
    Text,
    weakest,
)
from sathana.law.windows import BEGIN, END, iso, outer, overlap, shown, uncovered_part

LANGUAGES = ("th", "en")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of the law data that must not be shipped.

    Attributes:
        code: Short name of the kind of fault, for tests and filters.
        subject: Id of the record.
        message: What is wrong and what would be right.
    """

    code: str
    subject: str
    message: Text

    def __str__(self) -> str:
        """Return the fault as one English line."""
        return f"{self.subject}: {self.message['en']} [{self.code}]"


def fault(code: str, subject: str, th: str, en: str) -> Fault:
    """Return a fault with its message in both languages."""
    return Fault(code, subject, {"th": th, "en": en})


def audit(pack: LawPack) -> list[Fault]:
    """Return all faults of a pack, ordered by record.

    Args:
        pack: The pack to examine; it is not changed.
    """
    found = [
        *_ids(pack),
        *_texts(pack),
        *_checks(pack),
        *_provisions(pack),
        *_contested(pack),
        *_events(pack),
        *_lines(pack),
    ]
    for rule in pack.rules.values():
        found += _rule(rule, pack)
    return sorted(found, key=lambda f: (f.subject, f.code, f.message["en"]))


# --- records of every kind ------------------------------------------------------------


def _ids(pack: LawPack) -> Iterator[Fault]:
    for kind, records in _kinds(pack):
        seen: dict[str, str] = {}
        for key, record in records.items():
            own = getattr(record, "id", key)
            if own != key or key.lower() in seen:
                other = seen.get(key.lower(), own)
                yield fault(
                    "duplicate-id",
                    key,
                    f"รหัส {key} ({kind}) ซ้ำกับ {other} แต่ละรหัสต้องใช้ครั้งเดียว",
                    f"the {kind} id '{key}' is also '{other}'; an id is used once, "
                    "whatever the case of its letters",
                )
            seen[key.lower()] = key


def _kinds(pack: LawPack) -> tuple[tuple[str, Mapping[str, object]], ...]:
    return (
        ("instrument", pack.instruments),
        ("provision", pack.provisions),
        ("rule", pack.rules),
        ("contested", pack.contested),
        ("event", pack.events),
    )


def _texts(pack: LawPack) -> Iterator[Fault]:
    for subject, name, text in _all_texts(pack):
        for extra in sorted(set(text) - set(LANGUAGES)):
            yield fault(
                "language",
                subject,
                f"ข้อความ '{name}' มีภาษา '{extra}' ซึ่งไม่รู้จัก",
                f"the text '{name}' has '{extra}', which is no language of the product",
            )
        for language in LANGUAGES:
            if not (text.get(language) or "").strip():
                yield fault(
                    "language",
                    subject,
                    f"ข้อความ '{name}' ไม่มีภาษา {language} ต้องมีทั้งไทยและอังกฤษ",
                    f"the text '{name}' has no '{language}'; every text needs Thai "
                    "and English",
                )


def _all_texts(pack: LawPack) -> Iterator[tuple[str, str, Text]]:
    for i in pack.instruments.values():
        yield from _given(i.id, title=i.title, note=i.note)
    for p in pack.provisions.values():
        yield from _given(p.id, section=p.section, text=p.paraphrase, note=p.note)
    for c in pack.contested.values():
        yield from _given(
            c.id, question=c.question, a=c.a.text, b=c.b.text, note=c.note
        )
    for e in pack.events.values():
        yield from _given(e.id, title=e.title, births=e.births)
    for r in pack.rules.values():
        yield from _given(r.id, title=r.title, warn=r.warn)
        for version in r.versions:
            yield from _given(r.id, note=version.note)
        if r.pathway:
            office, decider = r.pathway.file_with, r.pathway.decider
            yield from _given(r.id, file_with=office, decider=decider)


def _given(subject: str, **texts: Text | None) -> Iterator[tuple[str, str, Text]]:
    yield from (
        (subject, name, text) for name, text in texts.items() if text is not None
    )


def _checks(pack: LawPack) -> Iterator[Fault]:
    for i in pack.instruments.values():
        yield from _checked(i.id, i.checked)
    for p in pack.provisions.values():
        yield from _checked(p.id, p.checked)
    for c in pack.contested.values():
        yield from _checked(c.id, c.checked)
    for r in pack.rules.values():
        for version in r.versions:
            yield from _checked(r.id, version.checked)
    for e in pack.events.values():
        if e.verified not in MARKS:
            yield _no_mark(e.id)


def _checked(subject: str, checked: Checked) -> Iterator[Fault]:
    if checked.verified not in MARKS:
        yield _no_mark(subject)
    if checked.on <= 0 or checked.recheck <= 0:
        yield fault(
            "check-dates",
            subject,
            "ไม่มีวันที่ตรวจหรือวันที่ต้องตรวจซ้ำ (checked_on, recheck_on)",
            "has no checked_on or no recheck_on: nobody can tell how old the check is",
        )
    elif checked.on >= checked.recheck:
        yield fault(
            "check-order",
            subject,
            f"วันที่ต้องตรวจซ้ำ {iso(checked.recheck)} ไม่อยู่หลังวันที่ตรวจ {iso(checked.on)}",
            f"recheck_on {iso(checked.recheck)} is not after checked_on "
            f"{iso(checked.on)}",
        )


def _no_mark(subject: str) -> Fault:
    return fault(
        "mark",
        subject,
        "ไม่มีเครื่องหมายการตรวจสอบ ต้องเป็น seen, partly หรือ unverified",
        "has no mark: write verified as 'seen', 'partly' or 'unverified'",
    )


def _provisions(pack: LawPack) -> Iterator[Fault]:
    for p in pack.provisions.values():
        if p.instrument not in pack.instruments:
            yield _unknown(p.id, "instrument", p.instrument)
        if not p.source.strip():
            yield fault("source", p.id, "ไม่มีแหล่งที่มา", "has no source address")
        begin, end = outer(p.in_force_from, p.in_force_until)
        if end <= begin:
            yield fault(
                "window",
                p.id,
                "วันสิ้นผลไม่อยู่หลังวันใช้บังคับ",
                "ends before it begins: in_force_until must be after in_force_from",
            )


def _contested(pack: LawPack) -> Iterator[Fault]:
    for point in pack.contested.values():
        for rule in point.bears_on:
            if rule not in pack.rules:
                yield _unknown(point.id, "rule", rule)
        for name, reading in (("a", point.a), ("b", point.b)):
            if not reading.sources:
                yield fault(
                    "source",
                    point.id,
                    f"การอ่านแบบ {name} ไม่มีแหล่งที่มา",
                    f"reading {name} names no source",
                )


def _events(pack: LawPack) -> Iterator[Fault]:
    for event in pack.events.values():
        if event.instrument not in pack.instruments:
            yield _unknown(event.id, "instrument", event.instrument)
        for provision in event.provisions:
            if provision not in pack.provisions:
                yield _unknown(event.id, "provision", provision)


def _unknown(subject: str, kind: str, key: str) -> Fault:
    return fault(
        f"unknown-{kind}",
        subject,
        f"อ้างถึง {kind} '{key}' ซึ่งไม่มีอยู่ในข้อมูลกฎหมาย",
        f"names the {kind} '{key}', which does not exist in this pack",
    )


# --- one rule -------------------------------------------------------------------------


def _rule(rule: RuleInfo, pack: LawPack) -> Iterator[Fault]:
    if not rule.versions:
        yield fault(
            "no-version",
            rule.id,
            "ไม่มีตัวบทเลย",
            "has no text: give at least one version",
        )
    for point in rule.contested:
        if point not in pack.contested:
            yield _unknown(rule.id, "contested point", point)
    for version in rule.versions:
        yield from _version(rule, version, pack)
    yield from _event_holes(rule)
    yield from _pathway(rule, pack)


def _version(rule: RuleInfo, version: RuleVersion, pack: LawPack) -> Iterator[Fault]:
    if not version.cites:
        yield fault(
            "no-citation",
            rule.id,
            "ไม่อ้างบทกฎหมายใด ทุกกฎต้องอ้างอย่างน้อยหนึ่งบท",
            "cites nothing: every rule cites at least one provision",
        )
    for key in version.cites:
        if key not in pack.provisions:
            yield _unknown(rule.id, "provision", key)
    windows = (
        (version.births_from, version.births_until),
        (version.law_from, version.law_until),
        (version.effect_from, version.effect_until),
    )
    if all(bound is None for window in windows for bound in window):
        yield fault(
            "no-dates",
            rule.id,
            "ไม่มีช่วงเวลาใดเลย (births, law หรือ effect)",
            "has no dates: give a window of births, law or effect",
        )
    cited = [pack.provisions[key] for key in version.cites if key in pack.provisions]
    if cited:
        yield from _in_force(rule, version, cited)
        yield from _marks(rule, version, cited)


def _marks(
    rule: RuleInfo, version: RuleVersion, cited: list[Provision]
) -> Iterator[Fault]:
    marks = [p.checked.verified for p in cited if p.checked.verified in MARKS]
    own = version.checked.verified
    if own in MARKS and MARKS.index(own) > MARKS.index(weakest(marks)):
        weak = next(p.id for p in cited if p.checked.verified == weakest(marks))
        yield fault(
            "mark-too-strong",
            rule.id,
            f"เครื่องหมาย {own} แรงกว่า {weak} ซึ่งเป็น {weakest(marks)}",
            f"is marked '{own}' but rests on {weak}, which is '{weakest(marks)}'",
        )


def _in_force(
    rule: RuleInfo, version: RuleVersion, cited: list[Provision]
) -> Iterator[Fault]:
    window = operative(version)
    law = outer(version.law_from, version.law_until)
    for p in cited:
        span = outer(p.in_force_from, p.in_force_until)
        if not overlap(span, window) and not (p.retroactive and overlap(span, law)):
            yield fault(
                "not-in-force",
                rule.id,
                f"อ้าง {p.id} ซึ่งไม่ใช้บังคับในช่วง {shown(window)}",
                f"cites {p.id}, which was not in force in {shown(window)}",
            )
    reached = _births(version) if _governs_births(version) else window
    uncovered = uncovered_part(
        reached, (outer(p.in_force_from, p.in_force_until) for p in cited)
    )
    if uncovered and not (_governs_births(version) and _reaches_back(cited)):
        yield _uncited(rule, version, uncovered)


def _uncited(rule: RuleInfo, version: RuleVersion, hole: tuple[int, int]) -> Fault:
    if _governs_births(version):
        return fault(
            "retroactive-without-clause",
            rule.id,
            f"ไม่มีบทที่อ้างใช้บังคับในช่วงวันเกิด {shown(hole)} และไม่อ้างบทย้อนหลัง",
            f"nothing it cites was in force for births in {shown(hole)}: cite the "
            "retroactive clause that reaches them, or narrow the births",
        )
    return fault(
        "uncited-time",
        rule.id,
        f"ไม่มีบทที่อ้างใช้บังคับในช่วง {shown(hole)}",
        f"nothing it cites was in force in {shown(hole)}: cite what was, or narrow "
        "the window",
    )


def _reaches_back(cited: Iterable[Provision]) -> bool:
    return any(p.retroactive for p in cited)


def _governs_births(version: RuleVersion) -> bool:
    """Whether the day of birth, not an event, decides if the text applies."""
    given = version.births_from is not None or version.births_until is not None
    return not version.works_on_events and (
        given or version.kind in ("gain", "bar", "stay")
    )


def _births(version: RuleVersion) -> tuple[int, int]:
    return outer(version.births_from, version.births_until)


def operative(version: RuleVersion) -> tuple[int, int]:
    """Return the half-open window, ordinals, in which a text does its work.

    That is the window of its events if it has one, else that of the births it governs;
    where it governs all births, and for definitions, it is the window in which the
    text is read as law.
    """
    if version.works_on_events:
        return outer(version.effect_from, version.effect_until)
    if _births(version) != (BEGIN, END):
        return _births(version)
    return outer(version.law_from, version.law_until)


# --- windows that must follow one another ---------------------------------------------


def _event_holes(rule: RuleInfo) -> Iterator[Fault]:
    for kind in {v.kind for v in rule.versions}:
        events = [
            (v.effect_from, v.effect_until)
            for v in rule.versions
            if v.kind == kind and v.works_on_events
        ]
        yield from _holes(rule.id, events)


def _lines(pack: LawPack) -> Iterator[Fault]:
    """Check that the rules of a line leave no day of birth without a rule."""
    lines: dict[str, list[tuple[Bound, Bound]]] = {}
    for rule in pack.rules.values():
        for name in rule.line:
            first = rule.versions[:1]
            lines.setdefault(name, []).extend(
                (v.births_from, v.births_until) for v in first
            )
    for name, windows in sorted(lines.items()):
        yield from _holes(f"line:{name}", windows)
        spans = [outer(begin, end) for begin, end in windows]
        if min(spans)[0] > BEGIN or max(end for _, end in spans) < END:
            yield fault(
                "window-hole",
                f"line:{name}",
                "ไม่มีกฎสำหรับผู้ที่เกิดก่อนช่วงแรกหรือหลังช่วงสุดท้าย",
                "no rule governs births before the first or after the last window",
            )


def _pathway(rule: RuleInfo, pack: LawPack) -> Iterator[Fault]:
    path = rule.pathway
    if rule.kind == "pathway" and path is None:
        yield fault(
            "no-pathway",
            rule.id,
            "เป็นเส้นทางแต่ไม่มีสถานที่ยื่นและผู้พิจารณา",
            "is a pathway without an office, decider and windows",
        )
    if path is None:
        return
    if path.for_rule is not None and path.for_rule not in pack.rules:
        yield _unknown(rule.id, "rule", path.for_rule)
    if not path.windows:
        yield fault(
            "no-dates", rule.id, "เส้นทางไม่มีช่วงเวลา", "the pathway has no window of time"
        )
    yield from _holes(rule.id, [(w.opens, w.closes) for w in path.windows])


def _holes(subject: str, windows: list[tuple[Bound, Bound]]) -> Iterator[Fault]:
    """Yield a fault for each hole between windows; bounds that touch are equal."""
    spans = sorted(outer(begin, end) for begin, end in windows)
    reached = spans[0][1] if spans else END
    for begin, end in spans[1:]:
        if begin > reached:
            yield fault(
                "window-hole",
                subject,
                f"ช่วง {shown((reached, begin))} ไม่มีตัวบทใดครอบคลุม",
                f"no text covers {shown((reached, begin))}: windows must touch",
            )
        reached = max(reached, end)

"""The data check: what must be true of a law pack before anybody relies on it.

Every fault names the record, says what is wrong and what would be right, in Thai and
English. A pack with faults may be loaded (so that it can be examined) but `make check`
refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sathana.law.audit_id13 import id13_faults
from sathana.law.audit_practice import (
    practice_checks,
    practice_faults,
    practice_texts,
)
from sathana.law.audit_rules import line_faults, rule_faults
from sathana.law.faults import Fault, fault, unknown
from sathana.law.load import LawPack
from sathana.law.model import MARKS, Checked, Text
from sathana.law.windows import iso, outer

__all__ = ["Fault", "audit"]

LANGUAGES = ("th", "en")


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
        *line_faults(pack),
        *practice_faults(pack),
        *id13_faults(pack.id13, pack.rules, pack.provisions),
    ]
    for rule in pack.rules.values():
        found += rule_faults(rule, pack)
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
        ("fee", pack.fees),
        ("limit", pack.limits),
        ("procedure", pack.procedures),
        ("door", pack.doors),
        ("form", pack.forms),
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
    yield from _rule_texts(pack)
    yield from practice_texts(pack.practice)


def _rule_texts(pack: LawPack) -> Iterator[tuple[str, str, Text]]:
    for r in pack.rules.values():
        yield from _given(r.id, title=r.title, warn=r.warn)
        for version in r.versions:
            yield from _given(r.id, note=version.note)
        if r.pathway:
            office, decider = r.pathway.file_with, r.pathway.decider
            yield from _given(r.id, file_with=office, decider=decider)
        if r.right:
            office, say, closed = r.right.office, r.right.say, r.right.why_closed
            yield from _given(r.id, office=office, say=say, why_closed=closed)


def _given(subject: str, **texts: Text | None) -> Iterator[tuple[str, str, Text]]:
    yield from (
        (subject, name, text) for name, text in texts.items() if text is not None
    )


def _checks(pack: LawPack) -> Iterator[Fault]:
    law = [(i.id, i.checked) for i in pack.instruments.values()]
    law += [(p.id, p.checked) for p in pack.provisions.values()]
    law += [(c.id, c.checked) for c in pack.contested.values()]
    texts = [(r.id, v.checked) for r in pack.rules.values() for v in r.versions]
    for subject, checked in (*law, *texts, *practice_checks(pack.practice)):
        yield from _checked(subject, checked)
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
            yield unknown(p.id, "instrument", p.instrument)
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
                yield unknown(point.id, "rule", rule)
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
            yield unknown(event.id, "instrument", event.instrument)
        for provision in event.provisions:
            if provision not in pack.provisions:
                yield unknown(event.id, "provision", provision)

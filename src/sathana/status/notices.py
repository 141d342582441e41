"""What must be said beside an answer: warnings, presumptions, contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sathana.calendars.dates import to_text
from sathana.calendars.spans import DateSpan
from sathana.facts.model import (
    CaseFile,
    Certificate,
    Event,
    Finding,
    Grade,
    Order,
    Person,
    Told,
)
from sathana.facts.view import View
from sathana.law.load import pack
from sathana.logic.truth import Truth
from sathana.status.wording import Text, both

type Json = dict[str, object]

_PRESUMED: Mapping[str, tuple[str, str]] = {
    "orders": (
        "ไม่มีคำสั่งของทางราชการเกี่ยวกับสัญชาติ",
        "no order of the state about nationality",
    ),
    "findings": ("ไม่มีคำพิพากษาหรือคำวินิจฉัย", "no finding of a court or an authority"),
    "marriages": (
        "ไม่มีการสมรสอื่นที่มีผลต่อสัญชาติ",
        "no other marriage that bears on nationality",
    ),
    "marriages.gives_nationality": (
        "การสมรสไม่ได้ทำให้ได้สัญชาติของคู่สมรส",
        "the marriage did not give the spouse's nationality",
    ),
    "attempts": ("ยังไม่เคยยื่นคำร้อง", "no petition made so far"),
    "alien_certificate": (
        "ไม่เคยรับใบสำคัญประจำตัวคนต่างด้าว",
        "no alien identification certificate was taken",
    ),
    "adopted": ("ไม่มีการรับบุตรบุญธรรม", "not adopted"),
    "entered": (
        "ไม่เคยเดินทางเข้ามาจากนอกประเทศ เพราะเกิดในไทยหรือเป็นชาวเขาดั้งเดิม",
        "never came in from outside, being born here or an original highlander",
    ),
    "entered.by_birth": (
        "เข้ามาในประเทศไทยแล้วในวันที่คลอดบุตรในประเทศไทย",
        "was in Thailand on the day she gave birth in Thailand",
    ),
    "stay.none": (
        "ผู้ที่ไม่เคยเข้ามาจากนอกประเทศ ไม่มีการอนุญาตให้อยู่เว้นแต่จะระบุไว้",
        "one who never came in from outside holds no permission unless one is told",
    ),
    "stay.diplomatic": (
        "ไม่ได้เป็นบุคคลในคณะทูต กงสุล หรือองค์การระหว่างประเทศ",
        "not of a foreign mission or an international organisation",
    ),
    "born.date": (
        "เกิดตั้งแต่วันที่ 10 เมษายน พ.ศ. 2456 เป็นต้นมา",
        "born on or after 10 April 1913",
    ),
}
"""What is presumed where the file is silent (contract, sections 2 and 4.8)."""

_BIRTH_FACTS = {"born.country", "born.date", "born.notified", "found"}


JOINTLY = both(
    "เงื่อนไขทั้งหมดเป็นจริงพร้อมกันไม่ได้ ไม่ว่าข้อเท็จจริงที่ยังไม่รู้จะเป็นอย่างไร",
    "its conditions cannot all hold, whatever the unknown facts turn out to be",
)
"""Why a pathway is closed of which no single condition fails for certain."""


def assumed(view: View, who: str) -> list[Json]:
    """Return the presumptions on which a person's answer may rest.

    They are those that were read of the person, the ancestors and the spouses. Of a
    relative whose nationality is told, only an order could change it.
    """
    family = {who, *view.ancestors.get(who, frozenset())}
    family |= {m.to for m, _ in view.marriages(who) if m}
    return [
        {"fact": f"{person}.{key.partition('.by_')[0]}", "message": _presumption(key)}
        for person, key in sorted(view.presumed)
        if person in family and key in _PRESUMED and _bears(view, who, person, key)
    ]


def _bears(view: View, who: str, person: str, key: str) -> bool:
    if person == who:
        return True
    if view.spells(person, "thai"):
        return key in {"orders", "stay.diplomatic", "entered.by_birth"}
    return key not in {"attempts", "born.date"}


def _presumption(key: str) -> Text:
    th, en = _PRESUMED[key]
    return both(f"สันนิษฐานว่า{th}", f"presumed: {en}")


def contradictions(case: CaseFile, who: str) -> list[Json]:
    """Return where papers or statements about a person contradict each other."""
    return [
        *_told_twice(case.persons[who]),
        *_against(case, who),
        *_not_final(case.persons[who]),
    ]


def _told_twice(person: Person) -> Iterator[Json]:
    for key, told in person.told.items():
        # Tellings that agree stand among the others too: they contradict nothing.
        if not told.others or told.grade is not Grade.CONTRADICTED:
            continue
        values = " / ".join(_shown(other) for other in told.others)
        yield {
            "facts": [f"{person.id}.{key}"],
            "message": both(
                f"ข้อมูล {person.id}.{key} ขัดแย้งกัน: {values}",
                f"{person.id}.{key} is told in ways that contradict: {values}",
            ),
        }


def _shown(told: Told) -> str:
    source = f" ({told.source})" if told.source else ""
    value = told.value
    if isinstance(value, DateSpan):
        return to_text(value) + source
    if isinstance(value, Event):
        return f"{value.happened.value} {to_text(value.on)}{source}"
    if isinstance(value, Truth):
        return value.value + source
    if isinstance(value, Certificate) or value is None:
        return f"?{source}"
    return f"{value}{source}"


def _against(case: CaseFile, who: str) -> Iterator[Json]:
    for evidence in case.evidence.values():
        facts = [path for path in evidence.contradicts if path.startswith(f"{who}.")]
        if facts:
            kind = evidence.kind or evidence.id
            yield {
                "facts": facts,
                "sources": [evidence.id],
                "message": both(
                    f"พยานหลักฐาน {evidence.id} ({kind}) ขัดกับ {', '.join(facts)}",
                    f"evidence {evidence.id} ({kind}) contradicts {', '.join(facts)}",
                ),
            }


def _not_final(person: Person) -> Iterator[Json]:
    told = person.told.get("findings")
    entries = told.value if told and isinstance(told.value, tuple) else ()
    for finding in entries:
        if isinstance(finding, Finding) and finding.final is Truth.NO:
            yield {
                "facts": [f"{person.id}.findings"],
                "message": both(
                    f"มีคำวินิจฉัยเรื่อง {finding.rule} ({finding.holds.value}) "
                    f"โดย {finding.by} แต่ยังไม่ถึงที่สุด จึงแสดงไว้เท่านั้น",
                    f"{finding.by} found {finding.rule}: {finding.holds.value}; it is "
                    "not final and is shown only",
                ),
            }


def warnings(
    case: CaseFile,
    who: str,
    *,
    rules: set[str],
    points: list[str],
    needs: list[Json],
    windows: list[str],
    day: int,
) -> list[Json]:
    """Return the warnings beside an answer.

    Args:
        case: The family.
        who: The person.
        rules: Rules that the answer uses.
        points: Contested points on which the readings part.
        needs: Missing facts of the person.
        windows: Pathways of which nobody verified that they are open.
        day: Day asked about, ordinal.
    """
    return [
        *_false_statement(needs),
        *_unverified(rules, day),
        *_contested(rules, points),
        *_windows(windows),
        *_struck_off(case, who),
    ]


def _false_statement(needs: list[Json]) -> Iterator[Json]:
    keys = {str(need["fact"]).partition(".")[2] for need in needs}
    if keys & _BIRTH_FACTS:
        yield {
            "id": "FALSE-STATEMENT",
            "cite": "cra/50",
            "message": both(
                "การแจ้งหรือให้พยานหลักฐานเท็จเรื่องการเกิดเป็นความผิดอาญา จำคุก 6 เดือนถึง 3 ปี "
                "ผู้ไม่มีสัญชาติไทยโทษหนักกว่า (ถึง 5 ปี) จึงให้บอกเฉพาะที่รู้จริง",
                "a false statement about a birth is a crime (6 months to 3 years; up "
                "to 5 years for one who is not Thai): say only what is truly known",
            ),
        }


def _unverified(rules: set[str], day: int) -> Iterator[Json]:
    for rule in sorted(rules & set(pack().rules)):
        info = pack().rules[rule]
        if info.verified != "seen":
            mark = {
                "partly": ("ตรวจแล้วบางส่วน", "only partly verified"),
                "unverified": ("ยังไม่ได้ตรวจสอบกับตัวบท", "not verified against a text"),
            }[info.verified]
            yield {
                "id": f"VERIFIED-{rule}",
                "message": both(
                    f"กฎ “{info.title['th']}” ({rule}) {mark[0]}",
                    f"the rule “{info.title['en']}” ({rule}) is {mark[1]}",
                ),
            }
        if min(version.checked.recheck for version in info.versions) <= day:
            yield {
                "id": f"RECHECK-{rule}",
                "message": both(
                    f"กฎ “{info.title['th']}” ({rule}) ถึงกำหนดต้องตรวจสอบใหม่แล้ว",
                    f"the rule “{info.title['en']}” ({rule}) must be checked again",
                ),
            }
        if info.warn:
            yield {"id": f"WARN-{rule}", "message": dict(info.warn)}


def _contested(rules: set[str], parting: list[str]) -> Iterator[Json]:
    """Show points that part the readings, and those that never change a nationality."""
    points = {point for rule in rules for point in _points(rule)} | set(parting)
    for point in sorted(points):
        known = pack().contested.get(point)
        if known and (point in parting or known.effect != "nationality"):
            yield {
                "id": f"CONTESTED-{point}",
                "message": dict(known.question),
                "readings": {"A": dict(known.a.text), "B": dict(known.b.text)},
            }


def _windows(pathways: list[str]) -> Iterator[Json]:
    for pathway in pathways:
        yield {
            "id": f"WINDOW-{pathway}",
            "message": both(
                f"ยังไม่มีการยืนยันว่าช่องทาง {pathway} ยังเปิดอยู่ ให้ยื่นและขอใบรับไว้ก่อน "
                "และถามกรมการปกครอง โทร. 1548",
                f"nobody has verified that pathway {pathway} is still open: file, keep "
                "the receipt, ask the Department of Provincial Administration, 1548",
            ),
        }


def unproved_father(name: Text) -> Json:
    """Return the warning that soil was held although the Thai father is not proved."""
    return {
        "id": "UNPROVED-FATHER",
        "message": both(
            f"คำตอบนี้ถือว่าบิดาของ{name['th']}เป็นคนไทยตามความจริง จึงไม่เข้ามาตรา 7 ทวิ "
            "แต่ในทางปฏิบัติหากไม่ได้สมรสหรือพิสูจน์ความเป็นบิดา เจ้าหน้าที่มักไม่รับ "
            "ควรพิสูจน์ (NB-2008-PF)",
            f"this answer takes {name['en']}'s father as Thai in fact, so that 7 bis "
            "does not apply; offices often do not accept it without marriage or proof "
            "of fatherhood, so prove it (NB-2008-PF)",
        ),
    }


def _points(rule: str) -> tuple[str, ...]:
    info = pack().rules.get(rule)
    return info.contested if info else ()


def _struck_off(case: CaseFile, who: str) -> Iterator[Json]:
    told = case.persons[who].told.get("orders")
    entries = told.value if told and isinstance(told.value, tuple) else ()
    if any(isinstance(o, Order) and o.kind == "struck_off" for o in entries):
        yield {
            "id": "STRUCK-OFF",
            "cite": "cra/10",
            "message": both(
                "การถูกจำหน่ายชื่อจากทะเบียนไม่ทำให้เสียสัญชาติ ทะเบียนเป็นพยานหลักฐานเท่านั้น",
                "being struck off a register takes no nationality; it is evidence only",
            ),
        }

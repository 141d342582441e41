"""One rule as text: what it demands, when, on what authority, and where it is used."""

from __future__ import annotations

from sathana.cli.coverage import coverage
from sathana.cli.law_list import KINDS
from sathana.cli.law_records import checked, point, provision, window
from sathana.cli.naming import rule_title
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker
from sathana.facts.wording import outline
from sathana.law.book import Clause, book
from sathana.law.load import pack
from sathana.law.model import Pathway, RuleInfo, RuleVersion
from sathana.law.rules import READINGS as LAWS
from sathana.vocabulary.codes import READINGS

_MOST_CASES = 12


def show(page: Page, rule: RuleInfo, say: Speaker, reading: str) -> None:
    """Write a rule.

    Args:
        page: Where it is written.
        rule: The rule.
        say: The language.
        reading: Whose reading comes first; where the other differs, both are given.
    """
    page.title(f"{rule.id}  {rule.title[say.lang]}")
    page.field(say("ประเภท", "Kind"), say(*KINDS[rule.kind]))
    if rule.declaratory:
        page.field(
            "",
            say(
                "ทะเบียนเพียงแสดงสิ่งที่กฎหมายให้แล้ว",
                "a register only states what the law gave",
            ),
        )
    if rule.warn:
        page.field(say("คำเตือน", "Warning"), rule.warn[say.lang])
    _conditions(page, rule.id, say, reading)
    _windows(page, rule, say)
    if rule.pathway:
        _pathway(page, rule.pathway, say)
    page.heading(say("ที่มา", "Authority"))
    for cite in rule.cites:
        provision(page, cite, say)
    for key in rule.contested:
        point(page, pack().contested[key], say)
    _cases(page, rule.id, say)


def _conditions(page: Page, rule: str, say: Speaker, reading: str) -> None:
    """Write the condition of each text; the other reading's only where it differs."""
    other = next(name for name in LAWS if name != reading)
    theirs = {clause.place: clause for clause in book(LAWS[other])}
    for clause in book(LAWS[reading]):
        if clause.rule != rule:
            continue
        page.heading(f"{say('เงื่อนไข', 'Condition')} ({say(*KINDS[clause.kind])})")
        _outline(page, clause, say)
        second = theirs.get(clause.place)
        if second is not None and second.condition != clause.condition:
            page.text(READINGS[other].in_(say.lang) + ":", depth=1)
            _outline(page, second, say)


def _outline(page: Page, clause: Clause, say: Speaker) -> None:
    if clause.orders:
        orders = ", ".join(clause.orders)
        page.item(say(f"มีคำสั่งประเภท {orders}", f"an order of kind {orders}"))
    for line in outline(clause.condition, say.lang, rule_title=_title):
        page.item(line.text, depth=line.depth + 1)


def _title(rule: str, lang: str) -> str:
    """Return the title of a rule with its id, under which it can be looked up."""
    return f"{rule_title(rule, lang)} ({rule})"


def _windows(page: Page, rule: RuleInfo, say: Speaker) -> None:
    page.heading(say("ใช้กับใคร เมื่อใด", "For whom, and when"))
    for version in rule.versions:
        _version(page, version, say)


def _version(page: Page, version: RuleVersion, say: Speaker) -> None:
    anybody = say("ทุกวันเกิด", "whatever the day of birth")
    page.item(
        say("ผู้เกิด: ", "births: ")
        + window(version.births_from, version.births_until, say, none=anybody)
    )
    always = say("ทุกเวลา", "always")
    page.text(
        say("กฎหมายที่อ่าน: ", "read in the law: ")
        + window(version.law_from, version.law_until, say, none=always),
        depth=2,
    )
    if version.works_on_events:
        page.text(
            say("เหตุการณ์: ", "events: ")
            + window(version.effect_from, version.effect_until, say, none=always),
            depth=2,
        )
    page.text(say("อ้าง ", "rests on ") + ", ".join(version.cites), depth=2)
    page.text(checked(version.checked, say), depth=2)
    if version.note:
        page.text(version.note[say.lang], depth=2)


def _pathway(page: Page, way: Pathway, say: Speaker) -> None:
    page.heading(say("การยื่นคำร้อง", "How to apply"))
    page.field(say("ยื่นที่", "File with"), way.file_with[say.lang])
    page.field(say("ผู้มีอำนาจ", "Decided by"), way.decider[say.lang])
    for when in way.windows:
        known = "" if when.known else say(" (ยังไม่ยืนยัน)", " (not verified)")
        text = window(when.opens, when.closes, say, none=say("ทุกเวลา", "always"))
        page.field(say("เปิดรับ", "Open"), text + known)


def _cases(page: Page, rule: str, say: Speaker) -> None:
    found = coverage()[rule]
    page.heading(say("กรณีในคลังที่ใช้กฎนี้", "Cases of the library that exercise it"))
    for label, names in (
        (say("เข้าเงื่อนไข", "met"), found.met),
        (say("ไม่เข้าเงื่อนไข", "not met"), found.not_met),
    ):
        shown = ", ".join(sorted(names)[:_MOST_CASES])
        more = f" (+{len(names) - _MOST_CASES})" if len(names) > _MOST_CASES else ""
        page.item(f"{label} ({len(names)}): {shown}{more}")

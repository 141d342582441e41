"""The report of one assessment, for people: calm, 80 columns, nothing left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.cli.naming import Namer, as_ids, citation, day, rule_title
from sathana.cli.page import Page
from sathana.cli.report_parts import missing, notes, papers_to_get, pathways
from sathana.cli.report_procedures import procedures
from sathana.cli.report_proof import tree
from sathana.cli.report_rights import rights
from sathana.cli.report_updates import updates
from sathana.cli.report_work import deadlines, next_steps
from sathana.cli.terminal import Speaker
from sathana.facts.model import CaseFile
from sathana.law.load import pack
from sathana.vocabulary.codes import (
    NATIONALITY_ANSWERS,
    READINGS,
    STAY_KINDS,
    VERIFIED_MARKS,
)

type Row = Mapping[str, Any]
"""A record of the answer (contract, section 3; JSON has no narrower type)."""


def report(case: CaseFile, answer: Row, say: Speaker, *, full: bool) -> list[str]:
    """Return the lines of a report.

    Args:
        case: The family.
        answer: Its assessment, of the persons to report on.
        say: The language.
        full: Whether the proof is the full one.
    """
    page = Page()
    _head(page, case, answer, say)
    for who, person in answer["persons"].items():
        _person(page, case, who, person, say, full=full)
    page.gap()
    page.text(
        say(
            "นี่เป็นผลวิเคราะห์ของเราจากข้อเท็จจริงที่ให้ไว้ การวินิจฉัยสัญชาติเป็นอำนาจของรัฐ",
            "This assessment is ours, on the facts told; determination is the state's.",
        )
    )
    return page.lines


def _head(page: Page, case: CaseFile, answer: Row, say: Speaker) -> None:
    name = f"{answer['case']}: {case.title}" if case.title else str(answer["case"])
    page.title(name)
    as_of, law_at = (day(answer[key], say.lang) for key in ("as_of", "law_at"))
    page.field(say("ถามถึงวันที่", "Day asked about"), as_of)
    page.field(say("กฎหมายของวันที่", "Law read as of"), f"{law_at} ({answer['law']})")
    updates(page, answer, say)
    if answer.get("facts") == "documented":
        page.field(
            say("ข้อเท็จจริง", "Facts"),
            say("เฉพาะที่มีเอกสาร", "only those shown by a paper"),
        )
    if answer.get("reading", "court") != "court":
        reading = READINGS[answer["reading"]].in_(say.lang)
        page.field(say("อ่านตาม", "Read by"), reading)
    if case.disputed:
        page.field(say("มีข้อโต้แย้ง", "Disputed"), case.disputed)


def _person(
    page: Page, case: CaseFile, who: str, row: Row, say: Speaker, *, full: bool
) -> None:
    namer = Namer(case, say.lang)
    name = namer.person(who)
    page.person(f"{name} ({who})" if name != who else who)
    page.text(say.of(row["sentence"]))
    _rule(page, row, say)
    next_steps(page, row, say)
    deadlines(page, row, namer, say)
    _readings(page, row, say)
    _listed(page, row["deciding"], say("ข้อเท็จจริงที่ตัดสิน", "What decided it"), say)
    _listed(
        page, row["changes"], say("สิ่งที่จะทำให้คำตอบเปลี่ยน", "What would change it"), say
    )
    _intervals(page, row, say)
    _stay(page, row, say)
    pathways(page, row, say)
    rights(page, row, namer, say)
    procedures(page, case, who, row, say, full=full)
    missing(page, row, namer, say, everything=full)
    papers_to_get(page, row, namer, say)
    notes(page, row, namer, say)
    title = say("เหตุผลทั้งหมด", "The whole proof") if full else say("เหตุผล", "Why")
    page.heading(title)
    tree(page, row["proof"], say)


def _rule(page: Page, row: Row, say: Speaker) -> None:
    thai = row["thai"]
    for rule in as_ids(thai["rule"]):
        title = rule_title(rule, say.lang)
        page.field(say("กฎ", "Rule"), f"{rule}  {title}")
        _grounds(page, rule, row, say)
    lost = as_ids(thai.get("lost_by"))
    if lost:
        page.field(say("เสียไปโดย", "Lost by"), ", ".join(lost))
    since = day(thai["since"], say.lang)
    page.field(say("ตั้งแต่", "Since"), since)
    told = row["documented"]["thai"]["answer"]
    if told != thai["answer"]:
        words = NATIONALITY_ANSWERS[told].in_(say.lang)
        page.field(say("เฉพาะที่มีเอกสาร", "Papers alone"), words)


def _grounds(page: Page, rule: str, row: Row, say: Speaker) -> None:
    """Say on which sections a rule rests here, and how far they were verified."""
    info = pack().rules.get(rule)
    if info is None:
        return
    found = _of_rule(row["proof"], rule) or {}
    cites = str(found["cite"]).split("; ") if found.get("cite") else info.cites
    page.field("", "; ".join(citation(cite, say.lang) for cite in cites))
    mark = str(found.get("verified") or info.verified)
    page.field(say("การตรวจสอบ", "Verified"), VERIFIED_MARKS[mark].in_(say.lang))


def _of_rule(proof: Row, rule: str) -> Row | None:
    """Return the finding of a rule in a proof, the first in reading order."""
    if proof.get("rule") == rule:
        return proof
    found = (_of_rule(child, rule) for child in proof.get("because", ()))
    return next((node for node in found if node is not None), None)


def _readings(page: Page, row: Row, say: Speaker) -> None:
    """Write what each reading answers, by which rule, and where they part."""
    thai = row["thai"]
    if len(set(thai["readings"].values())) == 1:
        return
    page.heading(say("แนวตีความต่างกัน", "The readings differ"))
    for name, answer in thai["readings"].items():
        words = NATIONALITY_ANSWERS[answer].in_(say.lang)
        rules = as_ids(thai.get("by_reading", {}).get(name, {}).get("rule"))
        by = f" ({', '.join(rules)})" if rules else ""
        page.item(f"{READINGS[name].in_(say.lang)}: {words}{by}")
    for key in thai.get("contested", ()):
        point = pack().contested.get(key)
        if point is not None:
            page.item(f"{key}: {point.question[say.lang]}")


def _listed(page: Page, rows: list[Row], heading: str, say: Speaker) -> None:
    """Write a list of texts, or of records that hold one."""
    if rows:
        page.heading(heading)
    for row in rows:
        page.item(say.of(row.get("text", row)))


def _intervals(page: Page, row: Row, say: Speaker) -> None:
    page.heading(say("สัญชาติไทยตามช่วงเวลา", "Thai nationality over the life"))
    for part in row["intervals"]:
        words = NATIONALITY_ANSWERS[part["thai"]].in_(say.lang)
        rules = ", ".join(as_ids(part["rule"]))
        span = _span(part, say)
        page.item(f"{span}: {words}" + (f" ({rules})" if rules else ""))


def _span(part: Row, say: Speaker) -> str:
    """Say a half-open span of an answer; what has no end lasts to the day asked."""
    begin, until = day(part["from"], say.lang), day(part["until"], say.lang)
    start = (
        say("ตั้งแต่ ", "from ") + begin
        if begin
        else say("ไม่ทราบวันเริ่ม", "start not known")
    )
    return start + (say(" ถึงก่อน ", " until ") + until if until else "")


def _stay(page: Page, row: Row, say: Speaker) -> None:
    if row["stay"]:
        page.heading(say("การอยู่ในประเทศไทย", "Standing under immigration law"))
    for part in row["stay"]:
        kind = STAY_KINDS.get(str(part["kind"]))
        words = kind.in_(say.lang) if kind else str(part["kind"])
        rules = ", ".join(as_ids(part.get("rule")))
        page.item(f"{_span(part, say)}: {words}" + (f" ({rules})" if rules else ""))

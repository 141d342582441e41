"""Procedures, fees, time limits, offices and forms as text, each by its id."""

from __future__ import annotations

from collections.abc import Iterable

from sathana.cli.coverage import coverage
from sathana.cli.law_records import checked, provision, window
from sathana.cli.naming import citation
from sathana.cli.page import Page
from sathana.cli.practice_words import (
    amount,
    contested,
    length,
    limit_title,
    paper,
    trigger,
    whose,
)
from sathana.cli.report_procedures import ladder
from sathana.cli.terminal import Speaker
from sathana.law.load import pack
from sathana.law.model_practice import (
    Fee,
    FeeValue,
    Form,
    OfficeDoor,
    Procedure,
    TimeLimit,
)

type Record = Procedure | Fee | TimeLimit | OfficeDoor | Form


def show(page: Page, key: str, say: Speaker) -> None:
    """Write the record with this id.

    Raises:
        LookupError: No record of practice has this id.
    """
    law = pack()
    if key in law.procedures:
        _procedure(page, law.procedures[key], say)
    elif key in law.limits:
        _limit(page, law.limits[key], say)
    elif key in law.fees:
        _fee(page, law.fees[key], say)
    elif key in law.doors:
        _door(page, law.doors[key], say)
    elif key in law.forms:
        _form(page, law.forms[key], say)
    else:
        raise LookupError(f"no record of practice '{key}' in {law.version}")


def _title(page: Page, record: Record, say: Speaker, th: str, en: str) -> None:
    page.title(f"{record.id}  {record.title[say.lang]}")
    page.field(say("ประเภท", "Kind"), say(th, en))


def _procedure(page: Page, found: Procedure, say: Speaker) -> None:
    _title(page, found, say, "ขั้นตอน", "procedure")
    served = ", ".join(_served(found, say))
    page.field(say("สำหรับ", "For"), served)
    page.field(say("ยื่นที่", "File with"), found.file_with[say.lang])
    for one in found.deciders:
        when = window(one.opens, one.closes, say, none=say("ทุกเวลา", "always"))
        cites = "; ".join(citation(c, say.lang) for c in one.cites)
        text = f"{one.who[say.lang]} ({when}; {checked(one.checked, say)})"
        page.field(say("ผู้ตัดสิน", "Decided by"), text)
        page.field("", cites)
    if found.warn:
        page.field(say("คำเตือน", "Warning"), found.warn[say.lang])
    _steps(page, found, say)
    _listed(page, say("เอกสาร", "Papers"), _papers(found, say))
    if found.fees:
        page.heading(say("ค่าธรรมเนียม", "Fees"))
    for key in found.fees:
        if key in pack().fees:
            _fee_values(page, pack().fees[key], say)
    limits = [limit_title(key, say) for key in found.limits]
    _listed(page, say("กำหนดเวลาของสำนักงาน", "Time limits of the office"), limits)
    page.gap()
    ladder(page, list(found.remedies), say, depth=0)
    doors = (pack().doors[key] for key in found.doors if key in pack().doors)
    _listed(
        page,
        say("ที่ขอความช่วยเหลือ", "Where help is"),
        [f"{one.id}  {one.title[say.lang]} {one.phone or ''}" for one in doors],
    )
    _cases(page, found.id, say)
    _authority(page, found, say, found.contested)


def _served(found: Procedure, say: Speaker) -> list[str]:
    rules = pack().rules
    return [
        f"{rules[key].title[say.lang]} ({key})" if key in rules else key
        for key in (*found.pathways, *found.rights)
    ]


def _steps(page: Page, found: Procedure, say: Speaker) -> None:
    page.heading(say("ทำอย่างไร", "What to do"))
    for number, step in enumerate(found.steps, start=1):
        limit = f" [{step.limit}]" if step.limit else ""
        text = f"{step.who[say.lang]}: {step.do[say.lang]}{limit}"
        page.item(text, mark=f"{number}.")


def _papers(found: Procedure, say: Speaker) -> list[str]:
    return [
        paper(
            {
                "paper": one.paper,
                "name": one.name,
                "when": one.when,
                "form": _code(one.form),
            },
            say,
        )
        for one in found.papers
    ]


def _code(form: str | None) -> str | None:
    known = pack().forms.get(form or "")
    return known.code if known else None


def _listed(page: Page, heading: str, texts: list[str]) -> None:
    if texts:
        page.heading(heading)
    for text in texts:
        page.item(text)


def _cases(page: Page, key: str, say: Speaker) -> None:
    """Write the cases that expect the procedure, complete ones first."""
    found = coverage()[key]
    names = [*sorted(found.met), *sorted(found.not_met)]
    _listed(page, say("กรณีในคลังที่ใช้", "Cases of the library that use it"), names)


def _authority(
    page: Page,
    record: Procedure | OfficeDoor | Form,
    say: Speaker,
    points: Iterable[str] = (),
) -> None:
    page.heading(say("ที่มา", "Authority"))
    for cite in record.cites:
        provision(page, cite, say)
    if told := contested(list(points), say):
        page.field(say("ยังโต้แย้งกัน", "Contested"), told)
    page.field(say("การตรวจสอบ", "Verified"), checked(record.checked, say))
    if record.note:
        page.field(say("หมายเหตุ", "Note"), record.note[say.lang])


def _limit(page: Page, found: TimeLimit, say: Speaker) -> None:
    _title(page, found, say, "กำหนดเวลา", "time limit")
    page.field(say("ใคร", "Whose"), whose(found.whose, say))
    page.field(say("สำหรับ", "For"), found.what[say.lang])
    page.field(say("เริ่มนับ", "Counted"), trigger(found, say))
    page.field(say("แทน", "Instead of"), ", ".join(found.instead_of))
    if found.warn:
        page.field(say("คำเตือน", "Warning"), found.warn[say.lang])
    cites: dict[str, None] = {}
    for one in found.versions:
        when = window(one.opens, one.closes, say, none=say("ทุกเวลา", "always"))
        page.item(f"{when}: {length(found, one, say)}")
        if not one.in_force:
            page.text(_doubt(say), depth=3)
        if one.amount is not None:
            page.text(_holiday(say, moves=one.moves), depth=3)
        _standing(page, one.cites, checked(one.checked, say), say)
        if one.note:
            page.text(one.note[say.lang], depth=3)
        cites |= dict.fromkeys(one.cites)
    _used(page, found.id, say)
    _provisions(page, cites, say)


def _doubt(say: Speaker) -> str:
    return say("ยังไม่ยืนยันว่าใช้บังคับอยู่", "not verified in force")


def _holiday(say: Speaker, *, moves: bool) -> str:
    if moves:
        return say(
            "วันสุดท้ายตรงกับวันหยุดให้เลื่อนไปวันทำการถัดไป",
            "a last day off moves to the next working day",
        )
    return say("วันสุดท้ายไม่เลื่อนแม้เป็นวันหยุด", "a last day off does not move")


def _standing(page: Page, cites: Iterable[str], mark: str, say: Speaker) -> None:
    page.text("; ".join(citation(cite, say.lang) for cite in cites), depth=3)
    page.text(mark, depth=3)


def _provisions(page: Page, cites: Iterable[str], say: Speaker) -> None:
    page.heading(say("ที่มา", "Authority"))
    for cite in cites:
        provision(page, cite, say)


def _fee(page: Page, found: Fee, say: Speaker) -> None:
    _title(page, found, say, "ค่าธรรมเนียม", "fee")
    _fee_values(page, found, say)
    _used(page, found.id, say)
    _provisions(page, dict.fromkeys(c for v in found.values for c in v.cites), say)


def _fee_values(page: Page, found: Fee, say: Speaker) -> None:
    """Write every amount of a fee; where two may be in force, both stand here."""
    page.item(found.title[say.lang])
    for value in found.values:
        when = window(value.opens, value.closes, say, none=say("ทุกเวลา", "always"))
        page.item(f"{when}: {_amount(value, say)}", depth=2)
        _standing(page, value.cites, checked(value.checked, say), say)
        if value.note:
            page.text(value.note[say.lang], depth=3)


def _amount(value: FeeValue, say: Speaker) -> str:
    row = {
        "baht": value.baht,
        "ceiling": value.ceiling,
        "in_force": "yes" if value.in_force else "unknown",
        "verified": value.checked.verified,
    }
    return amount(row, say)


def _used(page: Page, key: str, say: Speaker) -> None:
    """Write the procedures in which a fee, a time limit, an office or a form occurs."""
    law = pack()
    texts = [
        f"{one.id}  {one.title[say.lang]}"
        for one in law.procedures.values()
        if key in _parts(one)
    ]
    texts += [
        f"{rule.id}  {rule.title[say.lang]}"
        for rule in law.rights.values()
        if rule.right and key in rule.right.fees
    ]
    _listed(page, say("ใช้ใน", "Where it is used"), texts)


def _parts(one: Procedure) -> set[str | None]:
    return {
        *one.fees, *one.limits, *one.remedies, *one.doors,
        *(step.limit for step in one.steps),
        *(needed.form for needed in one.papers),
    }  # fmt: skip


def _door(page: Page, found: OfficeDoor, say: Speaker) -> None:
    _title(page, found, say, "สำนักงานหรือสายด่วน", "office or hotline")
    page.field(say("สำหรับ", "For"), found.what[say.lang])
    none = say("ไม่ทราบ", "not known")
    page.field(say("โทรศัพท์", "Telephone"), found.phone or none)
    page.field(say("ที่อยู่", "Address"), found.address or none)
    _used(page, found.id, say)
    _authority(page, found, say)


def _form(page: Page, found: Form, say: Speaker) -> None:
    _title(page, found, say, "แบบของทางราชการ", "official form")
    page.field(say("รหัสบนแบบ", "Code on paper"), found.code)
    _used(page, found.id, say)
    _authority(page, found, say)

"""The data check of practice: procedures, fees, time limits, offices, forms, rights."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sathana.law.faults import Fault, fault, unknown
from sathana.law.marks import MARKS, Bound, Checked, Text, weakest
from sathana.law.model import Right, RuleInfo
from sathana.law.model_practice import TRIGGERS, UNITS, Practice, Procedure, TimeLimit
from sathana.law.pack import LawPack
from sathana.law.windows import outer
from sathana.vocabulary.codes import ATTEMPT_RESULTS, ORDER_KINDS
from sathana.vocabulary.papers import PAPERS

type Cited = tuple[str, tuple[str, ...], Checked]
"""Id of the record, what it cites, how far it was checked."""


def practice_faults(pack: LawPack) -> Iterator[Fault]:
    """Yield what is wrong with the records of practice and the blocks of rights."""
    for cited in _citing(pack.practice):
        yield from _cites(cited, pack)
    for subject, begin, end in _windows(pack.practice):
        first, last = outer(begin, end)
        if last <= first:
            yield fault(
                "window",
                subject,
                "วันสิ้นผลไม่อยู่หลังวันเริ่ม",
                "ends before it begins: 'until' must be after 'from'",
            )
    for limit in pack.limits.values():
        yield from _limit(limit)
        named = [*limit.instead_of, *([limit.after] if limit.after else [])]
        yield from _known(limit.id, "limit", named, pack.limits)
    for procedure in pack.procedures.values():
        yield from _procedure(procedure, pack)
    for rule in pack.rules.values():
        yield from _right(rule, pack)


def practice_texts(found: Practice) -> Iterator[tuple[str, str, Text]]:
    """Yield every text of the records of practice: id, name of the text, text."""
    for subject, name, text in _texts(found):
        if text is not None:
            yield subject, name, text


def practice_checks(found: Practice) -> Iterator[tuple[str, Checked]]:
    """Yield how far each record of practice was checked."""
    yield from ((subject, checked) for subject, _, checked in _citing(found))


def _texts(found: Practice) -> Iterator[tuple[str, str, Text | None]]:
    for fee in found.fees.values():
        yield fee.id, "title", fee.title
        yield from ((fee.id, "note", value.note) for value in fee.values)
    for limit in found.limits.values():
        yield limit.id, "title", limit.title
        yield limit.id, "for", limit.what
        yield limit.id, "warn", limit.warn
        yield from ((limit.id, "note", text.note) for text in limit.versions)
    for door in found.doors.values():
        yield door.id, "title", door.title
        yield door.id, "what", door.what
        yield door.id, "note", door.note
    for form in found.forms.values():
        yield form.id, "title", form.title
        yield form.id, "note", form.note
    for procedure in found.procedures.values():
        yield from ((procedure.id, name, text) for name, text in _told(procedure))
    for year in found.holidays.values():
        yield from ((str(year.year), "holiday", name) for name in year.days.values())


def _told(procedure: Procedure) -> Iterator[tuple[str, Text | None]]:
    yield "title", procedure.title
    yield "file_with", procedure.file_with
    yield "note", procedure.note
    yield "warn", procedure.warn
    for step in procedure.steps:
        yield "who", step.who
        yield "do", step.do
    for decider in procedure.deciders:
        yield "decider", decider.who
    for paper in procedure.papers:
        yield "paper", paper.name
        yield "when", paper.when


def _citing(found: Practice) -> Iterator[Cited]:
    for fee in found.fees.values():
        yield from ((fee.id, value.cites, value.checked) for value in fee.values)
    for limit in found.limits.values():
        yield from ((limit.id, text.cites, text.checked) for text in limit.versions)
    for door in found.doors.values():
        yield door.id, door.cites, door.checked
    for form in found.forms.values():
        yield form.id, form.cites, form.checked
    for procedure in found.procedures.values():
        yield procedure.id, procedure.cites, procedure.checked
        for decider in procedure.deciders:
            yield procedure.id, decider.cites, decider.checked


def _windows(found: Practice) -> Iterator[tuple[str, Bound, Bound]]:
    for fee in found.fees.values():
        yield from ((fee.id, value.opens, value.closes) for value in fee.values)
    for limit in found.limits.values():
        yield from ((limit.id, text.opens, text.closes) for text in limit.versions)
    for procedure in found.procedures.values():
        yield from ((procedure.id, d.opens, d.closes) for d in procedure.deciders)


def _cites(cited: Cited, pack: LawPack) -> Iterator[Fault]:
    subject, cites, checked = cited
    if not cites:
        yield fault(
            "no-citation",
            subject,
            "ไม่อ้างบทกฎหมายหรือคู่มือใด",
            "cites nothing: name the provision or the guide it rests on",
        )
    yield from _known(subject, "provision", cites, pack.provisions)
    marks = [pack.provisions[c].checked.verified for c in cites if c in pack.provisions]
    known = [mark for mark in marks if mark in MARKS]
    own = checked.verified
    if known and own in MARKS and MARKS.index(own) > MARKS.index(weakest(known)):
        yield fault(
            "mark-too-strong",
            subject,
            f"เครื่องหมาย {own} แรงกว่าบทที่อ้าง ({weakest(known)})",
            f"is marked '{own}' but what it cites is '{weakest(known)}'",
        )


def _known(
    subject: str, kind: str, named: Iterable[str], held: Collection[str]
) -> Iterator[Fault]:
    yield from (unknown(subject, kind, key) for key in named if key not in held)


def _limit(limit: TimeLimit) -> Iterator[Fault]:
    if not limit.versions:
        yield fault("no-version", limit.id, "ไม่มีตัวบทเลย", "has no text at all")
    yield from _known(limit.id, "trigger", [limit.trigger], TRIGGERS)
    yield from _known(limit.id, "side", [limit.whose], ("person", "office"))
    yield from _known(limit.id, "result", limit.results, ATTEMPT_RESULTS)
    yield from _known(limit.id, "order", limit.orders, ORDER_KINDS)
    yield from _known(limit.id, "unit", [v.unit for v in limit.versions], UNITS)
    if (limit.trigger == "birthday") != (limit.birthday is not None):
        yield fault(
            "birthday",
            limit.id,
            "กำหนดที่นับจากวันเกิดครบอายุต้องบอกอายุ (birthday)",
            "a limit has 'birthday' if, and only if, a birthday triggers it",
        )
    empty = [v for v in limit.versions if v.amount is None]
    read = [v for v in empty if v.checked.verified != "unverified"]
    if read and limit.trigger != "any_time":
        yield fault(
            "amount",
            limit.id,
            "ไม่มีจำนวนวัน ทั้งที่อ่านตัวบทแล้ว",
            "has no amount although it was read: write how many units, the trigger "
            "any_time, or the mark unverified",
        )


def _procedure(procedure: Procedure, pack: LawPack) -> Iterator[Fault]:
    own = procedure.id
    yield from _known(own, "pathway", procedure.pathways, pack.pathways)
    yield from _known(own, "right", procedure.rights, pack.rights)
    yield from _known(own, "fee", procedure.fees, pack.fees)
    yield from _known(own, "limit", procedure.limits, pack.limits)
    yield from _known(own, "limit", procedure.remedies, pack.limits)
    yield from _known(own, "door", procedure.doors, pack.doors)
    yield from _known(own, "contested point", procedure.contested, pack.contested)
    limits = [step.limit for step in procedure.steps if step.limit]
    yield from _known(own, "limit", limits, pack.limits)
    papers = [paper.paper for paper in procedure.papers if paper.paper]
    yield from _known(own, "paper", papers, PAPERS)
    forms = [paper.form for paper in procedure.papers if paper.form]
    yield from _known(own, "form", forms, pack.forms)
    nameless = [p for p in procedure.papers if not p.paper and not p.name]
    if nameless or not procedure.steps or not procedure.deciders:
        yield fault(
            "incomplete",
            own,
            "ไม่มีขั้นตอน ผู้พิจารณา หรือชื่อเอกสาร",
            "lacks steps, a decider, or the name of a paper",
        )
    if not procedure.pathways and not procedure.rights:
        yield fault(
            "serves-nothing",
            own,
            "ไม่รับใช้ช่องทางหรือสิทธิใด",
            "serves no pathway and no right",
        )


def _right(rule: RuleInfo, pack: LawPack) -> Iterator[Fault]:
    if (rule.kind == "right") != (rule.right is not None):
        yield fault(
            "no-right",
            rule.id,
            "กฎเรื่องสิทธิต้องมีส่วน right และกฎอื่นต้องไม่มี",
            "a rule has the block 'right' if, and only if, it is of kind right",
        )
    if rule.right is not None:
        yield from _claim(rule.id, rule.right, pack)


def _claim(own: str, right: Right, pack: LawPack) -> Iterator[Fault]:
    named = [paper for paper in right.papers if isinstance(paper, str)]
    yield from _known(own, "paper", named, PAPERS)
    yield from _known(own, "fee", right.fees, pack.fees)
    if right.procedure is not None:
        yield from _known(own, "procedure", [right.procedure], pack.procedures)

"""``sathana law diff``: what an update of the law changes, before anybody signs it."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sathana.cli.assess import loop_text
from sathana.cli.compare import compare
from sathana.cli.data_folder import here
from sathana.cli.days import days_of
from sathana.cli.faults import UnusableError
from sathana.cli.law_files import load
from sathana.cli.page import Page
from sathana.cli.progress import Progress
from sathana.cli.terminal import Lang, Speaker
from sathana.facts.model import CaseFile
from sathana.law import cases, installed
from sathana.law.load import LawPack, pack, using
from sathana.law.update_diff import Difference, difference, may_turn, touched
from sathana.law.update_file import read
from sathana.law.update_model import LawUpdate, UpdateError
from sathana.status import TimeLoopError, assess
from sathana.status.flips import Flip, flips

type Failing = tuple[str, str, str]
"""Person, key and what was expected of an answer that is not met."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What an update does to one case of the library.

    Attributes:
        flips: Answers that turn.
        fails: What the case expects and would no longer be met.
    """

    case: str
    flips: tuple[Flip, ...]
    fails: tuple[Failing, ...]


def run(options: Namespace) -> int:
    """Compare the law with and without an update, signed or not."""
    say = Speaker(options.lang)
    update, _ = load(options.file, options.lang)
    found = _difference(update, options.file, options.lang)
    asked = _cases(update, pack(), found.law)
    turned = turned_by(asked, found.law, say)
    as_json = _json(update, found, turned, len(asked))
    if options.json:
        print(json.dumps(as_json, ensure_ascii=False, default=_plain))
    else:
        print("\n".join(_page(update, found, turned, as_json, say).lines))
    return 0


def _difference(update: LawUpdate, file: str, lang: Lang) -> Difference:
    """Return what the update does to the law that is in use.

    Raises:
        UnusableError: It is installed already, is for another edition, or faulty.
    """
    say = Speaker(lang)
    before = [read(k.text.encode()) for k in installed.read(here()).updates]
    if update.id in {one.id for one in before}:
        message = say(f"ติดตั้งฉบับ {update.id} ไว้แล้ว", f"{update.id} is installed already")
        raise UnusableError((f"{file}: {message}",))
    edition = pack().version.partition("+")[0]
    if update.base != edition:
        message = say(
            f"ฉบับนี้แก้กฎหมายชุด {update.base} แต่โปรแกรมนี้มีชุด {edition}",
            f"this update changes {update.base}, and this program has {edition}",
        )
        raise UnusableError((f"{file}: {message}",))
    try:
        return difference(update, before)
    except UpdateError as error:
        error.name = file
        raise UnusableError(tuple(error.lines(lang))) from error


def _cases(update: LawUpdate, before: LawPack, after: LawPack) -> list[CaseFile]:
    """Return the cases of the library whose answers can turn."""
    every = [cases.case(name) for name in cases.names()]
    return [
        case
        for case in every
        if may_turn(update, before, after, days_of(case, None, None)[0])
    ]


def turned_by(asked: list[CaseFile], after: LawPack, say: Speaker) -> list[Turned]:
    """Return the cases of which an answer turns, or an expectation fails.

    The law in use is the one before; each pack is used once for all cases, because
    whatever is worked out from a pack is forgotten with it.
    """
    label = say("เทียบกรณี", "comparing cases")
    with Progress(2 * len(asked), label) as progress:
        old = [_assessed(case, progress, say) for case in asked]
        with using(after):
            new = [_assessed(case, progress, say) for case in asked]
            late = [_failing(c, row) for c, row in zip(asked, new, strict=True)]
    found = []
    for case, was, now, failing in zip(asked, old, new, late, strict=True):
        known = {key for key, _ in _failing(case, was).items()}
        fresh = tuple((*key, said) for key, said in failing.items() if key not in known)
        changed = tuple(flips(was, now))
        if changed or fresh:
            found.append(Turned(case.case, changed, fresh))
    return found


def _assessed(case: CaseFile, progress: Progress, say: Speaker) -> Mapping[str, Any]:
    as_of, law_at = days_of(case, None, None)
    try:
        return assess(case, as_of=as_of, law_at=law_at)
    except TimeLoopError as loop:
        raise UnusableError((f"{case.case}: {loop_text(loop, say.lang)}",)) from loop
    finally:
        progress.step()


def _failing(case: CaseFile, row: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    return {(d.person, d.key): d.expected for d in compare(case, row)}


# --- shown ----------------------------------------------------------------------------


def _json(
    update: LawUpdate, found: Difference, turned: list[Turned], asked: int
) -> dict[str, Any]:
    return {
        "sathana_law_diff": 1,
        "update": update.id,
        "title": dict(update.title),
        "law": pack().version,
        "law_after": found.law.version,
        "signed_by": [one.name for one in update.signatures],
        "records": [asdict(one) for one in found.sets],
        "touches": touched(update, found.law),
        "cases": {"asked": asked, "of": len(cases.names())},
        "flips": [
            {"case": one.case, **asdict(flip)} for one in turned for flip in one.flips
        ],
        "fails": [
            {"case": one.case, "person": who, "key": key, "expected": expected}
            for one in turned
            for who, key, expected in one.fails
        ],
    }


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _page(
    update: LawUpdate,
    found: Difference,
    turned: list[Turned],
    done: dict[str, Any],
    say: Speaker,
) -> Page:
    page = Page()
    page.title(f"{update.id}: {update.title[say.lang]}")
    page.field(say("จากชุด", "From"), done["law"])
    page.field(say("เป็นชุด", "To"), done["law_after"])
    page.field(say("ที่มา", "Source"), update.source)
    names = ", ".join(done["signed_by"]) or say("ยังไม่มีผู้ลงนาม", "nobody yet")
    page.field(say("ลงนามโดย", "Signed by"), names)
    page.heading(say("รายการที่เปลี่ยน", "Records that change"))
    for one in found.sets:
        number = f" ({say('ตัวบทที่', 'text')} {one.version})" if one.version else ""
        page.item(f"{one.record}{number} {one.field}: {one.why[say.lang]}")
        page.text(f"- {_said(one.old)}", depth=2)
        page.text(f"+ {_said(one.new)}", depth=2)
    page.heading(say("สิ่งที่อาศัยรายการเหล่านี้", "What rests on them"))
    for kind, words in _KINDS.items():
        page.field(say(*words), ", ".join(done["touches"][kind]))
    _turned(page, turned, done["cases"], say)
    return page


_KINDS = {
    "rules": ("กฎ", "Rules"),
    "pathways": ("ช่องทาง", "Pathways"),
    "rights": ("สิทธิ", "Rights"),
    "procedures": ("ขั้นตอน", "Procedures"),
}


def _turned(
    page: Page, turned: list[Turned], counted: dict[str, int], say: Speaker
) -> None:
    page.heading(say("คำตอบที่พลิก", "Answers that flip"))
    for one in turned:
        for flip in one.flips:
            page.item(
                f"{one.case} {flip.person} {flip.key}: {flip.before} -> {flip.after}"
            )
    fails = [(one.case, *fail) for one in turned for fail in one.fails]
    if fails:
        page.heading(say("ที่กรณีคาดไว้และจะไม่ตรง", "Expected by cases, and no longer met"))
    for case, who, key, expected in fails:
        page.item(f"{case} {who} {key}: {say('คาดไว้ว่า', 'expected')} {expected}")
    flipped = sum(len(one.flips) for one in turned)
    page.gap()
    asked, every = counted["asked"], counted["of"]
    page.text(
        say(
            f"พลิก {flipped} คำตอบ ไม่ตรงกับที่คาด {len(fails)} ข้อ ถาม {asked} กรณี "
            f"ที่คำตอบอาจเปลี่ยนได้ จากทั้งหมด {every}",
            f"{flipped} answers flip, {len(fails)} expectations fail; asked were "
            f"the {asked} cases, of {every}, whose answers can change",
        )
    )


def _said(value: object) -> str:
    """Say a value in one line, as YAML would."""
    match value:
        case None:
            return "–"
        case date():
            return value.isoformat()
        case True | False:
            return "yes" if value else "no"
        case dict():
            return "{" + ", ".join(f"{k}: {_said(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(_said(entry) for entry in value) + "]"
        case _:
            return str(value)

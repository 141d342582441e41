"""``sathana papers``: the pack of one person and one pathway, into a folder."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sathana.cli.assess import loop_text
from sathana.cli.days import days_of, today
from sathana.cli.faults import UnusableError, refused
from sathana.cli.files import load, reason
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker
from sathana.documents.glyphs import LacksSignError
from sathana.documents.pack import Named, pack_of
from sathana.documents.paper_docx import docx
from sathana.documents.paper_pdf import pdf
from sathana.facts.model import CaseFile
from sathana.law.load import pack
from sathana.packs import persons
from sathana.packs.making import Asked, NoProcedureError, pack_facts
from sathana.packs.unprintable import refuse_unprintable
from sathana.status import TimeLoopError, assess
from sathana.text import nearest


def run(options: Namespace) -> int:
    """Write the pack; nothing is written where a paper cannot be set."""
    say = Speaker(options.lang)
    case = load(options.file, options.lang)
    asked = _asked(case, options, say)
    made = list(_set(_papers(case, asked, options, say), say))
    folder = _written(options.out, made, say)
    print(
        say(f"เขียน {len(made)} แฟ้มไว้ที่ {folder}", f"wrote {len(made)} files to {folder}")
    )
    for name, _, title in made:
        print(f"  {name}  {title}")
    _tell_about(case, asked, say)
    return 0


def _asked(case: CaseFile, options: Namespace, say: Speaker) -> Asked:
    """Return what is asked for, once it is known to be there."""
    known = [who for who in case.persons if "." not in who]
    if options.person not in known:
        raise refused(
            say,
            f"{options.file}:0: ไม่มีบุคคลรหัส {options.person} รหัสที่มี: {', '.join(known)}",
            f"{options.file}:0: there is no person '{options.person}' "
            f"(it holds: {', '.join(known)})",
        )
    ways = pack().pathways
    if options.pathway not in ways:
        near = nearest(options.pathway, list(ways))
        raise refused(
            say,
            f"ไม่มีช่องทาง {options.pathway}"
            + (f" หมายถึง {near} ใช่หรือไม่" if near else ""),
            f"there is no pathway '{options.pathway}'"
            + (f"; did you mean {near}?" if near else "; 'sathana law list' has all"),
        )
    as_of, law_at = days_of(case, options.as_of, options.law_at)
    return Asked(
        person=options.person,
        pathway=options.pathway,
        as_of=as_of,
        law_at=law_at,
        made_on=today(),
        digits=options.digits,
        tell=frozenset(options.tell or ()),
        filed_by=(options.filed_by or "").strip() or None,
        signed_off_by=(options.signed_off_by or "").strip() or None,
    )


def _papers(
    case: CaseFile, asked: Asked, options: Namespace, say: Speaker
) -> tuple[Named, ...]:
    named = persons.called(case, asked.person)
    try:
        answer: dict[str, Any] = assess(named, as_of=asked.as_of, law_at=asked.law_at)
        facts = pack_facts(case, answer["persons"], asked)
        refuse_unprintable(facts)
    except TimeLoopError as loop:
        text = f"{options.file}:0: {loop_text(loop, say.lang)}"
        raise UnusableError((text,)) from loop
    except LacksSignError as fault:
        raise refused(say, fault.th, fault.en) from fault
    except NoProcedureError as fault:
        raise refused(
            say,
            f"ชุดกฎหมายยังไม่มีขั้นตอนของช่องทาง {asked.pathway} จึงทำเอกสารไม่ได้ "
            f"ดูสิ่งที่มีด้วย sathana law show {asked.pathway}",
            f"the law pack has no procedure for pathway {asked.pathway}, so there are "
            f"no papers; 'sathana law show {asked.pathway}' says what is known",
        ) from fault
    return pack_of(facts, options.part)


def _set(papers: tuple[Named, ...], say: Speaker) -> Iterator[tuple[str, bytes, str]]:
    """Yield each file with its name and what it is."""
    try:
        with Progress(len(papers), say("จัดหน้าเอกสาร", "setting papers")) as bar:
            for one in papers:
                title = say(one.paper.title, one.paper.title_en)
                yield f"{one.name}.pdf", pdf(one.paper), title
                if one.paper.editable:
                    yield f"{one.name}.docx", docx(one.paper), title
                bar.step()
    except LacksSignError as fault:
        raise refused(say, fault.th, fault.en) from fault


def _written(out: str, made: list[tuple[str, bytes, str]], say: Speaker) -> Path:
    """Write the files, readable by their owner only: they are about persons."""
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, data, _ in made:
            place = folder / name
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as opened:
                opened.write(data)
    except OSError as fault:
        th, en = reason(fault)
        raise refused(say, f"{out}: เขียนไม่ได้: {th}", f"{out}: {en}") from fault
    return folder


def _tell_about(case: CaseFile, asked: Asked, say: Speaker) -> None:
    """Say what the papers leave out, and that a draft is a draft."""
    hidden = persons.kept_back(case, persons.kin(case, asked.person), asked.tell)
    if hidden:
        print(
            say(
                "ไม่ได้พิมพ์ลงเอกสาร เพราะอาจเป็นโทษแก่ครอบครัว (ใส่ด้วย --tell ถ้าปรึกษาแล้ว): ",
                "left out, because it may harm the family (--tell adds it, once a "
                "lawyer was asked): ",
            )
            + ", ".join(hidden)
        )
    if not asked.signed_off_by:
        print(
            say(
                "ทุกแผ่นเป็นฉบับร่าง เมื่อตรวจแล้วให้พิมพ์ใหม่ด้วย --signed-off-by ชื่อผู้ตรวจ",
                "every page is a draft; once checked, print again with --signed-off-by",
            )
        )

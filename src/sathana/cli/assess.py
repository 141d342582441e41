"""``sathana assess``: what the law makes of the persons of each file."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from sathana.cli.days import days_of
from sathana.cli.faults import UnusableError
from sathana.cli.files import load
from sathana.cli.progress import Progress
from sathana.cli.terminal import Lang, Speaker, complain
from sathana.facts.model import CaseFile
from sathana.status import TimeLoopError, assess
from sathana.text import nearest

type Answer = dict[str, Any]
"""The answer of the contract, section 3 (JSON has no narrower type)."""


def run(options: Namespace) -> int:
    """Assess each file in turn; a file that cannot be used does not stop the others."""
    failed = False
    label = Speaker(options.lang)("วิเคราะห์แฟ้มกรณี", "assessing case files")
    with Progress(len(options.files), label) as bar:
        for number, file in enumerate(options.files):
            try:
                case = load(file, options.lang)
                answer = answered(case, file, options)
            except UnusableError as fault:
                failed = True
                bar.hide()
                for line in fault.lines:
                    complain(line)
                continue
            bar.hide()
            if number and not options.json:
                print("\n")
            _show(case, answer, options)
            bar.step()
    return 1 if failed else 0


def answered(case: CaseFile, file: str, options: Namespace) -> Answer:
    """Return the assessment of the persons asked about.

    Raises:
        UnusableError: A person is not in the file, or statuses hang on themselves.
    """
    wanted = options.person or ()
    _refuse_strangers(case, file, wanted, options.lang)
    as_of, law_at = days_of(case, options.as_of, options.law_at)
    try:
        answer: Answer = assess(
            case,
            as_of=as_of,
            law_at=law_at,
            facts=options.facts,
            reading=options.reading,
            full=options.full,
        )
    except TimeLoopError as loop:
        raise UnusableError((time_loop(file, loop, options.lang),)) from loop
    if wanted:
        persons = answer["persons"]
        answer["persons"] = {who: persons[who] for who in dict.fromkeys(wanted)}
    return answer


def time_loop(file: str, loop: TimeLoopError, lang: Lang) -> str:
    """Return the line that says which statuses hang on themselves."""
    return f"{file}:0: {loop_text(loop, lang)}"


def loop_text(loop: TimeLoopError, lang: Lang) -> str:
    """Return what is wrong with statuses that hang on themselves."""
    path = " → ".join(loop.persons)
    if lang == "en":
        return str(loop)
    return (
        f"สถานะของ {path} ขึ้นอยู่กับตัวเอง เพราะลำดับวันเกิดหรือวันสมรสที่บอกไว้เป็นไปไม่ได้ "
        "ให้ตรวจวันที่เหล่านี้"
    )


def _refuse_strangers(
    case: CaseFile, file: str, wanted: Iterable[str], lang: Lang
) -> None:
    say, known = Speaker(lang), [who for who in case.persons if "." not in who]
    lines = []
    for who in wanted:
        if who not in known:
            near = nearest(who, known)
            hint = (
                say(f" หมายถึง {near} ใช่หรือไม่", f"; did you mean {near}?")
                if near
                else ""
            )
            lines.append(
                f"{file}:0: "
                + say(
                    f"ไม่มีบุคคลรหัส {who} ในแฟ้มนี้{hint} รหัสที่มี: {', '.join(known)}",
                    f"there is no person '{who}' in this file{hint} "
                    f"(it holds: {', '.join(known)})",
                )
            )
    if lines:
        raise UnusableError(tuple(lines))


def _show(case: CaseFile, answer: Answer, options: Namespace) -> None:
    if options.json:
        print(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
        return
    # Reports need words that machines do not; JSON starts faster without them.
    from sathana.cli.report import report

    print("\n".join(report(case, answer, Speaker(options.lang), full=options.full)))

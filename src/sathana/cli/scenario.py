"""``sathana scenario``: what another law would do to a whole people."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sathana.cli.faults import UnusableError, refused
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker, complain

if TYPE_CHECKING:
    from sathana.population.scenario import Scenario
    from sathana.population.scenario.persons import Persons

_BLOCK = 65_536
MOST_IN_MEMORY = 1_000_000
"""People made in memory; for more, a file is made first."""


def run(options: Namespace) -> int:
    """List the scenarios, or run one.

    Raises:
        UnusableError: The scenario or the people cannot be used, or a file cannot be
            written.
    """
    from sathana.population.faults import PopulationError

    say = Speaker(options.lang)
    try:
        if options.what == "list":
            return _list(say)
        return _run(options, say)
    except PopulationError as fault:
        raise UnusableError((say(fault.th, fault.en),)) from fault


def _list(say: Speaker) -> int:
    from sathana.population.scenario import load, shipped

    for name in shipped():
        scenario = load(name)
        print(f"{name}\n    {scenario.title.in_(say.lang)}")
        for parameter in scenario.parameters:
            value = scenario.values[parameter.name]
            shown = ",".join(value) if isinstance(value, tuple) else value
            print(
                f"    --set {parameter.name}={shown}  {parameter.title.in_(say.lang)}"
            )
    return 0


def _run(options: Namespace, say: Speaker) -> int:
    from sathana.population.scenario import load
    from sathana.population.scenario.running import run as work_out

    scenario = load(options.scenario, _values(options.set, say), overlays=True)
    for name in (options.csv, options.pdf):
        _can_be_written(name, say)
    people = _persons(options, scenario, say)
    label = say("คำนวณ", "working out")
    facts = say("ลองทีละข้อเท็จจริง", "trying facts")
    with Progress(people.rows, label) as bar, Progress(1, facts) as second:

        def tried(done: int, total: int) -> None:
            second.total = total
            second.reach(done)

        result = work_out(
            scenario,
            people,
            step=lambda rows: bar.reach(bar.done + rows),
            everything=options.all,
            tried=tried,
        )
    _written(options, result, say)
    return 0


def _values(pairs: list[str], say: Speaker) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise refused(
                say,
                f"--set {pair}: ต้องเขียนเป็น ชื่อ=ค่า",
                f"--set {pair}: write NAME=VALUE",
            )
        found[name] = value
    return found


def _persons(options: Namespace, scenario: Scenario, say: Speaker) -> Persons:
    """Return the people: those named here, else those the scenario names."""
    from sathana.population.parquet import people
    from sathana.population.scenario.model import Synthetic

    if options.people and options.persons:
        raise refused(
            say,
            "--people กับ --persons ใช้พร้อมกันไม่ได้: เลือกแฟ้มที่มี หรือให้สร้างผู้คนใหม่",
            "--people and --persons do not go together: take a file that is there, or "
            "have people made.",
        )
    named = Path(options.people) if options.people else scenario.population
    if isinstance(named, Path) and not options.persons:
        return people(named, block=_BLOCK)
    made = named if isinstance(named, Synthetic) else Synthetic(100_000, 1, "north")
    return _made(made, options.persons or made.persons, say)


def _made(made: Any, persons: int, say: Speaker) -> Persons:
    from sathana.population.scenario.persons import made as make

    if not 1_000 <= persons <= MOST_IN_MEMORY:
        raise refused(
            say,
            f"--persons ต้องเป็น 1,000 ถึง {MOST_IN_MEMORY:,} ถ้ามากกว่านั้น "
            "ให้สร้างไฟล์ด้วย sathana people synth แล้วใช้ --people",
            f"--persons must be 1,000 to {MOST_IN_MEMORY:,}; for more, make a file "
            "with 'sathana people synth' and name it with --people.",
        )
    with Progress(persons, say("สร้างผู้คนสมมติ", "making synthetic people")) as bar:

        def step(rows: int) -> None:
            bar.reach(bar.done + rows)

        return make(made.area, made.seed, persons, step=step)


# -- what is written -----------------------------------------------------------------


def _written(options: Namespace, result: Mapping[str, Any], say: Speaker) -> None:
    if options.csv:
        from sathana.population.scenario.csvfile import csv_text

        # Spreadsheets read UTF-8 only where the file begins with this mark.
        _save(options.csv, csv_text(dict(result)).encode("utf-8-sig"), say)
    if options.pdf:
        _save(options.pdf, _pdf(result, say), say)
    if options.json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        from sathana.cli.scenario_report import report

        print("\n".join(report(result, say)))


def _pdf(result: Mapping[str, Any], say: Speaker) -> bytes:
    from sathana.documents.brief import brief
    from sathana.documents.typesetting import CannotBeSetError, DoesNotFitError
    from sathana.population.scenario.briefs import brief_values

    try:
        return brief(brief_values(dict(result), say.lang), say.lang)
    except DoesNotFitError:
        raise refused(
            say,
            "บทสรุปยาวเกินหนึ่งหน้า โปรดย่อชื่อ หมายเหตุ หรือข้อจำกัด หรือลดจำนวนทางเลือก",
            "The brief is longer than a page. Shorten titles and limits, or compare "
            "fewer alternatives.",
        ) from None
    except CannotBeSetError as fault:
        raise refused(
            say,
            f"ทำบทสรุปเป็น PDF ไม่ได้: {fault} มักเป็นเพราะข้อความในแฟ้มสถานการณ์มีอักขระ"
            "ที่แบบอักษรไม่มี โปรดเปลี่ยนอักขระนั้น",
            f"The brief cannot be set: {fault}. Mostly a text of the scenario holds a "
            "sign that the font does not have: use another one.",
        ) from None


def _can_be_written(name: str | None, say: Speaker) -> None:
    """Find out before the work whether a file can be written after it."""
    if name and not Path(name).resolve().parent.is_dir():
        raise refused(
            say,
            f"{name}: ไม่มีโฟลเดอร์นี้ โปรดสร้างก่อน",
            f"{name}: there is no such folder; make it first",
        )


def _save(name: str, data: bytes, say: Speaker) -> None:
    """Write a file whole or not at all."""
    path = Path(name)
    half = path.with_name(f".{path.name}.half")
    try:
        half.write_bytes(data)
        os.replace(half, path)
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise refused(
            say, f"{name}: เขียนไฟล์ไม่ได้ ({why})", f"{name}: cannot be written ({why})"
        ) from fault
    finally:
        half.unlink(missing_ok=True)
    complain(say(f"เขียน {name} แล้ว", f"wrote {name}"))

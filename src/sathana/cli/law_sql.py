"""``sathana law sql``: the law as SQL, for data that may not leave its house."""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sathana.cli.arguments import Parser
from sathana.cli.days import today
from sathana.cli.faults import UnusableError, refused
from sathana.cli.files import reason
from sathana.cli.parsing import Commands, command, day_option, language_option
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker

if TYPE_CHECKING:
    from sathana.population.rulebook import Rulebook

_MOST_SLOTS = 9
_MOST_GENERATIONS = 99
_TABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*){0,2}")


def add(commands: Commands, say: Speaker) -> None:
    """Add the command below ``sathana law``."""
    made = command(
        commands,
        say,
        "sql",
        "พิมพ์กฎหมายเป็น SQL เพื่อรันในฐานข้อมูลของหน่วยงานเอง",
        "print the law as SQL, to be run where the data is",
    )
    made.add_argument(
        "--dialect",
        required=True,
        choices=("duckdb", "postgres", "spark", "clickhouse"),
        help=say(
            "ฐานข้อมูล (spark และ clickhouse ยังไม่เคยทดลองรัน)",
            "the database (spark and clickhouse were never executed)",
        ),
    )
    made.add_argument(
        "--reading",
        choices=("court", "administration", "both"),
        default="both",
        help=say("แนวตีความ (ปกติทั้งสอง)", "the reading (both if left out)"),
    )
    day_option(
        made,
        "--as-of",
        "วันที่ถามถึง (ปกติวันนี้)",
        "the day asked about (today if left out)",
    )
    day_option(made, "--law-at", "อ่านกฎหมายของวันนี้", "the day whose law is read")
    _texts(made, say)
    _shape(made, say)
    language_option(made, say)


def _shape(made: Parser, say: Speaker) -> None:
    """Add what says how the table of people looks."""
    made.add_argument(
        "--slots",
        default="",
        metavar="stay=2,order=1",
        help=say(
            "จำนวนช่องของแต่ละเรื่องในตาราง ที่ไม่ระบุเป็นอย่างแฟ้มที่ people synth เขียน",
            "slots of each thing that the table has; others as people synth writes",
        ),
    )
    made.add_argument(
        "--people",
        metavar="FILE",
        help=say("ใช้จำนวนช่องของแฟ้มนี้", "take the slots of this file of people"),
    )
    made.add_argument(
        "--table", default="people", help=say("ชื่อตาราง", "name of the table")
    )


def _texts(made: Parser, say: Speaker) -> None:
    made.add_argument(
        "--what",
        dest="asked",
        default="thai",
        metavar="thai|all|RULE,RULE",
        help=say(
            "ถามอะไร: thai คือมีสัญชาติไทยหรือไม่ (ปกติ) all คือทุกข้อ หรือรหัสกฎคั่นด้วยจุลภาค",
            "what is asked: thai, whether one holds Thai nationality (if left out); "
            "all; or ids of rules with commas between",
        ),
    )
    made.add_argument(
        "--generations",
        type=int,
        default=16,
        metavar="N",
        help=say("จำนวนรุ่นที่คำนวณ (ปกติ 16)", "how many generations (16 if left out)"),
    )
    made.add_argument(
        "--out",
        metavar="FILE",
        help=say("แฟ้มที่จะเขียน (ปกติพิมพ์ออกจอ)", "file to write (printed if left out)"),
    )


def run(options: Namespace) -> int:
    """Print the script, or write it.

    Raises:
        UnusableError: An option names what there is not, or the file cannot be written.
    """
    say = Speaker(options.lang)
    text = _script(options, say)
    if options.out:
        _write(Path(options.out), text, say)
        print(say(f"เขียน {options.out} แล้ว", f"wrote {options.out}"))
    else:
        sys.stdout.write(text)
    return 0


def _script(options: Namespace, say: Speaker) -> str:
    from sathana.population.faults import PopulationError
    from sathana.population.sql.notes import noted
    from sathana.population.sql.script import script

    generations = _generations(options.generations, say)
    table = _table(options.table, say)
    slots = _slots(options, say)
    books = _books(options)
    asked = _asked(options.asked, books, say)
    with Progress(1, say("พิมพ์ SQL", "printing SQL")) as bar:

        def step(done: int, total: int) -> None:
            bar.total = total
            bar.step()

        program, notes = noted(books, asked, slots, options.lang)
        try:
            return script(
                program,
                options.dialect,
                generations=generations,
                table=table,
                lang=options.lang,
                notes=notes,
                step=step,
            )
        except PopulationError as fault:
            raise refused(say, fault.th, fault.en) from fault


def _books(options: Namespace) -> list[Rulebook]:
    from sathana.law.rules import READINGS
    from sathana.population.rulebook import Rulebook

    as_of = today() if options.as_of is None else options.as_of
    law_at = as_of if options.law_at is None else options.law_at
    names = [name for name in READINGS if options.reading in (name, "both")]
    return [Rulebook(name, as_of, law_at, READINGS[name]) for name in names]


def _asked(text: str, books: Sequence[Rulebook], say: Speaker) -> list[str]:
    """Return what is asked, in the words of the compiler.

    Raises:
        UnusableError: There is no such rule, or none that is asked of a person.
    """
    from sathana.population.program import answerable

    known = answerable(books)
    if text == "all":
        return list(known)
    found = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        name = word if word == "thai" else f"rule:{word}"
        if name not in known:
            raise _unknown(word, say)
        found.append(name)
    if not found:
        raise refused(
            say,
            "--what ว่าง ให้ระบุ thai, all หรือรหัสกฎ (ดู sathana law list)",
            "--what is empty; give thai, all or ids of rules (see 'sathana law list')",
        )
    return list(dict.fromkeys(found))


def _unknown(word: str, say: Speaker) -> UnusableError:
    from sathana.law.load import pack

    if word in pack().rules:
        return refused(
            say,
            f"--what: กฎ {word} ถามกับบุคคลไม่ได้ในกฎหมายของวันนั้น "
            "(ไม่มีตัวบทที่อ่านในวันนั้น หรือใช้กับคำสั่งหรือการสมรส) "
            "ให้ถาม thai ซึ่งรวมกฎนี้แล้ว หรือเปลี่ยน --law-at",
            f"--what: rule {word} cannot be asked of a person in the law of that day "
            "(no text of it is read then, or it is asked of an order or a marriage). "
            "Ask for thai, which includes it, or change --law-at.",
        )
    return refused(
        say,
        f"--what: ไม่มีกฎ {word} ดูรหัสกฎด้วย sathana law list",
        f"--what: there is no rule {word}; 'sathana law list' gives the ids.",
    )


def _slots(options: Namespace, say: Speaker) -> dict[str, int]:
    """Return how many slots of each thing are read.

    Raises:
        UnusableError: A part is no ``thing=number``, or the file cannot be read.
    """
    from sathana.population.people.synth import COLUMNS
    from sathana.population.schema import slots

    if options.people:
        found = _slots_of(Path(options.people), say)
    else:
        found = slots(column.name for column in COLUMNS)
    for part in filter(None, (part.strip() for part in options.slots.split(","))):
        thing, _, number = part.partition("=")
        if thing not in found or not number.isdecimal() or int(number) > _MOST_SLOTS:
            things = ", ".join(found)
            raise refused(
                say,
                f"--slots: ไม่เข้าใจ “{part}” ให้เขียนเรื่อง=จำนวน (0 ถึง {_MOST_SLOTS}) "
                f"เรื่องมี {things}",
                f"--slots: '{part}' is not understood; write thing=number (0 to "
                f"{_MOST_SLOTS}), where thing is one of {things}.",
            )
        found[thing] = int(number)
    return found


def _slots_of(path: Path, say: Speaker) -> dict[str, int]:
    from sathana.population.faults import PopulationError
    from sathana.population.parquet import people

    try:
        return people(path).slots
    except PopulationError as fault:
        raise refused(say, fault.th, fault.en) from fault


def _generations(number: int, say: Speaker) -> int:
    if not 1 <= number <= _MOST_GENERATIONS:
        raise refused(
            say,
            f"--generations: {number} ไม่ได้ ให้เป็น 1 ถึง {_MOST_GENERATIONS} "
            "ครอบครัวที่ลึกกว่านั้นจะถูกปฏิเสธ ไม่ถูกข้าม",
            f"--generations: not {number}, but 1 to {_MOST_GENERATIONS}. Families that "
            "are deeper are refused, never left out.",
        )
    return number


def _table(name: str, say: Speaker) -> str:
    if not _TABLE.fullmatch(name):
        raise refused(
            say,
            f"--table: “{name}” ใช้ไม่ได้ ใช้อักษรอังกฤษ ตัวเลข และ _ "
            "คั่นด้วยจุดได้ เช่น registry.people",
            f"--table: '{name}' is no plain name; use letters, digits and _, with dots "
            "between, as in registry.people.",
        )
    return name


def _write(path: Path, text: str, say: Speaker) -> None:
    """Write a file whole or not at all.

    Raises:
        UnusableError: It cannot be written.
    """
    half = path.with_name(f".{path.name}.half")
    try:
        half.write_text(text, "utf-8")
        os.replace(half, path)
    except OSError as error:
        th, en = reason(error)
        raise refused(say, f"{path}: {th}", f"{path}: {en}") from error
    finally:
        half.unlink(missing_ok=True)

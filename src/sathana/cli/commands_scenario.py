"""The words of the command line about scenarios."""

from __future__ import annotations

from sathana.cli.arguments import Parser
from sathana.cli.parsing import (
    Commands,
    command,
    json_option,
    language_option,
    subcommands,
)
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana scenario`` and all that stands below it."""
    group = command(
        commands,
        say,
        "scenario",
        "กฎหมายอื่นจะมีผลต่อคนทั้งกลุ่มอย่างไร",
        "what another law would do to a whole people",
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    for one in (_list, _run):
        one(below, say)


def _list(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "list",
        "รายชื่อสถานการณ์สมมติที่มากับโปรแกรม",
        "list the scenarios that ship",
    )
    language_option(made, say)


def _run(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "run",
        "คำนวณสถานการณ์สมมติกับผู้คนทั้งตาราง",
        "work a scenario out over a whole people",
    )
    made.add_argument(
        "scenario",
        metavar="FILE",
        help=say(
            "แฟ้มสถานการณ์ (YAML) หรือชื่อที่มากับโปรแกรม",
            "scenario file (YAML), or the name of one that ships",
        ),
    )
    _people(made, say)
    made.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=say("ค่าของพารามิเตอร์ (ระบุซ้ำได้)", "value of a parameter (may be repeated)"),
    )
    json_option(made)
    for name, th, en in (
        ("--csv", "เขียนตัวเลขทั้งหมดเป็น CSV", "write all figures as CSV"),
        ("--pdf", "เขียนบทสรุปหนึ่งหน้าเป็น PDF", "write a one-page brief as PDF"),
    ):
        made.add_argument(name, metavar="FILE", help=say(th, en))
    language_option(made, say)


def _people(made: Parser, say: Speaker) -> None:
    made.add_argument(
        "--people",
        metavar="FILE.parquet",
        help=say(
            "ตารางผู้คน แทนที่สถานการณ์ระบุ", "table of people, instead of the scenario's own"
        ),
    )
    made.add_argument(
        "--persons",
        type=int,
        metavar="N",
        help=say("สร้างผู้คนสมมติกี่แถว", "how many synthetic people to make"),
    )
    made.add_argument(
        "--all",
        action="store_true",
        help=say(
            "หาข้อเท็จจริงที่ทำให้ได้คำตอบจากทุกคน ไม่ใช่จากตัวอย่าง",
            "try the facts that would settle most on everybody, not on a sample",
        ),
    )

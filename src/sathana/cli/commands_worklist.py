"""The words of the command line about the list of work."""

from __future__ import annotations

from sathana.cli.parsing import (
    Commands,
    command,
    json_option,
    language_option,
    subcommands,
)
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana worklist`` and all that stands below it."""
    group = command(
        commands, say, "worklist", "รายการงานของทีม", "the list of work of the teams"
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    made = command(
        below,
        say,
        "refresh",
        "คำนวณรายการงานใหม่ เฉพาะที่ข้อมูลหรือกฎหมายเปลี่ยน",
        "make the list of work anew where facts or law have changed",
    )
    made.add_argument(
        "--all",
        action="store_true",
        help=say(
            "ทุกครอบครัว (ทำสัปดาห์ละครั้ง เพราะอายุและช่วงเวลายื่นเปลี่ยนตามวัน)",
            "every family (once a week: ages and windows move with the days)",
        ),
    )
    language_option(made, say)


def add_bench(below: Commands, say: Speaker) -> None:
    """Add ``sathana bench worklist``."""
    made = command(
        below,
        say,
        "worklist",
        "เวลาที่รายการงานใช้เมื่อมีกรณีจำนวนมาก",
        "time the list of work with many cases",
    )
    for name, usual, th, en in (
        ("cases", 20_000, "กี่กรณี", "how many cases"),
        ("rounds", 40, "กี่รอบ", "how many rounds"),
    ):
        made.add_argument(
            f"--{name}", type=int, default=usual, metavar="N", help=say(th, en)
        )
    json_option(made)
    language_option(made, say)

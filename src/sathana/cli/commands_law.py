"""The words of the command line about looking at the law."""

from __future__ import annotations

from sathana.cli import commands_law_changes as changing
from sathana.cli import law_sql
from sathana.cli.arguments import Parser
from sathana.cli.parsing import (
    Commands,
    command,
    day_option,
    language_option,
    reading_option,
    subcommands,
)
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana law`` and all that stands below it."""
    group = command(
        commands, say, "law", "ดูกฎหมายที่โปรแกรมใช้", "look at the law that is used"
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    for one in (_list, _show, _checks):
        one(below, say)
    changing.add(below, say)
    law_sql.add(below, say)

    _holidays(below, say)


def _list(below: Commands, say: Speaker) -> None:
    made = command(below, say, "list", "รายการกฎ", "list the rules")
    day_option(made, "--as-of", "เฉพาะกฎที่อ่านในวันนี้", "only rules read on this day")
    made.add_argument(
        "--kind",
        choices=(
            "gain",
            "loss",
            "bar",
            "stay",
            "definition",
            "pathway",
            "right",
            "procedure",
        ),
        help=say("เฉพาะกฎประเภทนี้", "only rules of this kind"),
    )
    made.add_argument(
        "--coverage",
        action="store_true",
        help=say(
            "กฎ สิทธิ และขั้นตอนใดมีกรณีรองรับแล้ว",
            "which rules, rights and procedures have cases",
        ),
    )
    language_option(made, say)


def _show(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "show",
        "แสดงกฎ ขั้นตอน กำหนดเวลา ค่าธรรมเนียม หรือแบบหนึ่งรายการ",
        "show one rule, procedure, time limit, fee, form or provision",
    )
    made.add_argument("id", metavar="ID")
    _lang_or_both(made, say)
    reading_option(made)


def _checks(below: Commands, say: Speaker) -> None:
    made = command(
        below, say, "due", "สิ่งที่ต้องตรวจซ้ำ และเมื่อไร", "what must be rechecked, and when"
    )
    day_option(made, "--on", "นับถึงวันนี้", "the day asked about")
    language_option(made, say)
    made = command(below, say, "check", "ตรวจข้อมูลกฎหมาย", "check the law data")
    language_option(made, say)
    made = command(below, say, "compile", "แปลงข้อมูลกฎหมาย", "compile the law data")
    made.add_argument(
        "--check",
        action="store_true",
        help=say("ตรวจเท่านั้น ไม่เขียน", "only check; write nothing"),
    )
    language_option(made, say)


def _holidays(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "holidays",
        "เขียนแฟ้มวันหยุดราชการ (สำหรับผู้ดูแลโปรแกรม)",
        "write the file of days off (for maintainers)",
    )
    for name, year in (("--first", 1992), ("--last", 2028)):
        made.add_argument(
            name,
            type=int,
            default=year,
            metavar="YEAR",
            help=say(f"ปี ค.ศ. (ปกติ {year})", f"common-era year ({year} if left out)"),
        )
    day_option(made, "--made-on", "วันที่ทำแฟ้ม", "the day on which it is made")
    language_option(made, say)


def _lang_or_both(made: Parser, say: Speaker) -> None:
    made.add_argument(
        "--lang",
        choices=("th", "en"),
        default="en" if say.lang == "en" else None,
        help=say("ภาษาเดียว (ปกติทั้งสองภาษา)", "one language (both if left out)"),
    )

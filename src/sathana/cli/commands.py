"""The words of the command line: which commands there are, and which options."""

from __future__ import annotations

from sathana import __version__
from sathana.cli import (
    commands_audit,
    commands_bench,
    commands_demo,
    commands_digest,
    commands_keep,
    commands_keys,
    commands_law,
    commands_learn,
    commands_papers,
    commands_people,
    commands_scenario,
    commands_search,
    commands_site,
    commands_worklist,
)
from sathana.cli.arguments import Parser
from sathana.cli.parsing import (
    Commands,
    command,
    day_option,
    json_option,
    language_option,
    parser_class,
    reading_option,
    subcommands,
)
from sathana.cli.terminal import Lang, Speaker

_ABOUT = (
    "สถานะ: กฎหมายสัญชาติไทยว่าอย่างไรกับคนคนหนึ่ง เพราะอะไร และยังขาดอะไร",
    "What Thai nationality law makes of a person, why, and what is missing.",
)


def parser(lang: Lang) -> Parser:
    """Return the parser of all commands, in one language."""
    say = Speaker(lang)
    top = parser_class(lang)(
        prog="sathana", description=say(*_ABOUT), allow_abbrev=False
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"sathana {__version__}",
        help=say("แสดงรุ่นของโปรแกรม", "show the version and exit"),
    )
    language_option(top, say)
    commands = subcommands(top, "command", say)
    for add in (
        _assess,
        _check,
        commands_law.add,
        _id13,
        commands_bench.add,
        commands_people.add,
        commands_scenario.add,
        commands_audit.add,
        _case,
        commands_papers.add,
        commands_keys.add,
        commands_demo.add,
        commands_keep.add,
        commands_digest.add,
        commands_learn.add,
        commands_site.add,
        commands_worklist.add,
        commands_search.add,
        _rest,
    ):
        add(commands, say)
    return top


def _assess(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "assess",
        "วิเคราะห์สถานะของบุคคลในแฟ้มกรณี",
        "say what the law makes of the persons of a case file",
    )
    made.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help=say(
            "แฟ้มกรณี (YAML) หรือ - คือข้อมูลเข้ามาตรฐาน",
            "case file (YAML), or - for standard input",
        ),
    )
    made.add_argument(
        "--person",
        action="append",
        metavar="ID",
        help=say("เฉพาะบุคคลนี้ (ระบุซ้ำได้)", "only this person (may be repeated)"),
    )
    day_option(made, "--as-of", "วันที่ถามถึง", "the day asked about")
    day_option(made, "--law-at", "อ่านกฎหมายของวันนี้", "the day whose law is read")
    made.add_argument(
        "--facts",
        choices=("claimed", "documented"),
        default="claimed",
        help=say(
            "ใช้ทุกข้อเท็จจริง หรือเฉพาะที่มีเอกสาร", "all facts told, or those shown by a paper"
        ),
    )
    reading_option(made)
    made.add_argument(
        "--full",
        action="store_true",
        help=say("แสดงเหตุผลทั้งหมด", "give the whole proof"),
    )
    json_option(made)
    language_option(made, say)


def _check(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "check",
        "เทียบผลวิเคราะห์กับคำตอบที่แฟ้มกรณีคาดไว้",
        "compare assessments with what the case files expect",
    )
    made.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help=say(
            "แฟ้มกรณี ไม่ระบุคือคลังกรณีที่มากับโปรแกรม",
            "case files; without any, the library that ships",
        ),
    )
    json_option(made)
    language_option(made, say)


def _case(commands: Commands, say: Speaker) -> None:
    group = command(commands, say, "case", "แฟ้มกรณี", "case files")
    language_option(group, say)
    below = subcommands(group, "what", say)
    made = command(
        below,
        say,
        "new",
        "ถามตอบทีละข้อแล้วเขียนแฟ้มกรณี",
        "answer questions, and a case file is written",
    )
    made.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help=say(
            "แฟ้มที่จะเขียน หรือ - คือข้อมูลออกมาตรฐาน",
            "file to write, or - for standard output",
        ),
    )
    language_option(made, say)


def _id13(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "id13",
        "เลข 13 หลักบอกอะไร และพิสูจน์อะไรไม่ได้",
        "say what a thirteen-digit number shows, and what it does not prove",
    )
    made.add_argument(
        "number",
        nargs="+",
        metavar="NUMBER",
        help=say(
            "เลข 13 หลัก มีขีดหรือเว้นวรรคก็ได้ หลักที่ไม่ทราบให้เขียน x หรือ - คือข้อมูลเข้ามาตรฐาน",
            "the number, with dashes or spaces or without, x for each digit that is "
            "not known; or - for standard input",
        ),
    )
    json_option(made)
    language_option(made, say)


def _rest(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "glossary",
        "เขียน GLOSSARY.md จากคลังคำ",
        "write GLOSSARY.md from the vocabulary",
    )
    made.add_argument(
        "--check", action="store_true", help=say("เทียบเท่านั้น", "only compare")
    )
    language_option(made, say)
    made = command(commands, say, "start", "เปิดเว็บ", "serve the site")
    made.add_argument("--host", default="127.0.0.1", help=say("ที่อยู่", "address"))
    made.add_argument("--port", type=int, default=8000, help=say("พอร์ต", "port"))
    language_option(made, say)

"""The words of the command line: which commands there are, and which options."""

from __future__ import annotations

import argparse

from sathana import __version__
from sathana.calendars.dates import DateError
from sathana.cli import commands_law
from sathana.cli.arguments import EnglishParser, Parser
from sathana.cli.days import day_of_option
from sathana.cli.terminal import Lang, Speaker

type Commands = argparse._SubParsersAction[Parser]

_ABOUT = (
    "สถานะ: กฎหมายสัญชาติไทยว่าอย่างไรกับคนคนหนึ่ง เพราะอะไร และยังขาดอะไร",
    "What Thai nationality law makes of a person, why, and what is missing.",
)


def parser(lang: Lang) -> Parser:
    """Return the parser of all commands, in one language."""
    say = Speaker(lang)
    top = _kind(lang)(prog="sathana", description=say(*_ABOUT), allow_abbrev=False)
    top.add_argument(
        "--version",
        action="version",
        version=f"sathana {__version__}",
        help=say("แสดงรุ่นของโปรแกรม", "show the version and exit"),
    )
    _lang(top, say)
    commands = _below(top, "command", say)
    for add in (_assess, _check, _law, _id13, _bench, _case, _rest):
        add(commands, say)
    return top


def _kind(lang: Lang) -> type[Parser]:
    return EnglishParser if lang == "en" else Parser


def _below(made: Parser, dest: str, say: Speaker) -> Commands:
    """Return where the commands below a command are added."""
    return made.add_subparsers(
        dest=dest,
        required=True,
        metavar=say("คำสั่ง", "COMMAND"),
        parser_class=_kind(say.lang),
    )


def _command(commands: Commands, say: Speaker, name: str, th: str, en: str) -> Parser:
    """Add a command with what it is for."""
    text = say(th, en)
    return commands.add_parser(name, help=text, description=text, allow_abbrev=False)


def _lang(made: argparse.ArgumentParser, say: Speaker) -> None:
    made.add_argument(
        "--lang",
        choices=("th", "en"),
        default=say.lang,
        help=say("ภาษา (ปกติเป็นไทย)", "language (Thai if left out)"),
    )


def _day(text: str, lang: Lang) -> int:
    try:
        return day_of_option(text)
    except DateError as fault:
        message = fault.th if lang == "th" else fault.en
        raise argparse.ArgumentTypeError(message) from fault


def _dated(made: Parser, name: str, th: str, en: str) -> None:
    say = Speaker(made.lang)
    made.add_argument(
        name,
        type=lambda text: _day(text, made.lang),
        metavar="YYYY-MM-DD",
        help=say(th, en),
    )


def _json(made: Parser) -> None:
    say = Speaker(made.lang)
    made.add_argument(
        "--json",
        action="store_true",
        help=say("ออกเป็น JSON หนึ่งบรรทัดต่อหนึ่งเอกสาร", "write JSON, one document a line"),
    )


def _reading(made: Parser) -> None:
    say = Speaker(made.lang)
    made.add_argument(
        "--reading",
        choices=("court", "administration"),
        default="court",
        help=say("แนวตีความที่แสดงกฎและเหตุผล", "whose rule and proof are shown"),
    )


def _assess(commands: Commands, say: Speaker) -> None:
    made = _command(
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
    _dated(made, "--as-of", "วันที่ถามถึง", "the day asked about")
    _dated(made, "--law-at", "อ่านกฎหมายของวันนี้", "the day whose law is read")
    made.add_argument(
        "--facts",
        choices=("claimed", "documented"),
        default="claimed",
        help=say(
            "ใช้ทุกข้อเท็จจริง หรือเฉพาะที่มีเอกสาร", "all facts told, or those shown by a paper"
        ),
    )
    _reading(made)
    made.add_argument(
        "--full",
        action="store_true",
        help=say("แสดงเหตุผลทั้งหมด", "give the whole proof"),
    )
    _json(made)
    _lang(made, say)


def _check(commands: Commands, say: Speaker) -> None:
    made = _command(
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
    _json(made)
    _lang(made, say)


def _law(commands: Commands, say: Speaker) -> None:
    group = _command(
        commands, say, "law", "ดูกฎหมายที่โปรแกรมใช้", "look at the law that is used"
    )
    _lang(group, say)
    below = _below(group, "what", say)
    made = _command(below, say, "list", "รายการกฎ", "list the rules")
    _dated(made, "--as-of", "เฉพาะกฎที่อ่านในวันนี้", "only rules read on this day")
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
    _lang(made, say)
    made = _command(
        below,
        say,
        "show",
        "แสดงกฎ ขั้นตอน กำหนดเวลา ค่าธรรมเนียม หรือแบบหนึ่งรายการ",
        "show one rule, procedure, time limit, fee, form or provision",
    )
    made.add_argument("id", metavar="ID")
    _lang_or_both(made, say)
    _reading(made)
    made = _command(
        below, say, "due", "สิ่งที่ต้องตรวจซ้ำ และเมื่อไร", "what must be rechecked, and when"
    )
    _dated(made, "--on", "นับถึงวันนี้", "the day asked about")
    _lang(made, say)
    made = _command(below, say, "check", "ตรวจข้อมูลกฎหมาย", "check the law data")
    _lang(made, say)
    made = _command(below, say, "compile", "แปลงข้อมูลกฎหมาย", "compile the law data")
    made.add_argument(
        "--check",
        action="store_true",
        help=say("ตรวจเท่านั้น ไม่เขียน", "only check; write nothing"),
    )
    _lang(made, say)
    commands_law.add(below, say)
    _holidays(below, say)


def _holidays(commands: Commands, say: Speaker) -> None:
    made = _command(
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
    _dated(made, "--made-on", "วันที่ทำแฟ้ม", "the day on which it is made")
    _lang(made, say)


def _lang_or_both(made: Parser, say: Speaker) -> None:
    made.add_argument(
        "--lang",
        choices=("th", "en"),
        default="en" if say.lang == "en" else None,
        help=say("ภาษาเดียว (ปกติทั้งสองภาษา)", "one language (both if left out)"),
    )


def _bench(commands: Commands, say: Speaker) -> None:
    group = _command(commands, say, "bench", "วัดความเร็ว", "measure how fast it is")
    _lang(group, say)
    below = _below(group, "what", say)
    made = _command(
        below, say, "assess", "เวลาที่ใช้วิเคราะห์ครอบครัวสิบคน", "time families of ten"
    )
    made.add_argument(
        "--families",
        type=int,
        default=3,
        metavar="N",
        help=say("กี่ครอบครัว (1 ถึง 3)", "how many families (1 to 3)"),
    )
    made.add_argument(
        "--rounds",
        type=int,
        default=50,
        metavar="N",
        help=say("กี่รอบ", "how many rounds"),
    )
    made.add_argument(
        "--quick", action="store_true", help=say("สามรอบ", "three rounds")
    )
    _json(made)
    _lang(made, say)


def _case(commands: Commands, say: Speaker) -> None:
    group = _command(commands, say, "case", "แฟ้มกรณี", "case files")
    _lang(group, say)
    below = _below(group, "what", say)
    made = _command(
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
    _lang(made, say)


def _id13(commands: Commands, say: Speaker) -> None:
    made = _command(
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
    _json(made)
    _lang(made, say)


def _rest(commands: Commands, say: Speaker) -> None:
    made = _command(
        commands,
        say,
        "glossary",
        "เขียน GLOSSARY.md จากคลังคำ",
        "write GLOSSARY.md from the vocabulary",
    )
    made.add_argument(
        "--check", action="store_true", help=say("เทียบเท่านั้น", "only compare")
    )
    _lang(made, say)
    made = _command(commands, say, "start", "เปิดเว็บ", "serve the site")
    made.add_argument("--host", default="127.0.0.1", help=say("ที่อยู่", "address"))
    made.add_argument("--port", type=int, default=8000, help=say("พอร์ต", "port"))
    _lang(made, say)

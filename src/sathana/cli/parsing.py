"""What the words of all commands share: languages, days, commands below a command."""

from __future__ import annotations

import argparse

from sathana.calendars.dates import DateError
from sathana.cli.arguments import EnglishParser, Parser
from sathana.cli.days import day_of_option
from sathana.cli.terminal import Lang, Speaker

type Commands = argparse._SubParsersAction[Parser]


def parser_class(lang: Lang) -> type[Parser]:
    """Return the kind of parser that speaks a language."""
    return EnglishParser if lang == "en" else Parser


def subcommands(made: Parser, dest: str, say: Speaker) -> Commands:
    """Return where the commands below a command are added."""
    return made.add_subparsers(
        dest=dest,
        required=True,
        metavar=say("คำสั่ง", "COMMAND"),
        parser_class=parser_class(say.lang),
    )


def command(commands: Commands, say: Speaker, name: str, th: str, en: str) -> Parser:
    """Add a command with what it is for."""
    text = say(th, en)
    return commands.add_parser(name, help=text, description=text, allow_abbrev=False)


def language_option(made: argparse.ArgumentParser, say: Speaker) -> None:
    """Add the option for the language."""
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


def day_option(made: Parser, name: str, th: str, en: str) -> None:
    """Add an option that is a day."""
    say = Speaker(made.lang)
    made.add_argument(
        name,
        type=lambda text: _day(text, made.lang),
        metavar="YYYY-MM-DD",
        help=say(th, en),
    )


def json_option(made: Parser) -> None:
    """Add the option to write JSON."""
    say = Speaker(made.lang)
    made.add_argument(
        "--json",
        action="store_true",
        help=say("ออกเป็น JSON หนึ่งบรรทัดต่อหนึ่งเอกสาร", "write JSON, one document a line"),
    )


def reading_option(made: Parser) -> None:
    """Add the option for whose rule and proof are shown."""
    say = Speaker(made.lang)
    made.add_argument(
        "--reading",
        choices=("court", "administration"),
        default="court",
        help=say("แนวตีความที่แสดงกฎและเหตุผล", "whose rule and proof are shown"),
    )

"""The words of the command line about a whole people."""

from __future__ import annotations

from sathana.cli.arguments import Parser
from sathana.cli.parsing import Commands, command, language_option, subcommands
from sathana.cli.terminal import Speaker

AREAS = ("chiang-rai", "north", "thailand")


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana people`` and all that stands below it."""
    group = command(
        commands, say, "people", "ผู้คนสมมติ", "synthetic people, who are nobody"
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    for one in (_synth, _compare, _family):
        one(below, say)


def _synth(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "synth",
        "สร้างผู้คนสมมติเป็นแฟ้ม Parquet",
        "make synthetic people and write them to a Parquet file",
    )
    made.add_argument(
        "--persons",
        type=int,
        required=True,
        metavar="N",
        help=say("กี่แถว รวมญาติ", "how many rows, relatives among them"),
    )
    _seed(made, say)
    made.add_argument(
        "--area", choices=AREAS, default="north", help=say("พื้นที่", "the area")
    )
    made.add_argument(
        "--out",
        required=True,
        metavar="FILE.parquet",
        help=say("แฟ้มที่จะเขียน", "the file to write"),
    )
    language_option(made, say)


def _seed(made: Parser, say: Speaker) -> None:
    made.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="S",
        help=say(
            "เลขตั้งต้น เลขเดียวกันได้ผู้คนเดียวกัน (ปกติ 1)",
            "the same seed gives the same people (1 if left out)",
        ),
    )


def _compare(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "compare",
        "เทียบผู้คนสมมติกับตัวเลขที่เผยแพร่",
        "compare synthetic people with published totals",
    )
    made.add_argument(
        "file", metavar="FILE.parquet", help=say("แฟ้มผู้คนสมมติ", "synthetic people")
    )
    made.add_argument(
        "--area",
        choices=AREAS,
        help=say("พื้นที่ (ปกติคือของแฟ้ม)", "the area (that of the file if left out)"),
    )
    language_option(made, say)


def _family(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "family",
        "เขียนครอบครัวสมมติหนึ่งครอบครัวเป็นแฟ้มกรณี",
        "write one synthetic family as a case file",
    )
    _seed(made, say)
    made.add_argument(
        "--kind",
        metavar="KIND",
        help=say(
            "แบบของครอบครัว ระบุ ? เพื่อดูรายการ",
            "the kind of family; '?' lists the kinds",
        ),
    )
    made.add_argument(
        "--people",
        metavar="FILE.parquet",
        help=say("เอาจากแฟ้มนี้แทน", "take one of this file instead"),
    )
    made.add_argument(
        "--row",
        type=int,
        metavar="N",
        help=say("ของคนในแถวนี้", "that of the person in this row"),
    )
    language_option(made, say)

"""The words of the command line about the demo."""

from __future__ import annotations

from sathana.cli.arguments import Parser
from sathana.cli.parsing import Commands, command, language_option, subcommands
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana demo`` and all that stands below it."""
    group = command(
        commands, say, "demo", "ชุดสาธิต: หมู่บ้านสมมติบนเครื่องนี้", "a fictional village to try"
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    start = command(
        below, say, "start", "เปิดเว็บกับหมู่บ้านสมมติ", "serve the site with the village"
    )
    _port(start, say)
    code = command(
        below,
        say,
        "code",
        "รหัสชั้นที่สองของคนในชุดสาธิต",
        "the second factor of somebody of the demo",
    )
    code.add_argument("name", metavar="NAME", help=say("ชื่อผู้ใช้", "name to sign in with"))
    reset = command(below, say, "reset", "ลบชุดสาธิต", "throw the demo away")
    for one in (start, code, reset):
        language_option(one, say)


def _port(made: Parser, say: Speaker) -> None:
    made.add_argument(
        "--port",
        type=int,
        default=8000,
        help=say("พอร์ต (ปกติ 8000)", "port (usually 8000)"),
    )

"""The words of the command line about the public site."""

from __future__ import annotations

from sathana.cli.parsing import Commands, command, language_option
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana site``."""
    made = command(
        commands,
        say,
        "site",
        "เติมเว็บสาธารณะด้วยเนื้อหาที่มากับโปรแกรม",
        "fill the public site with the texts that come with the program",
    )
    made.add_argument("what", choices=("fill",))
    language_option(made, say)

"""The words of the command line about the search of the site."""

from __future__ import annotations

from sathana.cli.parsing import Commands, command, language_option, subcommands
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana search`` and all that stands below it."""
    group = command(
        commands, say, "search", "การค้นหาของเว็บไซต์", "the search of the site"
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    made = command(
        below,
        say,
        "refresh",
        "ให้การค้นหารู้จักกฎหมายและกรณีศึกษาที่ใช้อยู่ (ทำเองทุกครั้งที่เปิดเว็บ)",
        "let the search know the law and cases in use (each start of the site does)",
    )
    language_option(made, say)

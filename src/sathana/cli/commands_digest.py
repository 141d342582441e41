"""The words of the command line about the word of the day."""

from __future__ import annotations

from sathana.cli.parsing import Commands, command, language_option
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana digest``."""
    made = command(
        commands,
        say,
        "digest",
        "แจ้งเตือนวันละครั้งถึงคนที่มีงานเลยกำหนดหรือใกล้ครบ",
        "one notice a day to whoever has something overdue or near",
    )
    language_option(made, say)

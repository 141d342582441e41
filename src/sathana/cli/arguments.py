"""Reading arguments: help and faults in the language that the arguments ask for."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn, cast

from sathana.cli.terminal import Lang, Speaker, complain

_FAULTS = (
    (r"the following arguments are required: (.*)", "ยังขาด: {0}"),
    (r"unrecognized arguments: (.*)", "ไม่รู้จัก: {0}"),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        "{0}: ใช้ {1} ไม่ได้ ให้เลือกจาก {2}",
    ),
    (r"argument (.*): expected one argument", "{0}: ต้องมีค่าตามหลังหนึ่งค่า"),
    (r"argument (.*): expected at least one argument", "{0}: ต้องมีค่าตามหลัง"),
    (r"argument (.*): invalid int value: (.*)", "{0}: ต้องเป็นจำนวนเต็ม ไม่ใช่ {1}"),
    (r"ambiguous option: (.*) could match (.*)", "{0} ไม่ชัด อาจหมายถึง {1}"),
    (r"argument (.*): (.*)", "{0}: {1}"),
)
"""What argparse says, and the same in Thai."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose help and faults are in the language chosen."""

    lang: Lang = "th"

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to see what would be right; exit with 2."""
        say = Speaker(self.lang)
        complain(f"{self.prog}: {in_thai(message) if self.lang == 'th' else message}")
        complain(
            say(
                f"วิธีใช้: {self.prog} --help", f"To see how: {self.prog} --help --lang en"
            )
        )
        raise SystemExit(2)

    def format_help(self) -> str:
        """Return the help, its headings in the language chosen."""
        text = super().format_help()
        if self.lang == "en":
            return text
        for english, thai in (
            ("usage: ", "วิธีใช้: "),
            ("positional arguments:", "สิ่งที่ระบุ:"),
            ("options:", "ตัวเลือก:"),
            ("show this help message and exit", "แสดงวิธีใช้นี้"),
        ):
            text = text.replace(english, thai)
        return text


def in_thai(message: str) -> str:
    """Return a fault that argparse found in Thai; unchanged if it is not known."""
    for pattern, thai in _FAULTS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return thai.format(*found.groups())
    return message


def language(argv: Sequence[str]) -> Lang:
    """Return the language that the arguments ask for, before they are read."""
    for place, argument in enumerate(argv):
        following = argv[place + 1] if place + 1 < len(argv) else ""
        value = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and value in ("th", "en"):
            return cast("Lang", value)
    return "th"


class EnglishParser(Parser):
    """The parser of those who chose English."""

    lang: Lang = "en"

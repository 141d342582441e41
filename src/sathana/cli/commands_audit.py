"""The words of the command line about the audit chain."""

from __future__ import annotations

from sathana.cli.parsing import Commands, command, language_option, subcommands
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana audit`` and all that stands below it."""
    group = command(
        commands,
        say,
        "audit",
        "บันทึกการใช้งานที่แก้ไม่ได้",
        "the record of who did or saw what",
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    _verify(below, say)
    _head(below, say)


def _verify(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "verify",
        "ตรวจว่าไม่มีใครแก้ ลบ หรือแทรกบันทึก",
        "check that no entry was changed, removed or slipped in",
    )
    made.add_argument(
        "--head",
        action="append",
        default=[],
        metavar="FILE",
        help=say(
            "หัวสายที่พยานภายนอกเก็บไว้ (ระบุซ้ำได้)",
            "a head that a witness outside has kept (may be repeated)",
        ),
    )
    language_option(made, say)


def _head(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "head",
        "ลงนามหัวสายของบันทึก เพื่อมอบให้พยานภายนอกเก็บ",
        "sign the head of the chain, for a witness outside to keep",
    )
    made.add_argument(
        "--out",
        metavar="FILE",
        help=say(
            "ไฟล์ที่จะเขียน เช่นบนแฟลชไดรฟ์ (ปกติคือโฟลเดอร์ heads ข้างข้อมูล) "
            "หรือ - คือข้อมูลออกมาตรฐาน",
            "file to write, on a stick for one (the folder 'heads' beside the data if "
            "left out), or - for standard output",
        ),
    )
    language_option(made, say)

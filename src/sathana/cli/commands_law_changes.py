"""The words of the command line about changing the law: updates, keys, notes."""

from __future__ import annotations

import argparse

from sathana.cli.arguments import Parser
from sathana.cli.terminal import Speaker
from sathana.law.notes import REASONS

type Commands = argparse._SubParsersAction[Parser]


def add(below: Commands, say: Speaker) -> None:
    """Add the commands that stand below ``sathana law``."""
    for one in (_update, _updates, _diff, _sign, _key, _wrong, _notes):
        one(below, say)


def _command(below: Commands, say: Speaker, name: str, th: str, en: str) -> Parser:
    text = say(th, en)
    made = below.add_parser(name, help=text, description=text, allow_abbrev=False)
    made.add_argument(
        "--lang",
        choices=("th", "en"),
        default=say.lang,
        help=say("ภาษา (ปกติเป็นไทย)", "language (Thai if left out)"),
    )
    return made


def _file(made: Parser) -> None:
    say = Speaker(made.lang)
    made.add_argument(
        "file", metavar="FILE", help=say("ไฟล์ปรับปรุงกฎหมาย", "update of the law (YAML)")
    )


def _flag(made: Parser, name: str, th: str, en: str) -> None:
    made.add_argument(name, action="store_true", help=Speaker(made.lang)(th, en))


def _text(made: Parser, name: str, metavar: str, th: str, en: str) -> None:
    made.add_argument(name, metavar=metavar, help=Speaker(made.lang)(th, en))


def _json(made: Parser) -> None:
    _flag(made, "--json", "ออกเป็น JSON", "write JSON")


def _update(below: Commands, say: Speaker) -> None:
    made = _command(
        below,
        say,
        "update",
        "ติดตั้งไฟล์ปรับปรุงที่ลงนามสองคน",
        "install an update that two people signed",
    )
    _file(made)
    _flag(made, "--again", "แม้เคยถอนแล้ว", "even if it was taken back before")
    _json(made)


def _updates(below: Commands, say: Speaker) -> None:
    made = _command(
        below,
        say,
        "updates",
        "ไฟล์ปรับปรุงที่ติดตั้งไว้ ใครลงนาม ยังถูกต้องหรือไม่",
        "what is installed, who signed it, and whether it still holds",
    )
    _text(made, "--remove", "ID", "ถอนฉบับนี้", "take this one back")
    _text(made, "--reason", "TEXT", "เหตุผลที่ถอน", "why it is taken back")
    _text(made, "--show", "ID", "แสดงไฟล์ตามที่ลงนาม", "print it as it was signed")
    _json(made)


def _diff(below: Commands, say: Speaker) -> None:
    made = _command(
        below,
        say,
        "diff",
        "ไฟล์ปรับปรุงนี้เปลี่ยนอะไร คำตอบใดพลิก",
        "what an update changes, and which answers flip",
    )
    _file(made)
    _json(made)


def _sign(below: Commands, say: Speaker) -> None:
    made = _command(below, say, "sign", "ลงนามในไฟล์ปรับปรุง", "sign an update of the law")
    _file(made)
    made.add_argument(
        "--key",
        required=True,
        metavar="KEYFILE",
        help=say("ไฟล์กุญแจลับของตน", "one's own private key"),
    )


def _key(below: Commands, say: Speaker) -> None:
    group = _command(below, say, "key", "กุญแจสำหรับลงนาม", "keys for signing")
    ways = group.add_subparsers(
        dest="how",
        required=True,
        metavar=say("คำสั่ง", "COMMAND"),
        parser_class=type(group),
    )
    made = _command(ways, say, "new", "สร้างกุญแจของตน", "make a key of one's own")
    made.add_argument("name", metavar="NAME")
    made.add_argument(
        "-o", "--output", metavar="FILE", help=say("ไฟล์กุญแจลับ", "the private key file")
    )
    _flag(
        made,
        "--no-passphrase",
        "ไม่เข้ารหัสไฟล์ (ใครได้ไฟล์ก็ลงนามได้)",
        "leave the file open: whoever gets it can sign",
    )
    made = _command(ways, say, "trust", "เชื่อถือกุญแจของผู้อื่น", "trust the key of a person")
    made.add_argument("name", metavar="NAME")
    made.add_argument("public", metavar="PUBLIC")
    _command(ways, say, "list", "กุญแจที่เชื่อถือ", "list the keys that are trusted")
    made = _command(ways, say, "forget", "เลิกเชื่อถือ", "trust a key no more")
    made.add_argument("name", metavar="NAME")


def _wrong(below: Commands, say: Speaker) -> None:
    made = _command(
        below,
        say,
        "wrong",
        "จดว่ากฎข้อนี้ผิด โดยไม่มีข้อมูลส่วนบุคคล",
        "note that something of the law is wrong, without personal data",
    )
    made.add_argument("id", metavar="ID", help=say("รหัสที่ผิด", "what is wrong"))
    made.add_argument(
        "--reason",
        required=True,
        choices=tuple(REASONS),
        help=say("ผิดอย่างไร", "how it is wrong"),
    )
    _text(made, "--source", "ADDRESS", "ดูได้ที่ไหน", "where it can be seen")
    _text(made, "--says", "TEXT", "ข้อความสั้น ๆ", "a short text")


def _notes(below: Commands, say: Speaker) -> None:
    made = _command(
        below,
        say,
        "notes",
        "สิ่งที่มีคนจดไว้ว่าผิด",
        "what was noted to be wrong",
    )
    _json(made)

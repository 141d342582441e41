"""The words of the command line about beginning, and about keys."""

from __future__ import annotations

from sathana.cli.arguments import Parser
from sathana.cli.parsing import Commands, command, language_option, subcommands
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana init`` and ``sathana keys`` with all that stands below it."""
    _init(commands, say)
    group = command(
        commands, say, "keys", "กุญแจและกระดาษกู้คืน", "keys and recovery papers"
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    for make in (_drill, _recover, _rotate, _papers):
        language_option(make(below, say), say)


def _init(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "init",
        "เริ่มระบบจริง: กุญแจ ฐานข้อมูล กระดาษกู้คืน องค์กรแรก",
        "begin a real installation: keys, database, recovery papers, organisation",
    )
    made.add_argument(
        "--organisation",
        metavar="NAME",
        help=say("ชื่อองค์กรแรก (ภาษาไทย)", "name of the first organisation, in Thai"),
    )
    made.add_argument(
        "--organisation-en",
        metavar="NAME",
        help=say("ชื่อองค์กรเป็นภาษาอังกฤษ", "its name in English, if it has one"),
    )
    made.add_argument(
        "--area",
        action="append",
        metavar="CODE",
        help=say("รหัสพื้นที่ที่ทำงาน (ระบุซ้ำได้)", "code of a place where it works (repeat)"),
    )
    made.add_argument(
        "--admin",
        action="append",
        metavar="NAME=SHOWN",
        help=say(
            "ผู้ดูแลองค์กร: ชื่อเข้าระบบ=ชื่อที่เรียก (ระบุสองคน)",
            "an admin: name to sign in with=how colleagues call them (two of them)",
        ),
    )
    _folder(made, say)
    language_option(made, say)


def _folder(made: Parser, say: Speaker) -> None:
    made.add_argument(
        "--papers",
        metavar="FOLDER",
        help=say(
            "โฟลเดอร์ที่จะวางกระดาษกู้คืน (นอกโฟลเดอร์ข้อมูล)",
            "folder for the recovery papers (outside the data folder)",
        ),
    )
    made.add_argument(
        "--text",
        action="store_true",
        help=say("กระดาษเป็นข้อความล้วน ไม่ใช่ PDF", "papers as plain text, not PDF"),
    )


def _two_papers(made: Parser, say: Speaker) -> None:
    made.add_argument(
        "--paper",
        action="append",
        metavar="FILE",
        help=say(
            "ไฟล์ข้อความของกระดาษหนึ่งแผ่น (ระบุสองครั้ง) ไม่ระบุคือถามให้พิมพ์",
            "text file of one paper (twice); without it, you are asked to type them",
        ),
    )
    made.add_argument(
        "--escrow",
        metavar="FILE",
        help=say(
            "สำเนาไฟล์กุญแจที่เข้ารหัสไว้ (keys.escrow.age) เช่นจากข้อมูลสำรอง",
            "the locked copy of the key file (keys.escrow.age), from a backup say",
        ),
    )


def _drill(below: Commands, say: Speaker) -> Parser:
    made = command(
        below,
        say,
        "drill",
        "ซ้อมกู้คืนด้วยกระดาษสองแผ่น โดยไม่เปลี่ยนอะไร",
        "try two recovery papers; nothing is changed",
    )
    _two_papers(made, say)
    return made


def _recover(below: Commands, say: Speaker) -> Parser:
    made = command(
        below,
        say,
        "recover",
        "กู้ไฟล์กุญแจคืนในเครื่องนี้ด้วยกระดาษสองแผ่น",
        "write the key file on this machine from two recovery papers",
    )
    _two_papers(made, say)
    return made


def _rotate(below: Commands, say: Speaker) -> Parser:
    made = command(
        below,
        say,
        "rotate",
        "เปลี่ยนกุญแจหลัก หรือกุญแจขององค์กรหนึ่ง",
        "a new master key, or a new key of one organisation",
    )
    made.add_argument(
        "--organisation",
        metavar="ID",
        help=say("เปลี่ยนกุญแจขององค์กรนี้", "a new key of this organisation"),
    )
    made.add_argument(
        "--dry-run",
        action="store_true",
        help=say("บอกว่าจะทำอะไรเท่านั้น", "only say what would be done"),
    )
    return made


def _papers(below: Commands, say: Speaker) -> Parser:
    made = command(
        below,
        say,
        "papers",
        "ทำกระดาษกู้คืนชุดใหม่ เมื่อแผ่นหนึ่งหายหรือมีคนเห็น",
        "a new set of recovery papers, when one was lost or seen",
    )
    _folder(made, say)
    return made

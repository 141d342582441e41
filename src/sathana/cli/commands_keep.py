"""The words of the command line about keeping: backup, restore, doctor, migrate."""

from __future__ import annotations

import argparse

from sathana.cli.arguments import Parser
from sathana.cli.parsing import Commands, command, language_option
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add the commands that keep what is stored."""
    _backup(commands, say)
    _restore(commands, say)
    _doctor(commands, say)
    _migrate(commands, say)
    _reassess(commands, say)


def _backup(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "backup",
        "สำรองข้อมูล เข้ารหัสด้วยกุญแจที่เก็บนอกเครื่อง",
        "back up, encrypted to a key that is kept off this machine",
    )
    made.add_argument(
        "--out",
        metavar="FOLDER",
        help=say(
            "โฟลเดอร์ข้อมูลสำรอง (ปกติ SATHANA_BACKUPS หรือข้างโฟลเดอร์ข้อมูล)",
            "folder of backups (SATHANA_BACKUPS, or beside the data, if left out)",
        ),
    )
    made.add_argument(
        "--keep",
        type=lambda text: _number(text, made),
        metavar="NUMBER",
        help=say("เก็บไว้เท่านี้ชุด ลบชุดที่เก่ากว่า", "keep so many, remove older ones"),
    )
    language_option(made, say)


def _restore(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "restore",
        "กู้คืนข้อมูลสำรองลงที่ว่าง หรือลองเปิดดู (--verify)",
        "restore a backup into an empty place, or only try it (--verify)",
    )
    made.add_argument(
        "backup",
        metavar="BACKUP",
        help=say(
            "แฟ้ม sathana-….age หรือโฟลเดอร์ (ใช้ชุดใหม่สุด)",
            "file sathana-….age, or the folder (the newest is used)",
        ),
    )
    made.add_argument(
        "--identity",
        metavar="FILE",
        help=say("กุญแจลับ (AGE-SECRET-KEY-1…)", "secret key (AGE-SECRET-KEY-1…)"),
    )
    made.add_argument(
        "--paper",
        action="append",
        default=[],
        metavar="FILE",
        help=say(
            "คำของกระดาษกู้คืน ระบุสองใบแทน --identity",
            "words of a recovery paper; two of them instead of --identity",
        ),
    )
    made.add_argument(
        "--keys",
        metavar="FILE",
        help=say(
            "แฟ้ม keys-….age ใหม่ที่สุด (ปกติที่อยู่ข้างกัน)",
            "the newest keys-….age (the one beside it if left out)",
        ),
    )
    made.add_argument(
        "--verify",
        action="store_true",
        help=say("ลองเท่านั้น ไม่เปลี่ยนอะไร", "only try it; change nothing"),
    )
    language_option(made, say)


def _doctor(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "doctor",
        "ตรวจสุขภาพของระบบในเครื่องนี้",
        "look whether this installation is in good health",
    )
    made.add_argument(
        "--backups",
        metavar="FOLDER",
        help=say("โฟลเดอร์ข้อมูลสำรอง", "folder of backups"),
    )
    language_option(made, say)


def _migrate(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "migrate",
        "ปรับฐานข้อมูลให้ตรงกับโปรแกรม (สำรองก่อน)",
        "bring the database to what this program needs (after a backup)",
    )
    made.add_argument(
        "--no-backup",
        action="store_true",
        help=say("ไม่สำรองก่อน (มีสำเนาของตัวเองแล้ว)", "no backup first (you have a copy)"),
    )
    language_option(made, say)


def _reassess(commands: Commands, say: Speaker) -> None:
    made = command(
        commands,
        say,
        "reassess",
        "วิเคราะห์ใหม่เฉพาะครอบครัวที่คำตอบอาจต่างไปหลังกฎหมายเปลี่ยน",
        "assess anew, after a change of law, whose answer can differ",
    )
    made.add_argument(
        "--law",
        action="append",
        default=[],
        metavar="FILE",
        help=say(
            "compiled.json ของกฎหมายฉบับก่อนที่ใช้ทำคำตอบเดิม ระบุได้หลายครั้ง",
            "compiled.json of a law that answers were made by (may be repeated)",
        ),
    )
    which = made.add_mutually_exclusive_group()
    which.add_argument(
        "--all",
        action="store_true",
        help=say("วิเคราะห์ทุกครอบครัว", "assess every family"),
    )
    which.add_argument(
        "--resume",
        action="store_true",
        help=say("ทำงานที่ค้างไว้ต่อ", "go on with the run that was broken off"),
    )
    language_option(made, say)


def _number(text: str, made: Parser) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    say = Speaker(made.lang)
    raise argparse.ArgumentTypeError(
        say(f"“{text}” ไม่ใช่จำนวนตั้งแต่ 1", f"“{text}” is no number from 1 on")
    )

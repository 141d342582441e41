"""The words of the command line about courses and their quizzes."""

from __future__ import annotations

from sathana.cli.parsing import Commands, command, language_option, subcommands
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana learn`` and what stands below it."""
    group = command(
        commands,
        say,
        "learn",
        "แบบทดสอบของหลักสูตร เข้าและออกเป็น GIFT",
        "quizzes of the courses, in and out as GIFT",
    )
    language_option(group, say)
    below = subcommands(group, "what", say)
    _out(below, say)
    _in(below, say)


def _out(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "gift-out",
        "เขียนแบบทดสอบเป็น GIFT ภาษาเดียว (ตาม --lang)",
        "write the quizzes of a course as GIFT, in one language (--lang)",
    )
    made.add_argument("course", metavar="COURSE", help=say("ชื่อหลักสูตร", "its name"))
    made.add_argument(
        "--lesson", metavar="LESSON", help=say("เฉพาะบทนี้", "this lesson only")
    )
    language_option(made, say)


def _in(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "gift-in",
        "ตรวจไฟล์ GIFT และแปลงเป็นแบบทดสอบของเรา",
        "look at a GIFT file, and turn it into a quiz of ours",
    )
    made.add_argument(
        "file",
        metavar="FILE",
        help=say(
            "ไฟล์ GIFT หรือ - คือข้อมูลเข้ามาตรฐาน", "GIFT file, or - for standard input"
        ),
    )
    made.add_argument(
        "--yaml",
        action="store_true",
        help=say(
            "พิมพ์เป็น quiz: สำหรับไฟล์บทเรียน เว้นว่างสิ่งที่ GIFT ไม่มี",
            "print quiz: for a lesson file; what GIFT does not hold is left empty",
        ),
    )
    language_option(made, say)

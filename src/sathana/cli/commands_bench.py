"""The words of the command line about measuring."""

from __future__ import annotations

from sathana.cli import bench_population, commands_worklist
from sathana.cli.parsing import (
    Commands,
    command,
    json_option,
    language_option,
    subcommands,
)
from sathana.cli.terminal import Speaker


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana bench`` and all that stands below it."""
    group = command(commands, say, "bench", "วัดความเร็ว", "measure how fast it is")
    language_option(group, say)
    below = subcommands(group, "what", say)
    made = command(
        below, say, "assess", "เวลาที่ใช้วิเคราะห์ครอบครัวสิบคน", "time families of ten"
    )
    made.add_argument(
        "--families",
        type=int,
        default=3,
        metavar="N",
        help=say("กี่ครอบครัว (1 ถึง 3)", "how many families (1 to 3)"),
    )
    made.add_argument(
        "--rounds",
        type=int,
        default=50,
        metavar="N",
        help=say("กี่รอบ", "how many rounds"),
    )
    made.add_argument(
        "--quick", action="store_true", help=say("สามรอบ", "three rounds")
    )
    json_option(made)
    language_option(made, say)
    made = command(
        below,
        say,
        "population",
        "วัดว่าคำนวณกฎหมายได้กี่คนต่อวินาที",
        "measure for how many people a second the law is worked out",
    )
    bench_population.add_options(made, say)
    json_option(made)
    language_option(made, say)
    _web(below, say)
    _papers(below, say)
    commands_worklist.add_bench(below, say)
    _reassess(below, say)
    _site(below, say)


def _papers(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "papers",
        "เวลาที่ใช้พิมพ์ชุดเอกสารสิบฉบับ",
        "time packs of ten papers",
    )
    made.add_argument(
        "--packs",
        type=int,
        default=100,
        metavar="N",
        help=say("กี่ชุด (ปกติ 100)", "how many packs (usually 100)"),
    )
    json_option(made)
    language_option(made, say)


def _reassess(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "reassess",
        "เวลาที่ใช้วิเคราะห์ใหม่หลังกฎหมายเปลี่ยน",
        "time assessing anew after a change of law",
    )
    made.add_argument(
        "--families",
        type=int,
        default=20_000,
        metavar="N",
        help=say("กี่ครอบครัว (ปกติ 20000)", "how many families (usually 20000)"),
    )
    made.add_argument(
        "--all",
        action="store_true",
        help=say("วัดการวิเคราะห์ทุกครอบครัวด้วย", "time assessing all of them as well"),
    )
    json_option(made)
    language_option(made, say)


def _site(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "site",
        "เวลาที่ผู้อ่านรอหน้าสาธารณะ",
        "time public pages for many readers",
    )
    for name, usual, th, en in (
        ("rate", 100, "กี่คำขอต่อวินาที", "requests a second"),
        ("seconds", 20, "นานกี่วินาที", "for how many seconds"),
    ):
        made.add_argument(
            f"--{name}", type=int, default=usual, metavar="N", help=say(th, en)
        )
    json_option(made)
    language_option(made, say)


def _web(below: Commands, say: Speaker) -> None:
    made = command(
        below,
        say,
        "web",
        "เวลาที่หน้าทำงานใช้เมื่อเก็บคนจำนวนมาก",
        "time pages of work with many stored people",
    )
    for name, usual, th, en in (
        ("families", 20_000, "กี่ครอบครัว", "how many families"),
        ("clients", 8, "กี่คนใช้พร้อมกัน", "how many clients at once"),
        ("seconds", 60, "นานกี่วินาที", "for how many seconds"),
        ("pause", None, "หยุดคิดกี่มิลลิวินาที", "milliseconds to think between two pages"),
    ):
        made.add_argument(
            f"--{name}", type=int, default=usual, metavar="N", help=say(th, en)
        )
    made.add_argument(
        "--keep",
        metavar="FOLDER",
        help=say(
            "เก็บฐานข้อมูลไว้ในโฟลเดอร์นี้ ครั้งหน้าไม่ต้องสร้างใหม่ (--seconds 0 สร้างอย่างเดียว)",
            "keep the database there for the next run (--seconds 0 only makes it)",
        ),
    )
    json_option(made)
    language_option(made, say)

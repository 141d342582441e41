"""What a recovery paper says, as PDF and as plain text, in Thai or in English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sathana.cli.terminal import Speaker, wrap


def values(
    say: Speaker,
    words: Sequence[str],
    number: int,
    name: str,
    day: date,
    database: str = "",
) -> dict[str, Any]:
    """Return all that a paper says.

    Args:
        say: Language of the paper.
        words: Its words.
        number: Which of the three it is.
        name: Name of the set: of this installation, and of no other.
        day: When it was made.
        database: Id that the database began with; ``""`` if it was there before.
    """
    return {
        "title": say("กระดาษกู้คืนระบบสถานะ", "Recovery paper of Sathana"),
        "lang": say.lang,
        "dated": day.isoformat(),
        "facts": [
            (say("แผ่นที่", "Paper"), say(f"{number} จาก 3", f"{number} of 3")),
            (say("ระบบและชุด", "Installation and set"), name),
            *([(say("ฐานข้อมูล", "Database"), database)] if database else []),
            (say("วันที่ทำ", "Made on"), day.isoformat()),
        ],
        "words_heading": say(
            "คำ 33 คำของแผ่นนี้ (อ่านลงทีละคอลัมน์)",
            "The 33 words of this paper (read downward)",
        ),
        "words": list(words),
        "keep_heading": say("เก็บอย่างไร", "How to keep it"),
        "keep": _keep(say),
        "use_heading": say("ใช้อย่างไร", "How to use it"),
        "use": _use(say),
        "note": _note(say),
    }


def _keep(say: Speaker) -> list[str]:
    return [
        say(
            "มีสามแผ่น ใช้สองแผ่นใดก็ได้กู้คืนได้ทุกอย่าง แผ่นเดียวเปิดอะไรไม่ได้",
            "There are three papers. Any two bring everything back; one alone opens "
            "nothing.",
        ),
        say(
            "ให้สามคนเก็บคนละแผ่น คนละสถานที่ ในซองปิดผนึก อย่าเก็บสองแผ่นไว้ด้วยกัน",
            "Three persons keep one each, in three places, in a sealed envelope. Never "
            "two in one place.",
        ),
        say(
            "ห้ามถ่ายรูป สแกน ส่งทางโทรศัพท์ หรือพิมพ์ลงเครื่องอื่น",
            "No photograph, no scan, no message; never typed into another machine.",
        ),
        say(
            "ถ้าแผ่นนี้หายหรือมีคนเห็น บอกผู้ดูแลระบบวันนั้น เพื่อทำชุดใหม่",
            "If it is lost or somebody saw it, tell the administrator the same day: a "
            "new set is made.",
        ),
    ]


def _use(say: Speaker) -> list[str]:
    return [
        say(
            "ซ้อมปีละสองครั้ง: ผู้ถือสองคนพร้อมกันที่เครื่องแม่ข่าย สั่ง sathana keys drill",
            "Drill twice a year: two holders together at the server run: sathana keys "
            "drill",
        ),
        say(
            "เครื่องพัง: ติดตั้งโปรแกรมในเครื่องใหม่ แล้วสั่ง sathana restore "
            "กับข้อมูลสำรองและกระดาษสองแผ่น (docs/backup.md) "
            "ถ้าหายเฉพาะไฟล์กุญแจ: sathana keys recover",
            "The machine is gone: install the program on a new one, and run sathana "
            "restore with a backup and two papers (docs/backup.md). If only the key "
            "file is lost: sathana keys recover.",
        ),
        say(
            "พิมพ์คำตามลำดับเลข พิมพ์แค่สี่ตัวแรกของแต่ละคำก็พอ คำผิดจะบอกว่าผิดที่คำไหน",
            "Type the words in the order of their numbers. The first four letters of "
            "each are enough; a wrong word is told with its place.",
        ),
    ]


def _note(say: Speaker) -> str:
    return say(
        "ผู้ที่ได้สองแผ่นพร้อมข้อมูลสำรองอ่านแฟ้มของทุกคนได้ เก็บเหมือนเก็บเอกสารของทุกครอบครัว",
        "Who holds two papers and a backup can read every family's file: keep this as "
        "you would keep the papers of all of them.",
    )


def as_pdf(told: dict[str, Any]) -> bytes:
    """Return the paper as PDF."""
    from sathana.documents.recovery_paper import recovery_paper

    return recovery_paper(told)


def as_text(told: dict[str, Any]) -> bytes:
    """Return the paper as plain text, for a printer that takes nothing else."""
    lines = [told["title"], ""]
    lines += [f"{what}: {value}" for what, value in told["facts"]]
    lines += ["", told["words_heading"], ""]
    words = told["words"]
    rows = -(-len(words) // 3)
    for row in range(rows):
        cells = [(at + 1, words[at]) for at in range(row, len(words), rows)]
        lines.append("  ".join(f"{at:>2}. {word:<12}" for at, word in cells).rstrip())
    for heading, sentences in (
        (told["keep_heading"], told["keep"]),
        (told["use_heading"], told["use"]),
    ):
        lines += ["", heading]
        for sentence in sentences:
            lines += wrap(sentence, first="- ", rest="  ")
    return "\n".join([*lines, "", *wrap(told["note"]), ""]).encode()


def file_name(folder: Path, name: str, number: int, text: bool) -> Path:
    """Return the file of one paper."""
    return folder / f"sathana-recovery-{name}-{number}.{'txt' if text else 'pdf'}"

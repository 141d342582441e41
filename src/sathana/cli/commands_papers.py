"""The words of the command line about the papers of a case."""

from __future__ import annotations

from argparse import ArgumentParser

from sathana.cli.parsing import Commands, command, day_option, language_option
from sathana.cli.terminal import Speaker

KEPT_BACK = (
    *("alien_certificate", "conduct", "convictions", "could_hold_parents_nationality"),
    *("entered", "foreign_documents", "foreign_nationality", "stay", "thai"),
)
"""The same as in ``packs.persons``, which only the command loads (a test looks)."""


def add(commands: Commands, say: Speaker) -> None:
    """Add ``sathana papers``."""
    made = command(
        commands,
        say,
        "papers",
        "พิมพ์ชุดเอกสารของบุคคลและช่องทางหนึ่ง (PDF และ DOCX)",
        "print the papers of one person and one pathway (PDF and DOCX)",
    )
    made.add_argument(
        "file",
        metavar="CASEFILE",
        help=say("แฟ้มกรณี (YAML) หรือ -", "case file (YAML), or -"),
    )
    made.add_argument(
        "--person", required=True, metavar="ID", help=say("ผู้ร้อง", "the applicant")
    )
    made.add_argument(
        "--pathway",
        required=True,
        metavar="ID",
        help=say("ช่องทาง เช่น S23", "the pathway, such as S23"),
    )
    made.add_argument(
        "--out",
        required=True,
        metavar="FOLDER",
        help=say("โฟลเดอร์ที่จะเขียน", "the folder to write to"),
    )
    _how(made, say)
    _what_stands_on_them(made, say)
    day_option(made, "--as-of", "วันที่ถามถึง", "the day asked about")
    day_option(made, "--law-at", "อ่านกฎหมายของวันนี้", "the day whose law is read")
    language_option(made, say)


def _how(made: ArgumentParser, say: Speaker) -> None:
    made.add_argument(
        "--digits",
        choices=("thai", "arabic"),
        default="thai",
        help=say("เลขไทยหรืออารบิก (ปกติเลขไทย)", "Thai or Arabic digits (usually Thai)"),
    )
    made.add_argument(
        "--part",
        choices=("filing", "remedies", "all"),
        default="all",
        help=say(
            "เอกสารที่ยื่น เอกสารเมื่อถูกปฏิเสธ หรือทั้งหมด",
            "what is handed in, what answers a refusal, or all",
        ),
    )


def _what_stands_on_them(made: ArgumentParser, say: Speaker) -> None:
    made.add_argument(
        "--signed-off-by",
        metavar="NAME",
        help=say(
            "ผู้ตรวจที่รับรองชุดนี้ ไม่ระบุคือฉบับร่าง",
            "who checked the pack and stands behind it; left out, it is a draft",
        ),
    )
    made.add_argument(
        "--filed-by",
        metavar="NAME",
        help=say(
            "ผู้ยื่นแทน เช่น บิดามารดาของเด็ก หรือผู้แทน",
            "who files for the applicant: a child's parent, a guardian",
        ),
    )
    made.add_argument(
        "--tell",
        action="append",
        choices=KEPT_BACK,
        metavar="FACT",
        help=say(
            "ใส่ข้อเท็จจริงที่ปกติไม่พิมพ์ลงเอกสาร เช่น stay (ระบุซ้ำได้)",
            "also print a fact that is usually kept back, such as stay (repeatable)",
        ),
    )

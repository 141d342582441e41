"""``sathana law wrong``: note that something of the law is wrong."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from sathana.cli.days import today
from sathana.cli.faults import UnusableError, refused
from sathana.cli.law_stored import writing
from sathana.cli.terminal import Speaker
from sathana.law import notes
from sathana.law.load import pack


def run(options: Namespace) -> int:
    """Keep a note in the data folder, and print what was kept."""
    say = Speaker(options.lang)
    note = notes.Note(
        on=date.fromordinal(today()).isoformat(),
        law="",
        about=options.id,
        reason=options.reason,
        source=options.source or "",
        says=options.says or "",
    )
    try:
        note = notes.check(note, pack())
    except notes.NoteError as error:
        raise UnusableError((error.text[options.lang],)) from error
    try:
        with writing(say) as folder:
            notes.add(folder, note)
    except notes.FullError as error:
        raise refused(
            say,
            f"มีบันทึกเต็มแล้ว ย้ายไฟล์ {notes.NOTES} ออกแล้วลองใหม่",
            f"there are too many notes: move {notes.NOTES} away and try again",
        ) from error
    print(say("จดไว้แล้ว:", "Kept:"))
    print(notes.line_of(note))
    return 0

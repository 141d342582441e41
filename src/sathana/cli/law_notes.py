"""``sathana law notes``: what was noted to be wrong."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli.data_folder import here
from sathana.cli.faults import refused
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker, complain
from sathana.law import notes


def run(options: Namespace) -> int:
    """List the notes, by what they are about."""
    say = Speaker(options.lang)
    try:
        found, bad = notes.read(here())
    except OSError as error:
        raise refused(
            say,
            f"อ่านบันทึกใน {here()} ไม่ได้ ({error.strerror})",
            f"the notes in {here()} cannot be read ({error.strerror})",
        ) from error
    if options.json:
        print("\n".join(notes.line_of(note) for note in found))
    else:
        print("\n".join(_page(found, say).lines))
    if bad:
        complain(
            say(
                f"อ่านไม่ได้ {bad} บรรทัดใน {here() / notes.NOTES}",
                f"{bad} lines of {here() / notes.NOTES} cannot be read",
            )
        )
    return 1 if bad else 0


def _page(found: list[notes.Note], say: Speaker) -> Page:
    page = Page()
    for about in dict.fromkeys(note.about for note in found):
        page.heading(about)
        for note in found:
            if note.about == about:
                reason = notes.REASONS.get(note.reason, {}).get(say.lang, note.reason)
                page.item(f"{note.on} {note.law} {reason}")
                for text in filter(None, (note.source, note.says)):
                    page.text(text, depth=2)
    page.gap()
    page.text(say(f"{len(found)} บันทึก", f"{len(found)} notes"))
    return page

"""Recovery papers at the command line: written once, asked for two at a time.

``sathana keys papers`` makes a new set of them.
"""

from __future__ import annotations

import os
import sys
import uuid
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sathana.cli import recovery_papers
from sathana.cli.asking import Asker, StopAskingError
from sathana.cli.data_folder import here
from sathana.cli.days import today
from sathana.cli.faults import UnusableError, refused
from sathana.cli.files import reason
from sathana.cli.terminal import Speaker

if TYPE_CHECKING:
    from sathana.protection.keyfile import Keys
    from sathana.protection.recovery import Recovery
    from sathana.protection.recovery_words import PaperError

_DEFAULT = "sathana-papers"
_LARGEST = 100_000


def run(options: Namespace) -> int:
    """Make a new set of papers; the old one keeps opening older backups only."""
    from sathana.protection import kept, recovery

    say = Speaker(options.lang)
    keys = installed_keys(say)
    if not kept.begun(here()):
        raise refused(say, *_not_begun())
    folder = folder_for(options, say)
    made = recovery.make()
    files = write(made, folder, say, text=options.text)
    try:
        kept.begin_anew(here(), made.recipient, keys)
    except OSError:
        remove(files)
        raise
    print(what_to_do(say, files, made.name))
    print(
        say(
            "ชุดเดิมยังเปิดข้อมูลสำรองเก่าได้ ทำลายกระดาษเดิมเมื่อลบข้อมูลสำรองเก่าหมดแล้ว "
            "สำรองข้อมูลใหม่ตอนนี้ด้วย sathana backup",
            "The old set still opens older backups: destroy it when those are gone. "
            "Make a new backup now: sathana backup",
        )
    )
    return 0


def installed_keys(say: Speaker) -> Keys:
    """Return the keys of the key file of this machine.

    Raises:
        UnusableError: There is none, or it is not used.
    """
    from sathana.protection import keyfile

    try:
        return keyfile.read(keyfile.path(), here())
    except keyfile.KeyFileError as fault:
        raise refused(say, fault.th, fault.en) from fault
    except OSError as fault:
        th, en = reason(fault)
        name = keyfile.path()
        raise refused(say, f"{name}: {th}", f"{name}: {en}") from fault


def folder_for(options: Namespace, say: Speaker) -> Path:
    """Return the folder for the papers: told, else asked for.

    Raises:
        UnusableError: It is in the data folder, or nobody answered.
    """
    told = options.papers or _ask_folder(say)
    folder = Path(told).expanduser()
    if folder.resolve().is_relative_to(here().resolve()):
        raise refused(
            say,
            f"วางกระดาษกู้คืนใน {folder} ไม่ได้ เพราะอยู่ในโฟลเดอร์ข้อมูล "
            "ใครได้โฟลเดอร์นั้นไปก็อ่านทุกอย่างได้ เลือกที่อื่น เช่นแฟลชไดรฟ์",
            f"the recovery papers cannot go to {folder}: it is in the data folder, and "
            "who takes that could read everything. Choose another, a USB stick say",
        )
    return folder


def _ask_folder(say: Speaker) -> str:
    default = str(Path("~") / _DEFAULT)
    ask = Asker(say, sys.stderr)
    try:
        return (
            ask.line(
                say(
                    f"วางกระดาษกู้คืนที่โฟลเดอร์ใด (Enter คือ {default})",
                    f"folder for the recovery papers (Enter: {default})",
                )
            )
            or default
        )
    except StopAskingError as stop:
        raise stopped(say) from stop


def stopped(say: Speaker) -> UnusableError:
    """Return what is said when somebody stops, or there is nothing more to read."""
    return refused(
        say,
        "หยุดแล้ว ยังไม่ได้ทำอะไร (ไม่อยากให้ถาม ดูตัวเลือกด้วย --help)",
        "Stopped; nothing was done. (To be asked nothing, see the options: --help)",
    )


def write(
    made: Recovery,
    folder: Path,
    say: Speaker,
    *,
    text: bool,
    database: uuid.UUID | None = None,
) -> list[Path]:
    """Write the three papers, readable by their owner only; never over another file.

    Args:
        made: The new secret.
        folder: Where they go.
        say: Language of the papers.
        text: Plain text instead of PDF.
        database: Id of the database that begins with them, if one does.

    Raises:
        UnusableError: One of them cannot be written; none is left behind.
    """
    day = date.fromordinal(today())
    render = recovery_papers.as_text if text else recovery_papers.as_pdf
    files: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for number, words in enumerate(made.papers, start=1):
            told = recovery_papers.values(
                say, words, number, made.name, day, str(database or "")
            )
            path = recovery_papers.file_name(folder, made.name, number, text)
            _write(path, render(told))
            files.append(path)
    except OSError as fault:
        remove(files)
        raise refused(
            say,
            f"เขียนกระดาษกู้คืนใน {folder} ไม่ได้ ({fault.strerror}) "
            "เลือกโฟลเดอร์อื่นด้วย --papers",
            f"the recovery papers cannot be written to {folder} ({fault.strerror}): "
            "choose another folder with --papers",
        ) from fault
    return files


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def remove(files: list[Path]) -> None:
    """Remove papers that are good for nothing."""
    for file in files:
        file.unlink(missing_ok=True)


def what_to_do(say: Speaker, files: list[Path], name: str) -> str:
    """Say what to do with the papers that were written."""
    listed = "\n".join(f"  {file}" for file in files)
    return say(
        f"กระดาษกู้คืนสามแผ่น (ชุด {name}):\n{listed}\n"
        "  1. พิมพ์ทั้งสามแผ่นตอนนี้ ด้วยเครื่องพิมพ์ที่ต่อสายกับเครื่องนี้\n"
        "  2. ให้สามคนเก็บคนละแผ่น คนละสถานที่ ในซองปิดผนึก\n"
        "  3. ลบไฟล์ทั้งสาม แล้วซ้อมทันทีด้วย sathana keys drill\n"
        "สองแผ่นใดก็ได้กู้คืนได้ทุกอย่าง แผ่นเดียวเปิดอะไรไม่ได้ ถ้าหายสองแผ่นและเครื่องพัง "
        "ไม่มีใครในโลกกู้คืนได้",
        f"Three recovery papers (set {name}):\n{listed}\n"
        "  1. Print all three now, on a printer that hangs on this machine by cable.\n"
        "  2. Three persons keep one each, in three places, in sealed envelopes.\n"
        "  3. Delete the three files, and try the papers at once: sathana keys drill\n"
        "Any two bring everything back; one alone opens nothing. If two are lost and "
        "the machine breaks, nobody in the world can bring it back.",
    )


def two_papers(files: list[str] | None, say: Speaker) -> list[list[str]]:
    """Return the words of two papers, from files or as somebody types them.

    Raises:
        UnusableError: They are not whole; the place of a wrong word is told.
    """
    from sathana.protection.recovery_words import PaperError, checked, split

    if not files:
        return [_typed(number, say) for number in (1, 2)]
    found = []
    for number, name in enumerate(files, start=1):
        try:
            found.append(checked(split(_text_of(name, say)), number))
        except PaperError as fault:
            raise refused(say, f"{name}: {fault.th}", f"{name}: {fault.en}") from fault
    return found


def _text_of(name: str, say: Speaker) -> str:
    try:
        with Path(name).open("rb") as file:
            data = file.read(_LARGEST)
    except OSError as fault:
        th, en = reason(fault)
        raise refused(say, f"{name}: {th}", f"{name}: {en}") from fault
    if data.startswith(b"%PDF"):
        raise refused(
            say,
            f"{name} เป็น PDF อ่านคำจาก PDF ไม่ได้ พิมพ์คำเอง หรือใช้ไฟล์ข้อความ",
            f"{name} is a PDF, and its words are not read from there: type them, or "
            "name a text file",
        )
    return data.decode("utf-8", "replace")


def _typed(number: int, say: Speaker) -> list[str]:
    """Ask for one paper until it is whole; a wrong word is asked for again alone."""
    from sathana.protection.recovery_words import PaperError, checked

    ask = Asker(say, sys.stderr)
    words = _ask_words(number, ask)
    while True:
        try:
            return checked(words, number)
        except PaperError as fault:
            ask.tell(say(fault.th, fault.en))
            words = _mended(words, number, fault, ask)


def _ask_words(number: int, ask: Asker) -> list[str]:
    from sathana.protection.recovery_words import WORDS, split

    ask.tell(
        ask.say(
            f"กระดาษแผ่นที่ {number} จากสองแผ่น: พิมพ์ {WORDS} คำตามลำดับ กี่คำต่อบรรทัดก็ได้ "
            "สี่ตัวแรกของคำก็พอ",
            f"paper {number} of two: type its {WORDS} words in order, as many a line "
            "as you like; four letters of each are enough",
        )
    )
    words: list[str] = []
    while len(words) < WORDS:
        prompt = ask.say(f"คำที่ {len(words) + 1}", f"word {len(words) + 1}")
        words += split(_line(ask, prompt))
    return words


def _mended(words: list[str], number: int, fault: PaperError, ask: Asker) -> list[str]:
    if not fault.place:
        return _ask_words(number, ask)
    from sathana.protection.recovery_words import split

    prompt = ask.say(f"คำที่ {fault.place}", f"word {fault.place}")
    typed = split(_line(ask, prompt))
    words[fault.place - 1 : fault.place] = typed[:1] or [words[fault.place - 1]]
    return words


def _line(ask: Asker, prompt: str) -> str:
    try:
        return ask.line(prompt)
    except StopAskingError as stop:
        raise stopped(ask.say) from stop


def _not_begun() -> tuple[str, str]:
    return (
        "เครื่องนี้ยังไม่มีกระดาษกู้คืนชุดแรก เริ่มระบบจริงด้วย sathana init",
        "this machine has no first set of recovery papers: begin with sathana init",
    )

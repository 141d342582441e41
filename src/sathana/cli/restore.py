"""``sathana restore``: tries a backup, or puts one back into an empty place."""

from __future__ import annotations

import os
import shutil
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sathana.cli import restore_places
from sathana.cli.faults import UnusableError, refused
from sathana.cli.files import reason
from sathana.cli.findings import tell
from sathana.cli.restore_places import Place
from sathana.cli.terminal import Speaker, complain

if TYPE_CHECKING:
    from sathana.registry.keeping.checking import Finding
    from sathana.registry.keeping.opening import Opened


def run(options: Namespace) -> int:
    """Open a backup, check it, and (without ``--verify``) make it the installation.

    Returns:
        0 if everything was as it should be, else 1.

    Raises:
        UnusableError: It does not open, or there is something in its place already.
    """
    say = Speaker(options.lang)
    from sathana.registry.keeping.faults import KeepingError

    try:
        with _place(options, say) as place, _working(place) as folder:
            return _restore(options, place, folder, say)
    except KeepingError as fault:
        raise UnusableError((say.of(fault.text),)) from fault
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        raise UnusableError((f"{where}{say(*reason(fault))}",)) from fault


def _restore(options: Namespace, place: Place, folder: Path, say: Speaker) -> int:
    from sathana.registry.keeping import opening

    main, keys = _files_of(options, say)
    made = opening.lay_out(main, keys, _identities(options, say), folder)
    _enter(made, folder, place)
    with restore_places.database_for(made, place, say) as found:
        good = _checked(made, found, say)
        if place.trying:
            _tell_tried(good, main, say)
        elif good:
            _settle(made, place, say)
        else:
            complain(
                say(
                    "ไม่ได้กู้คืน: ข้อมูลสำรองนี้ไม่สมบูรณ์ ใช้ชุดอื่น",
                    "Nothing was restored: this backup is not whole. Use another one.",
                )
            )
    return 0 if good else 1


@contextmanager
def _place(options: Namespace, say: Speaker) -> Iterator[Place]:
    """Where it goes; locked, and seen to be empty, unless it is only tried."""
    place = Place.of(os.environ, options.verify)
    if options.verify:
        yield place
        return
    from sathana.registry.keeping import onebox

    try:
        with onebox.for_command(place.data, "sathana restore"):
            restore_places.be_sure_it_is_empty(place, say)
            yield place
    except onebox.TakenError as fault:
        raise UnusableError((say.of(fault.text),)) from fault


@contextmanager
def _working(place: Place) -> Iterator[Path]:
    """A folder that only its owner may read, and that is gone afterwards."""
    where = None if place.trying else place.data.parent
    made = tempfile.mkdtemp(prefix=".sathana-restore-", dir=where)
    try:
        yield Path(made)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _files_of(options: Namespace, say: Speaker) -> tuple[Path, Path]:
    """Return the backup and the keys: those named, else the newest of the folder.

    Raises:
        UnusableError: There is none.
    """
    from sathana.registry.keeping import making

    told = Path(options.backup).expanduser()
    main = making.newest(told) if told.is_dir() else told
    if main is None or not main.is_file():
        raise refused(
            say,
            f"ไม่พบข้อมูลสำรองที่ {told} ระบุแฟ้ม sathana-….age หรือโฟลเดอร์ที่มีแฟ้มนั้น",
            f"There is no backup at {told}: name a file sathana-….age, or the folder "
            "that holds it.",
        )
    keys = Path(options.keys) if options.keys else making.newest(main.parent, "keys-")
    if keys is None or not keys.is_file():
        raise refused(
            say,
            f"ไม่พบแฟ้มกุญแจ keys-….age ข้าง {main} ระบุด้วย --keys (ใช้แฟ้มใหม่ที่สุดเสมอ)",
            f"There is no file keys-….age beside {main}: name the newest one with "
            "--keys.",
        )
    return main, keys


def _identities(options: Namespace, say: Speaker) -> list[Any]:
    """Return the secret half of the offline key, from its file or from two papers.

    Raises:
        UnusableError: Neither was given, or the papers do not fit.
    """
    from sathana.registry.keeping import sealing

    if options.identity:
        return sealing.identities(Path(options.identity).read_text("utf-8"))
    if not options.paper:
        raise refused(
            say,
            "ต้องมีกุญแจลับที่เก็บนอกเครื่อง: --identity แฟ้ม หรือกระดาษกู้คืนสองใบ "
            "--paper แฟ้ม --paper แฟ้ม (คำของกระดาษแต่ละใบ)",
            "The key that is kept off this machine is needed: --identity FILE, or two "
            "recovery papers: --paper FILE --paper FILE (the words of each).",
        )
    from sathana.cli.keys_papers import two_papers
    from sathana.protection import recovery

    papers = two_papers(options.paper, say)
    try:
        return [recovery.identity(recovery.secret_of(papers))]
    except ValueError as fault:
        th, en = getattr(fault, "th", str(fault)), getattr(fault, "en", str(fault))
        raise refused(say, th, en) from fault


def _enter(made: Opened, folder: Path, place: Place) -> None:
    """Let this process, from here on, work with what was laid out."""
    from sathana.protection import keyfile

    keys = folder / "keys.json"
    keyfile.write(keys, keyfile.from_text(made.keys["keyfile"]))
    os.environ["SATHANA_DATA"] = str(made.folder)
    os.environ["SATHANA_KEYS"] = str(keys)
    if made.dump is None:
        os.environ.pop("DATABASE_URL", None)


def _checked(made: Opened, found: list[Finding], say: Speaker) -> bool:
    """Print what was found; what is not sound as it came is not opened."""
    from sathana.registry.keeping import checking

    good = tell(found, say)
    if not good:
        return False
    return tell(checking.as_it_opens(made.manifest, made.lost, made.unheard), say)


def _tell_tried(good: bool, main: Path, say: Speaker) -> None:
    if good:
        print(
            say(
                f"{main.name} กู้คืนได้ ไม่มีอะไรในเครื่องนี้เปลี่ยน",
                f"{main.name} can be restored; nothing on this machine was changed.",
            )
        )
    else:
        complain(
            say(
                f"{main.name} ไม่สมบูรณ์ สำรองใหม่ทันที แล้วลองเปิดอีกครั้ง",
                f"{main.name} is not whole. Make a new backup now, and try that one.",
            )
        )


def _settle(made: Opened, place: Place, say: Speaker) -> None:
    from sathana.registry.keeping import reindexing, restoring

    gone = restoring.settle()
    print(say("กำลังทำดัชนีค้นชื่อใหม่", "Making the index of names anew."), flush=True)
    reindexing.index_anew()
    restore_places.move_in(made, place)
    print(
        say(
            f"กู้คืนแล้วที่ {place.data} (แถวที่ถูกลบถาวรหลังการสำรองและจึงเอาออก: {gone:,})\n"
            f"ไฟล์กุญแจ: {place.keys}\n"
            "ฐานข้อมูลมีเลขประจำตัวใหม่ ทุกคนต้องเข้าสู่ระบบใหม่ ตรวจด้วย sathana doctor "
            "แล้วเปิดเว็บด้วย sathana start",
            f"Restored into {place.data} (rows erased since the backup, so removed: "
            f"{gone:,})\nkey file: {place.keys}\n"
            "The database has a new id, and everybody signs in anew. Look with "
            "'sathana doctor', then start the site with 'sathana start'.",
        )
    )

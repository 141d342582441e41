"""``sathana init``: begins a real installation, once.

Everything is asked and worked out before anything is written; what was written is
taken away again if a later step fails, so that a failed beginning can be repeated.
"""

from __future__ import annotations

import os
import shutil
import uuid
from argparse import Namespace
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from sathana.cli import init_asking, keys_papers, opened
from sathana.cli.data_folder import here
from sathana.cli.faults import UnusableError, refused
from sathana.cli.init_asking import Wanted
from sathana.cli.terminal import Speaker

if TYPE_CHECKING:
    from sathana.protection.keyfile import Keys


def run(options: Namespace) -> int:
    """Make keys, recovery papers, database and the first organisation.

    Raises:
        UnusableError: There is an installation already, or a step failed.
    """
    say = Speaker(options.lang)
    # The database too is nobody else's to read.
    os.umask(0o077)
    _be_new(say)
    wanted = init_asking.ask(options, say)
    folder = keys_papers.folder_for(options, say)
    with ExitStack() as undo:
        _begin(wanted, folder, say, undo, text=options.text)
        undo.pop_all()
    return 0


def _be_new(say: Speaker) -> None:
    """Refuse where there is an installation: nothing is ever written over.

    Raises:
        UnusableError: There is a key file, a database, or what papers belong to.
    """
    from sathana.protection import kept, keyfile

    path = keyfile.path()
    try:
        keyfile.be_apart(path, here())
    except keyfile.KeyFileError as fault:
        raise refused(say, fault.th, fault.en) from fault
    for there in (path, here() / kept.FOLDER, _database_file()):
        if there is not None and there.exists():
            raise refused(
                say,
                f"เครื่องนี้เริ่มระบบไว้แล้ว ({there}) จึงไม่ทำอะไร เปิดเว็บด้วย sathana start "
                "ถ้าต้องการระบบใหม่อีกระบบ ตั้ง SATHANA_DATA และ SATHANA_KEYS เป็นที่ใหม่",
                f"there is an installation on this machine already ({there}), so "
                "nothing was done. sathana start serves it. For another one, set "
                "SATHANA_DATA and SATHANA_KEYS to new places",
            )


def _database_file() -> Path | None:
    """Return the file of the database; ``None`` where a server keeps it."""
    return Path(opened.database()["NAME"]) if opened.is_embedded() else None


def _begin(
    wanted: Wanted, folder: Path, say: Speaker, undo: ExitStack, *, text: bool
) -> None:
    """Write everything, each step with the step that takes it away again."""
    from sathana.protection import kept, keyfile, recovery

    keys, made, database = keyfile.fresh(), recovery.make(), uuid.uuid4()
    files = keys_papers.write(made, folder, say, text=text, database=database)
    undo.callback(keys_papers.remove, files)
    _make(lambda: keyfile.write(keyfile.path(), keys), keyfile.path(), say)
    undo.callback(keyfile.path().unlink, missing_ok=True)
    _make(lambda: kept.begin(here(), made.recipient, keys), here(), say)
    undo.callback(shutil.rmtree, here() / kept.FOLDER, ignore_errors=True)
    print(say("กำลังสร้างฐานข้อมูล", "Making the database"), flush=True)
    opened.setup()
    if (file := _database_file()) is not None:
        undo.callback(_remove_database, file)
    codes = _database(wanted, database, say)
    print(_done(wanted, codes, keys, say))
    print(keys_papers.what_to_do(say, files, made.name))


def _make(step: Callable[[], object], path: Path, say: Speaker) -> None:
    try:
        step()
    except OSError as fault:
        raise refused(
            say,
            f"เขียน {path} ไม่ได้ ({fault.strerror}) ตรวจสิทธิของโฟลเดอร์ ยังไม่ได้เริ่มอะไร",
            f"{path} cannot be written ({fault.strerror}): look at the rights of its "
            "folder. Nothing was begun",
        ) from fault


def _database(wanted: Wanted, database: uuid.UUID, say: Speaker) -> list[str]:
    """Make the tables and the first organisation; return the codes of its admins."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    from sathana.accounts.errors import OfficeError
    from sathana.registry import walls

    with opened.alone(say, "sathana init"):
        try:
            walls.stand_for(connection, walls.ALL)
            _be_empty(say)
            call_command("migrate", verbosity=0, interactive=False)
            return _found(wanted, database)
        except OfficeError as fault:
            raise UnusableError((f"sathana: {say.of(fault.text)}",)) from fault
        except DatabaseError as fault:
            raise opened.unreachable(say, fault) from fault
        finally:
            connection.close()


def _be_empty(say: Speaker) -> None:
    """Refuse a server's database in which somebody already works."""
    from django.db import connection

    if "accounts_organisation" not in connection.introspection.table_names():
        return
    from sathana.accounts.models import Organisation

    if Organisation.objects.exists():
        raise refused(
            say,
            "ฐานข้อมูลตาม DATABASE_URL มีระบบอยู่แล้ว จึงไม่ทำอะไร ใช้ฐานข้อมูลว่าง "
            "หรือกู้ไฟล์กุญแจของระบบนั้นด้วย sathana keys recover",
            "the database that DATABASE_URL names holds an installation already, so "
            "nothing was done. Name an empty one, or bring back the key file of that "
            "one: sathana keys recover",
        )


def _found(wanted: Wanted, database: uuid.UUID) -> list[str]:
    """Store which database this is, and the organisation; return its admins' codes."""
    from sathana.accounts.services.founding import found
    from sathana.audit.models import Database
    from sathana.protection import keys

    # A new database names itself; this one has the name that is on the papers.
    if not Database.objects.update(id=database):
        Database.objects.create(id=database)
    codes: list[str] = found(
        organisation_name_th=wanted.name_th,
        organisation_name_en=wanted.name_en,
        areas=wanted.areas,
        admins=wanted.admins,
    )
    keys.forget_all()
    return codes


def _remove_database(file: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _done(wanted: Wanted, codes: list[str], keys: Keys, say: Speaker) -> str:
    from sathana.protection import keyfile

    lines = [
        say("เริ่มระบบแล้ว", "The installation is there."),
        say(f"  ข้อมูล: {here()}", f"  data: {here()}"),
        say(
            f"  ไฟล์กุญแจ: {keyfile.path()} (กุญแจหลัก {keys.newest}) อย่าย้ายเข้าโฟลเดอร์ข้อมูล "
            "อย่าเก็บกับข้อมูลสำรอง",
            f"  key file: {keyfile.path()} (master key {keys.newest}); never in the "
            "data folder, never beside the backups",
        ),
        say(
            f"องค์กร: {wanted.name_th} ผู้ดูแลสองคนตั้งรหัสผ่านด้วยรหัสเชิญนี้ภายใน 72 ชั่วโมง "
            "(แสดงครั้งเดียว ส่งให้ถึงมือ) ที่หน้าเข้าสู่ระบบ หลังสั่ง sathana start:",
            f"Organisation: {wanted.name_th}. Its two admins choose their passphrases "
            "with these codes within 72 hours (shown this once; hand them over in "
            "person), on the sign-in page, after sathana start:",
        ),
    ]
    lines += [
        f"  {username:<20} {code}"
        for (username, _), code in zip(wanted.admins, codes, strict=True)
    ]
    return "\n".join(lines)

"""The doctor: is this installation in good health? Reads only, changes nothing.

Each check gives one finding with what to do; none shows anything about a person.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from sathana.protection import keyfile
from sathana.registry.keeping import (
    checking,
    doctor_machine,
    doctor_media,
    doctor_postgres,
    making,
    ready,
    sealing,
)
from sathana.registry.keeping.checking import Finding
from sathana.registry.keeping.faults import KeepingError

BACKUP_DAYS, HEAD_DAYS, REVIEW_DAYS = 2, 8, 3
"""After so many days a backup, a signed head, an unreviewed emergency are too old."""
_SAFE_LOG = (3, 51, 3)


def examine(backups: Path) -> Iterator[Finding]:
    """Make all checks.

    Args:
        backups: The folder of backups.
    """
    checks: list[Callable[[], Finding]] = [
        *(sqlite_settings, doctor_machine.alone_on_disk),
        *(check for check in doctor_postgres.CHECKS),
        *(private, keys_elsewhere, key_for_backups),
        *(doctor_machine.clock, doctor_machine.room, migrated),
        *(guarded, chain, lambda: backed_up(backups), head_kept, reviewed),
        *(doctor_machine.no_debug, doctor_machine.behind_tls),
        *doctor_media.CHECKS,
    ]
    for check in checks:
        try:
            finding = check()
        except (DatabaseError, OSError) as fault:
            finding = _failed(check, fault)
        if finding.th:
            yield finding


def sqlite_settings() -> Finding:
    """See that what is acknowledged is on the disk, and no known fault is near."""
    if connection.vendor != "sqlite":
        return doctor_postgres.NOTHING
    wanted = "wal" if sqlite3.sqlite_version_info >= _SAFE_LOG else "delete"
    with connection.cursor() as cursor:
        journal = str(cursor.execute("PRAGMA journal_mode").fetchone()[0])
        mapped = cursor.execute("PRAGMA mmap_size").fetchone()
    version = sqlite3.sqlite_version
    if journal != wanted or (mapped and mapped[0]):
        return Finding(
            False,
            f"SQLite {version} ใช้ journal {journal} ควรเป็น {wanted}",
            f"SQLite {version} uses the journal {journal}; it should be {wanted}",
            "หยุดโปรแกรมอื่นที่เปิดฐานข้อมูลนี้ แล้วเปิดเว็บใหม่ด้วย sathana start",
            "stop other programs that use this database, then start the site with "
            "'sathana start'",
        )
    how = "FULL" if wanted == "wal" else "EXTRA"
    return Finding(
        True,
        f"SQLite {version}, journal {journal}, synchronous {how}",
        f"SQLite {version}, journal {journal}, synchronous {how}",
    )


def private() -> Finding:
    """See that only the owner may read the key file, the database and the folder."""
    file = ready.file_of(settings.DATABASES["default"])
    paths = [keyfile.path(), settings.SATHANA_DATA, *([file] if file else [])]
    wide = [p for p in map(Path, paths) if p.exists() and p.stat().st_mode & 0o077]
    if wide:
        names = ", ".join(str(path) for path in wide)
        return Finding(
            False,
            f"ผู้ใช้อื่นของเครื่องนี้อ่านได้: {names}",
            f"other users of this machine may read {names}",
            f"chmod go-rwx {' '.join(str(path) for path in wide)}",
            f"chmod go-rwx {' '.join(str(path) for path in wide)}",
        )
    return Finding(
        True,
        "เฉพาะเจ้าของอ่านไฟล์กุญแจและฐานข้อมูลได้",
        "only the owner may read the key file and the database",
    )


def keys_elsewhere() -> Finding:
    """See that who takes the data folder does not take the keys with it."""
    keys, data = keyfile.path().resolve(), Path(settings.SATHANA_DATA).resolve()
    if keys.is_relative_to(data):
        return Finding(
            False,
            f"ไฟล์กุญแจ {keys} อยู่ในโฟลเดอร์ข้อมูล ใครได้โฟลเดอร์ไปก็อ่านได้ทั้งหมด",
            f"the key file {keys} lies in the data folder: who takes the folder can "
            "read everything",
            "ย้ายไปไว้ที่อื่นแล้วระบุใน SATHANA_KEYS",
            "move it elsewhere and name the place in SATHANA_KEYS",
        )
    return Finding(
        True, "ไฟล์กุญแจอยู่นอกโฟลเดอร์ข้อมูล", "the key file lies outside the data folder"
    )


def key_for_backups() -> Finding:
    """See that there is a key to encrypt backups to."""
    try:
        there = sealing.recipient(Path(settings.SATHANA_DATA))
    except KeepingError as fault:
        return Finding(False, fault.text["th"], fault.text["en"])
    if there is None:
        return Finding(
            False,
            "ยังไม่มีกุญแจสาธารณะสำหรับข้อมูลสำรอง",
            "there is no public key for backups yet",
            "ระบบจริงเริ่มด้วย sathana init ซึ่งสร้างกุญแจนี้ให้ (docs/backup.md)",
            "a real installation begins with 'sathana init', which makes it "
            "(docs/backup.md)",
        )
    return Finding(True, "มีกุญแจสำหรับข้อมูลสำรอง", "there is a key for backups")


def migrated() -> Finding:
    """See that the database is as new as the program."""
    executor = MigrationExecutor(connection)
    lacking = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if lacking:
        return Finding(
            False,
            f"ฐานข้อมูลต้องปรับอีก {len(lacking)} ขั้น",
            f"the database lacks {len(lacking)} migrations",
            "หยุดเว็บแล้วรัน sathana migrate",
            "stop the site and run 'sathana migrate'",
        )
    return Finding(True, "ฐานข้อมูลเป็นรุ่นล่าสุด", "the database is up to date")


def guarded() -> Finding:
    """See that the database still refuses changes of the audit chain."""
    from sathana.audit import guards

    off = guards.missing()
    if off:
        return Finding(
            False,
            f"ตัวป้องกันบันทึกหายไป: {', '.join(off)}",
            f"the guards of the record are gone: {', '.join(off)}",
            "เก็บสำเนาฐานข้อมูลไว้ แจ้งผู้ดูแลระบบและเจ้าหน้าที่คุ้มครอง",
            "keep a copy of the database, tell the system admin and the protection "
            "officer",
        )
    return Finding(
        True, "ฐานข้อมูลป้องกันบันทึกไม่ให้ถูกแก้", "the database guards the audit chain"
    )


def chain() -> Finding:
    """Verify the audit chain, up to the newest head that is kept here."""
    from sathana.audit import identity, kept

    here = {str(one) for one in identity.lineage()[:1]}
    kept_ones = kept.all_kept(Path(settings.SATHANA_DATA))
    heads = [head for _, head in kept_ones if head and head.database in here]
    newest = max(heads, key=lambda head: head.seq, default=None)
    return checking.chained(newest.head if newest else None)


def backed_up(backups: Path) -> Finding:
    """See that there is a backup of these days."""
    newest = making.newest(backups)
    age = _days_since(newest.stat().st_mtime) if newest else None
    if age is None or age > BACKUP_DAYS:
        when_th = "ยังไม่เคยสำรอง" if age is None else f"สำรองล่าสุด {age:.0f} วันก่อน"
        when_en = "never" if age is None else f"{age:.0f} days ago"
        return Finding(
            False,
            f"{when_th} ({backups})",
            f"last backup: {when_en} ({backups})",
            "รัน sathana backup ทุกวัน แล้วคัดลอกโฟลเดอร์ไปเก็บนอกเครื่อง",
            "run 'sathana backup' every day, and copy the folder off this machine",
        )
    return Finding(
        True,
        f"สำรองล่าสุด {age * 24:.0f} ชั่วโมงก่อน",
        f"last backup {age * 24:.0f} hours ago",
    )


def head_kept() -> Finding:
    """See that a signed head of these days is kept: for a witness outside."""
    from sathana.audit import kept

    heads = [h for _, h in kept.all_kept(Path(settings.SATHANA_DATA)) if h]
    newest = max((datetime.fromisoformat(h.at) for h in heads), default=None)
    age = (datetime.now(UTC) - newest) if newest else None
    if age is None or age > timedelta(days=HEAD_DAYS):
        return Finding(
            False,
            "ไม่มีหัวสายที่ลงนามในช่วง 8 วันนี้ จึงไม่มีพยานว่าบันทึกไม่ถูกตัด",
            "no head of the record was signed in the last 8 days: nobody outside can "
            "witness that it was not cut",
            "รัน sathana audit head แล้วมอบไฟล์ให้พยานภายนอกเก็บ",
            "run 'sathana audit head' and give the file to a witness outside",
        )
    return Finding(True, "มีหัวสายที่ลงนามไม่นานนี้", "a head was signed lately")


def reviewed() -> Finding:
    """See that opened emergencies were looked at by a second person."""
    from sathana.registry.models import BreakGlass

    before = timezone.now() - timedelta(days=REVIEW_DAYS)
    waiting = BreakGlass.rows.filter(reviewed_at=None, made_at__lt=before).count()
    if waiting:
        return Finding(
            False,
            f"การเปิดแฟ้มฉุกเฉินที่ยังไม่มีใครทบทวนเกิน {REVIEW_DAYS} วัน: {waiting}",
            f"{waiting} emergency openings wait for a review for over {REVIEW_DAYS} "
            "days",
            "หัวหน้าทีมหรือเจ้าหน้าที่คุ้มครองทบทวนที่หน้า /glass/",
            "a supervisor or protection officer reviews them at /glass/",
        )
    return Finding(
        True, "การเปิดแฟ้มฉุกเฉินได้รับการทบทวนแล้ว", "no emergency opening waits for a review"
    )


def _failed(check: Callable[[], Finding], fault: Exception) -> Finding:
    name = getattr(check, "__name__", "check").strip("<>")
    why = " ".join(str(fault).split())[:200]
    return Finding(False, f"ตรวจ {name} ไม่ได้ ({why})", f"{name} failed ({why})")


def _days_since(moment: float) -> float:
    return (time.time() - moment) / 86_400

"""The doctor's checks of the machine: its disk, its clock, how the site is reached."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from sathana.registry.keeping import doctor_postgres, ready
from sathana.registry.keeping.checking import Finding

_GIB = 1 << 30
_OPEN_HOSTS = frozenset(("localhost", "127.0.0.1", "[::1]", "::1"))


def alone_on_disk() -> Finding:
    """See that the database is on a disk of this machine, where locks hold."""
    file = ready.file_of(settings.DATABASES["default"])
    if file is None:
        return doctor_postgres.NOTHING
    kind = _file_system(file)
    if kind.startswith(("nfs", "cifs", "smb", "fuse.sshfs", "9p")):
        return Finding(
            False,
            f"ฐานข้อมูลอยู่บนดิสก์เครือข่าย ({kind}) ซึ่งล็อกไม่ได้จริง ข้อมูลอาจเสีย",
            f"the database lies on a network disk ({kind}), where locks do not hold: "
            "it may be damaged",
            "ย้ายโฟลเดอร์ข้อมูลมาไว้บนดิสก์ของเครื่องนี้ หรือใช้ PostgreSQL",
            "move the data folder to a disk of this machine, or use PostgreSQL",
        )
    return Finding(True, "ฐานข้อมูลอยู่บนดิสก์ของเครื่องนี้", "the database lies on a local disk")


def clock() -> Finding:
    """See that the clock has not gone back behind what is written already."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(at) FROM audit_entry")
        row = cursor.fetchone()
    last = _moment(row[0]) if row and row[0] else None
    now = timezone.now()
    if now.year < 2026 or (last and now < last - timedelta(minutes=2)):
        return Finding(
            False,
            f"นาฬิกาของเครื่องช้ากว่าบันทึกล่าสุด ({now:%Y-%m-%d %H:%M} UTC)",
            f"the clock is behind the last entry of the record ({now:%Y-%m-%d %H:%M} "
            "UTC)",
            "ตั้งนาฬิกาให้ตรง (ใช้ NTP) กำหนดเวลาตามกฎหมายและบันทึกขึ้นกับนาฬิกา",
            "set the clock (with NTP): deadlines and the record depend on it",
        )
    return Finding(True, "นาฬิกาเดินต่อจากบันทึกล่าสุด", "the clock is after the last entry")


def room() -> Finding:
    """See that there is room on the disk for the data twice, and a gibibyte."""
    data = Path(settings.SATHANA_DATA)
    free = shutil.disk_usage(data).free
    file = ready.file_of(settings.DATABASES["default"])
    needed = _GIB + 2 * (file.stat().st_size if file and file.exists() else 0)
    told = f"{free / _GIB:.1f} GiB"
    if free < needed:
        return Finding(
            False,
            f"ดิสก์เหลือ {told} ควรเหลืออย่างน้อย {needed / _GIB:.1f} GiB",
            f"{told} are free on the disk; {needed / _GIB:.1f} GiB should be",
            "ลบข้อมูลสำรองเก่าด้วย sathana backup --keep 14 หรือเพิ่มดิสก์",
            "remove old backups with 'sathana backup --keep 14', or add a disk",
        )
    return Finding(True, f"ดิสก์เหลือ {told}", f"{told} are free on the disk")


def no_debug() -> Finding:
    """See that no page would show the inside of the program."""
    if settings.DEBUG:
        return Finding(
            False,
            "เปิดโหมด DEBUG อยู่ หน้าผิดพลาดจะเผยข้อมูล",
            "DEBUG is on: error pages show what they should not",
            "ใช้ settings ที่มากับโปรแกรม",
            "use the settings that ship",
        )
    return Finding(True, "ปิดโหมด DEBUG", "DEBUG is off")


def behind_tls() -> Finding:
    """See that cookies travel encrypted wherever others reach the site."""
    others = [host for host in settings.ALLOWED_HOSTS if host not in _OPEN_HOSTS]
    if others and not settings.SESSION_COOKIE_SECURE:
        return Finding(
            False,
            f"เข้าถึงได้จากที่อื่น ({', '.join(others)}) โดยไม่มี TLS รหัสผ่านถูกดักได้",
            f"others reach the site ({', '.join(others)}) without TLS: passwords can "
            "be read on the way",
            "ตั้งเว็บไว้หลัง TLS แล้วตั้ง SATHANA_TLS=1 (docs/protection.md)",
            "put the site behind TLS and set SATHANA_TLS=1 (docs/protection.md)",
        )
    how_th = "เฉพาะเครื่องนี้" if not others else "ผ่าน TLS"
    how_en = "from this machine only" if not others else "through TLS"
    return Finding(True, f"เข้าถึงได้{how_th}", f"the site is reached {how_en}")


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.fromisoformat(str(value)).replace(tzinfo=UTC)


def _file_system(file: Path) -> str:
    """Return the kind of file system a file lies on; ``""`` if it cannot be told."""
    try:
        mounts = Path("/proc/mounts").read_text("utf-8").splitlines()
    except OSError:
        return ""
    where, best = str(file.resolve()), ("", "")
    for line in mounts:
        _, point, kind, *_ = line.split(" ")
        inside = where == point or where.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]

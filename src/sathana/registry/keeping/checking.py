"""Is what was laid out whole? Every check says what it found, in both languages."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, models

from sathana.audit import chain, stored
from sathana.audit.chain import Head
from sathana.files import store
from sathana.protection import crypto, keys
from sathana.protection.fields import Sealed
from sathana.registry.models import StoredFile
from sathana.registry.models.base import FamilyRow
from sathana.registry.services.evidence import COPY, ORIGINAL, place_of

SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a report.

    Attributes:
        good: Whether it is as it should be.
        text: What was found, in Thai and English.
        advice: What to do; empty where nothing is to be done.
    """

    good: bool
    th: str
    en: str
    fix_th: str = ""
    fix_en: str = ""


def as_it_came(manifest: Mapping[str, Any]) -> list[Finding]:
    """Check the database that Django is connected to, before anything is changed.

    Args:
        manifest: What the backup says of itself.
    """
    return [
        whole(),
        counted(manifest["tables"]),
        chained(Head(*manifest["head"])),
    ]


def as_it_opens(
    manifest: Mapping[str, Any], lost: list[str], unheard: Sequence[str] = ()
) -> Iterator[Finding]:
    """Check what only a database as new as this program lets us check.

    Args:
        manifest: What the backup says of itself.
        lost: Blobs of it that are not whole.
        unheard: Recordings of it that are not whole.
    """
    yield _blobs(manifest, lost)
    yield _recordings(manifest, unheard)
    yield records()
    yield files()


def whole() -> Finding:
    """Let the database look at itself: pages and links between rows."""
    if connection.vendor != "sqlite":
        return Finding(True, "ฐานข้อมูลรับข้อมูลครบทุกตาราง", "the database took every table")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        said = [str(row[0]) for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        loose = len(cursor.fetchall())
    if said != ["ok"] or loose:
        why = said[0] if said != ["ok"] else f"{loose} links"
        return Finding(False, f"ฐานข้อมูลเสีย ({why})", f"the database is damaged ({why})")
    return Finding(True, "โครงสร้างฐานข้อมูลสมบูรณ์", "the database is sound")


def counted(told: Mapping[str, int]) -> Finding:
    """Count the rows of each table but those that a backup leaves out."""
    from sathana.registry.keeping.snapshot import LEFT_OUT

    wrong, rows = [], 0
    with connection.cursor() as cursor:
        for table, number in told.items():
            if table in LEFT_OUT:
                continue
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT count(*) FROM {name}")  # noqa: S608
            found = int(cursor.fetchone()[0])
            rows += found
            if found != number:
                wrong.append(f"{table}: {found} != {number}")
    if wrong:
        why = "; ".join(wrong[:5])
        return Finding(False, f"จำนวนแถวไม่ตรง ({why})", f"rows are missing ({why})")
    return Finding(
        True,
        f"จำนวนแถวตรงทุกตาราง ({rows:,} แถว)",
        f"all {rows:,} rows of {len(told)} tables are there",
    )


def chained(head: Head | None = None) -> Finding:
    """Verify the audit chain, up to the head that is told."""
    fault = chain.verify(stored.entries(), [head] if head and head.seq else [])
    if fault:
        return Finding(
            False,
            f"บันทึกการใช้งานผิดที่รายการ {fault.seq:,} ({fault.kind})",
            f"the audit chain is wrong at entry {fault.seq:,} ({fault.kind})",
            "รัน sathana audit verify เพื่อดูรายละเอียด แล้วแจ้งเจ้าหน้าที่คุ้มครอง",
            "run 'sathana audit verify' for more, and tell the protection officer",
        )
    return Finding(True, "บันทึกการใช้งานต่อกันครบ", "the audit chain is whole")


def records(sample: int = SAMPLE) -> Finding:
    """Open random records, each sealed field of them."""
    opened, erased, broken = 0, 0, []
    for model in _models_of_people():
        sealed = [f.attname for f in model._meta.local_fields if isinstance(f, Sealed)]
        if not sealed:
            continue
        for row in _some(model, sample):
            try:
                for name in sealed:
                    getattr(row, name)
                opened += 1
            except keys.ErasedError:
                erased += 1
            except crypto.SealBrokenError:
                broken.append(f"{model.__name__} {row.pk}")
    return _told(opened, erased, broken, "ระเบียน", "records")


def files(sample: int = SAMPLE) -> Finding:
    """Open random files of evidence."""
    opened, erased, broken = 0, 0, []
    for row in _some(StoredFile, sample):
        for blob, what in ((row.original, ORIGINAL), (row.copy, COPY)):
            if blob is None:
                continue
            try:
                store.read(blob, keys.of_record(row.key), place_of(row, what))
                opened += 1
            except keys.ErasedError:
                erased += 1
            except (crypto.SealBrokenError, store.MissingFileError):
                broken.append(str(blob))
    return _told(opened, erased, broken, "ไฟล์", "files")


def _models_of_people() -> Iterator[Any]:
    """Return the models of the registry, and what other rooms keep of a family."""
    for model in apps.get_models():
        if model._meta.app_label == "registry" or issubclass(model, FamilyRow):
            yield model


def _some(model: type[models.Model], sample: int) -> Iterator[Any]:
    manager = getattr(model, "rows", model._default_manager)
    ids = list(manager.values_list("pk", flat=True))
    chosen = random.SystemRandom().sample(ids, min(sample, len(ids)))
    yield from manager.filter(pk__in=chosen)


def _blobs(manifest: Mapping[str, Any], lost: list[str]) -> Finding:
    number, missing = len(manifest["files"]), manifest["missing"]
    if lost or missing:
        why = ", ".join([*lost, *missing][:3])
        return Finding(
            False,
            f"ไฟล์หลักฐานเสีย {len(lost)} และไม่มีอยู่ตอนสำรอง {len(missing)} ({why})",
            f"{len(lost)} files of evidence are damaged, {len(missing)} were not there "
            f"when the backup was made ({why})",
            "ใช้ข้อมูลสำรองชุดอื่นของโฟลเดอร์ files",
            "use another copy of the folder 'files'",
        )
    return Finding(
        True,
        f"ไฟล์หลักฐานครบ {number:,} ไฟล์",
        f"all {number:,} files of evidence are whole",
    )


def _recordings(manifest: Mapping[str, Any], unheard: Sequence[str]) -> Finding:
    """Tell of the recordings; what was lost before the backup holds nothing up.

    A recording can be made again, and no family waits for it: only a backup that was
    damaged itself is refused.
    """
    number = len(manifest.get("recordings", ()))
    if unheard:
        why = ", ".join(digest[:12] for digest in unheard[:3])
        return Finding(
            False,
            f"สื่อในข้อมูลสำรองเสียหรือหาย {len(unheard):,} จาก {number:,} ({why}…)",
            f"{len(unheard):,} of {number:,} recordings in the backup are missing or "
            f"damaged ({why}…)",
            "ใช้ข้อมูลสำรองชุดอื่นของโฟลเดอร์ media",
            "use another copy of the folder 'media'",
        )
    gone = len(manifest.get("recordings_lacking", ()))
    also_th = f" อีก {gone:,} หายหรือเสียอยู่แล้วในวันที่สำรอง" if gone else ""
    also_en = f"; {gone:,} were lost before the backup was made" if gone else ""
    return Finding(
        True,
        f"สื่อครบ {number:,} รายการ{also_th}",
        f"all {number:,} recordings of the backup are whole{also_en}",
    )


def _told(opened: int, erased: int, broken: list[str], th: str, en: str) -> Finding:
    if broken:
        why = ", ".join(broken[:3])
        return Finding(
            False,
            f"เปิด{th}ไม่ได้ {len(broken)} ({why})",
            f"{len(broken)} {en} do not open ({why})",
        )
    gone_th = f" อีก {erased:,} ถูกลบถาวรแล้ว" if erased else ""
    gone_en = f", {erased:,} were erased for good" if erased else ""
    return Finding(
        True,
        f"สุ่มเปิด{th}ได้ {opened:,}{gone_th}",
        f"{opened:,} random {en} open{gone_en}",
    )

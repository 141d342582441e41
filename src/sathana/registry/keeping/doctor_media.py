"""The doctor's checks of the media centre: its files, its small copies, ffmpeg."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from sathana.registry.keeping.checking import Finding

WAIT = timedelta(days=1)
"""A copy that waits for longer is told: nobody makes it."""
_START_SECONDS = 20


def recordings_whole() -> Finding:
    """See that each recording and each small copy is there, byte for byte."""
    from sathana.media import services, store

    named = services.named()
    bad = store.damaged(named)
    if bad:
        some = ", ".join(digest[:12] for digest in bad[:3])
        return Finding(
            False,
            f"ไฟล์ของศูนย์สื่อหายหรือเสีย {len(bad):,} จาก {len(named):,} ({some}…)",
            f"{len(bad):,} of {len(named):,} files of the media centre are missing or "
            f"damaged ({some}…)",
            "นำต้นฉบับกลับจากข้อมูลสำรอง (โฟลเดอร์ media) หรือลบรายการนั้นในศูนย์สื่อแล้วนำเข้าใหม่",
            "bring the original back from a backup (folder 'media'), or remove that "
            "recording in the media centre and take it in again",
        )
    return Finding(
        True,
        f"ไฟล์ของศูนย์สื่อครบ {len(named):,} ไฟล์",
        f"all {len(named):,} files of the media centre are whole",
    )


def nothing_loose() -> Finding:
    """See that no file lies in the store that no recording names."""
    from sathana.media import services, store

    loose = store.orphans(services.named())
    if loose:
        size = sum(file.stat().st_size for file in loose) / 1_000_000
        return Finding(
            False,
            f"มีไฟล์ในศูนย์สื่อที่ไม่มีรายการใดอ้างถึง {len(loose):,} ไฟล์ ({size:,.1f} MB) "
            f"เช่น {loose[0]}",
            f"{len(loose):,} files of the media store belong to no recording "
            f"({size:,.1f} MB), such as {loose[0]}",
            "สำรองข้อมูลก่อน แล้วลบไฟล์เหล่านี้ได้ ไม่มีหน้าใดใช้",
            "make a backup, then remove them: no page uses them",
        )
    return Finding(True, "ไม่มีไฟล์ตกค้างในศูนย์สื่อ", "no file of the media store is loose")


def copies_made() -> Finding:
    """See that small copies are made: none failed, none waits for days."""
    from sathana.media.models import Variant

    failed = Variant.objects.filter(state=Variant.FAILED).count()
    waiting = Variant.objects.filter(
        state__in=(Variant.WAITING, Variant.WORKING),
        recording__taken_at__lt=timezone.now() - WAIT,
    ).count()
    if failed or waiting:
        return Finding(
            False,
            f"สำเนาขนาดเล็กของสื่อทำไม่สำเร็จ {failed:,} รอเกินหนึ่งวัน {waiting:,} "
            "ผู้ที่เน็ตช้าจึงยังเปิดไม่ได้",
            f"of the small copies {failed:,} failed, and {waiting:,} wait for over a "
            "day: who has a slow line cannot open them yet",
            "ที่รออยู่ เว็บทำเองเมื่อเปิดด้วย sathana start ที่ไม่สำเร็จ ดูเหตุและกดลองใหม่ในศูนย์สื่อ",
            "the site makes those that wait while 'sathana start' runs; of those that "
            "failed see why in the media centre, and try again there",
        )
    return Finding(
        True,
        "สำเนาขนาดเล็กของสื่อไม่มีที่ค้าง",
        "no small copy of the media centre failed or waits for long",
    )


def converter_starts() -> Finding:
    """See that ffmpeg, which makes the small copies, starts on this machine."""
    from sathana.media import converter

    try:
        done = subprocess.run(  # noqa: S603 (no shell; a program that we ship)
            [converter.program(), "-version"],
            capture_output=True,
            timeout=_START_SECONDS,
            check=False,
        )
        why = "" if done.returncode == 0 else f"exit {done.returncode}"
    except (RuntimeError, OSError, subprocess.SubprocessError) as fault:
        why = " ".join(str(fault).split())[:200] or type(fault).__name__
    if why:
        return Finding(
            False,
            f"โปรแกรมแปลงสื่อ ffmpeg เริ่มไม่ได้ ({why}) จึงรับเสียงและวิดีโอไม่ได้",
            f"ffmpeg does not start ({why}): sound and video cannot be taken in",
            "ติดตั้งโปรแกรมใหม่ หรือติดตั้ง ffmpeg ของระบบแล้วระบุที่อยู่ใน IMAGEIO_FFMPEG_EXE",
            "install the program anew, or install ffmpeg of the system and name its "
            "place in IMAGEIO_FFMPEG_EXE",
        )
    return Finding(True, "โปรแกรมแปลงสื่อ ffmpeg พร้อม", "ffmpeg starts")


CHECKS: tuple[Callable[[], Finding], ...] = (
    recordings_whole,
    nothing_loose,
    copies_made,
    converter_starts,
)

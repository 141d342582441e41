"""``sathana audit head``: signs how far the chain has come, for a witness outside."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sathana.cli.audit_open import open_database
from sathana.cli.faults import refused
from sathana.cli.files import STDIN
from sathana.cli.terminal import Speaker

if TYPE_CHECKING:
    from sathana.audit.heads import SignedHead


def run(options: Namespace) -> int:
    """Write the signed head, and say what to do with it."""
    say = Speaker(options.lang)
    open_database(say)
    from sathana.audit import heads

    head = _signed(say)
    if options.out == STDIN:
        print(heads.as_text(head), end="")
        return 0
    path = _written(head, options.out, say)
    print(
        say(
            f"เขียนหัวสายแล้ว: {path}\n  รายการที่ {head.seq:,} เวลา {head.at}\n"
            f"  {head.hash}\n"
            "มอบไฟล์นี้ให้องค์กรภาคี หรือพิมพ์เก็บไว้ อย่าเก็บไว้ในเครื่องนี้ที่เดียว: "
            "หากมีใครตัดท้ายหรือเขียนบันทึกใหม่ทั้งหมด หัวสายที่อยู่ข้างนอกเท่านั้นที่จะบอกได้",
            f"the head is in {path}\n  entry {head.seq:,}, {head.at}\n  {head.hash}\n"
            "Give it to a partner, or print it; do not keep it on this machine only: "
            "if somebody cuts off the end of the record or writes all of it anew, "
            "only a head outside can tell.",
        )
    )
    return 0


def _signed(say: Speaker) -> SignedHead:
    from sathana.audit.kept import EmptyChainError, sign_now
    from sathana.protection import keyfile

    try:
        return sign_now()
    except EmptyChainError as fault:
        raise refused(
            say,
            "ยังไม่มีรายการในบันทึก จึงยังไม่มีหัวสายให้ลงนาม",
            "the record has no entry yet, so there is no head to sign",
        ) from fault
    except (OSError, ValueError) as fault:
        raise refused(
            say,
            f"อ่านไฟล์กุญแจ {keyfile.path()} ไม่ได้ ({fault}) หัวสายจึงลงนามไม่ได้",
            f"the key file {keyfile.path()} cannot be read ({fault}), so the head "
            "cannot be signed",
        ) from fault


def _written(head: SignedHead, out: str | None, say: Speaker) -> Path:
    from django.conf import settings

    from sathana.audit import heads, kept
    from sathana.law.stored import write_atomically

    try:
        if out is None:
            return kept.keep(settings.SATHANA_DATA, head)
        write_atomically(Path(out), heads.as_text(head))
    except OSError as fault:
        place = out or str(settings.SATHANA_DATA / kept.FOLDER)
        raise refused(
            say,
            f"เขียน {place} ไม่ได้ ({fault.strerror})",
            f"{place} cannot be written ({fault.strerror})",
        ) from fault
    return Path(out)

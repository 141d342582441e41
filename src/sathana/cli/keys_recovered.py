"""``sathana keys drill`` and ``sathana keys recover``: what two papers bring back."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sathana.cli.data_folder import here
from sathana.cli.faults import UnusableError, refused
from sathana.cli.files import reason
from sathana.cli.keys_papers import two_papers
from sathana.cli.terminal import Speaker

if TYPE_CHECKING:
    from sathana.protection.keyfile import Keys


def run(options: Namespace) -> int:
    """Try the papers, or write the key file with them."""
    return {"drill": _drill, "recover": _recover}[options.what](options)


def _drill(options: Namespace) -> int:
    """Say whether two papers bring the key file back; nothing is written."""
    from sathana.protection import keyfile

    say = Speaker(options.lang)
    found = _recovered(options, say)
    print(
        say(
            f"ใช้ได้: กระดาษสองแผ่นนี้เปิดสำเนาไฟล์กุญแจได้ (กุญแจหลัก {len(found.masters)} ดอก "
            f"ดอกที่ใช้อยู่คือ {found.newest}) ไม่ได้เขียนหรือเปลี่ยนอะไร",
            f"It works: these two papers open the copy of the key file (master keys: "
            f"{len(found.masters)}; in use: {found.newest}). Nothing was written or "
            "changed.",
        )
    )
    if not keyfile.path().exists():
        return 0
    return _compared(found, say)


def _compared(found: Keys, say: Speaker) -> int:
    from sathana.cli.keys_papers import installed_keys

    if found == installed_keys(say):
        print(
            say(
                "และตรงกับไฟล์กุญแจของเครื่องนี้ทุกดอก ล้างหน้าจอแล้วเก็บกระดาษคืนที่เดิม",
                "It is the same as the key file of this machine. Clear the screen, and "
                "put the papers back where they are kept.",
            )
        )
        return 0
    raise refused(
        say,
        "แต่ไม่ตรงกับไฟล์กุญแจของเครื่องนี้: สำเนาเก่ากว่าหรือเป็นของระบบอื่น สั่ง sathana keys "
        "rotate เพื่อทำสำเนาใหม่ แล้วซ้อมอีกครั้ง",
        "But it is not the same as the key file of this machine: the copy is older, or "
        "of another installation. Run sathana keys rotate, which makes a new copy, and "
        "try again.",
    )


def _recover(options: Namespace) -> int:
    """Write the key file of this machine from two papers; never over another one."""
    from sathana.protection import keyfile

    say, path = Speaker(options.lang), keyfile.path()
    _be_free(path, say)
    found = _recovered(options, say)
    try:
        keyfile.write(path, found)
    except OSError as fault:
        raise refused(
            say,
            f"เขียนไฟล์กุญแจ {path} ไม่ได้ ({fault.strerror})",
            f"the key file {path} cannot be written ({fault.strerror})",
        ) from fault
    print(
        say(
            f"กู้ไฟล์กุญแจคืนแล้วที่ {path} เปิดเว็บด้วย sathana start "
            "ถ้าไฟล์เดิมอาจอยู่ในมือผู้อื่น ให้สั่ง sathana keys rotate ด้วย",
            f"The key file is back at {path}; sathana start serves the site. If the "
            "old file may be in other hands, run sathana keys rotate too.",
        )
    )
    return 0


def _be_free(path: Path, say: Speaker) -> None:
    """Refuse a place where a key file is already, or where none may be."""
    from sathana.protection import keyfile

    try:
        keyfile.be_apart(path, here())
    except keyfile.KeyFileError as fault:
        raise refused(say, fault.th, fault.en) from fault
    if path.exists():
        raise refused(
            say,
            f"มีไฟล์กุญแจ {path} อยู่แล้ว จึงไม่เขียนทับ ย้ายไฟล์นั้นไปก่อน หรือตั้ง SATHANA_KEYS",
            f"there is a key file {path} already, and it is not written over: move it "
            "away first, or set SATHANA_KEYS",
        )


def _recovered(options: Namespace, say: Speaker) -> Keys:
    """Open the escrow with two papers.

    Raises:
        UnusableError: There is no escrow, or the papers do not open it.
    """
    from sathana.protection import recovery
    from sathana.protection.keyfile import KeyFileError

    escrow = _escrow(options, say)
    papers = two_papers(options.paper, say)
    try:
        return recovery.open_escrow(escrow, papers)
    except (recovery.RecoveryError, KeyFileError) as fault:
        raise UnusableError((say(fault.th, fault.en),)) from fault


def _escrow(options: Namespace, say: Speaker) -> bytes:
    from sathana.protection import kept
    from sathana.protection.recovery import RecoveryError

    try:
        if options.escrow:
            return Path(options.escrow).read_bytes()
        return kept.escrow(here())
    except RecoveryError as fault:
        raise refused(say, fault.th, fault.en) from fault
    except OSError as fault:
        th, en = reason(fault)
        name = options.escrow
        raise refused(say, f"{name}: {th}", f"{name}: {en}") from fault

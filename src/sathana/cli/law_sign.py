"""``sathana law sign``: put one's signature under an update of the law."""

from __future__ import annotations

import getpass
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sathana.cli.days import today
from sathana.cli.faults import UnusableError, refused
from sathana.cli.law_files import load, read_bytes
from sathana.cli.terminal import Speaker
from sathana.law.stored import write_atomically
from sathana.law.update_apply import build
from sathana.law.update_file import same_name, with_signature
from sathana.law.update_model import LawUpdate, UpdateError

if TYPE_CHECKING:
    from sathana.cli.signing import SigningKey

_KEY_FILE = 10_000


def run(options: Namespace) -> int:
    """Sign a file that could be installed; show first what it changes."""
    from sathana.cli import signing

    say = Speaker(options.lang)
    update, _ = load(options.file, options.lang)
    try:
        # Nobody should put a name under what no machine could take.
        build([update])
    except UpdateError as error:
        error.name = options.file
        raise UnusableError(tuple(error.lines(options.lang))) from error
    key = _key(options.key, say)
    _not_twice(update, key, say)
    changed = [one.name for one in signing.altered(update)]
    if changed:
        raise refused(
            say,
            f"ไฟล์ถูกแก้หลังจาก {', '.join(changed)} ลงนาม ให้ลบตั้งแต่บรรทัด "
            "signatures: ลงไป แล้วลงนามใหม่ทุกคน",
            f"after {', '.join(changed)} signed, the file was altered: cut it "
            "off at the line 'signatures:', and let everybody sign again",
        )
    added = signing.sign(update, key, date.fromordinal(today()).isoformat())
    _write(options.file, with_signature(update, added), say)
    _tell(update, key, say)
    return 0


def _tell(update: LawUpdate, key: SigningKey, say: Speaker) -> None:
    print(
        say(
            f"{key.name} ลงนามใน {update.id}: {update.title['th']}",
            f"{key.name} has signed {update.id}: {update.title['en']}",
        )
    )
    for change in update.changes:
        print(f"  {change.record}: {', '.join(change.values)}")
    missing = 2 - len(update.signatures) - 1
    if missing > 0:
        print(
            say(
                "ยังขาดอีกหนึ่งคน ก่อนลงนามให้ดูผลด้วย sathana law diff",
                "one more person must sign; before signing, see what it does with "
                "'sathana law diff'",
            )
        )


def _write(file: str, text: str, say: Speaker) -> None:
    try:
        write_atomically(Path(file), text)
    except OSError as error:
        raise refused(
            say,
            f"เขียน {file} ไม่ได้ ({error.strerror}) ไฟล์ยังเหมือนเดิม",
            f"{file} cannot be written ({error.strerror}); it is as it was",
        ) from error


def _key(file: str, say: Speaker) -> SigningKey:
    """Return the key of a private key file; ask for its passphrase if it has one."""
    from sathana.cli import signing

    data = read_bytes(file, say.lang, _KEY_FILE)
    passphrase = None
    if signing.is_locked(data):
        passphrase = getpass.getpass(say("วลีรหัสผ่าน: ", "Passphrase: ")).encode()
    try:
        return signing.load(data, passphrase)
    except signing.WrongKeyError as error:
        raise refused(
            say,
            f"{file}: ไม่ใช่ไฟล์กุญแจลับ หรือวลีรหัสผ่านไม่ถูก ยังไม่ได้ลงนาม",
            f"{file}: no private key, or a wrong passphrase; nothing signed",
        ) from error


def _not_twice(update: LawUpdate, key: SigningKey, say: Speaker) -> None:
    for one in update.signatures:
        if one.key == key.public or same_name(one.name) == same_name(key.name):
            raise refused(
                say,
                f"{one.name} ลงนามไว้แล้ว ต้องให้อีกคนลงนามด้วยกุญแจของเขาเอง",
                f"{one.name} has signed already: another person must sign, "
                "with a key of their own",
            )

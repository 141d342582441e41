"""``sathana law key``: make a signing key; say whose keys are trusted here."""

from __future__ import annotations

import getpass
import re
from argparse import Namespace
from pathlib import Path

from sathana.cli.data_folder import here
from sathana.cli.faults import refused
from sathana.cli.law_files import keys
from sathana.cli.law_stored import writing
from sathana.cli.terminal import Speaker, complain
from sathana.law import keyring
from sathana.law.update_file import is_key, is_name

_SHORTEST = 8
"""Fewest letters of a passphrase."""


def run(options: Namespace) -> int:
    """Make, trust, list or forget a key."""
    say = Speaker(options.lang)
    return {"new": _new, "trust": _trust, "list": _list, "forget": _forget}[
        options.how
    ](options, say)


def _new(options: Namespace, say: Speaker) -> int:
    """Write a private key, and print the line that others need to trust it."""
    from sathana.cli import signing

    name = _name(options.name, say)
    path = Path(options.output or f"{re.sub(r'[^\w.-]+', '-', name)}.key")
    passphrase = None if options.no_passphrase else _new_passphrase(say)
    key = signing.make(name)
    try:
        signing.write(key, path, passphrase)
    except FileExistsError as error:
        raise refused(
            say,
            f"มีไฟล์ {path} อยู่แล้ว จึงไม่เขียนทับ เลือกชื่ออื่นด้วย -o",
            f"there is a file {path} already, and it is not written over: "
            "choose another with -o",
        ) from error
    except OSError as error:
        raise refused(
            say, f"เขียน {path} ไม่ได้ ({error})", f"{path} cannot be written ({error})"
        ) from error
    complain(
        say(
            f"เก็บกุญแจลับไว้ที่ {path} อย่าให้ใคร บรรทัดต่อไปคือกุญแจสาธารณะ ส่งให้ผู้อื่นได้ "
            "และอ่านให้ฟังทางโทรศัพท์เพื่อเทียบกัน",
            f"The private key is in {path}: give it to nobody. The next line is the "
            "public key, for others; read it to them by phone so that they can compare",
        )
    )
    print(f"{key.public} {name}")
    return 0


def _new_passphrase(say: Speaker) -> bytes:
    """Ask twice for a passphrase; nothing typed is shown."""
    first = getpass.getpass(say("วลีรหัสผ่านใหม่: ", "New passphrase: "))
    if len(first) < _SHORTEST:
        raise refused(
            say,
            f"วลีรหัสผ่านต้องมีอย่างน้อย {_SHORTEST} ตัว ยังไม่ได้สร้างกุญแจ",
            f"a passphrase has at least {_SHORTEST} letters; no key was made",
        )
    if getpass.getpass(say("พิมพ์อีกครั้ง: ", "Again: ")) != first:
        raise refused(
            say,
            "วลีทั้งสองครั้งไม่ตรงกัน ยังไม่ได้สร้างกุญแจ",
            "the two passphrases differ; no key was made",
        )
    return first.encode()


def _trust(options: Namespace, say: Speaker) -> int:
    name, key = _name(options.name, say), options.public.strip()
    # The whole line that "key new" prints may be pasted.
    key = key.partition(" ")[0]
    if not is_key(key):
        raise refused(
            say,
            "กุญแจสาธารณะต้องเป็น ed25519: ตามด้วย 44 ตัว ตามที่ sathana law key new พิมพ์ออกมา",
            "a public key is 'ed25519:' and 44 letters, as 'sathana law key "
            "new' prints it",
        )
    try:
        with writing(say) as folder:
            added = keyring.trust(folder, name, key)
    except keyring.KeyringError as error:
        raise refused(say, error.th, error.en) from error
    print(
        say(f"เชื่อถือกุญแจของ {name} แล้ว", f"the key of {name} is trusted now")
        if added
        else say(f"เชื่อถือกุญแจของ {name} อยู่แล้ว", f"the key of {name} was trusted before")
    )
    return 0


def _list(options: Namespace, say: Speaker) -> int:
    known = keys(here(), say.lang)
    for key, name in known.items():
        print(f"{key} {name}")
    if not known:
        complain(
            say(
                "ยังไม่เชื่อถือกุญแจใด เพิ่มด้วย sathana law key trust ชื่อ กุญแจ",
                "no key is trusted yet; add one with 'sathana law key trust NAME KEY'",
            )
        )
    return 0


def _forget(options: Namespace, say: Speaker) -> int:
    try:
        with writing(say) as folder:
            found = keyring.forget(folder, options.name)
    except keyring.KeyringError as error:
        raise refused(say, error.th, error.en) from error
    if not found:
        raise refused(
            say,
            f"ไม่มีกุญแจของ {options.name} ในพวง",
            f"there is no key of {options.name}",
        )
    print(
        say(
            f"ไม่เชื่อถือกุญแจของ {options.name} แล้ว ฉบับปรับปรุงที่ลงนามด้วยกุญแจนี้จะใช้ไม่ได้ "
            "ดู sathana law updates",
            f"the key of {options.name} is trusted no more; updates it signed cannot "
            "be used any longer: see 'sathana law updates'",
        )
    )
    return 0


def _name(text: str, say: Speaker) -> str:
    name = " ".join(text.split())
    if not is_name(name):
        raise refused(
            say,
            "ชื่อต้องมี 2 ถึง 80 ตัวอักษร และไม่มีเครื่องหมาย :",
            "a name has 2 to 80 letters and no colon",
        )
    return name

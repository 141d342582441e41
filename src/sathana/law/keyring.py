"""The keyring: whose signatures on updates of the law are trusted on this machine.

It ships empty: the program trusts nobody until somebody here says whom. One line a
key, ``ed25519:BASE64 NAME``; lines that begin with ``#`` are remarks.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sathana.law.stored import write_atomically
from sathana.law.update_file import is_key, is_name, same_name

KEYRING = "law-keys.txt"
"""Name of the file in the data folder."""
_HEAD = "# Keys trusted to sign updates of the law: one line a key, then the name.\n"


class KeyringError(Exception):
    """The keyring cannot be read, or a key cannot be added.

    Attributes:
        th: What is wrong and what to do, in Thai.
        en: The same in English.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts; the English one is the message."""
        super().__init__(en)
        self.th, self.en = th, en


def trusted(folder: Path) -> dict[str, str]:
    """Return the names of the keys that are trusted, by public key.

    Args:
        folder: The data folder; a keyring that is not there is empty.

    Raises:
        KeyringError: A line is no key.
    """
    path = folder / KEYRING
    try:
        text = path.read_text("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        key, _, name = line.partition(" ")
        if not is_key(key) or not is_name(name):
            raise _unreadable(path, f"line {number}")
        found[key] = name
    return found


def trust(folder: Path, name: str, key: str) -> bool:
    """Add a key; return False if it was trusted under this name already.

    Raises:
        KeyringError: The key or the name is taken: one person has one key, and
            another key for a name means that the old one must be forgotten first.
    """
    known = trusted(folder)
    if known.get(key) == name:
        return False
    if key in known:
        raise KeyringError(
            f"กุญแจนี้เชื่อถือไว้แล้วในชื่อ {known[key]} กุญแจหนึ่งดอกเป็นของคนเดียว",
            f"this key is trusted already as {known[key]}'s: a key is one person's",
        )
    if same_name(name) in {same_name(other) for other in known.values()}:
        raise KeyringError(
            f"{name} มีกุญแจอื่นอยู่แล้ว หากเปลี่ยนกุญแจ ให้รันก่อน: "
            f"sathana law key forget '{name}'",
            f"{name} has another key already; if it was replaced, run "
            f"'sathana law key forget \"{name}\"' first",
        )
    _write(folder, {**known, key: name})
    return True


def forget(folder: Path, name: str) -> bool:
    """Take the key of a person out; return False if there was none."""
    known = trusted(folder)
    left = {k: n for k, n in known.items() if same_name(n) != same_name(name)}
    if len(left) == len(known):
        return False
    _write(folder, left)
    return True


def _write(folder: Path, keys: Mapping[str, str]) -> None:
    lines = [f"{key} {name}\n" for key, name in keys.items()]
    write_atomically(folder / KEYRING, _HEAD + "".join(lines))


def _unreadable(path: Path, where: str) -> KeyringError:
    return KeyringError(
        f"อ่านพวงกุญแจ {path} ไม่ได้ ({where}) ให้แก้หรือลบบรรทัดนั้น แล้วเชื่อถือกุญแจใหม่",
        f"the keyring {path} cannot be read ({where}): mend or delete that line, and "
        "trust the key again",
    )

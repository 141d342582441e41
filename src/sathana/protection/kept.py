"""What is kept in the data folder for recovery: the public half, and the escrow.

Neither tells anything to who steals the folder: the one only encrypts, the other opens
with two of the three papers. Backups take both with them, so that a new machine needs
a backup and two papers, and nothing else.
"""

from __future__ import annotations

import os
from pathlib import Path

from sathana.protection import keyfile, recovery
from sathana.protection.recovery import RecoveryError

FOLDER = "recovery"
RECIPIENT = "recipient.txt"
ESCROW = "keys.escrow.age"


def begun(data: Path) -> bool:
    """Whether this data folder belongs to an installation that was begun properly."""
    return (data / FOLDER / RECIPIENT).exists()


def recipient(data: Path) -> str:
    """Return the public half of the recovery identity: backups are encrypted to it.

    Raises:
        RecoveryError: There is none: ``sathana init`` did not make this installation.
    """
    try:
        return (data / FOLDER / RECIPIENT).read_text("ascii").split()[0]
    except (OSError, IndexError, UnicodeDecodeError) as fault:
        raise RecoveryError(*_none(data)) from fault


def escrow(data: Path) -> bytes:
    """Return the copy of the key file that two papers open.

    Raises:
        RecoveryError: There is none.
    """
    try:
        return (data / FOLDER / ESCROW).read_bytes()
    except OSError as fault:
        raise RecoveryError(*_none(data)) from fault


def begin(data: Path, to: str, keys: keyfile.Keys) -> None:
    """Keep the public half and the first escrow.

    Raises:
        FileExistsError: There is one already: its papers would open nothing any more.
    """
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(folder / ESCROW, recovery.escrow(keys, to))
    _write(folder / RECIPIENT, f"{to}\n".encode("ascii"))


def renew(data: Path, keys: keyfile.Keys) -> None:
    """Put the key file of now into the escrow; needs no paper."""
    _put(data / FOLDER / ESCROW, recovery.escrow(keys, recipient(data)))


def begin_anew(data: Path, to: str, keys: keyfile.Keys) -> None:
    """Lock everything from now on to another set of papers."""
    folder = data / FOLDER
    _put(folder / ESCROW, recovery.escrow(keys, to))
    _put(folder / RECIPIENT, f"{to}\n".encode("ascii"))


def _put(path: Path, data: bytes) -> None:
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    _write(new, data)
    new.replace(path)


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _none(data: Path) -> tuple[str, str]:
    return (
        (
            f"ในโฟลเดอร์ข้อมูล {data} ไม่มีสำเนาไฟล์กุญแจสำหรับกู้คืน ระบบจริงเริ่มด้วย sathana init "
            "หรือระบุสำเนาจากข้อมูลสำรองด้วย --escrow"
        ),
        (
            f"the data folder {data} holds no copy of the key file to recover from. A "
            "real installation begins with: sathana init. A copy in a backup is named "
            "with --escrow"
        ),
    )

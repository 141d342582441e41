"""Files of a backup: written whole or not at all, encrypted to an offline key (age)."""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

from sathana.registry.keeping.faults import KeepingError

RECIPIENTS = ("recovery/recipient.txt", "backup-recipient.txt")
"""Where the public half of the offline key may lie in the data folder."""


def recipient(data: Path) -> str | None:
    """Return the public half (``age1...``) of the offline key; ``None`` without one.

    Raises:
        KeepingError: The file holds something else.
    """
    from pyrage import RecipientError, x25519

    for name in RECIPIENTS:
        with suppress(FileNotFoundError, IndexError):
            told = (data / name).read_text("utf-8").split()[0]
            try:
                return str(x25519.Recipient.from_str(told))
            except RecipientError as fault:
                raise KeepingError(
                    f"{data / name}: ไม่ใช่กุญแจสาธารณะ (age1...) จึงสำรองข้อมูลไม่ได้ "
                    "คัดลอกบรรทัด age1... ที่ได้ตอนตั้งระบบมาใส่ใหม่",
                    f"{data / name}: this is no public key (age1...), so nothing can "
                    "be backed up. Copy the line age1... of the day of the "
                    "installation into it.",
                ) from fault
    return None


def identities(text: str) -> list[Any]:
    """Return the secret halves in the text of an age identity file.

    Raises:
        KeepingError: There is none.
    """
    from pyrage import IdentityError, x25519

    made = []
    for line in text.splitlines():
        with suppress(IdentityError):
            made.append(x25519.Identity.from_str(line.strip()))
    if not made:
        raise KeepingError(
            "ไฟล์ที่ระบุใน --identity ไม่มีกุญแจลับ (AGE-SECRET-KEY-1...)",
            "the file of --identity holds no secret key (AGE-SECRET-KEY-1...)",
        )
    return made


def write(target: Path, to: str, fill: Callable[[IO[bytes]], None]) -> None:
    """Encrypt what ``fill`` writes into a file; it is whole and on the disk, or absent.

    Args:
        target: The file; one that is there is replaced.
        to: The recipient.
        fill: Writes what is encrypted, piece by piece.
    """
    from pyrage import encrypt_io, x25519

    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            with _Filled(fill) as source:
                encrypt_io(source, file, [x25519.Recipient.from_str(to)])
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def open_into(source: Path, keys: list[Any], target: IO[bytes]) -> None:
    """Decrypt a file.

    Raises:
        KeepingError: It was made for another key, or a byte of it was changed.
    """
    from pyrage import DecryptError, decrypt_io

    try:
        with source.open("rb") as file:
            decrypt_io(file, target, keys)
    except (DecryptError, OSError, ValueError) as fault:
        raise KeepingError(
            f"{source.name}: เปิดไม่ได้ ไฟล์นี้ทำไว้สำหรับกุญแจอื่น หรือเสีย หรือถูกแก้ ({fault})",
            f"{source.name}: this does not open. It was made for another key, or it "
            f"is damaged or was changed ({fault}).",
        ) from fault


def opened(source: Path, keys: list[Any]) -> bytes:
    """Return what a small file holds, decrypted.

    Raises:
        KeepingError: It does not open.
    """
    target = io.BytesIO()
    open_into(source, keys, target)
    return target.getvalue()


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class _Filled:
    """A pipe that another thread fills while it is read; its fault is raised here."""

    def __init__(self, fill: Callable[[IO[bytes]], None]) -> None:
        read, write = os.pipe()
        self.source, self.sink = os.fdopen(read, "rb"), os.fdopen(write, "wb")
        self.fill = fill
        self.fault: BaseException | None = None
        self.thread = Thread(target=self._run)

    def _run(self) -> None:
        try:
            with self.sink:
                self.fill(self.sink)
        except BaseException as fault:  # raised again where it is read
            self.fault = fault

    def __enter__(self) -> IO[bytes]:
        self.thread.start()
        return self.source

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.source.close()
        self.thread.join()
        if kind is None and self.fault:
            raise self.fault

"""Writing to the data folder from a command, with plain words when it fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sathana.cli.data_folder import here
from sathana.cli.faults import refused
from sathana.cli.terminal import Speaker
from sathana.law.stored import BusyError, locked


@contextmanager
def writing(say: Speaker) -> Iterator[Path]:
    """Give the data folder while no other command writes to it.

    Raises:
        UnusableError: It cannot be written to, or another command does not end.
    """
    folder = here()
    try:
        with locked(folder):
            yield folder
    except BusyError as error:
        raise refused(
            say,
            f"มีคำสั่งอื่นกำลังเขียนใน {folder} รอให้เสร็จแล้วลองใหม่",
            f"another command is writing to {folder}: let it end and try again",
        ) from error
    except OSError as error:
        raise refused(
            say,
            f"เขียนในโฟลเดอร์ข้อมูล {folder} ไม่ได้ ({error.strerror}) "
            "ตรวจสิทธิและที่ว่าง หรือตั้ง SATHANA_DATA เป็นโฟลเดอร์อื่น ไม่มีอะไรเปลี่ยน",
            f"the data folder {folder} cannot be written to "
            f"({error.strerror}): look at its rights and the space left, or "
            "set SATHANA_DATA to another folder. Nothing was changed",
        ) from error

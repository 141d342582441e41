"""Lines of the log: which fault, and where in the source; never what anybody typed.

A fault outside the views (in the middleware, in the database) reaches Django's own log
with its message, and a message may quote a name. So no message of an exception is
written, whoever logs it, and of Django's lines only their kind.
"""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

type Told = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)
_FRAMES = 6


class Line(logging.Formatter):
    """Writes a record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return level, logger, our own message, and kind and place of a fault."""
        ours = record.name.startswith("sathana")
        parts = [f"{record.levelname} {record.name}:"]
        parts.append(record.getMessage() if ours else _of_django(record))
        if record.exc_info:
            parts.append(self.formatException(record.exc_info))
        return " ".join(part for part in parts if part)

    def formatException(self, ei: Told) -> str:  # noqa: N802
        """Return kind and place of a fault, without its message."""
        kind, _, trace = ei
        if kind is None:
            return ""
        frames = traceback.extract_tb(trace)[-_FRAMES:]
        places = (
            f"{'/'.join(frame.filename.split('/')[-2:])}:{frame.lineno}"
            for frame in reversed(frames)
        )
        return f"{kind.__name__} at {' < '.join(places)}"


def _of_django(record: logging.LogRecord) -> str:
    """Return what a line of Django's says without a value: a status, if it has one."""
    status = getattr(record, "status_code", "")
    return f"status {status}" if status else f"{record.module}:{record.lineno}"

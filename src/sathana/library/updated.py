"""The law of this site: with the updates installed here, or with a notice why not.

Updates that cannot be used do not stop the site: the family at the counter needs the
law that ships more than an error page. But every page then says so at its top, on
paper too, and every start writes it to the log.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from sathana.law import installed, load
from sathana.web.languages import Text

log = logging.getLogger("sathana.library")


@dataclass(slots=True)
class _State:
    trouble: Text | None = None


_STATE = _State()


def start(folder: Path) -> None:
    """Use the law with the updates of a data folder, from now on.

    Args:
        folder: The data folder; it need not be there.
    """
    try:
        load.use(installed.load(folder))
        _STATE.trouble = None
    except installed.BrokenUpdatesError as error:
        load.use(None)
        log.error("%s", error.text["en"])
        _STATE.trouble = {
            "th": "คำตอบในเว็บนี้จึงยังไม่รวมฉบับปรับปรุงที่ติดตั้งไว้ ผู้ดูแลเครื่องโปรดรัน "
            "sathana law updates",
            "en": "Answers here are therefore without the updates that were installed. "
            "Whoever runs this machine, please run 'sathana law updates'.",
        }


def trouble() -> Text | None:
    """Return what pages must say of updates that cannot be used, if any."""
    return _STATE.trouble

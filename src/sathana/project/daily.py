"""What a running server does by itself: a signed head a day, the word of the day."""

from __future__ import annotations

import logging
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

ENVIRONMENT = "SATHANA_SERVING"
"""Set by ``sathana start`` for the process that serves, and by nobody else."""
EVERY_SECONDS = 600
_MORNING = 6
log = logging.getLogger("sathana.project")


def begin() -> None:
    """Begin to keep a head a day, in a thread of the serving process."""
    if not os.environ.get(ENVIRONMENT):
        return
    threading.Thread(target=_go_on, name="daily", daemon=True).start()


def _go_on() -> None:
    pause = threading.Event()
    while not pause.wait(EVERY_SECONDS):
        keep(settings.SATHANA_DATA)
        tell(datetime.now(UTC))
        see_to_the_site()


def tell(now: datetime) -> None:
    """Give the word of the day, from six in the morning in Thailand on; once a day."""
    from sathana.casework import digest

    if (now + timedelta(hours=7)).hour < _MORNING:
        return
    try:
        digest.run(now)
    except Exception as fault:
        log.error("%s while giving the word of the day", type(fault).__name__)
    finally:
        connection.close()


def see_to_the_site() -> None:
    """Publish and take down what is due, and tell editors what teaches changed law."""
    from django.core.management import call_command

    from sathana.editorial import stale
    from sathana.publishing import going_public
    from sathana.web.dates import today

    try:
        # First of all, so that no refused publishing keeps anything public.
        going_public.settle_recordings(today())
        call_command("publish_scheduled", verbosity=0)
        stale.tell_editors(today())
    except Exception as fault:
        log.error("%s while seeing to the public site", type(fault).__name__)
    finally:
        connection.close()


def keep(data: Path) -> Path | None:
    """Keep today's head, if there is none yet; a fault is logged by its kind alone."""
    from sathana.audit import kept

    try:
        return kept.keep_daily(data)
    except Exception as fault:
        log.error("%s while keeping the head of the day", type(fault).__name__)
        return None
    finally:
        connection.close()

"""``sathana start``: serves the site."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli.faults import refused
from sathana.cli.serve import be_sure_of_port, serve
from sathana.cli.terminal import Speaker


def run(options: Namespace) -> int:
    """Serve the site until it is stopped with Ctrl-C.

    Raises:
        UnusableError: The database is another process's, or must be migrated first.
    """
    be_sure_of_port(options.host, options.port)
    be_ready(Speaker(options.lang))
    serve(options.host, options.port)
    return 0


def be_ready(say: Speaker) -> None:
    """See, where something is installed, that the site may work with it.

    Without an installation the public pages are served all the same, and the page for
    signing in says how to set up.

    Raises:
        UnusableError: The database cannot be used as it is.
    """
    from sathana.cli import opened

    opened.setup()
    from django.db import connections

    from sathana.protection import keyfile
    from sathana.registry.keeping import ready

    if text := ready.missing(opened.database(), keyfile.path()):
        print(say.of(text), flush=True)
        return
    try:
        with opened.alone(say, "sathana start"):
            lacking = opened.unapplied(say)
    finally:
        connections.close_all()
    if lacking:
        raise refused(
            say,
            f"ฐานข้อมูลเก่ากว่าโปรแกรม: ต้องปรับ {len(lacking)} ขั้น ({lacking[0]} …) "
            "รัน sathana migrate ก่อน (จะสำรองข้อมูลให้ก่อนปรับ) แล้วเปิดเว็บใหม่",
            f"The database is older than the program: {len(lacking)} steps are missing "
            f"({lacking[0]} …). Run 'sathana migrate' first (it makes a backup before "
            "it changes anything), then start again.",
        )

"""``sathana search refresh``: hands the law and the cases in use to the search."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli import opened
from sathana.cli.terminal import Speaker


def run(options: Namespace) -> int:
    """Write what changed; what the search knows of other rooms stays.

    Raises:
        UnusableError: There is no installation, it cannot be reached, or another
            process works with it.
    """
    say = Speaker(options.lang)
    opened.setup()
    from django.db import DatabaseError

    from sathana.library import indexing

    opened.be_sure_of_installation(say)
    with opened.alone(say, "sathana search refresh"):
        try:
            written = indexing.refresh()
        except DatabaseError as fault:
            raise opened.unreachable(say, fault) from fault
    print(
        say(
            f"ปรับรายการในการค้นหา {written} รายการ",
            f"{written} entries of the search were changed.",
        )
    )
    return 0

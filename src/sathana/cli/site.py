"""``sathana site fill``: the shipped texts on the public site, reviewed by us."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli import opened
from sathana.cli.terminal import Speaker


def run(options: Namespace) -> int:
    """Put what is not there yet on the site; what stands there is never overwritten.

    Raises:
        UnusableError: There is no installation, or the site runs.
    """
    say = Speaker(options.lang)
    opened.setup()
    opened.be_sure_of_installation(say)
    with opened.alone(say, "sathana site"):
        from sathana.learning import indexing
        from sathana.publishing.filling import fill
        from sathana.web.dates import today

        done = fill()
        indexing.refresh(today())
    print(
        say(
            f"เพิ่ม {done.made} เรื่อง มีอยู่แล้ว {done.kept} เรื่อง (ไม่แตะต้อง)",
            f"added {done.made} texts; {done.kept} were there already and stay",
        )
    )
    return 0

"""``sathana worklist refresh``: makes the lines of the list of work anew.

Each family is a transaction of its own: broken off, the next run goes on where this
one stopped, because what was made anew is not stale any more.
"""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from sathana.cli import opened
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker, complain


def run(options: Namespace) -> int:
    """Make anew what is stale, or everything.

    Raises:
        UnusableError: There is no installation, or another process works with it.
    """
    say = Speaker(options.lang)
    opened.setup()
    opened.be_sure_of_installation(say)
    with opened.alone(say, "sathana worklist refresh"):
        opened.see_all()
        lines, failed = refresh(say, every=options.all)
    print(
        say(
            f"คำนวณรายการงานใหม่ {lines} บรรทัด", f"{lines} lines of work were made anew."
        )
    )
    for family in failed:
        complain(
            say(
                f"ครอบครัว {family} คำนวณไม่ได้ เพราะวันสมรสหรือวันเกิดขัดกันเอง "
                "เปิดหน้าครอบครัวแล้วตรวจวัน",
                f"The family {family} cannot be worked out: days of marriage or birth "
                "contradict each other. Open its page and check the days.",
            )
        )
    return 1 if failed else 0


def refresh(say: Speaker, *, every: bool = False) -> tuple[int, list[str]]:
    """Make lines anew; return how many, and the families that cannot be worked out."""
    from django.utils import timezone

    from sathana.casework import inside
    from sathana.casework.services import readiness
    from sathana.protection import keys
    from sathana.registry import changed
    from sathana.status import TimeLoopError

    law = changed.law_name(changed.law_now())
    ids = list(
        inside.families_to_look_at(law=law, every=every).values_list("id", flat=True)
    )
    lines, failed = 0, []
    with Progress(len(ids), say("ครอบครัว", "families")) as bar:
        for family in _families(ids):
            try:
                lines += readiness.recompute(family=family, now=timezone.now())
            except TimeLoopError:
                failed.append(str(family.id))
            keys.forget()
            bar.step()
    return lines, failed


def _families(ids: list[Any]) -> Any:
    """Yield families one after the other: never all of them at once."""
    from sathana.casework import inside

    for one in ids:
        found = inside.family_to_look_at(one)
        if found is not None:
            yield found

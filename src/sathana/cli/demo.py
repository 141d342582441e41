"""``sathana demo``: a fictional village on this machine, to try everything with."""

from __future__ import annotations

import shutil
from argparse import Namespace

from sathana.cli import demo_place
from sathana.cli.faults import UnusableError
from sathana.cli.progress import Progress
from sathana.cli.serve import serve
from sathana.cli.terminal import Speaker

LOOPBACK = "127.0.0.1"
DONE = "ready"
"""File in the demo's data folder that says that the village is whole."""


def start(options: Namespace) -> int:
    """Make the village if it is not there, say who is who, and serve it here only."""
    say = Speaker(options.lang)
    demo_place.enter()
    if not (demo_place.data() / DONE).exists():
        _make(say)
    else:
        print(_again(say))
    serve(LOOPBACK, options.port)
    return 0


def code(options: Namespace) -> int:
    """Print the code of the second factor of somebody of the demo.

    Raises:
        UnusableError: There is no demo yet, or nobody of that name.
    """
    say = Speaker(options.lang)
    demo_place.enter()
    if not (demo_place.data() / DONE).exists():
        raise UnusableError((_none_yet(say),))
    import django

    django.setup()
    from sathana.seeds.staff import POSTS, code_of

    found = code_of(options.name)
    if found is None:
        raise UnusableError((_nobody(say, options.name, [p.username for p in POSTS]),))
    print(found)
    return 0


def reset(options: Namespace) -> int:
    """Throw the demo away; the next start makes a new one with new passwords."""
    say = Speaker(options.lang)
    _clear_away()
    print(say("ลบชุดสาธิตแล้ว", "The demo is gone."))
    return 0


def run(options: Namespace) -> int:
    """Run the part of ``sathana demo`` that was asked for."""
    return {"start": start, "code": code, "reset": reset}[options.what](options)


def _none_yet(say: Speaker) -> str:
    return say(
        "ยังไม่มีชุดสาธิต เริ่มด้วย sathana demo start",
        "There is no demo yet: begin with sathana demo start",
    )


def _nobody(say: Speaker, name: str, there: list[str]) -> str:
    names = ", ".join(there)
    return say(
        f"ไม่มีผู้ใช้ชื่อ “{name}” ในชุดสาธิต มี: {names}",
        f"Nobody in the demo is called “{name}”. There are: {names}",
    )


def _make(say: Speaker) -> None:
    """Make keys, database, people and families; print the passwords, once."""
    _clear_away()
    print(
        say(
            "กำลังสร้างหมู่บ้านสมมติ 48 ครอบครัว (ครั้งแรกเท่านั้น)",
            "Making a fictional village of 48 families (the first time only)",
        ),
        flush=True,
    )
    from sathana.protection import keyfile

    demo_place.data().mkdir(parents=True, exist_ok=True, mode=0o700)
    keyfile.write(demo_place.keys(), keyfile.fresh())
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from sathana.learning import indexing
    from sathana.publishing import filling
    from sathana.seeds import staff, storing, village
    from sathana.web.dates import today

    call_command("migrate", verbosity=0)
    filling.fill()
    indexing.refresh(today())
    hired = staff.hire(village.TEAMS)
    with Progress(48, say("ครอบครัว", "families")) as progress:
        storing.settle(hired, progress.step)
    storing.teach(hired)
    connection.close()
    print(_who_is_who(say, hired.passwords))
    (demo_place.data() / DONE).touch()


def _clear_away() -> None:
    """Clear away a demo that was begun and not finished."""
    shutil.rmtree(demo_place.data(), ignore_errors=True)
    demo_place.keys().unlink(missing_ok=True)


def _who_is_who(say: Speaker, passwords: dict[str, str]) -> str:
    from sathana.accounts.roles import TITLES
    from sathana.seeds.staff import POSTS

    lines = [
        say(
            "เข้าสู่ระบบด้วยชื่อและรหัสผ่านนี้ (แสดงครั้งเดียว จดไว้)",
            "Sign in with these names and passwords (shown this once: note them)",
        )
    ]
    for post in POSTS:
        title = say(TITLES[post.role]["th"], TITLES[post.role]["en"])
        lines.append(f"  {post.username:<12} {passwords[post.username]:<40} {title}")
    lines.append(_second_factor(say))
    return "\n".join(lines)


def _again(say: Speaker) -> str:
    return (
        say(
            "ใช้หมู่บ้านสมมติเดิม รหัสผ่านแสดงไปแล้วเมื่อสร้างครั้งแรก "
            "(ลืมแล้ว: sathana demo reset แล้วเริ่มใหม่)",
            "The fictional village is still here; its passwords were shown when it was "
            "made (forgotten: sathana demo reset, then start again)",
        )
        + "\n"
        + _second_factor(say)
    )


def _second_factor(say: Speaker) -> str:
    return say(
        "รหัสชั้นที่สอง: .venv/bin/sathana demo code ชื่อ",
        "Second factor: .venv/bin/sathana demo code NAME",
    )

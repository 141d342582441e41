"""What ``sathana init`` asks: the first organisation and its two admins."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import dataclass

from sathana.cli.asking import Asker, StopAskingError
from sathana.cli.faults import refused
from sathana.cli.keys_papers import stopped
from sathana.cli.terminal import Speaker

ADMINS = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """The first organisation.

    Attributes:
        admins: Name to sign in with, and how colleagues call the person.
    """

    name_th: str
    name_en: str
    areas: tuple[str, ...]
    admins: tuple[tuple[str, str], ...]


def ask(options: Namespace, say: Speaker) -> Wanted:
    """Return what the options say, and ask for the rest.

    Raises:
        UnusableError: An option cannot be read, or nobody answered.
    """
    admins = tuple(_admin(text, say) for text in options.admin or ())
    asker = Asker(say, sys.stderr)
    asked = not options.organisation
    try:
        name = options.organisation or _must(
            asker, say("ชื่อองค์กร (ภาษาไทย)", "name of the organisation, in Thai")
        )
        english = options.organisation_en
        if english is None:
            english = _english(asker) if asked else ""
        while len(admins) < ADMINS:
            admins = (*admins, _ask_admin(asker, len(admins) + 1))
    except StopAskingError as stop:
        raise stopped(say) from stop
    return Wanted(name, english, tuple(options.area or ()), admins)


def _english(asker: Asker) -> str:
    return asker.line(
        asker.say("ชื่อภาษาอังกฤษ (ไม่มีกด Enter)", "its name in English (Enter: none)")
    )


def _must(asker: Asker, prompt: str) -> str:
    """Ask until something is typed."""
    while True:
        if typed := asker.line(prompt):
            return typed
        asker.tell(asker.say("ต้องกรอกข้อนี้ (. คือหยุด)", "this is needed (. stops)"))


def _ask_admin(asker: Asker, number: int) -> tuple[str, str]:
    username = _must(
        asker,
        asker.say(
            f"ผู้ดูแลองค์กรคนที่ {number} ชื่อเข้าระบบ (อังกฤษตัวเล็ก เช่น somjai.k)",
            f"admin {number}: name to sign in with (small Latin letters: somjai.k)",
        ),
    )
    shown = _must(
        asker,
        asker.say(f"เพื่อนร่วมงานเรียก {username} ว่า", f"what colleagues call {username}"),
    )
    return username, shown


def _admin(text: str, say: Speaker) -> tuple[str, str]:
    username, sign, shown = text.partition("=")
    if not sign or not username.strip() or not shown.strip():
        raise refused(
            say,
            f"--admin “{text}” อ่านไม่ได้ เขียนเป็น ชื่อเข้าระบบ=ชื่อที่เรียก เช่น --admin "
            "somjai.k=สมใจ",
            f"--admin “{text}” cannot be read: write the name to sign in with, =, and "
            "how colleagues call the person: --admin somjai.k=Somjai",
        )
    return username.strip(), shown.strip()

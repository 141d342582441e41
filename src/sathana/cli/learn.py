"""``sathana learn``: quizzes of the courses out as GIFT, and GIFT in."""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import yaml

from sathana.cli.faults import UnusableError, refused
from sathana.cli.terminal import Speaker
from sathana.learning import courses, giftquiz, giftread
from sathana.learning.gift import GiftError, GiftQuestion, write

_STDIN = "-"
_MOST_BYTES = 4 * giftread.LONGEST + 4
"""A sign of UTF-8 has four bytes at most."""
_KINDS = {
    "multiple": ("เลือกตอบ", "with choices"),
    "true": ("จริงหรือไม่จริง", "true or false"),
    "number": ("ตัวเลข", "numerical"),
    "match": ("จับคู่", "matching"),
    "short": ("คำตอบสั้น", "short answer"),
}
_LEFT_EMPTY = {
    "th": "# จากไฟล์ GIFT: GIFT มีภาษาเดียวและไม่มีที่มาของกฎหมาย "
    "ที่เว้นว่างไว้ต้องเติมก่อนใช้:\n"
    "# อีกภาษาหนึ่ง why ที่ว่าง และ rules (ดู sathana law list) ของข้อที่อ้างกฎหมาย\n",
    "en": "# From a GIFT file: GIFT holds one language and no sources of law. What is\n"
    "# empty must be written before use: the other language, every empty why, and\n"
    "# the rules (see 'sathana law list') of whatever states law.\n",
}


def run(options: Namespace) -> int:
    """Write quizzes as GIFT, or look at a GIFT file.

    Returns:
        0 if everything could be used, else 1.

    Raises:
        UnusableError: There is no such course, lesson or file, or it is no GIFT.
    """
    say = Speaker(options.lang)
    return _out(options, say) if options.what == "gift-out" else _in(options, say)


def _out(options: Namespace, say: Speaker) -> int:
    course = _course(options.course, say)
    chosen = course.lessons
    if options.lesson:
        chosen = (_lesson(course, options.lesson, say),)
    asked: list[GiftQuestion] = []
    for lesson in chosen:
        asked += giftquiz.gift_of(lesson, say.lang, f"{course.slug}/{lesson.slug}")
    try:
        sys.stdout.write(write(asked))
    except GiftError as fault:
        raise UnusableError((say.of(fault.text),)) from fault
    return 0


def _course(slug: str, say: Speaker) -> courses.Course:
    there = courses.courses()
    if slug not in there:
        names = ", ".join(there)
        raise refused(
            say,
            f"ไม่มีหลักสูตร {slug!r} ที่มีคือ: {names}",
            f"There is no course {slug!r}. There are: {names}.",
        )
    return there[slug]


def _lesson(course: courses.Course, slug: str, say: Speaker) -> courses.Lesson:
    for one in course.lessons:
        if one.slug == slug:
            return one
    names = ", ".join(one.slug for one in course.lessons)
    raise refused(
        say,
        f"หลักสูตร {course.slug} ไม่มีบท {slug!r} ที่มีคือ: {names}",
        f"The course {course.slug} has no lesson {slug!r}. There are: {names}.",
    )


def _in(options: Namespace, say: Speaker) -> int:
    try:
        found, faults = giftread.look(_text_of(options.file, say))
    except GiftError as fault:
        raise UnusableError((f"{options.file}: {say.of(fault.text)}",)) from fault
    if not found and not faults:
        raise refused(
            say,
            f"{options.file}: ไม่มีคำถามในไฟล์นี้ ส่งออกจาก Moodle เป็น GIFT แล้วลองใหม่",
            f"{options.file}: there is no question in this file. Export it from Moodle "
            "as GIFT and try again.",
        )
    unfit = sorted([*faults, *giftquiz.unfit(found)], key=lambda one: one.line)
    if options.yaml:
        _print_yaml(found, unfit, options.file, say)
    else:
        _tell(found, faults, say)
    for fault in unfit:
        print(f"{options.file}: {say.of(fault.text)}", file=sys.stderr)
    return 1 if unfit else 0


def _tell(found: list[GiftQuestion], faults: list[GiftError], say: Speaker) -> None:
    print(say(f"อ่านได้ {len(found)} ข้อ", f"{len(found)} questions can be read"))
    for kind, count in giftquiz.kinds(found).items():
        print(f"  {say(*_KINDS[kind])}: {count}")
    if faults:
        print(say(f"อ่านไม่ได้ {len(faults)} ข้อ", f"{len(faults)} cannot be read"))


def _print_yaml(
    found: list[GiftQuestion], unfit: Sequence[GiftError], file: str, say: Speaker
) -> None:
    """Print all as a quiz, or nothing: half a quiz would be taken for a whole one.

    Raises:
        UnusableError: Something in the file cannot be taken over.
    """
    if unfit:
        raise UnusableError(tuple(f"{file}: {say.of(one.text)}" for one in unfit))
    quiz = giftquiz.quiz_of(found, giftquiz.language_of(found))
    sys.stdout.write(say.of(_LEFT_EMPTY))
    told = yaml.safe_dump(
        {"quiz": quiz}, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    sys.stdout.write(told)


def _text_of(file: str, say: Speaker) -> str:
    try:
        return _bytes_of(file).decode("utf-8")
    except UnicodeDecodeError as fault:
        raise refused(
            say,
            f"{file}: ไม่ใช่ข้อความ UTF-8 (ไบต์ที่ {fault.start + 1:,}) บันทึกใหม่เป็น UTF-8",
            f"{file}: this is no UTF-8 text (byte {fault.start + 1:,}): save it again "
            "as UTF-8.",
        ) from fault
    except (OSError, ValueError) as fault:
        raise refused(
            say,
            f"{file}: อ่านไฟล์นี้ไม่ได้ ({_why(fault)}) ตรวจชื่อ โฟลเดอร์ และสิทธิอ่าน",
            f"{file}: this file cannot be read ({_why(fault)}). Check its name, its "
            "folder, and whether you may read it.",
        ) from fault


def _why(fault: Exception) -> str:
    return getattr(fault, "strerror", None) or str(fault)


def _bytes_of(file: str) -> bytes:
    """Read a file, never much more of it than a quiz may hold."""
    if file != _STDIN:
        with Path(file).open("rb") as opened:
            return opened.read(_MOST_BYTES)
    if isinstance(sys.stdin, io.TextIOWrapper):
        data: bytes = sys.stdin.buffer.read(_MOST_BYTES)
        return data
    return sys.stdin.read(_MOST_BYTES).encode("utf-8", "surrogateescape")

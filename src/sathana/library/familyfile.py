"""Case files as the pages take them: no larger than a page can answer at once."""

from __future__ import annotations

from sathana.facts import casefile
from sathana.facts.casefile import CaseFileError
from sathana.facts.casefile_faults import Fault
from sathana.facts.model import CaseFile

MOST_PERSONS = 60
"""Persons whose status is worked out for one page; the command line has no limit."""


def read(data: bytes | str, *, name: str) -> CaseFile:
    """Read a case file, as :func:`sathana.facts.casefile.read` does.

    Raises:
        CaseFileError: It holds a fault, or more persons than a page can answer.
    """
    case = casefile.read(data, name=name)
    if len(case.persons) <= MOST_PERSONS:
        return case
    first_too_many = tuple(case.persons.values())[MOST_PERSONS]
    raise CaseFileError((_too_many(len(case.persons), first_too_many.line),), name=name)


def _too_many(persons: int, line: int) -> Fault:
    return Fault(
        line,
        f"แฟ้มมี {persons} คน หน้านี้คำนวณได้ครั้งละไม่เกิน {MOST_PERSONS} คน "
        "แบ่งเป็นหลายแฟ้ม หรือใช้คำสั่ง sathana assess ซึ่งไม่จำกัด",
        f"the file holds {persons} persons and this page answers at most "
        f"{MOST_PERSONS} at a time; split it, or use the command sathana assess, "
        "which has no limit",
        "too-many-persons",
    )

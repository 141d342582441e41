"""The papers of a class sheet, in Thai: numbers, and never a name."""

from __future__ import annotations

from datetime import date

from sathana.casework import schooling
from sathana.casework.school_shown import PupilShown, SheetView
from sathana.documents.paper_pdf import pdf
from sathana.documents.papers.school import (
    Found,
    Question,
    blank_sheet,
    result_sheet,
)

_MARKS = {"partly": " (ตรวจตัวบทบางส่วน)", "unverified": " (ยังไม่ได้ตรวจตัวบท)"}


def blank(view: SheetView, day: date) -> bytes:
    """Return the list for the school and the sheet of numbers, as a PDF."""
    questions = [
        Question(title["th"], tuple(choice["th"] for choice in choices.values()))
        for title, choices in schooling.QUESTIONS.values()
    ]
    warning = view.warning["th"]
    return pdf(blank_sheet(view.code, view.size, questions, warning, day.isoformat()))


def result(view: SheetView, day: date) -> bytes:
    """Return what goes back to the teacher, as a PDF.

    A number that has become a family is not on it: that is the family's own business.
    """
    found = [_found(one) for one in view.pupils if one.found is not None]
    law, warning = schooling.law_version(), view.warning["th"]
    return pdf(result_sheet(view.code, found, law, warning, day.isoformat()))


def _found(line: PupilShown) -> Found:
    assert line.found is not None  # noqa: S101 - cut by the caller
    opens = tuple(
        one.title["th"] + _MARKS.get(one.verified, "") for one in line.found.opens
    )
    asks = tuple(one["th"] for one in (*line.found.missing, *line.found.asks))
    return Found(line.number, line.found.sentence["th"] + " อาจเปิด:", opens, asks)

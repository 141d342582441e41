"""The one door to the engine, so that pages ask one question in one way."""

from __future__ import annotations

from typing import Any

from sathana import status
from sathana.calendars.iso import day_text
from sathana.facts.model import CaseFile
from sathana.library.people import Names, named
from sathana.web.dates import today

type Assessment = dict[str, Any]
"""The answer of the contract, section 3 (JSON has no narrower type)."""


def assess(case: CaseFile, called: Names) -> Assessment:
    """Assess a family on the days its file names; without them, on today.

    Args:
        case: The family. ``as_of`` left out is today in Thailand, ``law_at`` left out
            is ``as_of``.
        called: What its persons are called in the sentences of the answer.
    """
    as_of, law_at = days(case)
    return status.assess(named(case, called), as_of=as_of, law_at=law_at)


def days(case: CaseFile) -> tuple[int, int]:
    """Return the day asked about and the day whose law is read, as ordinals."""
    as_of = case.as_of if case.as_of is not None else today().toordinal()
    return as_of, case.law_at if case.law_at is not None else as_of


def day_names(case: CaseFile) -> tuple[str, str]:
    """Return both days as ISO texts."""
    as_of, law_at = days(case)
    return day_text(as_of), day_text(law_at)

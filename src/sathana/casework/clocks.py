"""Which clocks a contact with an office starts: what the law pack says of a petition.

Nothing is counted here: a contact is told as a petition made so far, as a case file
tells it, and ``status.deadlines`` counts. What cannot be counted it says itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sathana.casework.refusals import ATTEMPTS
from sathana.facts.model import CaseFile, Person
from sathana.facts.view import View
from sathana.registry.telling import told_of
from sathana.status.deadlines import deadlines

type Json = dict[str, Any]
_WHO = "P"


def petition(
    pathway: str, office: str, outcome: str, on: str, filed: str = ""
) -> Json | None:
    """Return a contact as a petition of a case file; ``None`` if it tells of none.

    Args:
        pathway: Id of the pathway it was about.
        office: Which office, in words.
        outcome: A code of ``refusals.OUTCOMES``.
        on: Day of the contact (ISO).
        filed: Day of filing, where an earlier contact told it.
    """
    result = ATTEMPTS.get(outcome, "")
    if not pathway or not result:
        return None
    found: Json = {"pathway": pathway, "result": result}
    if office:
        found["office"] = office
    decided = result in ("refused", "granted")
    if filed or not decided:
        found["on"] = filed or on
    if decided:
        found["notified"] = on
    return found


def demanded(told: Mapping[str, Any], on: str) -> Json:
    """Return a petition after a written demand was handed in on a day."""
    return {**told, "demanded": on}


def running(told: Mapping[str, Any] | None, as_of: date) -> list[Json]:
    """Return the clocks of a petition on a day, as ``status.deadlines`` tells them."""
    if told is None:
        return []
    value = told_of("attempts", [dict(told)], _WHO, {_WHO}, set())
    case = CaseFile("contact", {_WHO: Person(_WHO, {"attempts": value})})
    day = as_of.toordinal()
    rows = deadlines(View(case, as_of=day), _WHO, as_of=day, law_at=day)
    return [row for row in rows if row["attempt"] is not None]

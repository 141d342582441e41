"""For whom it is not known who files, and who of them is a child."""

from __future__ import annotations

import uuid
from datetime import date
from enum import StrEnum

from sathana.calendars.spans import DateSpan
from sathana.casework.shown import CaseView
from sathana.casework.states import ASIDE
from sathana.facts.casefile_faults import CaseFileError
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.models import Fact
from sathana.registry.reader import Reader
from sathana.registry.services import common
from sathana.registry.telling import told_of

ADULT = 20
"""Age of majority, years, as ``law.th`` counts it; its section (Civil and Commercial
Code, s. 19) stands in no provision of the pack yet: the page says so."""
_WHO = "P"


class Lacks(StrEnum):
    """Of whom it is not known who files."""

    CHILD = "child"
    AGE_UNKNOWN = "age_unknown"
    ADULT = "adult"


def lacking(reader: Reader, view: CaseView) -> dict[uuid.UUID, str]:
    """Return the pathways of a case that is shown whose filer is not known.

    Args:
        reader: Who reads; ``view`` was made for them.
        view: The case, as its selector cut and told it.

    Returns:
        By id of the pathway a code of :class:`Lacks`.
    """
    open_ = [one for one in view.tracks if one.state not in ASIDE]
    asked = {one.id: one.person_id for one in open_ if one.filed_by == "unknown"}
    if not asked:
        return {}
    family = visibility.visible_family(reader, view.family_id)
    told = rows_of.facts(family).filter(person__in=asked.values(), withdrawn_at=None)
    facts = list(told)
    rows_of.unlock(facts)
    rows = [row for row in facts if row.path == "born.date"]
    day = common.thai_day(reader.now)
    return {
        track: age_of([r for r in rows if r.person_id == person], day).value
        for track, person in asked.items()
    }


def age_of(births: list[Fact], day: date) -> Lacks:
    """Say whether somebody is a child on a day, by what is told of the birth."""
    spans = [span for row in births if (span := _span(row)) is not None]
    if not spans:
        return Lacks.AGE_UNKNOWN
    # 29 February: the day before is as good where only years are counted.
    born = date(day.year - ADULT, day.month, min(day.day, 28)).toordinal()
    if all(span.earliest > born for span in spans):
        return Lacks.CHILD
    if all(span.latest <= born for span in spans):
        return Lacks.ADULT
    return Lacks.AGE_UNKNOWN


def _span(row: Fact) -> DateSpan | None:
    try:
        told = told_of(row.path, row.value, _WHO, {_WHO}, set())
    except CaseFileError:
        return None
    found = told.value
    return found if isinstance(found, DateSpan) and not found.is_unknown else None

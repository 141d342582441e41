"""One step after an approval as pages show it, cut to what a reader sees."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sathana.accounts.decide import Group
from sathana.casework import after_rows, after_steps, after_words
from sathana.casework.after_shown import BeforeShown, StepShown
from sathana.casework.after_words import Text
from sathana.casework.models import AfterBefore, AfterStep
from sathana.casework.owners import name_of
from sathana.registry import inside as rows_of
from sathana.registry.selectors.sight import Sight
from sathana.web.dates import show

FIELDS: Mapping[str, Text] = {
    "state": {"th": "สถานะ", "en": "State"},
    "on": {"th": "วันที่", "en": "Day"},
    "due": {"th": "วันที่วางไว้", "en": "Planned day"},
    "number": {"th": "เลข 13 หลัก", "en": "Thirteen-digit number"},
    "issued": {"th": "วันออกบัตร", "en": "Issued"},
    "expires": {"th": "วันหมดอายุ", "en": "Expires"},
    "place": {"th": "ที่ไหน", "en": "Where"},
    "second": {"th": "อีกที่หนึ่ง", "en": "The other place"},
    "said_by": {"th": "ใครบอก", "en": "Who says so"},
    "words": {"th": "บันทึก", "en": "Notes"},
}
_OF_NOTES = frozenset(("place", "second", "said_by", "words"))
_DAYS = frozenset(("on", "due", "issued", "expires"))


class Shower:
    """Shows steps of one pathway to one reader.

    Args:
        sight: What the reader sees of the family.
        today: The day in Thailand.
        rows: The steps, their keys open.
        organisation: Whose workers are named.
    """

    def __init__(
        self,
        sight: Sight,
        today: date,
        rows: Sequence[AfterStep],
        organisation: uuid.UUID,
    ) -> None:
        self.sight, self.today, self.organisation = sight, today, organisation
        self._before: dict[uuid.UUID, list[AfterBefore]] = defaultdict(list)
        befores = list(after_rows.before(rows)) if rows else []
        rows_of.unlock(befores)
        for one in befores:
            self._before[one.step_id].append(one)

    def step(self, kind: str, row: AfterStep | None) -> StepShown:
        """Show a step, whether or not something was recorded of it."""
        words = after_words.STATES[after_steps.sort_of(kind)]
        title = after_steps.title_of(kind)
        if row is None:
            return StepShown(kind, title, "open", words["open"])
        notes = self.sight.sees(Group.NOTES)
        return StepShown(
            kind=kind,
            title=title,
            state=row.state,
            state_title=words[row.state],
            version=row.version,
            on=row.on,
            overdue=row.due is not None and row.due < self.today,
            number=row.number if self.sight.sees(Group.NUMBER) else None,
            odd=row.odd,
            issued=row.issued,
            expires=row.expires,
            place=row.place if notes else None,
            second=row.second if notes else None,
            said_by=row.said_by if notes else None,
            words=row.words if notes else None,
            evidence_id=row.evidence_id if self.sight.sees(Group.EVIDENCE) else None,
            before=tuple(self._was(kind, one) for one in self._before[row.id]),
        )

    def _was(self, kind: str, row: AfterBefore) -> BeforeShown:
        told = tuple(
            (title, _words(kind, name, row.was[name]))
            for name, title in FIELDS.items()
            if name in row.was and self._open(name)
        )
        by = name_of(self.organisation, row.made_by)
        reason = row.reason if self.sight.sees(Group.NOTES) else None
        return BeforeShown(by, row.made_at, reason, told)

    def _open(self, name: str) -> bool:
        if name == "number":
            return self.sight.sees(Group.NUMBER)
        return name not in _OF_NOTES or self.sight.sees(Group.NOTES)


def _words(kind: str, name: str, value: Any) -> Text:
    """Say an old value in words."""
    if name == "state":
        return after_words.STATES[after_steps.sort_of(kind)][value]
    told = show(value) if name in _DAYS and value else str(value or "–")
    return {"th": told, "en": told}

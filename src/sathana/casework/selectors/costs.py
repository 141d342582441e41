"""The book of a case: its lines, and its sums by kind."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sathana.accounts.decide import Action
from sathana.casework import cost_words as words
from sathana.casework import handover_inside as rows
from sathana.casework import owners, supervising
from sathana.casework.models import Case, Cost
from sathana.casework.selectors import cases
from sathana.casework.shown import CaseView
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotVisibleError
from sathana.registry.reader import Reader
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class CostShown:
    """One line of the book.

    Attributes:
        reverses: What the line takes back, in words; ``""``: nothing.
        reversed: Whether a line takes this one back, approved or waiting.
        receipt: Id of the paper that holds the receipt.
        decides: Whether the reader may decide it now.
        turns: Whether the reader may take it back now.
    """

    id: uuid.UUID
    version: int
    kind: Text
    on: str
    baht: str
    paid_by: Text
    what: str
    state: str
    state_title: Text
    asked_by: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    answer: str
    reverses: str
    reversed: bool
    receipt: uuid.UUID | None
    own: bool
    decides: bool
    turns: bool


@dataclass(frozen=True, slots=True)
class CostsView:
    """The book of a case.

    Attributes:
        sums: Approved baht by kind; ``total`` all of it, ``waits`` what is asked for.
    """

    case: CaseView
    lines: tuple[CostShown, ...]
    sums: tuple[tuple[Text, str], ...]
    total: str
    waits: str
    may: frozenset[Action]


def of_case(reader: Reader, case_id: uuid.UUID) -> CostsView:
    """Return the book of a case.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader only reads a share, or is a steward.
    """
    view = cases.one(reader, case_id)
    family = visibility.visible_family(reader, view.family_id)
    visibility.require(reader, family, Action.WHO_OPENED)
    case = Case.objects.visible_to(reader).get(id=case_id)
    lines = list(rows.costs(case))
    rows_of.unlock([family], lines)
    approved = [one for one in lines if one.state == words.APPROVED]
    totals = words.sums((one.kind, one.satang) for one in approved)
    waits = sum(one.satang for one in lines if one.state == words.ASKED)
    return CostsView(
        case=view,
        lines=_lines(reader, view, lines),
        sums=tuple((words.KINDS[key], words.baht(n)) for key, n in totals.items()),
        total=words.baht(sum(totals.values())),
        waits=words.baht(waits) if waits else "",
        may=view.may,
    )


def line_in(view: CostsView, cost_id: uuid.UUID) -> CostShown:
    """Return one line of a book that is shown.

    Raises:
        NotVisibleError: It is not in this book.
    """
    for found in view.lines:
        if found.id == cost_id:
            return found
    raise NotVisibleError


def case_of(reader: Reader, cost_id: uuid.UUID) -> uuid.UUID:
    """Return the case of a line, for those who see the family.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    found = Cost.objects.visible_to(reader).filter(id=cost_id)
    case = found.values_list("case_id", flat=True).first()
    if case is None:
        raise NotVisibleError
    return uuid.UUID(str(case))


def _lines(reader: Reader, view: CaseView, lines: list[Cost]) -> tuple[CostShown, ...]:
    by_id = {one.id: one for one in lines}
    turned = {one.reverses_id for one in lines if one.state != words.REFUSED}
    heads = set(supervising.HEAD) <= view.may
    adds = Action.ADD in view.may and view.state == "open"
    shown = []
    for one in reversed(lines):
        own = one.made_by == reader.actor.id
        old = by_id.get(one.reverses_id) if one.reverses_id else None
        can_turn = one.state == words.APPROVED and old is None and one.id not in turned
        shown.append(
            CostShown(
                id=one.id,
                version=one.version,
                kind=words.KINDS[one.kind],
                on=one.on,
                baht=words.baht(one.satang),
                paid_by=words.PAYERS[one.paid_by],
                what=one.what,
                state=one.state,
                state_title=words.STATES[one.state],
                asked_by=owners.name_of(one.organisation_id, one.made_by),
                asked_at=one.made_at,
                decided_by=owners.name_of(one.organisation_id, one.decided_by),
                decided_at=one.decided_at,
                answer=one.answer,
                reverses=old.what if old else "",
                reversed=one.id in turned,
                receipt=one.receipt_id,
                own=own,
                decides=heads and not own and one.state == words.ASKED,
                turns=adds and can_turn,
            )
        )
    return tuple(shown)

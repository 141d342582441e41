"""What the services of cases do alike."""

from __future__ import annotations

import uuid
from typing import Any

from sathana.accounts.decide import Action, Group
from sathana.casework.models import Case, CaseMove
from sathana.registry import inside
from sathana.registry.errors import UnusableValueError
from sathana.registry.models import Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import common


def case_for(reader: Reader, case_id: uuid.UUID, action: Action) -> Case:
    """Return a case for a change, locked, with its family's keys open.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not do this.
    """
    case = common.row_for(Case, reader, case_id, action, Group.FACTS)
    inside.unlock([case.family, case])
    return case


def must_be_open(case: Case) -> None:
    """Stop where a case is closed.

    Raises:
        UnusableValueError: It is.
    """
    if case.state != "open":
        raise UnusableValueError(
            "action",
            "กรณีนี้ปิดแล้ว จึงบันทึกความคืบหน้าไม่ได้ ให้เปิดกรณีอีกครั้งก่อน",
            "This case is closed, so nothing moves in it: open it again first.",
        )


def person_of(family: Family, person_id: uuid.UUID | None, field: str) -> Person:
    """Return a person of a family.

    Raises:
        UnusableValueError: Nobody of this family has the id.
    """
    found = inside.persons(family).filter(id=person_id).first() if person_id else None
    if found is None:
        raise UnusableValueError(
            field,
            "คนนี้ไม่อยู่ในครอบครัวนี้ ให้เพิ่มเป็นบุคคลก่อน",
            "Nobody of this family is meant: add the person first.",
        )
    return found


def write_move(case: Case, reader: Reader, **values: Any) -> CaseMove:
    """Write one line of the history; under the case's key if none is given."""
    values.setdefault("key", case.key)
    row = CaseMove(
        family_id=case.family_id,
        organisation_id=case.organisation_id,
        case=case,
        **values,
    )
    common.keep_new(row, reader)
    return row


def told(case: Case, reader: Reader, action: str, *groups: Group) -> None:
    """Do what follows a change of a case: the family's place in lists, the chain."""
    common.touch(case.family, reader)
    subject = common.family_subject(case.family)
    common.tell_chain(reader, action, [subject], *(groups or (Group.FACTS,)))

"""Writing to the chain: in the same transaction as the change it tells of."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about.

    Attributes:
        kind: ``person``, ``family``, ``evidence``, ``account``, ``organisation`` ...
        name: Pseudonym of a person or family; the id of anything else.
        case: Pseudonym of the family; ``""`` if none.
    """

    kind: str
    name: str
    case: str = ""


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it; all empty for the program itself."""

    account: uuid.UUID | None = None
    organisation: uuid.UUID | None = None
    request: str = ""


PROGRAM = Doer()


def write(
    doer: Doer,
    action: str,
    subjects: Sequence[Subject],
    *,
    fields: Sequence[str] = (),
    purpose: str = "",
    allowed: bool = True,
) -> None:
    """Append one entry for each subject, in the transaction that is open.

    Raises:
        django.db.transaction.TransactionManagementError: No transaction is open: an
            entry that can be committed without its change (or the other way round)
            is worth nothing.
    """
    raise NotImplementedError

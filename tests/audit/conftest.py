"""A chain to look at: some entries of somebody who works with some families."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from django.db import transaction

from sathana.audit.record import Doer, Subject, write

type Write = Callable[[int], None]


@pytest.fixture
def doer() -> Doer:
    return Doer(uuid.uuid4(), uuid.uuid4(), uuid.uuid4().hex)


@pytest.fixture
def some(db: None, doer: Doer) -> Write:
    """Writes so many entries, in statements of several and with every column used."""

    def write_some(count: int) -> None:
        with transaction.atomic():
            while count > 0:
                case, now = uuid.uuid4().hex, min(count, 4)
                people = [Subject("person", uuid.uuid4().hex, case)] * now
                write(doer, "person.list", people, fields=("names", "outline"))
                write(Doer(), "key.rotated", [Subject("key", "m-1")], allowed=False)
                write(doer, "glass", [Subject("family", case, case)], purpose="danger")
                count -= now + 2

    return write_some

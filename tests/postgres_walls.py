"""Tests on PostgreSQL see every row unless they take down that privilege themselves.

The site's connections begin seeing nothing; what a test prepares and looks at is no
request of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.signals import connection_created

from sathana.registry import walls


def _see_all(sender: Any, connection: Any, **_: Any) -> None:
    walls.stand_for(connection, walls.ALL)


@pytest.fixture(autouse=True, scope="session")
def _tests_see_all() -> Iterator[None]:
    connection_created.connect(_see_all)
    yield
    connection_created.disconnect(_see_all)

"""What the tests of the registry share."""

from __future__ import annotations

import pytest
from tests.registry.house import House, house


@pytest.fixture
def at(db: None) -> House:
    """A small organisation with people who work in it."""
    return house()

"""What tests of accounts lean on: quick passwords, an empty cache."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import translation
from tests.accounts import people


@pytest.fixture(autouse=True)
def _quick(settings: Any) -> Iterator[None]:
    settings.PASSWORD_HASHERS = ["tests.accounts.people.Fast"]
    cache.clear()
    translation.activate("th")  # an English page before this one leaves its language
    yield
    cache.clear()


@pytest.fixture
def crew(db: None) -> people.Crew:
    """An organisation with two admins and a caseworker."""
    return people.crew()

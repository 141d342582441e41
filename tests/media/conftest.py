"""A store of its own for each test, and a moment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def store_folder(settings, tmp_path: Path) -> Path:
    settings.SATHANA_DATA = tmp_path
    return tmp_path / "media"

"""Nothing is kept of who reads: no line, no table, no file."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from tests.publishing.conftest import Desk

from sathana.library import siteindex
from sathana.project.quiet_lines import Line

pytestmark = pytest.mark.django_db
WORD, NUMBER, ADDRESS = "zxsecretword", "1509970000000", "203.0.113.77"
SECRETS = (WORD, NUMBER, ADDRESS)


class Lines(logging.Handler):
    """Keeps lines as the program writes them."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(Line())
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(self.format(record))


@pytest.mark.parametrize("failing", [False, True], ids=["well", "failing"])
def test_a_search_a_wrong_path_and_a_fault_leave_nothing(
    desk: Desk, failing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if failing:
        monkeypatch.setattr(siteindex, "answer", _fail)
    lines, root = Lines(), logging.getLogger()
    loggers = [root, *(logging.getLogger(name) for name in ("django", "sathana"))]
    before = [one.level for one in loggers]
    for one in loggers:
        one.addHandler(lines)
        one.setLevel(logging.DEBUG)
    try:
        statuses = _read()
    finally:
        for one, level in zip(loggers, before, strict=True):
            one.removeHandler(lines)
            one.setLevel(level)
    assert (500 in statuses) == failing
    assert 404 in statuses
    told = "\n".join(line for line in lines.told if "django.db" not in line)
    assert "404" in told
    for secret in SECRETS:
        assert secret not in told
        assert [name for name, text in _stored() if secret in text] == []
        assert [
            str(path) for path in _files() if secret.encode() in path.read_bytes()
        ] == []


def _fail(*asked: Any) -> Any:
    raise RuntimeError(f"fault that quotes {asked} {NUMBER}")


def _read() -> list[int]:
    client = Client(REMOTE_ADDR=ADDRESS, raise_request_exception=False)
    paths = (
        f"/search/?q={WORD}+{NUMBER}",
        f"/en/search/?q={WORD}",
        f"/law/search/?q={WORD}",
        f"/{WORD}/{NUMBER}/",
        f"/media/{WORD}/?topic={WORD}",
        f"/packs/?topic={WORD}",
        f"/id13/?number={NUMBER}",
    )
    headers = {"referer": f"http://testserver/{WORD}", "user-agent": WORD}
    return [client.get(path, headers=headers).status_code for path in paths]


def _stored() -> list[tuple[str, str]]:
    return [
        (model._meta.label, str(list(model._base_manager.values_list())))
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    ]


def _files() -> list[Path]:
    return [one for one in Path(settings.SATHANA_DATA).rglob("*") if one.is_file()]

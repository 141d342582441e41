"""Starting the site: nothing installed, a database that is behind, a second process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from tests.databases.place import Place, make

from sathana.casework import migrations
from sathana.registry.keeping import onebox, ready

STEPS = Path(migrations.__path__[0])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """An installation without a family."""
    made = make(tmp_path_factory.mktemp("installation"), 0)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("address", "words"),
    [("/sign-in/", "ยังไม่ได้ตั้งระบบ"), ("/en/sign-in/", "not set up")],
)
def test_without_an_installation_only_the_public_pages_answer(
    address: str, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SATHANA_KEYS", str(tmp_path / "none.json"))
    client = Client()
    answer = client.get(address)
    assert answer.status_code == 503
    told = answer.content.decode()
    assert words in told
    assert "sathana init" in told
    assert "sathana demo start" in told
    assert str(tmp_path) not in told, "a page names no folder of the machine"
    assert client.get("/").status_code == 200
    assert client.get("/en/law/").status_code == 200


def test_what_is_missing_is_told_in_both_languages(tmp_path: Path) -> None:
    file, keys = tmp_path / "db.sqlite3", tmp_path / "keys.json"
    database = {"ENGINE": "sathana.project.sqlite", "NAME": str(file)}
    for missing in (file, keys):
        text = ready.missing(database, keys)
        assert text
        assert str(missing) in text["th"]
        assert str(missing) in text["en"]
        missing.touch()
    assert ready.missing(database, keys) is None


def test_a_database_that_is_behind_is_refused_and_migrated_after_a_backup(
    place: Place,
) -> None:
    newest = max(path.stem for path in STEPS.glob("0*.py"))
    place.ask(
        "with connection.cursor() as cursor:\n"
        "    cursor.execute("
        "\"DELETE FROM django_migrations WHERE app = 'casework' \"\n"
        f"    \"AND name = '{newest}'\")\n"
        "print(1)"
    )
    done = place.cli("start", "--port", "0")
    assert done.returncode == 1
    assert "sathana migrate" in done.stderr
    assert newest in done.stderr
    done = place.cli("migrate")
    assert done.returncode == 0, done.stderr
    assert len(list(place.backups.glob("sathana-*.age"))) == 1
    assert "up to date" in place.cli("migrate").stdout


def test_beside_the_site_nobody_writes_and_everybody_may_read(place: Place) -> None:
    if place.url:
        pytest.skip("PostgreSQL takes many processes")
    with onebox.to_start(place.data, "sathana start"), onebox.to_write(place.data, "x"):
        for command in (("start", "--port", "0"), ("migrate",)):
            done = place.cli(*command)
            assert done.returncode == 1
            assert "PostgreSQL" in done.stderr
            assert "Traceback" not in done.stderr
        assert place.cli("backup").returncode == 0
        assert "good the database is up to date" in place.cli("doctor").stdout
        assert place.cli("audit", "verify").returncode == 0

"""Backups: consistent beside a writer, tried, restored; a changed byte is noticed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.databases.place import INDEX, WRITER, Place, drop_database, make

from sathana.registry.keeping import making, opening, sealing
from sathana.registry.keeping.faults import KeepingError

ERASE = """
from sathana.protection.models import RecordKey
RecordKey.objects.filter(id="KEY").delete()
print(1)
"""
LABELS = """
from sathana.protection.keys import ErasedError
from sathana.registry.models import Person
print(json.dumps(sorted(p.label for p in Person.rows.all())))
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """An installation with a backup."""
    made = make(tmp_path_factory.mktemp("installation"))
    done = made.cli("backup")
    assert done.returncode == 0, done.stderr
    yield made
    made.close()


def verify(place: Place, *more: str) -> tuple[int, str]:
    """Try the newest backup of a place."""
    done = place.cli(
        "restore", str(place.backups), "--identity", str(place.identity), *more
    )
    return done.returncode, done.stdout + done.stderr


def test_a_backup_can_be_tried_and_changes_nothing(place: Place) -> None:
    before = sorted(path.name for path in place.folder.rglob("*"))
    code, told = verify(place, "--verify")
    assert code == 0, told
    assert "12 random files open" in told
    assert "the audit chain is whole" in told
    assert "can be restored" in told
    assert sorted(path.name for path in place.folder.rglob("*")) == before


def test_a_backup_beside_a_writer_is_one_moment(place: Place) -> None:
    writer = place.started(WRITER)
    try:
        assert writer.stdout
        for _ in range(4):
            assert writer.stdout.readline()
        assert (
            place.cli("backup", "--out", str(place.folder / "beside")).returncode == 0
        )
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()
    done = place.cli(
        *("restore", str(place.folder / "beside"), "--verify"),
        *("--identity", str(place.identity)),
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_of_a_person_and_no_key_stands_plain_in_a_backup(place: Place) -> None:
    main, keys = making.newest(place.backups), making.newest(place.backups, "keys-")
    assert main
    assert keys
    for file in place.backups.rglob("*"):
        if file.is_file():
            assert b"CANARY" not in file.read_bytes()
            assert file.stat().st_mode & 0o077 == 0, file


def test_the_database_of_a_backup_holds_no_keys_sessions_or_index(
    place: Place, tmp_path: Path
) -> None:
    main = making.newest(place.backups)
    assert main
    identities = sealing.identities(place.identity.read_text())
    content = sealing.opened(main, identities)
    if not place.url:  # a dump of PostgreSQL is packed
        for key in place.people:
            plain_key = key.replace("-", "").encode()
            assert key.encode() in content or plain_key in content
        plain = opening._unpack(main, identities, tmp_path)
        assert plain["tables"]["protection_recordkey"] > 0
        import sqlite3

        own = sqlite3.connect(tmp_path / "database" / "sathana.sqlite3")
        for table in ("protection_recordkey", "django_session", "registry_namekey"):
            assert own.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        own.close()


@pytest.mark.parametrize("kind", ["main", "keys", "blob"])
def test_a_changed_byte_is_noticed(
    place: Place, kind: str, campaign: bool, tmp_path: Path
) -> None:
    chance = random.Random(kind)
    identities = sealing.identities(place.identity.read_text())
    copy = tmp_path / "copy"
    shutil.copytree(place.backups, copy)
    main, keys = making.newest(copy), making.newest(copy, "keys-")
    assert main
    assert keys
    for number in range(340 if campaign else 14):
        blob = chance.choice(sorted((copy / "files").rglob("*.age")))
        file = {"main": main, "keys": keys, "blob": blob}[kind]
        good = file.read_bytes()
        bad = bytearray(good)
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        file.write_bytes(bad)
        into = tmp_path / str(number)
        into.mkdir()
        try:
            lost = opening.lay_out(main, keys, identities, into).lost
            assert lost == [blob.stem] if kind == "blob" else not "noticed"
        except KeepingError:
            assert kind != "blob"
        finally:
            file.write_bytes(good)
            shutil.rmtree(into)


def test_a_backup_that_was_cut_short_is_noticed(place: Place, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(place.backups, copy)
    main, keys = making.newest(copy), making.newest(copy, "keys-")
    assert main
    assert keys
    main.write_bytes(main.read_bytes()[:-70_000])
    (tmp_path / "into").mkdir()
    with pytest.raises(KeepingError):
        opening.lay_out(
            main,
            keys,
            sealing.identities(place.identity.read_text()),
            tmp_path / "into",
        )


def test_another_key_opens_nothing(place: Place, tmp_path: Path) -> None:
    from pyrage import x25519

    other = tmp_path / "other.txt"
    other.write_text(str(x25519.Identity.generate()))
    done = place.cli(
        "restore", str(place.backups), "--verify", "--identity", str(other)
    )
    assert done.returncode == 1
    assert "made for another key" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_restore_never_goes_over_what_is_there(place: Place) -> None:
    code, told = verify(place)
    assert code == 1
    assert "not empty" in told


def test_who_was_erased_is_gone_from_an_older_backup_too(
    place: Place, tmp_path: Path
) -> None:
    out = str(tmp_path / "backups")
    labels, index = place.ask(LABELS), place.ask(INDEX)
    assert {kind for _, kind, _ in index} == {"name", "number"}
    assert place.cli("backup", "--out", out).returncode == 0
    older = making.newest(Path(out))
    assert older
    place.ask(ERASE.replace("KEY", place.people[0]))
    hidden = older.rename(older.with_name("older.age"))
    assert place.cli("backup", "--out", out).returncode == 0
    keys = sorted(Path(out).glob("keys-*.age"))
    assert len(keys) == 1, "the keys of before the erasure must not stay"
    new = place.beside("restored")
    try:
        done = new.cli(
            *("restore", str(hidden), "--identity", str(place.identity)),
            *("--keys", str(keys[0])),
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert new.ask(LABELS) == [one for one in labels if one != "CANARY-0"]
        # The index of names was not in the backup; it is the same, without the erased.
        assert new.ask(INDEX) == [one for one in index if one[0] != "CANARY-0"]
        assert b"CANARY-0" not in b"".join(
            file.read_bytes() for file in new.data.rglob("*") if file.is_file()
        )
        audit = new.cli("audit", "verify")
        assert audit.returncode == 0, audit.stdout + audit.stderr
        ids = (
            "from sathana.audit import identity\n"
            "print(json.dumps([str(one) for one in identity.lineage()]))"
        )
        assert len(new.ask(ids)) == 2
    finally:
        if new.url:
            drop_database(new.url)


def test_a_second_backup_copies_only_new_files(place: Place, tmp_path: Path) -> None:
    out = tmp_path / "backups"
    assert place.cli("backup", "--out", str(out)).returncode == 0
    first = {file: file.stat().st_mtime_ns for file in out.glob("files/??/*")}
    assert place.cli("backup", "--out", str(out), "--keep", "1").returncode == 0
    assert {file: file.stat().st_mtime_ns for file in out.glob("files/??/*")} == first
    assert len(list(out.glob("sathana-*.age"))) == 1
    assert not list(out.glob(".making-*"))


def test_without_a_recipient_nothing_is_backed_up(place: Place, tmp_path: Path) -> None:
    recipient = place.data / "backup-recipient.txt"
    hidden = recipient.rename(tmp_path / "recipient.txt")
    try:
        done = place.cli("backup", "--out", str(tmp_path / "out"))
    finally:
        hidden.rename(recipient)
    assert done.returncode == 1
    assert "sathana init" in done.stderr


def test_the_doctor_says_what_is_wrong_and_what_to_do(place: Place) -> None:
    done = place.cli("doctor")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "sathana audit head" in done.stdout
    keys = Path(place.environment["SATHANA_KEYS"])
    keys.chmod(0o644)
    try:
        assert "chmod go-rwx" in place.cli("doctor").stdout
    finally:
        keys.chmod(0o600)

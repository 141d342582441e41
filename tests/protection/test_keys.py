"""Keys in use: nobody's stay opened, none is stale, an undone one is nobody's."""

from __future__ import annotations

import os
import threading
import uuid
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.db import IntegrityError, connection, transaction
from django.dispatch import Signal
from django.test.utils import CaptureQueriesContext
from tests.protection import rows

from sathana.protection import blind, keyfile, keys
from sathana.protection.apps import _forget
from sathana.protection.keyfile import KeyFileError
from sathana.protection.models import OrganisationKey, RecordKey


@pytest.fixture(autouse=True)
def _fresh() -> None:
    keys.forget_all()


@pytest.fixture
def organisation() -> uuid.UUID:
    return uuid.uuid4()


@pytest.mark.django_db
@pytest.mark.parametrize("signal", [request_finished, request_started])
def test_the_end_of_a_request_forgets(signal: Signal, organisation: uuid.UUID) -> None:
    heard = [one for one in signal.receivers if one[0][0] == "protection.forget"]
    assert len(heard) == 1
    key = keys.new_record_key(organisation)
    # Not sent by the signal itself: that closes the connection of the test too.
    _forget(sender=None)
    assert keys._opened() == {}
    with CaptureQueriesContext(connection) as asked:
        keys.of_record(key)
    assert len(asked) == 1


@pytest.mark.django_db
def test_many_keys_open_with_one_question(organisation: uuid.UUID) -> None:
    made = [keys.new_record_key(organisation) for _ in range(20)]
    keys.forget()
    with CaptureQueriesContext(connection) as asked:
        keys.unlock(made)
        for key in made:
            keys.of_record(key)
    assert len(asked) == 1


@pytest.mark.django_db
def test_a_destroyed_key_is_said(organisation: uuid.UUID) -> None:
    key = keys.new_record_key(organisation)
    RecordKey.objects.filter(id=key).delete()
    keys.forget_everywhere()
    with pytest.raises(keys.ErasedError):
        keys.of_record(key)


@pytest.mark.django_db
def test_other_threads_forget_at_an_erasure(organisation: uuid.UUID) -> None:
    """Each thread has opened keys of its own; an erasure reaches all of them."""
    key = keys.new_record_key(organisation)
    plain = keys.of_record(key)
    go, erased, seen = threading.Event(), threading.Event(), []

    def other() -> None:
        seen.append(dict(keys._opened()))
        keys._opened()[key] = plain
        go.set()
        erased.wait(5)
        seen.append(dict(keys._opened()))

    thread = threading.Thread(target=other)
    thread.start()
    go.wait(5)
    keys.forget_everywhere()
    erased.set()
    thread.join(5)
    assert seen == [{}, {}]


@pytest.mark.django_db
def test_an_organisation_has_one_key_in_use(organisation: uuid.UUID) -> None:
    keys.current(organisation)
    assert keys.current(organisation) == keys.current(organisation)
    with pytest.raises(IntegrityError), transaction.atomic():
        keys.store_organisation_key(uuid.uuid4(), organisation, b"k" * 32, b"i" * 32)


@pytest.mark.django_db
def test_who_comes_second_takes_the_key_that_is_there(
    organisation: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two threads that make the first key at once end with one, and one index."""
    first = keys.current(organisation)
    index = keys.index_key(organisation)
    real, calls = keys._in_use, iter([True])
    monkeypatch.setattr(
        keys, "_in_use", lambda of: None if next(calls, False) else real(of)
    )
    keys.forget_all()
    assert keys.current(organisation) == first
    assert keys.index_key(organisation) == index


@pytest.mark.django_db(transaction=True)
def test_an_undone_organisation_key_is_remembered_nowhere(
    organisation: uuid.UUID,
) -> None:
    def undone() -> int:
        with transaction.atomic():
            value = blind.number_value(organisation, "1" * 13)
            transaction.set_rollback(True)
        return value

    lost = undone()
    assert not OrganisationKey.objects.exists()
    kept = blind.number_value(organisation, "1" * 13)
    assert kept != lost
    keys.forget_all()
    assert blind.number_value(organisation, "1" * 13) == kept


@pytest.mark.django_db(transaction=True)
def test_the_index_is_asked_for_once(organisation: uuid.UUID) -> None:
    blind.name_value(organisation, "c:SMCY")
    blind.name_value(organisation, "c:SMCY")
    with CaptureQueriesContext(connection) as asked:
        blind.name_value(organisation, "c:PT")
    assert not asked.captured_queries


@pytest.mark.django_db
def test_a_missing_master_key_is_said(organisation: uuid.UUID) -> None:
    OrganisationKey.objects.filter(id=keys.current(organisation)).update(
        master="m-gone"
    )
    with pytest.raises(keys.NoKeyError, match="m-gone"):
        keys.new_record_key(organisation)


@pytest.mark.django_db
def test_blind_values_are_short_and_each_organisations_own(
    organisation: uuid.UUID,
) -> None:
    other = uuid.uuid4()
    names = [blind.name_value(organisation, f"l:{n}") for n in range(300)]
    assert all(0 <= value < 2**20 for value in names)
    assert len(set(names)) > 290
    number = blind.number_value(organisation, "1234567890123")
    assert 0 <= number < 2**63
    assert number != blind.number_value(other, "1234567890123")
    assert number != blind.number_value(organisation, "1234567890124")
    assert blind.name_value(organisation, "t:นํ้า") == blind.name_value(
        organisation, "t:น้ำ"
    )


@pytest.mark.django_db
def test_erased_rows_say_so() -> None:
    person = rows.person(rows.family(rows.organisation()), notes="x")
    RecordKey.objects.filter(id=person.key).delete()
    keys.forget_everywhere()
    again = type(person).rows.get(id=person.id)
    with pytest.raises(keys.ErasedError):
        again.notes  # noqa: B018


# The key file.


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "keys" / "keys.json"
    keyfile.write(path, keyfile.fresh())
    return path


def test_a_key_file_is_its_owners_alone(file: Path, tmp_path: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert keyfile.read(file, tmp_path / "data").newest.startswith("m-")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o610, 0o777])
def test_one_that_others_can_use_is_refused(
    file: Path, tmp_path: Path, mode: int
) -> None:
    os.chmod(file, mode)
    with pytest.raises(KeyFileError, match="chmod 600") as fault:
        keyfile.read(file, tmp_path / "data")
    assert "chmod 600" in fault.value.th


def test_one_in_the_data_folder_is_refused(file: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="data folder"):
        keyfile.read(file, tmp_path)
    link = tmp_path / "elsewhere.json"
    link.symlink_to(file)
    with pytest.raises(KeyFileError, match="data folder"):
        keyfile.read(link, file.parent)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"masters": {"a": "%"}}', "keys", '"x"']
)
def test_what_is_no_key_file_is_said(text: str) -> None:
    with pytest.raises(KeyFileError, match="not a key file"):
        keyfile.from_text(text)


def test_a_cut_key_is_no_key() -> None:
    text = keyfile.as_text(keyfile.fresh())
    found = keyfile.from_text(text)
    short = keyfile.Keys({found.newest: b"short"}, found.newest, b"x" * 32, "s")
    with pytest.raises(KeyFileError):
        keyfile.from_text(keyfile.as_text(short))
    assert keyfile.from_text(text) == found


def test_a_key_file_is_never_written_over(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(FileExistsError):
        keyfile.write(file, keyfile.fresh())
    assert file.read_bytes() == before


def test_a_key_file_is_replaced_whole(file: Path, tmp_path: Path) -> None:
    other = keyfile.fresh()
    keyfile.replace(file, other)
    assert keyfile.read(file, tmp_path / "data") == other
    assert [one.name for one in file.parent.iterdir()] == ["keys.json"]
    assert file.stat().st_mode & 0o777 == 0o600

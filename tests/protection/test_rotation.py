"""Rotation: everything opens before, during and after; what broke off goes on."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import transaction

from sathana.protection import blind, crypto, keyfile, keys, rotation
from sathana.protection.models import OrganisationKey, RecordKey

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A key file of this test alone."""
    path = tmp_path / "keys.json"
    keyfile.write(path, keyfile.fresh())
    monkeypatch.setenv("SATHANA_KEYS", str(path))
    keys.forget_all()
    yield path
    keys.forget_all()


@pytest.fixture
def organisation() -> uuid.UUID:
    return uuid.uuid4()


def plain(made: list[uuid.UUID]) -> dict[uuid.UUID, bytes]:
    """The keys of records as a process that knows nothing opens them."""
    keys.forget_all()
    keys.unlock(made)
    return {key: keys.of_record(key) for key in made}


def test_a_new_master_key_opens_the_same(file: Path, organisation: uuid.UUID) -> None:
    made = [keys.new_record_key(organisation) for _ in range(5)]
    value = blind.number_value(organisation, "1" * 13)
    before = plain(made)
    old = keyfile.source()
    keyfile.replace(file, rotation.add_master(old))
    assert rotation.counts().organisations == 1
    assert plain(made) == before, "old and new stand side by side"
    assert rotation.rewrap_organisations() == 1
    assert rotation.counts().organisations == 0
    assert plain(made) == before
    assert blind.number_value(organisation, "1" * 13) == value
    newest = keyfile.source().newest
    assert set(OrganisationKey.objects.values_list("master", flat=True)) == {newest}


def test_a_running_process_learns_of_a_new_master_key(
    file: Path, organisation: uuid.UUID
) -> None:
    made = [keys.new_record_key(organisation)]
    before = plain(made)
    known = keyfile.source()
    # Another process: the file changes, and this one's memory of it does not.
    other = rotation.add_master(known)
    keyfile.replace(file, other)
    rotation.rewrap_organisations()
    keys.forget_all()
    stale = iter([known])
    real = keyfile.source

    def remembered() -> keyfile.KeySource:
        return next(stale, None) or real()

    remembered.cache_clear = real.cache_clear  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "source", remembered)
        keys.unlock(made)
        assert keys.of_record(made[0]) == before[made[0]]


def test_a_broken_master_rotation_goes_on(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = [uuid.uuid4() for _ in range(5)]
    made = [keys.new_record_key(one) for one in some]
    before = plain(made)
    keyfile.replace(file, rotation.add_master(keyfile.source()))

    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rotation.rewrap_organisations(stop)
    assert rotation.counts().organisations == 3
    assert plain(made) == before
    assert rotation.rewrap_organisations() == 3
    assert plain(made) == before


def test_a_new_organisation_key_opens_the_same(organisation: uuid.UUID) -> None:
    made = [keys.new_record_key(organisation) for _ in range(30)]
    value = blind.name_value(organisation, "c:SM")
    before, first = plain(made), keys.current(organisation)
    second = rotation.renew_organisation(organisation)
    assert keys.current(organisation) == second != first
    made.append(keys.new_record_key(organisation))
    assert plain(made[:30]) == before, "old and new stand side by side"
    assert rotation.counts(organisation).records == 30
    assert rotation.rewrap_records(organisation) == 30
    assert rotation.retire(organisation) == 1
    assert plain(made[:30]) == before
    keys.of_record(made[30])
    keys.forget_all()
    assert blind.name_value(organisation, "c:SM") == value
    assert set(RecordKey.objects.values_list("wrapped_by", flat=True)) == {second}


def test_a_broken_organisation_rotation_goes_on(
    organisation: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 10)
    made = [keys.new_record_key(organisation) for _ in range(25)]
    before = plain(made)
    rotation.renew_organisation(organisation)

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rotation.rewrap_records(organisation, stop)
    assert rotation.counts(organisation).records == 15
    assert rotation.retire(organisation) == 0, "a key that still wraps is not deleted"
    assert plain(made) == before
    told: list[int] = []
    assert rotation.rewrap_records(organisation, told.append) == 15
    assert told == [10, 15]
    assert plain(made) == before


def test_the_old_key_of_an_organisation_opens_nothing_new(
    organisation: uuid.UUID,
) -> None:
    key = keys.new_record_key(organisation)
    old = keys.of_organisation(keys.current(organisation))
    rotation.renew_organisation(organisation)
    rotation.rewrap_records(organisation)
    row = RecordKey.objects.get(id=key)
    with pytest.raises(crypto.SealBrokenError):
        crypto.open_bytes(old, bytes(row.wrapped), keys.record_place(key, organisation))


def test_other_organisations_are_left_alone(organisation: uuid.UUID) -> None:
    other = keys.new_record_key(uuid.uuid4())
    before = bytes(RecordKey.objects.get(id=other).wrapped)
    keys.new_record_key(organisation)
    rotation.renew_organisation(organisation)
    rotation.rewrap_records(organisation)
    assert bytes(RecordKey.objects.get(id=other).wrapped) == before


def test_new_masters_keep_the_older_ones() -> None:
    found = keyfile.fresh()
    more = rotation.add_master(found)
    assert more.masters[found.newest] == found.masters[found.newest]
    assert more.newest not in found.masters
    assert replace(more, masters=found.masters, newest=found.newest) == found


def test_many_keys_are_wrapped_anew_in_a_minute(
    organisation: uuid.UUID, campaign: bool
) -> None:
    count = 100_000 if campaign else 6_000
    wrapping = keys.current(organisation)
    with transaction.atomic():
        for _ in range(0, count, 2_000):
            some = [uuid.uuid4() for _ in range(2_000)]
            RecordKey.objects.bulk_create(
                RecordKey(
                    id=one,
                    organisation=organisation,
                    wrapped_by=wrapping,
                    wrapped=keys.wrap_record_key(
                        wrapping, one, organisation, crypto.new_key()
                    ),
                )
                for one in some
            )
    rotation.renew_organisation(organisation)
    began = time.monotonic()
    assert rotation.rewrap_records(organisation) == count
    took = time.monotonic() - began
    assert took < 60, f"{count} keys wrapped anew in {took:.1f} s"

"""An entry stands or falls with its change, in its place, and can never be touched."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import uuid
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, connections, transaction
from django.db.transaction import TransactionManagementError
from tests.audit.conftest import Write

from sathana.audit import chain, guards, identity, record, stored
from sathana.audit.models import Entry
from sathana.audit.record import Doer, Subject, UnfitError, write

PERSON = Subject("person", "0" * 32, "1" * 32)
HERE = Path(__file__).parent


def test_entries_continue_each_other_from_number_one(some: Write) -> None:
    some(20)
    entries = list(stored.entries())
    assert [columns[0] for columns, _ in entries] == list(range(1, len(entries) + 1))
    assert entries[0][0][-1] == chain.START
    assert chain.verify(entries) is None
    assert record.head() == chain.Head(len(entries), str(entries[-1][1]))


def test_what_is_written_can_be_read(some: Write, doer: Doer) -> None:
    with transaction.atomic():
        write(doer, "person.view", [PERSON], fields=("names", "names", "kinship"))
    entry = Entry.objects.get()
    assert (entry.actor, entry.organisation) == (doer.account, doer.organisation)
    assert (entry.action, entry.kind, entry.subject) == (
        "person.view",
        "person",
        "0" * 32,
    )
    assert (entry.fields, entry.allowed, entry.case) == (
        "names,kinship",
        True,
        "1" * 32,
    )


def test_nothing_is_written_for_nobody(db: None, doer: Doer) -> None:
    with transaction.atomic():
        write(doer, "person.list", [])
    assert record.head() == chain.Head()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written(doer: Doer) -> None:
    with pytest.raises(TransactionManagementError):
        write(doer, "person.view", [PERSON])
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_goes_with_a_change_that_is_undone(doer: Doer) -> None:
    before = identity.current()

    @transaction.atomic
    def change_and_fail() -> None:
        identity.renew()
        write(doer, "person.change", [PERSON])
        assert record.head().seq == 2
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert (record.head(), identity.current()) == (chain.Head(), before)
    with transaction.atomic():
        write(doer, "person.change", [PERSON])
    assert record.head().seq == 1


STATEMENTS = (
    "UPDATE audit_entry SET action = 'x' WHERE seq = 2",
    "DELETE FROM audit_entry WHERE seq = 2",
    "DELETE FROM audit_entry",
)
ON_SQLITE = (
    "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE seq = 2",
    "REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE seq = 2",
    "UPDATE OR IGNORE audit_entry SET seq = 99 WHERE seq = 2",
)
ON_POSTGRESQL = ("TRUNCATE audit_entry", "TRUNCATE audit_entry CASCADE")
COPY = (
    "INSERT INTO audit_entry SELECT {seq}, at, actor, organisation, action, kind, "
    'subject, "case", fields, purpose, allowed, request, {previous}, hash '
    "FROM audit_entry WHERE seq = 2"
)


def test_the_database_itself_keeps_every_entry(some: Write) -> None:
    some(6)
    last, before = record.head(), list(stored.entries())
    more = ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRESQL
    elsewhere = (
        COPY.format(seq=last.seq + 2, previous=f"'{last.hash}'"),
        COPY.format(seq=last.seq + 1, previous="previous"),
        COPY.format(seq=0, previous=f"'{chain.START}'"),
    )
    for statement in (*STATEMENTS, *more, *elsewhere):
        with (
            pytest.raises(IntegrityError, match="audit_entry: an entry"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert list(stored.entries()) == before
    assert guards.missing() == []


def test_only_codes_come_into_the_chain(db: None, doer: Doer) -> None:
    family = Subject("family", "0" * 32)
    unfit = (
        ("person.view", [Subject("person", "ติ๊บ")], {}),
        ("person.view", [Subject("person", "Somchai")], {}),
        ("person.view", [Subject("person", "1234567890123")], {}),
        ("person.view", [Subject("evidence", "scan.jpg")], {}),
        ("person.view", [Subject("person", "0" * 32, "บ้านลุงติ๊บ")], {}),
        ("glass", [family], {"purpose": "she is in danger"}),
        ("family.view", [family], {"fields": ("name: ติ๊บ",)}),
        ("family.view", [family], {"fields": tuple(f"group{n}" for n in range(40))}),
        ("family view", [family], {}),
        ("x" * 41, [family], {}),
    )
    for action, subjects, options in unfit:
        with pytest.raises(UnfitError) as told, transaction.atomic():
            write(doer, action, subjects, **options)
        assert "ติ๊บ" not in str(told.value)
        assert "123" not in str(told.value)
    with pytest.raises(UnfitError), transaction.atomic():
        write(Doer(request="from 10.0.0.1"), "family.view", [family])
    assert not Entry.objects.exists()


def _append(rounds: int) -> None:
    for _ in range(rounds):
        with transaction.atomic():
            write(Doer(uuid.uuid4()), "person.list", [PERSON] * 3)
    connections.close_all()


def _in_threads() -> None:
    threads = [threading.Thread(target=_append, args=(25,)) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert record.head().seq == 150
    assert chain.verify(stored.entries()) is None


@pytest.mark.django_db(transaction=True)
def test_two_threads_write_one_chain(tmp_path: Path) -> None:
    if connection.vendor == "postgresql":
        _in_threads()
        return
    # The tests' own SQLite is in memory, where two threads lock each other's tables.
    environment = {**os.environ, "SATHANA_DATA": str(tmp_path), "PYTHONPATH": _path()}
    made = subprocess.run(
        [sys.executable, str(HERE / "threads.py")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert made.stdout.split() == ["150", "None"]


def _path() -> str:
    root = HERE.parent.parent
    return os.pathsep.join((str(root / "src"), str(root)))

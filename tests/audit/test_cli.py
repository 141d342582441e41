"""``sathana audit``: what it says to a person, and what a witness outside can prove."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection
from tests.audit.conftest import Write
from tests.audit_flush import drop_guards, unguarded

from sathana.audit import heads, identity, kept, record
from sathana.audit.heads import Seal
from sathana.cli.main import main
from sathana.protection import keyfile

type Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: object, db: None) -> Path:
    settings.SATHANA_DATA = tmp_path  # type: ignore[attr-defined]
    return tmp_path


def execute(statement: str) -> None:
    with unguarded(connection), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_whole_chain_passes(some: Write, tmp_path: Path, capsys: Said) -> None:
    some(12)
    count = record.head().seq
    witness = tmp_path / "witness.json"
    assert main(["audit", "head", "--out", str(witness)]) == 0
    assert "มอบไฟล์นี้ให้องค์กรภาคี" in capsys.readouterr().out
    assert main(["audit", "verify", "--lang", "en"]) == 0
    alone = capsys.readouterr().out
    assert f"{count} entries" in alone
    assert "cannot be told" in alone
    assert main(["audit", "verify", "--head", str(witness)]) == 0
    said = capsys.readouterr().out
    assert f"บันทึกครบถ้วน: {count} รายการ" in said
    assert "จากภายนอก 1" in said


def test_an_empty_chain_is_whole_and_has_no_head(capsys: Said) -> None:
    assert main(["audit", "verify", "--lang", "en"]) == 0
    assert main(["audit", "head", "--lang", "en"]) == 1
    assert "no head to sign" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE audit_entry SET action = 'x' WHERE seq = 3", "changed 3: entry 3"),
        ("DELETE FROM audit_entry WHERE seq = 5", "gap 5: entry 5 is missing"),
        ("DELETE FROM audit_entry WHERE seq > 8", "cut 9: the record ends before"),
    ],
)
def test_the_fault_and_its_place_are_said(
    some: Write, tmp_path: Path, capsys: Said, statement: str, said: str
) -> None:
    some(12)
    witness = tmp_path / "witness.json"
    main(["audit", "head", "--out", str(witness)])
    execute(statement)
    capsys.readouterr()
    assert main(["audit", "verify", "--lang", "en", "--head", str(witness)]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert "Stop working" in told
    assert main(["audit", "verify", "--head", str(witness)]) == 1
    assert "อย่าทำงานต่อ" in capsys.readouterr().err


def test_a_cut_tail_shows_only_against_a_head(some: Write, capsys: Said) -> None:
    some(12)
    execute("DELETE FROM audit_entry WHERE seq > 8")
    assert main(["audit", "verify"]) == 0
    capsys.readouterr()


def test_the_heads_beside_the_data_are_compared(
    some: Write, tmp_path: Path, capsys: Said
) -> None:
    some(12)
    assert main(["audit", "head"]) == 0
    assert list((tmp_path / "heads").glob("*.json"))
    execute("DELETE FROM audit_entry WHERE seq > 8")
    assert main(["audit", "verify", "--lang", "en"]) == 1
    assert "cut 9" in capsys.readouterr().err


def test_a_restored_database_says_why_a_head_does_not_fit(
    some: Write, tmp_path: Path, capsys: Said
) -> None:
    some(12)
    witness = tmp_path / "witness.json"
    main(["audit", "head", "--out", str(witness)])
    main(["audit", "head"])
    execute("DELETE FROM audit_entry WHERE seq > 8")
    identity.renew()
    assert main(["audit", "verify", "--lang", "en"]) == 0
    assert main(["audit", "verify", "--lang", "en", "--head", str(witness)]) == 1
    assert "before a restore" in capsys.readouterr().err


def test_missing_guards_are_a_fault(some: Write, capsys: Said) -> None:
    some(4)
    drop_guards(connection)
    assert main(["audit", "verify", "--lang", "en"]) == 1
    assert "audit_entry_no_update" in capsys.readouterr().err


def test_a_head_that_is_not_ours_is_refused(
    some: Write, tmp_path: Path, capsys: Said
) -> None:
    some(4)
    file = tmp_path / "witness.json"
    main(["audit", "head", "--out", str(file)])
    plain = json.loads(file.read_text())
    capsys.readouterr()
    for change, said in (
        ({"seq": 2}, "the signature does not fit"),
        ({"key": "0" * 16}, "signed with another key"),
        ({"hash": "none"}, "this is no head"),
        ({"more": 1}, "this is no head"),
        ({"sathana-head": 2}, "this is no head"),
    ):
        file.write_text(json.dumps({**plain, **change}))
        assert main(["audit", "verify", "--lang", "en", "--head", str(file)]) == 1
        assert said in capsys.readouterr().err
    file.write_bytes(b"\xff\x00[")
    assert main(["audit", "verify", "--lang", "en", "--head", str(file)]) == 1
    assert main(["audit", "verify", "--lang", "en", "--head", "/no/such"]) == 1
    assert main(["audit", "head", "--lang", "en", "--out", f"{file}/x"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_head_of_another_database_is_refused(
    some: Write, tmp_path: Path, capsys: Said
) -> None:
    some(4)
    seed = keyfile.source().signing
    other = heads.sign(
        record.head(),
        count=6,
        at="2026-11-25T00:00:00+00:00",
        database="00000000-0000-4000-8000-000000000000",
        seed=seed,
    )
    assert heads.check(other, seed) is Seal.GOOD
    assert heads.check(other, b"0" * 32) is Seal.OTHER_KEY
    file = tmp_path / "other.json"
    file.write_text(heads.as_text(other))
    assert main(["audit", "verify", "--lang", "en", "--head", str(file)]) == 1
    assert "another database" in capsys.readouterr().err


def test_one_head_a_day_is_kept(some: Write, tmp_path: Path) -> None:
    assert kept.keep_daily(tmp_path) is None
    some(4)
    first = kept.keep_daily(tmp_path)
    assert first is not None
    assert kept.load(first).seq == record.head().seq
    assert kept.keep_daily(tmp_path) is None

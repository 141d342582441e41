"""Signatures, the keyring, installing and taking back: two people, or nothing."""

from __future__ import annotations

import json
import multiprocessing
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.signing_room import Room, law
from tests.unit.test_law_update_file import DRILL, one

from sathana.cli import signing
from sathana.cli.main import main
from sathana.law import installed, load
from sathana.law.keyring import KEYRING
from sathana.law.load import pack, shipped

NOTE = one("rule/ANN-2025", "{note: {th: หมายเหตุ, en: A note}}")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    made = Room(tmp_path)
    monkeypatch.setenv("SATHANA_DATA", str(made.data))
    monkeypatch.chdir(tmp_path)
    yield made
    load.use(None)


def refused(
    capsys: pytest.CaptureFixture[str], *words: str | Path, status: int = 1
) -> str:
    """Run a command that must refuse; return what it said, nothing being installed."""
    capsys.readouterr()
    law(*words, status=status)
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return " ".join(said.err.split())


def test_two_people_make_keys_sign_trust_and_install(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    file = room.file(DRILL.read_bytes())
    for name in ("Anong", "Boonmee"):
        capsys.readouterr()
        law("key", "new", name, "-o", f"{name}.key", "--no-passphrase")
        public = capsys.readouterr().out.strip()
        assert public.endswith(f" {name}")
        assert stat.S_IMODE(os.stat(f"{name}.key").st_mode) == 0o600
        law("sign", file, "--key", f"{name}.key")
        law("key", "trust", name, public)
    law("update", file)
    assert "th@2026.11+exercise-window-2025" in capsys.readouterr().out
    law("updates")
    listed = capsys.readouterr().out
    assert "Anong, Boonmee" in listed
    assert "the signatures hold" in listed
    law("updates", "--show", "exercise-window-2025")
    assert capsys.readouterr().out == file.read_text("utf-8")


def test_a_private_key_is_never_written_over_and_opens_by_its_passphrase_only(
    room: Room,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: "correct horse")
    law("key", "new", "Anong", "-o", "a.key")
    assert b"ENCRYPTED" in Path("a.key").read_bytes()
    assert "there is a file a.key already" in refused(
        capsys, "key", "new", "Anong", "-o", "a.key"
    )
    file = room.file(NOTE)
    monkeypatch.setattr("getpass.getpass", lambda prompt: "wrong horse")
    assert "a wrong passphrase" in refused(capsys, "sign", file, "--key", "a.key")
    monkeypatch.setattr("getpass.getpass", lambda prompt: "correct horse")
    law("sign", file, "--key", "a.key")
    monkeypatch.setattr("getpass.getpass", lambda prompt: "short")
    assert "at least 8" in refused(capsys, "key", "new", "Anong", "-o", "b.key")
    assert not Path("b.key").exists()
    assert "no private key" in refused(capsys, "sign", file, "--key", str(file))


def test_nobody_is_trusted_until_somebody_here_says_so(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, "update", room.signed(NOTE))
    assert "not trusted" in said
    assert "call or meet its owner" in said
    assert "sathana law key trust" in said
    assert not (room.data / installed.STORE).exists()


def test_fewer_than_two_different_people_are_refused(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.trust_all()
    first, second = room.people
    assert "bears 0 signatures" in refused(capsys, "update", room.file(NOTE))
    assert "bears 1 signatures" in refused(capsys, "update", room.file(NOTE, first))
    same_key = signing.SigningKey(second.name, first.private)
    same_name = signing.SigningKey(f" {first.name.upper()}".strip(), second.private)
    for twin in (first, same_key, same_name):
        said = refused(capsys, "update", room.file(NOTE, first, twin))
        assert "one person, or one key, signed twice" in said
    stranger = signing.make("Stranger")
    said = refused(capsys, "update", room.file(NOTE, first, stranger))
    assert "Stranger ed25519:" in said


def test_a_key_under_another_name_is_not_trusted(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.trust_all()
    first, second = room.people
    renamed = signing.SigningKey("Somebody else", second.private)
    said = refused(capsys, "update", room.file(NOTE, first, renamed))
    assert f"trusted here as {second.name}'s" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2027-06-30, known: yes", "2028-06-30, known: yes"),
        ("# An exercise", "# No exercise"),
        ("as if the year", "as  if the year"),
        ('day: "2026-11-24"', 'day: "2026-11-23"'),
        ("name: 'Boonmee'", "name: 'Somchai'"),
        ("signature: ", "signature: A"),
    ],
)
def test_a_byte_changed_after_signing_is_refused(
    room: Room, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    room.trust_all()
    file = room.signed(DRILL.read_bytes())
    text = file.read_text("utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    if new == "signature: A":
        at = text.index("signature: ") + len("signature: ")
        other = "A" if text[at] != "A" else "B"
        changed = text[:at] + other + text[at + 1 :]
    file.write_text(changed, "utf-8")
    said = refused(capsys, "update", file)
    assert "something was changed after signing" in said


def test_a_changed_file_or_one_that_does_not_fit_is_not_signed(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    law("key", "new", "Anong", "-o", "a.key", "--no-passphrase")
    file = room.file(DRILL.read_bytes(), room.people[0])
    text = file.read_text("utf-8").replace("2027-06-30, known", "2028-06-30, known", 1)
    file.write_text(text, "utf-8")
    assert "was altered" in refused(capsys, "sign", file, "--key", "a.key")
    law("key", "new", "Boonmee", "-o", "b.key", "--no-passphrase")
    file = room.file(NOTE.replace(b"ANN-2025", b"ANN-1999"))
    assert "no rule/ANN-1999" in refused(capsys, "sign", file, "--key", "b.key")
    file = room.file(NOTE, room.people[1])
    assert "has signed already" in refused(capsys, "sign", file, "--key", "b.key")


def test_what_may_not_follow_what_is_installed_is_refused(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.trust_all()
    law("update", room.signed(NOTE))
    said = refused(capsys, "update", room.signed(NOTE))
    assert "a-test is installed already" in said
    older = NOTE.replace(b"id: a-test", b"id: older")
    for day in (b"2026-11-22", b"2026-11-23"):
        said = refused(capsys, "update", room.signed(older.replace(b"2026-11-23", day)))
        assert "is not later" in said
    future = older.replace(b"2026-11-23", b"2199-01-01")
    assert "lies in the future" in refused(capsys, "update", room.signed(future))
    base = older.replace(b"th@2026.11", b"th@2025.01")
    assert "changes th@2025.01" in refused(capsys, "update", room.signed(base))
    elsewhere = older.replace(b"ANN-2025", b"PR-2024").replace(b"11-23", b"11-20")
    law("update", room.signed(elsewhere))
    assert capsys.readouterr().out.count("th@2026.11+older+a-test") == 1


def test_an_update_taken_back_returns_only_on_request(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.trust_all()
    file = room.signed(DRILL.read_bytes())
    key = "exercise-window-2025"
    law("update", file)
    assert "needs a reason" in refused(capsys, "updates", "--remove", key)
    law("updates", "--remove", key, "--reason", "the drill is over")
    capsys.readouterr()
    law("list")
    assert f"({shipped().version})" in capsys.readouterr().out
    assert "the drill is over" in refused(capsys, "update", file)
    law("update", file, "--again")
    law("updates", "--json")
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert [event["did"] for event in told["history"]] == [
        "installed",
        "taken back",
        "installed",
    ]
    assert "is not installed" in refused(
        capsys, "updates", "--remove", "nothing", "--reason", "x"
    )


def _spoiled(room: Room, how: str) -> None:
    store = room.data / installed.STORE
    data = json.loads(store.read_text("utf-8"))
    match how:
        case "text":
            data["updates"][0]["text"] += "# one more remark\n"
        case "law":
            data["law"] = data["law"].replace("739431", "739432")
            data["law"] += "\n"
        case "edition":
            data["base_sha256"] = "0" * 64
            text = data["updates"][0]["text"].replace("th@2026.11", "th@2025.01")
            data["updates"][0] |= {"text": text, "sha256": _digest(text)}
        case "one name":
            data["updates"][0]["signed"].popitem()
        case "key":
            (room.data / KEYRING).write_text("", "utf-8")
        case "no store":
            store.write_text("{", "utf-8")
            return
    store.write_text(json.dumps(data), "utf-8")


def _digest(text: str) -> str:
    from sathana.law.update_apply import digest

    return digest(text)


@pytest.mark.parametrize(
    "how", ["text", "law", "edition", "one name", "key", "no store"]
)
def test_what_was_spoiled_is_neither_used_nor_passed_over(
    room: Room, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    room.trust_all()
    law("update", room.signed(DRILL.read_bytes()))
    _spoiled(room, how)
    case = "src/sathana/law/th/cases/HW-ANN-2025-after-the-year.yaml"
    capsys.readouterr()
    assert main(["assess", str(DRILL.parents[2] / case), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "sathana law updates" in said.err
    if how != "no store":
        law("updates", status=1)
        law("updates", "--remove", "exercise-window-2025", "--reason", "spoiled")
        law("list")


def test_a_law_put_in_by_hand_with_its_digest_is_found_when_updates_are_listed(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.trust_all()
    law("update", room.signed(NOTE))
    store = installed.read(room.data)
    data = json.loads((room.data / installed.STORE).read_text("utf-8"))
    forged = store.law.replace('"open"', '"shut"').replace("A note", "A lie")
    data |= {"law": forged, "law_sha256": _digest(forged)}
    (room.data / installed.STORE).write_text(json.dumps(data), "utf-8")
    capsys.readouterr()
    law("updates", status=1)
    assert "not what these updates give" in " ".join(capsys.readouterr().out.split())


def test_a_program_with_mended_data_of_the_same_edition_compiles_anew(
    room: Room,
) -> None:
    room.trust_all()
    law("update", room.signed(NOTE))
    data = json.loads((room.data / installed.STORE).read_text("utf-8"))
    data["base_sha256"] = "0" * 64
    (room.data / installed.STORE).write_text(json.dumps(data), "utf-8")
    found = installed.load(room.data)
    assert found is not None
    assert found.version == "th@2026.11+a-test"


def _install(file: str, folder: str) -> int:
    os.environ["SATHANA_DATA"] = folder
    return main(["law", "update", file, "--lang", "en"])


def test_installs_at_the_same_time_lose_none(room: Room) -> None:
    room.trust_all()
    of_one_text = (r.id for r in shipped().rules.values() if len(r.versions) == 1)
    rules = [rule for rule, _ in zip(of_one_text, range(4), strict=False)]
    files = [
        room.signed(
            NOTE.replace(b"ANN-2025", rule.encode()).replace(
                b"id: a-test", f"id: update-{number}".encode()
            )
        )
        for number, rule in enumerate(rules)
    ]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        done = pool.starmap(_install, [(str(f), str(room.data)) for f in files])
    assert done == [0, 0, 0, 0]
    found = installed.load(room.data)
    assert found is not None
    assert {update.id for update in found.updates} == {
        f"update-{number}" for number in range(4)
    }


def test_a_data_folder_that_cannot_be_written_is_said_and_changes_nothing(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.data.write_text("a file, no folder", "utf-8")
    said = refused(capsys, "key", "trust", "Anong", room.people[0].public)
    assert "cannot be written to" in said
    assert "SATHANA_DATA" in said


def test_the_keyring_keeps_one_key_a_person(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = room.people
    law("key", "trust", "Anong", first.public)
    law("key", "trust", "Anong", f"{first.public} Anong")
    assert "trusted already as Anong's" in refused(
        capsys, "key", "trust", "Boonmee", first.public
    )
    assert "has another key already" in refused(
        capsys, "key", "trust", "ANONG", second.public
    )
    assert "a public key is" in refused(capsys, "key", "trust", "Anong", "ed25519:x")
    assert "2 to 80" in refused(capsys, "key", "trust", "a:b", second.public)
    law("key", "forget", "anong")
    law("key", "trust", "Anong", second.public)
    capsys.readouterr()
    law("key", "list")
    assert capsys.readouterr().out == f"{second.public} Anong\n"
    assert "no key of Nobody" in refused(capsys, "key", "forget", "Nobody")


def test_an_answer_names_the_updates_it_used_and_no_others(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.trust_all()
    law("update", room.signed(DRILL.read_bytes()))
    law("update", room.signed(one("rule/LOSS-17", "{warn: {th: ก, en: A}}")))
    cases = DRILL.parents[2] / "src/sathana/law/th/cases"
    case = str(cases / "HW-ANN-2025-after-the-year.yaml")
    capsys.readouterr()
    assert main(["assess", case, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    [used] = answer["updates"]
    assert used["id"] == "exercise-window-2025"
    assert used["records"] == ["rule/ANN-2025", "rule/PR-2024"]
    assert used["names"] == ["อนงค์ ใจมั่น", "Boonmee"]
    entries = answer["persons"]["P"]["pathways"]
    by = {entry["id"]: entry.get("updated_by") for entry in entries}
    assert by["ANN-2025"] == ["exercise-window-2025"]
    assert by["S10"] is None
    assert main(["assess", case, "--lang", "en"]) == 0
    assert "signed by อนงค์ ใจมั่น" in " ".join(capsys.readouterr().out.split())
    assert pack().version.count("+") == 2

"""``sathana init`` and ``sathana keys``, as somebody at a terminal runs them."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys; from sathana.cli.main import main; sys.exit(main())"
ANSWERS = (
    *("--organisation", "องค์กรสมมติ", "--admin", "somjai.k=สมใจ"),
    *("--admin", "anan.p=อนันต์", "--text"),
)


@dataclass(frozen=True)
class Machine:
    """A machine with nothing on it but the program."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def key_file(self) -> Path:
        return self.folder / "etc" / "keys.json"

    def run(
        self, *argv: str, typed: str = "", **more: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
        environment |= {
            "SATHANA_DATA": str(self.data),
            "SATHANA_KEYS": str(self.key_file),
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONUTF8": "1",
            "COLUMNS": "80",
            **more,
        }
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, *argv, "--lang", "en"],
            cwd=self.folder,
            env=environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )

    def papers(self, folder: str = "papers") -> list[str]:
        return sorted(str(one) for one in (self.folder / folder).iterdir())


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """An installation that was begun; tests that change it copy it."""
    machine = Machine(tmp_path_factory.mktemp("begun"))
    ran = machine.run("init", *ANSWERS, "--papers", "papers")
    assert ran.returncode == 0, ran.stderr
    (machine.folder / "said.txt").write_text(ran.stdout, "utf-8")
    return machine


@pytest.fixture
def machine(begun: Machine, tmp_path: Path) -> Machine:
    """A copy of it."""
    copy = Machine(tmp_path / "machine")
    shutil.copytree(begun.folder, copy.folder)
    return copy


def organisation(machine: Machine) -> str:
    with closing(sqlite3.connect(machine.data / "sathana.sqlite3")) as database:
        return database.execute("SELECT id FROM accounts_organisation").fetchone()[0]


def test_it_makes_everything_and_says_what_to_do(begun: Machine) -> None:
    said = (begun.folder / "said.txt").read_text("utf-8")
    assert "Three persons keep one each, in three places" in said
    assert "72 hours" in said
    assert re.search(r"somjai\.k +\S{10,}", said)
    assert organisation(begun)
    assert len(begun.papers()) == 3


def test_everything_is_its_owners_alone(begun: Machine) -> None:
    for file in (begun.key_file, *map(Path, begun.papers())):
        assert file.stat().st_mode & 0o777 == 0o600
    for file in begun.data.rglob("*"):
        assert not file.stat().st_mode & 0o077, file
    assert not begun.data.stat().st_mode & 0o077


def test_no_word_of_a_paper_and_no_key_is_in_the_data_folder(begun: Machine) -> None:
    words = re.findall(r"\d+\. ([a-z]+)", Path(begun.papers()[0]).read_text())
    phrase = " ".join(words[4:8]).encode()
    secret = begun.key_file.read_bytes().split(b'"')[-4]
    for file in begun.data.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert phrase not in data
            assert secret not in data


def test_a_paper_says_which_installation_it_is_of(begun: Machine) -> None:
    with closing(sqlite3.connect(begun.data / "sathana.sqlite3")) as database:
        (known,) = database.execute("SELECT id FROM audit_database").fetchone()
    for number, paper in enumerate(begun.papers(), start=1):
        text = Path(paper).read_text("utf-8")
        assert f"{number} of 3" in text
        assert known in text.replace("-", "")
        assert len(re.findall(r"\d+\. [a-z]+", text)) == 33


def test_it_never_begins_twice(machine: Machine) -> None:
    before = {f: f.read_bytes() for f in machine.data.rglob("*") if f.is_file()}
    for gone in (None, machine.key_file, machine.data / "recovery"):
        if gone is not None:
            shutil.move(gone, machine.folder / f"away-{gone.name}")
        ran = machine.run("init", *ANSWERS, "--papers", "other")
        assert ran.returncode == 1
        assert "already" in ran.stderr
        assert not (machine.folder / "other").exists()
    for file, data in before.items():
        assert not file.exists() or file.read_bytes() == data


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--papers", "data/papers"), "in the data folder"),
        (("--papers", "papers", "--admin", "x"), "cannot be read"),
        (("--papers", "papers", "--area", "nowhere"), ""),
    ],
)
def test_a_failed_beginning_leaves_nothing(
    tmp_path: Path, argv: tuple[str, ...], said: str
) -> None:
    machine = Machine(tmp_path)
    ran = machine.run("init", *ANSWERS, *argv)
    assert ran.returncode == 1
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    left = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert [one.name for one in left if not one.name.endswith(".lock")] == []


def test_answers_can_be_typed_and_stopped(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    ran = machine.run("init", typed="องค์กรสมมติ\n\nsomjai.k\n.\n")
    assert ran.returncode == 1
    assert "nothing was done" in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (1, 2)])
def test_each_pair_of_papers_passes_the_drill(
    begun: Machine, pair: tuple[int, int]
) -> None:
    papers = begun.papers()
    before = begun.key_file.read_bytes()
    argv = [word for one in pair for word in ("--paper", papers[one])]
    ran = begun.run("keys", "drill", *argv)
    assert ran.returncode == 0, ran.stderr
    assert "It works" in ran.stdout
    assert "same as the key file" in ran.stdout
    assert begun.key_file.read_bytes() == before


def test_one_paper_does_not(begun: Machine) -> None:
    paper = begun.papers()[0]
    ran = begun.run("keys", "drill", "--paper", paper, "--paper", paper)
    assert ran.returncode == 1
    assert "two different papers" in ran.stderr


def typed_words(paper: str) -> list[str]:
    found = re.findall(r"(\d+)\. ([a-z]+)", Path(paper).read_text("utf-8"))
    return [word for _, word in sorted(found, key=lambda one: int(one[0]))]


def test_words_are_typed_and_a_wrong_one_is_asked_for_again(begun: Machine) -> None:
    first, second = map(typed_words, begun.papers()[1:])
    wrong = [*first]
    wrong[8] = "acid" if first[8] != "acid" else "acne"
    typed = " ".join(wrong) + f"\n{first[8]}\n" + "\n".join(w[:4] for w in second)
    ran = begun.run("keys", "drill", typed=typed + "\n")
    assert ran.returncode == 0, ran.stderr
    assert "word 9" in ran.stderr
    assert "It works" in ran.stdout


def test_a_new_machine_gets_its_key_file_back(begun: Machine, tmp_path: Path) -> None:
    new = Machine(tmp_path)
    escrow = str(begun.data / "recovery" / "keys.escrow.age")
    papers = begun.papers()
    argv = ["--paper", papers[0], "--paper", papers[2], "--escrow", escrow]
    ran = new.run("keys", "recover", *argv)
    assert ran.returncode == 0, ran.stderr
    assert new.key_file.read_bytes() == begun.key_file.read_bytes()
    assert new.key_file.stat().st_mode & 0o777 == 0o600
    again = new.run("keys", "recover", *argv)
    assert again.returncode == 1
    assert "not written over" in again.stderr


def test_rotation_keeps_papers_and_escrow_true(machine: Machine) -> None:
    dry = machine.run("keys", "rotate", "--dry-run")
    assert "Nothing was changed" in dry.stdout
    before = machine.key_file.read_bytes()
    ran = machine.run("keys", "rotate")
    assert ran.returncode == 0, ran.stderr
    assert machine.key_file.read_bytes() != before
    more = machine.run("keys", "rotate", "--organisation", organisation(machine))
    assert more.returncode == 0, more.stderr
    papers = machine.papers()
    drill = machine.run("keys", "drill", "--paper", papers[0], "--paper", papers[1])
    assert "same as the key file" in drill.stdout


def test_a_new_set_of_papers_replaces_the_old(machine: Machine) -> None:
    ran = machine.run("keys", "papers", "--papers", "new", "--text")
    assert ran.returncode == 0, ran.stderr
    new, old = machine.papers("new"), machine.papers()
    good = machine.run("keys", "drill", "--paper", new[0], "--paper", new[1])
    assert good.returncode == 0, good.stderr
    for pair in ((old[0], old[1]), (old[0], new[1])):
        bad = machine.run("keys", "drill", "--paper", pair[0], "--paper", pair[1])
        assert bad.returncode == 1


def test_an_unknown_organisation_is_told_which_there_are(begun: Machine) -> None:
    ran = begun.run("keys", "rotate", "--organisation", "nobody", "--dry-run")
    assert ran.returncode == 1
    assert "องค์กรสมมติ" in ran.stderr


def test_a_key_file_for_everybody_is_refused(machine: Machine) -> None:
    machine.key_file.chmod(0o644)
    ran = machine.run("keys", "rotate", "--dry-run")
    assert ran.returncode == 1
    assert "chmod 600" in ran.stderr


@pytest.fixture(scope="module")
def paper() -> bytes:
    from datetime import date

    from sathana.cli import recovery_papers
    from sathana.cli.terminal import Speaker

    words = ["academic"] * 33
    told = recovery_papers.values(
        Speaker("th"), words, 2, "ab12-cd34", date(2026, 11, 25), "0" * 36
    )
    return recovery_papers.as_pdf(told)


def test_a_paper_is_one_page_with_thai_that_can_be_copied(paper: bytes) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(paper)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_range()
    assert text.count("academic") == 33
    assert "กระดาษกู้คืน" in text
    assert "33." in text

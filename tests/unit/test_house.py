"""The house stands as drawn: imports point downward, locks hold, Django stays out."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
ONE_CASE = """\
sathana: 1
case: house-test
as_of: 2020-01-01
persons:
  N:
    born: {date: 2000-01-01, country: TH}
"""
DJANGO_FREE_RUN = """\
import contextlib, io, sys
from sathana.cli.main import main
try:
    with contextlib.redirect_stdout(io.StringIO()):
        status = main({arguments!r})
except SystemExit as end:
    status = end.code
print(status or 0, "django" in sys.modules)
"""


def floors() -> list[str]:
    """Names of the packages that the contract has given a floor."""
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    return sorted(name for layer in layers for name in layer.split(" | "))


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of this project over the source tree under ``root``."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def empty_house(tmp_path: Path) -> Path:
    """The same floors and contracts, with nothing inside them yet."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ["", *floors()]:
        folder = tmp_path / "src" / "sathana" / package
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    return tmp_path


def plant(house: Path, module: str, line: str) -> None:
    """Write one line into a module of the empty house."""
    (house / "src" / "sathana" / module).write_text(f"{line}\n", "utf-8")


def test_every_package_has_its_floor_and_every_floor_its_package() -> None:
    found = {path.parent.name for path in ROOT.glob("src/sathana/*/__init__.py")}
    assert found == set(floors())


def test_a_house_without_imports_breaks_no_contract(empty_house: Path) -> None:
    answer = lint_imports(empty_house)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("facts/bad.py", "import sathana.law", "Imports point downward"),
        ("web/bad.py", "import sathana.library", "Imports point downward"),
        ("pictures/bad.py", "import sathana.status", "Imports point downward"),
        ("text/bad.py", "import sathana.vocabulary", "Imports point downward"),
        ("pictures/bad.py", "import sathana.law", "Pictures are drawn"),
        ("status/bad.py", "import django.db", "The pure packages"),
        ("law/bad.py", "import sqlite3", "The pure packages"),
        ("law/rules.py", "import yaml", "YAML is read at two doors"),
    ],
)
def test_a_forbidden_import_is_refused_and_named(
    empty_house: Path, module: str, line: str, contract: str
) -> None:
    plant(empty_house, module, line)
    answer = lint_imports(empty_house)
    importer = "sathana." + module.removesuffix(".py").replace("/", ".")
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert re.search(rf"^{contract}.* BROKEN$", answer.stdout, re.MULTILINE)
    assert importer in answer.stdout


def test_a_forbidden_import_is_refused_also_through_a_third_module(
    empty_house: Path,
) -> None:
    plant(empty_house, "text/open.py", "import django")
    plant(empty_house, "status/shut.py", "import sathana.text.open")
    answer = lint_imports(empty_house)
    assert "sathana.status is not allowed to import django" in answer.stdout


def test_a_package_without_a_floor_is_refused(empty_house: Path) -> None:
    (empty_house / "src" / "sathana" / "attic").mkdir()
    plant(empty_house, "attic/__init__.py", "")
    answer = lint_imports(empty_house)
    assert answer.returncode == 1
    assert "attic" in answer.stdout


@pytest.mark.parametrize("door", ["facts/casefile_tree.py", "law/compile.py"])
def test_the_two_doors_may_read_yaml(empty_house: Path, door: str) -> None:
    plant(empty_house, door, "import yaml")
    answer = lint_imports(empty_house)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", "{case}"],
        ["check", "{case}"],
        ["law", "list"],
        ["law", "check"],
        ["bench", "assess", "--json", "--quick"],
        ["id13", "6-5001-50001-12-1"],
        ["people", "family"],
        ["scenario", "list"],
        ["learn", "gift-out", "first-word-to-petition"],
    ],
    ids=" ".join,
)
def test_the_command_line_answers_without_loading_django(
    arguments: list[str], tmp_path: Path
) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(ONE_CASE, "utf-8")
    given = [argument.replace("{case}", str(case)) for argument in arguments]
    code = DJANGO_FREE_RUN.format(arguments=given)
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert answer.stdout == "0 False\n", answer.stderr


def test_one_family_is_assessed_without_loading_what_a_people_needs() -> None:
    code = (
        "import sys; from sathana.cli import assess, commands, main; "
        "commands.parser('th'); "
        "print({'numpy', 'duckdb', 'sqlglot', 'typst'} & set(sys.modules))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.stdout == "set()\n", answer.stderr


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_pins_with_hashes_and_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert entries
    assert "://" not in text
    assert all(PINNED.match(entry) and "--hash=sha256:" in entry for entry in entries)


def test_what_is_tested_is_what_is_shipped() -> None:
    run, dev = (
        dict(PINNED.findall((ROOT / name).read_text("utf-8")))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run.items() <= dev.items()


def test_every_direct_dependency_is_locked() -> None:
    names = {
        re.split(r"[\[<>=;, ]", entry)[0].lower()
        for entry in PROJECT["project"]["dependencies"]
    }
    locked = dict(PINNED.findall((ROOT / "requirements.lock").read_text("utf-8")))
    assert names == {
        *("cryptography", "django", "duckdb", "granian", "numpy", "pyyaml"),
        *("sqlglot", "typst", "whitenoise", "argon2-cffi", "django-allauth", "pikepdf"),
        *("pillow", "psycopg", "pyrage", "pythainlp", "rapidfuzz", "shamir-mnemonic"),
        *("wagtail", "wagtail-localize", "imageio-ffmpeg", "qrcode"),
    }
    assert names <= locked.keys()


def test_the_version_is_written_once_in_two_places_alike() -> None:
    from sathana import __version__

    assert __version__ == PROJECT["project"]["version"]

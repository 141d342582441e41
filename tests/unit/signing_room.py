"""A data folder of its own with two people who sign, for tests of updates."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sathana.cli import signing
from sathana.cli.main import main
from sathana.law.keyring import trust
from sathana.law.update_file import read, with_signature
from sathana.law.update_model import LawUpdate

NAMES = ("อนงค์ ใจมั่น", "Boonmee")


@dataclass(slots=True)
class Room:
    """A folder, a data folder in it, and keys that are made once for the tests."""

    path: Path
    people: tuple[signing.SigningKey, ...] = field(
        default_factory=lambda: tuple(signing.make(name) for name in NAMES)
    )

    @property
    def data(self) -> Path:
        return self.path / "data"

    def trust_all(self) -> None:
        for key in self.people:
            trust(self.data, key.name, key.public)

    def file(self, data: bytes, *signers: signing.SigningKey) -> Path:
        """Write an update with the signatures of some people."""
        path = self.path / f"update-{len(list(self.path.iterdir()))}.yaml"
        text = data.decode()
        for key in signers:
            update = read(text.encode())
            text = with_signature(update, signing.sign(update, key, "2026-11-24"))
        path.write_text(text, "utf-8")
        return path

    def signed(self, data: bytes) -> Path:
        return self.file(data, *self.people)


def law(*words: str | Path, status: int = 0) -> None:
    """Run a command of ``sathana law``, in English."""
    assert main(["law", *map(str, words), "--lang", "en"]) == status


def parsed(path: Path) -> LawUpdate:
    return read(path.read_bytes())

"""``sathana glossary``: the page of words, written from the vocabulary."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sathana.cli.terminal import Speaker, complain
from sathana.vocabulary.glossary import glossary

_PAGE = "GLOSSARY.md"
_MARKER = "pyproject.toml"


def run(options: Namespace) -> int:
    """Write GLOSSARY.md at the root of the project, or compare it; 1 if it differs."""
    say = Speaker(options.lang)
    root = project_root(Path.cwd())
    if root is None:
        complain(
            say(
                f"ไม่พบ {_MARKER} ของสถานะในโฟลเดอร์นี้หรือเหนือขึ้นไป ให้ทำในโฟลเดอร์ต้นฉบับ",
                f"no {_MARKER} of Sathana here or above: run this in the source tree",
            )
        )
        return 1
    page, text = root / _PAGE, glossary()
    if not options.check:
        page.write_text(text, "utf-8")
        print(say(f"เขียน {_PAGE} แล้ว", f"{_PAGE} is written"))
        return 0
    if page.is_file() and page.read_text("utf-8") == text:
        print(say(f"{_PAGE} ตรงกับคลังคำ", f"{_PAGE} is what the vocabulary gives"))
        return 0
    complain(
        say(
            f"{_PAGE} ไม่ตรงกับคลังคำ ให้รัน sathana glossary",
            f"{_PAGE} is not what the vocabulary gives: run 'sathana glossary'",
        )
    )
    return 1


def project_root(start: Path) -> Path | None:
    """Return the folder of the project around a folder; ``None`` if there is none."""
    for folder in (start, *start.parents):
        marker = folder / _MARKER
        if marker.is_file() and 'name = "sathana"' in marker.read_text("utf-8"):
            return folder
    return None

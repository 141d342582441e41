"""A tutorial that is kept true by a walk: words in two languages, and pictures.

The words stand in a file of their own; the walk says at each step that it is there.
With ``SATHANA_TUTORIAL`` set to a folder the page is kept as a picture and the words
become two pages. Without it they are compared with the pages that are in ``docs``, so
that the tutorial cannot grow old.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "docs" / "tutorials"
MAKE = "SATHANA_TUTORIAL"


@dataclass
class Tutor:
    """Follows a walk through the steps of a tutorial.

    Attributes:
        words: ``name`` of the pages, ``title``, ``intro`` and each ``step`` by its
            name, in both languages.
        told: Names of the steps that the walk has come to.
    """

    words: dict[str, Any]
    told: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, words: Path) -> Tutor:
        """Return a tutor with the words of a file."""
        return cls(tomllib.loads(words.read_text("utf-8")))

    def say(self, page: Any, step: str) -> None:
        """Be at a step; keep the page as a picture where the tutorial is made anew."""
        self.told.append(step)
        if folder := os.environ.get(MAKE):
            page.screenshot(path=Path(folder) / self._picture(step))

    def finish(self) -> None:
        """Write the two pages, or compare them with those that are kept."""
        assert self.told == list(self.words["step"])
        folder = os.environ.get(MAKE)
        for language in ("th", "en"):
            page, text = f"{self.words['name']}.{language}.md", self._text(language)
            if folder:
                (Path(folder) / page).write_text(text, encoding="utf-8")
            kept = (FOLDER / page).read_text("utf-8")
            assert kept == text, f"make {page} anew: {MAKE}={FOLDER}"
        for step in self.told:
            assert (FOLDER / self._picture(step)).is_file(), step

    def _picture(self, step: str) -> str:
        return f"{self.words['name']}-{list(self.words['step']).index(step) + 1}.png"

    def _text(self, language: str) -> str:
        words = self.words
        lines = [f"# {words['title'][language]}", "", words["intro"][language], ""]
        for number, (name, step) in enumerate(words["step"].items(), 1):
            about = step["about"][language]
            lines += [f"## {number}. {about}", "", step[language], ""]
            lines += [f"![{about}]({self._picture(name)})", ""]
        return "\n".join(lines).rstrip() + "\n"

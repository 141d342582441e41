"""A tutorial that is written while somebody walks: words in two languages, pictures.

The walk says at each step what it does; with ``SATHANA_TUTORIAL`` set to a folder the
page is kept as a picture and the words become two pages of docs. Without it the words
are compared with the pages that are there, so that the tutorial cannot grow old.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "docs" / "tutorials"


@dataclass(frozen=True)
class Step:
    """What is done, in both languages, and the picture it is shown with."""

    th: str
    en: str
    picture: str = ""


@dataclass
class Tutor:
    """Collects the steps of a walk.

    Attributes:
        name: Of the two pages: ``<name>.th.md`` and ``<name>.en.md``.
        th, en: Their titles.
        intro_th, intro_en: What stands before the first step.
    """

    name: str
    th: str
    en: str
    intro_th: str
    intro_en: str
    steps: list[Step] = field(default_factory=list)

    def say(self, page: Any, th: str, en: str, *, shot: bool = False) -> None:
        """Tell a step; keep the page as a picture where the tutorial is made anew."""
        picture = f"{self.name}-{len(self.steps) + 1}.png" if shot else ""
        self.steps.append(Step(th, en, picture))
        folder = os.environ.get("SATHANA_TUTORIAL")
        if folder and picture:
            page.screenshot(path=Path(folder) / picture, full_page=False)

    def finish(self) -> None:
        """Write the two pages, or compare them with those that are kept."""
        folder = os.environ.get("SATHANA_TUTORIAL")
        for language in ("th", "en"):
            page, text = f"{self.name}.{language}.md", self._text(language)
            if folder:
                (Path(folder) / page).write_text(text, encoding="utf-8")
            kept = (FOLDER / page).read_text("utf-8")
            assert kept == text, f"make {page} anew: SATHANA_TUTORIAL={FOLDER.name}"
        for step in self.steps:
            assert not step.picture or (FOLDER / step.picture).is_file(), step

    def _text(self, language: str) -> str:
        thai = language == "th"
        title, intro = (self.th, self.intro_th) if thai else (self.en, self.intro_en)
        lines = [f"# {title}", "", intro, ""]
        for number, step in enumerate(self.steps, 1):
            words = step.th if thai else step.en
            lines += [f"{number}. {words}", ""]
            if step.picture:
                lines += [f"   ![{words}]({step.picture})", ""]
        return "\n".join(lines).rstrip() + "\n"

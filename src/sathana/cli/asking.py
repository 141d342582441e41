"""Asking in a terminal: choices by number, free text, every wrong answer re-asked."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

from sathana.calendars.dates import DateError, parse_date
from sathana.calendars.parse import LIKELY_BUDDHIST
from sathana.calendars.spans import DateSpan
from sathana.cli.terminal import Speaker, wrap
from sathana.facts.casefile import CaseFileError
from sathana.text import arabic_digits

STOP = "."
DONT_KNOW = "?"
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})")


class StopAskingError(Exception):
    """The person wants to stop, or there is nothing more to read."""


type Choice = tuple[str, str]
"""Value and label."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks one person at a terminal.

    Attributes:
        out: Where questions are written.
    """

    say: Speaker
    out: TextIO

    def tell(self, text: str = "") -> None:
        """Write a paragraph."""
        print("\n".join(wrap(text)), file=self.out)

    def line(self, prompt: str) -> str:
        """Return what is typed, without spaces around it; "" for Enter alone.

        Raises:
            StopAskingError: ``.`` was typed, or the input has ended.
        """
        print(f"{prompt} > ", end="", file=self.out, flush=True)
        typed = sys.stdin.readline()
        if not sys.stdin.isatty():
            print(typed.rstrip("\n"), file=self.out)
        if not typed or typed.strip() == STOP:
            raise StopAskingError
        return typed.strip()

    def choose(self, choices: Sequence[Choice]) -> str:
        """Return the value of the choice that is taken, by number, value or label.

        Raises:
            StopAskingError: Stopping was chosen.
        """
        return self.choose_or_type(choices, None)

    def choose_or_type(
        self, choices: Sequence[Choice], read: Callable[[str], str] | None
    ) -> str:
        """Return the value of a choice, or what ``read`` makes of other text.

        Args:
            choices: Shown with numbers.
            read: Turns typed text into a value; ``None`` takes choices only.
        """
        for number, (_, label) in enumerate(choices, start=1):
            print(f"  {number}) {label}", file=self.out)
        print(f"  0) {self.say('หยุด แล้วบันทึก', 'stop, and save')}", file=self.out)
        while True:
            typed = self.line(self.say("เลือก", "choose"))
            value = self._chosen(typed, choices)
            if value is None and read is not None and typed:
                value = self._read(typed, read)
            elif value is None:
                self._wrong_choice(typed, len(choices))
            if value is not None:
                return value

    def _chosen(self, typed: str, choices: Sequence[Choice]) -> str | None:
        plain = arabic_digits(typed)
        if plain == "0":
            raise StopAskingError
        if plain == DONT_KNOW and any(value == "unknown" for value, _ in choices):
            return "unknown"
        if plain.isdigit() and len(plain) < 3 and 0 < int(plain) <= len(choices):
            return choices[int(plain) - 1][0]
        same = (
            v
            for v, label in choices
            if typed.casefold() in (v.casefold(), label.casefold())
        )
        return next(same, None)

    def _wrong_choice(self, typed: str, last: int) -> None:
        self.tell(
            self.say(
                f"ไม่มีข้อ “{typed}” ให้พิมพ์ตัวเลข 0 ถึง {last}",
                f"there is no choice '{typed}': type a number from 0 to {last}",
            )
        )

    def _read(self, typed: str, read: Callable[[str], str]) -> str | None:
        try:
            return read(typed)
        except (DateError, CaseFileError) as fault:
            self.explain(fault)
            return None

    def explain(self, fault: DateError | CaseFileError) -> None:
        """Say why an answer cannot be taken."""
        faults = fault.faults if isinstance(fault, CaseFileError) else (fault,)
        for each in faults:
            self.tell(self.say(each.th, each.en))

    def date(self, prompt: str) -> DateSpan | None:
        """Return a date as somebody types it; ``None`` for Enter or don't know.

        Raises:
            StopAskingError: The person wants to stop.
        """
        while True:
            typed = self.line(prompt)
            if typed in ("", DONT_KNOW, "unknown"):
                return None
            try:
                return typed_date(typed)
            except DateError as fault:
                self.explain(fault)


def typed_date(text: str) -> DateSpan:
    """Return the date that somebody typed: year alone, year or day first, either era.

    A year from 2400 on is one of the Buddhist era, as people in Thailand count.

    Raises:
        DateError: It is no date, or no day that ever was.
    """
    plain = arabic_digits(text.strip())
    for shape, order in ((_YEAR_FIRST, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1))):
        if found := shape.fullmatch(plain):
            parts = [found.group(place) for place in order]
            written = "-".join(part.zfill(2) for part in parts if part)
            era_be = int(parts[0]) >= LIKELY_BUDDHIST
            return parse_date({"be": written} if era_be else written)
    return parse_date(plain)

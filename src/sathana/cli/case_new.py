"""``sathana case new``: questions in the terminal, a case file at the end."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sathana.cli.asking import Asker, StopAskingError
from sathana.cli.assess import loop_text
from sathana.cli.case_answers import answerable, ask_need, relative_first
from sathana.cli.case_persons import describe, identify, introduce
from sathana.cli.days import days_of
from sathana.cli.terminal import Speaker, complain
from sathana.facts.casefile import write
from sathana.facts.model import CaseFile, Person
from sathana.status import TimeLoopError, assess

type Row = Mapping[str, Any]

PERSON = "P"
"""Id of the person whose case it is."""


class Talk:
    """One conversation, with the case as far as it has come: nothing is ever lost.

    Attributes:
        case: All that was answered so far.
    """

    def __init__(self, asker: Asker, name: str) -> None:
        """Start with a person of whom nothing is told."""
        self.asker = asker
        self.case = CaseFile(case=name, persons={PERSON: Person(PERSON, {})})
        self.asked: set[tuple[str, str]] = set()
        self.sentence = ""

    def hold(self) -> None:
        """Ask for the persons, then the best next question, until there is none.

        Raises:
            StopAskingError: The person wants to stop.
        """
        introduce(self.asker)
        for step in describe(self.asker, lambda: self.case, PERSON):
            self.case = step
        while (need := self._next()) is not None:
            before = self.case.persons
            self.case = ask_need(self.asker, self.case, need)
            for who in self.case.persons.keys() - before.keys():
                for step in identify(self.asker, lambda: self.case, who):
                    self.case = step
        self.asker.tell(
            self.asker.say("ไม่มีคำถามที่ต้องถามแล้ว", "There is nothing more to ask.")
        )

    def _next(self) -> Row | None:
        """Return the best next question; say the answer where it has changed."""
        as_of, law_at = days_of(self.case, None, None)
        try:
            answer = assess(self.case, as_of=as_of, law_at=law_at)
        except TimeLoopError as loop:
            self.asker.tell(loop_text(loop, self.asker.say.lang))
            return None
        row: Row = answer["persons"][PERSON]  # type: ignore[index]
        self._say(row)
        for need in row["needs"]:
            told = relative_first(self.case, need)
            key = (str(told["fact"]), str(told["at"]))
            if key not in self.asked and answerable(self.case, told):
                self.asked.add(key)
                return told
        return None

    def _say(self, row: Row) -> None:
        sentence = self.asker.say.of(row["sentence"])
        if sentence != self.sentence:
            self.sentence = sentence
            self.asker.tell()
            self.asker.tell(f"== {sentence}")


def run(options: Namespace) -> int:
    """Hold the conversation and write the file, also when it is broken off."""
    say = Speaker(options.lang)
    path = None if options.output == "-" else _free_path(options.output)
    if path is not None and options.output and path.exists():
        complain(
            say(
                f"{path}: มีแฟ้มนี้อยู่แล้ว จะไม่เขียนทับ ให้ตั้งชื่ออื่น",
                f"{path}: this file exists and is not overwritten; choose another name",
            )
        )
        return 1
    talk = Talk(Asker(say, sys.stdout if path else sys.stderr), _case_name(path))
    try:
        talk.hold()
    except (StopAskingError, KeyboardInterrupt):
        print(file=talk.asker.out)
    return _save(talk.case, path, say)


def _free_path(given: str | None) -> Path:
    """Return the file to write: the one given, or a name that is still free."""
    if given:
        return Path(given)
    path, number = Path("case.yaml"), 1
    while path.exists():
        number += 1
        path = Path(f"case-{number}.yaml")
    return path


def _case_name(path: Path | None) -> str:
    name = "-".join(path.stem.split()) if path else ""
    return name or "case"


def _save(case: CaseFile, path: Path | None, say: Speaker) -> int:
    """Write the file; where that fails, show its text so that nothing is lost."""
    text = write(case)
    if path is None:
        print(text, end="")
        return 0
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        complain(
            say(
                f"เขียน {path} ไม่ได้ ({error}) ข้อความของแฟ้มอยู่ข้างล่าง ให้คัดลอกเก็บไว้",
                f"{path} cannot be written ({error}); its text follows, copy it",
            )
        )
        print(text, end="")
        return 1
    print(
        say(
            f"บันทึกที่ {path} แล้ว ดูผลด้วยคำสั่ง: sathana assess {path}",
            f"Saved as {path}. To see the answer: sathana assess {path} --lang en",
        )
    )
    return 0

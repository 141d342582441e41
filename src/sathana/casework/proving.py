"""One family assessed anew, from plain values to plain values.

Nothing here knows a database or a key, so that other processes can do it.
"""

from __future__ import annotations

import gc
import signal
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sathana import status
from sathana.facts import casefile
from sathana.facts.model import CaseFile
from sathana.law.load import LawPack, use
from sathana.registry import helping, packing
from sathana.status.flips import flips


@dataclass(frozen=True, slots=True)
class Task:
    """A family that is to be assessed.

    Attributes:
        case: What is told of it.
        ids: Label to person id.
        before: Its earlier answer, packed.
        as_of: Day asked about, ordinal; its texts are read.
    """

    case: CaseFile
    ids: Mapping[str, uuid.UUID]
    before: str
    as_of: int


@dataclass(frozen=True, slots=True)
class Proved:
    """An assessment as it is stored.

    Attributes:
        result, facts: Answer and case file, packed.
        answers, summary: What lists show of it.
        turned: By person id, which answers differ from the earlier ones.
        fault: Why there is none; ``""``: there is.
    """

    result: str = ""
    facts: str = ""
    answers: Mapping[str, Any] | None = None
    summary: Mapping[str, Any] | None = None
    turned: Mapping[str, list[list[str]]] | None = None
    fault: str = ""


def prove(task: Task) -> Proved:
    """Assess a family, and hold the answer against the earlier one."""
    try:
        answer = status.assess(task.case, as_of=task.as_of, law_at=task.as_of)
    except status.TimeLoopError:
        return Proved(fault="loop")
    ids = dict(task.ids)
    return Proved(
        result=_packed(answer),
        facts=_packed(casefile.write(task.case)),
        answers=helping.answers(answer, ids),
        summary=helping.summary(answer, ids),
        turned=_turned(task, answer),
    )


def _packed(value: Any) -> str:
    """Pack as an assessment is packed, in a third of its time: all are packed."""
    return packing.pack(value, level=1)


def _turned(task: Task, answer: Mapping[str, Any]) -> dict[str, list[list[str]]]:
    """Return what differs, of persons who stand in both answers."""
    old = packing.unpack(task.before) or {"persons": {}}
    both = {w: one for w, one in old["persons"].items() if w in answer["persons"]}
    found: dict[str, list[list[str]]] = {}
    for one in flips({"persons": both}, answer):
        if one.person in task.ids:
            who = str(task.ids[one.person])
            found.setdefault(who, []).append([one.key, one.before, one.after])
    return found


def without_names(case: CaseFile) -> CaseFile:
    """Return a family as the rules read it: no names, no notes."""
    bare = {k: replace(p, name={}, notes="") for k, p in case.persons.items()}
    return replace(case, persons=bare, title="", notes="")


def begin(law: LawPack | None) -> None:
    """Prepare another process: the law in use here; Ctrl-C is the parent's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use(law)
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # families make much, and keep nothing

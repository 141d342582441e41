"""What becomes of a pack before it is handed in: a draft until somebody signs it off.

Pure: which steps there are, from where they lead, and what whoever takes them must be
allowed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sathana.accounts.decide_words import Action

type Text = dict[str, str]


def _text(th: str, en: str) -> Text:
    return {"th": th, "en": en}


DRAFT, WAITING, SENT_BACK, APPROVED = "draft", "waiting", "sent_back", "approved"
STATES: Mapping[str, Text] = {
    DRAFT: _text("ฉบับร่าง", "Draft"),
    WAITING: _text("รอหัวหน้าทีมตรวจ", "Waits for a supervisor"),
    SENT_BACK: _text("ส่งกลับให้แก้", "Sent back"),
    APPROVED: _text("รับรองแล้ว", "Signed off"),
}
"""Where a pack stands."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be done with a pack.

    Attributes:
        sources: States from which it can be done.
        goal: State it leads to; ``""``: it stays.
        needs: What the decision must allow.
        text: Whether words must come with it.
        done: How the history calls it.
    """

    does: str
    title: Text
    done: Text
    sources: frozenset[str]
    goal: str
    needs: tuple[Action, ...]
    text: bool = False


_WORK = (Action.ADD,)
HEAD = (Action.CHANGE, Action.REVIEW)
"""What whoever signs off must be allowed."""
STEPS: Mapping[str, Step] = {
    step.does: step
    for step in (
        Step(
            "hand_up",
            _text("ส่งให้หัวหน้าทีมตรวจ", "Hand it to a supervisor"),
            _text("ส่งให้ตรวจ", "Handed up"),
            frozenset((DRAFT, SENT_BACK)),
            WAITING,
            (Action.CHANGE,),
        ),
        Step(
            "approve",
            _text("รับรอง: เอกสารไม่มีตราฉบับร่าง", "Sign off: the draft mark goes"),
            _text("รับรองแล้ว", "Signed off"),
            frozenset((DRAFT, WAITING)),
            APPROVED,
            HEAD,
        ),
        Step(
            "send_back",
            _text("ส่งกลับให้แก้ (ต้องบอกว่าแก้อะไร)", "Send back (say what to change)"),
            _text("ส่งกลับ", "Sent back"),
            frozenset((WAITING, APPROVED)),
            SENT_BACK,
            HEAD,
            text=True,
        ),
        Step(
            "note",
            _text("เขียนความเห็น", "Write a comment"),
            _text("ความเห็น", "Comment"),
            frozenset(STATES),
            "",
            _WORK,
            text=True,
        ),
    )
}
"""What can be done with a pack."""


def open_to(state: str, may: Collection[Action]) -> tuple[Step, ...]:
    """Return the steps that exist from a state for somebody who may do these."""
    return tuple(
        step
        for step in STEPS.values()
        if state in step.sources and set(step.needs) <= set(may)
    )


ACCEPTED = frozenset(("lodge",))
WITHOUT_RECEIPT = frozenset(("lodge_no_receipt",))
REFUSED = frozenset(("not_received",))
FIRST = ACCEPTED | WITHOUT_RECEIPT | REFUSED
"""Moves that tell what came of bringing a pack to the office."""


def first_lodging(actions: Collection[tuple[str, str]]) -> tuple[str, str] | None:
    """Return what came of the first lodging of a pathway.

    Args:
        actions: Id and code of its moves, the first first, ``take_back`` among them.

    Returns:
        Id and code of the first move in :data:`FIRST` that still stands; ``None``:
        nothing was lodged yet.
    """
    standing: list[tuple[str, str]] = []
    for one in actions:
        if one[1] == "take_back":
            del standing[-1:]
        else:
            standing.append(one)
    return next((one for one in standing if one[1] in FIRST), None)

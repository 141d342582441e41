"""The conditions of one pathway, each with what documented facts and all facts say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sathana.facts.model import CaseFile
from sathana.logic.nodes import And, Condition
from sathana.status.answer import word
from sathana.status.leaves import Leaves
from sathana.status.reader import compile_condition
from sathana.status.run import Asked, run
from sathana.status.wording import Text
from sathana.status.world import PLAIN, World

_STRICT = "administration"


@dataclass(frozen=True, slots=True)
class Met:
    """One condition of a pathway.

    Attributes:
        text: What all facts say of it, in words.
        documented, claimed: ``yes``, ``no`` or ``unknown`` on documented facts, on all.
    """

    text: Text
    documented: str
    claimed: str


def conditions(
    case: CaseFile, who: str, pathway: str, asked: Asked, labels: Mapping[str, Text]
) -> list[Met]:
    """Return the conditions of a pathway in the order of its text; of no text none.

    Args:
        case: The family.
        who: Id of the person.
        pathway: Id of the pathway.
        asked: Day, law and reforms.
        labels: What to call each person.
    """
    claimed, documented = (
        run(case, [who], asked, documented=flag, brief=True, only=pathway).worlds
        for flag in (False, True)
    )
    words = Leaves(claimed[_STRICT], dict(labels))
    found = []
    for part in _parts(claimed[_STRICT], pathway):
        ask = compile_condition(part)
        value = ask(claimed[_STRICT], who, PLAIN)
        shown = ask(documented[_STRICT], who, PLAIN)
        text: Text = words.leaf(part, value, who, PLAIN)["text"]  # type: ignore[assignment]
        found.append(Met(text, word(shown), word(value)))
    return found


def _parts(world: World, pathway: str) -> Iterator[Condition]:
    for ready in world.by_rule.get(pathway, ()):
        if ready.clause.kind == "pathway":
            whole = ready.clause.condition
            yield from whole.parts if isinstance(whole, And) else (whole,)
            return

"""One evaluation of a family: every person under every reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from sathana.facts.model import CaseFile
from sathana.facts.view import View
from sathana.law.load import pack
from sathana.law.model import Pathway
from sathana.law.rules import NATIONALITY_POINTS, READINGS, Law
from sathana.status import needs
from sathana.status.answer import carried, word
from sathana.status.diagram import Diagram, Workshop
from sathana.status.pathways import Door, doors
from sathana.status.reader import open_world
from sathana.status.sharing import share
from sathana.status.timeline import thai_at
from sathana.status.world import World

_WEIGHT_OF_NATIONALITY = 3.0
_WEIGHTS = {"nationality": 1.0, "residence": 0.5, "registration": 0.25}
"""How much an answer counts when missing facts are ranked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a family.

    Attributes:
        as_of: Day asked about, ordinal.
        law_at: Day whose texts are read, ordinal.
        reforms: Names of what-if texts read on top of the law.
    """

    as_of: int
    law_at: int
    reforms: frozenset[str] = frozenset()


@dataclass(slots=True)
class Run:
    """One evaluation: on all facts, or on the documented ones only.

    Attributes:
        thai: Nationality on the day asked, by person and reading.
        doors: Pathways of each person.
    """

    asked: Asked
    view: View
    shop: Workshop
    worlds: dict[str, World]
    thai: dict[str, dict[str, Diagram]] = field(default_factory=dict)
    doors: dict[str, list[Door]] = field(default_factory=dict)

    def answers(self, who: str) -> dict[str, str]:
        """Return a person's nationality under each reading, as words."""
        return {name: word(diagram) for name, diagram in self.thai[who].items()}

    def answer(self, who: str) -> str:
        """Return the one answer of all readings (contract, section 3)."""
        values = set(self.answers(who).values())
        if len(values) == 1:
            return values.pop()
        return "unknown" if "unknown" in values else "contested"


@dataclass(frozen=True, slots=True)
class Ranking:
    """How far each unknown fact moves the answers of the whole family.

    Attributes:
        moved: Weight by variable.
        decides: Rules whose condition hangs on the variable.
    """

    moved: dict[int, float]
    decides: dict[int, set[str]]


def run(
    case: CaseFile,
    persons: list[str],
    asked: Asked,
    *,
    documented: bool = False,
    claimed: Run | None = None,
    brief: bool = False,
    only: str = "",
) -> Run:
    """Evaluate a family once under each reading.

    Args:
        case: The family.
        persons: Ids of those to be shown.
        asked: The day, the law and the reforms.
        documented: Whether documented facts alone are used.
        claimed: The run on all facts, for a documented one: what all facts leave
            open, fewer facts leave open too, and is not asked again.
        brief: Whether of a pathway only the status is wanted.
        only: The one pathway that is wanted; all if left out.

    Raises:
        TimeLoopError: The status of persons hangs on itself.
    """
    view = View(case, as_of=asked.as_of, documented=documented)
    made = Run(asked, view, Workshop(), {})
    for name, law in READINGS.items():
        made.worlds[name] = _world(made, name, Law(law.points, asked.reforms))
    share(made.worlds["court"], made.worlds["administration"])
    for who in persons:
        made.thai[who] = {name: _thai(made, who, name, claimed) for name in made.worlds}
        open_ = {
            door.id: door
            for door in (claimed.doors[who] if claimed else ())
            if door.answers and all(answer.kids for answer in door.answers.values())
        }
        made.doors[who] = doors(
            made.worlds,
            who,
            made.answers(who),
            _rules(made, who),
            open_,
            brief=brief,
            only=only,
        )
    return made


def _thai(made: Run, who: str, name: str, claimed: Run | None) -> Diagram:
    if claimed is not None and claimed.thai[who][name].kids:
        return made.shop.fact((who, "thai", name))
    world = made.worlds[name]
    return thai_at(world, who, world.asked(who))


def _world(made: Run, name: str, law: Law) -> World:
    return open_world(
        made.view,
        made.shop,
        name=name,
        law=law,
        as_of=made.asked.as_of,
        law_at=made.asked.law_at,
    )


def _rules(made: Run, who: str) -> set[str]:
    """Return the rules that carry a yes of both readings; none are asked otherwise."""
    if set(made.answers(who).values()) != {"yes"}:
        return set()
    court = made.worlds["court"]
    return set(carried(court, who, court.asked(who)).rules)


def contested_points(made: Run, who: str) -> list[str]:
    """Return the contested points on which the readings' answers part.

    A point is named if taking it alone the stricter way changes the answer of the
    courts' reading; where only several together do, all are named.
    """
    if made.answer(who) != "contested":
        return []
    court = made.answers(who)["court"]
    parting = [
        point
        for point in sorted(NATIONALITY_POINTS)
        if _with_point(made, who, point) != court
    ]
    return parting or sorted(NATIONALITY_POINTS)


def _with_point(made: Run, who: str, point: str) -> str:
    """Return the answer of the courts' reading with one point taken strictly."""
    world = _world(made, point, Law({point: "B"}, made.asked.reforms))
    return word(thai_at(world, who, world.asked(who)))


def ranking(made: Run) -> Ranking:
    """Weigh every unknown fact over the whole family at once."""
    targets: list[tuple[Diagram, float]] = []
    for who, answers in made.thai.items():
        targets += [(answer, _WEIGHT_OF_NATIONALITY) for answer in answers.values()]
        targets += [
            (answer, _WEIGHTS[_group(door.id)])
            for door in asking(made.doors[who])
            for answer in door.answers.values()
        ]
    undecided = [(answer, counts) for answer, counts in targets if answer.kids]
    if not undecided:
        return Ranking({}, {})
    return Ranking(needs.weights(undecided), _decides(made))


def _decides(made: Run) -> dict[int, set[str]]:
    """Return the rules whose condition hangs on each unknown fact."""
    found: dict[int, set[str]] = {}
    for world in made.worlds.values():
        for key, answer in world.answers.items():
            if key[0] == "text" and answer.kids:
                for level in needs.open_facts(answer):
                    found.setdefault(level, set()).add(str(key[2]))
    return found


def asking(found: list[Door]) -> list[Door]:
    """Return the pathways that wait for facts."""
    return [door for door in found if is_asking(door)]


def is_asking(door: Door) -> bool:
    """Tell whether a pathway waits for facts."""
    return door.status in ("needs_facts", "window_unknown")


def _group(pathway: str) -> str:
    return cast("Pathway", pack().rules[pathway].pathway).group

"""The board of pathways as it is shown: status, why, what is missing, where to go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sathana.law.load import pack
from sathana.law.model import Pathway
from sathana.logic.nodes import And
from sathana.status import needs
from sathana.status.authority import authority
from sathana.status.diagram import NO
from sathana.status.leaves import Leaves
from sathana.status.notices import JOINTLY
from sathana.status.pathways import Door
from sathana.status.reader import compile_condition
from sathana.status.run import Run, asking
from sathana.status.wording import Text
from sathana.status.world import PLAIN

type Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Board:
    """Shows the pathways of each person of one run."""

    run: Run
    leaves: Leaves

    def entries(self, who: str, missing: list[Json]) -> list[Json]:
        """Return every pathway of a person as the contract shows it.

        Args:
            who: The person.
            missing: The person's missing facts, the one that decides most first.
        """
        return [self._entry(who, door, missing) for door in self.run.doors[who]]

    def _entry(self, who: str, door: Door, missing: list[Json]) -> Json:
        info = pack().rules[door.id]
        pathway = cast("Pathway", info.pathway)
        asked = self.run.asked
        entry: Json = {
            "id": door.id,
            "kind": pathway.group,
            "title": dict(info.title),
            "status": door.status,
            "why": door.why or self._failing(who, door),
            "needs": self._asked_by(door, missing),
            **authority(info, asked.as_of, asked.as_of, asked.law_at),
            "file_with": dict(pathway.file_with),
        }
        if len(set(door.readings.values())) > 1:
            entry["readings"] = dict(door.readings)
        return entry

    def _failing(self, who: str, door: Door) -> Text | None:
        """Return the condition that fails, for a pathway that is closed."""
        if door.status != "closed":
            return None
        world = self.run.worlds["administration"]
        for ready in world.by_rule.get(door.id, ()):
            condition = ready.clause.condition
            parts = condition.parts if isinstance(condition, And) else (condition,)
            for part in parts if ready.clause.kind == "pathway" else ():
                if compile_condition(part)(world, who, PLAIN) is NO:
                    leaf = self.leaves.leaf(part, NO, who, PLAIN)
                    return cast("Text", leaf["text"])
        return JOINTLY

    def _asked_by(self, door: Door, missing: list[Json]) -> list[object]:
        """Return the missing facts that one pathway waits for, in their order."""
        if door not in asking([door]):
            return []
        mine = {
            needs.path_of(fact)
            for level in needs.open_facts(*door.answers.values())
            for fact in needs.facts_of(self.run.shop, level)
        }
        return [need["fact"] for need in missing if need["fact"] in mine]

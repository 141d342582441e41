"""The board of pathways as it is shown: status, why, what is missing, where to go."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.model import Pathway
from sathana.logic.nodes import And, Condition
from sathana.status import needs
from sathana.status.authority import authority
from sathana.status.diagram import NO
from sathana.status.leaves import Leaves
from sathana.status.notices import JOINTLY
from sathana.status.pathways import Door
from sathana.status.reader import compile_condition
from sathana.status.run import Run, is_asking
from sathana.status.wording import Text
from sathana.status.world import PLAIN, Ask, World

type Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Board:
    """Shows the pathways of each person of one run."""

    run: Run
    leaves: Leaves
    kept: dict[str, list[tuple[Condition, Ask]]] = field(default_factory=dict)

    def entries(self, who: str, missing: list[Json]) -> list[Json]:
        """Return every pathway of a person as the contract shows it.

        Args:
            who: The person.
            missing: The person's missing facts, the one that decides most first.
        """
        return [self._entry(who, door, missing) for door in self.run.doors[who]]

    def _entry(self, who: str, door: Door, missing: list[Json]) -> Json:
        asked = self.run.asked
        entry: Json = {
            "id": door.id,
            "status": door.status,
            "why": door.why or self._failing(who, door),
            "needs": self._asked_by(door, missing),
            **_filing(door.id, asked.as_of, asked.law_at),
        }
        if len(set(door.readings.values())) > 1:
            entry["readings"] = dict(door.readings)
        return entry

    def _failing(self, who: str, door: Door) -> Text | None:
        """Return the condition that fails, for a pathway that is closed."""
        if door.status != "closed":
            return None
        world = self.run.worlds["administration"]
        for part, ask in self._parts(world, door.id):
            if ask(world, who, PLAIN) is NO:
                leaf = self.leaves.leaf(part, NO, who, PLAIN)
                return cast("Text", leaf["text"])
        return JOINTLY

    def _parts(self, world: World, pathway: str) -> list[tuple[Condition, Ask]]:
        """Return the conditions of a pathway, compiled once for the whole family."""
        if pathway not in self.kept:
            conditions = [
                ready.clause.condition
                for ready in world.by_rule.get(pathway, ())
                if ready.clause.kind == "pathway"
            ]
            self.kept[pathway] = [
                (part, compile_condition(part))
                for whole in conditions
                for part in (whole.parts if isinstance(whole, And) else (whole,))
            ]
        return self.kept[pathway]

    def _asked_by(self, door: Door, missing: list[Json]) -> list[object]:
        """Return the missing facts that one pathway waits for, in their order."""
        if not is_asking(door):
            return []
        mine = {
            needs.path_of(fact)
            for level in needs.open_facts(*door.answers.values())
            for fact in needs.facts_of(self.run.shop, level)
        }
        return [need["fact"] for need in missing if need["fact"] in mine]


@follows_pack
@lru_cache(maxsize=1024)
def _filing(key: str, as_of: int, law_at: int) -> Json:
    """Return what a pathway's entry holds of the law alone; it must not be changed."""
    info = pack().rules[key]
    pathway = cast("Pathway", info.pathway)
    return {
        "kind": pathway.group,
        "title": dict(info.title),
        **authority(info, as_of, as_of, law_at),
        "file_with": dict(pathway.file_with),
    }

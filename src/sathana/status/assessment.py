"""The assessment of a family: all that the contract's section 3 shows.

Assessment is ours, determination is the state's: nothing here says "you are Thai".
"""

from __future__ import annotations

from dataclasses import dataclass

from sathana.calendars.dates import to_text
from sathana.calendars.spans import LATEST_DAY, DateSpan
from sathana.facts.model import Attempt, CaseFile
from sathana.law.load import pack
from sathana.status import (
    deadlines,
    documents,
    needs,
    nextsteps,
    notices,
    practice,
    rights,
    sentences,
    updates,
)
from sathana.status.answer import Carried, carried, declaratory
from sathana.status.board import Board
from sathana.status.changes import GIVEN
from sathana.status.diagram import YES, Diagram
from sathana.status.intervals import Interval, intervals
from sathana.status.points import When, exact, shown
from sathana.status.proof import Prover, proof_rules
from sathana.status.run import (
    Asked,
    Ranking,
    Run,
    asking,
    contested_points,
    ranking,
    run,
)
from sathana.status.stay import stay
from sathana.status.timeline import thai_at
from sathana.status.wording import Text

type Json = dict[str, object]


def assess(
    case: CaseFile,
    *,
    as_of: int,
    law_at: int,
    facts: str = "claimed",
    reading: str = "court",
    reforms: frozenset[str] = frozenset(),
    full: bool = False,
) -> Json:
    """Return what the law makes of each person of a family.

    Args:
        case: The family.
        as_of: Day asked about, ordinal.
        law_at: Day whose texts are read, ordinal.
        facts: ``claimed`` or ``documented``: the facts that the main answer uses.
        reading: Whose intervals, rule and proof are shown.
        reforms: Names of what-if texts read on top of the law.
        full: Whether proofs are given whole, with nothing cut away.

    Raises:
        TimeLoopError: The status of persons hangs on itself.
    """
    family = _family(case, Asked(as_of, law_at, reforms), facts, reading, full)
    persons = {who: family.person(who) for who in family.main.thai}
    return {
        "sathana": 1,
        "case": case.case,
        "as_of": _day(as_of),
        "law_at": _day(law_at),
        "law": pack().version,
        "reading": reading,
        "facts": facts,
        "updates": updates.used(persons),
        "persons": persons,
    }


def _family(
    case: CaseFile, asked: Asked, facts: str, reading: str, full: bool
) -> _Family:
    persons = [who for who in case.persons if "." not in who]
    claimed = run(case, persons, asked)
    documented = claimed
    if not documents.all_documented(case):
        brief = facts != "documented"
        documented = run(
            case, persons, asked, documented=True, claimed=claimed, brief=brief
        )
    main = documented if facts == "documented" else claimed
    labels = _labels(case)
    prover = Prover(main.worlds[reading], labels, full=full)
    board = Board(main, prover.leaves)
    weighed = ranking(main)
    return _Family(
        case, claimed, documented, main, reading, labels, weighed, prover, board
    )


@dataclass(frozen=True, slots=True)
class _Family:
    """A family evaluated, ready to be shown person by person."""

    case: CaseFile
    claimed: Run
    documented: Run
    main: Run
    reading: str
    labels: dict[str, Text]
    ranking: Ranking
    prover: Prover
    board: Board

    def person(self, who: str) -> Json:
        """Return all that is shown of one person."""
        world = self.main.worlds[self.reading]
        asked = world.asked(who)
        missing = self._missing(who)
        proof = self.prover.status(who, asked)
        points = contested_points(self.main, who)
        claimed = rights.claims(self.main, who)
        thai = self._thai(who, carried(world, who, asked), points)
        answer: Json = {
            "thai": thai,
            "intervals": self._intervals(who),
            "stay": stay(world, who),
            "pathways": self.board.entries(who, missing),
            "needs": missing,
            "rights": rights.rows(self.main, who, claimed),
            "procedures": self._procedures(who, claimed),
            "deadlines": self._deadlines(who),
            "documented": self._documented(who),
            "to_document": self._to_document(who),
            "contradictions": notices.contradictions(self.case, who),
            "warnings": self._warnings(who, proof, points, missing),
            "assumed": notices.assumed(self.main.view, who),
            "proof": proof,
            **sentences.around(
                thai, proof, missing, self.labels[who], self.main.answers(who)
            ),
        }
        return answer | {"next": nextsteps.steps(answer)}

    def _thai(self, who: str, what: Carried, points: list[str]) -> Json:
        readings = self.main.answers(who)
        thai: Json = {"answer": self.main.answer(who), **_carried(what)}
        thai |= {"until": None, "readings": readings, "contested": points}
        if len(set(readings.values())) > 1:
            thai["by_reading"] = {
                name: {
                    "answer": readings[name],
                    **_carried(carried(world, who, world.asked(who))),
                }
                for name, world in self.main.worlds.items()
            }
        return thai

    def _intervals(self, who: str) -> list[Json]:
        """Return the intervals of a life; the last ends at death, if it is told."""
        world = self.main.worlds[self.reading]
        found = [_interval(part) for part in intervals(world, who)]
        asked = world.asked(who)
        if asked != exact(world.as_of):
            found[-1]["until"] = _when(asked)
        return found

    def _missing(self, who: str) -> list[Json]:
        levels = needs.open_facts(*self.main.thai[who].values())
        for door in asking(self.main.doors[who]):
            levels |= needs.open_facts(*door.answers.values())
        ranked = needs.rank(
            self.main.shop, levels, self.ranking.moved, self.ranking.decides
        )
        return needs.as_list(ranked, self.labels)

    def _documented(self, who: str) -> Json:
        return {
            "thai": {
                "answer": self.documented.answer(who),
                "readings": self.documented.answers(who),
            },
            "pathways": [
                {"id": door.id, "status": door.status}
                for door in self.documented.doors[who]
            ],
        }

    def _to_document(self, who: str) -> list[Json]:
        if self.documented is self.claimed:
            return []
        return documents.to_document(
            self.case,
            self.documented.shop,
            _targets(self.claimed, who),
            _targets(self.documented, who),
            self.labels,
        )

    def _deadlines(self, who: str) -> list[Json]:
        asked = self.main.asked
        return deadlines.deadlines(
            self.main.view,
            who,
            as_of=asked.as_of,
            law_at=asked.law_at,
            thai=self.main.answer(who),
        )

    def _procedures(self, who: str, claimed: list[rights.Claim]) -> list[Json]:
        view = self.main.view
        tried = [a.pathway for a in view.entries(who, "attempts", Attempt) if a]
        return practice.procedures(
            {door.id: door.status for door in self.main.doors[who]},
            {claim.id: claim.status for claim in claimed},
            tried,
            self.main.asked.as_of,
        )

    def _warnings(
        self, who: str, proof: Json, points: list[str], missing: list[Json]
    ) -> list[Json]:
        rules = proof_rules(proof)
        doors = self.main.doors[who]
        rules |= {door.id for door in doors if door.status in {"open", "granted"}}
        view = self.main.view
        family = {who, *view.ancestors.get(who, frozenset())}
        hit = family & {p for w in self.main.worlds.values() for p in w.limited}
        return [
            *notices.warnings(
                self.case,
                who,
                rules=rules,
                points=points,
                needs=missing,
                windows=[d.id for d in doors if d.status == "window_unknown"],
                day=view.as_of,
            ),
            *self._unproved_father(who),
            *([sentences.limit_reached(sorted(hit))] if hit else []),
        ]

    def _unproved_father(self, who: str) -> list[Json]:
        """Warn where soil was held only because an unproved father is Thai."""
        world = self.main.worlds[self.reading]
        father = world.relative(who, "father")
        rules = carried(world, who, world.asked(who)).rules
        if not isinstance(father, str) or not any(r.startswith("NS-") for r in rules):
            return []
        proved = any(world.rule(who, r) is YES for r in ("NB-1992-F", "NB-2008-PF"))
        thai = thai_at(world, father, world.point(who, "born.date"))
        return [notices.unproved_father(self.labels[who])] * (
            thai is YES and not proved
        )


def _labels(case: CaseFile) -> dict[str, Text]:
    """Return what to call each person: the name, or the id where none is told."""
    labels: dict[str, Text] = {}
    for who, person in case.persons.items():
        if "." not in who:
            labels[who] = {
                "th": person.name.get("th") or person.name.get("en") or who,
                "en": person.name.get("en") or person.name.get("th") or who,
            }
    for who in case.persons:
        if "." in who:
            labels[who] = needs.described(who, labels)
    return labels


def _carried(what: Carried) -> Json:
    lost = list(what.lost_by)
    return {
        "since": _since(what),
        "rule": _one_or_all([rule for rule in what.rules if rule != GIVEN]),
        "lost_by": _one_or_all(lost),
    }


def _one_or_all(rules: list[str]) -> str | list[str] | None:
    """Return the rule where there is one, all where several carry it, else nothing."""
    return rules[0] if len(rules) == 1 else rules or None


def _since(what: Carried) -> str | None:
    if what.first is None or what.last is None:
        return None
    return to_text(DateSpan(what.first, min(what.last, LATEST_DAY)))


def _interval(part: Interval) -> Json:
    rules = [rule for rule in part.carried.rules if rule != GIVEN]
    return {
        "thai": part.answer,
        "from": _when(part.begin),
        "until": None if part.until is None else _when(part.until),
        "rule": _one_or_all(rules),
        "declaratory": declaratory(tuple(rules)) if part.answer == "yes" else None,
    }


def _when(when: When) -> str:
    return to_text(shown(when))


def _day(day: int) -> str:
    return to_text(DateSpan(day, day))


def _targets(made: Run, who: str) -> dict[str, Diagram]:
    """Return what a person can get: nationality, and each pathway that is open."""
    found = {"thai": made.thai[who]["court"]}
    for door in made.doors[who]:
        if "administration" in door.answers:
            found[door.id] = door.answers["administration"]
    return found

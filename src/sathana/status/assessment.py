"""The assessment of a family: all that the contract's section 3 shows.

Assessment is ours, determination is the state's: nothing here says "you are Thai".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sathana.calendars.dates import to_text
from sathana.calendars.spans import DateSpan
from sathana.facts.model import CaseFile
from sathana.facts.view import View
from sathana.law.load import pack
from sathana.law.rules import READINGS, Law
from sathana.status import documents, needs, notices, sentences
from sathana.status.answer import Carried, Interval, carried, declaratory, intervals, word
from sathana.status.diagram import NO, YES, Diagram, Workshop
from sathana.status.pathways import Door, doors
from sathana.status.points import When, span_of
from sathana.status.proof import Prover
from sathana.status.reader import open_world
from sathana.status.stay import stay
from sathana.status.timeline import GIVEN, thai_at
from sathana.status.wording import Text
from sathana.status.world import World

type Json = dict[str, object]

_WEIGHT_OF_NATIONALITY = 3.0
_WEIGHTS = {"nationality": 1.0, "residence": 0.5, "registration": 0.25}
"""How much an answer counts when missing facts are ranked."""


@dataclass(slots=True)
class Run:
    """One evaluation of a family: all facts, or the documented ones only."""

    view: View
    shop: Workshop
    worlds: dict[str, World]
    thai: dict[str, dict[str, Diagram]] = field(default_factory=dict)
    doors: dict[str, list[Door]] = field(default_factory=dict)

    def answers(self, who: str) -> dict[str, str]:
        """Return a person's nationality under each reading, as words."""
        return {name: word(diagram) for name, diagram in self.thai[who].items()}


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
    persons = [who for who in case.persons if "." not in who]
    claimed = run(case, persons, as_of, law_at, reforms, documented=False)
    documented = (
        claimed
        if documents.all_documented(case)
        else run(case, persons, as_of, law_at, reforms, documented=True)
    )
    main = documented if facts == "documented" else claimed
    ranking = _ranking(main)
    labels = _labels(case)
    return {
        "sathana": 1,
        "case": case.case,
        "as_of": to_text(DateSpan(as_of, as_of)),
        "law_at": to_text(DateSpan(law_at, law_at)),
        "law": pack().version,
        "reading": reading,
        "facts": facts,
        "persons": {
            who: _person(
                case, who, main, claimed, documented, ranking, labels, reading, full
            )
            for who in persons
        },
    }


def run(
    case: CaseFile,
    persons: list[str],
    as_of: int,
    law_at: int,
    reforms: frozenset[str],
    *,
    documented: bool,
) -> Run:
    """Evaluate a family once under each reading."""
    view = View(case, as_of=as_of, documented=documented)
    shop = Workshop()
    worlds = {
        name: open_world(
            view,
            shop,
            name=name,
            law=Law(law.points, reforms),
            as_of=as_of,
            law_at=law_at,
        )
        for name, law in READINGS.items()
    }
    made = Run(view, shop, worlds)
    for who in persons:
        made.thai[who] = {
            name: thai_at(world, who, world.asked(who))
            for name, world in worlds.items()
        }
        made.doors[who] = doors(worlds, who, made.answers(who), _rules(made, who))
    return made


def _rules(made: Run, who: str) -> set[str]:
    """Return the rules that carry a yes of both readings; none are asked otherwise."""
    if set(made.answers(who).values()) != {"yes"}:
        return set()
    return {
        rule
        for world in made.worlds.values()
        for rule in carried(world, who, world.asked(who)).rules
    }


@dataclass(frozen=True, slots=True)
class _Ranking:
    moved: dict[int, float]
    decides: dict[int, set[str]]


def _ranking(made: Run) -> _Ranking:
    """Weigh every unknown fact over the whole family at once."""
    targets: list[tuple[Diagram, float]] = []
    for who, answers in made.thai.items():
        targets += [(answer, _WEIGHT_OF_NATIONALITY) for answer in answers.values()]
        targets += [
            (answer, _WEIGHTS[_group(door.id)])
            for door in _asking(made.doors[who])
            for answer in door.answers.values()
        ]
    undecided = [(answer, counts) for answer, counts in targets if answer.kids]
    if not undecided:
        return _Ranking({}, {})
    return _Ranking(needs.weights(made.shop, undecided), _decides(made))


def _decides(made: Run) -> dict[int, set[str]]:
    """Return the rules whose condition hangs on each unknown fact."""
    found: dict[int, set[str]] = {}
    for world in made.worlds.values():
        for key, answer in world.answers.items():
            if key[0] == "text" and answer.kids:
                for level in needs.open_facts(answer):
                    found.setdefault(level, set()).add(str(key[2]))
    return found


def _asking(found: list[Door]) -> list[Door]:
    return [door for door in found if door.status in {"needs_facts", "window_unknown"}]


def _group(pathway: str) -> str:
    info = pack().rules[pathway].pathway
    assert info is not None
    return info.group


def _labels(case: CaseFile) -> dict[str, Text]:
    """Return what to call each person: the name, or the id where none is told."""
    labels: dict[str, Text] = {}
    for who, person in case.persons.items():
        if "." in who:
            continue
        labels[who] = {
            "th": person.name.get("th") or person.name.get("en") or who,
            "en": person.name.get("en") or person.name.get("th") or who,
        }
    for who in case.persons:
        if "." in who:
            owner, _, link = who.rpartition(".")
            th = {"father": "บิดา", "mother": "มารดา"}[link]
            name = labels[owner]
            labels[who] = {
                "th": f"{th}ของ{name['th']}",
                "en": f"{name['en']}'s {link}",
            }
    return labels


def _person(
    case: CaseFile,
    who: str,
    main: Run,
    claimed: Run,
    documented: Run,
    ranking: _Ranking,
    labels: dict[str, Text],
    reading: str,
    full: bool,
) -> Json:
    world = main.worlds[reading]
    asked = world.asked(who)
    what = carried(world, who, asked)
    missing = _missing(main, who, ranking, labels)
    proof = Prover(world, labels, full=full).status(who, asked)
    thai = _thai(main, who, what)
    rules = {rule for rule in what.rules if rule != GIVEN}
    rules |= {door.id for door in main.doors[who] if door.status in {"open", "granted"}}
    return {
        "thai": thai,
        "intervals": [_interval(part) for part in intervals(world, who)],
        "stay": stay(world, who),
        "pathways": [_door(door, main, missing) for door in main.doors[who]],
        "needs": missing,
        "rights": [],
        "deadlines": [],
        "documented": {
            "thai": {
                "answer": _answer(documented.answers(who)),
                "readings": documented.answers(who),
            },
            "pathways": [
                {"id": door.id, "status": door.status} for door in documented.doors[who]
            ],
        },
        "to_document": _to_document(case, who, claimed, documented),
        "contradictions": notices.contradictions(case, who),
        "warnings": notices.warnings(
            case, who, rules=rules, needs=missing, day=world.as_of
        )
        + _limited(main, who),
        "assumed": notices.assumed({"claimed": main.view}, who),
        "proof": proof,
        **sentences.around(thai, proof, missing, labels[who], main.answers(who)),
    }


def _answer(readings: Mapping[str, str]) -> str:
    """Return the one answer of all readings (contract, section 3)."""
    values = set(readings.values())
    if len(values) == 1:
        return values.pop()
    return "unknown" if "unknown" in values else "contested"


def _thai(made: Run, who: str, what: Carried) -> Json:
    readings = made.answers(who)
    rules = [rule for rule in what.rules if rule != GIVEN]
    return {
        "answer": _answer(readings),
        "since": _since(what),
        "until": None,
        "rule": rules[0] if len(rules) == 1 else rules or None,
        "lost_by": what.lost_by[0] if len(what.lost_by) == 1 else list(what.lost_by) or None,
        "readings": readings,
    }


def _since(what: Carried) -> str | None:
    if what.first is None or what.last is None:
        return None
    return to_text(DateSpan(what.first, what.last))


def _interval(part: Interval) -> Json:
    rules = [rule for rule in part.carried.rules if rule != GIVEN]
    return {
        "thai": part.answer,
        "from": _when(part.begin),
        "until": None if part.until is None else _when(part.until),
        "rule": rules[0] if len(rules) == 1 else rules or None,
        "declaratory": declaratory(tuple(rules)) if part.answer == "yes" else None,
    }


def _when(when: When) -> str:
    return to_text(DateSpan(*span_of(when)))


def _missing(
    made: Run, who: str, ranking: _Ranking, labels: dict[str, Text]
) -> list[Json]:
    levels = needs.open_facts(*made.thai[who].values())
    for door in _asking(made.doors[who]):
        levels |= needs.open_facts(*door.answers.values())
    ranked = needs.rank(made.shop, levels, ranking.moved, ranking.decides)
    return [needs.as_json(fact, rules, labels) for fact, rules in ranked]


def _door(door: Door, made: Run, missing: list[Json]) -> Json:
    info = pack().rules[door.id]
    assert info.pathway is not None
    asked: list[object] = []
    if door.status in {"needs_facts", "window_unknown"}:
        open_ = needs.open_facts(*door.answers.values())
        mine = {
            f"{fact.person}.{fact.key}"
            for level in open_
            for fact in needs.facts_of(made.shop, level)
        }
        asked = [need["fact"] for need in missing if need["fact"] in mine]
    entry: Json = {
        "id": door.id,
        "kind": info.pathway.group,
        "title": dict(info.title),
        "status": door.status,
        "why": door.why,
        "needs": asked,
        "cite": "; ".join(info.cites),
        "verified": info.verified,
        "file_with": dict(info.pathway.file_with),
    }
    if len(set(door.readings.values())) > 1:
        entry["readings"] = dict(door.readings)
    return entry


def _to_document(case: CaseFile, who: str, claimed: Run, documented: Run) -> list[Json]:
    if documented is claimed:
        return []
    return documents.to_document(
        case, documented.shop, _targets(claimed, who), _targets(documented, who)
    )


def _targets(made: Run, who: str) -> dict[str, Diagram]:
    """Return what a person can get: nationality, and each pathway that is open."""
    found = {"thai": made.thai[who]["court"]}
    for door in made.doors[who]:
        if "administration" in door.answers:
            found[door.id] = door.answers["administration"]
    return found


def _limited(made: Run, who: str) -> list[Json]:
    family = {who, *made.view.ancestors.get(who, frozenset())}
    hit = sorted(family & {p for w in made.worlds.values() for p in w.limited})
    return [sentences.limit_reached(hit)] if hit else []


__all__ = ["NO", "YES", "Run", "assess", "run"]

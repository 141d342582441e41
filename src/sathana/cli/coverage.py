"""Which cases of the library exercise which rules, rights and procedures.

A rule is *met* in a case where its condition holds for a person, or where an answer
rests on it. It is *not met* where its condition was asked of a person whose birth it
governs and failed; a rule that works through an order of the state is not met too
where a person has orders, none of them of its kind.

A right is *met* where it is open or open on a permit, and not met where it is closed
or unknown. A procedure is met by a case that expects it together with a right, a
deadline and a citation, and not met by one that expects it without all three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from sathana.cli.days import days_of
from sathana.cli.faults import UnusableError
from sathana.cli.naming import as_ids
from sathana.cli.progress import Progress
from sathana.facts.casefile import CaseFileError
from sathana.facts.model import CaseFile, Order
from sathana.law import cases
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.model import Bound, RuleInfo
from sathana.status.answer import carried
from sathana.status.diagram import NO, YES
from sathana.status.rights import claims
from sathana.status.run import Asked, Run
from sathana.status.run import run as evaluate
from sathana.status.stay import stay
from sathana.status.world import TimeLoopError, World

type Hit = tuple[str, Literal["met", "not met"]]
"""Id of a rule or a procedure, and how a case exercises it."""


@dataclass(slots=True)
class Exercised:
    """The cases that exercise one rule or procedure, by name."""

    met: set[str] = field(default_factory=set)
    not_met: set[str] = field(default_factory=set)

    @property
    def all(self) -> set[str]:
        """Cases of either kind."""
        return self.met | self.not_met


@follows_pack
@cache
def coverage() -> Mapping[str, Exercised]:
    """Return how the cases exercise each rule and each procedure (found once).

    Raises:
        UnusableError: A case cannot be used; `sathana check` says more.
    """
    found = {rule: Exercised() for rule in (*pack().rules, *pack().procedures)}
    names = cases.names()
    with Progress(len(names), "กรณี · cases") as bar:
        for name in names:
            for rule, how in _hits_of(name):
                if rule in found:
                    kept = found[rule].met if how == "met" else found[rule].not_met
                    kept.add(name)
            bar.step()
    return found


def _hits_of(name: str) -> set[Hit]:
    try:
        return set(_hits(cases.case(name)))
    except CaseFileError as fault:
        raise UnusableError(tuple(fault.lines("en"))) from fault
    except TimeLoopError as loop:
        raise UnusableError((f"{name}.yaml:0: {loop}",)) from loop


def _hits(case: CaseFile) -> Iterator[Hit]:
    as_of, law_at = days_of(case, None, None)
    persons = [who for who in case.persons if "." not in who]
    made = evaluate(case, persons, Asked(as_of, law_at))
    yield from _expected(case)
    yield from _procedures(case)
    for who in persons:
        yield from _rights(made, who)
    for world in made.worlds.values():
        yield from _asked(world)
        for who in persons:
            yield from _carried(world, who)
            yield from _stay(world, who)
            yield from _orders(world, who)
    yield from _granted(made)


def _expected(case: CaseFile) -> Iterator[Hit]:
    """Yield what the expectations of a case name."""
    for wanted in case.expect.values():
        for key in ("rule", "lost_by"):
            yield from ((rule, "met") for rule in as_ids(wanted.get(key)))


def _procedures(case: CaseFile) -> Iterator[Hit]:
    """Yield the procedures that a case expects, and whether with all that belongs."""
    named = [
        p for wanted in case.expect.values() for p in as_ids(wanted.get("procedures"))
    ]
    told = {key for wanted in case.expect.values() for key in wanted if wanted[key]}
    how: Literal["met", "not met"] = "met" if told >= _TOGETHER else "not met"
    yield from ((procedure, how) for procedure in named)


_TOGETHER = frozenset({"rights", "deadlines", "cites"})
"""What a case expects beside a procedure, for the procedure to be shown at work."""


def _rights(made: Run, who: str) -> Iterator[Hit]:
    """Yield every right as the person has it."""
    for claim in claims(made, who):
        usable = claim.status in ("open", "permit_needed")
        yield claim.id, "met" if usable else "not met"


def _asked(world: World) -> Iterator[Hit]:
    """Yield the rules whose condition was asked and decided."""
    for key, answer in world.answers.items():
        if key[0] != "text":
            continue
        who, rule = str(key[1]), str(key[2])
        if rule in pack().rights:
            continue
        if answer is YES:
            yield rule, "met"
        elif answer is NO and _governs(rule, world, who):
            yield rule, "not met"


def _governs(rule: str, world: World, who: str) -> bool:
    """Tell whether some text of a rule may govern the birth of a person."""
    info = pack().rules.get(rule)
    if info is None:
        return False
    birth = world.point(who, "born.date")
    return any(
        _on_or_after(v.births_from, birth.last)
        and (v.births_until is None or birth.first < v.births_until.latest)
        for v in info.versions
    )


def _on_or_after(begin: Bound, day: int) -> bool:
    return begin is None or begin.earliest <= day


def _carried(world: World, who: str) -> Iterator[Hit]:
    what = carried(world, who, world.asked(who))
    yield from ((rule, "met") for rule in (*what.rules, *what.lost_by))


def _stay(world: World, who: str) -> Iterator[Hit]:
    """Yield the rules of standing under immigration law: each is asked of everybody."""
    found = {str(entry["rule"]) for entry in stay(world, who) if entry["rule"]}
    yield from ((rule, "met") for rule in found)
    yield from (
        (info.id, "not met")
        for info in pack().rules.values()
        if info.kind == "stay" and info.id not in found
    )


def _orders(world: World, who: str) -> Iterator[Hit]:
    """Yield the rules of orders that the orders of a person do not call up."""
    told = [order for order in world.view.entries(who, "orders", Order) if order]
    if not told:
        return
    kinds: dict[str, set[str]] = defaultdict(set)
    for ready in world.clauses:
        kinds[ready.clause.rule] |= set(ready.clause.orders)
    kinds |= {info.id: {"nationality_entered"} for info in _without_text()}
    mine = {order.kind for order in told}
    yield from (
        (rule, "not met") for rule, calls in kinds.items() if calls and not calls & mine
    )


def _without_text() -> Iterator[RuleInfo]:
    yield from (info for key, info in pack().rules.items() if key in NO_CONDITION)


NO_CONDITION: Mapping[str, str] = {"ENTERED": "what the registrar's entry says"}
"""Rules that need no condition, beside those of kind ``stay``, and why."""


def _granted(made: Run) -> Iterator[Hit]:
    for doors in made.doors.values():
        yield from ((door.id, "met") for door in doors if door.status == "granted")
